"""Every exported function and every constant of the headers says what it promises, in Doxygen's words.

A function: @brief, one @param for each argument in their order, @return unless it is void, a @note with its thread
class and whether it allocates, @since. A constant: a comment of its own with @since. The test first shows on a small
header that it sees the lack of each."""
import pathlib
import re
import sys

FUNCTION = re.compile(r"INNO_API\s+([\w\s]+?[\s*]+)INNO_CALL\s+(inno_\w+)\s*\(([^;]*)\)\s*;")
CLASSES = ("pure", "const-shared", "exclusive")


def block_before(text, at):
    """The comment that ends right above a position; lines of the preprocessor may lie between."""
    above = re.search(r"/\*\*((?:(?!\*/).)*)\*/\s*(?:#\s*(?:if|elif|else|define)[^\n]*\n\s*)*$", text[:at], re.S)
    return above.group(1) if above else ""


def arguments(declared):
    """Names of the arguments: the last word of each."""
    declared = " ".join(declared.split())
    return [] if declared == "void" else [re.search(r"(\w+)$", part.strip()).group(1) for part in declared.split(",")]


def faults_of_function(result, declared, block):
    names, written = arguments(declared), re.findall(r"@param(?:\[out\])?\s+(\w+)\s+\S", block)
    note = re.search(r"@note\s+(.*?)(?=\s@(?!note)|$)", block, re.S)
    note = note.group(1) if note else ""
    if "@brief" not in block:
        yield "no @brief"
    if written != names:
        yield f"@param {written} for the arguments {names}"
    if ("@return" in block) != (result.strip() != "void"):
        yield "@return is missing, or it returns nothing"
    if not re.search(rf"Threads: (?:{'|'.join(CLASSES)})", note):
        yield f"@note without Threads: {' | '.join(CLASSES)}"
    if not re.search(r"Allocates: \w", note):
        yield "@note without Allocates:"
    if not re.search(r"@since \d+\.\d+", block):
        yield "no @since"


def constants(text):
    """Name and comment of every #define INNO_."""
    for found in re.finditer(r"^[ \t]*#[ \t]*define[ \t]+(INNO_\w+)([^\n]*)", text, re.M):
        trailing = re.match(r"[^\n]*/\*\*<((?:(?!\*/).)*)\*/", text[found.start(2):], re.S)
        yield found.group(1), trailing.group(1) if trailing else block_before(text, found.start())


def faults(text):
    """All that is wrong in one header, and how many functions and constants it has."""
    wrong, functions = [], list(FUNCTION.finditer(text))
    for f in functions:
        result, name, declared = f.groups()
        wrong += [f"{name}: {fault}" for fault in faults_of_function(result, declared, block_before(text, f.start()))]
    defined = list(constants(text))
    for name, comment in defined:
        if not re.search(r"\w.*@since \d+\.\d+", comment, re.S):
            wrong.append(f"{name}: no comment with @since")
    return wrong, {f.group(2) for f in functions}, len(defined)


GOOD = """/**
 * @brief Does.
 * @param x what
 * @param[out] out where
 * @return a status
 * @note Threads: pure. Allocates: never. @since 0.1
 */
INNO_API int32_t INNO_CALL inno_do(const double *x,
                                   double *out);
#define INNO_ONE 1 /**< one. @since 0.1 */
"""


def check_itself():
    assert faults(GOOD) == ([], {"inno_do"}, 1), faults(GOOD)
    for part in ("@brief", " * @param x what\n", " * @param[out] out where\n", " * @return a status\n",
                 "Threads: pure.", "Allocates: never.", "@since 0.1\n */", "/**<"):
        assert part in GOOD and faults(GOOD.replace(part, "", 1))[0], f"the lack of {part} goes unseen"
    swapped = GOOD.replace("@param x", "@param y")
    assert faults(swapped)[0] and faults(GOOD.replace("int32_t INNO_CALL", "void INNO_CALL"))[0]
    apart = GOOD.replace("INNO_API", "typedef int32_t inno_other;\nINNO_API")
    assert faults(apart)[0], "a comment of something else counts"


check_itself()
root = pathlib.Path(__file__).resolve().parents[2]
listed = set(re.findall(r"^\s+(inno_\w+);", (root / "cmake/innoscore.map").read_text(encoding="utf-8"), re.M))
seen, count, failed = set(), 0, []
for header in sorted((root / "include/innoscore").glob("*.h")):
    wrong, functions, defined = faults(header.read_text(encoding="utf-8"))
    failed += [f"{header.name}: {fault}" for fault in wrong]
    seen |= functions
    count += defined
failed += [f"{name}: no header declares it in a form that this test reads" for name in sorted(listed - seen)]
if failed:
    sys.exit("\n".join(failed))
print(f"{len(seen)} functions and {count} constants are documented")
