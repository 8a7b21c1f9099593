#!/usr/bin/python3
"""COINr's panel of ASEM through the program: screening and treatment by period, pooled normalization, imputation over time, growth rates."""
import csv
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.dont_write_bytecode = True

from workbench import SHARED, Bench  # noqa: E402

COINR = SHARED / "reference" / "coinr"
PANEL = COINR / "14_panel"
TOLERANCE = 1e-12


def rows_of(path):
    with open(path, encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


class Panel(Bench):
    def build(self, source, method):
        """iMeta and a panel become FRAMEWORK.csv (nothing is divided there) and DATA.csv (the indicators alone)."""
        meta = [row for row in rows_of(COINR / "ASEM_iMeta.csv") if row["Type"] in ("Indicator", "Aggregate")]
        self.indicators = [row["iCode"] for row in meta if row["Type"] == "Indicator"]
        self.assertEqual(len(self.indicators), 49)
        with open(self.dir / "f.csv", "w", encoding="utf-8", newline="") as stream:
            out = csv.writer(stream)
            out.writerow(["code", "parent", "direction", "weight"])
            out.writerows([row["iCode"], row["Parent"].replace("NA", ""), row["Direction"], row["Weight"]] for row in meta)
        with open(self.dir / "d.csv", "w", encoding="utf-8", newline="") as stream:
            out = csv.writer(stream)
            out.writerow(["unit", "period", *self.indicators])
            out.writerows([row["uCode"], row["Time"], *(row[c] for c in self.indicators)] for row in rows_of(PANEL / source))
        self.put("m.ini", method)
        self.accepted()

    def compare(self, ours, reference):
        """Every cell of the reference; rows that it leaves out are empty with us."""
        mine = {(row["unit"], row["period"]): row for row in rows_of(self.dir / "out" / ours)}
        theirs = {(row["uCode"], row["Time"]): row for row in rows_of(PANEL / reference)}
        compared, worst = 0, 0.0
        for column in self.indicators:
            value = {key: None if row[column] in ("", "NA") else float(row[column]) for key, row in theirs.items()}
            scale = max(abs(x) for x in value.values() if x is not None)
            for key, row in mine.items():
                a, b = row[column], value.get(key)
                self.assertEqual(a == "", b is None, f"{ours} {key} {column}: {a} against {b}")
                if b is not None:
                    error = abs(float(a) - b) / max(abs(b), scale)
                    self.assertLessEqual(error, TOLERANCE, f"{ours} {key} {column}: {a} against {b!r}")
                    compared, worst = compared + 1, max(worst, error)
        self.assertLessEqual(set(theirs), set(mine))
        print(f"{reference}: {compared} values, largest error {worst:.2g}")
        return compared

    def test_screened_treated_and_normalized(self):
        self.build("purse_raw.csv", "[pipeline]\nsteps = screen, treat, normalize, aggregate\n"
                                    "[screening]\nrule = coverage\nmin_coverage = 0.9\n"
                                    "[treatment]\nrules = winsorize, log_ct\n[normalization]\nframe = pooled\n")
        self.assertGreater(self.compare("normalized.csv", "purse_normalised.csv"), 10000)
        out = sum(row["included"] == "0" for row in rows_of(self.dir / "out/screening.csv"))
        self.assertEqual(out, 255 - 230)

    def test_imputed_over_time(self):
        for rule, reference in (("latest", "latest"), ("linear_constant", "linear-constant")):
            self.build("impute_panel_input.csv", f"[pipeline]\nsteps = impute, normalize, aggregate\n[imputation]\nrule = {rule}\n")
            self.assertGreater(self.compare("imputed.csv", f"impute_panel_{reference}.csv"), 10000)

    def test_growth(self):
        """COINr has Inf for a growth from zero and NaN for a change of sign; here both are empty, with the reason."""
        self.build("purse_raw.csv", "[pipeline]\nsteps = normalize, aggregate\n")
        mine = {(row["unit"], row["indicator"]): row for row in rows_of(self.dir / "out/trends.csv")}
        counts = dict.fromkeys(("", "from_zero", "sign_change", "too_few"), 0)
        for row in rows_of(PANEL / "trends_CAGR.csv"):
            ours, theirs = mine.pop((row["uCode"], row["iCode"])), row["CAGR"]
            reason = {"Inf": "from_zero", "NaN": "sign_change"}.get(theirs, "")
            reason = "too_few" if float(row["Avail"]) == 0 else reason
            self.assertEqual(ours["cagr_reason"], reason, row)
            counts[reason] += 1
            self.assertEqual(ours["cagr"] == "", reason != "", row)
            if reason == "":
                self.assertLessEqual(abs(float(ours["cagr"]) - float(theirs)), TOLERANCE * max(1.0, abs(float(theirs))), row)
        self.assertEqual(mine, {})
        self.assertGreater(counts[""], 2000)
        print(f"growth rates: {counts}")


if __name__ == "__main__":
    if not PANEL.is_dir():
        print(f"[  SKIPPED ] the reference tables are not there: {PANEL}")
        sys.exit(77)
    unittest.main()
