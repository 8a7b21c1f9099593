"""Visual Basic as far as a module can be judged without it: lines, blocks, names, calls."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Iterator

KEYWORDS = set("""address_of and as attribute byref byval call case const declare dim do each else elseif end error exit explicit false for
function get goto if in is let lib long longptr loop lset mod new next not nothing on option optional or paramarray preserve private
property ptrsafe public redim resume select set step string sub then to true type until variant while with xor boolean double empty
win64 integer vb_name alias""".split())
BUILT_IN = set("""abs application cdbl chrw clng cstr cverr err iif instr int isarray ismissing isnull isobject lbound left left$ len mid
mid$ replace split strcomp strptr thisworkbook trim trim$ ubound ucase ucase$ varptr vartype vbboolean vbempty vberror vbnull
vbobjecterror vbstring vbbinarycompare""".split())
PAIRS = {"sub": "end sub", "function": "end function", "property": "end property", "type": "end type", "select": "end select",
         "for": "next", "do": "loop", "if": "end if", "#if": "#end if"}
HEAD = re.compile(r"(?:(public|private) )?(sub|function|property get|property let) (\w+)\s*\((.*)\)(?: as \w+)?$", re.I)
DECLARE = re.compile(r'(public|private) declare ptrsafe function (\w+) lib "([^"]+)" \((.*)\) as (\w+)$', re.I)
NAME = re.compile(r"(?<![\w.#&])[A-Za-z]\w*\$?")


def plain(line: str) -> str:
    """Without texts and remarks; a text leaves "" behind."""
    out, inside = [], False
    for letter in line:
        if letter == '"':
            inside = not inside
            out.append(letter)
        elif letter == "'" and not inside:
            break
        elif not inside:
            out.append(letter)
    assert not inside, f"a text is not closed: {line}"
    return "".join(out).rstrip()


@dataclass
class Procedure:
    name: str
    kind: str
    parameters: list[str]
    optional: int
    rest: bool
    body: list[str] = field(default_factory=list)


def logical(text: str) -> Iterator[tuple[int, int, str]]:
    """Lines as Basic reads them: number of the first, continuations, text."""
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        first, line, more = at, lines[at], 0
        while line.endswith(" _"):
            at, more = at + 1, more + 1
            line = line[:-1] + lines[at].lstrip()
        yield first + 1, more, line
        at += 1


def split(given: str) -> list[str]:
    """At commas outside brackets and texts."""
    out, depth, inside, last = [], 0, False, 0
    for k, letter in enumerate(given):
        inside ^= letter == '"'
        depth += 0 if inside else (letter == "(") - (letter == ")")
        if letter == "," and depth == 0 and not inside:
            out.append(given[last:k].strip())
            last = k + 1
    return [*out, given[last:].strip()] if given.strip() else []


def parameter_name(parameter: str) -> str:
    return re.match(r"(?:optional )?(?:byval |byref |paramarray )?(\w+)", parameter, re.I)[1].lower()


class Module:
    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = list(logical(text))
        self.declares: dict[bool, list[re.Match[str]]] = {True: [], False: []}  # by Win64
        self.names: dict[str, int] = {}  # of the module, in lower case: how often defined for Win64
        self.procedures: dict[str, Procedure] = {}
        self.unbalanced: list[str] = []
        self._read()

    def _read(self) -> None:
        blocks: list[tuple[str, int]] = []
        win64: bool | None = None
        inside: Procedure | None = None
        of_type = False
        for number, _, line in self.lines:
            code = plain(line).strip()
            low = code.lower()
            if low.startswith("#"):
                win64 = {"#if win64 then": True, "#else": False}.get(low, None)
            if found := DECLARE.match(line.strip()):
                for bits in (True, False):
                    if win64 in (None, bits):
                        self.declares[bits].append(found)
                self.names[found[2].lower()] = 1
            elif found := HEAD.match(code):
                inside = self._procedure(found)
            elif low in ("end sub", "end function", "end property"):
                inside = None
            elif inside is not None:
                inside.body.append(line.strip())
            elif found := re.match(r"(?:public|private) (?:const )?(\w+) as", low):
                self.names[found[1]] = self.names.get(found[1], 0) + (win64 is not False)
            elif found := re.match(r"(?:public|private) type (\w+)", low):
                self.names[found[1]], of_type = 1, True
            self._block(low, number, blocks)
        self.unbalanced += [f"line {number}: {kind} has no end" for kind, number in blocks]

    def _procedure(self, found: re.Match[str]) -> Procedure:
        parameters = split(found[4])
        name = found[3].lower()
        self.names[name] = self.names.get(name, 0) + 1
        one = Procedure(found[3], found[2].lower(), [parameter_name(each) for each in parameters],
                        sum(each.lower().startswith(("optional", "paramarray")) for each in parameters),
                        any(each.lower().startswith("paramarray") for each in parameters))
        self.procedures[name] = one
        return one

    def _block(self, low: str, number: int, blocks: list[tuple[str, int]]) -> None:
        word = re.sub(r"^(public|private) ", "", low).split(" ")[0]
        if blocks and low.startswith(PAIRS[blocks[-1][0]]):
            blocks.pop()
        elif low.startswith(("end ", "#end")) and low != "end" or word in ("next", "loop"):
            self.unbalanced.append(f"line {number}: {low} ends nothing")
        elif word in PAIRS and not (word == "if" and not low.endswith(" then")):
            blocks.append((word, number))

    def undeclared(self) -> list[str]:
        """Names in procedures that nothing declares: what Option Explicit stops at."""
        wrong = []
        for one in self.procedures.values():
            labels = {line[:-1].lower() for line in one.body if re.fullmatch(r"\w+:", line)}
            known = set(one.parameters) | labels | {one.name.lower()}
            for line in one.body:
                if found := re.match(r"dim (.*)", plain(line), re.I):
                    known |= {parameter_name(each) for each in split(found[1])}
            for line in one.body:
                for name in NAME.findall(re.sub(r"\w+:=", "", plain(line))):
                    low = name.lower()
                    if low not in known | KEYWORDS | BUILT_IN and low not in self.names and low not in ("innodouble", "innolongs"):
                        wrong.append(f"{one.name}: {name} is declared nowhere")
        return wrong

    def calls(self) -> Iterator[tuple[str, str, int]]:
        """Where, what is called, and with how many arguments."""
        for one in self.procedures.values():
            for line in one.body:
                code = plain(line)
                for found in re.finditer(r"(?<![\w.])(inno\w+)\(", code, re.I):
                    depth, end = 0, found.end() - 1
                    while depth > 0 or end == found.end() - 1:
                        depth += (code[end] == "(") - (code[end] == ")")
                        end += 1
                    yield one.name, found[1], len(split(code[found.end():end - 1]))
                if found := re.search(r"(?:^|then |else )(inno\w+)(?: (?!=|As)(.+))?$", code, re.I):
                    yield one.name, found[1], len(split(found[2] or ""))
