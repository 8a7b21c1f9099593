"""gnumeric/: the description of the plug-in, and the functions with their help as Gnumeric's own structures."""

from xml.sax.saxutils import escape

import table
from table import Function
from writers.cells import quoted

HEAD = """/* Written by examples/spreadsheet/generate from functions.json; do not edit. */
/* clang-format off */

"""
END = "  {NULL, NULL, NULL, NULL, NULL, GNM_FUNC_SIMPLE, GNM_FUNC_IMPL_STATUS_EXISTS, GNM_FUNC_TEST_STATUS_UNKNOWN}};"
LANGUAGES = ("en", "vi")
ABOUT = ("From indicators to an innovation index: functions INNO.*", "Từ chỉ số thành phần đến bộ chỉ số: các hàm INNO.*")


def service(group: str) -> str:
    return f"innoscore_{group}"


def grouped(given: table.Table) -> list[tuple[str, list[Function]]]:
    found = [(group, [one for one in given.functions if one.group == group]) for group in given.groups]
    return [(group, functions) for group, functions in found if functions]


def name(given: table.Table, function: Function) -> str:
    return f"{given.prefix}.{function.name}"


def help_of(given: table.Table, function: Function, language: int) -> list[str]:
    lines = [f"static GnmFuncHelp const help_{function.name.lower()}_{LANGUAGES[language]}[] = {{",
             f"  {{GNM_FUNC_HELP_NAME, {quoted(name(given, function) + ':' + function.help[language])}}},"]
    lines += [f"  {{GNM_FUNC_HELP_ARG, {quoted(one.name[language] + ':' + one.help[language])}}}," for one in function.arguments]
    return [*lines, "  {GNM_FUNC_HELP_END, NULL}};"]


def descriptor(given: table.Table, function: Function) -> str:
    flags = "GNM_FUNC_RETURNS_NON_SCALAR" if function.is_array else "GNM_FUNC_SIMPLE"
    return (f"  {{{quoted(name(given, function).lower())}, NULL, help_{function.name.lower()}_en, NULL, call_cells, {flags}, "
            "GNM_FUNC_IMPL_STATUS_UNIQUE_TO_GNUMERIC, GNM_FUNC_TEST_STATUS_BASIC},")


def functions_inc(given: table.Table) -> str:
    lines = [HEAD.rstrip("\n"), ""]
    for function in given.functions:
        for language in range(len(LANGUAGES)):
            lines += help_of(given, function, language)
    for group, functions in grouped(given):
        lines += ["", f"G_MODULE_EXPORT GnmFuncDescriptor {service(group)}_functions[] = {{"]
        lines += [descriptor(given, one) for one in functions]
        lines += [END]
        lines += [f"static GnmFuncHelp const *const {service(group)}_vi[] = {{"]
        lines += [f"  help_{one.name.lower()}_vi," for one in functions] + ["};"]
    lines += ["", "static const struct group groups[] = {"]
    lines += [f"  {{{service(group)}_functions, {service(group)}_vi, {len(functions)}}}," for group, functions in grouped(given)]
    return "\n".join([*lines, "};", ""])


PLUGIN = """<?xml version="1.0" encoding="UTF-8"?>
<plugin id="innoscore">
  <!-- Written by examples/spreadsheet/generate from functions.json; do not edit. -->
  <information>
    <name>innoscore</name>
    <description>{english}</description>
    <description xml:lang="vi">{vietnamese}</description>
  </information>
  <loader type="Gnumeric_Builtin:module">
    <attribute name="module_file" value="innoscore" />
  </loader>
  <services>
{services}
  </services>
</plugin>
"""
SERVICE = """    <service type="function_group" id="{id}">
      <category>innoscore: {english}</category>
      <category xml:lang="vi">innoscore: {vietnamese}</category>
      <functions>
{functions}
      </functions>
    </service>"""


def plugin_xml(given: table.Table) -> str:
    """Gnumeric takes the first node for the root, so nothing stands before it."""
    services = []
    for group, functions in grouped(given):
        english, vietnamese = map(escape, given.groups[group])
        names = "\n".join(f'        <function name="{name(given, one).lower()}" />' for one in functions)
        services.append(SERVICE.format(id=service(group), english=english, vietnamese=vietnamese, functions=names))
    return PLUGIN.format(english=escape(ABOUT[0]), vietnamese=escape(ABOUT[1]), services="\n".join(services))


def files(given: table.Table) -> dict[str, str]:
    folder = "examples/spreadsheet/gnumeric/"
    return {folder + "plugin.xml": plugin_xml(given), folder + "functions.inc": functions_inc(given)}
