"""LibreOffice's Basic: runs the parts of a VBA module that need neither the library nor Excel."""

from __future__ import annotations

import os
import pathlib
import re
import signal
import subprocess
from xml.sax.saxutils import escape

from basic import logical

MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Innoscore" script:language="StarBasic">{}</script:module>
"""
LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Innoscore"/>
</library:library>
"""
# It cannot copy one record over another, so a missing value is a number of its own here.
STAND_INS = """Public Function InnoNaN() As Double
    InnoNaN = -1.5E+300
End Function
Public Function InnoIsMissing(ByRef number As Double) As Boolean
    InnoIsMissing = number = -1.5E+300
End Function
"""


def reduced(text: str) -> str:
    """Without what it does not know: #If (the 64-bit branch stays), Declare, LongPtr, copies of records."""
    out, win64 = [], None
    for _, _, line in logical(text):
        low = line.strip().lower()
        if low.startswith(("#if", "#else", "#end")):
            win64 = {"#i": True, "#e": False}[low[:2]] if low != "#end if" else None
        elif win64 is not False and " declare " not in low and not low.startswith("attribute"):
            out.append(re.sub(r"\bLongPtr\b", "Long", line))
    short = "\n".join(out) + "\n"
    for name in ("InnoNaN", "InnoIsMissing"):
        short, count = re.subn(rf"Public Function {name}\(.*?\nEnd Function\n", "", short, flags=re.S)
        assert count == 1, name
    return "Option VBASupport 1\n" + short + STAND_INS


def office(profile: pathlib.Path, *words: str) -> None:
    process = subprocess.Popen(["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nolockcheck", *words],
                               stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        process.wait(180)
    finally:
        try:
            os.killpg(process.pid, signal.SIGKILL)  # what it started too
        except ProcessLookupError:
            pass
        process.wait()


def run(folder: pathlib.Path, module: str, parts: str) -> list[str]:
    """What the Sub Main of parts, put behind the module, writes to @OUT@."""
    profile, out = folder / "profile", folder / "out.txt"
    office(profile, "--terminate_after_init")  # its first start writes the profile
    basic = profile / "user/basic/Standard"
    (basic / "Innoscore.xba").write_text(MODULE.format(escape(reduced(module) + parts.replace("@OUT@", str(out)))), encoding="utf-8")
    (basic / "script.xlb").write_text(LIBRARY, encoding="utf-8")
    office(profile, "macro:///Standard.Innoscore.Main")
    return out.read_text(encoding="utf-8").splitlines() if out.exists() else []
