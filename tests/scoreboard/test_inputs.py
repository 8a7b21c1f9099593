"""FRAMEWORK.csv and DATA.csv: every bad one is refused with file, line and column, and nothing is written."""
import unittest

from workbench import DATA, FRAMEWORK, PLAIN, Bench


class Framework(Bench):
    def test_empty_file(self):
        self.put("f.csv", "")
        self.refused("f.csv:1:", "empty")

    def test_header_alone(self):
        self.put("f.csv", "code,parent\n")
        self.refused("f.csv:1:", "no row")

    def test_missing_file(self):
        (self.dir / "f.csv").unlink()
        self.refused("f.csv:", "cannot open")

    def test_no_index_row(self):
        self.put("f.csv", "code,parent\nA,B\nB,A\n")
        self.refused("f.csv:1:", "parent", "index")

    def test_two_roots(self):
        self.put("f.csv", FRAMEWORK + "IDX2,Another,,,\n")
        self.refused("f.csv:8:", "IDX2", "line 2")

    def test_cycle(self):
        self.put("f.csv", "code,parent\nIDX,\nx,IDX\nA,B\nB,A\n")
        self.refused("f.csv:")
        self.assertRegex(self.err, r"f\.csv:[45]:")

    def test_orphan(self):
        self.put("f.csv", FRAMEWORK.replace("c,Gamma,P2", "c,Gamma,P3"))
        self.refused("f.csv:7:", "parent", '"P3"', 'Did you mean "P1"')

    def test_duplicate_code(self):
        self.put("f.csv", FRAMEWORK + "a,Again,P2,,\n")
        self.refused("f.csv:8:", "code", '"a"', "line 5")

    def test_duplicate_column(self):
        self.put("f.csv", "code,parent,parent\nIDX,,\na,IDX,\n")
        self.refused("f.csv:1:", '"parent"', "twice")

    def test_unknown_column(self):
        self.put("f.csv", FRAMEWORK.replace("weight", "wieght"))
        self.refused("f.csv:1:", '"wieght"', 'Did you mean "weight"')

    def test_ambiguous_key_column(self):
        self.put("f.csv", FRAMEWORK.replace("weight", "rule"))
        self.refused("f.csv:1:", '"rule"', "normalization.rule")

    def test_same_key_by_two_columns(self):
        self.put("f.csv", "code,parent,lower,normalization.lower\nIDX,,,\na,IDX,1,2\n")
        self.refused("f.csv:1:", "normalization.lower", '"lower"')

    def test_missing_code_column(self):
        self.put("f.csv", "name,parent\nIDX,\n")
        self.refused("f.csv:1:", '"code"', "missing")

    def test_direction(self):
        for bad in ("0", "2", "0.5", "up"):
            self.put("f.csv", FRAMEWORK.replace("b,Beta,P1,-1", f"b,Beta,P1,{bad}"))
            self.refused("f.csv:6:", '"direction"', bad)

    def test_direction_of_an_aggregate(self):
        self.put("f.csv", FRAMEWORK.replace("P1,First pillar,IDX,,", "P1,First pillar,IDX,-1,"))
        self.refused("f.csv:3:", "P1")

    def test_negative_weight(self):
        self.put("f.csv", FRAMEWORK.replace("a,Alpha,P1,1,1", "a,Alpha,P1,1,-1"))
        self.refused("f.csv:5:", '"weight"', "negative")

    def test_weights_that_sum_to_zero(self):
        self.put("f.csv", FRAMEWORK.replace("P1,1,1", "P1,1,0").replace("P1,-1,1", "P1,-1,0"))
        self.refused("f.csv:3:", "P1")

    def test_zero_weight(self):
        """The contract counts a weight of 0 among the bad inputs; who means it says so in [weights]."""
        self.put("f.csv", FRAMEWORK.replace("b,Beta,P1,-1,1", "b,Beta,P1,-1,0"))
        self.refused("f.csv:6:", '"weight"', "[weights]")
        self.put("m.ini", PLAIN + "[weights]\nrule = given\n")
        self.accepted()
        self.assertEqual(self.table("scores.csv")["U2"]["P1"], self.table("normalized.csv")["U2"]["a"])

    def test_missing_word_where_a_number_is_needed(self):
        self.put("f.csv", FRAMEWORK.replace("a,Alpha,P1,1,1", "a,Alpha,P1,1,NA"))
        self.refused("f.csv:5:", '"weight"', "empty")
        self.assertNotIn("N/A", self.err)

    def test_columns_of_steps_without_a_rule_of_a_node(self):
        self.put("f.csv", FRAMEWORK.replace("weight", "ranking"))
        self.refused("f.csv:1:", '"ranking"')
        self.assertNotIn("Did you mean", self.err)

    def test_scale_without_denominator(self):
        self.put("f.csv", "code,parent,denominator,scale\nIDX,,,\na,IDX,,1000\n")
        self.refused("f.csv:3:", '"scale"')

    def test_scale_of_zero(self):
        self.put("f.csv", "code,parent,denominator,scale\nIDX,,,\na,IDX,c,0\n")
        self.refused("f.csv:3:", '"scale"')

    def test_setting_of_a_step_that_is_not_there(self):
        self.put("f.csv", "code,parent,treatment\nIDX,,\na,IDX,none\n")
        self.refused("f.csv:3:", '"treatment"')

    def test_unknown_rule_of_a_node(self):
        self.put("f.csv", "code,parent,normalization\nIDX,,\na,IDX,minmx\n")
        self.refused("f.csv:3:", '"normalization"', "minmx", 'Did you mean "minmax"', "zscore")

    def test_number_outside_its_bounds(self):
        self.put("f.csv", "code,parent,min_coverage\nIDX,,2\na,IDX,\n")
        self.refused("f.csv:2:", '"min_coverage"', "0 to 1")

    def test_columns_set_keys(self):
        self.put("f.csv", "upper,normalization,code,lower,parent,aggregation.rule,note\n,,IDX,,,geometric,x\n"
                          "10,goalposts,a,0,IDX,,\n100,goalposts,b,0,IDX,,\n")
        self.accepted()
        self.assertAlmostEqual(self.table("scores.csv")["U1"]["IDX"], 10.0, places=12)

    def test_rows_and_columns_in_any_order(self):
        self.accepted(output="one")
        lines = FRAMEWORK.splitlines()
        rows = [line.split(",")[::-1] for line in [lines[0], *reversed(lines[1:])]]
        self.put("f.csv", "\n".join(",".join(row) for row in rows) + "\n")
        rows = [line.split(",")[::-1] for line in DATA.splitlines()]
        self.put("d.csv", "\n".join(",".join(row) for row in rows) + "\n")
        self.accepted(output="two")
        self.assertEqual(self.table("scores.csv", "one"), self.table("scores.csv", "two"))


class Data(Bench):
    def test_empty_file(self):
        self.put("d.csv", "\ufeff")
        self.refused("d.csv:1:", "empty")

    def test_no_unit_column(self):
        self.put("d.csv", DATA.replace("unit", "Unit"))
        self.refused("d.csv:1:", "unit")

    def test_unit_without_code(self):
        self.put("d.csv", DATA.replace("U2", ""))
        self.refused("d.csv:3:", '"unit"')

    def test_codes_that_mean_something_else_in_the_data(self):
        for code in ("unit", "name", "period"):
            self.put("f.csv", f"code,parent\nIDX,\na,IDX\n{code},IDX\n")
            self.refused("f.csv:4:", f'"{code}"')

    def test_comma_inside_a_name_of_a_table_with_semicolons(self):
        self.put("d.csv", DATA.replace(",", ";").replace("name", "name, as printed"))
        self.accepted()

    def test_duplicate_unit(self):
        self.put("d.csv", DATA.replace("U3", "U1"))
        self.refused("d.csv:4:", "U1", "line 2")

    def test_missing_indicator(self):
        self.put("f.csv", FRAMEWORK.replace("c,Gamma", "gamma,Gamma"))
        self.put("d.csv", DATA.replace(",c\n", ",gama\n"))
        self.refused("d.csv:1:", "'gamma'", 'Did you mean "gama"')

    def test_missing_denominator(self):
        self.put("f.csv", "code,parent,denominator\nIDX,,\na,IDX,people\n")
        self.put("m.ini", "[pipeline]\nsteps = denominate, normalize, aggregate\n")
        self.refused("f.csv:3:", '"denominator"', "people")

    def test_texts_that_are_no_numbers(self):
        for bad in ("abc", "inf", "-INF", "nan", "NaN", "0x1p3", "1e", "1 2", "--1", "1.2.3", "5%", "1e999"):
            self.put("d.csv", DATA.replace("U2,Two,2,", f"U2,Two,{bad},"))
            self.refused("d.csv:3:", '"a"', bad)

    def test_decimal_comma_is_hinted(self):
        self.put("d.csv", DATA.replace("U2,Two,2,", 'U2,Two,"2,5",'))
        self.refused("d.csv:3:", '"a"', "--decimal-comma")

    def test_missing_words(self):
        for word in ("", "NA", "N/A", "n/a", ".."):
            self.put("d.csv", DATA.replace("U2,Two,2,", f"U2,Two,{word},"))
            self.accepted()
            self.assertIsNone(self.table("normalized.csv")["U2"]["a"])
            self.assertEqual(self.table("coverage.csv")["U2"]["P1"], 0.5)

    def test_constant_column(self):
        self.put("d.csv", DATA.replace("Two,2", "Two,1").replace("Three,4", "Three,1"))
        self.refused("d.csv:1:", '"a"')

    def test_all_missing_column(self):
        self.put("d.csv", "unit,a,b,c\nU1,,1,2\nU2,NA,2,3\nU3,..,3,4\n")
        self.refused("d.csv:1:", '"a"')

    def test_one_unit(self):
        self.put("d.csv", "unit,a,b,c\nU1,1,2,3\n")
        self.refused("d.csv:")  # min-max of one value is a constant column

    def test_one_unit_with_goalposts(self):
        self.put("d.csv", "unit,a,b,c\nU1,1,2,3\n")
        self.put("m.ini", PLAIN_GOALPOSTS)
        self.accepted()
        self.assertEqual(self.table("ranks.csv")["U1"]["IDX"], 1)

    def test_truncated_row(self):
        self.put("d.csv", "unit,a,b,c\nU1,1,2,3\nU2,1,2")
        self.refused("d.csv:3:", "3 fields", "expected 4", '"c"')

    def test_row_too_long(self):
        self.put("d.csv", "unit,a,b,c\nU1,1,2,3,4\nU2,1,2,3\n")
        self.refused("d.csv:2:", "5 fields", "expected 4")

    def test_unterminated_quote(self):
        self.put("d.csv", 'unit,a,b,c\nU1,1,2,3\nU2,"1,2,3\nU3,1,2,3\n')
        self.refused("d.csv:3:", '"a"', "never closed")

    def test_stray_quote(self):
        self.put("d.csv", 'unit,a,b,c\nU1,1"x,2,3\n')
        self.refused("d.csv:2:", '"a"', "quote")

    def test_ten_megabyte_field(self):
        for field in (b"x" * 10_000_000, b'"' + b"x" * 10_000_000 + b'"', b'"' + b'""' * 5_000_000):
            self.put("d.csv", b"unit,a,b,c\nU1,1,2,3\nU2," + field + b",2,3\n")
            self.refused("d.csv:3:", '"a"', "longer than")
            self.assertLess(len(self.err), 1000)

    def test_invalid_utf8(self):
        for bad in (b"\xff", b"\xc3", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80"):
            self.put("d.csv", b"unit,name,a,b,c\nU1,One,1,2,3\nU2," + bad + b",1,2,3\n")
            self.refused("d.csv:3:", '"name"', "UTF-8")

    def test_nul_byte(self):
        self.put("d.csv", b"unit,a,b,c\nU1,1,2,3\nU2,1\x00,2,3\n")
        self.refused("d.csv:3:", '"a"', "NUL")

    def test_utf16(self):
        self.put("d.csv", DATA.encode("utf-16"))
        self.refused("d.csv:1:", "UTF-16")

    def test_control_characters_do_not_reach_the_terminal(self):
        self.put("d.csv", DATA.replace("Two,2", "Two,\x1b[31m"))
        self.refused("d.csv:3:", '"a"')
        self.assertNotIn("\x1b", self.err)

    def test_control_characters_in_names_and_codes(self):
        self.put("d.csv", DATA.replace("Two", '"T\x1b[31mwo\nlines"'))
        self.accepted(output="shown")
        self.assertNotIn("\x1b", self.out)
        self.assertIn("wo lines", self.out)
        self.put("d.csv", DATA.replace("U2", "U\x1b2"))
        self.refused("d.csv:3:", '"unit"', "control")
        self.put("d.csv", DATA.replace("U2", "U\x1b").replace("U3", "U\x1b"))
        self.refused("d.csv:3:")
        self.assertNotIn("\x1b", self.err)

    def test_tabs(self):
        self.put("d.csv", DATA.replace(",", "\t"))
        self.refused("d.csv:1:", "tabs")

    def test_one_letter_is_not_near_another(self):
        self.put("d.csv", "unit,a,b\nU1,1,2\nU2,2,1\n")
        self.refused("d.csv:1:", "'c'", "line 7).")
        self.assertNotIn("Did you mean", self.err)

    def test_lines_are_right_behind_quoted_line_breaks(self):
        self.put("d.csv", 'unit,name,a,b,c\nU1,"One\nin\nlines",1,2,3\n\n\nU2,"T""wo",x,2,3\n')
        self.refused("d.csv:7:", '"a"')
        self.put("d.csv", 'unit,name,a,b,c\r\nU1,"One\r\nmore",1,2,3\r\nU2,Two,1,x,3\r\n')
        self.refused("d.csv:4:", '"b"')

    def test_forms_of_the_same_table(self):
        self.accepted(output="plain")
        plain = self.table("scores.csv", "plain")
        forms = {"bom": "\ufeff" + DATA, "crlf": DATA.replace("\n", "\r\n"), "cr": DATA.replace("\n", "\r"),
                 "semicolon": DATA.replace(",", ";"), "no_end": DATA.rstrip("\n"), "empty_rows": DATA + ",,,,\n,,,,\n",
                 "quoted": "\n".join(",".join(f'"{cell}"' for cell in line.split(",")) for line in DATA.splitlines())}
        for name, text in forms.items():
            with self.subTest(name):
                self.put("d.csv", text)
                self.accepted(output=name)
                self.assertEqual(self.table("scores.csv", name), plain)

    def test_decimal_comma(self):
        self.put("f.csv", FRAMEWORK.replace("a,Alpha,P1,1,1", "a,Alpha,P1,1,0.25"))
        self.put("d.csv", DATA.replace("One,1,", "One,1.5,"))
        self.accepted(output="point")
        self.put("f.csv", (self.dir / "f.csv").read_text().replace(",", ";").replace("0.25", "0,25"))
        self.put("d.csv", (self.dir / "d.csv").read_text().replace(",", ";").replace("1.5", "1,5"))
        self.accepted("--decimal-comma", output="comma")
        self.assertEqual(self.table("scores.csv", "point"), self.table("scores.csv", "comma"))

    def test_point_with_decimal_comma(self):
        self.put("d.csv", DATA.replace(",", ";").replace("One;1;", "One;1.5;"))
        self.refused("d.csv:2:", '"a"', arguments=("--decimal-comma",))


PLAIN_GOALPOSTS = "[pipeline]\nsteps = normalize, aggregate\n[normalization]\nrule = goalposts\nlower = 0\nupper = 10\n"


class Options(Bench):
    def test_help_and_version(self):
        self.assertEqual(self.run_program("--help"), 0)
        self.assertIn("--framework", self.out)
        self.assertEqual(self.run_program("--version"), 0)
        self.assertNotEqual(self.out.strip(), "")

    def test_help_in_vietnamese(self):
        for arguments in (["--language", "vi", "--help"], ["--help", "--language=vi"], ["-h", "--language", "vi"]):
            self.assertEqual(self.run_program(*arguments), 0)
            self.assertIn("cách dùng", self.out)
            self.assertIn("--decimal-comma", self.out)

    def test_messages_about_options_in_vietnamese(self):
        for bad in (["--top", "x"], ["--nonsense", "x"], ["--separator", "|"], ["--method"], ["--data", "d.csv", "--data", "d.csv"]):
            self.assertEqual(self.run_program("--language", "vi", *bad), 2)
            self.assertIn("hãy thử", self.err)
            self.assertRegex(self.err, "cần|không|thiếu|hai lần")

    def test_option_with_equal_sign(self):
        self.assertEqual(self.run_program("--framework=f.csv", "--data=d.csv", "--method=m.ini", "--top=1"), 0, self.err)
        self.assertIn("... and 2 more", self.out)

    def test_option_given_twice(self):
        self.assertEqual(self.run_program("--framework", "f.csv", "--data", "d.csv", "--top", "1", "--top", "2"), 2)
        self.assertIn("twice: --top", self.err)

    def test_option_without_value(self):
        for option in ("--framework", "--output", "--verify", "--language"):
            self.assertEqual(self.run_program(option), 2)
            self.assertIn(f"missing after {option}", self.err)
        self.assertEqual(self.run_program("--framework", "f.csv", "--data", "d.csv", "--output", ""), 2)
        self.assertIn("missing after --output", self.err)

    def test_bad_options(self):
        for bad in (["--nonsense", "x"], ["--top", "0"], ["--top", "x"], ["--language", "fr"], ["--method"], ["word"]):
            self.assertEqual(self.run_program("--framework", "f.csv", "--data", "d.csv", *bad), 2, bad)
        self.assertEqual(self.run_program("--framework", "f.csv"), 2)

    def test_vietnamese_messages(self):
        self.put("f.csv", FRAMEWORK.replace("weight", "wieght"))
        self.refused("f.csv:1: cột", "Có phải bạn muốn viết", arguments=("--language", "vi"))
        self.put("f.csv", FRAMEWORK)
        self.put("d.csv", DATA.replace("Two,2", "Two,1").replace("Three,4", "Three,1"))
        self.refused("d.csv:", "cột", arguments=("--language", "vi"))


if __name__ == "__main__":
    unittest.main()
