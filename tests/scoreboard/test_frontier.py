"""[frontier] of METHOD.ini: every rule of the library by name, frontier.csv, and what is refused."""
import csv
import unittest

from workbench import SHARED, Bench

COMPIND = SHARED / "reference" / "compind"
TOLERANCE = 1e-9
PLAIN = "[pipeline]\nsteps = normalize, aggregate\n[normalization]\nrule = none\n[aggregation]\nrule = arithmetic\n"
LINE = PLAIN.count("\n") + 1  # of the [frontier] that follows
FRAMEWORK = "code,parent,weight\nIDX,,\nP,IDX,1\nQ,IDX,1\na.1,P,1\nb,P,1\nc,Q,1\nd,Q,1\n"
# The frontier of a.1 and b goes from A to B; C is 0.8, D 0.4 and E has a.1 alone.
DATA = "unit,a.1,b,c,d\nA,4,1,3,1\nB,1,4,1,2\nC,2,2,2,2\nD,1,1,1,4\nE,2,,2,3\n"
RULES = {"benefit_of_doubt": "", "directional": "", "multidirectional": "", "undesirable": "less_is_better.d = 1\n",
         "common_weights": "", "order_m": "draws = 3\n", "directional_order_m": "draws = 3\n",
         "geometric": "benchmark = C\nshare_lower = 0.2\n"}


class Frontier(Bench):
    def setUp(self):
        super().setUp()
        self.put("f.csv", FRAMEWORK)
        self.put("d.csv", DATA)

    def rows(self):
        with open(self.dir / "out" / "frontier.csv", encoding="utf-8", newline="") as stream:
            return list(csv.DictReader(stream))

    def frontier(self, text):
        self.put("m.ini", PLAIN + text)
        self.accepted()
        return {row["unit"]: row for row in self.rows()}

    def expect(self, text, *wanted):
        got = self.frontier(text)
        for (unit, row), value in zip(got.items(), wanted, strict=True):
            self.assertAlmostEqual(float(row["score"]), value, places=14, msg=unit)
        return got

    def test_by_hand(self):
        """The numbers of the construction step (test_doubt.py), with what comes along."""
        got = self.expect("[frontier:P]\n", 1, 1, 0.8, 0.4, 0.5)
        self.assertEqual({row["status"] for row in got.values()}, {got["A"]["status"]})
        self.assertEqual((got["C"]["node"], got["C"]["rule"], got["C"]["available"]), ("P", "benefit_of_doubt", "2"))
        self.assertAlmostEqual(float(got["C"]["multiplier:a.1"]), 0.2, places=14)
        self.assertAlmostEqual(float(got["C"]["share:b"]), 0.5, places=14)
        self.assertAlmostEqual(float(got["C"]["target:b"]), 2.5, places=14)
        peers = dict(peer.split(" ") for peer in got["C"]["peers"].split("; "))
        self.assertEqual(set(peers), {"A", "B"})
        self.assertEqual((got["E"]["share:b"], got["E"]["available"]), ("", "1"))
        for row in got.values():
            for certificate in ("primal", "dual", "gap"):
                self.assertLessEqual(float(row[certificate]), TOLERANCE)
        self.assertIn("Frontier of P, benefit_of_doubt: 5 of 5 units have a score", self.out)
        page = (self.dir / "out" / "report.html").read_text(encoding="utf-8")
        self.assertIn("<h2>Frontier</h2>", page)

    def test_the_index_stays_as_it_is(self):
        self.put("m.ini", PLAIN)
        self.accepted()
        before = {name: (self.dir / "out" / name).read_bytes() for name in ("scores.csv", "method.txt")}
        self.assertFalse((self.dir / "out" / "frontier.csv").exists())
        self.frontier("[frontier]\nrule = order_m\ndraws = 2\n")
        for name, content in before.items():
            self.assertEqual((self.dir / "out" / name).read_bytes(), content)

    def test_bounds(self):
        """For all children and for one, whose code has a dot; the same as the construction step's."""
        self.expect("[frontier:P]\nshare_lower = 0.5\n", 8 / 17, 8 / 17, 0.8, 0.4, 0.5)
        self.expect("[frontier:P]\nshare_lower.a.1 = 0.5\n", 1, 8 / 17, 0.8, 0.4, 0.5)
        self.expect("[frontier:P]\nmultiplier_upper = 0.1\n", 0.5, 0.5, 0.4, 0.2, 0.2)

    def test_restrictions_between_children(self):
        """Equal multipliers from both sides: the sum over that of the best. Orders both ways: equal shares."""
        self.expect("[frontier:P]\nratio = a.1, b, 1, 1\n", 1, 1, 0.8, 0.4, 0.5)
        self.expect("[frontier:P]\nratio = a.1, b, 2, none\n", 1, 2 / 3, 2 / 3, 1 / 3, 0.5)
        got = self.frontier("[frontier:P]\norder = b, a.1, b\n")
        self.assertAlmostEqual(float(got["A"]["score"]), 8 / 17, places=14)

    def test_every_rule_runs(self):
        self.put("d.csv", DATA.replace("E,2,,", "E,2,1,"))
        for rule, options in RULES.items():
            with self.subTest(rule):
                got = self.frontier(f"[frontier:Q]\nrule = {rule}\n{options}")
                self.assertEqual({row["rule"] for row in got.values()}, {rule})
                for unit, row in got.items():
                    self.assertGreater(float(row["score"]), 0, unit)
                if rule in ("benefit_of_doubt", "directional", "multidirectional", "undesirable", "common_weights"):
                    self.assertLessEqual(max(float(row["score"]) for row in got.values()), 1 + TOLERANCE)
        self.assertAlmostEqual(float(got["C"]["score"]), 1, places=14)  # geometric: the benchmark itself

    def test_the_library_has_no_other_rule(self):
        """A rule that the library gains has to be tested here: the program lists the library's own names."""
        self.put("m.ini", PLAIN + "[frontier]\nrule = order_n\n")
        self.refused(f"m.ini:{LINE + 1}: rule has no choice 'order_n'; expected one of {', '.join(RULES)}.", "order_m")

    def test_order_m_by_hand(self):
        """One unit drawn: 1 / mean of min over a.1 and b, over those that have what the unit has."""
        got = self.frontier("[frontier:P]\nrule = order_m\ndraws = 1\n")
        self.assertAlmostEqual(float(got["D"]["score"]), 1 / ((1 + 1 + 2 + 1) / 4), places=14)
        self.assertAlmostEqual(float(got["E"]["score"]), 1 / ((2 + 0.5 + 1 + 0.5 + 1) / 5), places=14)

    def test_several_nodes(self):
        """One file; a child's columns are empty in the rows of another node. [frontier] is the index."""
        self.put("m.ini", PLAIN + "[frontier]\n[frontier:Q]\nrule = directional\n")
        self.accepted()
        rows = self.rows()
        self.assertEqual([row["node"] for row in rows], ["IDX"] * 5 + ["Q"] * 5)
        self.assertTrue(all(row["share:c"] == "" for row in rows[:5]) and all(row["share:P"] == "" for row in rows[5:]))
        self.assertTrue(all(row["share:P"] != "" for row in rows[:5]) and all(row["share:c"] != "" for row in rows[5:]))

    def test_periods_each_by_itself(self):
        """Half of everything in another period: the same scores; a unit without a row there has none."""
        lines = [line.split(",") for line in DATA.splitlines()[1:]]
        half = [[unit, "2"] + [str(float(x) / 2) if x else "" for x in rest] for unit, *rest in lines[:-1]]
        table = [["unit", "period", "a.1", "b", "c", "d"]] + [[unit, "1", *rest] for unit, *rest in lines] + half
        self.put("d.csv", "\n".join(map(",".join, table)) + "\n")
        self.put("m.ini", PLAIN + "[frontier:P]\n")
        self.accepted()
        got = {(row["period"], row["unit"]): row["score"] for row in self.rows()}
        self.assertEqual(len(got), 10)
        for unit, score in zip("ABCD", (1, 1, 0.8, 0.4), strict=True):
            self.assertAlmostEqual(float(got["1", unit]), score, places=14)
            self.assertAlmostEqual(float(got["2", unit]), score, places=14)
        self.assertEqual(got["2", "E"], "")
        self.assertIn("E: no value", (self.dir / "out" / "report.html").read_text(encoding="utf-8"))

    def test_a_unit_that_cannot_be(self):
        """One indicator alone cannot have at most 60 percent: that is E's status, no failure of all."""
        got = self.frontier("[frontier:P]\nshare_upper = 0.6\n")
        self.assertEqual(got["E"]["score"], "")
        self.assertNotEqual(got["E"]["status"], got["A"]["status"])
        self.assertIn("4 of 5", self.out)
        self.assertIn("share_upper", (self.dir / "out" / "report.html").read_text(encoding="utf-8"))

    def refuse(self, text, line, *fragments, **named):
        self.put("m.ini", PLAIN + text)
        self.refused(f"m.ini:{LINE + line}: ", *fragments, **named)

    def test_bad_options(self):
        self.refuse("[frontier]\nshare_lover = 0.1\n", 1, "share_lover", "its keys are rule,", '"share_lower"')
        self.refuse("[frontier]\nshare_lower = 1.5\n", 1, "share_lower", "1.5")
        self.refuse("[frontier]\nshare_lower = much\n", 1, "much")
        self.refuse("[frontier]\nshare_lower.a.1 = 0.1\n", 1, "'a.1' is not a child of 'IDX'", "P, Q")
        self.refuse("[frontier]\nrule = order_m\ndraws.P = 4\n", 2, "draws", "without a child")
        self.refuse("[frontier]\nrule = order_m\ndraws = 2.5\n", 2, "draws = 2.5", "whole number")
        self.refuse("[frontier]\nrule = order_m\ndraws = 0\n", 2, "draws")
        self.refuse("[frontier]\nshare_lower = 0.1\nrule = order_m\ndraws = 2\n", 1, "order_m does not read share_lower")
        self.refuse("[frontier]\nshare_of = luck\n", 1, "contribution, weight, mean")
        self.refuse("[frontier]\norder = P\n", 1, "two children")
        self.refuse("[frontier]\nratio = P, Q, 1\n", 1, "fours")
        self.refuse("[frontier]\nratio = P, Q, 2, 1\n", 1)
        self.refuse("[frontier]\nrule = multidirectional\norder = P, Q\n", 2, "does not read")

    def test_bad_sections(self):
        self.refuse("[frontier:X]\n", 0, "'X'")
        self.refuse("[frontier:b]\n", 0, "'b' is an indicator")
        self.refuse("[frontier.2]\n", 0, "[frontier:NODE]")
        self.refuse("[frontier#2]\n", 0, "[frontier:NODE]")
        self.refuse("[frontier]\n[frontier:IDX]\n", 1, f"line {LINE}")

    def test_what_the_data_do_not_allow(self):
        self.refuse("[frontier]\nrule = order_m\n", 0, "draws")
        self.refuse("[frontier]\nrule = geometric\n", 0, "benchmark")
        self.refuse("[frontier]\nrule = geometric\nbenchmark = Z\n", 2, "'Z'")
        self.refuse("[frontier:P]\nrule = geometric\nbenchmark = E\n", 2, "'E'", "'b'")
        self.refuse("[frontier:P]\nrule = common_weights\n", 0, "'b'", "'E'")
        self.refuse("[frontier:P]\nshare_upper = 0.4\n", 1, "share_upper", "0.8")
        self.refuse("[frontier:Q]\nrule = undesirable\n", 0, "less_is_better")
        self.put("d.csv", DATA.replace("A,4", "A,-4"))
        self.refuse("[frontier:P]\n", 0, "'A'", "'a.1'")

    def test_in_vietnamese(self):
        self.refuse("[frontier]\nrule = order_m\nshare_lower = 0.1\n", 2, "quy tắc order_m không dùng share_lower",
                    arguments=("--language", "vi"))
        self.refuse("[frontier]\nrule = geometric\nbenchmark = Z\n", 2, "dữ liệu không có đơn vị 'Z'",
                    arguments=("--language", "vi"))
        self.put("m.ini", PLAIN + "[frontier:P]\n")
        self.accepted("--language", "vi")
        self.assertIn("Đường biên của P, benefit_of_doubt: 5 trên 5 đơn vị có điểm", self.out)


@unittest.skipUnless(COMPIND.is_dir(), "the reference tables are absent")
class BetterLife(Bench):
    """Eleven indicators of 38 countries as they are, against Compind."""

    def setUp(self):
        super().setUp()
        with open(COMPIND / "BLI_2017.csv", encoding="utf-8", newline="") as stream:
            self.put("d.csv", stream.read().replace("country,", "unit,", 1))
        codes = (self.dir / "d.csv").read_text(encoding="utf-8").splitlines()[0].replace('"', "").split(",")[1:]
        self.put("f.csv", "code,parent\nBLI,\n" + "".join(f"{code},BLI\n" for code in codes))
        self.codes = codes

    def compare(self, options, reference, shares):
        self.put("m.ini", PLAIN + "[frontier]\n" + options)
        self.accepted()
        with open(self.dir / "out" / "frontier.csv", encoding="utf-8", newline="") as stream:
            ours = {row["unit"]: row for row in csv.DictReader(stream)}
        with open(COMPIND / reference, encoding="utf-8", newline="") as stream:
            theirs = list(csv.DictReader(stream))
        self.assertEqual([row["unit"] for row in theirs], list(ours))
        self.assertGreater(len(theirs), 30)
        for row in theirs:
            got, score = ours[row["unit"]], float(row["score"])
            self.assertAlmostEqual(float(got["score"]), score, delta=TOLERANCE, msg=row["unit"])
            self.assertLessEqual(float(got["gap"]), TOLERANCE)
            self.assertAlmostEqual(sum(float(got[f"share:{code}"]) for code in self.codes), 1, delta=TOLERANCE)
            for code in self.codes if shares else ():
                self.assertGreaterEqual(float(got[f"share:{code}"]), 0.05 - TOLERANCE)
                self.assertLessEqual(float(got[f"share:{code}"]), 0.2 + TOLERANCE)

    def test_free_weights(self):
        self.compare("", "bod_bli_raw.csv", False)

    def test_bounded_shares(self):
        self.compare("share_lower = 0.05\nshare_upper = 0.2\n", "bod_constr_bli_up20_lo05.csv", True)


if __name__ == "__main__":
    unittest.main()
