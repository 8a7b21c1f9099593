"""The bits that the C example prints are those of the scores that the program writes. Usage: same_scores.py TABLE CSV"""
import csv
import struct
import sys

with open(sys.argv[1], encoding="utf-8") as table:
    bits = {line[6:20].rstrip(): line.split()[-1] for line in list(table)[1:]}
with open(sys.argv[2], encoding="utf-8", newline="") as scores:
    written = {row["unit"]: struct.pack(">d", float(row["TAI"])).hex() for row in csv.DictReader(scores)}
if bits != written or len(bits) != 23:
    sys.exit(f"the program's scores differ for {sorted(u for u in written if bits.get(u) != written[u])}")
print("scores: as the program writes them, bit by bit")
