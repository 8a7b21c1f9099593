"""The peer of the benchmark of replicates: 63 units, 52 indicators -> 12 -> 4 -> 1, every weight of every level 1 +- 25 %,
counted ranks. A chunk at a time: one matrix product, one argsort, one bincount. Prints the best chunk size's replicates a
second of processor time. Indicators lie group by group, as a tuned program would have them."""
import time

import numpy as np

UNITS, INDICATORS, GROUPS, PILLARS = 63, 52, 12, 4
group = np.sort(np.arange(INDICATORS) % GROUPS)
pillar = np.sort(np.arange(GROUPS) % PILLARS)
first = [np.searchsorted(group, np.arange(GROUPS)), np.searchsorted(pillar, np.arange(PILLARS)), np.zeros(1, dtype=int)]
above = [group, pillar, np.zeros(PILLARS, dtype=int)]
rng = np.random.default_rng(42)
x = np.ascontiguousarray(rng.random((UNITS, INDICATORS)).T)
places = np.arange(UNITS) * UNITS


def shares(level, chunk):
    w = 1.0 + 0.25 * (2.0 * rng.random((chunk, len(above[level]))) - 1.0)
    return w / np.add.reduceat(w, first[level], axis=1)[:, above[level]]


def run(replicates, chunk):
    counts = np.zeros(UNITS * UNITS, dtype=np.int64)
    for _ in range(replicates // chunk):
        weights = shares(0, chunk) * (shares(1, chunk) * shares(2, chunk)[:, pillar])[:, group]
        order = np.argsort(-(weights @ x), axis=1)
        counts += np.bincount((order + places).ravel(), minlength=UNITS * UNITS)
    assert counts.sum() == replicates // chunk * chunk * UNITS
    return counts


def rate(chunk, replicates=20000, repeats=6):
    best = 0.0
    for _ in range(repeats):
        begin = time.process_time()
        run(replicates, chunk)
        best = max(best, replicates / (time.process_time() - begin))
    return best


rates = {chunk: rate(chunk) for chunk in (100, 200, 500, 1000)}
chunk = max(rates, key=rates.get)
print("numpy_replicates %.9g" % rates[chunk])
print("numpy_chunk %d" % chunk)
