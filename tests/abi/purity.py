"""The library does no I/O, has no state, no threads, no clock, no locale: by its sources and by what it links."""
import pathlib
import re
import subprocess
import sys

root = pathlib.Path(__file__).resolve().parents[2]
forbidden = re.compile(
    r"#\s*include\s*<(stdio|time|locale|threads|pthread|unistd|errno|signal|setjmp|wchar|fenv)\.h>"
    r"|\b(printf|fprintf|sprintf|snprintf|fopen|getenv|setlocale|time|clock|rand|srand|abort|exit|strtod|atof|assert)\s*\("
    r"|\b(log|log10|exp|pow|sin|cos|tan|expm1|log1p)\s*\(")
for path in sorted((root / "lib").rglob("*.[ch]")):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        code = re.sub(r'"(\\.|[^"\\])*"', '""', line.split("//")[0])
        if not code.lstrip().startswith(("*", "/*")) and forbidden.search(re.sub(r"/\*.*?\*/", "", code)):
            sys.exit(f"{path.relative_to(root)}:{number}: impure: {line.strip()}")
# of the mathematics only what is exact by definition
allowed = {"malloc", "free", "memcpy", "memmove", "memset", "memcmp", "strcmp", "strncmp", "strlen", "strchr", "sqrt", "floor",
           "__stack_chk_fail", "_ITM_deregisterTMCloneTable", "_ITM_registerTMCloneTable", "__cxa_finalize",
           "__gmon_start__", "__memcpy_chk", "__tls_get_addr"}
out = subprocess.run(["nm", "-D", "--undefined-only", sys.argv[1]], check=True, capture_output=True, text=True).stdout
wanted = {line.split()[-1].split("@")[0] for line in out.splitlines()}
instrumented = {n for n in wanted if n.startswith(("__asan", "__ubsan", "__tsan", "__msan", "__gcov", "__llvm", "__sanitizer"))}
if instrumented:
    print("instrumented build: symbols not compared")
elif wanted - allowed:
    sys.exit(f"the library needs {sorted(wanted - allowed)}")
data = subprocess.run(["size", "-A", sys.argv[1]], check=True, capture_output=True, text=True).stdout
sections = {line.split()[0]: int(line.split()[1]) for line in data.splitlines() if line.startswith((".data ", ".bss "))}
if not instrumented and (sections.get(".data", 0) > 64 or sections.get(".bss", 0) > 64):
    sys.exit(f"writable data in the library: {sections}")
print("pure; needs", ", ".join(sorted(wanted & allowed - {"_ITM_deregisterTMCloneTable", "_ITM_registerTMCloneTable"})))
