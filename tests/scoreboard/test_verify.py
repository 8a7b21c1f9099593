"""--verify: published numbers have been rounded somehow; which of them disagree all the same?"""
import csv
import shutil
import unittest

from workbench import Bench

# The identity: the index of a unit is the value in column a.
FRAMEWORK = "code,parent\nIDX,\na,IDX\n"
METHOD = "[pipeline]\nsteps = normalize, aggregate\n[normalization]\nrule = none\n"


class Verify(Bench):
    def setUp(self):
        super().setUp()
        self.put("f.csv", FRAMEWORK)
        self.put("m.ini", METHOD)

    def verify(self, values, published, header="unit,score"):
        self.put("d.csv", "unit,a\n" + "".join(f"U{i},{v}\n" for i, v in enumerate(values)))
        self.put("p.csv", header + "\n" + "".join(f"U{i},{v}\n" for i, v in enumerate(published)))
        return self.run_program("--framework", "f.csv", "--data", "d.csv", "--method", "m.ini", "--verify", "p.csv")

    def agrees(self, values, published, *fragments, **named):
        self.assertEqual(self.verify(values, published, **named), 0, self.out + self.err)
        for fragment in (f"{len(published)} of {len(published)}", *fragments):
            self.assertIn(fragment, self.out)

    def test_half_up(self):
        self.agrees(["0.5", "1.5", "2.5", "2.4"], ["1", "2", "3", "2"], "half up")
        self.agrees(["49.365"], ["49.37"], "half up")  # the double is below the tie, what people see is not

    def test_half_even(self):
        self.agrees(["0.5", "1.5", "2.5"], ["0", "2", "2"], "half to even")
        self.agrees(["0.125", "0.375"], ["0.12", "0.38"], "half to even")

    def test_truncated(self):
        self.agrees(["0.99", "1.29", "2.5"], ["0", "1", "2"], "truncated")

    def test_mixed(self):
        self.agrees(["0.99", "1.6", "2.5"], ["0", "2", "3"], "different")

    def test_negative_and_carry(self):
        self.agrees(["-0.96", "9.96", "99.996", "-1.5"], ["-1.0", "10.0", "100.00", "-2"], "half up")

    def test_zero_from_below(self):
        self.agrees(["-0.001", "5"], ["0.00", "5.00"])
        self.agrees(["-0.001", "5"], ["-0.00", "5.00"])

    def test_difference_is_listed(self):
        self.assertEqual(self.verify(["1.23", "2"], ["1.25", "2.00"]), 1)
        self.assertIn("1 of 2", self.out)
        self.assertRegex(self.out, r"U0.*1\.25.*1\.23.*0\.02")

    def test_ranks(self):
        self.agrees(["3", "9", "9"], ["3", "1", "1"], header="unit,rank")
        self.agrees(["3", "9", "9"], ["3", "1", "1"], header="unit,rank:a")
        self.assertEqual(self.verify(["3", "9", "8"], ["3", "2", "1"], header="unit,rank"), 1)
        self.assertIn("1 of 3", self.out)

    def test_node_by_code(self):
        self.agrees(["3.14159"], ["3.142"], header="unit,a")

    def test_nodes_with_the_codes_of_other_columns(self):
        """A node "score" was taken for the index, a node "note" was not compared at all."""
        self.put("f.csv", "code,parent\nIDX,\nscore,IDX\nnote,IDX\n")
        self.put("d.csv", "unit,score,note\nU0,1,5\nU1,2,6\n")
        self.put("p.csv", "unit,score,note,source,IDX\nU0,1,5,me,3\nU1,2,6,me,4\n")
        self.assertEqual(self.run_program("--framework", "f.csv", "--data", "d.csv", "--method", "m.ini", "--verify", "p.csv"), 0, self.out)
        self.assertEqual(self.out.count("2 of 2"), 3)

    def test_published_gaps(self):
        self.assertEqual(self.verify(["3", "9"], ["3", ".."]), 0)
        self.assertIn("1 of 1", self.out)

    def test_unit_that_is_not_published(self):
        self.assertEqual(self.verify(["3", "9", "4"], ["3", "9"]), 0)
        self.assertIn("not in p.csv: 1", self.out.splitlines()[-1])

    def test_unit_that_is_published_twice(self):
        self.put("d.csv", "unit,a\nU0,3\nU1,9\n")
        self.put("p.csv", "unit,rank\nU0,2\nU1,1\nU0,1\n")
        self.assertEqual(self.run_program("--framework", "f.csv", "--data", "d.csv", "--method", "m.ini", "--verify", "p.csv"), 2)
        self.assertIn("p.csv:4:", self.err)
        self.assertIn("line 2", self.err)

    def test_published_unit_without_code(self):
        self.put("d.csv", "unit,a\nU0,3\nU1,9\n")
        self.put("p.csv", "unit,rank\nU0,2\n,1\n")
        self.assertEqual(self.run_program("--framework", "f.csv", "--data", "d.csv", "--method", "m.ini", "--verify", "p.csv"), 2)
        self.assertIn("p.csv:3:", self.err)

    def test_decimals_of_an_exponent(self):
        self.agrees(["0.00123", "0.0049"], ["1.2e-3", "4.9E-03"])
        self.assertEqual(self.verify(["0.00123"], ["1.3e-3"]), 1)

    def test_own_scores_agree_with_themselves(self):
        """A tiny score is printed with an exponent; read back it was compared as a whole number."""
        self.put("d.csv", "unit,a\n" + "".join(f"U{i},{v}\n" for i, v in enumerate(("1.1e-7", "3.3333333333333335e-40", "7e22", "0.1", "-2e-9"))))
        arguments = ("--framework", "f.csv", "--data", "d.csv", "--method", "m.ini")
        self.assertEqual(self.run_program(*arguments, "--output", "out"), 0, self.err)
        self.assertEqual(self.run_program(*arguments, "--verify", "out/scores.csv"), 0, self.out)
        self.assertEqual(self.out.count("5 of 5"), 2)

    def test_many_units(self):
        """Every unit was looked for in every row: minutes for a census."""
        n = 60000
        self.put("d.csv", "unit,a\n" + "".join(f"U{i},{i}\n" for i in range(n)))
        self.put("p.csv", "unit,rank\n" + "".join(f"U{i},{n - i}\n" for i in reversed(range(n))))
        self.assertEqual(self.run_program("--framework", "f.csv", "--data", "d.csv", "--method", "m.ini", "--verify", "p.csv"), 0, self.out[-500:])
        self.assertIn(f"{n} of {n}", self.out)
        self.assertEqual(self.out.splitlines()[12345].split()[0], "12345")  # and not 1.234e+04

    def test_published_where_we_have_nothing(self):
        self.assertEqual(self.verify(["3", ""], ["3", "9"]), 1)
        self.assertIn("1 of 2", self.out)

    def test_no_column_to_compare(self):
        self.assertEqual(self.verify(["3"], ["3"], header="unit,nonsense"), 2)
        self.assertIn("p.csv:1:", self.err)

    def test_bad_number(self):
        self.assertEqual(self.verify(["3"], ["three"]), 2)
        self.assertIn("p.csv:2:", self.err)

    def test_output_is_written_although_a_value_disagrees(self):
        self.verify(["3"], ["4"])
        self.assertEqual(self.score("--verify", "p.csv"), 1)
        self.assertTrue((self.dir / "out/scores.csv").exists())

    def test_decimal_comma(self):
        self.put("d.csv", "unit;a\nU0;1,25\n")
        self.put("p.csv", "unit;score\nU0;1,3\n")
        self.assertEqual(self.score("--verify", "p.csv", "--decimal-comma"), 0, self.out + self.err)

    def test_unknown_column_is_named(self):
        """A column of PUBLISHED.csv that is no node ("socre") is passed over in silence."""
        self.assertEqual(self.verify(["3"], ["3,3"], header="unit,score,socre"), 2)
        self.assertIn("socre", self.err)

    def test_unit_that_the_data_do_not_have(self):
        """A published unit that the data do not have ends the program instead of being reported."""
        self.assertEqual(self.verify(["3"], ["3", "4"]), 0)
        self.assertIn("U1", self.out)

    def test_more_decimals_than_a_double_has(self):
        """A published value with hundreds of decimals overruns a buffer of 420 bytes."""
        self.agrees(["0.1"], ["0.1" + "0" * 600])

    def test_large_numbers(self):
        self.agrees(["1e300"], ["1e300"])

    # ---- the table against itself ----

    def put_tree(self):
        """IDX = mean of P (mean of a, b) and c."""
        self.put("f.csv", "code,parent\nIDX,\nP,IDX\na,P\nb,P\nc,IDX\n")
        self.put("d.csv", "unit,a,b,c\nU0,10,20,40\nU1,30,50,20\nU2,12,31,90\nU3,71,20,33\nU4,5,66,41\n")
        self.put("m.ini", METHOD)

    def rows(self, name):
        with open(self.dir / "out" / name, encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def published(self, status, text, *more):
        self.put("p.csv", text)
        self.assertEqual(self.score("--verify", "p.csv", *more), status, self.out + self.err)

    GOOD = ("unit,score,rank,P,a,b,c\nU0,27.5,5,15.0,10,20,40\nU1,30,4,40.0,30,50,20\nU2,55.75,1,21.5,12,31,90\n"
            "U3,39.25,2,45.5,71,20,33\nU4,38.25,3,35.5,5,66,41\n")

    def test_nothing_is_found_in_what_is_right(self):
        self.put_tree()
        self.published(0, self.GOOD)
        for line in ("score: 5 of 5 agree (rounded half up)", "rank: 5 of 5", "P: 5 of 5", "c: 5 of 5"):
            self.assertIn(line, self.out)
        self.assertNotIn("itself", self.out)
        self.assertFalse((self.dir / "out/verify_findings.csv").exists())
        weights = self.rows("verify_weights.csv")
        self.assertEqual([(r["parent"], r["node"]) for r in weights], [("P", "a"), ("P", "b"), ("IDX", "c"), ("IDX", "P")])
        for row in weights:
            self.assertAlmostEqual(float(row["weight"]), 0.5, delta=0.01)
            self.assertLessEqual(float(row["lower"]), 0.5)
            self.assertGreaterEqual(float(row["upper"]), 0.5)
        self.assertEqual({r["verdict"] for r in self.rows("verify_scores.csv")}, {"agrees"})
        page = (self.dir / "out/report.html").read_text(encoding="utf-8")
        self.assertIn("Verification of the published table", page)
        self.assertIn("Weights that the printed table implies", page)
        self.assertIn("Nothing: what was published agrees.", page)

    def test_a_misprint_is_one_finding(self):
        self.put_tree()
        self.published(1, self.GOOD.replace("45.5", "54.5"))
        self.assertIn("U3: published 54.5, computed 45.500000 (+9)", self.out)
        rows = self.rows("verify_findings.csv")
        self.assertEqual([(r["finding"], r["severity"], r["node"], r["unit"]) for r in rows if r["severity"] == "3"],
                         [("score_differs", "3", "P", "U3")])
        self.assertIn("'P' of unit 'U3' is printed as 54.5, computed is 45.5", rows[0]["sentence"])
        row = next(r for r in self.rows("verify_scores.csv") if (r["node"], r["unit"]) == ("P", "U3"))
        self.assertEqual((row["verdict"], row["roundings"], row["last_digits"]), ("disagrees", "", "90"))

    def test_units_that_the_data_lack_are_ranked_too(self):
        self.put_tree()
        self.published(1, self.GOOD + "X,22.87,62,,,,\nY,23.95,63,,,,\n")
        self.assertIn("In the published table itself:", self.out)
        self.assertIn("unit 'X' (22.87) is ranked no lower than 'Y', whose printed score is higher (23.95)", self.out)
        self.assertIn("the data have no unit X", self.out)
        row = next(r for r in self.rows("verify_findings.csv") if r["finding"] == "rank_order")
        self.assertEqual((row["node"], row["unit"], row["other"]), ("IDX", "X", "Y"))

    def test_vietnamese(self):
        self.put_tree()
        self.published(1, self.GOOD + "X,22.87,62,,,,\nY,23.95,63,,,,\n", "--language", "vi")
        self.assertIn("Trong chính bảng công bố:", self.out)
        self.assertIn("đơn vị 'X' (22.87) được xếp hạng không thấp hơn 'Y'", self.out)
        self.assertIn("Kiểm tra bảng đã công bố", (self.dir / "out/report.html").read_text(encoding="utf-8"))

    def test_options(self):
        self.put_tree()
        text = "unit,score\nU0,27\nU1,30\nU2,55\nU3,39\nU4,38\n"
        self.published(0, text)
        self.assertIn("score: 5 of 5 agree (truncated)", self.out)
        self.assertIn("set rounding", self.out)
        self.put("m.ini", METHOD + "[explain]\nrounding = truncated\n")
        self.published(0, text)
        self.assertNotIn("set rounding", self.out)
        self.put("m.ini", METHOD + "[explain]\nranked_units = 5\n")
        self.published(1, "unit,rank\nU0,5\nX,6\n")
        self.assertIn("'X' is printed with rank 6, which no unit can have", self.out)
        self.put("m.ini", METHOD + "[explain]\nrounding = upward\n")
        shutil.rmtree(self.dir / "out")
        self.put("p.csv", text)
        self.refused("m.ini:", "rounding", arguments=("--verify", "p.csv"))

    def test_other_weights(self):
        self.put_tree()
        self.published(1, "unit,score,P,c\nU0,20.0,15.0,40\nU1,36.0,40.0,20\nU2,35.2,21.5,90\nU3,43.0,45.5,33\nU4,36.6,35.5,41\n")
        self.assertRegex(self.out, "printed scores of 'IDX' need another weight of ('P' than the 0.5 of the method: 0.8|'c' .*: 0.2) at")

    def test_many_findings_are_cut(self):
        n = 60
        self.put("d.csv", "unit,a\n" + "".join(f"U{i},{i}\n" for i in range(n)))
        self.published(1, "unit,score,rank\n" + "".join(f"X{i},{i},{i + 1}\n" for i in range(n)) + "U0,0,60\n")
        self.assertIn("and 39 more, in verify_findings.csv", self.out)
        self.assertEqual(len([r for r in self.rows("verify_findings.csv") if r["finding"] == "rank_order"]), n - 1)

    def test_two_columns_about_the_same(self):
        self.assertEqual(self.verify(["3"], ["3,3"], header="unit,score,IDX"), 2)
        self.assertIn("about the same", self.err)

    def test_periods_come_first(self):
        self.put("d.csv", "unit,period,a\nU1,2020,1.25\nU1,2021,3.25\n")
        self.published(1, "unit,period,score\nU1,2020,1.3\nU1,2021,3.4\n")
        rows = self.rows("verify_scores.csv")
        self.assertEqual([(r["period"], r["verdict"]) for r in rows], [("2020", "rounded"), ("2021", "disagrees")])


if __name__ == "__main__":
    unittest.main()
