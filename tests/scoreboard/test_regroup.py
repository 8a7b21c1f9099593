"""--regroup: old units become new ones; amounts are summed, ratios computed anew, and nothing is guessed."""
import csv
import unittest

from workbench import SOURCE, Bench, read_table

FRAMEWORK = """code,name,parent,direction,denominator,scale
IDX,The index,,,,
patents,Patents,IDX,1,people,1000
rate,Rate,IDX,1,,
grade,Grade,IDX,1,,
"""
DATA = """unit,name,group:region,mayor,people,patents,rate,grade,graduates
A,Alpha,north,Mai,100,7,99,60,10
B,Beta,south,Lan,50,3,98,55,20
C,Gamma,north,Hoa,300,5,97,40,30
D,Delta,south,Tam,10,0,96,20,1
E,Epsilon,south,An,30,8,95,30,2
"""
MAP = """unit,new_unit,new_name
A,X,Xanadu
B,B,Beta
C,X,Xanadu
D,Y,Ypsilon
E,Y,Ypsilon
"""
METHOD = """[pipeline]
steps = denominate, normalize, aggregate
[normalization]
rule = none
[regrouping]
rate = ratio, graduates, people, 100
grade = mean, people
"""


class Regroup(Bench):
    def setUp(self):
        super().setUp()
        self.put("f.csv", FRAMEWORK)
        self.put("d.csv", DATA)
        self.put("m.ini", METHOD)
        self.put("map.csv", MAP)

    def bad(self, *fragments):
        self.refused(*fragments, arguments=("--regroup", "map.csv"))

    def test_by_hand(self):
        self.accepted("--regroup", "map.csv")
        self.assertIn("5 units became 3 (map.csv)", self.out)
        self.assertIn("Xanadu", self.out)
        scores = self.table("scores.csv")
        self.assertEqual(set(scores), {"X", "B", "Y"})
        self.assertEqual(scores["X"]["patents"], 12 / (400 / 1000))
        self.assertEqual(scores["Y"]["patents"], 8 / (40 / 1000))
        self.assertEqual(scores["X"]["rate"], 40 / (400 / 100))
        self.assertEqual(scores["X"]["grade"], (60 * 100 + 40 * 300) / 400)
        self.assertEqual(scores["B"]["grade"], 55)

    def test_split(self):
        self.put("map.csv", "unit,new_unit,share\nA,X,\nB,B,\nC,X,0.75\nC,B,0.25\nD,Y,1\nE,Y,1\n")
        self.put("m.ini", METHOD + "leave_out_groups = region\n")
        self.accepted("--regroup", "map.csv")
        scores = self.table("scores.csv")
        self.assertEqual(scores["B"]["patents"], (3 + 0.25 * 5) / ((50 + 0.25 * 300) / 1000))

    def test_missing(self):
        self.put("d.csv", DATA.replace("C,Gamma,north,Hoa,300,5", "C,Gamma,north,Hoa,300,"))
        self.accepted("--regroup", "map.csv")
        self.assertIsNone(self.table("scores.csv")["X"]["patents"])
        self.put("m.ini", METHOD + "missing = available\n")
        self.accepted("--regroup", "map.csv")
        self.assertIn("patents of X: from 1 of 2 units", self.out)
        self.assertEqual(self.table("scores.csv")["X"]["patents"], 7 / (400 / 1000))

    def test_an_indicator_without_a_denominator_needs_a_rule(self):
        self.put("m.ini", METHOD.replace("grade = mean, people\n", ""))
        self.bad("f.csv:5:", "'grade'", "[regrouping]", "m.ini:5:")
        self.put("m.ini", METHOD.split("[regrouping]")[0])
        self.bad("f.csv:4:", "2 columns", "'rate', 'grade'", "[regrouping]")

    def test_both_lists(self):
        self.put("map.csv", MAP.replace("E,Y", "Q,Y"))
        self.bad("map.csv:6:", "'Q'")
        self.put("map.csv", MAP.replace("D,Y,Ypsilon\n", "").replace("E,Y,Ypsilon\n", ""))
        self.bad("map.csv:", "'D', 'E'")
        self.put("map.csv", MAP + "A,Y,\n")
        self.bad("map.csv:2:", "'A'", "sum to 2")
        self.put("map.csv", MAP + "A,X,\n")
        self.bad("map.csv:7:", "twice")

    def test_map_file(self):
        self.put("map.csv", MAP.replace("new_unit", "into"))
        self.bad("map.csv:1:", "into")
        self.put("map.csv", "unit,name\nA,Alpha\n")
        self.bad("map.csv:1:", "'new_unit'")
        self.put("map.csv", "unit,new_unit,share\nA,X,half\n")
        self.bad("map.csv:2:", "share")
        self.put("map.csv", "unit,new_unit,share\nA,X,2\n")
        self.bad("map.csv:2:", "share")

    def test_rules(self):
        for line, said in (("rate = average", "'average' is no rule"), ("rate = mean", "no rule"), ("rate = ratio, graduates", "no rule"),
                           ("rate = ratio, graduate, people", 'Did you mean "graduates"'), ("ghost = sum", "'ghost'"),
                           ("rate = ratio, graduates, people, x", "x"), ("rate = ratio, graduates, people, 0", "scale"),
                           ("missing = perhaps", "perhaps"), ("rate = ratio, mayor, people", "Mai")):
            self.put("m.ini", METHOD.replace("rate = ratio, graduates, people, 100", line))
            self.bad(said)

    def test_groups(self):
        self.put("d.csv", DATA.replace("C,Gamma,north", "C,Gamma,south"))
        self.bad("'A' and 'C', both of 'X'", "leave_out_groups = region")
        self.put("m.ini", METHOD + "leave_out_groups = climate\n")
        self.bad("climate")
        self.put("m.ini", METHOD + "leave_out_groups = region\n")
        self.accepted("--regroup", "map.csv")

    def test_a_section_without_the_option(self):
        self.refused("m.ini:5:", "--regroup")

    def test_vietnamese(self):
        self.put("map.csv", MAP.replace("E,Y", "Q,Y"))
        self.refused("không có trong dữ liệu", arguments=("--regroup", "map.csv", "--language", "vi"))

    def test_provinces(self):
        """63 provinces of one person and one patent each become 34 of as many as were merged."""
        folder = SOURCE / "examples/data/provinces"
        with open(folder / "map_2025.csv", encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
        self.assertEqual(len(rows), 63)
        self.put("f.csv", "code,parent,denominator\nIDX,,\npatents,IDX,people\n")
        self.put("d.csv", "unit,people,patents\n" + "".join(f"{r['unit']},2,{i}\n" for i, r in enumerate(rows)))
        self.put("m.ini", METHOD.split("[regrouping]")[0])
        self.accepted("--regroup", folder / "map_2025.csv")
        scores = read_table(self.dir / "out/scores.csv")
        self.assertEqual(len(scores), 34)
        for unit, row in scores.items():
            parts = [i for i, r in enumerate(rows) if r["new_unit"] == unit]
            self.assertEqual(row["patents"], sum(parts) / (2 * len(parts)))


if __name__ == "__main__":
    unittest.main()
