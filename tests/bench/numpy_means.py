"""The peer of bench's small case: min-max and three levels of weighted means on 63 x 52, vectorized. Prints its median."""
import time

import numpy as np

units, indicators, groups, pillars = 63, 52, 17, 7
rng = np.random.default_rng(42)
x = 10.0 + rng.random((units, indicators))
direction = np.array([-1.0 if j % 5 == 4 else 1.0 for j in range(indicators)])
weight = np.array([0.5 if j % 3 == 2 else 1.0 for j in range(indicators)])


def shares(parents, count, w):
    m = np.zeros((len(parents), count))
    m[np.arange(len(parents)), parents] = w
    return m / m.sum(axis=0)


first = shares(np.arange(indicators) % groups, groups, weight)
second = shares(np.arange(groups) % pillars, pillars, 1.0)
third = shares(np.zeros(pillars, dtype=int), 1, 1.0)


def score():
    y = x * direction
    low, high = y.min(axis=0), y.max(axis=0)
    normalized = (y - low) / (high - low) * 100.0
    return normalized @ first @ second @ third


times = []
for _ in range(15):
    begin = time.perf_counter()
    for _ in range(2000):
        score()
    times.append((time.perf_counter() - begin) / 2000)
print("numpy_63x52 %.9g" % sorted(times)[7])
