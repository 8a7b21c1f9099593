"""The table of spreadsheet functions, functions.json, checked against the flat tier's headers.

A function with "calls" is one call of the flat tier; its arguments are that function's parameters by name. The others
are written in cells/. A trailing "?" makes an argument optional, "..." takes the rest; "x.matrix" is the argument x as a
matrix; "NAME.argument" in "arguments" is that argument of one function."""

import json
import pathlib
import re
from dataclasses import dataclass, field

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
HEADERS = sorted((ROOT / "include/innoscore").glob("flat*.h"))
# Arguments by what a host has to pass. "column", "matrix", "square", "list", "after_list", "group", "table" and "rest"
# are ranges; the others are one cell.
RANGES = {"column", "matrix", "square", "list", "after_list", "group", "table"}
SINGLE = {"number", "integer", "flag", "choice", "words", "text"}
# Parameters that follow from a range; the caller of a cell does not see them.
SIZES = {"n", "k", "rows", "columns", "column_major", "order_count", "cut_count", "experts", "children"}


@dataclass(frozen=True)
class Argument:
    parameter: str  # of the C function
    type: str
    optional: bool
    name: tuple[str, str]  # English, Vietnamese
    help: tuple[str, str]
    key: str = ""  # of type choice: the key whose choices it takes
    count: str = ""  # of type list: the parameter that has its length
    range: str = ""  # of a number: "[0,1]", "(0," = above 0
    words: dict[str, str] = field(default_factory=dict)  # of type words: word -> macro

    @property
    def is_range(self) -> bool:
        return self.type in RANGES

    @property
    def is_rest(self) -> bool:
        return self.type == "rest"


@dataclass(frozen=True)
class Function:
    name: str  # as in INNO.NAME
    group: str
    arguments: tuple[Argument, ...]
    help: tuple[str, str]
    calls: str  # function of the flat tier; "" = one of cells/
    answer: str  # number, like (the first argument's shape), rows, columns, matrix, square, table, text

    @property
    def least(self) -> int:
        return sum(not argument.optional for argument in self.arguments)

    @property
    def is_array(self) -> bool:
        return self.answer not in {"number", "text"}


@dataclass(frozen=True)
class Table:
    prefix: str
    groups: dict[str, tuple[str, str]]
    functions: tuple[Function, ...]


@dataclass(frozen=True)
class Parameter:
    type: str  # "const double *", "double *", "double", "int32_t"
    name: str


@dataclass(frozen=True)
class Prototype:
    result: str  # double = a number, int32_t = a status and an array
    parameters: tuple[Parameter, ...]


def prototypes() -> dict[str, Prototype]:
    """Every function of the flat tier as its header declares it."""
    found = {}
    for header in HEADERS:
        text = re.sub(r"/\*.*?\*/", "", header.read_text(encoding="utf-8"), flags=re.S)
        for result, name, given in re.findall(r"INNO_API (\w+) INNO_CALL\s+(inno_flat_\w+)\(([^)]*)\)", text):
            parameters = [re.fullmatch(r"(const double \*|double \*|double |int32_t )(\w+)", " ".join(one.split()).replace("* ", "*"))
                          for one in given.split(",")]
            found[name] = Prototype(result, tuple(Parameter(one[1].strip(), one[2]) for one in parameters))
    return found


def _argument(function: str, text: str, described: dict[str, dict]) -> Argument:
    optional, rest = text.endswith("?"), text.endswith("...")
    name = text.rstrip("?").removesuffix("...")
    plain = name.split(".")[0]
    given = described.get(f"{function}.{plain}") or described[name]
    return Argument(plain, given["type"], optional or rest, tuple(given["name"]), tuple(given["help"]), given.get("key", ""),
                    given.get("count", ""), given.get("range", ""), given.get("words", {}))


def _check(function: Function, known: dict[str, Prototype]) -> None:
    optional = [argument.optional for argument in function.arguments]
    assert optional == sorted(optional), f"{function.name}: a required argument follows an optional one"
    assert all(one.type in RANGES | SINGLE | {"rest"} for one in function.arguments), function.name
    if not function.calls:
        return
    parameters = {one.name for one in known[function.calls].parameters} - SIZES - {"out"}
    assert parameters == {one.parameter for one in function.arguments}, f"{function.name}: arguments are not those of {function.calls}"
    scalar = known[function.calls].result == "double"
    assert scalar == (function.answer == "number"), f"{function.name}: kind of answer"


def read() -> Table:
    raw = json.loads((HERE / "functions.json").read_text(encoding="utf-8"))
    known = prototypes()
    functions = []
    for one in raw["functions"]:
        calls = one.get("calls", "")
        usual = "number" if calls and known[calls].result == "double" else "like"
        arguments = tuple(_argument(one["name"], text, raw["arguments"]) for text in one["args"].split(", ") if text)
        function = Function(one["name"], one["group"], arguments, tuple(one["help"]), calls, one.get("answer", usual))
        _check(function, known)
        functions.append(function)
    names = [one.name for one in functions]
    assert len(set(names)) == len(names), "a function is there twice"
    return Table(raw["prefix"], {name: tuple(words) for name, words in raw["groups"].items()}, tuple(functions))


def choices(key: str) -> dict[str, tuple[str, int]]:
    """The words that a key takes, with macro and number, as keys.h documents them: {"competition": ("INNO_TIES_COMPETITION", 1)}."""
    text = (ROOT / "include/innoscore/keys.h").read_text(encoding="utf-8")
    defined = re.findall(r"#define (INNO_\w+) (\d+) /\*\*<(.*?)\*/", text, flags=re.S)
    about = next(comment for name, _, comment in defined if name == key)
    default = "INNO_TREAT_NONE" if "CHAIN" in about else re.search(r"CHOICE\b[^#]*#(INNO_\w+)", about)[1]
    prefix = default.rsplit("_", 1)[0] + "_"
    words = {}
    for name, number, comment in defined:
        word = re.match(r'\s*"(\w+)"', comment)
        if name.startswith(prefix) and not name.startswith("INNO_KEY_") and word:
            words[word[1]] = (name, int(number))
    return words
