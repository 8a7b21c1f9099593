"""Every METHOD.ini of examples/data/methods runs on example data, and does what its comment promises."""
import csv
import io
import re
import statistics
import unittest

from workbench import SOURCE, Bench

DATA = SOURCE / "examples" / "data"
METHODS = DATA / "methods"
ON_TAI = ("hdi", "points", "outranking", "benefit-of-doubt", "optimal-weights")
ON_PII = ("gii", "eis", "mazziotta-pareto", "sdg", "weights-from-data", "uncertainty")
ELSEWHERE = ("coinr-example", "panel", "audit")  # test_coinr.py; below; test_audit.py


def without_column(text, name):
    rows = list(csv.reader(io.StringIO(text)))
    at = rows[0].index(name)
    out = io.StringIO()
    csv.writer(out).writerows(row[:at] + row[at + 1:] for row in rows)
    return out.getvalue()


class Methods(Bench):
    def take(self, folder, method):
        self.framework = (DATA / folder / "framework.csv").read_text(encoding="utf-8-sig")
        self.data = (DATA / folder / "data.csv").read_text(encoding="utf-8-sig")
        self.method = (METHODS / f"{method}.ini").read_text(encoding="utf-8")
        if "treat" not in self.method.split("steps = ")[1].splitlines()[0] and "treatment" in self.framework.splitlines()[0].split(","):
            self.framework = without_column(self.framework, "treatment")  # a setting of a step that is not there is refused
        self.write()

    def write(self):
        self.put("f.csv", self.framework)
        self.put("d.csv", self.data)
        self.put("m.ini", self.method)

    def scores(self, node):
        return {unit: row[node] for unit, row in self.table("scores.csv").items()}

    def test_none_is_forgotten(self):
        self.assertEqual(sorted(ON_TAI + ON_PII + ELSEWHERE), sorted(path.stem for path in METHODS.glob("*.ini")))

    def test_each_runs(self):
        for folder, methods in (("tai", ON_TAI), ("pii-synthetic", ON_PII)):
            for method in methods:
                with self.subTest(method):
                    self.take(folder, method)
                    self.accepted(output=method)
                    index = "TAI" if folder == "tai" else "PII"
                    known = [row[index] for row in self.table("scores.csv", method).values() if row[index] is not None]
                    self.assertGreater(len(known), 20)
                    self.assertGreater(len(set(known)), 10)

    def test_gii_is_the_default(self):
        self.take("pii-synthetic", "gii")
        self.accepted()
        self.accepted(method=None, output="default")
        for name in ("scores.csv", "ranks.csv", "treatment.csv", "method.txt"):
            self.assertEqual((self.dir / "out" / name).read_bytes(), (self.dir / "default" / name).read_bytes(), name)

    def test_eis_leaves_outliers_out(self):
        self.take("pii-synthetic", "eis")
        self.accepted()
        cells = [x for row in self.table("normalized.csv").values() for x in row.values() if x is not None]
        self.assertEqual((min(cells), max(cells)), (0, 1))
        with open(self.dir / "out" / "treatment.csv", encoding="utf-8", newline="") as stream:
            kept = [row for row in csv.DictReader(stream) if row["kept"] == "1" and row["rule"] == "root_search"]
        self.assertGreater(len(kept), 5)

    def test_mazziotta_pareto_is_centred(self):
        self.take("pii-synthetic", "mazziotta-pareto")
        self.accepted()
        for code in ("1.1.1", "6.2.1"):
            column = [row[code] for row in self.table("normalized.csv").values() if row[code] is not None]
            self.assertAlmostEqual(statistics.fmean(column), 100, places=9)
            self.assertAlmostEqual(max(column) - min(column), 60, places=9)

    def test_points_add_up_to_the_maxima(self):
        self.take("tai", "points")
        rows = list(csv.DictReader(io.StringIO(self.framework)))
        maxima = {row["code"]: 10 + k for k, row in enumerate(rows) if row["parent"]}
        self.method += "\n[weights]\n" + "".join(f"{code} = {points}\n" for code, points in maxima.items())
        self.data = self.data.replace("Finland,187,", "Finland,,")
        self.write()
        self.accepted()
        shares, index = self.table("normalized.csv"), self.scores("TAI")
        for unit, row in shares.items():
            self.assertAlmostEqual(index[unit], sum(maxima[code] * (row[code] or 0) for code in maxima), places=11)

    def test_alternatives_of_a_comment(self):
        self.take("tai", "outranking")
        self.method = self.method.replace("rule = copeland ", "# rule = copeland ", 1).replace("# rule = kemeny", "rule = kemeny", 1)
        self.method = self.method.replace("# search_limit", "search_limit")
        self.write()
        self.accepted()
        self.assertIn("kemeny", (self.dir / "out" / "method.txt").read_text(encoding="utf-8"))
        self.take("tai", "hdi")
        self.method = self.method.replace("# [normalization:INCOME]\n# log", "[normalization:PATENTS]\nlog").replace("# lower = 100\n# upper = 75000", "lower = 1\nupper = 994")
        self.data = self.data.replace(",0,", ",1,")
        self.write()
        self.accepted()

    def test_doubt_keeps_the_shares(self):
        """The bounds cost every unit something or nothing; without them the best practice has 1."""
        self.take("tai", "benefit-of-doubt")
        self.accepted()
        bounded = self.scores("TAI")
        self.method = self.method.replace("share_", "# share_").replace("zero = ", "# zero = ")
        self.write()
        self.accepted()
        free = self.scores("TAI")
        self.assertAlmostEqual(max(free.values()), 1, places=12)
        self.assertTrue(all(bounded[unit] <= free[unit] + 1e-12 for unit in free))
        self.assertLess(sum(bounded.values()), sum(free.values()) - 1)

    def distance_from_balance(self):
        """Mean square of the distance of each share of correlation from 1/8."""
        table = self.table("scores.csv")
        index = [row["TAI"] for row in table.values()]
        r = [statistics.correlation([row[node] for row in table.values()], index) for node in next(iter(table.values())) if node != "TAI"]
        self.assertEqual(len(r), 8)
        return statistics.fmean((1 / 8 - x / sum(r)) ** 2 for x in r)

    def test_optimal_weights_balance(self):
        self.take("tai", "optimal-weights")
        self.accepted()
        said = re.search(r"by balance: converged; .* (\S+) \(before: (\S+)\)", self.out)
        last = self.distance_from_balance()
        self.assertAlmostEqual(float(said[1]), last, delta=1e-9 * last)
        self.method = self.method.replace("rule = balance", "rule = given").replace("level = 1", "").replace("evaluations = 10000", "")
        self.write()
        self.accepted()
        first = self.distance_from_balance()
        self.assertAlmostEqual(float(said[2]), first, delta=1e-9 * first)
        self.assertLess(last, first / 2)

    def test_panel(self):
        """The provinces in two years; the later one is better by a tenth in what is not empty."""
        self.take("pii-synthetic", "panel")
        rows = list(csv.DictReader(io.StringIO(self.data)))
        indicators = [row["code"] for row in csv.DictReader(io.StringIO(self.framework)) if row["code"] in rows[0]]
        out = io.StringIO()
        writer = csv.DictWriter(out, ["period", *rows[0]])
        writer.writeheader()
        for year, growth in ((2023, 1), (2024, 1.1)):
            for k, row in enumerate(rows):
                cells = {code: "" if row[code] == "" or (year == 2024 and k == 0 and code == "1.1.1") else repr(float(row[code]) * growth)
                         for code in indicators}
                writer.writerow({"period": year, **row, **cells})
        self.data = out.getvalue()
        self.write()
        self.accepted()
        with open(self.dir / "out" / "imputed.csv", encoding="utf-8", newline="") as stream:
            first = [row["1.1.1"] for row in csv.DictReader(stream) if row["unit"] == rows[0]["unit"]]
        self.assertEqual(float(first[0]), float(first[1]))
        with open(self.dir / "out" / "normalized.csv", encoding="utf-8", newline="") as stream:
            cells = [(row["period"], float(x)) for row in csv.DictReader(stream) for code, x in row.items() if code in indicators and x]
        self.assertEqual(max(x for year, x in cells if year == "2023"), 100)
        self.assertGreater(max(x for year, x in cells if year == "2024"), 100)


if __name__ == "__main__":
    unittest.main()
