"""Loading the library leaves the arithmetic of the host alone: the smallest double is still not zero."""
import ctypes
import subprocess
import sys

needed = subprocess.run(["nm", "-D", "--undefined-only", sys.argv[1]], check=True, capture_output=True, text=True).stdout
if any(word in needed for word in ("__asan", "__ubsan", "__tsan", "__msan")):
    print("instrumented build: cannot be loaded here")
    sys.exit(77)
ctypes.CDLL(sys.argv[1])
smallest = 5e-324
assert smallest * 1.0 != 0.0 and 1e-310 / 1.5 != 0.0
