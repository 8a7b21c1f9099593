"""--audit: planted defects are named, the numbers are those of plain Python, the page is whole, bad keys are refused."""
import csv
import html.parser
import json
import math
import random
import re
import statistics
import unittest

from workbench import SOURCE, Bench

UNITS = 40
TREE = {"IDX": ("P1", "P2", "P3"), "P1": ("a1", "a2", "a3", "a4"), "P2": ("b1", "b2", "b3", "b4"), "P3": ("c1", "c2")}
METHOD = "[pipeline]\nsteps = normalize, aggregate\n[normalization:b2]\nrule = none\n"


def planted():
    """Ten indicators that follow one thing, but for what is planted."""
    chance = random.Random(20261125)
    rows = []
    for i in range(UNITS):
        ability = chance.uniform(0, 10)
        row = {name: ability + chance.uniform(0, 6) for name in ("a1", "a3", "b1", "c1", "c2")}
        row["a2"] = row["a1"] + chance.uniform(0, 0.2)       # says what a1 says
        row["a4"] = 20 - 3 * ability + chance.uniform(0, 2)  # less is better, and nobody said so
        row["b2"] = 7.0                                      # tells nobody from nobody
        row["b3"] = ability + chance.uniform(0, 3) + (400 if i in (3, 4) else 0)
        row["b4"] = ability + chance.uniform(0, 3) if i % 5 < 2 else None  # 60 % are missing
        rows.append(row)
    return rows


def framework():
    lines = ["code,parent", "IDX,"]
    lines += [f"{child},{parent}" for parent, children in TREE.items() for child in children]
    return "\n".join(lines) + "\n"


def data(rows, period=None):
    names = sorted(rows[0])
    lines = []
    for i, row in enumerate(rows):
        cells = ["" if row[n] is None else repr(row[n]) for n in names]
        lines.append(",".join([f"U{i:02}"] + ([str(period)] if period else []) + cells + [repr(100.0 + i * i)]))
    return "unit," + ("period," if period else "") + ",".join(names) + ",gdp\n", "\n".join(lines) + "\n"


def pearson(x, y):
    pairs = [(a, b) for a, b in zip(x, y) if a is not None and b is not None]
    return statistics.correlation([a for a, _ in pairs], [b for _, b in pairs])


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.tags, self.text = [], [], ""

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.tags.append(tag)

    def handle_endtag(self, tag):
        if self.open[-1:] != [tag]:
            raise AssertionError(f"</{tag}> closes {self.open[-1:]}")
        self.open.pop()

    def handle_data(self, text):
        self.text += text


class Audit(Bench):
    def setUp(self):
        super().setUp()
        self.rows = planted()
        self.put("f.csv", framework())
        self.put("d.csv", "".join(data(self.rows)))
        self.put("m.ini", METHOD)

    def records(self, name, folder="out"):
        with open(self.dir / folder / f"audit_{name}.csv", encoding="utf-8", newline="") as stream:
            return list(csv.DictReader(stream))

    def columns(self, name):
        table = self.table(name)
        return {code: [table[unit][code] for unit in sorted(table)] for code in next(iter(table.values()))}

    def audit(self, *arguments, **named):
        self.accepted("--audit", *arguments, **named)

    def close(self, ours, expected, tolerance=1e-12):
        self.assertLessEqual(abs(float(ours) - expected), tolerance * max(1.0, abs(expected)), f"{ours} {expected}")

    def method(self, text):
        self.put("m.ini", METHOD + "[audit]\n" + text)

    # ---- findings ----

    def test_planted_defects_are_named(self):
        self.audit()
        found = {(r["finding"], r["node"], r["other"]) for r in self.records("findings")}
        for wanted in (("redundant", "a1", "a2"), ("wrong_sign", "a4", "P1"), ("constant", "b2", ""), ("outliers", "b3", ""),
                       ("coverage", "b4", "")):
            self.assertIn(wanted, found)
        for innocent in ("a3", "c1", "c2"):
            self.assertFalse({kind for kind, node, _ in found if node == innocent} &
                             {"wrong_sign", "constant", "outliers", "coverage", "redundant"}, innocent)

    def test_gravest_first_and_counted(self):
        self.audit()
        rows = self.records("findings")
        counts = [sum(r["severity"] == s for r in rows) for s in ("3", "2", "1")]
        self.assertGreaterEqual(counts[0], 2)
        self.assertIn("Statistical audit: {} to mend, {} to look at, {} to know\n".format(*counts), self.out)
        at = [self.out.index(head) for head in ("\nTo mend (", "\nTo look at (", "\nTo know (") if head in self.out]
        self.assertEqual(at, sorted(at))
        for row in rows:
            self.assertIn("  - " + row["sentence"] + "\n", self.out)
            for code in (row["node"], row["other"], row["unit"]):
                self.assertTrue(code == "" or f"'{code}'" in row["sentence"], row)

    def test_thresholds_are_obeyed(self):
        self.method("redundant = 1\nmin_coverage = 0.3\nmax_skewness = 100\n")
        self.audit()
        kinds = {r["finding"] for r in self.records("findings")}
        self.assertFalse(kinds & {"redundant", "outliers", "coverage", "dominant"})
        self.method("min_coverage = 0.41\n")
        self.audit()
        self.assertIn(("coverage", "b4", 0.41), {(r["finding"], r["node"], float(r["threshold"] or 0)) for r in self.records("findings")})

    def test_nothing_without_audit(self):
        self.accepted()
        self.assertEqual([p.name for p in (self.dir / "out").glob("audit_*")], [])
        self.assertNotIn("audit", self.out.lower())
        plain = {p.name: p.read_bytes() for p in (self.dir / "out").iterdir() if p.name != "report.html"}
        self.method("silent = 0.2\ndevelopment = gdp\n")
        self.audit()
        for name, content in plain.items():
            audited = (self.dir / "out" / name).read_bytes()
            if name == "result.json":  # the data have one more column of numbers, and their fingerprint says so
                audited, content = ({**json.loads(text), "data": 0, "fingerprint": 0} for text in (audited, content))
            self.assertEqual(audited, content, name)
        self.accepted()  # a folder of results with an audit is one that may be replaced
        self.assertEqual([p.name for p in (self.dir / "out").glob("audit_*")], [])

    # ---- numbers ----

    def test_correlations(self):
        self.audit()
        x, checked = self.columns("normalized.csv"), 0
        for r in self.records("correlations"):
            if "b2" in (r["node"], r["other"]):
                self.assertEqual(r["correlation"], "")
                continue
            self.close(r["correlation"], pearson(x[r["node"]], x[r["other"]]))
            self.assertEqual(int(r["count"]), 16 if "b4" in (r["node"], r["other"]) else UNITS)
            checked += 1
        self.assertEqual(checked, 36)

    def test_adjusted_p_values(self):
        self.audit()
        p = [float(r["p_value"]) for r in self.records("correlations") if r["p_value"]]
        adjusted = [float(r["p_adjusted"]) for r in self.records("correlations") if r["p_value"]]
        least = 1.0
        for rank, k in reversed(list(enumerate(sorted(range(len(p)), key=p.__getitem__), 1))):
            least = min(least, p[k] * len(p) / rank)
            self.close(adjusted[k], least)

    def test_statistics(self):
        self.audit()
        for r in self.records("statistics"):
            x = [row[r["node"]] for row in self.rows if row[r["node"]] is not None]
            quartiles = statistics.quantiles(x, n=4, method="inclusive")
            for field, expected in (("mean", statistics.fmean(x)), ("median", statistics.median(x)),
                                    ("sd", statistics.stdev(x)), ("lower_quartile", quartiles[0]),
                                    ("upper_quartile", quartiles[2]), ("minimum", min(x)), ("maximum", max(x)),
                                    ("coverage", len(x) / UNITS), ("distinct", len(set(x)))):
                self.close(r[field], expected)
            self.assertEqual(r["low_coverage"], "1" if r["node"] == "b4" else "0")

    def test_reliability(self):
        self.audit()
        scores = self.columns("scores.csv")
        records = {r["parent"]: r for r in self.records("reliability")}
        for parent, children in (("P1", TREE["P1"]), ("P3", TREE["P3"]), ("IDX", TREE["IDX"])):
            x = [scores[c] for c in children]
            k, total = len(x), statistics.variance([sum(unit) for unit in zip(*x)])
            self.close(records[parent]["alpha"], k / (k - 1) * (1 - sum(map(statistics.variance, x)) / total), 1e-9)
        self.assertEqual(records["P2"]["alpha_standardized"], "")  # a constant column: a reason in place of a number
        self.assertNotEqual(records["P2"]["status"], "INNO_OK")

    def test_components(self):
        self.audit()
        eigenvalues, loadings = {}, {}
        for r in self.records("components"):
            if r["parent"] == "P1":
                eigenvalues[r["component"]] = float(r["eigenvalue"])
        for r in self.records("loadings"):
            if r["parent"] == "P1":
                loadings.setdefault(r["component"], []).append(float(r["loading"]))
        self.assertEqual(sorted(eigenvalues), ["1", "2", "3", "4"])
        self.close(sum(eigenvalues.values()), 4.0)
        for component, value in eigenvalues.items():
            self.close(sum(a * a for a in loadings[component]), value, 1e-9)
        x = self.columns("normalized.csv")
        for i, one in enumerate(TREE["P1"]):  # loadings give the correlations back
            for j, other in enumerate(TREE["P1"]):
                self.close(sum(v[i] * v[j] for v in loadings.values()), pearson(x[one], x[other]), 1e-9)

    def ranks(self, scores):
        return [1 + sum(other > score for other in scores) for score in scores]

    def test_removal(self):
        self.audit()
        scores = self.columns("scores.csv")
        before = self.ranks(scores["IDX"])
        shifts = {r["node"]: r for r in self.records("removal")}
        for pillar in TREE["IDX"]:
            others = [scores[p] for p in TREE["IDX"] if p != pillar]
            after = self.ranks([statistics.fmean(unit) for unit in zip(*others)])
            moved = [abs(a - b) for a, b in zip(after, before)]
            self.close(shifts[pillar]["mean_shift"], statistics.fmean(moved))
            self.close(shifts[pillar]["max_shift"], max(moved))
            self.assertIn(f"{statistics.fmean(moved):.2f}", next(line for line in self.out.splitlines() if line.startswith(pillar + " ")
                                                                 and "%" in line))

    def test_influence(self):
        self.audit()
        scores = self.columns("scores.csv")
        for r in self.records("influence"):
            if r["other"] == "IDX" and r["node"] in TREE["IDX"]:
                self.close(r["share"], 1 / 3)
                self.close(r["importance_linear"], pearson(scores[r["node"]], scores["IDX"]) ** 2)
                self.assertGreaterEqual(float(r["importance"]), 0.0)
                self.assertLessEqual(float(r["importance"]), 1.0)

    def test_added_value(self):
        self.method("places = 4\n")
        self.audit()
        scores = self.columns("scores.csv")
        index = self.ranks(scores["IDX"])
        for r in self.records("added_value"):
            different = sum(abs(a - b) >= 4 for a, b in zip(self.ranks(scores[r["node"]]), index))
            self.assertEqual(int(r["different"]), different)

    def test_profiles(self):
        self.method("strengths = count\nstrength_count = 2\n")
        self.audit()
        ranks, scores = self.table("ranks.csv"), self.columns("scores.csv")
        signs = {}
        for r in self.records("profiles"):
            expected = ranks[r["unit"]][r["node"]]
            self.assertEqual(float(r["rank"]) if r["rank"] else None, expected)
            if r["score"]:
                self.close(r["gap_best"], max(v for v in scores[r["node"]] if v is not None) - float(r["score"]))
            if r["node"] not in TREE:
                signs.setdefault(r["unit"], []).append(r["sign"])
        for unit, given in signs.items():
            self.assertGreaterEqual(given.count("1"), 2, unit)
            self.assertGreaterEqual(given.count("-1"), 2, unit)

    def test_development(self):
        self.method("development = gdp\ncurve = linear\n")
        self.audit()
        scores = self.columns("scores.csv")["IDX"]
        x = [math.log(100.0 + i * i) for i in range(UNITS)]
        slope, intercept = statistics.linear_regression(x, scores)
        for i, r in enumerate(sorted(self.records("expectations"), key=lambda r: r["unit"])):
            self.close(r["expected"], intercept + slope * x[i], 1e-9)
            self.close(r["residual"], scores[i] - intercept - slope * x[i], 1e-9)
            outside = 1 if scores[i] > float(r["upper"]) else -1 if scores[i] < float(r["lower"]) else 0
            self.assertEqual(int(r["class"]), outside)
        self.close(self.records("development")[0]["r_squared"], pearson(x, scores) ** 2, 1e-9)
        self.assertIn("Performance and development", (self.dir / "out/report.html").read_text(encoding="utf-8"))

    # ---- the page ----

    def page(self):
        text = (self.dir / "out/report.html").read_text(encoding="utf-8")
        page = Page()
        page.feed(text)
        self.assertEqual(page.open, [])
        return text, page

    def test_page(self):
        self.method("development = gdp\nparallel_draws = 20\n")
        self.audit()
        text, page = self.page()
        self.assertNotIn("script", page.tags)
        self.assertNotRegex(text, r"url\(|src=|href=")
        for heading in ("Statistical audit", "The index and its pillars", "Weight and importance", "Correlations of the indicators",
                        "Scree plots", "Performance and development", "Strengths and weaknesses"):
            self.assertIn(heading, page.text)
        charts = re.findall(r'<svg class="chart".*?</svg>', text, re.S)
        self.assertEqual(len(charts), 5)  # correlations, development; eigenvalues of IDX, P1, P3: the others have a constant
        for chart in charts:
            self.assertRegex(chart, r'(?s)^<svg class="chart" role="img"[^>]*>\s*<title>[^<]+</title>\s*<desc>[^<]+</desc>')
            self.assertNotRegex(chart, r'"-?(nan|inf)|[ML]-?(nan|inf)')
        self.assertIn("a1 × a2: r = 0.99", text.replace("1.00", "0.99"))
        for row in self.records("findings"):
            self.assertIn(row["sentence"], page.text)

    def test_page_in_vietnamese(self):
        self.method("development = gdp\nparallel_draws = 20\n")
        self.audit("--language", "vi")
        _, page = self.page()
        for words in ("Kiểm định thống kê", "Cần sửa", "Tương quan giữa các chỉ tiêu", "Biểu đồ sườn dốc", "Trọng số và mức chi phối",
                      "Kết quả và mức phát triển", "Điểm mạnh và điểm yếu"):
            self.assertIn(words, page.text)
        self.assertIn("Kiểm định thống kê: ", self.out)
        for english in ("Strengths", "To mend", "Scree plots ", "Shift"):
            self.assertNotIn(english, page.text + self.out)
        for row in self.records("findings"):
            self.assertIn(row["sentence"], page.text)

    def test_codes_that_are_markup(self):
        self.put("f.csv", framework().replace("a1,", "<b>&,"))
        self.put("d.csv", "".join(data(self.rows)).replace("a1,", "<b>&,", 1))
        self.audit()
        text, page = self.page()
        self.assertNotIn("<b>&<", text)
        self.assertIn("<b>&", page.text)

    # ---- other data ----

    def test_flat_and_tiny(self):
        """The indicators are the pillars, and three units leave most numbers undefined."""
        self.put("f.csv", "code,parent\nIDX,\na,IDX\nb,IDX\n")
        self.put("d.csv", "unit,a,b\nU1,1,5\nU2,2,4\nU3,4,9\n")
        self.put("m.ini", "[pipeline]\nsteps = normalize, aggregate\n")
        self.audit()
        self.page()
        self.close(self.records("correlations")[0]["correlation"], pearson([1, 2, 4], [5, 4, 9]))

    def test_periods(self):
        head, first = data(self.rows, 2023)
        _, second = data([{k: v if v is None or k == "b2" else v + (i % 7) for k, v in row.items()} for i, row in enumerate(self.rows)],
                         2024)
        self.put("d.csv", head + first + second)
        self.put("m.ini", METHOD + "[normalization]\nframe = period\n")
        self.audit(output="latest")
        self.assertIn("Statistical audit, 2024: ", self.out)
        self.audit("--period", "2023", output="shown")
        self.assertIn("Statistical audit, 2023: ", self.out)
        self.put("m.ini", METHOD + "[normalization]\nframe = period\n[audit]\nperiod = 2023\n")
        self.audit(output="asked")
        self.assertIn("Statistical audit, 2023: ", self.out)
        shown, asked, latest = (self.records("correlations", folder) for folder in ("shown", "asked", "latest"))
        self.assertEqual(shown, asked)
        self.assertNotEqual(shown, latest)
        self.close(shown[0]["correlation"], pearson([r["a1"] for r in self.rows], [r["a2"] for r in self.rows]))

    def test_size(self):
        """An indicator that still moves with a denominator is named, with the denominator."""
        self.put("f.csv", framework().replace("code,parent", "code,parent,denominator").replace("IDX,\n", "IDX,,\n")
                 .replace("P1\n", "P1,\n").replace("P2\n", "P2,\n").replace("P3\n", "P3,\n").replace(",IDX\n", ",IDX,\n")
                 .replace("c1,P3,", "c1,P3,size"))
        head, *lines = (self.dir / "d.csv").read_text().splitlines()
        self.put("d.csv", "\n".join([head + ",size"] + [f"{line},{row['c2'] + 1!r}" for line, row in zip(lines, self.rows)]) + "\n")
        self.put("m.ini", METHOD.replace("normalize", "denominate, normalize", 1))
        self.audit()
        found = [r for r in self.records("findings") if r["finding"] == "bias" and r["node"] == "c2"]
        self.assertEqual([r["other"] for r in found], ["size"])
        self.assertIn("'size'", found[0]["sentence"])
        table = {(r["node"], r["other"]): r for r in self.records("denominators")}
        self.assertEqual(table["c2", "size"]["flag"], "bias")
        self.close(table["c2", "size"]["correlation"], 1.0)

    def test_regrouped(self):
        """Pairs of units become one; the column of development may be a rate, so it needs its rule."""
        self.put("map.csv", "unit,new_unit\n" + "".join(f"U{i:02},N{i // 2:02}\n" for i in range(UNITS)))
        rules = "".join(f"{name} = sum\n" for name in sorted(self.rows[0]))
        self.put("m.ini", METHOD + "[regrouping]\nmissing = available\n" + rules + "gdp = mean, a1\n[audit]\ndevelopment = gdp\n")
        self.audit("--regroup", "map.csv", output="first")
        self.assertEqual(len(self.records("expectations", "first")), UNITS // 2)
        self.put("m.ini", METHOD + "[regrouping]\n" + rules + "[audit]\ndevelopment = gdp\n")
        self.refused("gdp", "[regrouping]", arguments=("--audit", "--regroup", "map.csv"))
        self.accepted("--regroup", "map.csv")

    def test_example(self):
        """examples/data/methods/audit.ini on the synthetic provinces, in both languages."""
        pii, method = SOURCE / "examples/data/pii-synthetic", SOURCE / "examples/data/methods/audit.ini"
        for language in ("en", "vi"):
            self.assertEqual(self.run_program("--framework", pii / "framework.csv", "--data", pii / "data.csv", "--method", method,
                                              "--audit", "--language", language, "--output", language), 0, self.err)
        self.assertEqual((self.dir / "en/audit_correlations.csv").read_bytes(), (self.dir / "vi/audit_correlations.csv").read_bytes())
        self.assertEqual(len(self.records("correlations", "en")), 52 * 51 // 2)
        self.assertTrue(all(r["group_rank"] for r in self.records("profiles", "en") if r["rank"]))

    # ---- refusals ----

    def test_bad_keys(self):
        line = METHOD.count("\n") + 2
        for text, fragments in (("silent = 2\n", ("from 0 to 1",)), ("silnt = 0.3\n", ("silnt", "its keys are", "silent")),
                                ("rotation = oblimin\n", ("oblimin",)), ("promax_power = 3\n", ("promax_power", "rotation")),
                                ("retain = count\n", ("components",)), ("retain = parallel\n", ("parallel_draws",)),
                                ("development = gpd\n", ("gpd", 'Did you mean "gdp"?')), ("group = region\n", ("region",)),
                                ("period = 1999\n", ("1999",))):
            with self.subTest(text):
                self.method(text)
                self.refused(f"m.ini:{line}:", *fragments, arguments=("--audit",))

    def test_bad_keys_in_vietnamese(self):
        self.method("silnt = 0.3\n")
        self.refused("các khóa là", arguments=("--audit", "--language", "vi"))
        self.method("development = GDP\n")
        self.refused("không có cột số 'GDP'", arguments=("--audit", "--language", "vi"))

    def test_checked_without_audit_too(self):
        for text in ("silent = 2\n", "promax_power = 3\n", "retain = count\n"):
            self.method(text)
            self.refused("m.ini:", text.split(" ")[0] if "retain" not in text else "components")

    def test_no_step_of_the_method(self):
        self.put("m.ini", "[pipeline]\nsteps = normalize, aggregate, audit\n")
        self.refused("m.ini:2:", "unknown step 'audit'")
        self.assertNotIn(", audit", self.err.split("the steps are")[1])
        for section in ("[audit#2]", "[audit.2]", "[audit:a1]"):
            self.put("m.ini", METHOD + section + "\nsilent = 0.2\n")
            self.refused("m.ini:5:", "[audit]")
        self.put("m.ini", METHOD)
        self.put("f.csv", framework().replace("code,parent", "code,parent,audit.silent").replace("\n", ",\n").replace("silent,", "silent"))
        self.refused("audit.silent", "unknown column")

    def test_held_frames(self):
        self.accepted("--save-frames", "frames.txt", output="first")
        self.refused("--audit", "--frames", arguments=("--audit", "--frames", "frames.txt"))

    def test_development_that_is_no_number(self):
        self.method("development = gdp\n")
        self.put("d.csv", (self.dir / "d.csv").read_text().replace("100.0", "much", 1))
        self.refused("d.csv:2:", "gdp", arguments=("--audit",))
        self.accepted()  # without --audit the column is no concern of anybody


if __name__ == "__main__":
    unittest.main()
