"""Benefit of the doubt and factor scores as rules of a node, by METHOD.ini and FRAMEWORK.csv."""
import unittest

from workbench import Bench

FRAMEWORK = """code,parent,weight
IDX,,
P,IDX,1
a,P,1
b,P,1
c,P,0
"""
DATA = """unit,a,b,c
A,4,1,3
B,1,4,
C,2,2,1
D,1,1,9
E,2,,8
"""
METHOD = """[pipeline]
steps = normalize, aggregate
[normalization]
rule = none
[weights]
rule = given
[aggregation]
rule = arithmetic
[aggregation:P]
rule = benefit_of_doubt
"""


class Doubt(Bench):
    def setUp(self):
        super().setUp()
        self.put("f.csv", FRAMEWORK)
        self.put("d.csv", DATA)

    def scores(self, method):
        self.put("m.ini", method)
        self.accepted()
        return {unit: row["P"] for unit, row in self.table("scores.csv").items()}

    def expect(self, method, *wanted):
        for (unit, got), value in zip(self.scores(method).items(), wanted, strict=True):
            self.assertAlmostEqual(got, value, places=14, msg=unit)

    def test_by_hand(self):
        """The frontier goes from A to B; E has a alone. c has the weight 0."""
        self.expect(METHOD, 1, 1, 0.8, 0.4, 0.5)
        self.expect(METHOD + "share_lower = 0.5\n", 8 / 17, 8 / 17, 0.8, 0.4, 0.5)
        self.expect(METHOD + "multiplier_upper = 0.1\n", 0.5, 0.5, 0.4, 0.2, 0.2)

    def test_shares_of_all_nodes(self):
        """For all nodes at once; the index has one child, whose share is 1."""
        self.expect(METHOD.replace("rule = arithmetic\n[aggregation:P]\n", "") + "share_lower = 0.1\n",
                    *self.scores(METHOD + "share_lower = 0.1\n").values())
        self.assertIn("share_lower=", (self.dir / "out" / "method.txt").read_text(encoding="utf-8"))

    def test_shares_of_one_child(self):
        """By the framework's column, and by a section of METHOD.ini: the same."""
        self.put("m.ini", METHOD)
        own = METHOD + "[aggregation:a]\nown_share_lower = 0.5\n"
        self.expect(own, 1, 8 / 17, 0.8, 0.4, 0.5)
        for column in ("own_share_lower", "aggregation.own_share_lower"):
            rows = FRAMEWORK.replace("weight\n", f"weight,{column}\n").replace("IDX,,\n", "IDX,,,\n").replace("P,IDX,1", "P,IDX,1,")
            self.put("f.csv", rows.replace("a,P,1", "a,P,1,0.5").replace("b,P,1", "b,P,1,").replace("c,P,0", "c,P,0,"))
            self.expect(METHOD, 1, 8 / 17, 0.8, 0.4, 0.5)
            self.assertIn("child\ta\town_share_lower=0x1p-1", (self.dir / "out" / "method.txt").read_text(encoding="utf-8"))

    def test_refusals(self):
        self.put("m.ini", METHOD + "share_upper = 0.4\n")
        self.refused("'P'", "share_upper", "0.8")
        self.put("m.ini", METHOD + "share_upper = 1.4\n")
        self.refused("m.ini:11:", "share_upper")
        self.put("m.ini", METHOD + "share_upper = 0.6\n")
        self.refused("'P'", "'E'", "share_upper")
        self.put("m.ini", METHOD + "own_share_lower = 0.6\n")
        self.refused("own_share_lower")
        self.put("m.ini", METHOD.replace("benefit_of_doubt", "median"))
        self.put("f.csv", FRAMEWORK.replace("weight\n", "weight,own_share_lower\n").replace("IDX,,\n", "IDX,,,\n").replace("P,IDX,1", "P,IDX,1,")
                 .replace("a,P,1", "a,P,1,0.5").replace("b,P,1", "b,P,1,").replace("c,P,0", "c,P,0,"))
        self.refused("'a'", "own_share_lower")

    def test_factor_scores(self):
        self.put("d.csv", DATA.replace("A,4,1", "A,4,5").replace("E,2,,", "E,3,3,"))
        got = self.scores(METHOD.replace("benefit_of_doubt", "factor_scores"))
        self.assertAlmostEqual(sum(got.values()), 0, places=14)
        self.assertAlmostEqual(sum(x * x for x in got.values()) / 4, 1, places=14)

    def test_factor_of_children_that_disagree(self):
        self.put("m.ini", METHOD.replace("benefit_of_doubt", "factor_scores"))
        self.refused("'P'", "'b'", "check its direction")


if __name__ == "__main__":
    unittest.main()
