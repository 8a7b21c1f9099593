"""cells/functions.inc: the functions with their arguments, and a C function for each call of the flat tier."""

import table
from table import Argument, Function, Prototype

# What the length of an argument that belongs to a matrix is that of.
ALONG_ROWS = {"forced", "group"}
TAKE = {"number": "double", "integer": "int32_t", "flag": "int32_t", "choice": "int32_t", "words": "int32_t"}
HEAD = """/* Written by examples/spreadsheet/generate from functions.json; do not edit. */
/* clang-format off */
"""


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def declared(argument: Argument) -> str:
    kind = {"matrix": "struct cells_matrix", "square": "struct cells_matrix"}.get(argument.type)
    kind = kind or ("struct cells_column" if argument.is_range else TAKE[argument.type])
    return f"  {kind} {argument.parameter};"


def taken(position: int, argument: Argument, first: Argument) -> str:
    out = f"&{argument.parameter}"
    if argument.parameter == "direction":
        return f"cells_take_direction(c, {position}, {out})"
    if argument.type in {"matrix", "square"}:
        return f"cells_take_{argument.type}(c, {position}, {out})"
    if argument.type == "choice":
        return f"cells_take_choice(c, {position}, {argument.key}, {out})"
    if argument.type == "words":
        return f"cells_take_word(c, {position}, words_{argument.parameter}, {len(argument.words)}, {out})"
    if not argument.is_range:
        return f"cells_take_{argument.type}(c, {position}, {out})"
    if position == 0 or argument.type == "list":
        size = "-1"
    elif argument.type == "after_list":
        size = "cuts.n + 1"
    elif first.type == "matrix":
        size = f"{first.parameter}.{'given_rows' if argument.parameter in ALONG_ROWS else 'columns'}"
    else:
        size = f"{first.parameter}.n"
    take = "group" if argument.type == "group" else "weights" if argument.parameter == "weights" else "column"
    return f"cells_take_{take}(c, {position}, {size}, {out})"


def checked(position: int, argument: Argument) -> str:
    lower, upper = argument.range[1:].rstrip("]").split(",")
    value = argument.parameter if argument.type == "number" else f"cells_or_nan({argument.parameter})"
    return (f"cells_check_range(c, {position}, {value}, {lower or '-INFINITY'}, {upper or 'INFINITY'}, "
            f"{str(argument.range[0] == '(').lower()})")


def passed(name: str, function: Function) -> str:
    first = function.arguments[0]
    sizes = {"n": f"{first.parameter}.n" if first.type != "square" else f"{first.parameter}.rows", "k": f"{first.parameter}.n",
             "rows": f"{first.parameter}.rows", "columns": f"{first.parameter}.columns", "experts": f"{first.parameter}.rows",
             "children": f"{first.parameter}.columns", "column_major": "0", "out": "out"}
    for argument in function.arguments:
        if argument.count == name:
            return f"{argument.parameter}.n"
        if argument.parameter == name:
            return f"{name}.values" if argument.is_range else name
    return sizes[name]


def answer(function: Function) -> str:
    first = function.arguments[0].parameter
    return {"like": f"cells_like(c, &{first})", "rows": f"cells_numbers_out(c, {first}.given_rows, 1)",
            "columns": f"cells_numbers_out(c, 1, {first}.columns)",
            "matrix": f"cells_numbers_out(c, {first}.given_rows, {first}.columns)"}[function.answer]


def body(function: Function, prototype: Prototype) -> list[str]:
    first = function.arguments[0]
    names = [one.name for one in prototype.parameters]

    def call(**other: str) -> str:
        return f"{function.calls}({', '.join(other.get(name, passed(name, function)) for name in names)})"
    lines = [f"static bool call_{function.name.lower()}(struct cells_call_state *c) {{"]
    for one in function.arguments:
        if one.type == "words":
            entries = ", ".join(f"{{{quoted(word)}, {macro}}}" for word, macro in one.words.items())
            lines.append(f"  static const struct cells_word words_{one.parameter}[] = {{{entries}}};")
    lines += [declared(one) for one in function.arguments]
    checks = [checked(k, one) for k, one in enumerate(function.arguments) if one.range]
    conditions = " ||\n      ".join("!" + taken(k, one, first) for k, one in enumerate(function.arguments))
    conditions += "".join(f" ||\n      !{check}" for check in checks)
    lines += [f"  if ({conditions}) {{", "    return false;", "  }"]
    if prototype.result == "double":
        check = f"isnan(found) ? inno_flat_check({first.parameter}.values, {first.parameter}.n) : INNO_OK" if first.type == "column" else "INNO_OK"
        lines.append(f"  double found = {call()};")
        if "min_coverage" in names:  # a mean that only the coverage withholds is missing, not wrong
            lines.append(f"  bool withheld = isnan(found) && !isnan({call(min_coverage='0.0', missing='INNO_MISSING_RESCALE')});")
        else:
            lines.append("  bool withheld = false;")
        positive = f"isnan(floor) && isnan(shift) ? &{first.parameter} : NULL" if "floor" in names else "NULL"
        lines.append(f"  return cells_number_done(c, found, withheld, {check}, {positive});")
    else:
        column = f"&{first.parameter}" if first.type == "column" else "NULL"
        lines += [f"  double *out = {answer(function)};", f"  return out != NULL && cells_array_done(c, {call()}, {column});"]
    return lines + ["}", ""]


def files(given: table.Table) -> dict[str, str]:
    known = table.prototypes()
    lines = [HEAD]
    for function in given.functions:
        if function.calls:
            lines += body(function, known[function.calls])
        if function.arguments:
            lines.append(f"static const struct cells_argument arguments_{function.name.lower()}[] = {{")
            lines += [f"  {{{quoted(one.name[0])}, {quoted(one.name[1])}, {str(one.optional).lower()}}}," for one in function.arguments]
            lines += ["};", ""]
    lines.append("static const struct cells_function functions[] = {")
    for function in given.functions:
        rest = any(one.is_rest for one in function.arguments)
        most = "CELLS_ANY" if rest else str(len(function.arguments))
        arguments = f"arguments_{function.name.lower()}" if function.arguments else "NULL"
        lines.append(f"  {{{quoted(function.name)}, {quoted(function.help[0])}, {quoted(function.help[1])}, call_{function.name.lower()}, "
                     f"{arguments}, {len(function.arguments)}, {function.least}, {most}}},")
    lines += ["};", ""]
    return {"examples/spreadsheet/cells/functions.inc": "\n".join(lines)}
