#!/usr/bin/env python3
"""Writes climb_reference.h: cheapest combinations by SciPy's linear programs (HiGHS). Six indicators below two pillars,
scores 0..100 between 0 and 10 (bads from 10 down to 0), weighted arithmetic means; the program knows nothing of ratios
of points to costs. Usage: climb_reference.py > climb_reference.h"""
import random

import scipy
from scipy.optimize import linprog

CASES, INDICATORS, UNITS = 12, 6, 4
random.seed(20)


def numbers(values):
    return "{" + ", ".join(repr(v) for v in values) + "}"


def case(number):
    pillar = [random.choice([1.0, 2.0, 3.0]) for _ in range(2)]
    weight = [random.choice([1.0, 2.0, 5.0]) for _ in range(INDICATORS)]
    sign = [random.choice([1, 1, -1]) for _ in range(INDICATORS)]
    x = [[round(random.uniform(1, 9), 3) for _ in range(UNITS)] for _ in range(INDICATORS)]
    cost = [round(random.uniform(0.5, 20), 2) for _ in range(INDICATORS)]
    cap = [round(x[j][0] + sign[j] * random.uniform(0.05, 0.9) * (10 - x[j][0] if sign[j] > 0 else x[j][0]), 3)
           for j in range(INDICATORS)]
    gain = []
    for j in range(INDICATORS):
        family = [k for k in range(INDICATORS) if k % 2 == j % 2]
        gain.append(10.0 * weight[j] / sum(weight[k] for k in family) * pillar[j % 2] / sum(pillar))
    room = [abs(cap[j] - x[j][0]) for j in range(INDICATORS)]
    score = sum(gain[j] * (x[j][0] if sign[j] > 0 else 10 - x[j][0]) for j in range(INDICATORS))
    most = sum(g * r for g, r in zip(gain, room))
    goal = round(score + (1.05 if number % 4 == 3 else random.uniform(0.1, 0.95)) * most, 6)
    p = linprog(cost, A_ub=[[-g for g in gain]], b_ub=[score - goal], bounds=[(0, r) for r in room], method="highs")
    best = p.fun if p.success else -1.0
    rows = ", ".join(numbers(row) for row in x)
    return f"    {{{numbers(pillar)}, {numbers(weight)}, {{{', '.join(map(str, sign))}}},\n     {{{rows}}},\n" \
           f"     {numbers(cost)}, {numbers(cap)}, {goal!r}, {best!r}}},"


print(f"/* Written by climb_reference.py with SciPy {scipy.__version__}. cost -1 = no combination reaches the goal. */")
print("static const struct {\n  double pillar[2], weight[6];\n  int sign[6];\n  double x[6][4], costs[6], caps[6], goal, cost;\n"
      "} climb_cases[] = {")
for n in range(CASES):
    print(case(n))
print("};")
