"""DIR and the terminal: complete, exact, quoted, aligned, and whole or untouched."""
import csv
import html.parser
import os
import re
import unicodedata
import unittest

from workbench import DATA, FRAMEWORK, PLAIN, SOURCE, Bench

FILES = {"scores.csv", "ranks.csv", "coverage.csv", "normalized.csv", "treatment.csv", "weights.csv", "frames.csv",
         "method.txt", "method.json", "result.json", "report.html"}


def width(text):
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


class Page(html.parser.HTMLParser):
    """Collects tags and text, and checks that what opens closes."""
    EMPTY = {"meta", "br", "link", "img", "hr"}

    def __init__(self):
        super().__init__()
        self.open, self.tags, self.attributes, self.text = [], [], [], ""

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open and self.open.pop() == tag, tag

    def handle_data(self, data):
        self.text += data


class Folder(Bench):
    def names(self):
        return {p.name for p in (self.dir / "out").iterdir()}

    def test_files_of_the_steps(self):
        self.accepted()
        self.assertEqual(self.names() - {"treatment.csv"}, FILES - {"treatment.csv"})
        self.accepted(method=None)
        self.assertEqual(self.names(), FILES | {"denominated.csv", "treated.csv"})

    def test_treatment_log_only_with_treatment(self):
        """treatment.csv, a header alone, is written although the method treats nothing."""
        self.accepted()
        self.assertNotIn("treatment.csv", self.names())

    def test_numbers_are_exact(self):
        self.accepted()
        with open(self.dir / "out/normalized.csv", newline="") as stream:
            rows = list(csv.reader(stream))
        self.assertEqual(rows[0], ["unit", "a", "b", "c"])
        self.assertEqual(rows[2][1], "%.17g" % (100.0 / 3.0))

    def test_weights(self):
        self.accepted()
        with open(self.dir / "out/weights.csv", newline="") as stream:
            rows = {row["node"]: row for row in csv.DictReader(stream)}
        self.assertEqual(float(rows["a"]["effective"]), 0.25)
        self.assertEqual(float(rows["c"]["share"]), 1.0)

    def test_weights_name_parent_and_level(self):
        """weights.csv has no columns parent and level."""
        self.accepted()
        header = (self.dir / "out/weights.csv").read_text().splitlines()[0].split(",")
        self.assertLessEqual({"node", "parent", "level", "weight", "share", "effective"}, set(header))

    def test_quoting(self):
        self.put("f.csv", FRAMEWORK.replace("\na,Alpha", '\n"a,""x""",Alpha'))
        self.put("d.csv", DATA.replace(",a,", ',"a,""x""",').replace("U1,", '"U ""1"", x",'))
        self.accepted()
        self.assertIn('U "1", x', self.table("scores.csv"))
        self.assertIn('a,"x"', self.table("scores.csv")['U "1", x'])

    def test_treatment_log(self):
        rows = "".join(f"U{i},{i},{i * i % 17},{i}\n" for i in range(1, 20)) + "BIG,5000,4,3\n"
        self.put("d.csv", "unit,a,b,c\n" + rows)
        self.accepted(method=None)
        with open(self.dir / "out/treatment.csv", newline="") as stream:
            log = [row for row in csv.DictReader(stream) if row["indicator"] == "a"]
        self.assertEqual([row["stage"] for row in log], ["0", "1"])
        self.assertEqual((log[1]["rule"], log[1]["kept"], log[1]["points_high"], log[1]["units_high"]), ("winsorize", "1", "1", "BIG"))
        self.assertEqual(self.table("treated.csv")["BIG"]["a"], 19)

    def test_replaces_its_own_folder(self):
        self.accepted()
        self.accepted(method=None)
        self.assertIn("treated.csv", self.names())
        self.assertEqual(sorted(p.name for p in self.dir.iterdir()), ["d.csv", "f.csv", "m.ini", "out"])

    def test_slash_at_the_end(self):
        self.accepted(output="out/")
        self.assertIn("scores.csv", self.names())

    def test_foreign_file_is_refused(self):
        (self.dir / "out").mkdir()
        (self.dir / "out/thesis.doc").write_text("mine")
        self.assertEqual(self.score(), 2)
        self.assertIn("thesis.doc", self.err)
        self.assertEqual(self.names(), {"thesis.doc"})

    def foreign_with_a_known_beginning(self, name):
        (self.dir / "out").mkdir()
        (self.dir / "out" / name).write_text("mine")
        self.assertEqual(self.score(), 2, f"{name} is not ours")
        self.assertEqual((self.dir / "out" / name).read_text(), "mine")

    def test_method_file_in_the_folder_survives(self):
        """A user's method.ini in DIR is taken for the program's own file and deleted."""
        self.foreign_with_a_known_beginning("method.ini")

    def test_report_in_another_format_survives(self):
        """A user's report.docx or scores_2024.xlsx in DIR is taken for the program's own file and deleted."""
        self.foreign_with_a_known_beginning("report.docx")

    def test_file_in_the_place_of_the_folder(self):
        (self.dir / "out").write_text("mine")
        self.assertEqual(self.score(), 2)
        self.assertEqual((self.dir / "out").read_text(), "mine")

    def test_link_to_a_folder(self):
        """The link was replaced by a folder, its target emptied, and a dangling link left beside it."""
        (self.dir / "real").mkdir()
        (self.dir / "real/scores.csv").write_text("old\n")
        (self.dir / "out").symlink_to("real")
        self.accepted()
        self.assertTrue((self.dir / "out").is_symlink())
        self.assertIn("report.html", [p.name for p in (self.dir / "real").iterdir()])
        self.assertEqual(sorted(p.name for p in self.dir.iterdir()), ["d.csv", "f.csv", "m.ini", "out", "real"])

    def test_input_inside_the_folder_survives(self):
        """An input with the name of a result, in the folder of results, was deleted with the old results."""
        (self.dir / "out").mkdir()
        (self.dir / "out/treated.csv").write_text(DATA)
        self.assertEqual(self.run_program("--framework", "f.csv", "--data", "out/treated.csv", "--method", "m.ini", "--output", "out"), 2)
        self.assertIn("out/treated.csv", self.err)
        self.assertEqual((self.dir / "out/treated.csv").read_text(), DATA)

    @unittest.skipIf(os.geteuid() == 0, "root writes everywhere")
    def test_read_only_parent(self):
        (self.dir / "locked").mkdir(mode=0o555)
        self.assertEqual(self.score(output="locked/out"), 2)
        self.assertIn("locked/out:", self.err)

    def test_nothing_is_shown_when_nothing_is_written(self):
        self.put("p.csv", "unit,zz\nU1,1\n")
        for arguments in (dict(output="a/b/c"), dict(output="d.csv")):
            self.assertEqual(self.score(**arguments), 2)
            self.assertEqual(self.out, "")
        self.assertEqual(self.score("--verify", "p.csv"), 2)
        self.assertEqual(self.out, "")
        self.assertFalse((self.dir / "out").exists())

    def test_no_parent_folder(self):
        self.assertEqual(self.score(output="a/b/c"), 2)
        self.assertIn("a/b/c:", self.err)
        self.assertFalse((self.dir / "a").exists())

    @unittest.skipUnless(os.path.exists("/dev/full"), "no /dev/full")
    def test_terminal_that_is_full(self):
        import subprocess
        from workbench import PROGRAM
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PROGRAM, "--framework", "f.csv", "--data", "d.csv", "--method", "m.ini"], cwd=self.dir,
                                  stdout=full, stderr=subprocess.PIPE)
            self.assertEqual(done.returncode, 2)
            done = subprocess.run([PROGRAM, "--framework", "f.csv", "--data", "d.csv", "--method", "m.ini", "--output", "out"],
                                  cwd=self.dir, stdout=full, stderr=subprocess.PIPE)
            self.assertEqual(done.returncode, 2)
        self.assertEqual(sorted(p.name for p in self.dir.iterdir()), ["d.csv", "f.csv", "m.ini"])

    def test_same_bytes_again(self):
        self.accepted(output="one", method=None)
        self.accepted(output="two", method=None)
        for path in (self.dir / "one").iterdir():
            self.assertEqual(path.read_bytes(), (self.dir / "two" / path.name).read_bytes(), path.name)


class Terminal(Bench):
    def test_alignment(self):
        names = ["Hà Nội", "Thừa Thiên Huế", unicodedata.normalize("NFD", "Đắk Lắk"), "東京都", "x"]
        self.put("d.csv", "unit,name,a,b,c\n" + "".join(f"U{i},{n},{i * i},{7 - i},{i % 3}\n" for i, n in enumerate(names)))
        self.assertEqual(self.run_program("--framework", "f.csv", "--data", "d.csv", "--method", "m.ini"), 0, self.err)
        lines = [line for line in self.out.splitlines() if line.strip()][:6]
        self.assertEqual(len({width(line) for line in lines}), 1, self.out)

    def test_pillars_of_an_uneven_tree(self):
        """Three children of the index, one of them with children of its own: the three are the pillars, not the indicators."""
        self.put("f.csv", "code,parent\nHDI,\nlife,HDI\nedu,HDI\neys,edu\nmys,edu\nincome,HDI\n")
        self.put("d.csv", "unit,life,eys,mys,income\nU1,1,10,5,1\nU2,2,30,6,5\nU3,4,20,9,3\n")
        self.assertEqual(self.run_program("--framework", "f.csv", "--data", "d.csv", "--method", "m.ini"), 0, self.err)
        self.assertEqual(self.out.splitlines()[0].split(), ["Rank", "Unit", "HDI", "life", "edu", "income"])

    def test_codes_over_the_columns_are_explained(self):
        """Codes such as 1 to 7 stood over the columns and nothing said what they mean."""
        self.assertEqual(self.run_program("--framework", "f.csv", "--data", "d.csv", "--method", "m.ini"), 0)
        self.assertIn("\na = Alpha\nb = Beta\nc = Gamma\n", self.out)

    def test_top(self):
        self.assertEqual(self.run_program("--framework", "f.csv", "--data", "d.csv", "--method", "m.ini", "--top", "1"), 0)
        self.assertIn("Three", self.out)
        self.assertNotIn("One", self.out)


class Report(Bench):
    def page(self, *arguments, **named):
        self.accepted(*arguments, **named)
        text = (self.dir / "out/report.html").read_text(encoding="utf-8")
        page = Page()
        page.feed(text)
        self.assertEqual(page.open, [])
        return text, page

    def test_self_contained(self):
        text, page = self.page(method=None)
        self.assertNotIn("script", page.tags)
        self.assertFalse({"link", "img", "iframe"} & set(page.tags))
        self.assertEqual([v for k, v in page.attributes if k in ("src", "href", "srcset")], [])
        self.assertNotRegex(text, r"url\(|@import")
        self.assertIn("svg", page.tags)

    def test_fingerprint_and_names(self):
        text, page = self.page()
        fingerprint = re.search("[0-9a-f]{64}", (self.dir / "out/method.txt").read_text()).group()
        for word in (fingerprint, "The index", "First pillar", "One", "Three"):
            self.assertIn(word, page.text)

    def test_escaping(self):
        self.put("f.csv", FRAMEWORK.replace("First pillar", '"<script>alert(1)</script>&"'))
        self.put("d.csv", DATA.replace("One", '"<b onmouseover=""x"">"'))
        text, page = self.page()
        self.assertNotIn("<script>", text)
        self.assertNotIn("<b onmouse", text)
        self.assertIn("<script>alert(1)</script>&", page.text)

    def test_vietnamese(self):
        pii = SOURCE / "examples/data/pii-synthetic"
        self.assertEqual(self.run_program("--framework", pii / "framework.csv", "--data", pii / "data.csv", "--language", "vi",
                                          "--output", "out"), 0, self.err)
        text = (self.dir / "out/report.html").read_text(encoding="utf-8")
        self.assertIn('lang="vi"', text)
        self.assertIn("Cơ sở hạ tầng", text)
        self.assertIn("Hạng", self.out)

    def test_note_of_the_index_is_in_the_report(self):
        """A framework that says its figures are synthetic was scored without a word about it in the report."""
        self.put("f.csv", "code,parent,note\nIDX,,made up <for> tests\na,IDX,\nb,IDX,\nc,IDX,\n")
        _, page = self.page()
        self.assertIn("made up <for> tests", page.text)

    def test_group_and_rank_in_it_are_in_the_report(self):
        self.put("d.csv", "unit,group:region,a,b,c\nU1,North,1,4,1\nU2,North,2,3,2\nU3,South,9,2,3\n")
        self.put("m.ini", (self.dir / "m.ini").read_text() + "[ranking]\ngroup = region\n")
        _, page = self.page()
        self.assertIn("North · 2", page.text)
        self.assertIn("South · 1", page.text)

    def test_columns_follow_the_tree(self):
        """Aggregates stood in reverse order: the last pillar first."""
        text, _ = self.page()
        self.assertRegex(text, "(?s)>IDX</th>.*>P1</th>.*>P2</th>")
        weights = text[text.index("Share of the index"):]
        self.assertLess(weights.index("Alpha"), weights.index("Second pillar"))

    def test_report_of_very_many_units_stays_readable(self):
        """100,000 units made a page of 80 MB, in quadratic time."""
        n = 20000
        self.put("f.csv", "code,parent\nIDX,\n" + "".join(f"p{k},IDX\n" for k in range(6)))
        self.put("d.csv", "unit," + ",".join(f"p{k}" for k in range(6)) + "\n" +
                 "".join(f"U{i}," + ",".join(str((i * (k + 7)) % 1009) for k in range(6)) + "\n" for i in range(n)))
        text, page = self.page()
        self.assertLess(len(text), 4_000_000)
        self.assertIn(f"first 1000 of {n}", page.text)
        self.assertEqual(len(self.table("scores.csv")), n)

    def test_coverage_is_in_the_report(self):
        """The report has no section on coverage."""
        self.put("d.csv", DATA.replace("One,1,", "One,,"))
        _, page = self.page()
        self.assertIn("coverage", page.text.lower())

    def test_every_rank_is_in_the_report(self):
        """The report has no table with scores and ranks of the pillars."""
        _, page = self.page()
        headings = page.text.lower()
        self.assertIn("scores and ranks", headings)


if __name__ == "__main__":
    unittest.main()
