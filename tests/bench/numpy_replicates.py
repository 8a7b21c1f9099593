"""The peer of the benchmark of replicates: 63 units, 52 indicators -> 12 -> 4 -> 1, every weight of every level 1 +- 25 %,
counted ranks. A chunk at a time: one matrix product, one argsort, one bincount. Nodes are rows and replicates columns, so
that sums over families and their way back run along memory. Prints the best chunk's replicates a second of processor time,
and how long the product takes: a plain BLAS is several times as slow there as a tuned one."""
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
    w = 0.75 + 0.5 * rng.random((len(above[level]), chunk))
    return w / np.add.reduceat(w, first[level], axis=0)[above[level]]


def run(replicates, chunk):
    counts = np.zeros(UNITS * UNITS, dtype=np.int64)
    for _ in range(replicates // chunk):
        weights = shares(0, chunk) * (shares(1, chunk) * shares(2, chunk)[pillar])[group]
        order = np.argsort(-(weights.T @ x), axis=1)
        counts += np.bincount((order + places).ravel(), minlength=UNITS * UNITS)
    assert counts.sum() == replicates // chunk * chunk * UNITS
    return counts


def best(task, repeats):
    seconds = []
    for _ in range(repeats):
        begin = time.process_time()
        task()
        seconds.append(time.process_time() - begin)
    return min(seconds)


rates = {chunk: 20000 / best(lambda: run(20000, chunk), 8) for chunk in (100, 200, 500, 1000)}
chunk = max(rates, key=rates.get)
weights = rng.random((INDICATORS, chunk))
print("numpy_replicates %.9g" % rates[chunk])
print("numpy_chunk %d" % chunk)
print("numpy_product %.9g" % (best(lambda: [weights.T @ x for _ in range(20)], 8) / 20 / chunk * 1e9))
