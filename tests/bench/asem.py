"""Writes COINr's ASEM example as the plain file that bench reads: asem.py ASEM_FOLDER OUT."""
import csv
import sys

folder, out = sys.argv[1:3]
meta = list(csv.DictReader(open(folder + "/ASEM_iMeta.csv", encoding="utf-8")))
data = list(csv.DictReader(open(folder + "/ASEM_iData.csv", encoding="utf-8")))
nodes = [m for m in meta if m["Type"] in ("Indicator", "Aggregate")]
columns = [m["iCode"] for m in meta if m["Type"] in ("Indicator", "Denominator")]
with open(out, "w", encoding="utf-8") as f:
    print(len(nodes), len(data), len(columns), file=f)
    for m in nodes:
        print(m["iCode"], m["Parent"] or "-", m["Direction"], m["Weight"], m["Denominator"] or "-", file=f)
    for d in data:
        print(d["uCode"], d["EurAsia_group"], file=f)
    for c in columns:
        print(c, *(d[c] or "nan" for d in data), file=f)
