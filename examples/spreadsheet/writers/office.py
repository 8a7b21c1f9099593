"""office/: the metadata that Excel reads, in English and Vietnamese, and what functions.mjs has to know of each function."""

import json

import table
from table import Argument, Function

ENGLISH, VIETNAMESE = 0, 1


def parameter(argument: Argument, language: int) -> dict:
    # type "any" everywhere: only so errors come through, and a blank cell is no 0
    found = {"name": argument.name[language].replace(" ", "_"), "description": argument.help[language], "type": "any",
             "dimensionality": "matrix" if argument.is_range or argument.is_rest else "scalar"}
    if argument.is_rest:
        found["repeating"] = True
    elif argument.optional:
        found["optional"] = True
    return found


def metadata(function: Function, language: int) -> dict:
    return {"id": function.name, "name": function.name, "description": function.help[language],
            "result": {"type": "any", "dimensionality": "matrix" if function.is_array else "scalar"},
            "parameters": [parameter(one, language) for one in function.arguments]}


def functions_json(given: table.Table, language: int) -> str:
    lines = ",\n".join("  " + json.dumps(metadata(one, language), ensure_ascii=False) for one in given.functions)
    return ('{\n "$schema": "https://developer.microsoft.com/json-schemas/office-js/custom-functions.schema.json",\n'
            ' "allowErrorForDataTypeAny": true,\n "functions": [\n' + lines + "\n ]\n}\n")


def table_mjs(given: table.Table) -> str:
    def line(one: Function) -> str:
        rest = any(argument.is_rest for argument in one.arguments)
        return f'  ["{one.name}", {len(one.arguments)}, {str(one.is_array).lower()}, {str(rest).lower()}],\n'
    return ("/** Written by examples/spreadsheet/generate from functions.json; do not edit.\n"
            " * Each function: id, number of parameters, is its answer a table, does its last parameter repeat. */\n"
            "export const FUNCTIONS = [\n" + "".join(line(one) for one in given.functions) + "];\n")


def files(given: table.Table) -> dict[str, str]:
    folder = "examples/spreadsheet/office/"
    return {folder + "functions.json": functions_json(given, ENGLISH), folder + "functions-vi.json": functions_json(given, VIETNAMESE),
            folder + "table.mjs": table_mjs(given)}
