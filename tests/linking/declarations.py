"""The declarations for Java, node and C# are what examples/linking/generate writes of today's headers; every function
that the library exports is there, with the number and kinds of arguments that Doxygen read (the Python package's table);
and the script refuses what it does not understand."""
import ctypes
import filecmp
import importlib.machinery
import importlib.util
import pathlib
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
root = pathlib.Path(__file__).resolve().parents[2]
linking = root / "examples/linking"
HEADER = root / "include/innoscore/dataset.h"
# kinds of this script as ctypes has them
PLAIN = {"double": ctypes.c_double, "int32": ctypes.c_int32, "int64": ctypes.c_int64, "stride": ctypes.c_ssize_t,
         "text": ctypes.c_char_p, "nothing": None}
RED = {  # what is said, and of what change of a header
    "unknown C type 'size_t'": ("int64_t unit_count", "size_t unit_count"),
    "unknown C type 'const float *'": ("double *values", "float *values"),
}


def module(name, path):
    spec = importlib.util.spec_from_loader(name, importlib.machinery.SourceFileLoader(name, str(path)))
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


class Library:
    """Stands for a loaded library: what _abi.py binds is written down."""
    _name = "none"

    def __init__(self):
        self.bound = {}

    def __getattr__(self, name):
        self.bound[name] = type("Function", (), {})()
        return self.bound[name]


def plain(kind):
    return getattr(kind, "kind", kind)  # _abi.py's integers are wrapped


generate = module("generate", linking / "generate")
with tempfile.TemporaryDirectory() as folder:
    generate.main(pathlib.Path(folder))
    names = sorted(str(p.relative_to(folder)) for p in pathlib.Path(folder).rglob("*") if p.is_file())
    _, differing, absent = filecmp.cmpfiles(folder, linking, names, shallow=False)
if differing or absent or len(names) != 7:
    sys.exit(f"examples/linking: {', '.join(differing + absent)} differ; write them again: examples/linking/generate")

functions = generate.functions(root / "include/innoscore")
exported = re.findall(r"^\s+(inno_\w+);", (root / "cmake/innoscore.map").read_text(encoding="utf-8"), re.M)
if sorted(f.name for f in functions) != sorted(exported):
    sys.exit(f"not the functions of cmake/innoscore.map: {set(exported) ^ {f.name for f in functions}}")
abi = module("abi", root / "examples/python/innoscore/_abi.py")
library = Library()
abi.Functions(library)
for f in functions:
    bound = library.bound[f.name]
    kinds = [PLAIN.get(a.kind, ctypes.c_void_p) for a in f.arguments]
    result = PLAIN.get(f.result, ctypes.c_void_p)
    if kinds != [plain(kind) for kind in bound.argtypes] or result is not bound.restype:
        sys.exit(f"{f.name}: {kinds} giving {result}; the Python package has {bound.argtypes} giving {bound.restype}")

for file, pattern in {"java/Innoscore.java": r"^    [\w<>]+(?:\[\])? {0}\(", "node/innoscore.mjs": r"^    {0}: f\(",
                      "csharp/Innoscore.cs": r"^        public static extern \w+ {0}\("}.items():
    text = (linking / file).read_text(encoding="utf-8")
    for name in exported:
        if len(re.findall(pattern.format(name), text, re.M)) != 1:
            sys.exit(f"{file} does not declare {name} once")
    numbers = {name: int(value) for name, value in re.findall(r"\b(INNO_\w+)(?: =|:) (-?\d+)[;,]", text)}
    if numbers != generate.numbers():
        sys.exit(f"{file}: other numbers: {set(numbers.items()) ^ set(generate.numbers().items())}")

for sentence, (found, put) in RED.items():
    with tempfile.TemporaryDirectory() as folder:
        text = HEADER.read_text(encoding="utf-8")
        assert found in text, found
        (pathlib.Path(folder) / "dataset.h").write_text(text.replace(found, put), encoding="utf-8")
        try:
            generate.functions(pathlib.Path(folder))
        except SystemExit as refusal:
            assert sentence in str(refusal), refusal
        else:
            sys.exit(f"it was not said: {sentence}")
with tempfile.TemporaryDirectory() as folder:  # an option is refused, and is no folder
    told = subprocess.run([sys.executable, str(linking / "generate"), "--check"], cwd=folder, capture_output=True, check=False)
    assert told.returncode != 0 and b"Usage" in told.stderr and not list(pathlib.Path(folder).iterdir()), told
print(f"{len(names)} files, {len(functions)} functions and {len(generate.numbers())} numbers, as in the headers")
