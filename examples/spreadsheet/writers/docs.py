"""The reference pages of the functions, in English and Vietnamese."""

import re

import table
from table import Argument, Function, Table

WORDS = {
    "title": ("Functions of cells {#spreadsheet_functions}", "Hàm trong ô bảng tính {#spreadsheet_functions_vi}"),
    "intro": ("Every function of the plug-ins for Calc, Excel, Gnumeric and Office.js; [how to install them and begin](spreadsheet.md). "
              "Arguments in `[ ]` can be left out. What rules compute is in the [handbook](handbook/index.md).",
              "Mọi hàm của các phần bổ trợ cho Calc, Excel, Gnumeric và Office.js; [cách cài đặt và bắt đầu](bang-tinh.md). "
              "Đối số trong `[ ]` có thể bỏ qua. Cách tính của từng quy tắc xem [sổ tay](so-tay.md)."),
    "other": ("Tiếng Việt: [docs/vi/ham-bang-tinh.md](vi/ham-bang-tinh.md).", "English: [docs/spreadsheet-functions.md](../spreadsheet-functions.md)."),
    "note": ("Written by `examples/spreadsheet/generate` from `functions.json`.", "Trang này do `examples/spreadsheet/generate` viết từ `functions.json`."),
    "gives": ("gives", "cho"),
    "words": ("Words", "Các từ"),
}
GIVES = {"number": ("one number", "một số"), "like": ("as many cells as the values", "số ô như giá trị"), "rows": ("a column, one cell a row", "một cột, mỗi hàng một ô"),
         "columns": ("a row, one cell a column", "một hàng, mỗi cột một ô"), "matrix": ("a range as large as the values", "vùng bằng vùng giá trị"),
         "square": ("a square, a row and column for each column", "bảng vuông, mỗi cột một hàng và một cột"), "table": ("a table with headers", "bảng có tiêu đề"),
         "text": ("a text", "chữ")}


def shown(argument: Argument, language: int) -> str:
    name = argument.name[language]
    return f"[{name}, ...]" if argument.is_rest else f"[{name}]" if argument.optional else name


def words(argument: Argument, language: int) -> str:
    known = list(argument.words) or list(table.choices(argument.key)) if argument.type in ("choice", "words") else []
    missing = [word for word in known if word not in argument.help[language]]
    return f" {WORDS['words'][language]}: {', '.join(known)}." if missing else ""


def marked(text: str) -> str:
    """Errors of cells as code: Doxygen takes a bare #N for a link."""
    return re.sub(r"(#[A-Z]+(?:/[A-Z])?[!?]?)", r"`\1`", text)


def entry(prefix: str, function: Function, language: int) -> list[str]:
    arguments = ", ".join(shown(one, language) for one in function.arguments)
    lines = [f"**`{prefix}.{function.name}({arguments})`** {WORDS['gives'][language]} {GIVES[function.answer][language]}. {marked(function.help[language])}", ""]
    lines += [f"- `{one.name[language]}`: {marked(one.help[language])}{words(one, language)}" for one in function.arguments]
    return lines + ([""] if function.arguments else [])


def page(given: Table, language: int) -> str:
    lines = [f"# {WORDS['title'][language]}", "", WORDS["intro"][language], WORDS["other"][language], "", WORDS["note"][language], ""]
    for group, title in given.groups.items():
        lines += [f"## {title[language]}", ""]
        for function in given.functions:
            if function.group == group:
                lines += entry(given.prefix, function, language)
    return "\n".join(lines).rstrip("\n") + "\n"


def files(given: Table) -> dict[str, str]:
    return {"docs/spreadsheet-functions.md": page(given, 0), "docs/vi/ham-bang-tinh.md": page(given, 1)}
