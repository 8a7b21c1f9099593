"""Prints the help that the plug-in gives to Gnumeric, read from its tables as Gnumeric reads them: a line an entry,
function, kind and text with tabs between. Usage: help.py PLUGIN.so, in the language of the locale"""

import ctypes
import pathlib
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from cells import table  # noqa: E402

KINDS = {1: "name", 2: "argument"}


class Help(ctypes.Structure):
    _fields_ = [("kind", ctypes.c_int), ("text", ctypes.c_char_p)]


class Descriptor(ctypes.Structure):
    _fields_ = [("name", ctypes.c_char_p), ("arguments", ctypes.c_char_p), ("help", ctypes.POINTER(Help)),
                ("of_values", ctypes.c_void_p), ("of_expressions", ctypes.c_void_p), ("flags", ctypes.c_int),
                ("status", ctypes.c_int), ("tested", ctypes.c_int)]


ctypes.CDLL("libspreadsheet.so", mode=ctypes.RTLD_GLOBAL)
plugin = ctypes.CDLL(sys.argv[1])
plugin.go_plugin_init(None, None)
for group in dict.fromkeys(one.group for one in table.read().functions):
    functions = (Descriptor * 1000).in_dll(plugin, f"innoscore_{group}_functions")
    for function in functions:
        if function.name is None:
            break
        at = 0
        while function.help[at].kind != 0:
            print(function.name.decode(), KINDS[function.help[at].kind], function.help[at].text.decode(), sep="\t")
            at += 1
