"""METHOD.ini: what it may say, and that nothing in it is ignored."""
import csv
import re
import unittest

from workbench import DATA, FRAMEWORK, PLAIN, SOURCE, Bench, read_table

# The default method of the issue, written out.
DEFAULT = """[pipeline]
steps = denominate, treat, normalize, aggregate
[denomination]
rule = divide
[treatment]
rules = winsorize, log_gii
skewness = 2
kurtosis = 3.5
skewness_type = 2
kurtosis_type = 2
limit = 5
[normalization]
rule = minmax
lower = 0
upper = 100
[aggregation]
rule = arithmetic
[ranking]
ties = competition
"""


class Errors(Bench):
    def bad(self, text, line, *fragments):
        self.put("m.ini", text)
        self.refused(f"m.ini:{line}:", *fragments)

    def test_unknown_section(self):
        self.bad("[normalisation]\nrule = minmax\n", 1, "normalisation", "normalization")

    def test_unknown_key(self):
        self.bad("[normalization]\nruel = minmax\n", 2, "ruel", "rule")

    def test_unknown_rule(self):
        self.bad("[normalization]\n\nrule = minmx\n", 3, "minmx")

    def test_unknown_rule_in_a_chain(self):
        self.bad("[treatment]\nrules = winsorize, lgo\n", 2, "lgo")

    def test_bad_numbers(self):
        for value in ("abc", "0,5", "inf", "nan", "2"):
            self.bad(f"[aggregation]\nmin_coverage = {value}\n", 2)

    def test_unknown_step(self):
        self.bad("[pipeline]\nsteps = normalise, aggregate\n", 2, "normalise", "normalize")

    def test_impossible_order(self):
        self.put("m.ini", "[pipeline]\nsteps = aggregate, normalize\n")
        self.refused("m.ini:2:")
        self.put("m.ini", "[pipeline]\nsteps = normalize\n")
        self.refused("m.ini:2:")

    def test_section_of_a_step_that_is_not_there(self):
        self.bad(PLAIN + "[imputation]\nrule = mean\n", 3, "imputation")
        self.bad(PLAIN + "[normalization#2]\nrule = minmax\n", 3)

    def test_unknown_node(self):
        self.put("m.ini", PLAIN + "[normalization:zz]\nrule = zscore\n")
        self.refused("m.ini:3:", "zz")

    def test_setting_without_effect(self):
        self.put("m.ini", PLAIN + "[normalization]\nrule = zscore\nlower = 3\n")
        self.refused("m.ini:5:", "lower")
        self.assertNotIn("?", self.err)
        self.put("m.ini", PLAIN + "[normalization]\nlower = 5\nupper = 1\n")
        self.refused("m.ini:4:")
        self.put("m.ini", PLAIN)
        self.put("f.csv", "code,parent,normalization,lower,upper\nIDX,,,,\na,IDX,goalposts,5,5\n")
        self.refused("f.csv:3:", '"lower"')

    def test_level_where_there_is_none(self):
        self.put("m.ini", PLAIN + "[normalization.2]\nrule = zscore\n")
        self.refused("m.ini:4:")

    def test_no_pipeline_steps(self):
        self.bad("[pipeline]\n", 1, "steps")
        self.bad("[pipeline]\nstep = treat\n", 2, "step")

    def test_syntax(self):
        self.bad("rule = minmax\n", 1, "[section]")
        self.bad("[normalization\n", 1)
        self.bad("[normalization]\nrule\n", 2)
        self.bad("[normalization]\nrule =\n", 2)
        self.bad(PLAIN + "[normalization]\nrule = minmax\nrule = zscore\n", 5, "line 4")
        self.bad(PLAIN + "[normalization]\n[normalization]\n", 4, "line 3")
        self.put("m.ini", b"[normalization]\nrule = \xff\n")
        self.refused("m.ini:2:", "UTF-8")

    def test_weights(self):
        self.bad("[weights]\nzz = 1\n", 2, "zz")
        self.bad("[weights]\na = -1\n", 2)
        self.bad("[weights]\na = 0,5\n", 2)
        self.bad("[weights]\nrule = eqal\n", 2, "eqal")

    def test_weights_that_sum_to_zero(self):
        self.put("m.ini", PLAIN + "[weights]\na = 0\nb = 0\n")
        self.refused("P1")

    def test_unknown_unit_in_screening(self):
        self.put("m.ini", "[screening]\nexclude = U9\n")
        self.refused("m.ini:2:", "U9")
        self.put("m.ini", PLAIN + "[normalization]\nrule = distance_to_reference\nreference = U9\n")
        self.refused("m.ini:5:", "U9")

    def test_unknown_group(self):
        self.put("m.ini", "[imputation]\nrule = group_mean\ngroup = continent\n")
        self.refused("m.ini:3:", "continent")
        self.put("m.ini", PLAIN + "[ranking]\ngroup = continent\n")
        self.refused("m.ini:4:", "continent")
        self.assertEqual(self.out, "")

    def test_control_characters_do_not_reach_the_terminal(self):
        for text in ("[nor\x1b[31mmalization]\n", "[normalization]\nru\x1b[31mle = x\n", "[pipeline]\nsteps = tr\x1b[31meat\n"):
            self.put("m.ini", text)
            self.refused("m.ini:")
            self.assertNotIn("\x1b", self.err)

    def test_nonpositive_geometric_names_node_unit_and_cure(self):
        self.put("m.ini", PLAIN + "[aggregation.2]\nrule = geometric\n")
        self.refused("P1")


class Meaning(Bench):
    def scores(self, text):
        self.put("m.ini", text)
        self.accepted()
        return self.table("scores.csv")

    def fingerprint(self, text):
        if text is None:
            self.accepted(method=None)
        else:
            self.put("m.ini", text)
            self.accepted()
        return (self.dir / "out" / "method.txt").read_text().splitlines()[0]

    def test_no_file_is_the_default_written_out(self):
        default = self.fingerprint(None)
        self.assertEqual(self.fingerprint(DEFAULT), default)
        self.assertEqual(self.fingerprint(""), default)
        self.assertEqual(self.fingerprint("; nothing\n# at all\n\n"), default)
        self.assertEqual(self.fingerprint((SOURCE / "examples/data/pii-synthetic/method.ini").read_text()), default)

    def test_one_section_changes_one_step(self):
        self.assertEqual(self.fingerprint("[normalization]\nrule = zscore\n"),
                         self.fingerprint("[pipeline]\nsteps = denominate, treat, normalize, aggregate\n[normalization]\nrule=zscore\n"))

    def test_comments_spaces_and_line_ends(self):
        text = "\ufeff; first\r\n [normalization]   ; a comment\r\n\trule=zscore # another\r\n"
        self.assertEqual(self.fingerprint(text), self.fingerprint("[normalization]\nrule = zscore\n"))

    def test_level_and_node(self):
        base = "[pipeline]\nsteps = normalize, aggregate\n[normalization]\nlower = 1\n"
        values = self.scores(base + "[aggregation:P1]\nrule = geometric\n")["U2"]
        leaves = self.table("normalized.csv")["U2"]
        self.assertAlmostEqual(values["P1"], (leaves["a"] * leaves["b"]) ** 0.5, places=11)
        self.assertAlmostEqual(values["IDX"], (values["P1"] + values["P2"]) / 2, places=11)
        values = self.scores(base + "[aggregation.3]\nrule = geometric\n")["U2"]
        self.assertAlmostEqual(values["IDX"], (values["P1"] * values["P2"]) ** 0.5, places=11)

    def test_weights(self):
        values = self.scores(PLAIN + "[weights]\na = 3\n\"b\" = 1\n")["U2"]
        leaves = self.table("normalized.csv")["U2"]
        self.assertAlmostEqual(values["P1"], (3 * leaves["a"] + leaves["b"]) / 4, places=12)
        self.put("f.csv", FRAMEWORK.replace("a,Alpha,P1,1,1", "a,Alpha,P1,1,5"))
        values = self.scores(PLAIN + "[weights]\nrule = equal\n")["U2"]
        self.assertAlmostEqual(values["P1"], (leaves["a"] + leaves["b"]) / 2, places=12)

    def test_repeated_steps(self):
        self.scores("[pipeline]\nsteps = treat, treat, normalize, aggregate\n[treatment]\nrules = none\n"
                    "[treatment#2]\nrules = root\nforce = 1\n")
        self.assertEqual(self.table("treated.csv")["U3"]["a"], 4)
        self.assertAlmostEqual(self.table("treated_2.csv")["U3"]["a"], 2, places=14)

    def test_direction_is_applied_by_the_first_normalization_only(self):
        """z-scores rescaled to 0..100 gave the worst unit of an indicator with direction -1 the 100."""
        self.scores("[pipeline]\nsteps = normalize, normalize, aggregate\n[normalization]\nrule = zscore\n[normalization#2]\nrule = minmax\n")
        self.assertEqual([self.table("normalized_2.csv")[u]["b"] for u in ("U1", "U2")], [100, 0])

    def test_file_wins_over_framework(self):
        self.put("f.csv", "code,parent,normalization\nIDX,,\na,IDX,zscore\n")
        self.scores(PLAIN + "[normalization:a]\nrule = minmax\n")
        self.assertEqual(self.table("normalized.csv")["U3"]["a"], 100)

    def test_screening_by_name(self):
        self.put("d.csv", DATA.replace("U2,", '"U,2",'))
        values = self.scores('[screening]\nrule = none\nexclude = "U,2"\n')
        self.assertIsNone(values["U,2"]["IDX"])
        self.assertIsNone(self.table("ranks.csv")["U,2"]["IDX"])
        self.assertIn("screened.csv", [p.name for p in (self.dir / "out").iterdir()])
        self.assertIn("screening.csv", [p.name for p in (self.dir / "out").iterdir()])

    def test_metadata_as_group(self):
        self.put("d.csv", "unit,region,a,b,c\nU1,N,1,1,1\nU2,N,,2,2\nU3,S,9,3,3\nU4,S,5,4,9\n")
        self.scores("[imputation]\nrule = group_mean\ngroup = region\n")
        self.assertEqual(self.table("imputed.csv")["U2"]["a"], 1)

    def test_declared_group_and_ranks_inside_it(self):
        self.put("d.csv", "unit,group:region,a,b,c\nU1,N,1,4,1\nU2,N,2,3,2\nU3,S,9,2,3\nU4,S,5,9,4\n")
        self.put("m.ini", PLAIN + "[ranking]\ngroup = region\n")
        self.accepted()
        name = next(p.name for p in (self.dir / "out").iterdir() if p.name.startswith("ranks_"))
        self.assertEqual([row["IDX"] for row in self.table(name).values()], [2, 1, 1, 2])
        self.assertEqual([row["group:region"] for row in self.table(name).values()], ["N", "N", "S", "S"])

    def test_rule_is_a_name_of_the_treatment_chain(self):
        """[treatment] rule = ..., as the issue writes it, is refused; only rules is known."""
        self.scores("[treatment]\nrule = winsorize\n")

    def test_imputation_comes_before_screening_by_default(self):
        self.put("d.csv", "unit,a,b,c\nU1,1,1,1\nU2,,,2\nU3,9,3,3\n")
        values = self.scores("[imputation]\nrule = mean\n[screening]\nmin_coverage = 0.9\n")
        self.assertIsNotNone(values["U2"]["IDX"])


class AggregationRules(Bench):
    """Every rule by its name in METHOD.ini. A: 4 2, B: 1 8, C: 2 2; weights 1 and 3."""
    RULES = {
        "arithmetic": ("", [2.5, 6.25, 2]),
        "geometric": ("", [4 ** 0.25 * 2 ** 0.75, 8 ** 0.75, 2]),
        "harmonic": ("", [4 / (1 / 4 + 3 / 2), 4 / (1 + 3 / 8), 2]),
        "power": ("power = 2", [7 ** 0.5, (193 / 4) ** 0.5, 2]),
        "weighted_product": ("", [4 * 8, 512, 16]),
        "sum": ("missing = zero", [10, 25, 8]),
        "median": ("", [3, 4.5, 2]),
        "minimum": ("", [2, 1, 2]),
        "owa": ("order_weights = 0.75, 0.25", [3.5, 6.25, 2]),
        "mean_of_best": ("count = 1", [4, 8, 2]),
        "mean_of_worst": ("count = 1", [2, 1, 2]),
        "mean_min": ("alpha = 1\nbeta = 0", [2, 1, 2]),
        "mazziotta_pareto": ("penalty = positive", [2.5 + 0.75 / 2.5, 6.25 + (5.25 ** 2 + 3 * 1.75 ** 2) / 4 / 6.25, 2]),
        "penalized_cv": ("coefficient = 2", [2.5 - 2 * 0.75 ** 0.5, 6.25 - 2 * ((5.25 ** 2 + 3 * 1.75 ** 2) / 4) ** 0.5, 2]),
        "copeland": ("", [0, 2, -2]),
        "borda": ("", [2 + 1.5, 6, 1 + 1.5]),
        "kemeny": ("search_limit = 100", [1, 2, 0]),
        "topsis": ("scaling = none", [3 / 21, 18 / 21, 1 / (1 + (18 ** 2 + 2 ** 2) ** 0.5)]),
        "vikor": ("compromise = 1", [0.25, 1, 0]),
        "promethee": ("preference = u_shape\nindifference = 1", [-0.125, 0.625, -0.5]),
    }

    def run_rule(self, rule, settings):
        self.put("f.csv", "code,parent,weight\nIDX,,\na,IDX,1\nb,IDX,3\n")
        self.put("d.csv", "unit,a,b\nA,4,2\nB,1,8\nC,2,2\n")
        self.put("m.ini", f"{PLAIN}[normalization]\nrule = none\n[aggregation]\nrule = {rule}\n{settings}\n")
        self.accepted()
        return [row["IDX"] for row in self.table("scores.csv").values()]

    def test_every_rule(self):
        for rule, (settings, expected) in self.RULES.items():
            with self.subTest(rule):
                for got, want in zip(self.run_rule(rule, settings), expected):
                    self.assertAlmostEqual(got, want, places=9)

    def test_rules_that_ask_for_nothing(self):
        """Whatever the table of rules has beside those above: it runs by its name and gives every unit a score."""
        table = (SOURCE / "lib/construct/aggregate.def").read_text(encoding="utf-8")
        names = re.findall(r'^RULE\(\w+, \d+, "(\w+)"', table, re.M)
        self.assertEqual(set(self.RULES) - set(names), set())
        for rule in set(names) - set(self.RULES) - {"factor_scores"}:  # it refuses children that disagree: test_doubt
            with self.subTest(rule):
                self.assertNotIn(None, self.run_rule(rule, ""))

    def test_a_parameter_that_is_needed_is_asked_for(self):
        self.put("f.csv", "code,parent\nIDX,\na,IDX\nb,IDX\n")
        self.put("m.ini", PLAIN + "[aggregation]\nrule = owa\n")
        self.refused("order_weights")
        self.put("m.ini", PLAIN + "[aggregation]\nrule = owa\norder_weights = 1, -1\n")
        self.refused("m.ini:5:", "order_weights")
        self.put("m.ini", PLAIN + "[aggregation]\nrule = promethee\nsigma = 1\n")
        self.refused("m.ini:5:", "sigma")

    def test_points_with_maxima(self):
        """PAR INDEX: maxima as goalposts. 12 of 10 points are 10; a form that is missing gives none."""
        self.put("f.csv", "code,parent,upper,points\nIDX,,,\nP,IDX,,\na,P,10,10\nb,P,5,5\nc,IDX,20,20\n")
        self.put("d.csv", "unit,a,b,c\nA,12,3,20\nB,7.5,,11\n")
        self.put("m.ini", PLAIN + "[normalization]\nrule = goalposts\nlower = 0\n[aggregation]\nrule = sum\nmissing = zero\n")
        self.accepted()
        self.assertEqual([(row["P"], row["IDX"]) for row in self.table("scores.csv").values()], [(13, 33), (7.5, 18.5)])

    def test_shares_of_maxima(self):
        """DTI: shares of the maximum, with the maxima as weights; points of 0..1."""
        self.put("f.csv", "code,parent,upper,weight\nIDX,,,\na,IDX,10,10\nb,IDX,30,30\n")
        self.put("d.csv", "unit,a,b\nA,5,30\nB,10,15\n")
        method = PLAIN + "[normalization]\nrule = goalposts\nlower = 0\npoints = 1\n[aggregation]\nrule = "
        for rule, expected in (("arithmetic", [35 / 40, 25 / 40]), ("sum", [35, 25])):
            self.put("m.ini", method + rule + "\n")
            self.accepted()
            self.assertEqual([row["IDX"] for row in self.table("scores.csv").values()], expected)


class Examples(Bench):
    def test_coinr_example_reads(self):
        self.put("d.csv", "unit,EurAsia_group,a,b,c\nU1,N,1,1,1\nU2,N,,2,2\nU3,S,9,3,3\nU4,S,5,4,9\n")
        self.put("m.ini", (SOURCE / "examples/data/methods/coinr-example.ini").read_text())
        self.accepted()

    def test_tai(self):
        tai = SOURCE / "examples/data/tai"
        for name in ("equal", "budget"):
            self.assertEqual(self.run_program("--framework", tai / "framework.csv", "--data", tai / "data.csv", "--method",
                                              tai / f"method_{name}.ini", "--verify", tai / f"published_{name}.csv"), 0, self.err)
            self.assertIn("23 of 23", self.out)

    def test_plain_minmax_does_not_reproduce_tai(self):
        tai = SOURCE / "examples/data/tai"
        with open(tai / "framework.csv", encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
        self.put("f.csv", "code,parent\n" + "".join(f"{row['code']},{row['parent']}\n" for row in rows))
        self.put("m.ini", PLAIN)
        self.assertEqual(self.run_program("--framework", "f.csv", "--data", tai / "data.csv", "--method", "m.ini", "--verify",
                                          tai / "published_equal.csv"), 1, self.err)

    def test_pii_is_scored_and_says_that_it_is_synthetic(self):
        pii = SOURCE / "examples/data/pii-synthetic"
        self.assertEqual(self.run_program("--framework", pii / "framework.csv", "--data", pii / "data.csv", "--method",
                                          pii / "method.ini", "--output", "out"), 0, self.err)
        ranks = read_table(self.dir / "out/ranks.csv")
        self.assertEqual(len(ranks), 34)
        self.assertEqual(min(row["PII"] for row in ranks.values()), 1)
        self.assertIn("synthetic", self.out + (self.dir / "out/report.html").read_text().lower())


if __name__ == "__main__":
    unittest.main()
