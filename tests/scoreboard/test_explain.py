"""--explain: the chain of a unit is whole and arrives at its score, in words, in tables and on the page."""
import csv
import re
import unittest

from test_audit import Page
from workbench import SOURCE, Bench

TREE = """code,name,name_vi,parent,direction,weight,denominator,scale,unit_of_measure
IDX,The index,Chỉ số,,,,,,
P1,First,Thứ nhất,IDX,,2,,,
P2,Second,Thứ hai,IDX,,1,,,
a,Alpha,,P1,1,3,people,1000,cases
b,Beta,,P1,-1,1,,,
c,Gamma,,P2,1,1,,,
d,Delta,,P2,1,1,,,
"""
UNITS = 12


def rows():
    """a is heavy tailed, c has a gap, U5 lacks both c and d."""
    made = []
    for i in range(UNITS):
        a = 90000 if i == 3 else 20 + 7 * i
        c = "" if i in (5, 8) else str(5 + (i * 5) % 11)
        d = "" if i == 5 else str(1 + i % 4)
        made.append([f"U{i}", f"Unit <{i}>", "north" if i % 2 else "south", a, 3 + (i * 3) % 7, c, d, 2000 + 10 * i])
    return made


def data(period=None):
    head = "unit,name,group:side," + ("period," if period else "") + "a,b,c,d,people\n"
    text = ""
    for year in range(2020, 2020 + (period or 1)):
        for row in rows():
            shifted = [row[3] + (year - 2020)] + row[4:]
            text += ",".join(map(str, row[:3] + ([year] if period else []) + shifted)) + "\n"
    return head + text


METHOD = """[pipeline]
steps = denominate, impute, treat, normalize, aggregate
[imputation]
rule = group_mean
group = side
[treatment]
limit = 1
"""


class Explain(Bench):
    def setUp(self):
        super().setUp()
        self.put("f.csv", TREE)
        self.put("d.csv", data())
        self.put("m.ini", METHOD)

    def records(self, name, folder="out"):
        with open(self.dir / folder / f"explain_{name}.csv", encoding="utf-8", newline="") as stream:
            return list(csv.DictReader(stream))

    def section(self, language="en"):
        page = (self.dir / "out" / "report.html").read_text(encoding="utf-8")
        parsed = Page()
        parsed.feed(page)
        self.assertEqual(parsed.open, [])
        begin = page.index("<h2>" + ("How the score comes about" if language == "en" else "Điểm được tính thế nào"))
        return page[begin:page.index("<h2>", begin + 5)]

    def arrives(self, unit):
        """Steps hand on their values; parts sum; the root is the score of scores.csv."""
        nodes, steps = self.records("nodes"), self.records("steps")
        at = {}
        for step in steps:
            self.assertEqual(step["explained"], unit)
            if step["node"] in at:
                self.assertEqual(at[step["node"]], step["value_before"])
            at[step["node"]] = step["value_after"]
        scores = self.table("scores.csv")[unit]
        for node in nodes:
            self.assertEqual(float(node["score"]) if node["score"] else None, scores[node["node"]])
            if node["children"] == "0":
                self.assertEqual(node["score"], at[node["node"]])
            elif node["score"]:
                parts = sum(float(n["adds"]) for n in nodes if n["parent"] == node["node"] and n["adds"])
                self.assertLess(abs(parts - float(node["score"])), 1e-12 * max(1.0, abs(parts)))
        return nodes, steps

    # ---- the chain ----

    def test_every_unit_arrives_at_its_score(self):
        for i in range(UNITS):
            self.accepted("--explain", f"U{i}")
            nodes, steps = self.arrives(f"U{i}")
            self.assertEqual([n["node"] for n in nodes][0], "IDX")
            self.assertEqual(len(steps), 4 * 4)

    def test_numbers_of_the_chain_in_words(self):
        self.accepted("--explain", "U3")
        a = self.out[self.out.index("\na  Alpha\n"):self.out.index("\nb  Beta\n")]
        self.assertIn("Raw value    90000 cases\n", a)
        self.assertIn("90000 / (2030 / 1000) = 44335  (people)", a)
        steps = {(s["node"], s["step_kind"]): s for s in self.records("steps")}
        treated, normalized = steps["a", "treat"], steps["a", "normalize"]
        self.assertEqual((treated["rule"], treated["points_high"]), ("winsorize", "1"))
        high = float(treated["high"])
        self.assertIn(f"fails → winsorize, 1 lowered to {high:.6g}: skewness", a)
        self.assertIn(f"; 44335 → {high:.6g}\n", a)
        # the treated value shares the maximum; the first unit that has it is named
        self.assertEqual(normalized["maximum_unit"], "U3")
        self.assertIn(f"to {high:.6g} (Unit <3>), 12 values", a)
        low, span = float(normalized["center"]), float(normalized["scale"])
        self.assertIn(f"({high:.6g} − {low:.6g}) / {span:.6g} × 100 = 100.00  (minmax)", a)
        self.assertIn("Weight       3, 75.00% of P1; adds 75.00 to its", a)

    def test_less_is_better_and_where_the_ends_are(self):
        self.accepted("--explain", "Unit <2>")
        b = self.out[self.out.index("\nb  Beta\n"):self.out.index("\nP2")]
        self.assertIn("(less is better)", b)
        self.assertRegex(b, r"\(\d+ − 9\) / -6 × 100 = ")
        self.assertIn("Unit <2>: IDX", self.out)

    def test_imputed_from_the_group(self):
        self.accepted("--explain", "U8")
        sources = [s for s in self.records("sources") if s["node"] == "c"]
        wanted = [r for r in rows() if r[2] == "south" and r[5] != ""]
        self.assertEqual([(s["unit"], float(s["value"])) for s in sources], [(r[0], float(r[5])) for r in wanted])
        mean = sum(float(r[5]) for r in wanted) / len(wanted)
        self.assertIn(f"mean of its group (group_mean): Unit <0> 5, Unit <2> {wanted[1][5]}, ", self.out)
        self.assertRegex(self.out, rf"\(group_mean\): .* = {mean:.6g}\n")

    def test_missing_siblings_are_left_out(self):
        self.put("m.ini", "[pipeline]\nsteps = denominate, normalize, aggregate\n")
        self.accepted("--explain", "U8")
        nodes, _ = self.arrives("U8")
        by_code = {n["node"]: n for n in nodes}
        self.assertEqual((by_code["d"]["share"], by_code["d"]["present_share"]), ("0.5", "1"))
        self.assertEqual((by_code["c"]["present_share"], by_code["c"]["adds"], by_code["P2"]["coverage"]), ("", "", "0.5"))
        self.assertIn("of those there", self.out)
        self.assertIn("50.00% of P2, 100.00% of what is there", self.out)
        self.accepted("--explain", "U5")
        self.assertIn("P2  Second: –, from 0 of 2 children", self.out)
        self.assertIn("P1  First", self.out)
        self.assertIn("Of those there", self.section())

    def test_left_out_by_screening(self):
        self.put("m.ini", "[pipeline]\nsteps = screen, normalize, aggregate\n[screening]\nmin_coverage = 0.9\n")
        self.accepted("--explain", "U5")
        self.assertIn("IDX –, without a rank; screening: 2 of 4 indicators have a value (50.0%), left out", self.out)
        self.assertIn("Screening  left out", self.out)
        self.arrives("U5")

    def test_rules_and_their_parameters(self):
        self.put("m.ini", METHOD.replace("[treatment]\nlimit = 1\n", "[normalization]\nlower = 1\nlog = natural\n[normalization:b]\nrule = goalposts\n"
                                         "lower = 2\nupper = 12\nlog = none\n[normalization:d]\nrule = percentile_rank\nlog = none\n"
                                         "[aggregation]\nrule = geometric\nnonpositive = floor\nfloor = 0.5\n[aggregation:IDX]\n"
                                         "rule = copeland\n[treatment]\nrules = none\n"))
        self.accepted("--explain", "U1")
        self.assertIn("goalposts given: 12 is 0, 2 is full score", self.out)
        self.assertRegex(self.out, r"\(ln [\d.]+ − [\d.]+\) / [\d.]+ × 99 \+ 1 = ")
        self.assertIn("all after the logarithm", self.out)
        self.assertIn("rule geometric, nonpositive = floor, floor = 0.5: exp(sum(weight × ln score) / sum(weight))", self.out)
        self.assertIn("rule copeland; it compares units", self.out)
        self.assertRegex(self.out, r"place of \d+ among the units = ")
        nodes = {n["node"]: n for n in self.records("nodes")}
        self.assertEqual([nodes[n]["compares"] for n in ("IDX", "P1", "b", "d")], ["1", "0", "0", "1"])
        keys = {(p["node"], p["parameter_key"]): p["value"] for p in self.records("parameters")}
        self.assertEqual((keys["b", "upper"], keys["P1", "floor"], keys["a", "log"]), ("12", "0.5", "2"))

    # ---- languages, periods, parts of the tree ----

    def test_vietnamese(self):
        self.accepted("--explain", "U3", "--language", "vi")
        for words in ("hạng ", "Số liệu gốc", "Mẫu số", "Xử lý ngoại lai", "Khung chuẩn hóa", "đóng góp", "Thứ nhất"):
            self.assertIn(words, self.out)
        self.assertIn("Số liệu gốc", self.section("vi"))

    def test_periods(self):
        self.put("d.csv", data(period=3))
        self.put("m.ini", METHOD.replace("rule = group_mean\ngroup = side", "rule = latest"))
        self.accepted("--explain", "U3", "--period", "2021")
        self.assertRegex(self.out, r"Unit <3>: IDX [\d.]+, rank [\d]+ of \d+, 2021")
        self.assertIn("90001 / (2030 / 1000)", self.out)
        self.assertIn("(Unit <3> 2022)", self.out)
        self.assertIn("2022", {s["maximum_period"] for s in self.records("steps")})
        self.accepted("--explain", "U3")
        self.assertIn("90002 / (2030 / 1000)", self.out)
        self.put("m.ini", METHOD.replace("rule = group_mean\ngroup = side", "rule = latest") + "[explain]\nperiod = 2020\n")
        self.accepted("--explain", "U3")
        self.assertIn("90000 / (2030 / 1000)", self.out)

    def test_one_part_of_the_tree(self):
        self.put("m.ini", METHOD + "[explain]\nnode = P2\n")
        self.accepted("--explain", "U4")
        self.assertEqual([n["node"] for n in self.records("nodes")], ["P2", "c", "d"])
        self.assertIn("\nUnit <4>: P2 ", self.out)
        self.assertNotIn("\na  Alpha", self.out)
        self.assertNotIn("Alpha", self.section())

    def test_only_an_indicator(self):
        self.put("m.ini", METHOD + "[explain]\nnode = c\n")
        self.accepted("--explain", "U4")
        self.assertEqual([n["node"] for n in self.records("nodes")], ["c"])
        self.assertIn("50.00% of P2; adds", self.out)

    # ---- the page, the folder ----

    def test_page_shows_what_the_terminal_shows(self):
        self.accepted("--explain", "U3")
        section = self.section()
        self.assertIn("Unit &lt;3&gt;", section)
        self.assertIn("90000 / (2030 / 1000) = 44335", section)
        self.assertEqual(len(re.findall("<div class=\"way\">", section)), 4)
        self.assertEqual(len(re.findall("<table class=\"trace\">", section)), 3)

    def test_without_it_nothing_is_written(self):
        self.accepted()
        self.assertFalse([p.name for p in (self.dir / "out").iterdir() if p.name.startswith("explain")])
        self.assertNotIn("How the score comes about", (self.dir / "out/report.html").read_text())

    def test_its_files_are_the_program_s_own(self):
        self.accepted("--explain", "U3")
        self.accepted()
        self.assertFalse([p.name for p in (self.dir / "out").iterdir() if p.name.startswith("explain")])
        (self.dir / "out" / "explain_other.csv").write_text("mine\n")
        self.assertEqual(self.score("--explain", "U3"), 2)
        self.assertIn("explain_other.csv", self.err)

    def test_with_held_frames(self):
        self.accepted("--save-frames", "frames.txt")
        self.put("d.csv", data().replace("90000", "25").replace(",97,", ",30,"))
        self.accepted("--explain", "U3", "--frames", "frames.txt")
        self.arrives("U3")
        self.assertIn("held", {s["origin"] for s in self.records("steps")})
        self.assertIn("held from another run", self.out)

    def test_example_of_viet_nam(self):
        for name in ("framework.csv", "data.csv"):
            self.put({"framework.csv": "f.csv", "data.csv": "d.csv"}[name],
                     (SOURCE / "examples/data/pii-synthetic" / name).read_bytes())
        self.accepted("--explain", "Huế", method=None)
        nodes, _ = self.arrives("HUE")
        self.assertEqual(sum(n["children"] == "0" for n in nodes), 52)

    # ---- refusals ----

    def test_unknown_unit(self):
        self.refused("no unit 'Unit <33>'", arguments=("--explain", "Unit <33>"))
        self.refused("không có đơn vị 'U99'", arguments=("--explain", "U99", "--language", "vi"))
        self.refused("Did you mean", arguments=("--explain", "unit <3>"))

    def test_bad_options(self):
        self.put("m.ini", METHOD + "[explain]\nnode = P9\n")
        self.refused("m.ini:9:", "P9", arguments=("--explain", "U3"))
        self.put("m.ini", METHOD + "[explain]\nnodes = P1\n")
        self.refused("m.ini:9:", "nodes", "node, period, group")
        self.put("m.ini", METHOD + "[explain:P1]\nnode = P1\n")
        self.refused("m.ini:9:", "key node cannot be set for 'P1' alone")
        self.put("m.ini", METHOD.replace("aggregate", "aggregate, explain"))
        self.refused("unknown step 'explain'")
        self.refused("a value is missing after --explain", arguments=("--explain",))


if __name__ == "__main__":
    unittest.main()
