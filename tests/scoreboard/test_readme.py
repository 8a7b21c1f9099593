"""README.md, followed literally: what it says a command prints is what it prints, what it says a file holds is what it holds."""
import re
import unittest

from workbench import SOURCE, Bench

README = (SOURCE / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w*)\n(.*?)```", README, re.S)


def lines(text):
    return [line.rstrip() for line in text.strip().splitlines() if line.strip()]


class Readme(Bench):
    def test_printed_table(self):
        tai = SOURCE / "examples/data/tai"
        self.assertEqual(self.run_program("--framework", tai / "framework.csv", "--data", tai / "data.csv", "--method", tai / "method_equal.ini",
                                          "--verify", tai / "published_equal.csv", "--output", "results", "--top", "5"), 0, self.err)
        printed = [text for _, text in BLOCKS if "Rank" in text and "TAI" in text]
        self.assertEqual(len(printed), 1)
        self.assertEqual(lines(printed[0]), lines(self.out))

    def test_method_files(self):
        printed = [lines(text) for language, text in BLOCKS if language == "ini"]
        for path in ("pii-synthetic/method.ini", "methods/coinr-example.ini"):
            file = [line for line in lines((SOURCE / "examples/data" / path).read_text()) if not line.startswith((";", "#"))]
            self.assertIn(file, printed, path)

    def test_files_that_are_named_exist(self):
        for path in re.findall(r"\]\(([^):#]+)\)", README) + re.findall(r"`(examples/data/[^` ]+)`", README):
            self.assertTrue((SOURCE / path).exists(), path)


if __name__ == "__main__":
    unittest.main()
