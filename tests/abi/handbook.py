"""The handbook and the library agree: every rule and key that the library lists is on the page of its step with its
default, in English, and in the Vietnamese one. Every defect of COINr that was verified is on the page of differences.
Usage: handbook.py LIBRARY"""
import ctypes as c
import pathlib
import re
import sys

root = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(root / "tests/bindings"))
from innoscore import N, Library  # noqa: E402

HANDBOOK = root / "docs/handbook"
PAGES = {"weighting": "weights"}  # where the page of a section has another name
VIETNAMESE = root / "docs/vi/so-tay.md"
DEFECTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 16, 17, 18, 22, 23, 24, 25, 26, 27, 28, 29, 30]


def passages(text):
    """Rows of tables, and paragraphs."""
    return [line for line in text.splitlines() if line.startswith("|")] + re.split(r"\n\s*\n", text)


def says(text, name, default):
    """Somewhere `name` and its default stand together; None = the name is enough."""
    quoted = re.compile(rf"`{name}`")
    wanted = re.compile(r"(?<![\w.,])" + re.escape(default) + r"(?![\w/]|[.,]\d)") if default else quoted
    return any(quoted.search(p) and wanted.search(p) for p in passages(text))


def plain(number):
    return "2/3" if number == 2 / 3 else f"{number:.0f}" if number == round(number) else f"{number:g}"


class Step:
    """One step as the library describes it."""

    def __init__(self, inno, index):
        number, section = c.c_int32(), c.c_char_p()
        inno.check(inno.lib.inno_step_info(index, c.byref(number), None, c.byref(section)))
        self.inno, self.number, self.section = inno, number.value, section.value.decode()
        self.scheme = inno.make("scheme", None, self.number)

    def keys(self):
        """Key, name, default as text or None, names of the choices."""
        lib, check = self.inno.lib, self.inno.check
        for k in range(lib.inno_key_count(self.number)):
            key, name, kind = c.c_int32(), c.c_char_p(), c.c_int32()
            check(lib.inno_key_info(self.number, k, c.byref(key), c.byref(name), c.byref(kind), None))
            choices = []
            for i in range(lib.inno_choice_count(key.value)):
                choice = c.c_char_p()
                check(lib.inno_choice_info(key.value, i, None, c.byref(choice)))
                choices.append(choice.value.decode())
            yield name.value.decode(), self.default(key.value, kind.value), choices

    def default(self, key, kind):
        lib, check = self.inno.lib, self.inno.check
        if kind in (N["INNO_TYPE_F64"], N["INNO_TYPE_I64"]):
            fallback = c.c_double()
            check(lib.inno_key_bounds(key, None, None, c.byref(fallback)))
            return plain(fallback.value) if fallback.value == fallback.value else None
        if kind == N["INNO_TYPE_CHOICE"]:
            chosen = c.c_int64()
            check(lib.inno_scheme_get_i64(self.scheme, None, key, c.byref(chosen), self.inno.error))
            return (lib.inno_choice_name(key, chosen.value) or b"").decode() or None
        text = c.create_string_buffer(1000)
        check(lib.inno_scheme_get_text(self.scheme, None, key, text, 1000, None, self.inno.error))
        return text.value.decode() or None


def section_of(text, name):
    """The part of the Vietnamese page under the heading of a section."""
    return text[text.index(f"[{name}]\n"):].split("\n## ")[0]


failed, checked = [], 0
with Library(sys.argv[1]) as library:
    vietnamese = VIETNAMESE.read_text(encoding="utf-8")
    for index in range(library.lib.inno_step_count()):
        step = Step(library, index)
        page_name = PAGES.get(step.section, step.section) + ".md"
        english = (HANDBOOK / page_name).read_text(encoding="utf-8")
        translated = section_of(vietnamese, step.section)
        for page, text, comma in ((page_name, english, "."), (VIETNAMESE.name, translated, ",")):
            for name, default, choices in step.keys():
                shown = default.replace(".", comma) if default and not choices else default
                rule = default in choices and f"`{default}` ({'default' if comma == '.' else 'mặc định'})" in text
                if not rule and not says(text, name, shown):
                    failed.append(f"{page}: key `{name}` of {step.section}, default {shown}")
                lacking = [choice for choice in choices if not says(text, choice, None)]
                failed += [f"{page}: rule `{choice}` of {step.section}" for choice in lacking]
                checked += 1 + len(choices)
        for heading in ("Source", "rrors") if step.section != "ranking" else ("Source",):
            if heading not in english:
                failed.append(f"{page_name}: nothing about {heading}")
    differences = (HANDBOOK / "coinr.md").read_text(encoding="utf-8")
    first_cells = " ".join(re.findall(r"^\|([^|]*)", differences, re.M))
    stated = {int(number) for number in re.findall(r"B(\d+)", first_cells)}
    failed += [f"coinr.md: B{number}" for number in DEFECTS if number not in stated]
    assert not says("`a` is 25", "a", "2") and not says("`a` 2\n\n`b` 3", "a", "3") and says("`a` (2)", "a", "2")
if failed:
    sys.exit("\n".join(failed))
print(f"{checked} rules and keys are in both handbooks, {len(DEFECTS)} differences from COINr are stated")
