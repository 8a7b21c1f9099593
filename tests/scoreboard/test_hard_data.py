"""Every rule of every step on data that is hard: one unit, few units, constants, zeros and negatives, nothing at all,
huge and tiny numbers. Either a table of finite numbers and blanks, or a refusal in a sentence; never a crash, never a
number that is none."""
import csv
import re
import unittest

from workbench import SOURCE, Bench

INDICATORS = ("a", "b", "c", "d", "e")
HARD_FRAMEWORK = "code,parent,direction\nIDX,,\nP1,IDX,\nP2,IDX,\na,P1,1\nb,P1,-1\nc,P1,1\nd,P2,1\ne,P2,1\n"


def table(rows):
    lines = [",".join(("unit", "region", *INDICATORS))]
    lines += [",".join((f"U{i}", "NS"[i % 2], *row)) for i, row in enumerate(rows)]
    return "\n".join(lines) + "\n"


def spread(n, value):
    """n units, from value(unit, indicator)."""
    return table([[value(i, j) for j in range(len(INDICATORS))] for i in range(n)])


def plain(i, j):
    return str((i * 37 + j * 11 + i * i * (j + 2)) % 101 + 1)


def sound(i, j):
    """Children that agree with each other: b is the one where less is better."""
    return str((70 - 5 * i if j == 1 else 5 * i) + (i * 37 + j * 11) % 7 + 1)


HARD = {
    "sound": spread(12, sound),
    "one unit": spread(1, plain),
    "two units": spread(2, plain),
    "three units": spread(3, plain),
    "constant columns": spread(8, lambda i, j: str(j + 1)),
    "one constant column": spread(8, lambda i, j: "3" if j == 1 else plain(i, j)),
    "all zero": spread(6, lambda i, j: "0"),
    "zeros and negatives": spread(8, lambda i, j: str((i * 37 + j * 11) % 9 - 4)),
    "all missing": spread(6, lambda i, j: ""),
    "one column missing": spread(6, lambda i, j: "" if j == 2 else plain(i, j)),
    "one unit missing": spread(6, lambda i, j: "" if i == 3 else plain(i, j)),
    "each unit lacks something": spread(5, lambda i, j: "" if i == j else plain(i, j)),
    "one value a column": spread(5, lambda i, j: plain(i, j) if i == j else ""),
    "huge": spread(8, lambda i, j: f"{'-' if (i + j) % 3 == 0 else ''}1.{i}{j}e308"),
    "huge, positive": spread(8, lambda i, j: f"1.{(i * 3 + j) % 8}e308"),
    "tiny": spread(8, lambda i, j: f"{(i * 3 + j) % 7 + 1}e-320"),
    "huge and tiny": spread(8, lambda i, j: "1e300" if (i + j) % 2 else f"{i + 1}e-300"),
    "equal columns": spread(8, lambda i, j: str(i * i + 1)),
    "nearly constant": spread(8, lambda i, j: "1" if i else "1.0000000000000002"),
}
def panel(data):
    """The same rows in two periods; in the second each unit has the values of the next one."""
    head, *rows = [line.split(",") for line in data.splitlines()]
    later = [[row[0], row[1], *after[2:]] for row, after in zip(rows, rows[1:] + rows[:1])]
    lines = [["period", *head]] + [["2020", *row] for row in rows] + [["2023", *row] for row in later]
    return "".join(",".join(line) + "\n" for line in lines)


# What a rule needs to be told. Everything else has a default.
NEEDS = {
    "normalize": {
        "fixed_range": "lower = 0\nupper = 50\n",
        "goalposts": "lower = 0\nupper = 50\n",
        "distance_to_reference": "reference = U4\n",
        "distance_to_target": "target = 40\n",
        "categorical": "cuts = 25, 50, 75\nscores = 0, 25, 75, 100\n",
    },
    "treat": {"boxcox": "lambda = 0.5\n"},
    "impute": {rule: "group = region\n" for rule in ("group_mean", "group_median", "hot_deck", "hot_deck_sequential")},
    "aggregate": {
        "power": "power = 0.5\n",
        "owa": "order_weights = 3, 2, 1\n"
               "[aggregation:P2]\norder_weights = 2, 1\n[aggregation:IDX]\norder_weights = 2, 1\n",
        "mean_of_best": "count = 2\n",
        "mean_of_worst": "count = 2\n",
        "mean_min": "alpha = 0.5\nbeta = 1\n",
    },
    "weigh": {"first_component": "loadings = absolute\n"},
}
OVER_TIME = ("latest", "linear", "constant", "linear_constant")  # a table without periods is refused
SECTIONS = {"normalize": "normalization", "treat": "treatment", "impute": "imputation", "aggregate": "aggregation",
            "weigh": "weighting"}
STEPS = {
    "normalize": "normalize, aggregate",
    "treat": "treat, normalize, aggregate",
    "impute": "impute, normalize, aggregate",
    "aggregate": "normalize, aggregate",
    "weigh": "normalize, weigh, aggregate",
}


def rules(step):
    """Names of the rules that a step lists in its table."""
    text = (SOURCE / f"lib/construct/{step}.def").read_text(encoding="utf-8")
    found = re.findall(r'^(?:RULE|PLAIN)\(INNO_\w+, \d+, "(\w+)"', text, re.M)
    assert found, step
    return found


def method(step, rule):
    key = "rules" if step == "treat" else "rule"
    text = f"[pipeline]\nsteps = {STEPS[step]}\n"
    if step in ("aggregate", "weigh"):
        text += "[normalization]\nlower = 50\n"  # ratios and logarithms need more than 0, penalties far more
    text += f"[{SECTIONS[step]}]\n{key} = {rule}\n" + NEEDS.get(step, {}).get(rule, "")
    if step == "treat" and rule != "none":
        text += "force = 1\n"  # whatever the test of the column says
    return text


class HardData(Bench):
    def test_em_beyond_a_double(self):
        """A scale that overflowed once made a column follow from no others."""
        self.put("f.csv", HARD_FRAMEWORK)
        self.put("d.csv", HARD["huge"])
        self.put("m.ini", method("impute", "em"))
        self.refused("'a'", "too far apart")

    def test_mean_beyond_a_double(self):
        """A mean that overflows once put every unit below it."""
        self.put("f.csv", HARD_FRAMEWORK)
        self.put("d.csv", HARD["huge, positive"])
        self.put("m.ini", method("normalize", "above_below_mean"))
        self.refused("'a'", "too far apart")

    def judge(self, what, sound):
        code = self.score()
        if sound:
            self.assertEqual(code, 0, f"{what}: {self.err}")
        if code == 2:
            self.assertRegex(self.err, r"\w+ \w+ \w+", what)  # a sentence
            self.assertNotIn("nan", self.err.lower(), what)
            self.assertTrue(any(f" {c}" in self.err.replace("'", " ").replace('"', " ") for c in
                                ("a", "b", "c", "d", "e", "P1", "P2", "IDX", "U")), f"{what}: {self.err}")
            return
        self.assertEqual(code, 0, f"{what}: {self.err}")
        for file in ("scores.csv", "ranks.csv"):
            with open(self.dir / "out" / file, encoding="utf-8-sig", newline="") as stream:
                for row in csv.DictReader(stream):
                    for column, value in row.items():
                        if column not in ("unit", "name", "region", "period") and value:
                            self.assertRegex(value, r"^-?\d+(\.\d+)?([eE][-+]?\d+)?$", f"{what}: {file} {column}")

    def each(self, step):
        self.put("f.csv", HARD_FRAMEWORK)
        for rule in rules(step):
            self.put("m.ini", method(step, rule))
            for name, data in HARD.items():
                self.put("d.csv", data)
                with self.subTest(step=step, rule=rule, data=name):
                    self.judge(f"{step} {rule}, {name}", name == "sound" and rule not in OVER_TIME)

    def test_over_time(self):
        self.put("f.csv", HARD_FRAMEWORK)
        for rule in OVER_TIME:
            self.put("m.ini", method("impute", rule))
            for name, data in HARD.items():
                self.put("d.csv", panel(data))
                with self.subTest(rule=rule, data=name):
                    self.judge(f"{rule} over two periods, {name}", name == "sound")

    def test_normalize(self):
        self.each("normalize")

    def test_treat(self):
        self.each("treat")

    def test_impute(self):
        self.each("impute")

    def test_aggregate(self):
        self.each("aggregate")

    def test_weigh(self):
        self.each("weigh")


if __name__ == "__main__":
    unittest.main()
