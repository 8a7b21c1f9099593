"""calc/: what LibreOffice Calc is told of the functions: their types (IDL), and names and texts of the function wizard."""

from xml.sax.saxutils import escape

import table
from table import Argument, Function

FOLDER = "examples/spreadsheet/calc/generated"
IDL = """// Written by examples/spreadsheet/generate from functions.json; do not edit.
// any lets ranges, arrays, single values and arguments that are left out in.
module org {{ module innoscore {{ module calc {{

interface XInnoscore {{
{methods}
}};

}}; }}; }};
"""
XCU = """<?xml version="1.0" encoding="UTF-8"?>
<!-- Written by examples/spreadsheet/generate from functions.json; do not edit. -->
<oor:component-data xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  oor:name="CalcAddIns" oor:package="org.openoffice.Office">
 <node oor:name="AddInInfo">
  <node oor:name="{service}" oor:op="replace">
   <node oor:name="AddInFunctions">
{functions}
   </node>
  </node>
 </node>
</oor:component-data>
"""


def method(function: Function) -> str:
    return function.name  # of lower-case letters the IDL has no names with _


def names(function: Function) -> list[str]:
    """Names of the arguments that tie both files together; those of the table may be words of the IDL."""
    return [f"a{k + 1}" for k in range(len(function.arguments))]


def idl_type(argument: Argument) -> str:
    if argument.is_rest:
        return "sequence<any>"
    return "any" if argument.optional else "sequence< sequence<any> >"  # the wizard shows which ones are needed


def declared(function: Function) -> str:
    given = ", ".join(f"[in] {idl_type(one)} {name}" for one, name in zip(function.arguments, names(function)))
    answer = "sequence< sequence<any> >" if function.is_array else "any"
    return f"  {answer} {method(function)}({given});"


def texts(name: str, both: tuple[str, str], indent: int) -> str:
    values = "".join(f'<value xml:lang="{language}">{escape(text)}</value>' for language, text in zip(("en-US", "vi"), both))
    return f'{" " * indent}<prop oor:name="{name}">{values}</prop>'


def described(given: table.Table, function: Function) -> str:
    full = f"{given.prefix}.{function.name}"
    group = given.groups[function.group]
    lines = [f'    <node oor:name="{method(function)}" oor:op="replace">',
             f'     <prop oor:name="DisplayName"><value xml:lang="en-US">{full}</value></prop>',
             texts("Description", (f"{group[0]}. {function.help[0]}", f"{group[1]}. {function.help[1]}"), 5),
             '     <prop oor:name="Category"><value>Add-In</value></prop>',
             f'     <prop oor:name="CompatibilityName"><value xml:lang="en-US">{full}</value></prop>',
             '     <node oor:name="Parameters">']
    for one, name in zip(function.arguments, names(function)):
        lines += [f'      <node oor:name="{name}" oor:op="replace">', texts("DisplayName", one.name, 7), texts("Description", one.help, 7),
                  "      </node>"]
    return "\n".join([*lines, "     </node>", "    </node>"])


def files(given: table.Table) -> dict[str, str]:
    methods = "\n".join(map(declared, given.functions))
    functions = "\n".join(described(given, function) for function in given.functions)
    return {f"{FOLDER}/XInnoscore.idl": IDL.format(methods=methods),
            f"{FOLDER}/CalcAddIns.xcu": XCU.format(service=given.prefix.lower(), functions=functions)}
