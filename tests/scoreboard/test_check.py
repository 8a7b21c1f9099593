"""--check: planted errors are named in sentences, gaps are priced as a run of the changed data says, bad input is refused."""
import csv
import random
import re
import unittest

from workbench import Bench

UNITS = 20
FRAMEWORK = """code,parent,direction,denominator,possible_upper
IDX,,,,
P1,IDX,,,
P2,IDX,,,
a,P1,1,people,
b,P1,-1,,
c,P2,1,,100
d,P2,1,,
"""
METHOD = "[pipeline]\nsteps = denominate, normalize, aggregate\n"


def rows():
    chance = random.Random(20261125)
    out = []
    for _ in range(UNITS):
        people = chance.uniform(500, 3000)
        out.append({"people": people, "a": people * chance.uniform(2, 4), "b": chance.uniform(20, 60),
                    "c": chance.uniform(30, 95), "d": chance.uniform(5, 9)})
    return out


def text(data, period=None, leave=()):
    names = [n for n in data[0] if n not in leave]
    lines = [",".join(["unit", "name"] + (["period"] if period else []) + names)]
    for i, row in enumerate(data):
        cells = ["" if row[n] is None else repr(row[n]) for n in names]
        lines.append(",".join([f"U{i:02}", f"Unit {i}"] + ([str(period)] if period else []) + cells))
    return "\n".join(lines) + "\n"


class Check(Bench):
    def setUp(self):
        super().setUp()
        self.before = rows()
        self.now = [{n: x * 1.02 for n, x in row.items()} for row in self.before]
        self.put("f.csv", FRAMEWORK)
        self.put("m.ini", METHOD)

    def check(self, *arguments, previous=True):
        self.put("d.csv", text(self.now))
        self.put("before.csv", text(self.before))
        self.accepted(*(arguments or ("--check",)), *(("--previous", "before.csv") if previous else ()))

    def records(self, name):
        with open(self.dir / "out" / name, encoding="utf-8", newline="") as stream:
            return list(csv.DictReader(stream))

    def found(self):
        return [(r["finding"], r["node"], r["unit"]) for r in self.records("check.csv") if r["finding"] != "gap"]

    def plant(self):
        self.now[3]["a"] *= 1000
        self.now[5]["b"] = 0.0
        self.now[7]["d"] = None
        self.now[9]["c"] = 104.5
        self.now[11]["people"] *= 1.3

    PLANTED = [("denominator_moved", "people", "U11"), ("denominator_moved", "a", "U11"), ("slip_before", "a", "U03"),
               ("zero_before", "b", "U05"), ("impossible", "c", "U09"), ("forgotten", "d", "U07")]

    def test_nothing_planted_nothing_found(self):
        self.check()
        self.assertIn("\nCheck before submission, all units: nothing found\n", self.out)
        self.assertEqual((self.records("check.csv"), self.records("gaps.csv")), ([], []))

    def test_planted_errors_are_named(self):
        self.plant()
        self.check()
        self.assertEqual(self.found(), self.PLANTED)
        by_kind = {r["finding"]: r for r in self.records("check.csv")}
        self.assertEqual(float(by_kind["slip_before"]["power"]), 3)
        self.assertAlmostEqual(float(by_kind["slip_before"]["suggested"]), self.now[3]["a"] / 1000, 9)
        self.assertAlmostEqual(float(by_kind["slip_before"]["compared_value"]), self.before[3]["a"], 9)
        self.assertAlmostEqual(float(by_kind["denominator_moved"]["part"]), self.part(11), 9)
        for r in self.records("check.csv"):
            self.assertIn("  - " + r["sentence"] + "\n", self.out)
            self.assertTrue(f"'{r['node']}'" in r["sentence"] or r["finding"] == "denominator_moved", r)
        self.assertLess(self.out.index("\nTo mend (2)"), self.out.index("\nTo look at ("))

    def part(self, i):
        """What the denominator did to the change of a / people, by hand."""
        x, d, x0, d0 = self.now[i]["a"], self.now[i]["people"], self.before[i]["a"], self.before[i]["people"]
        return 0.5 * (x + x0) * (1 / d - 1 / d0) / (x / d - x0 / d0)

    def test_one_unit_by_code_or_name(self):
        self.plant()
        for unit in ("U03", "Unit 3"):
            self.check("--check", unit)
            self.assertEqual(self.found(), [("slip_before", "a", "U03")])
            self.assertIn("Check before submission, Unit 3: 1 to mend", self.out)
        self.check("--check=U07")
        self.assertEqual(self.found(), [("forgotten", "d", "U07")])
        self.assertEqual({r["unit"] for r in self.records("gaps.csv")}, {"U07"})

    def test_without_last_year(self):
        self.plant()
        self.check("--check", previous=False)
        self.assertEqual(self.found(), [("slip_peers", "a", "U03"), ("zero_rare", "b", "U05"), ("impossible", "c", "U09")])

    def test_gaps_cost_what_a_run_says(self):
        self.now[7]["d"] = None
        self.check("--check", "U07")
        gaps = {r["fill"]: r for r in self.records("gaps.csv")}
        self.assertEqual(list(gaps), ["stays", "zero", "mean", "median"])
        others = sorted(row["d"] for row in self.now if row["d"] is not None)
        self.assertAlmostEqual(float(gaps["mean"]["value"]), sum(others) / len(others), 12)
        self.assertEqual(float(gaps["median"]["value"]), others[len(others) // 2])
        line = next(line for line in self.out.splitlines() if line.startswith("  U07, d (now rank "))
        self.assertEqual(len(re.findall(r"[+-]\d+\.\d\d, rank \d+", line)), 3, line)
        for name, gap in gaps.items():
            self.now[7]["d"] = float(gap["value"]) if gap["value"] else None
            self.put("d.csv", text(self.now))
            self.accepted()
            self.assertEqual(float(gap["score"]), self.table("scores.csv")["U07"]["IDX"], name)
            self.assertEqual(float(gap["rank"]), self.table("ranks.csv")["U07"]["IDX"], name)

    def test_last_year_in_the_same_file(self):
        self.plant()
        first, second = text(self.before, 2024), text(self.now, 2025)
        self.put("d.csv", first + second.split("\n", 1)[1])
        self.accepted("--check")
        self.assertEqual(self.found(), self.PLANTED)
        self.assertIn("Check before submission, all units, 2025: ", self.out)
        self.accepted("--check", "--period", "2024")
        self.assertEqual(self.found(), [])

    def test_last_year_may_lack_columns_and_units(self):
        self.plant()
        self.put("d.csv", text(self.now))
        self.put("before.csv", text(self.before[:10], leave=("b",)))
        self.accepted("--check", "--previous", "before.csv")
        self.assertEqual(self.found(), [("slip_before", "a", "U03"), ("zero_rare", "b", "U05"), ("impossible", "c", "U09"),
                                        ("forgotten", "d", "U07")])

    def test_thresholds_and_bounds_of_the_method(self):
        self.plant()
        self.put("m.ini", METHOD + "[explain]\ndenominator_change = 0.5\nzero_far = 100\nzero_share = 0\nmin_peers = 30\n"
                 "[explain:people]\npossible_upper = 500\n")
        self.check()
        kinds = [k for k, _, _ in self.found()]
        self.assertEqual([k for k in kinds if k != "impossible"], ["slip_before", "forgotten"])
        self.assertGreater(kinds.count("impossible"), 10)
        self.accepted()  # without --check these keys are read and change nothing
        self.assertEqual([p.name for p in (self.dir / "out").glob("*.csv") if p.name in ("check.csv", "gaps.csv")], [])

    def test_vietnamese(self):
        self.plant()
        self.check("--check", "U03", "--language", "vi")
        self.assertIn("Tự kiểm tra trước khi nộp, Unit 3: 1 cần sửa", self.out)
        self.assertIn("'a' của đơn vị 'U03'", self.out)

    def test_data_that_cannot_be_scored(self):
        self.now[5]["b"] = 0.0
        self.put("m.ini", "[pipeline]\nsteps = normalize, aggregate\n[normalization]\nrule = none\n[aggregation]\nrule = geometric\n")
        self.put("d.csv", text(self.now))
        self.refused("d.csv", arguments=("--check",))

    def test_refused(self):
        self.put("d.csv", text(self.now))
        self.put("before.csv", text(self.before))
        self.refused("no unit 'U3'", "U03", arguments=("--check", "U3"))
        self.refused("--previous", arguments=("--previous", "before.csv"))
        self.refused("nowhere.csv", arguments=("--check", "--previous", "nowhere.csv"))
        self.refused("given twice", arguments=("--check", "U01", "--check"))
        self.put("before.csv", text(self.before).replace("unit,", "province,"))
        self.refused("before.csv", "'unit'", arguments=("--check", "--previous", "before.csv"))
        for line, word in (("group = nowhere", "nowhere"), ("node = nowhere", "nowhere"), ("period_before = 1", "period"),
                           ("min_peers = 1", "min_peers")):
            self.put("before.csv", text(self.before))
            self.put("m.ini", METHOD + f"[explain]\n{line}\n")
            self.refused("m.ini:4", word, arguments=("--check", "--previous", "before.csv"))
        self.put("m.ini", METHOD + "[explain:nowhere]\npossible_lower = 1\n")
        self.refused("nowhere", arguments=("--check",))
        self.put("m.ini", METHOD)
        self.accepted("--save-frames", "frames.txt", output="other")
        self.refused("--check", "--frames", arguments=("--check", "--frames", "frames.txt"))


if __name__ == "__main__":
    unittest.main()
