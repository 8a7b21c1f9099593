"""The written files of the Python package are what examples/python/generate writes today, and it refuses headers that
it does not understand. Usage: python_generated.py LIBRARY
Ends with 77, skipped, without cmake or Doxygen, and where the library cannot be loaded."""
import filecmp
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

root = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(root / "tests/bindings"))
from innoscore import load  # noqa: E402

PACKAGE = root / "examples/python/innoscore"
HOW = f"""cmake -S . -B build/docs -DINNO_DOCS=ON -DINNO_EXAMPLES=OFF -DINNO_TESTS=OFF
  cmake --build build/docs --target docs
  python3 examples/python/generate build/docs/docs/xml {sys.argv[1]}"""


GENERATE = root / "examples/python/generate"
INSIDE = r"(?:(?!</memberdef>).)*"
MEMBER = f'<memberdef kind="function"{INSIDE}<name>inno_scheme_destroy</name>{INSIDE}</memberdef>'
RED = {  # what is done to the XML of scheme.h, and what is said
    "unknown C type": (r"<type>int64_t</type>", "<type>size_t</type>"),
    "without documentation: INNO_SCOPE_NODE": (r"<para>may be set for one node by its code. </para>", ""),
    "only in cmake/innoscore.map: ['inno_scheme_destroy']": (MEMBER, ""),
}


def output(*words):
    done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return done.returncode, done.stdout


def run(*words):
    code, said = output(*words)
    if code != 0:
        sys.exit(f"{' '.join(words)}\n{said}")


def check_refusals(xml, into):
    scheme = xml / "scheme_8h.xml"
    whole = scheme.read_text(encoding="utf-8")
    for sentence, (found, put) in RED.items():
        changed = re.sub(found, put, whole, flags=re.S)
        assert changed != whole, f"nothing to change for: {sentence}"
        scheme.write_text(changed, encoding="utf-8")
        code, said = output(sys.executable, str(GENERATE), str(xml), sys.argv[1], str(into))
        if code == 0 or sentence not in said:
            sys.exit(f"generate ended with {code} and did not say: {sentence}\n{said}")


lacking = [program for program in ("cmake", "doxygen") if not shutil.which(program)]
if lacking:
    print(f"without {' and '.join(lacking)}")
    sys.exit(77)
load(sys.argv[1])
with tempfile.TemporaryDirectory() as folder:
    run("cmake", "-S", str(root), "-B", folder, "-DINNO_DOCS=ON", "-DINNO_EXAMPLES=OFF", "-DINNO_TESTS=OFF")
    run("cmake", "--build", folder, "--target", "docs")
    written = pathlib.Path(folder) / "written"
    written.mkdir()
    run(sys.executable, str(GENERATE), f"{folder}/docs/xml", sys.argv[1], str(written))
    names = sorted(path.name for path in written.iterdir())
    _, differing, absent = filecmp.cmpfiles(written, PACKAGE, names, shallow=False)
    if differing or absent or len(names) != 2:
        sys.exit(f"examples/python/innoscore: {', '.join(differing + absent)} differ; write them again:\n  {HOW}")
    check_refusals(pathlib.Path(folder) / "docs/xml", written)
print(f"{' and '.join(names)} are as the headers and the library say")
