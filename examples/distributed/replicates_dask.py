#!/usr/bin/python3
"""One run of replicates on the workers of Dask: every task runs a range into a tally and returns its bytes; the client adds
up. The digest is that of one worker, and of `scoreboard --uncertainty N` with the same method.

Usage: replicates_dask.py LIBRARY FRAMEWORK.csv DATA.csv REPLICATES [WORKERS | SCHEDULER-ADDRESS]
The method is here: make_uncertainty(). The library is called through ctypes, nothing is compiled."""
import csv
import ctypes as c
import functools
import math
import sys

from distributed import Client, LocalCluster, as_completed

TASKS_A_WORKER = 4  # more tasks than workers: who is faster takes more of them

INNO_STEP_NORMALIZE, INNO_STEP_AGGREGATE, INNO_STEP_RANK = 500, 600, 700  # innoscore/scheme.h
INNO_TALLY_REPLICATES = 2                                                 # innoscore/tally.h
text, number, size, pointer = c.c_char_p, c.c_double, c.c_int64, c.c_void_p
TYPES = {
    "error_create": [pointer, pointer], "indicator_set_create": [pointer, pointer, pointer],
    "indicator_set_add": [pointer, text, text, pointer], "indicator_set_direction": [pointer, text, c.c_int32, pointer],
    "indicator_set_weight": [pointer, text, number, pointer], "indicator_set_freeze": [pointer, pointer],
    "dataset_create": [pointer, size, c.POINTER(text), pointer, pointer],
    "dataset_add_column": [pointer, text, c.POINTER(number), c.c_ssize_t, pointer],
    "scheme_create": [pointer, c.c_int32, pointer, pointer], "scheme_set_text": [pointer, text, c.c_int32, text, pointer],
    "assumptions_create": [pointer, pointer, pointer],
    "assumptions_add_weight_noise": [pointer, c.c_int32, number, pointer],
    "uncertainty_create": [pointer, pointer, pointer, c.POINTER(pointer), size, pointer, pointer, pointer, pointer, pointer],
    "tally_create": [pointer, pointer, pointer, pointer], "tally_run": [pointer, pointer, size, size, pointer],
    "tally_merge": [pointer, pointer, pointer], "tally_write": [pointer, text, size, pointer, pointer],
    "tally_read": [pointer, text, size, pointer, pointer], "tally_digest": [pointer, text, size, pointer],
    "tally_destroy": [pointer]}


class Library:
    def __init__(self, path):
        self.lib, self.error = c.CDLL(path), pointer()
        for name, types in TYPES.items():
            getattr(self.lib, "inno_" + name).argtypes = types
        self.lib.inno_error_message.restype, self.lib.inno_error_message.argtypes = text, [pointer]
        self.lib.inno_key_from_name.argtypes = [c.c_int32, text]
        self.lib.inno_tally_number.restype, self.lib.inno_tally_number.argtypes = size, [pointer, c.c_int32]
        self.lib.inno_error_create(None, c.byref(self.error))

    def call(self, name, *arguments):
        if getattr(self.lib, "inno_" + name)(*arguments, self.error) != 0:
            raise ValueError(self.lib.inno_error_message(self.error).decode())

    def make(self, name, *arguments):
        made = pointer()
        self.call(name, *arguments, c.byref(made))
        return made


def rows(file):
    with open(file, encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def make_uncertainty(inno, framework, data):
    """Columns of the framework beside code, parent, direction and weight that normalization knows are its keys."""
    nodes, units = rows(framework), rows(data)
    scheme = {step: inno.make("scheme_create", None, step) for step in (INNO_STEP_NORMALIZE, INNO_STEP_AGGREGATE, INNO_STEP_RANK)}
    normalize = scheme[INNO_STEP_NORMALIZE]
    key = lambda name: inno.lib.inno_key_from_name(INNO_STEP_NORMALIZE, name.encode())  # noqa: E731
    inno.call("scheme_set_text", normalize, None, key("points"), b"1")
    indicators = inno.make("indicator_set_create", None)
    for node in nodes:
        code = node["code"].encode()
        inno.call("indicator_set_add", indicators, code, node["parent"].encode() or None)
        inno.call("indicator_set_direction", indicators, code, int(node["direction"] or 1))
        inno.call("indicator_set_weight", indicators, code, float(node["weight"] or 1))
        for column, value in node.items():
            known = key("rule" if column == "normalization" else column)
            if known > 0 and value:
                inno.call("scheme_set_text", normalize, code, known, value.encode())
    inno.call("indicator_set_freeze", indicators)
    dataset = inno.make("dataset_create", None, len(units), (text * len(units))(*(u["unit"].encode() for u in units)))
    parents = {node["parent"] for node in nodes}
    for code in (node["code"] for node in nodes if node["code"] not in parents):
        values = (number * len(units))(*(float(u[code]) if u[code] else math.nan for u in units))
        inno.call("dataset_add_column", dataset, code.encode(), values, c.sizeof(number))
    assumptions = inno.make("assumptions_create", None)
    inno.call("assumptions_add_weight_noise", assumptions, 1, 0.25)
    return inno.make("uncertainty_create", None, indicators, None, (pointer * 3)(*(s.value for s in scheme.values())), 3, dataset,
                     assumptions, None)


@functools.lru_cache(maxsize=1)  # once a worker: it is immutable and serves every range
def prepared(library, framework, data):
    inno = Library(library)
    return inno, make_uncertainty(inno, framework, data)


def run_range(library, framework, data, first, count):
    """What a worker does: the bytes of a tally of replicates first .. first + count - 1."""
    inno, uncertainty = prepared(library, framework, data)
    tally, needed = inno.make("tally_create", None, uncertainty), size()
    try:
        inno.call("tally_run", tally, uncertainty, first, count)
        inno.call("tally_write", tally, None, 0, c.byref(needed))
        out = c.create_string_buffer(needed.value)
        inno.call("tally_write", tally, out, needed, c.byref(needed))
        return out.raw
    finally:
        inno.lib.inno_tally_destroy(tally)


def add_up(inno, parts):
    total = None
    for data in parts:
        part = inno.make("tally_read", None, data, len(data))
        if total is None:
            total = part
        else:
            inno.call("tally_merge", total, part)
            inno.lib.inno_tally_destroy(part)
    return total


def main(library, framework, data, replicates, workers="2"):
    cluster = LocalCluster(n_workers=int(workers), threads_per_worker=1, dashboard_address=None) if workers.isdigit() else workers
    with Client(cluster) as client:
        tasks = TASKS_A_WORKER * max(1, len(client.scheduler_info()["workers"]))
        ends = [int(replicates) * k // tasks for k in range(tasks + 1)]
        futures = [client.submit(run_range, library, framework, data, a, b - a) for a, b in zip(ends, ends[1:]) if b > a]
        inno = Library(library)
        total = add_up(inno, (future.result() for future in as_completed(futures)))  # whoever is ready: the order does not matter
        digest = c.create_string_buffer(65)
        inno.call("tally_digest", total, digest, 65)
        print(f"{inno.lib.inno_tally_number(total, INNO_TALLY_REPLICATES)} replicates in {len(futures)} tasks\nDigest: {digest.value.decode()}")
        inno.lib.inno_tally_destroy(total)
    if workers.isdigit():
        cluster.close()


if __name__ == "__main__":
    if not 5 <= len(sys.argv) <= 6:
        sys.exit(__doc__)
    main(*sys.argv[1:])
