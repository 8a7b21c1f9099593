"""The library through ctypes, for the tests beside this file: prototypes and numbers are read from the public headers,
so nothing here can drift from them. Loading an instrumented build ends the program with 77: skipped."""
import ctypes as c
import pathlib
import re
import struct
import subprocess
import sys

NAN, DEFAULT = float("nan"), -(2**31)  # what the flat tier takes as the default
HEADERS = pathlib.Path(__file__).resolve().parents[2] / "include/innoscore"
TEXT = "\n".join(h.read_text(encoding="utf-8") for h in sorted(HEADERS.glob("*.h")))
SCALARS = {"void": None, "double": c.c_double, "int32_t": c.c_int32, "int64_t": c.c_int64, "ptrdiff_t": c.c_ssize_t,
           "inno_status": c.c_int32, "char *": c.c_char_p, "char **": c.POINTER(c.c_char_p)}
# every #define INNO_ that is a number
N = {name: int(value.strip("()")) for name, value in re.findall(r"#define (INNO_\w+) (\(-\d+\)|\d+\b)", TEXT)}


def ctype(declared):
    """The ctypes type of a C type; an unknown one is a KeyError."""
    kind = " ".join(re.sub(r"\bconst\b", "", declared).replace("*", " * ").split()).replace("* *", "**")
    if kind in SCALARS:
        return SCALARS[kind]
    if re.fullmatch(r"inno_\w+ \*\*", kind):
        return c.POINTER(c.c_void_p)
    return c.c_void_p if re.fullmatch(r"inno_\w+ \*", kind) else c.POINTER(SCALARS[kind[:-2]])


def load(path):
    if not pathlib.Path(path).exists():
        print("build without the shared library")
        sys.exit(77)
    needed = subprocess.run(["nm", "-D", "--undefined-only", path], check=True, capture_output=True, text=True).stdout
    if any(word in needed for word in ("__asan", "__ubsan", "__tsan", "__msan")):
        print("instrumented build: cannot be loaded here")
        sys.exit(77)
    lib = c.CDLL(path)
    code = re.sub(r"/\*.*?\*/", "", TEXT, flags=re.S)
    for result, name, given in re.findall(r"INNO_API\s+([\w\s]+?[\s*]+)INNO_CALL\s+(inno_\w+)\s*\(([^;]*)\)\s*;", code):
        function = getattr(lib, name)
        function.restype = ctype(result)
        kinds = [re.sub(r"\w+$", "", part.strip()) for part in given.split(",")]
        function.argtypes = [] if given.strip() == "void" else [ctype(kind) for kind in kinds]
    assert lib.inno_abi_version() == N["INNO_ABI"]
    return lib


def doubles(values):
    return (c.c_double * len(values))(*values)


def bits(values):
    """Doubles as integers: NaN equals NaN, and -0 is not 0."""
    values = list(values)
    return list(struct.unpack(f"{len(values)}Q", struct.pack(f"{len(values)}d", *values)))


class Library:
    """The handle tier: one error object, failures as exceptions, handles that are destroyed with this object."""

    def __init__(self, path):
        self.lib = load(path)
        self.error = c.c_void_p()
        self.made = []
        assert self.lib.inno_error_create(None, c.byref(self.error)) == 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.destroy_all_but(None)
        self.lib.inno_error_destroy(self.error)

    def destroy_all_but(self, wanted):
        for kind, handle in reversed(self.made):
            if handle is not wanted:
                getattr(self.lib, f"inno_{kind}_destroy")(handle)
        self.made = [made for made in self.made if made[1] is wanted]

    def message(self):
        return self.lib.inno_error_message(self.error).decode()

    def check(self, status):
        if status != 0:
            raise ValueError(self.message())

    def make(self, kind, *arguments):
        handle = c.c_void_p()
        self.check(getattr(self.lib, f"inno_{kind}_create")(*arguments, c.byref(handle), self.error))
        self.made.append((kind, handle))
        return handle

    def indicator_set(self, nodes, denominators=()):
        """nodes: (code, parent or None, direction, weight); denominators: (code, column, scale). Frozen."""
        made = self.make("indicator_set", None)
        for code, parent, direction, weight in nodes:
            self.check(self.lib.inno_indicator_set_add(made, code, parent, self.error))
            self.check(self.lib.inno_indicator_set_direction(made, code, direction, self.error))
            self.check(self.lib.inno_indicator_set_weight(made, code, weight, self.error))
        for denominator in denominators:
            self.check(self.lib.inno_indicator_set_denominator(made, *denominator, self.error))
        self.check(self.lib.inno_indicator_set_freeze(made, self.error))
        return made

    def dataset(self, units, columns, allocator=None):
        made = self.make("dataset", allocator, len(units), (c.c_char_p * len(units))(*units))
        for code, values in columns.items():
            self.check(self.lib.inno_dataset_add_column(made, code, doubles(values), 8, self.error))
        return made

    def method(self, indicator_set, steps, allocator=None):
        """steps: (step name, {key name: text}), each setting for every node; none = the default method."""
        known = {}
        for index in range(self.lib.inno_step_count()):
            number, name = c.c_int32(), c.c_char_p()
            self.check(self.lib.inno_step_info(index, c.byref(number), c.byref(name), None))
            known[name.value.decode()] = number.value
        handles = (c.c_void_p * len(steps))()
        for k, (name, settings) in enumerate(steps):
            scheme = self.make("scheme", None, known[name])
            for key, text in settings.items():
                number = self.lib.inno_key_from_name(known[name], key.encode())
                self.check(self.lib.inno_scheme_set_text(scheme, None, number, text.encode(), self.error))
            handles[k] = scheme
        return self.make("method", allocator, indicator_set, None, handles if steps else None, len(steps))

    def column(self, function, result, *arguments):
        """One double a unit from a function that writes them."""
        out = (c.c_double * self.lib.inno_result_unit_count(result))()
        self.check(function(result, *arguments, out, 8, self.error))
        return list(out)

    def table(self, analysis, kind):
        """The records of a kind, as dictionaries by the names of its fields."""
        columns, kind = {}, N["INNO_RECORD_" + kind]
        for index in range(self.lib.inno_field_count(kind)):
            number, name = c.c_int32(), c.c_char_p()
            self.check(self.lib.inno_field_info(kind, index, c.byref(number), c.byref(name), None))
            out = doubles([NAN] * self.lib.inno_analysis_record_count(analysis, kind))
            self.check(self.lib.inno_analysis_column(analysis, kind, number, out, 8, self.error))
            columns[name.value.decode()] = list(out)
        assert columns, kind
        return [dict(zip(columns, row)) for row in zip(*columns.values())]

    def text(self, function, *arguments):
        """What a function writes into a buffer of the size that it says."""
        needed = c.c_int64()
        assert function(*arguments, None, 0, c.byref(needed), self.error) == N["INNO_E_BUFFER"], self.message()
        buffer = c.create_string_buffer(needed.value)
        self.check(function(*arguments, buffer, needed.value, c.byref(needed), self.error))
        assert len(buffer.value) == needed.value - 1
        return buffer.value
