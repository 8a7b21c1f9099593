"""Weights in METHOD.ini: computed from the data, and from the judgements of experts."""
import csv
import statistics
import unittest

from workbench import Bench

FRAMEWORK = """code,parent,weight
IDX,,
P,IDX,
Q,IDX,
a,P,1
b,P,2
c,P,3
d,Q,1
e,Q,1
"""
DATA = """unit,a,b,c,d,e
U1,1,9,4,1,2
U2,2,7,8,5,1
U3,5,1,3,2,9
U4,9,2,1,7,4
"""
METHOD = "[pipeline]\nsteps = normalize, weigh, aggregate\n[normalization]\nrule = none\n"
GIVEN = "[pipeline]\nsteps = normalize, aggregate\n[normalization]\nrule = none\n"


class Weighted(Bench):
    def setUp(self):
        super().setUp()
        self.put("f.csv", FRAMEWORK)
        self.put("d.csv", DATA)

    def weights(self, method):
        self.put("m.ini", method)
        self.accepted()
        with open(self.dir / "out" / "weights.csv", encoding="utf-8", newline="") as stream:
            return {row["node"]: {k: float(row[k]) for k in ("weight", "share", "effective")} for row in csv.DictReader(stream)}


class Computed(Weighted):
    def test_deviation(self):
        got = self.weights(METHOD + "[weighting]\nrule = deviation\nscaling = none\n")
        sd = {"a": statistics.stdev([1, 2, 5, 9]), "b": statistics.stdev([9, 7, 1, 2]), "c": statistics.stdev([4, 8, 3, 1])}
        for code, value in sd.items():
            self.assertAlmostEqual(got[code]["share"], value / sum(sd.values()), places=14)
        self.assertAlmostEqual(sum(got[code]["effective"] for code in "abcde"), 1, places=14)
        self.assertIn("weighting", (self.dir / "out" / "report.html").read_text(encoding="utf-8"))
        self.assertIn("step\tweigh", (self.dir / "out" / "method.txt").read_text(encoding="utf-8"))

    def test_level_node_and_framework(self):
        got = self.weights(METHOD + "[weighting.2]\nrule = equal\n[weighting:Q]\nrule = given\n")
        self.assertAlmostEqual(got["c"]["share"], 1 / 3, places=15)
        self.assertEqual(got["e"]["weight"], 1)
        self.put("f.csv", FRAMEWORK.replace("weight\n", "weight,weighting\n").replace("IDX,,", "IDX,,,").replace("P,IDX,", "P,IDX,,equal")
                 .replace("Q,IDX,", "Q,IDX,,").replace("P,1", "P,1,").replace("P,2", "P,2,").replace("P,3", "P,3,").replace("Q,1", "Q,1,"))
        got = self.weights(METHOD)
        self.assertAlmostEqual(got["a"]["share"], 1 / 3, places=15)

    def test_usual_steps_take_it_up(self):
        got = self.weights("[weighting]\nrule = equal\n")
        self.assertAlmostEqual(got["c"]["share"], 1 / 3, places=15)

    def test_refusals(self):
        self.put("m.ini", METHOD + "[weighting]\nrule = entropie\n")
        self.refused("m.ini:6:", "entropie", "entropy")
        self.put("m.ini", GIVEN + "[weighting]\nrule = entropy\n")
        self.refused("m.ini:5:", "weighting")
        self.put("d.csv", DATA.replace("9,4,1,2", "9,4,1,-2"))
        self.put("m.ini", METHOD + "[weighting]\nrule = merec\n")
        self.refused("'e'", "U1")
        self.put("d.csv", "unit,a,b,c,d,e\nU1,1,2,3,4,5\nU2,1,5,2,8,1\n")
        self.put("m.ini", METHOD + "[weighting]\nrule = deviation\n")
        self.refused("'a'", "equal")


class Judged(Weighted):
    AHP = "code,c,a,b\nc,1,2,4\na,1/2,1,2\nb,1/4,1/2,1\n"
    POINTS = "expert,a,b,c\nLan,50,30,20\nMinh,30,30,40\nHoa,40,60,0\n"

    def test_ahp(self):
        for text in (self.AHP, "code,c,a,b\nc,,2,4\na,,,2\nb,,,\n", "code,c,a,b\nc,1,,\na,0.5,1,\nb,0.25,1/2,1\n"):
            self.put("ahp.csv", text)
            got = self.weights(GIVEN + "[weights:P]\nahp = ahp.csv\nahp_rule = row_geometric\n")
            for code, share in (("c", 4 / 7), ("a", 2 / 7), ("b", 1 / 7)):
                self.assertAlmostEqual(got[code]["share"], share, places=14)

    def test_budget(self):
        self.put("points.csv", self.POINTS)
        got = self.weights("[weights:P]\nbudget = points.csv\n" + GIVEN + "[weights]\nrule = equal\n")
        self.assertAlmostEqual(got["a"]["share"], 0.4, places=14)
        self.assertAlmostEqual(got["c"]["share"], 0.2, places=14)
        got = self.weights(GIVEN + "[weights:P]\nbudget = points.csv\nbudget_rule = median\nbudget_total = 100\n")
        self.assertAlmostEqual(got["a"]["share"], 40 / 90, places=14)

    def test_files_lie_beside_the_method(self):
        (self.dir / "sub").mkdir()
        (self.dir / "sub" / "points.csv").write_text(self.POINTS, encoding="utf-8")
        (self.dir / "sub" / "m.ini").write_text(GIVEN + "[weights:P]\nbudget = points.csv\n", encoding="utf-8")
        self.accepted(method="sub/m.ini")

    def test_equal_indicators(self):
        got = self.weights(GIVEN + "[weights]\nrule = equal_indicators\n")
        for code in "abcde":
            self.assertAlmostEqual(got[code]["effective"], 0.2, places=15)

    def bad(self, section, *fragments, ahp=AHP, points=POINTS):
        self.put("ahp.csv", ahp)
        self.put("points.csv", points)
        self.put("m.ini", GIVEN + section)
        self.refused(*fragments)

    def test_refusals(self):
        self.bad("[weights:P]\nahp = ahp.csv\nbudget = points.csv\n", "m.ini:5:")
        self.bad("[weights:P]\nahp_rule = column_mean\n", "m.ini:5:")
        self.bad("[weights:P]\nahp = ahp.csv\nbudget_total = 10\n", "m.ini:5:")
        self.bad("[weights:P]\nahpp = ahp.csv\n", "m.ini:6:", "ahpp")
        self.bad("[weights:P]\nahp = ahp.csv\nahp_rule = median\n", "m.ini:7:", "eigenvector")
        self.bad("[weights:P]\nahp = none.csv\n", "none.csv")
        self.bad("[weights:Z]\nahp = ahp.csv\n", "m.ini:5:", "'Z'")
        self.bad("[weights:a]\nahp = ahp.csv\n", "'a'")
        self.bad("[weights:Q]\nahp = ahp.csv\n", "ahp.csv", "'c'")
        self.bad("[weights:P]\nahp = ahp.csv\n", "ahp.csv:3:", "'b'", ahp="code,c,a,b\nc,1,2,4\nb,1/2,1,2\na,1/4,1/2,1\n")
        self.bad("[weights:P]\nahp = ahp.csv\n", "ahp.csv:2:", "empty", ahp="code,c,a,b\nc,1,,4\na,,1,2\nb,1/4,1/2,1\n")
        self.bad("[weights:P]\nahp = ahp.csv\n", "consistency ratio", ahp="code,c,a,b\nc,1,9,1/9\na,,1,9\nb,,,1\n")
        self.bad("[weights:P]\nahp = ahp.csv\n", "against", ahp="code,c,a,b\nc,1,2,4\na,0.4,1,2\nb,1/4,1/2,1\n")
        self.bad("[weights:P]\nbudget = points.csv\n", "points.csv", "expert 2", "99", points=self.POINTS.replace("30,30,40", "30,30,39"))
        self.bad("[weights:P]\nbudget = points.csv\n", "points.csv:3:", points=self.POINTS.replace("30,30,40", "30,x,40"))
        self.bad("[weights:P]\nbudget = points.csv\nbudget_total = 10\n", "expert 1")


if __name__ == "__main__":
    unittest.main()
