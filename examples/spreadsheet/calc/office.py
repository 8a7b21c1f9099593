"""LibreOffice without windows, with the extension installed, in a profile of its own: for the workbook and the tests.

Only one that `with Office(...)` started is used, and none is left behind: it is a process group of its own."""
from __future__ import annotations

import os
import pathlib
import pwd
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
import traceback
import uuid
import zipfile
from typing import Any, Callable, Sequence

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import DisposedException

PATIENCE = 300  # seconds, for a machine that does other work
# Menus in one language; numbers and their formats always English, wherever this runs
LANGUAGE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
 <item oor:path="/org.openoffice.Office.Linguistic/General"><prop oor:name="UILocale" oor:op="fuse"><value>{0}</value></prop></item>
 <item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>en-US</value></prop></item>
</oor:items>
"""


def in_folder(work: Callable[[pathlib.Path], None], needed: Sequence[pathlib.Path], results: pathlib.Path | None = None) -> None:
    """Runs work in a new folder that holds copies of the files, as another user where this one is root, whom
    LibreOffice lets install nothing, and that user can get there; then what lies in its folder "results" goes to results,
    and the folder goes away. SystemExit when work fails."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="innoscore-calc-"))
    try:
        (folder / "results").mkdir()
        for path in needed:
            shutil.copy(path, folder)
        if os.geteuid() != 0 or not all(path.stat().st_mode & stat.S_IXOTH for path in folder.parents):
            work(folder)
        else:
            _work_as(pwd.getpwnam("nobody"), work, folder)
        if results is not None:
            for path in (folder / "results").iterdir():
                shutil.copyfile(path, results / path.name)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _work_as(user: pwd.struct_passwd, work: Callable[[pathlib.Path], None], folder: pathlib.Path) -> None:
    for path in (folder, *folder.iterdir()):
        os.chown(path, user.pw_uid, user.pw_gid)
    sys.stdout.flush()
    child = os.fork()
    if child != 0:
        if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0:
            raise SystemExit(1)
        return
    code = 1
    try:
        os.setgroups([])
        os.setgid(user.pw_gid)
        os.setuid(user.pw_uid)
        os.environ.update(HOME=str(folder), USER=user.pw_name, TMPDIR=str(folder))
        os.chdir(folder)
        work(folder)
        code = 0
    except BaseException as error:  # the parent only sees the code
        if isinstance(error, SystemExit):
            print(error.code, file=sys.stderr)
        else:
            traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def prop(name: str, value: Any) -> PropertyValue:
    one = PropertyValue()
    one.Name, one.Value = name, value
    return one


class Office:
    """desktop and context are there inside `with`."""

    def __init__(self, folder: pathlib.Path, extension: pathlib.Path, language: str = "en-US") -> None:
        self.folder, self.extension, self.language = folder, extension, language
        self.profile = folder / f"profile-{language}"
        self.log = folder / f"soffice-{language}.log"
        self.process: subprocess.Popen[bytes]

    def __enter__(self) -> Office:
        (self.profile / "user").mkdir(parents=True, exist_ok=True)
        (self.profile / "user/registrymodifications.xcu").write_text(LANGUAGE.format(self.language), encoding="utf-8")
        where = f"-env:UserInstallation={self.profile.as_uri()}"
        options = [where] + (self._bundle() if os.geteuid() == 0 else self._add(where))
        name = f"innoscore{uuid.uuid4().hex}"
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                ["soffice", *options, "--headless", "--norestore", "--nologo", "--nodefault", f"--accept=pipe,name={name};urp;"],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)
        try:
            self.context = self._connect(name)
            self.desktop = self.context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", self.context)
        except BaseException:
            self._stop()
            raise
        return self

    def _add(self, where: str) -> list[str]:
        """As a user does it."""
        added = subprocess.run(["unopkg", "add", "--suppress-license", where, str(self.extension)], stdin=subprocess.DEVNULL,
                               capture_output=True, text=True, timeout=PATIENCE, check=False)
        if added.returncode != 0:
            raise SystemExit(f"unopkg add failed: {added.stdout}{added.stderr}")
        return []

    def _bundle(self) -> list[str]:
        """As a distribution does it, which root may: options for a folder of extensions that belong to LibreOffice."""
        bundled = pathlib.Path(tempfile.mkdtemp(prefix="bundled-", dir=self.folder))
        with zipfile.ZipFile(self.extension) as package:
            package.extractall(bundled / "innoscore")
        return [f"-env:BUNDLED_EXTENSIONS={bundled.as_uri()}",
                f"-env:BUNDLED_EXTENSIONS_USER={(self.profile / 'user/extensions/bundled').as_uri()}"]

    def _connect(self, name: str) -> Any:
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        end = time.monotonic() + PATIENCE
        while True:
            try:
                return resolver.resolve(f"uno:pipe,name={name};urp;StarOffice.ComponentContext")
            except NoConnectException:
                if self.process.poll() is not None or time.monotonic() > end:
                    raise SystemExit(f"soffice did not start: {self.log.read_text(errors='replace')}") from None
                time.sleep(0.2)

    def __exit__(self, *unused: object) -> None:
        try:
            self.desktop.terminate()
            self.process.wait(30)
        except (DisposedException, subprocess.TimeoutExpired):
            pass
        self._stop()

    def _stop(self) -> None:
        try:
            os.killpg(self.process.pid, signal.SIGKILL)  # what is left of the group
        except ProcessLookupError:
            pass
        self.process.wait()

    def new(self) -> Any:
        return self.desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, (prop("Hidden", True),))

    def open(self, path: pathlib.Path) -> Any:
        return self.desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, (prop("Hidden", True),))


FILTERS = {".ods": "calc8", ".fods": "OpenDocument Spreadsheet Flat XML", ".xlsx": "Calc MS Excel 2007 XML"}


def save(document: Any, path: pathlib.Path) -> None:
    document.storeToURL(path.as_uri(), (prop("FilterName", FILTERS[path.suffix]),))
