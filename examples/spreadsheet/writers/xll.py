"""excel/xll/functions.inc: what Excel registers, and an entry for each function."""

import table
from table import Function
from writers.cells import quoted

LETTERS, MOST = 255, 20  # of a text, and arguments with help, in every version of Excel
HEAD = """/* Written by examples/spreadsheet/generate from functions.json; do not edit. */
/* clang-format off */
"""


def most(given: table.Table) -> int:
    """Arguments of the function that has most; what takes any number takes one more: its own and those of another."""
    return max(len(function.arguments) for function in given.functions if not any(one.is_rest for one in function.arguments))


def count(function: Function, given: table.Table) -> int:
    rest = any(one.is_rest for one in function.arguments)
    return most(given) + len(function.arguments) - 1 if rest else len(function.arguments)


def words(pair: tuple[str, str]) -> str:
    for text in pair:
        assert len(text.encode("utf-16-le")) // 2 <= LETTERS, f"{len(text)} letters, Excel takes {LETTERS}: {text}"
    return "{" + ", ".join("L" + quoted(text) for text in pair) + "}"


def names(function: Function, number: int) -> tuple[str, str]:
    """Excel separates them at commas, whatever the locale."""
    def one(language: int) -> str:
        single = [argument.name[language] for argument in function.arguments]
        assert not any("," in name for name in single), function.name
        if number > len(single):  # the last one takes the rest: one, two, three ...
            single += [f"{single[-1]} {k}" for k in range(2, number - len(single) + 2)]
        return ",".join(single)
    return one(0), one(1)


def helps(function: Function, number: int) -> list[tuple[str, str]]:
    found = [argument.help for argument in function.arguments]
    found += [found[-1]] * (number - len(found))
    if found:  # Excel's dialog swallows the last two letters of the last help
        found[-1] = tuple(text + "  " for text in found[-1])
    return found


def entry(position: int, function: Function, number: int) -> list[str]:
    low = function.name.lower()
    parameters = ", ".join(f"xll_value *a{k}" for k in range(number)) or "void"
    lines = [f"XLL_ENTRY cell_{low}({parameters});", f"XLL_ENTRY cell_{low}({parameters}) {{"]
    if number == 0:
        return lines + [f"  return xll_call({position}, NULL, 0);", "}", ""]
    given = ", ".join(f"a{k}" for k in range(number))
    return lines + [f"  const xll_value *const given[] = {{{given}}};", f"  return xll_call({position}, given, {number});", "}", ""]


def files(given: table.Table) -> dict[str, str]:
    lines = [HEAD]
    assert most(given) + 1 <= MOST, "more arguments than Excel shows help for"
    for position, function in enumerate(given.functions):
        number = count(function, given)
        lines += entry(position, function, number)
        if number > 0:
            lines.append(f"static const struct xll_words help_{function.name.lower()}[] = {{")
            lines += [f"  {words(one)}," for one in helps(function, number)]
            lines += ["};", ""]
    lines.append("static const struct xll_function functions[] = {")
    for function in given.functions:
        low, number = function.name.lower(), count(function, given)
        category = tuple(f"Innoscore: {name}" for name in given.groups[function.group])
        lines.append(f'  {{L"cell_{low}", L{quoted(given.prefix + "." + function.name)}, L"{"Q" * (number + 1)}$", {words(category)},')
        lines.append(f"   {words(names(function, number))}, {words(function.help)}, {f'help_{low}' if number else 'NULL'}, {number}}},")
    lines += ["};", ""]
    return {"examples/spreadsheet/excel/xll/functions.inc": "\n".join(lines)}
