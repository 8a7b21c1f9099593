"""Memory against the formula of docs/limits.md, with an allocator written in Python that counts. Also: every block
comes back, with the size that was asked for. Usage: ctypes_memory.py LIBRARY"""
import ctypes as c
import sys

from innoscore import N, Library

ALLOCATE = c.CFUNCTYPE(c.c_void_p, c.c_void_p, c.c_size_t)
RELEASE = c.CFUNCTYPE(None, c.c_void_p, c.c_void_p, c.c_size_t)
libc = c.CDLL(None)
libc.malloc.restype, libc.malloc.argtypes, libc.free.argtypes = c.c_void_p, [c.c_size_t], [c.c_void_p]


class Allocator(c.Structure):
    _fields_ = [("allocate", ALLOCATE), ("release", RELEASE), ("context", c.c_void_p)]


class Counter:
    """Bytes in use and the most that were."""

    def __init__(self):
        self.blocks, self.used, self.most = {}, 0, 0
        self.hook = Allocator(ALLOCATE(self.allocate), RELEASE(self.release), None)
        self.pointer = c.cast(c.byref(self.hook), c.c_void_p)

    def allocate(self, _, size):
        block = libc.malloc(size)
        self.blocks[block] = size
        self.used += size
        self.most = max(self.most, self.used)
        return block

    def release(self, _, block, size):
        assert self.blocks.pop(block) == size
        self.used -= size
        libc.free(block)


SMALL = 40000  # bytes that the formula leaves out, whatever the units: lists of columns and groups


def within(what, formula, measured, slack):
    assert formula <= measured <= formula + slack, (what, formula, measured, slack)


def formula(units, indicators, aggregates, children, code, keep, steps, groups):
    """What docs/limits.md says, from below and from above: of the result, and of the work while it is computed."""
    cells = 8 * units * (indicators + aggregates)
    if keep & N["INNO_KEEP_COVERAGE"]:
        cells += 8 * units * aggregates
    if keep & N["INNO_KEEP_STEPS"]:
        cells += 9 * units * indicators * len(steps) + 10 * units * ("screen" in steps)
    cells += 4 * units * groups
    scratch = {"impute": 24 * units, "treat": 24 * units, "normalize": 40 * units}
    work = 9 * units + max([scratch.get(step, 0) for step in steps] + [children * (8 * min(units, 256) + 24)])
    return [(cells + units * (code + 9 + table), work) for table in (16, 32)]


def measure(inno, units, pillars, children, keep, steps, grouped):
    lib, error = inno.lib, inno.error
    pillar = [b"p%d" % k for k in range(pillars)]
    leaves = [(b"x%d_%d" % (p, k), pillar[p], 1, 1.0) for p in range(pillars) for k in range(children)]
    nodes = inno.indicator_set([(b"index", None, 1, 1.0), *[(p, b"index", 1, 1.0) for p in pillar], *leaves])
    codes = [b"u%07d" % i for i in range(units)]
    rising = [float(i * 7919 % 1000 + i % 13) for i in range(units)]
    data_counter = Counter()
    data = inno.dataset(codes, {code: rising for code, *_ in leaves}, data_counter.pointer)
    if grouped:
        labels = (c.c_char_p * units)(*[b"g%d" % (i % 8) for i in range(units)])
        inno.check(lib.inno_dataset_add_group(data, b"region", labels, error))
    method = inno.method(nodes, [(step, {}) for step in steps] + [("aggregate", {})])
    counter = Counter()
    result = inno.make("result", counter.pointer, method, data, keep)
    kept, most = counter.used, counter.most
    within("dataset", 8 * units * len(leaves) + 4 * units * grouped + units * (8 + 25), data_counter.used,
           units * (8 + 25) + SMALL)
    for group, wanted in ((None, 40 * units), (b"region", 64 * units + 8 * 8))[:1 + grouped]:
        counter.most = 0
        inno.column(lib.inno_result_ranks, result, 0, group)
        within("ranks", wanted, counter.most - kept, SMALL)
    bounds = formula(units, len(leaves), pillars + 1, max(children, pillars), 8, keep, steps, int(grouped))
    inno.destroy_all_but(None)
    assert not counter.blocks and not data_counter.blocks, "a block was not released"
    per_node = 2000 * (len(leaves) + pillars + 1)  # the tree, codes and logs, whatever the units
    (low, work), (high, _) = bounds
    print(f"{units} units, {len(leaves)} indicators, keep {keep}, {'+'.join(steps)}: result {kept / 1e6:.2f} MB "
          f"(formula {low / 1e6:.2f} to {high / 1e6:.2f}), the run {(most - kept) / 1e6:.2f} more ({work / 1e6:.2f})")
    within("result", low, kept, high - low + per_node)
    within("run", work, most - kept, per_node)


with Library(sys.argv[1]) as library:
    every = ["denominate", "impute", "screen", "treat", "normalize"]
    measure(library, 20000, 7, 8, N["INNO_KEEP_SCORES"], ["denominate", "treat", "normalize"], False)
    measure(library, 20000, 7, 8, N["INNO_KEEP_ALL"], every, True)
    measure(library, 63, 7, 8, N["INNO_KEEP_ALL"], ["denominate", "treat", "normalize"], True)
    measure(library, 50000, 2, 3, N["INNO_KEEP_COVERAGE"], ["normalize"], False)
