"""Weights that are best for the correlations with the index: [weights] rule = balance or infomax."""
import csv
import re
import statistics
import unittest

import test_coinr
from test_coinr import COINR
from test_weights import GIVEN, Weighted
from workbench import SOURCE


def correlation(x, y):
    pairs = [(a, b) for a, b in zip(x, y) if a is not None and b is not None]
    return statistics.correlation(*zip(*pairs))


class Report(Weighted):
    """What the program says, as numbers."""

    def said(self):
        found = re.search(r"^Weights of level (\d) by (\w+): (.*?); (\d+) evaluations; [^0-9]* (\S+) \(before: (\S+)\)$", self.out, re.M)
        self.assertIsNotNone(found, self.out)
        return {"level": int(found[1]), "rule": found[2], "converged": found[3] == "converged", "evaluations": int(found[4]),
                "last": float(found[5]), "first": float(found[6])}

    def rows(self):
        with open(self.dir / "out" / "weights.csv", encoding="utf-8", newline="") as stream:
            return {row["node"]: row for row in csv.DictReader(stream)}

    def correlations(self, level, index):
        scores = self.table("scores.csv")
        units = list(scores)
        nodes = [node for node, row in self.rows().items() if int(row["level"]) == level]
        return {node: correlation([scores[u][node] for u in units], [scores[u][index] for u in units]) for node in nodes}


@unittest.skipUnless(COINR.is_dir(), f"the reference tables are not there: {COINR}")
class AgainstCoinr(Report):
    def setUp(self):
        super().setUp()
        test_coinr.Asem.build(self)
        self.method = (SOURCE / "examples/data/methods/coinr-example.ini").read_text(encoding="utf-8")

    def test_balance_of_two_subindices(self):
        self.put("m.ini", self.method + "[weights]\nrule = balance\nlevel = 3\n")
        self.accepted()
        said, r = self.said(), self.correlations(3, "Index")
        self.assertTrue(said["converged"])
        self.assertLess(said["last"], 1e-15)
        self.assertGreater(said["first"], 1e-6)
        self.assertAlmostEqual(r["Conn"], r["Sust"], delta=1e-6)
        with open(COINR / "10_weights/opt_balance_equal_L3.csv", encoding="utf-8", newline="") as stream:
            theirs = {row["iCode_of_weight"]: float(row["OptWeight"]) for row in csv.DictReader(stream)}
        for node, weight in theirs.items():  # a coarse search ends near the same weights
            self.assertAlmostEqual(float(self.rows()[node]["share"]), weight, delta=0.01)

    def test_unequal_targets(self):
        self.put("m.ini", self.method + "[weights]\nrule = balance\nlevel = 3\ntarget:Sust = 1.1\ntarget:Conn = 1\n")
        self.accepted()
        r = self.correlations(3, "Index")
        self.assertAlmostEqual(r["Sust"] / r["Conn"], 1.1, delta=1e-6)

    def test_infomax_of_pillars(self):
        self.put("m.ini", self.method + "[weights]\nrule = infomax\nlevel = 2\n")
        self.accepted()
        said, r = self.said(), self.correlations(2, "Index")
        self.assertEqual(len(r), 8)
        self.assertAlmostEqual(sum(r.values()), said["last"], delta=1e-9)
        self.assertGreaterEqual(said["last"], 4.593439)
        self.assertGreater(said["last"], said["first"])

    def test_a_limit_is_said(self):
        self.put("m.ini", self.method + "[weights]\nrule = infomax\nlevel = 2\nevaluations = 20\n")
        self.accepted()
        said = self.said()
        self.assertFalse(said["converged"])
        self.assertLessEqual(said["evaluations"], 20)
        page = (self.dir / "out" / "report.html").read_text(encoding="utf-8")
        self.assertIn("NOT converged", page)
        self.accepted("--language", "vi")
        self.assertIn("CHƯA hội tụ", self.out)
        self.assertIn("CHƯA hội tụ", (self.dir / "out" / "report.html").read_text(encoding="utf-8"))


class Small(Report):
    def test_two_nodes_balance_by_their_spread(self):
        """With arithmetic means two nodes balance where weight times standard deviation is equal."""
        got = self.weights(GIVEN + "[weights]\nrule = balance\nlevel = 2\n")
        scores = self.table("scores.csv")
        spread = {node: statistics.stdev(row[node] for row in scores.values()) for node in "PQ"}
        self.assertAlmostEqual(got["P"]["share"], spread["Q"] / (spread["P"] + spread["Q"]), delta=1e-7)
        self.assertAlmostEqual(got["P"]["weight"] + got["Q"]["weight"], 1, places=14)
        self.assertEqual(got["c"]["weight"], 3)  # other levels stay
        self.assertIn("Weights of level 2 by balance: converged", (self.dir / "out" / "report.html").read_text(encoding="utf-8"))

    def test_found_weights_held_give_the_same_scores(self):
        got = self.weights(GIVEN + "[weights]\nrule = balance\nlevel = 2\n")
        scores = (self.dir / "out" / "scores.csv").read_bytes()
        self.weights(GIVEN + "[weights]\n" + "".join(f"{node} = {got[node]['weight']!r}\n" for node in "PQ"))
        self.assertEqual((self.dir / "out" / "scores.csv").read_bytes(), scores)

    def test_the_search_starts_from_single_weights(self):
        self.weights(GIVEN + "[weights]\nrule = balance\nlevel = 2\nP = 5\n")
        first = self.said()["first"]
        self.weights(GIVEN + "[weights]\nrule = balance\nlevel = 2\n")
        self.assertNotEqual(self.said()["first"], first)

    def test_periods_and_regrouping(self):
        """Correlations are over all rows of all periods, and over the new units."""
        rows = ["U1,1,9,4,1,2", "U2,2,7,8,5,1", "U3,5,1,3,2,9", "U4,9,2,1,7,4"]
        later = ["U1,2,8,4,2,2", "U2,3,7,7,6,1", "U3,6,1,4,2,8", "U4,7,3,1,9,5"]
        self.put("d.csv", "unit,period,a,b,c,d,e\n" + "".join(row.replace(",", f",{year},", 1) + "\n"
                                                             for year, block in ((2023, rows), (2024, later)) for row in block))
        self.put("map.csv", "unit,new_unit\nU1,N1\nU2,N2\nU3,N3\nU4,N3\n")
        rules = "[regrouping]\n" + "".join(f"{code} = sum\n" for code in "abcde")
        for extra, arguments, units in (("", (), 8), (rules, ("--regroup", "map.csv"), 6)):
            self.put("m.ini", GIVEN + "[weights]\nrule = balance\nlevel = 2\n" + extra)
            self.accepted(*arguments)
            with open(self.dir / "out" / "scores.csv", encoding="utf-8", newline="") as stream:
                table = list(csv.DictReader(stream))
            self.assertEqual(len(table), units)
            r = [statistics.correlation([float(row[node]) for row in table], [float(row["IDX"]) for row in table]) for node in "PQ"]
            self.assertAlmostEqual(r[0], r[1], delta=1e-6)

    def test_frames(self):
        self.put("m.ini", GIVEN + "[weights]\nrule = balance\nlevel = 2\n")
        self.accepted("--save-frames", "held.frames", output="held")
        self.refused("m.ini:6:", "--frames", "rule = given", arguments=("--frames", "held.frames"))

    def bad(self, entries, *fragments, method=GIVEN):
        self.put("m.ini", method + "[weights]\n" + entries)
        self.refused(*fragments)
        self.refused("m.ini:", arguments=("--language", "vi"))

    def test_refusals(self):
        self.bad("rule = balance\n", "m.ini:6:", "level = L")
        for level in ("0", "3", "1.5", "-1", "x", "1e300"):
            self.bad(f"rule = balance\nlevel = {level}\n", "m.ini:7:")
        self.bad("rule = balance\nlevel = 2\nevaluations = 0\n", "m.ini:8:", "evaluations")
        self.bad("rule = balance\nlevel = 2\nevaluations = 2.5\n", "m.ini:8:", "evaluations")
        self.bad("rule = balance\nlevel = 2\ntarget:P = 1\ntarget:Z = 1\n", "m.ini:9:", "'Z'")
        self.bad("rule = balance\nlevel = 2\ntarget:P = 1\ntarget:a = 1\n", "m.ini:9:", "'a'")
        self.bad("rule = balance\nlevel = 2\ntarget:P = 1\n", "m.ini:7:", "'Q'")
        self.bad("rule = balance\nlevel = 2\ntarget:P = 1\ntarget:Q = -1\n", "m.ini:9:", "'Q'")
        self.bad("rule = balance\nlevel = 2\ntarget:P = one\ntarget:Q = 1\n", "m.ini:8:", "one")
        self.bad("rule = infomax\nlevel = 2\ntarget:P = 1\n", "m.ini:8:", "no targets")
        self.bad("rule = balanced\nlevel = 2\n", "m.ini:6:", "balance")
        self.bad("rule = equal\nlevel = 2\n", "m.ini:7:", "'level'")
        self.bad("rule = balance\nlevel = 2\nnobody = 1\n", "m.ini:8:", "'nobody'")

    def test_what_the_method_or_the_data_do_not_allow(self):
        weighed = GIVEN.replace("normalize, aggregate", "normalize, weigh, aggregate")
        self.bad("rule = balance\nlevel = 2\n", "m.ini:9:", "step weigh", method=weighed + "[weighting]\nrule = equal\n")
        self.put("d.csv", "unit,a,b,c,d,e\nU1,,,,1,2\nU2,,,,2,5\n")
        self.put("m.ini", GIVEN + "[weights]\nrule = balance\nlevel = 2\n")
        self.refused()
        self.put("d.csv", "unit,a,b,c,d,e\nU1,1,2,3,4,5\nU2,1,2,3,8,1\nU3,1,2,3,8,9\n")
        self.refused("m.ini:7:", "'P'")


if __name__ == "__main__":
    unittest.main()
