"""excel/vba/Innoscore.bas: core.bas with the declarations of the flat tier, its words and sentences, and a function for
cells for each call."""

import re
import textwrap

import table
from table import ROOT, Argument, Function, Prototype
from writers.cells import ALONG_ROWS

HERE = ROOT / "examples/spreadsheet/excel/vba"
DLLS = {"Win64": "innoscore-0.dll", "32 bits": "innoscore32-0.dll"}
WIDTH = 110
RESERVED = {"type", "function", "date", "name", "step", "next", "print", "put", "get", "in", "is", "on", "to", "loop", "end", "text"}
FAULTS = {"CELLS_FAULT_NONE": "INNO_NA", "CELLS_FAULT_NUMBER": "INNO_NUMBER"}  # all others: INNO_VALUE
OWN = {  # what only this plug-in says
    "VBA: cannot load": ("%s cannot be loaded; put it beside this workbook, on a disk of this computer. The workbook is in '%s'",
                         "không nạp được %s; hãy đặt tệp này cạnh sổ tính, trên ổ đĩa của máy này. Sổ tính ở '%s'"),
    "VBA: several areas": ("%s is of several areas; give one range", "%s gồm nhiều vùng; hãy chọn một vùng")}
SCORE = Function("SCORE", "index", (
    Argument("x", "matrix", False, ("values", "giá trị"), ("A row a unit, a column an indicator.", "Mỗi hàng một đơn vị, mỗi cột một chỉ số.")),
    Argument("parents", "list", False, ("parents", "cấp trên"), (
        "For each column, then each aggregate, the number of the node above it, counted from 1; 0 or empty for the index.",
        "Với mỗi cột, rồi mỗi cấp tổng hợp: số của nút cấp trên, tính từ 1; 0 hoặc trống cho chỉ số chung."), count="nodes"),
    Argument("directions", "parents", True, ("directions", "chiều"), ("1 or -1 for each node; by default all 1.", "1 hoặc -1 cho mỗi nút; mặc định đều 1.")),
    Argument("weights", "parents", True, ("weights", "trọng số"), ("One a node among its siblings; by default all 1.", "Mỗi nút một trọng số trong nhóm; mặc định đều 1.")),
    Argument("treatment", "flag", True, ("treatment", "xử lý"), ("TRUE (default): outliers are treated.", "TRUE (mặc định): có xử lý ngoại lai.")),
    Argument("lower", "number", True, ("lower", "điểm thấp nhất"), ("Score of the worst; default 0.", "Điểm của giá trị kém nhất; mặc định 0.")),
    Argument("upper", "number", True, ("upper", "điểm cao nhất"), ("Score of the best; default 100.", "Điểm của giá trị tốt nhất; mặc định 100.")),
    Argument("rule", "choice", True, ("rule", "quy tắc"), ("Mean of every aggregate; default arithmetic.", "Cách lấy trung bình; mặc định arithmetic."),
             key="INNO_KEY_AGGREGATE_RULE"),
    Argument("min_coverage", "number", True, ("min_coverage", "độ phủ tối thiểu"), ("Share of the weight that must be there; default 0.", "Phần trọng số phải có dữ liệu; mặc định 0."))),
    ("Scores of the aggregates of a whole index.", "Điểm các cấp tổng hợp của cả bộ chỉ số."), "inno_flat_score", "aggregates")


def coded(text: str) -> str:
    """As a text of Basic: ASCII, other letters as InnoText() reads them."""
    assert "\\" not in text and all(ord(letter) < 0x10000 for letter in text), text
    ascii_only = "".join(letter if ord(letter) < 128 else f"\\{ord(letter):04X}" for letter in text)
    return '"' + ascii_only.replace('"', '""') + '"'


def wrapped(line: str) -> str:
    """A long line goes on behind a comma or an operator, outside texts."""
    indent = " " * (len(line) - len(line.lstrip()) + 8)
    out = []
    while len(line) > WIDTH:
        quoted = [text.span() for text in re.finditer(r'"(?:[^"]|"")*"', line)]
        places = [found.end() for found in re.finditer(r", | & ", line) if not any(a < found.start() < b for a, b in quoted)]
        places = [place for place in places if len(indent) < place]
        if not places:
            break
        cut = max([place for place in places if place <= WIDTH - 2] or [min(places)])
        out.append(line[:cut].rstrip() + " _")
        line = indent + line[cut:]
    return "\n".join([*out, line])


def defined() -> dict[str, int]:
    found = {}
    for header in sorted((ROOT / "include/innoscore").glob("*.h")):
        for name, number in re.findall(r"#define (INNO_\w+) (\d+)\b", header.read_text(encoding="utf-8")):
            found[name] = int(number)
    return found


def sentence(begin: str) -> str:
    """The pair of texts of the layer of cells that begins so, as two arguments; %d and %.15g become %s."""
    pair = OWN.get(begin)
    if pair is None:
        source = "".join((table.HERE / "cells" / name).read_text(encoding="utf-8") for name in ("take.c", "state.c"))
        found = [one for one in re.findall(r'"((?:[^"\\]|\\.)*)",\s*"((?:[^"\\]|\\.)*)"', source) if one[0].startswith(begin)]
        assert len(found) == 1, f"{begin}: {len(found)} sentences in cells/"
        pair = tuple(re.sub(r"%(d|\.15g)", "%s", text) for text in found[0])
    return ", ".join(coded(text) for text in pair)


def safe(name: str) -> str:
    return name + "_" if name in RESERVED else name


class Names:
    """Arguments by a word of their own: where two of one name say other things they are numbered."""

    def __init__(self, functions: list[Function]) -> None:
        self.words: dict[tuple[tuple[str, str], tuple[str, str]], str] = {}
        for function in functions:
            for one in function.arguments:
                if (one.name, one.help) not in self.words:
                    same = sum(name[0] == one.name[0] for name, _ in self.words)
                    self.words[one.name, one.help] = one.name[0] + (str(same + 1) if same else "")

    def of(self, one: Argument) -> str:
        return self.words[one.name, one.help]

    def cases(self, part: int) -> list[str]:
        lines = []
        for pair, word in self.words.items():
            lines += [f'        Case "{word}"', wrapped(f"            {'InnoName' if part == 0 else 'InnoArgument'} = InnoSay({coded(pair[part][0])}, {coded(pair[part][1])})")]
        return lines


def declares(known: dict[str, Prototype]) -> list[str]:
    types = {"double": "Double", "int32_t": "Long"}
    lines = []
    for k, (bits, dll) in enumerate(DLLS.items()):
        lines.append("#If Win64 Then" if k == 0 else "#Else")
        for name, prototype in sorted(known.items()):
            given = ", ".join(f"ByVal {safe(one.name)} As {types.get(one.type, 'LongPtr')}" for one in prototype.parameters)
            lines.append(wrapped(f'Public Declare PtrSafe Function {name} Lib "{dll}" ({given}) As {types[prototype.result]}'))
    return lines + ["#End If"]


def words_of(one: Argument) -> str:
    """Name of the constant with the words of an argument."""
    return "INNO_WORDS_" + (one.key.removeprefix("INNO_KEY_") if one.key else "_".join(one.words).upper())


def words(functions: list[Function]) -> list[str]:
    numbers, lines = defined(), {}
    for function in functions:
        for one in function.arguments:
            if one.type in {"choice", "words"}:
                found = {word: number for word, (_, number) in table.choices(one.key).items()} if one.key else {
                    word: numbers[macro] for word, macro in one.words.items()}
                texts = [f"{word}={number}" for word, number in found.items()]
                parts = textwrap.wrap(" ".join(texts), 90)
                lines[words_of(one)] = " & _\n        ".join(coded(part + (" " if k + 1 < len(parts) else "")) for k, part in enumerate(parts))
    return [f"Private Const {name} As String = {text}" for name, text in lines.items()]


def taken(k: int, one: Argument, function: Function, names: Names) -> str:
    first, needed = function.arguments[0], f'"{function.name}"'
    given = f'{safe(one.name[0])}, "{names.of(one)}"'
    if one.type in {"matrix", "square"}:
        return f"Inno{one.type.capitalize()} {given}, {needed}, rows{k}, columns{k}, a{k}"
    needed = '""' if one.optional else needed
    if one.type in {"number", "integer", "flag"}:
        return f"v{k} = Inno{one.type.capitalize()}({given}, {needed})"
    if one.type in {"choice", "words"}:
        return f"v{k} = InnoChoice({given}, {needed}, {words_of(one)})"
    size = "-1"
    if one.type == "after_list":
        size = f"n{k - 1} + 1"
    elif one.type == "parents":
        size = "n1"
    elif k > 0 and one.type != "list":
        size = "n0" if first.type != "matrix" else "rows0" if one.parameter in ALONG_ROWS else "columns0"
    return f"n{k} = Inno{'Group' if one.type == 'group' else 'Column'}({given}, {size}, {needed}, a{k})"


def called(function: Function, prototype: Prototype, **other: str) -> str:
    first = function.arguments[0]
    matrix = first.type in {"matrix", "square"}
    sizes = {"n": "rows0" if matrix else "n0", "k": "n0", "rows": "rows0", "columns": "columns0", "experts": "rows0", "children": "columns0",
             "column_major": "1", "out": "VarPtr(result(1, 1))" if function.answer in {"matrix", "aggregates"} else "VarPtr(result(1))"}

    def one(name: str) -> str:
        for k, argument in enumerate(function.arguments):
            if argument.count == name:
                return f"n{k}"
            if argument.parameter == name:
                if argument.type in {"matrix", "square"}:
                    return f"VarPtr(a{k}(1, 1))"
                return f"InnoAddress(a{k}, n{k})" if argument.is_range or argument.type == "parents" else f"v{k}"
        return sizes[name]
    return f"{function.calls}({', '.join(other.get(each.name) or one(each.name) for each in prototype.parameters)})"


def variables(function: Function) -> list[str]:
    out = []
    for k, one in enumerate(function.arguments):
        if one.type in {"matrix", "square"}:
            out.append(f"a{k}() As Double, rows{k} As Long, columns{k} As Long")
        elif one.is_range or one.type == "parents":
            out.append(f"a{k}() As Double, n{k} As Long")
        else:
            out.append(f"v{k} As {'Double' if one.type == 'number' else 'Long'}")
    return out


def function_lines(function: Function, prototype: Prototype, names: Names) -> list[str]:
    first = function.arguments[0]
    given = ", ".join(f"{'Optional ' if one.optional else ''}ByVal {safe(one.name[0])} As Variant" for one in function.arguments)
    name = f"INNO_{function.name}"
    more = ["found As Double", "withheld As Boolean", "status As Long"] if prototype.result == "double" else ["result() As Double"]
    lines = [f"Public Function {name}({given}) As Variant", f"    Dim {', '.join([*variables(function), *more])}", "    On Error GoTo Fault",
             "    InnoLoad"]
    lines += ["    " + taken(k, one, function, names) for k, one in enumerate(function.arguments)]
    if prototype.result == "double":
        lines.append(f"    found = {called(function, prototype)}")
        missing = []
        if any(one.name == "min_coverage" for one in prototype.parameters):
            missing.append(f"        withheld = Not InnoIsMissing({called(function, prototype, min_coverage='0#')})")
        if first.type == "column":
            missing.append("        status = inno_flat_check(InnoAddress(a0, n0), n0)")
        if missing:
            lines += ["    If InnoIsMissing(found) Then", *missing, "    End If"]
        lines.append(f'    {name} = InnoScalar("{function.name}", found, withheld, status)')
    else:
        rows, columns = ("rows0", "columns0") if first.type in {"matrix", "square"} else ("n0", "")
        shape = {"like": f"1 To {rows}", "rows": f"1 To {rows}", "columns": f"1 To {columns}", "matrix": f"1 To {rows}, 1 To {columns}",
                 "aggregates": "1 To rows0, 1 To n1 - columns0"}[function.answer]
        put = {"like": f"InnoLike({safe(first.name[0])}, result)", "rows": "InnoDown(result)", "columns": "InnoAcross(result)",
               "matrix": "InnoTable(result)", "aggregates": "InnoTable(result)"}[function.answer]
        if function.answer == "aggregates":
            lines.append("    If n1 <= columns0 Then InnoCheck " + str(defined()["INNO_E_TREE"]))
        lines += [f"    ReDim result({shape})", f"    InnoCheck {called(function, prototype)}", f"    {name} = {put}"]
    lines += ["    innoSentence = \"\"", "    Exit Function", "Fault:", f"    {name} = InnoFault(Err.Number, Err.Description)", "End Function", ""]
    return [wrapped(line) for line in lines]


def statuses() -> list[str]:
    numbers, lines = defined(), ["Private Function InnoStatus(ByVal status As Long) As String", "    Select Case status"]
    for name, english, vietnamese in re.findall(r'INNO__STATUS\((\w+), "(.*?)", "(.*?)"\)', (ROOT / "lib/base/status.def").read_text(encoding="utf-8")):
        lines += [f"        Case {numbers['INNO_' + name]}", wrapped(f"            InnoStatus = InnoSay({coded(english)}, {coded(vietnamese)})")]
    return lines + ["        Case Else", "            InnoStatus = CStr(status)", "    End Select", "End Function", ""]


def faults() -> list[str]:
    """What kind of fault a status is, as the layer of cells has it."""
    source = (table.HERE / "cells/state.c").read_text(encoding="utf-8")
    body = re.search(r"int32_t fault_of\(inno_status status\) \{(.*?)\n\}", source, re.S)[1]
    numbers, lines = defined(), []
    for cases, fault in re.findall(r"((?:\s*case INNO_E_\w+:)+)\s*return (CELLS_\w+);", body):
        codes = ", ".join(str(numbers[name]) for name in re.findall(r"INNO_E_\w+", cases))
        lines += [f"        Case {codes}", f"            InnoFail {FAULTS.get(fault, 'INNO_VALUE')}, InnoStatus(status), InnoStatus(status)"]
    assert lines, "state.c: no faults found"
    return lines


def texts(functions: list[Function], names: Names) -> list[str]:
    lines = statuses()
    for function, part in (("InnoName", 0), ("InnoArgument", 1)):
        lines += [f"Private Function {function}(ByVal word As String) As String", "    Select Case word", *names.cases(part), "    End Select", "End Function", ""]
    lines += ["Private Function InnoHelp(ByVal name As String) As String", "    Select Case name"]
    for one in functions:
        lines += [f'        Case "{one.name}"', wrapped(f"            InnoHelp = InnoSay({coded(one.help[0])}, {coded(one.help[1])})")]
    return lines + ["    End Select", "End Function", ""]


def register(functions: list[Function], given: table.Table, names: Names) -> list[str]:
    return [wrapped(f'    InnoDescribe "{one.name}", {coded(given.groups[one.group][0])}, {coded(given.groups[one.group][1])}, '
                    f'"{" ".join(names.of(each) for each in one.arguments)}"') for one in functions]


def files(given: table.Table) -> dict[str, str]:
    known = table.prototypes()
    functions = [SCORE, *(one for one in given.functions if one.calls)]
    names, numbers = Names(functions), defined()
    most = max(len(one.arguments) for one in functions)
    runs = []
    for k in range(most + 1):
        runs += [f"        Case {k}", wrapped(f"            answer = Application.Run({', '.join(['macro', *(f'a({i})' for i in range(k))])})")]
    parts = {"head": ['Attribute VB_Name = "Innoscore"'], "words": words(functions), "declares": declares(known), "faults": faults(), "runs": runs,
             "register": register(functions, given, names), "texts": texts(functions, names),
             "functions": [line for one in functions for line in function_lines(one, known[one.calls], names)]}
    out = []
    for line in (HERE / "core.bas").read_text(encoding="utf-8").splitlines():
        if line.startswith("'@"):
            out += parts[line[2:]]
            continue
        line = re.sub(r"\{\{(.*?)\}\}", lambda found: sentence(found[1]), line)
        out.append(wrapped(re.sub(r"\{(INNO_\w+)\}", lambda found: str(numbers[found[1]]), line)))
    text = "\n".join(out).rstrip("\n") + "\n"
    assert text.isascii(), "VBA imports ASCII"
    return {"examples/spreadsheet/excel/vba/Innoscore.bas": text}
