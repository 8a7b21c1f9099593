"""Data with a column `period`: rows are units in periods; everything is computed again here, from the same numbers."""
import csv
import random
import unittest

from workbench import DATA, Bench

FRAMEWORK = """code,parent,direction,weight
IDX,,,
P,IDX,,1
Q,IDX,,2
a,P,1,1
b,P,-1,3
c,Q,1,1
"""
METHOD = "[pipeline]\nsteps = normalize, aggregate\n[normalization]\n"
# Periods out of order; U3 comes in 2021, U1 has no row for 2022; a grouping that changes with time.
PANEL = """unit,period,name,group:region,a,b,c
U2,2022,Two,south,5,30,6
U1,2021,One,north,1,10,5
U2,2020,Two,north,2,31,
U3,2021,Three,south,4,20,9
U1,2020,One,north,1.5,12,4
U2,2021,Two,north,3,30,7
U3,2022,Drei,south,6,,8
"""
INDICATORS = ("a", "b", "c")
DIRECTION = {"a": 1, "b": -1, "c": 1}


def read(path, keys=("unit", "period")):
    """{(unit, period): {column: number, text or None}}, and the header."""
    with open(path, encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))
    head = rows[0]
    places = [head.index(key) for key in keys]

    def value(text):
        try:
            return float(text) if text else None
        except ValueError:
            return text
    return {tuple(row[i] for i in places): {h: value(cell) for i, (h, cell) in enumerate(zip(head, row)) if i not in places}
            for row in rows[1:]}, head


def panel(text):
    rows = list(csv.DictReader(text.splitlines()))
    return {(r["unit"], r["period"]): {c: float(r[c]) if r[c] else None for c in INDICATORS} for r in rows}


def normalized(values, frame):
    """Min-max to 0..100 over the rows that frame(period of the row) names."""
    out = {}
    for (unit, period), row in values.items():
        out[unit, period] = {}
        for c in INDICATORS:
            span = [v[c] for (_, p), v in values.items() if p in frame(period) and v[c] is not None]
            x = row[c]
            if x is None or not span:
                out[unit, period][c] = None
                continue
            low, high = min(span), max(span)
            share = (x - low) / (high - low)
            out[unit, period][c] = 100 * (share if DIRECTION[c] > 0 else 1 - share)
    return out


def mean(pairs):
    pairs = [(x, w) for x, w in pairs if x is not None]
    return sum(x * w for x, w in pairs) / sum(w for _, w in pairs) if pairs else None


def scores(normal):
    out = {}
    for key, row in normal.items():
        p, q = mean([(row["a"], 1), (row["b"], 3)]), row["c"]
        out[key] = mean([(p, 1), (q, 2)])
    return out


class Periods(Bench):
    def setUp(self):
        super().setUp()
        self.put("f.csv", FRAMEWORK)
        self.put("d.csv", PANEL)
        self.put("m.ini", METHOD)

    def same(self, ours, theirs, message=""):
        self.assertEqual(ours is None, theirs is None, f"{message}: {ours} against {theirs}")
        if theirs is not None:
            self.assertLessEqual(abs(ours - theirs), 1e-12 * max(abs(theirs), 100), message)

    def check_scores(self, frame, data=PANEL):
        values = panel(data)
        normal = normalized(values, frame)
        index = scores(normal)
        table, head = read(self.dir / "out/scores.csv")
        self.assertEqual(head[:2], ["unit", "period"])
        ranks, _ = read(self.dir / "out/ranks.csv")
        units = list(dict.fromkeys(unit for unit, _ in values))
        periods = sorted({period for _, period in values}, key=float)
        self.assertEqual(list(table), [(u, p) for p in periods for u in units])  # order of the rows
        for key, row in table.items():
            for c in INDICATORS:
                self.same(row[c], normal.get(key, {}).get(c), f"{key} {c}")
            self.same(row["IDX"], index.get(key), f"{key} IDX")
            peers = [x for (_, p), x in index.items() if p == key[1] and x is not None]
            expected = 1 + sum(x > index[key] for x in peers) if index.get(key) is not None else None
            self.assertEqual(ranks[key]["IDX"], expected, key)

    def test_frames_by_name(self):
        frames = (("pooled", lambda period: {"2020", "2021", "2022"}), ("period", lambda period: {period}),
                  ("base\nbase_period = 2021", lambda period: {"2021"}))
        data = PANEL.replace("U2,2020,Two,north,2,31,", "U2,2020,Two,north,2,31,3")  # a second value, so that there is a span
        data = data.replace("U3,2022,Drei,south,6,,8", "U3,2022,Drei,south,6,40,8")
        self.put("d.csv", data)
        for name, frame in frames:
            with self.subTest(name):
                self.put("m.ini", METHOD + f"frame = {name}\n")
                self.accepted()
                self.check_scores(frame, data)

    def test_absent_pairs_and_missing_values(self):
        self.accepted()
        self.check_scores(lambda period: {"2020", "2021", "2022"})
        table, _ = read(self.dir / "out/scores.csv")
        self.assertEqual(set(table["U1", "2022"].values()), {None})
        self.assertEqual(set(table["U3", "2020"].values()), {None})
        coverage, _ = read(self.dir / "out/coverage.csv")
        self.assertEqual(coverage["U1", "2022"]["IDX"], 0)
        self.assertEqual(coverage["U3", "2022"]["P"], 0.5)

    def test_random(self):
        """Forty units in five periods, a fifth of the cells empty, rows shuffled."""
        draw = random.Random(20260101)
        rows = [f"U{u:02},{p},{','.join('' if draw.random() < 0.2 else repr(draw.uniform(-5, 50)) for _ in INDICATORS)}"
                for u in range(40) for p in (2019, 2019.5, 2020, 2022, 2023) if draw.random() < 0.9]
        draw.shuffle(rows)
        data = "unit,period,a,b,c\n" + "\n".join(rows) + "\n"
        self.put("d.csv", data)
        for frame in ("period", "pooled"):
            self.put("m.ini", METHOD + f"frame = {frame}\n")
            self.accepted()
            self.check_scores(lambda p: {p} if frame == "period" else {"2019", "2019.5", "2020", "2022", "2023"}, data)

    def test_imputation_over_time(self):
        data = ("unit,period,a,b,c\nU1,2020,1,10,5\nU1,2021,,10,5\nU1,2024,9,10,5\nU2,2020,2,,6\nU2,2021,3,7,\nU2,2024,4,8,9\n")
        self.put("d.csv", data)
        expected = {"linear": {("U1", "2021", "a"): 1 + 8 / 4, ("U2", "2020", "b"): 7, ("U2", "2021", "c"): 6 + 3 / 4},
                    "latest": {("U1", "2021", "a"): 1, ("U2", "2020", "b"): None, ("U2", "2021", "c"): 6}}
        for rule, cells in expected.items():
            self.put("m.ini", f"[pipeline]\nsteps = impute, normalize, aggregate\n[imputation]\nrule = {rule}\n")
            self.accepted()
            table, head = read(self.dir / "out/imputed.csv")
            self.assertEqual(head, ["unit", "period", "a", "b", "c"])
            for (unit, period, column), value in cells.items():
                self.same(table[unit, period][column], value, f"{rule} {unit} {period} {column}")
        self.put("m.ini", "[pipeline]\nsteps = impute, normalize, aggregate\n[imputation]\nrule = linear\nmax_age = 2\n")
        self.accepted()
        self.assertIsNone(read(self.dir / "out/imputed.csv")[0]["U1", "2021"]["a"])  # 2024 is too far

    def test_imputation_over_time_without_periods(self):
        self.put("m.ini", "[pipeline]\nsteps = impute, normalize, aggregate\n[imputation]\nrule = linear\n")
        self.put("d.csv", "unit,a,b,c\nU1,1,2,3\nU2,2,,1\n")
        self.refused("m.ini:4:", "over time", "no column 'period'", "d.csv:1:")
        self.assertNotIn("inno_", self.err)
        self.refused("m.ini:4:", "d.csv:1:", "cột 'period'", arguments=("--language", "vi"))
        self.assertNotIn("inno_", self.err)
        self.put("m.ini", "[pipeline]\nsteps = impute, normalize, aggregate\n")
        self.put("f.csv", "code,parent,imputation\nIDX,,\na,IDX,\nb,IDX,latest\nc,IDX,\n")
        self.refused("f.csv:4:", "'b'", "no column 'period'", "d.csv:1:")
        self.assertNotIn("inno_", self.err)

    def test_the_latest_period_is_shown(self):
        self.accepted()
        lines = self.out.splitlines()
        self.assertEqual(lines[0], "Period 2022")
        self.assertIn("Drei", self.out)
        self.assertRegex(self.out, r"(?m)^ +- +One +- +- +-")
        page = (self.dir / "out/report.html").read_text(encoding="utf-8")
        self.assertIn("Period <b>2022</b>", page)
        index = scores(normalized(panel(PANEL), lambda p: {"2020", "2021", "2022"}))
        periods = page[page.index('class="periods"'):]
        periods = periods[:periods.index("</table>")]
        self.assertIn("<th>2020</th><th>2021</th><th>2022</th>", periods)
        shown = {unit: sorted(x for (u, p), x in index.items() if p == unit) for unit in ("2020", "2021", "2022")}
        for unit, name in (("U1", "One"), ("U2", "Two"), ("U3", "Drei")):
            row = periods[periods.index(f">{name}<"):].split("</tr>")[0]
            for period in ("2020", "2021", "2022"):
                x = index.get((unit, period))
                rank = "–" if x is None else str(1 + sum(y > x for y in shown[period]))
                self.assertIn(f">{rank}</td>" if x is None else f">{rank} <small>({x:.2f})</small></td>", row)

    def test_another_period_is_shown(self):
        self.accepted("--period", "2021")
        self.assertEqual(self.out.splitlines()[0], "Period 2021")
        self.assertNotRegex(self.out, r"(?m)^ +- ")
        index = scores(normalized(panel(PANEL), lambda p: {"2020", "2021", "2022"}))
        order = sorted((u for u in ("U1", "U2", "U3")), key=lambda u: -index[u, "2021"])
        names = {"U1": "One", "U2": "Two", "U3": "Drei"}
        self.assertEqual([line.split()[1] for line in self.out.splitlines()[2:5]], [names[u] for u in order])
        self.assertIn("Period <b>2021</b>", (self.dir / "out/report.html").read_text(encoding="utf-8"))
        whole = {p.name: p.read_bytes() for p in (self.dir / "out").iterdir() if p.suffix == ".csv"}
        self.accepted("--period=2022")
        self.assertEqual(whole, {p.name: p.read_bytes() for p in (self.dir / "out").iterdir() if p.suffix == ".csv"})
        self.accepted("--period", "2021", "--language", "vi")
        self.assertEqual(self.out.splitlines()[0], "Kỳ 2021")

    def test_groups_follow_the_row(self):
        self.put("m.ini", METHOD + "[ranking]\ngroup = region\n")
        self.accepted()
        table, head = read(self.dir / "out/ranks_in_groups.csv")
        self.assertEqual(head[:3], ["unit", "period", "group:region"])
        self.assertEqual(table["U2", "2021"]["group:region"], "north")
        self.assertEqual(table["U2", "2022"]["group:region"], "south")
        index = scores(normalized(panel(PANEL), lambda p: {"2020", "2021", "2022"}))
        expected = {("U1", "2021"): 1 + (index["U2", "2021"] > index["U1", "2021"]), ("U3", "2021"): 1,
                    ("U3", "2022"): 1 + (index["U2", "2022"] > index["U3", "2022"])}
        for key, rank in expected.items():
            self.assertEqual(table[key]["IDX"], rank, key)

    def test_one_period_is_as_none(self):
        plain = "unit,name,a,b,c\n" + "\n".join(line for line in DATA.splitlines()[1:]) + "\n"
        self.put("d.csv", plain)
        for method in ("m.ini", None):
            self.accepted("--language", "vi", output="none", method=method)
            without = self.out.replace("none/", "one/")
            lines = plain.splitlines()
            self.put("d.csv", "\n".join([lines[0] + ",period"] + [line + ",2024" for line in lines[1:]]) + "\n")
            self.accepted("--language", "vi", output="one", method=method)
            self.assertEqual(self.out, "Kỳ 2024\n" + without)
            self.assertNotIn('class="periods"', (self.dir / "one/report.html").read_text(encoding="utf-8"))
            files = {p.name for p in (self.dir / "none").iterdir()}
            self.assertEqual({p.name for p in (self.dir / "one").iterdir()}, files)
            for name in (n for n in files if n.endswith(".csv")):
                with open(self.dir / "one" / name, newline="") as stream:
                    one = list(csv.reader(stream))
                with open(self.dir / "none" / name, newline="") as stream:
                    none = list(csv.reader(stream))
                if "period" in one[0]:
                    at = one[0].index("period")
                    self.assertEqual({row.pop(at) for row in one}, {"period", "2024"} if len(one) > 1 else {"period"}, name)
                else:
                    self.assertEqual(name, "weights.csv")
                self.assertEqual(one, none, name)
                self.assertNotIn("period", none[0])
            self.put("d.csv", plain)

    def test_bad_keys(self):
        for old, new, *said in (("U1,2020,", "U1,,", "d.csv:6:", '"period"', "no period"),
                                ("U1,2020,", "U1,n/a,", "d.csv:6:", '"period"', "no period"),
                                ("U1,2020,", "U1,2020-Q1,", "d.csv:6:", '"period"', "2020-Q1"),
                                ("U1,2020,", "U1,inf,", "d.csv:6:", '"period"', "finite"),
                                ("U1,2020,", ",2020,", "d.csv:6:", '"unit"', "no code"),
                                ("U1,2020,", "U1,2021.0,", "d.csv:6:", '"unit"', "'U1' is already in line 3", "2021")):
            self.put("d.csv", PANEL.replace(old, new))
            self.refused(*said)
        self.put("d.csv", PANEL.replace("U1,2020,", "U1,2021,"))
        self.refused("d.csv:6:", "'U1' đã có ở dòng 3", "2021", arguments=("--language", "vi"))
        self.put("d.csv", PANEL.replace("4,20,9", "4,x,9"))
        self.refused("d.csv:5:", '"b"', '"x"')

    def test_bad_period_to_show(self):
        self.refused("d.csv:", "2019", "2020 to 2022", arguments=("--period", "2019"))
        self.refused("last", arguments=("--period", "last"))
        self.refused("--period", arguments=("--period", "2021", "--period", "2022"))
        self.put("d.csv", DATA)
        self.refused("d.csv:1:", "--period", arguments=("--period", "2021"))

    def test_bad_base_period(self):
        self.put("m.ini", METHOD + "frame = base\nbase_period = 2019\n")
        self.refused("m.ini:5:", "2019")
        self.put("m.ini", METHOD + "frame = base\n")
        self.refused("base_period")
        self.put("m.ini", METHOD + "frame = base\nbase_period = 2021\n")
        self.put("d.csv", DATA)
        self.refused("m.ini:5:", "2021", "d.csv:1:", "'period'")

    def test_too_many_pairs(self):
        count = 10001
        self.put("d.csv", "unit,period,a,b,c\n" + "".join(f"U{i},{i},1,2,3\n" for i in range(count)))
        self.refused("d.csv:", str(count), "100000000")

    def test_decimal_comma(self):
        self.put("d.csv", "unit;period;a;b;c\nU1;2020,5;1,5;2;3\nU2;2020,5;2;1;4\nU1;2021;1;2;3\nU2;2021;2;1;4\n")
        self.accepted("--decimal-comma", "--period", "2020,5")
        self.assertEqual(self.out.splitlines()[0], "Period 2020.5")
        self.assertIn(("U1", "2020.5"), read(self.dir / "out/scores.csv")[0])

    def test_logs(self):
        """Records of steps have their period; one that all periods share has none."""
        self.put("m.ini", METHOD.replace("normalize", "screen, treat, normalize") +
                 "frame = period\n[screening]\nmin_coverage = 0.9\n[treatment]\nskewness = 0.01\nkurtosis = 0.01\n")
        draw = random.Random(5)
        rows = [f"U{u},{p},{draw.random()},{draw.random()},{draw.random() if u else 50}"
                for p in (2020, 2021) for u in range(9)]
        rows[3] = "U3,2020,1,,2"
        self.put("d.csv", "unit,period,a,b,c\n" + "\n".join(rows) + "\n")
        self.accepted()
        screening, head = read(self.dir / "out/screening.csv", ("period", "unit"))
        self.assertEqual(len(screening), 18)
        self.assertEqual(screening["2020", "U3"]["included"], 0)
        self.assertEqual(screening["2021", "U3"]["included"], 1)
        frames, _ = read(self.dir / "out/frames.csv", ("node", "period"))
        self.assertEqual(set(frames), {(c, p) for c in INDICATORS for p in ("2020", "2021")})
        self.assertEqual(frames["a", "2020"]["available"], 8)
        self.assertEqual(frames["a", "2021"]["available"], 9)
        treatment, head = read(self.dir / "out/treatment.csv", ("indicator", "period", "stage"))
        self.assertEqual(head[:5], ["step", "indicator", "period", "stage", "rule"])
        self.assertEqual({(i, p) for i, p, stage in treatment if stage == "0"}, set(frames))
        self.assertIn("U0", {row["units_high"] for (i, p, _), row in treatment.items() if i == "c" and p == "2021"})
        page = (self.dir / "out/report.html").read_text(encoding="utf-8")
        kept = sum(row["kept"] == 1 and stage != "0" for (_, p, stage), row in treatment.items() if p == "2021")
        self.assertIn(f"<p>{kept} indicators failed", page)
        self.put("m.ini", METHOD.replace("normalize", "treat, normalize") + "[treatment]\nskewness = 0.01\nkurtosis = 0.01\nframe = pooled\n")
        self.accepted()
        self.assertEqual(set(read(self.dir / "out/frames.csv", ("node", "period"))[0]), {(c, "") for c in INDICATORS})
        treatment, _ = read(self.dir / "out/treatment.csv", ("indicator", "period", "stage"))
        self.assertEqual({p for _, p, _ in treatment}, {""})
        self.assertIn("U0 (2020); U0 (2021)", {row["units_high"] for row in treatment.values()})

    def test_held_frames(self):
        """What one panel was measured by measures the same panel, whichever period is shown."""
        for frame in ("pooled", "base\nbase_period = 2021"):
            self.put("m.ini", METHOD + f"frame = {frame}\n")
            self.accepted("--save-frames", "old.frames")
            self.accepted("--frames", "old.frames", "--period", "2020", output="held")
            for name in ("scores.csv", "ranks.csv", "normalized.csv", "frames.csv", "trends.csv"):
                self.assertEqual((self.dir / "out" / name).read_bytes(), (self.dir / "held" / name).read_bytes(), name)

    def test_trends(self):
        rows = {("U1", "a"): (1, 1.5, None, 4), ("U1", "b"): (0, 1, 2, 3), ("U1", "c"): (-1, None, None, 1),
                ("U2", "a"): (None, 5, None, None), ("U2", "b"): (8, None, None, 1), ("U2", "c"): (3, 3, 3, 3)}
        years = (2020, 2021, 2022, 2024)
        text = "unit,period,a,b,c\n"
        for unit in ("U1", "U2"):
            for k, year in enumerate(years):
                text += f"{unit},{year}," + ",".join("" if rows[unit, c][k] is None else str(rows[unit, c][k]) for c in INDICATORS) + "\n"
        self.put("d.csv", text)
        self.accepted()
        trends, head = read(self.dir / "out/trends.csv", ("indicator", "unit"))
        self.assertEqual(head, ["indicator", "unit", "cagr", "cagr_reason", "percentage_change", "percentage_change_reason"])
        self.assertEqual(set(trends), {(c, u) for u, c in rows})
        for key, rate in ((("a", "U1"), 4 ** 0.25 - 1), (("b", "U2"), 0.125 ** 0.25 - 1), (("c", "U2"), 0)):
            self.same(trends[key]["cagr"], rate, key)
            self.assertIsNone(trends[key]["cagr_reason"])
        for key, reason in ((("b", "U1"), "from_zero"), (("c", "U1"), "sign_change"), (("a", "U2"), "too_few")):
            self.assertIsNone(trends[key]["cagr"])
            self.assertEqual(trends[key]["cagr_reason"], reason)
        # Three observations: the least squares line; two: the change itself.
        times, values = (2020, 2021, 2024), (1, 1.5, 4)
        t, x = sum(times) / 3, sum(values) / 3
        slope = sum((p - t) * (v - x) for p, v in zip(times, values)) / sum((p - t) ** 2 for p in times)
        self.same(trends["a", "U1"]["percentage_change"], 100 * slope / (x + slope * (2020 - t)))
        self.same(trends["b", "U2"]["percentage_change"], 100 * (1 - 8) / 8 / 4)
        self.put("d.csv", DATA)
        self.accepted()
        self.assertFalse((self.dir / "out/trends.csv").exists())  # of the run before: the folder is replaced

    def test_regroup(self):
        self.put("f.csv", "code,parent,denominator\nIDX,,\npatents,IDX,people\n")
        self.put("d.csv", "unit,period,name,group:region,people,patents\nA,2020,Alpha,north,100,7\nB,2020,Beta,north,50,3\n"
                          "C,2020,Gamma,south,10,1\nA,2021,Alpha,north,100,8\nC,2021,Gamma,south,20,5\n")
        self.put("map.csv", "unit,new_unit,new_name\nA,X,Xanadu\nB,X,\nC,C,\n")
        method = METHOD.replace("normalize", "denominate, normalize") + "rule = none\n[ranking]\ngroup = region\n"
        self.put("m.ini", method)
        self.accepted("--regroup", "map.csv")
        table, _ = read(self.dir / "out/scores.csv")
        self.assertEqual(table["X", "2020"]["patents"], 10 / 150)
        self.assertIsNone(table["X", "2021"]["patents"])  # B has no row then
        self.put("m.ini", method + "[regrouping]\nmissing = available\n")
        self.accepted("--regroup", "map.csv")
        self.assertIn("3 units became 2 (map.csv)", self.out)
        self.assertIn("patents of X (2021): from 1 of 2 units", self.out)
        self.assertNotIn("(2020)", self.out)
        self.assertIn("Xanadu", self.out)
        table, _ = read(self.dir / "out/scores.csv")
        self.assertEqual(table["X", "2021"]["patents"], 8 / 100)
        groups, _ = read(self.dir / "out/ranks_in_groups.csv")
        self.assertEqual({key: row["group:region"] for key, row in groups.items()},
                         {("X", "2020"): "north", ("X", "2021"): "north", ("C", "2020"): "south", ("C", "2021"): "south"})


class Searches(Bench):
    """Iterations that stop at their limit are said wherever somebody could take the result for a proved one."""

    def setUp(self):
        super().setUp()
        draw = random.Random(11)
        self.put("f.csv", "code,parent\nIDX,\na,IDX\nb,IDX\nc,IDX\n")
        self.rows = [[f"U{u}", *(draw.gauss(0, 1) for _ in range(3))] for u in range(30)]
        for u in range(8):
            self.rows[u][1 + u % 3] = ""

    def data(self, periods=()):
        lines = ["unit,a,b,c"] if not periods else ["unit,period,a,b,c"]
        for period in periods or ("",):
            lines += [",".join(map(str, row[:1] + ([period] if periods else []) + row[1:])) for row in self.rows]
        self.put("d.csv", "\n".join(lines) + "\n")

    def method(self, limit):
        self.put("m.ini", f"[pipeline]\nsteps = impute, normalize, aggregate\n[imputation]\nrule = em\nmax_iterations = {limit}\n")

    def test_converged(self):
        self.data()
        self.method(1000)
        self.accepted()
        table, head = read(self.dir / "out/search.csv", ("step", "node"))
        self.assertEqual(set(table), {("1", "IDX")})
        self.assertNotIn("period", head)
        self.assertEqual(table["1", "IDX"]["converged"], 1)
        self.assertIsNone(table["1", "IDX"]["unit"])
        self.assertGreater(table["1", "IDX"]["iterations"], 2)
        self.assertNotIn("converged", self.out)

    def test_not_converged(self):
        self.data()
        self.method(2)
        self.accepted()
        self.assertEqual(read(self.dir / "out/search.csv", ("node",))[0]["IDX",]["converged"], 0)
        said = "step 1, IDX: not converged; the search stopped after 2 steps"
        self.assertIn(said, self.out)
        self.assertIn(said, (self.dir / "out/report.html").read_text(encoding="utf-8"))
        self.accepted("--language", "vi")
        said = "bước 1, IDX: chưa hội tụ; phép tìm dừng sau 2 bước"
        self.assertIn(said, self.out)
        self.assertIn(said, (self.dir / "out/report.html").read_text(encoding="utf-8"))

    def test_periods(self):
        self.data(range(2001, 2016))
        self.method(2)
        self.accepted()
        table, head = read(self.dir / "out/search.csv", ("node", "period"))
        self.assertEqual(set(table), {("IDX", str(p)) for p in range(2001, 2016)})
        self.assertIn("step 1, IDX, 2003: not converged", self.out)
        self.assertIn("... and 5 more searches", self.out)

    def kemeny(self, units, limit):
        draw = random.Random(3)
        self.put("d.csv", "unit,period,a,b,c\n" + "".join(
            f"U{u:02},{p},{draw.random()},{draw.random()},{draw.random()}\n" for p in (2020, 2021) for u in range(units)))
        self.put("m.ini", "[pipeline]\nsteps = normalize, aggregate\n[normalization]\nrule = none\n"
                          f"[aggregation]\nrule = kemeny\nsearch_limit = {limit}\n")
        self.accepted()
        return read(self.dir / "out/search.csv", ("step", "node", "period"))[0]

    def test_orders(self):
        """The order that the search found when it stopped is used and said; of few units it is proved."""
        table = self.kemeny(18, 1)
        self.assertEqual(set(table), {("2", "IDX", "2020"), ("2", "IDX", "2021")})
        self.assertEqual({row["converged"] for row in table.values()}, {0})
        self.assertEqual({row["unit"] for row in table.values()}, {None})
        for period in ("2020", "2021"):
            self.assertIn(f"step 2, IDX, {period}: not converged; the search stopped after 1 steps", self.out)
        for key, row in self.kemeny(18, 1000000).items():
            self.assertGreaterEqual(row["objective"], table[key]["objective"])
            self.assertLessEqual(row["gap"], table[key]["gap"])
        self.assertEqual({row["converged"] for row in self.kemeny(12, 1).values()}, {1})
        self.assertNotIn("converged", self.out)

    def test_no_search(self):
        self.put("d.csv", "unit,a,b,c\nU1,1,2,3\nU2,2,1,1\n")
        self.accepted()
        self.assertFalse((self.dir / "out/search.csv").exists())


class Verify(Bench):
    def setUp(self):
        super().setUp()
        self.put("f.csv", "code,parent\nIDX,\na,IDX\n")
        self.put("m.ini", METHOD + "rule = none\n")
        self.put("d.csv", "unit,period,a\nU1,2020,1.25\nU2,2020,2.25\nU1,2021,3.25\nU2,2021,2.5\nU3,2021,7\n")

    def verify(self, published, status, *arguments):
        self.put("p.csv", published)
        self.assertEqual(self.score("--verify", "p.csv", *arguments), status, self.out + self.err)

    def test_with_periods(self):
        self.verify("unit,period,score,rank\nU1,2020,1.3,2\nU2,2020,2.3,1\nU1,2021,3.3,2\nU2,2021,2.5,3\n", 0)
        self.assertIn("score: 4 of 4 agree (rounded half up)", self.out)
        self.assertIn("rank: 4 of 4 agree", self.out)
        self.assertIn("not in p.csv: 1\n", self.out)
        self.verify("unit,period,score\nU1,2020,1.3\nU1,2021,3.4\n", 1)
        self.assertIn("U1, 2021: published 3.4, computed 3.250000", self.out)

    def test_without_periods(self):
        self.verify("unit,score\nU1,3.3\nU2,2.5\nU3,7\n", 0)
        self.assertIn("3 of 3", self.out)
        self.verify("unit,score\nU1,1.3\nU2,2.3\n", 0, "--period", "2020")
        self.assertIn("2 of 2", self.out)
        self.assertNotIn("not in p.csv", self.out)  # U3 is not in the data of 2020
        self.verify("unit,score\nU1,1.3\nU2,2.3\n", 1)

    def test_rows_that_the_data_lack(self):
        self.verify("unit,period,score\nU1,2020,1.3\nU3,2020,5\nU9,2020,5\nU1,2019,5\n", 0)
        self.assertIn("1 of 1", self.out)
        for line, what in ((3, "U3, 2020"), (4, "U9, 2020"), (5, "U1, 2019")):
            self.assertIn(f"p.csv, line {line}: the data have no unit {what}\n", self.out)

    def test_bad(self):
        for text, *said in (("unit,period,score\nU1,2020,1\nU1,2020.0,1\n", "p.csv:3:", "already in line 2"),
                            ("unit,period,score\nU1,soon,1\n", "p.csv:2:", '"period"', "soon"),
                            ("unit,period,score\nU1,,1\n", "p.csv:2:", '"period"', "no period")):
            self.put("p.csv", text)
            self.refused(*said, arguments=("--verify", "p.csv"))
        self.put("d.csv", "unit,a\nU1,1\nU2,2\n")
        self.put("p.csv", "unit,period,score\nU1,2020,1\n")
        self.refused("p.csv:1:", '"period"', arguments=("--verify", "p.csv"))


if __name__ == "__main__":
    unittest.main()
