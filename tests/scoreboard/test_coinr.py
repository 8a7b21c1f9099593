#!/usr/bin/python3
"""COINr's ASEM example through the program: every file against the reference tables, ranks exactly."""
import csv
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.dont_write_bytecode = True

from workbench import SHARED, SOURCE, Bench, read_table  # noqa: E402

COINR = SHARED / "reference" / "coinr"
TOLERANCE = 1e-12


def rows_of(path):
    with open(path, encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


class Asem(Bench):
    def build(self):
        """iMeta and iData become FRAMEWORK.csv and DATA.csv: other headers, nothing else."""
        nodes = [row for row in rows_of(COINR / "ASEM_iMeta.csv") if row["Type"] in ("Indicator", "Aggregate")]
        with open(self.dir / "f.csv", "w", encoding="utf-8", newline="") as stream:
            out = csv.writer(stream)
            out.writerow(["code", "name", "parent", "direction", "weight", "denominator", "unit_of_measure"])
            for row in nodes:
                out.writerow([row["iCode"], row["iName"], row["Parent"].replace("NA", ""), row["Direction"], row["Weight"],
                              row["Denominator"].replace("NA", ""), row["Unit"]])
        data = rows_of(COINR / "ASEM_iData.csv")
        with open(self.dir / "d.csv", "w", encoding="utf-8", newline="") as stream:
            out = csv.writer(stream)
            out.writerow([{"uCode": "unit", "uName": "name"}.get(head, head) for head in data[0]])
            out.writerows(row.values() for row in data)
        self.put("m.ini", (SOURCE / "examples/data/methods/coinr-example.ini").read_bytes())

    def compare(self, ours, reference, exact=False):
        mine, theirs = self.table(ours), read_table(COINR / reference)
        self.assertEqual(set(mine), set(theirs), ours)
        columns = next(iter(theirs.values())).keys()
        compared = 0
        for column in columns:
            known = [abs(row[column]) for row in theirs.values() if row[column] is not None]
            scale = max(known, default=0.0)
            for unit, row in theirs.items():
                a, b = mine[unit][column], row[column]
                self.assertEqual(a is None, b is None, f"{ours} {unit} {column}: {a} against {b}")
                if b is not None:
                    allowed = 0 if exact else TOLERANCE * max(abs(b), scale)
                    self.assertLessEqual(abs(a - b), allowed, f"{ours} {unit} {column}: {a!r} against {b!r}")
                    compared += 1
        return compared

    def test_every_file(self):
        self.build()
        self.accepted()
        count = self.compare("denominated.csv", "01_denominate/denominated.csv")
        for ours, reference in (("imputed", "imputed"), ("screened", "screened"), ("treated", "treated"), ("normalized", "normalised")):
            count += self.compare(f"{ours}.csv", f"07_pipeline/{reference}.csv")
        count += self.compare("scores.csv", "07_pipeline/aggregated.csv")
        ranks = self.compare("ranks.csv", "07_pipeline/ranks_all.csv", exact=True)
        print(f"{count} values within {TOLERANCE:g}, {ranks} ranks equal")

    def test_verify_against_its_own_reference(self):
        self.build()
        ranks = read_table(COINR / "07_pipeline/ranks_all.csv")
        self.put("p.csv", "unit,rank,rank:Conn\n" + "".join(f"{u},{r['Index']:.0f},{r['Conn']:.0f}\n" for u, r in ranks.items()))
        self.assertEqual(self.score("--verify", "p.csv"), 0, self.out)
        self.assertEqual(self.out.count("51 of 51"), 2)


if __name__ == "__main__":
    if not COINR.is_dir():
        print(f"[  SKIPPED ] the reference tables are not there: {COINR}")
        sys.exit(77)
    unittest.main()
