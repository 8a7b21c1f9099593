"""Writes sobol_reference.h: what scipy.stats.qmc.Sobol(scramble=False) gives with 52 bits.

SciPy numbers its points in Gray code: its point n is ours of number n ^ (n >> 1).
Run: python3 sobol_reference.py (needs NumPy and SciPy)
"""
import pathlib
import warnings

from scipy.stats import qmc

DIMENSIONS, BITS = 1024, 52
CHOSEN = (0, 1, 2, 3, 4, 9, 52, 480, 481, 777, 1023)
warnings.simplefilter("ignore")


def whole(x):
    """Doubles of 52 digits are whole numbers over 2^52."""
    return [int(v * 2.0**BITS) for v in x]


def fnv(numbers):
    h = 0xCBF29CE484222325
    for n in numbers:
        for byte in int(n).to_bytes(8, "little"):
            h = (h ^ byte) * 0x100000001B3 % 2**64
    return h


def rows(numbers, per_line=5):
    texts = [f"UINT64_C({n})" for n in numbers]
    return ",\n".join("    " + ", ".join(texts[i:i + per_line]) for i in range(0, len(texts), per_line))


sobol = qmc.Sobol(DIMENSIONS, scramble=False, bits=BITS)
directions = sobol._sv  # dimensions x bits, as SciPy's generator uses them
few = sobol.random(64)[:, CHOSEN]
hashes = [fnv(directions[:, k]) for k in range(BITS)]

text = f"""/* Written by sobol_reference.py: points of scipy.stats.qmc.Sobol(scramble=False, bits=52), times 2^52. */
#ifndef TESTS_GOLDEN_SOBOL_REFERENCE_H
#define TESTS_GOLDEN_SOBOL_REFERENCE_H

#include <stdint.h>

/* clang-format off */
static const int32_t sobol_chosen[{len(CHOSEN)}] = {{{", ".join(map(str, CHOSEN))}}};

/* [point of SciPy][chosen dimension] */
static const uint64_t sobol_few[64][{len(CHOSEN)}] = {{
{", ".join("{" + rows(whole(row)).strip() + "}" + chr(10) for row in few)}}};

/* Direction number k of all 1024 dimensions, hashed in their order (FNV-1a, 8 bytes each, lowest first). */
static const uint64_t sobol_directions_hash[{BITS}] = {{
{rows(hashes)}}};

#endif
"""
pathlib.Path(__file__).with_name("sobol_reference.h").write_text(text)
