"""--uncertainty: the same tally on any number of threads, numbers that plain Python finds again, sections that are refused
with their line, an end by Ctrl-C that keeps what is done, pictures that are whole."""
import csv
import ctypes
import math
import os
import pty
import re
import signal
import statistics
import subprocess
import sys
import threading
import time
import unittest
from fractions import Fraction

from test_audit import Page
from workbench import PROGRAM, SOURCE, Bench

sys.path.insert(0, str(SOURCE / "tests/bindings"))

UNITS = 8
N = 3000
NODES = [("IDX", None), ("P1", "IDX"), ("P2", "IDX"), ("a", "P1"), ("b", "P1"), ("c", "P2"), ("d", "P2"), ("e", "P2")]


def column(k, i):
    return float((7 * k + 5 * i * i + 3 * i * k) % 23)


VALUES = {code: [column(k, i) for i in range(UNITS - 1)] + [50.0] for k, code in enumerate("abcde")}  # the last always wins
SECTIONS = """
[assumption:pillars]
kind = weight_noise
level = 2
share = 0.9
[assumption:indicators]
kind = weight_noise
level = 1
share = 0.9
"""


def quantile(values, p):
    """Type 7 of Hyndman and Fan."""
    values, at = sorted(values), p * (len(values) - 1)
    low = math.floor(at)
    return values[low] + (at - low) * (values[min(low + 1, len(values) - 1)] - values[low])


def drain(terminal):
    """Reads until the other side is closed."""
    try:
        while os.read(terminal, 1000):
            pass
    except OSError:
        pass


class Uncertainty(Bench):
    def setUp(self):
        super().setUp()
        self.put("f.csv", "code,parent,weight\n" + "".join(f"{c},{p or ''},{'' if p is None else 1}\n" for c, p in NODES))
        self.put("d.csv", "unit,a,b,c,d,e\n" + "".join(
            f"U{i}," + ",".join(repr(VALUES[c][i]) for c in "abcde") + "\n" for i in range(UNITS)))
        self.method()

    def method(self, sections=SECTIONS, steps="[pipeline]\nsteps = normalize, aggregate\n"):
        self.put("m.ini", steps + sections)

    def digest(self):
        found = re.search(r"(?:Digest|Mã kiểm): ([0-9a-f]{64})$", self.out, re.M)
        self.assertIsNotNone(found, self.out)
        return found.group(1)

    def run_n(self, *arguments, n=N, **named):
        self.accepted("--uncertainty", n, *arguments, **named)
        return self.digest()

    # ---- numbers ----

    def test_threads_do_not_matter(self):
        digests = {self.run_n("--threads", t, n=20000) for t in (1, 2, 3)} | {self.run_n(n=20000)}
        self.assertEqual(len(digests), 1)
        self.assertNotEqual(self.run_n(n=19999), digests.pop())

    def test_seed_and_sequence_matter(self):
        first = self.run_n()
        self.method(SECTIONS + "[uncertainty]\nseed = 2\n")
        second = self.run_n()
        self.method(SECTIONS + "[uncertainty]\nsequence = sobol\n")
        self.assertEqual(len({first, second, self.run_n()}), 3)

    def test_numbers_are_those_of_replays(self):
        """The library asked for each replicate alone, and Python's own statistics of the answers."""
        from innoscore import N as known, Library, load
        try:
            load(os.environ["INNO_LIBRARY"])
        except SystemExit:
            self.skipTest("no shared library, or an instrumented one that cannot be loaded here")
        self.method(SECTIONS + "[uncertainty]\ntop = 3\nconfidence = 0.8\n")
        self.run_n()
        with Library(os.environ["INNO_LIBRARY"]) as l:
            nodes = l.indicator_set([(c.encode(), p and p.encode(), 1, 1.0) for c, p in NODES])
            data = l.dataset([f"U{i}".encode() for i in range(UNITS)], {c.encode(): v for c, v in VALUES.items()})
            steps = [l.make("scheme", None, known[f"INNO_STEP_{s}"]) for s in ("NORMALIZE", "AGGREGATE", "RANK")]
            assumed = l.make("assumptions", None)
            for level in (2, 1):
                l.check(l.lib.inno_assumptions_add_weight_noise(assumed, level, 0.9, l.error))
            u = l.make("uncertainty", None, nodes, None, (ctypes.c_void_p * 3)(*steps), 3, data, assumed, None)
            ranks = []
            out = (ctypes.c_double * UNITS)()
            for r in range(N):
                l.check(l.lib.inno_uncertainty_replay(u, r, None, None, out, l.error))
                ranks.append(list(out))
        table, shares, nominal = self.table("uncertainty.csv"), self.table("rank_probabilities.csv"), self.table("ranks.csv")
        spread = 0
        for i in range(UNITS):
            seen, row = [r[i] for r in ranks], table[f"U{i}"]
            spread += len(set(seen)) > 1
            self.assertEqual(row["nominal"], nominal[f"U{i}"]["IDX"])
            self.assertAlmostEqual(row["mean"], statistics.fmean(seen), delta=1e-12)
            self.assertAlmostEqual(row["sd"], statistics.stdev(seen), delta=1e-12)
            self.assertAlmostEqual(row["mean_error"], statistics.stdev(seen) / math.sqrt(N), delta=1e-13)
            self.assertEqual((row["best"], row["worst"], row["unranked"]), (min(seen), max(seen), 0))
            for name, p in (("lower", 0.1), ("median", 0.5), ("upper", 0.9)):
                self.assertAlmostEqual(row[name], quantile(seen, p), delta=1e-12)
            self.assertEqual(row["top"], sum(r <= 3 for r in seen) / N)
            self.assertEqual([shares[f"U{i}"][str(k + 1)] for k in range(UNITS)], [seen.count(k + 1) / N for k in range(UNITS)])
        self.assertGreater(spread, 4)  # else the test says nothing

    def test_who_always_wins(self):
        self.run_n()
        row = self.table("uncertainty.csv")[f"U{UNITS - 1}"]
        self.assertEqual([row[n] for n in ("nominal", "mean", "sd", "best", "lower", "median", "upper", "worst", "top")],
                         [1, 1, 0, 1, 1, 1, 1, 1, 1])
        self.assertLess(row["top_lower"], 1)
        self.assertEqual(self.table("rank_probabilities.csv")[f"U{UNITS - 1}"]["1"], 1)

    def test_without_assumptions_every_weight_varies_by_a_quarter(self):
        self.method("")
        default = self.run_n()
        self.assertIn("weights ± 25 %", self.out)
        self.method("".join(f"[assumption:{k}]\nkind = weight_noise\nlevel = {k}\nshare = 0.25\n" for k in (1, 2)))
        self.assertEqual(self.run_n(), default)

    def test_sets_of_weights_are_their_own_rankings(self):
        sets = {"x": {"P1": 9, "P2": 1}, "y": {"P1": 1, "P2": 9}}
        self.put("sets.csv", "node,x,y\nP1,9,1\nP2,1,9\na,,\n")
        rankings = {}
        for name, weights in sets.items():
            self.method("[weights]\n" + "".join(f"{c} = {w}\n" for c, w in weights.items()))
            self.accepted()
            rankings[name] = {u: row["IDX"] for u, row in self.table("ranks.csv").items()}
        self.method("[assumption:sets]\nkind = weight_sets\nfile = sets.csv\nprobabilities = 1, 3\n")
        self.run_n()
        seen = set()
        for unit, row in self.table("rank_probabilities.csv").items():
            x, y = rankings["x"][unit], rankings["y"][unit]
            self.assertEqual({int(r) for r, p in row.items() if p > 0}, {int(x), int(y)})
            if x != y:
                seen.add(row[f"{x:.0f}"])
        self.assertEqual(len(seen), 1)
        self.assertAlmostEqual(seen.pop(), 0.25, delta=4 * math.sqrt(0.25 * 0.75 / N))

    def test_alternatives_of_a_step_are_their_own_rankings(self):
        rankings = []
        for rule in ("minmax", "rank"):
            self.method(f"[normalization]\nrule = {rule}\n[aggregation.2]\nrule = arithmetic\n")
            self.accepted()
            rankings.append({u: row["IDX"] for u, row in self.table("ranks.csv").items()})
        self.assertNotEqual(*rankings)
        self.method("[normalization]\nrule = minmax\n[aggregation.2]\nrule = arithmetic\n"
                    "[assumption:n]\nkind = schemes\nstep = normalize\nalternatives = own | rule = rank\n")
        self.run_n()
        for unit, row in self.table("rank_probabilities.csv").items():
            self.assertEqual({int(r) for r, p in row.items() if p > 0}, {int(r[unit]) for r in rankings})

    def test_alternatives_take_the_method_s_own_settings_unless_new(self):
        own = "[normalization]\nlower = 1\nupper = 100\n[assumption:n]\nkind = schemes\nstep = normalize\nalternatives = own | "
        self.method(own + "rule = rank\n")
        self.refused(":6:", "lower", "begins with new", arguments=("--uncertainty", 100))
        self.method(own + "new, rule = rank\n")
        fresh = self.run_n()
        self.method(own.replace("lower = 1\nupper = 100\n", "") + "rule = rank\n")
        self.assertNotEqual(self.run_n(), fresh)  # another nominal method

    def test_every_kind_runs(self):
        kinds = ["kind = weight_range\nnode = P1\nlower = 0.2\nupper = 0.8", "kind = simplex\nnode = P2",
                 "kind = dirichlet\nnode = P2\nconcentration = 20", "kind = order\nnode = P2\ncodes = c, e, d",
                 "kind = bounded\nnode = P2\ncodes = c, d, e\nlower = 0.1\nupper = 0.6, 0.6, 0.7",
                 "kind = removal\ncodes = a, c\nnone = 1", "kind = error\nnode = a\nlaw = normal\nsize = 0.2\nmeasure = sd",
                 "kind = error\nnode = b\nunit = U1\nlaw = uniform\nsize = 3\nmeasure = absolute",
                 "kind = error\nnode = c\nlaw = lognormal\nsize = 0.1\nmeasure = relative",
                 "kind = jrc\ncodes = P1, P2\nlower = 0.3\nupper = 0.7\ngeometric_level = 3",
                 "kind = schemes\nstep = aggregate\nalternatives = own | rule.3 = geometric, rule:P1 = harmonic | rule = median"]
        digests = set()
        for kind in kinds:
            with self.subTest(kind=kind):
                self.method("[normalization]\nlower = 1\nupper = 100\n[assumption:A]\n" + kind + "\n")
                digests.add(self.run_n(n=500))
                self.assertIn("Assumptions: A.", self.out)
        self.assertEqual(len(digests), len(kinds))

    def test_options_are_read(self):
        self.method("[assumption:A]\nkind = simplex\nnode = P2\n[uncertainty]\npairs = 1\ncentral = 1\nscore_bins = 100\nscore_low = 0\nscore_high = 100\nnode = P2\n")
        self.run_n()
        pairs, central = self.table("pair_wins.csv"), self.table("central_weights.csv")
        self.assertIsNone(pairs["U0"]["U0"])
        self.assertEqual(pairs[f"U{UNITS - 1}"]["U0"], 1)
        self.assertAlmostEqual(sum(central[f"U{UNITS - 1}"][c] for c in "cde"), 1, delta=1e-6)
        row = self.table("uncertainty.csv")["U0"]
        self.assertLessEqual(row["score_lower"], row["score_mean"])
        self.assertLessEqual(row["score_mean"], row["score_upper"])
        self.assertEqual((row["score_below"], row["score_above"]), (0, 0))
        self.assertEqual(row["nominal"], self.table("ranks.csv")["U0"]["P2"])
        self.method(SECTIONS)
        self.run_n()  # the folder is ours although it has these tables, and they go
        self.assertFalse((self.dir / "out/pair_wins.csv").exists())

    def test_failures_are_counted_and_named(self):
        self.method("[assumption:m]\nkind = schemes\nstep = aggregate\nalternatives = own | rule = geometric\n")  # minmax gives zeros
        self.run_n()
        failed = int(re.search(r"([\d,]+) replicates failed, the first is \d+: .*'", self.out).group(1).replace(",", ""))
        self.assertAlmostEqual(failed, N / 2, delta=5 * math.sqrt(N) / 2)
        self.assertIn(f"failed\t{failed}\n", (self.dir / "out/uncertainty.txt").read_text())
        self.assertIn("replicates failed", (self.dir / "out/report.html").read_text())

    def test_periods(self):
        rows = "".join(f"U{i},{year}," + ",".join(repr(VALUES[c][(i + year) % UNITS]) for c in "abcde") + "\n"
                       for year in (2023, 2024) for i in range(UNITS))
        self.put("d.csv", "unit,period,a,b,c,d,e\n" + rows)
        latest = self.run_n()
        self.assertNotEqual(self.run_n("--period", "2023"), latest)
        self.method(SECTIONS + "[uncertainty]\nperiod = 2024\n")
        self.assertEqual(self.run_n("--period", "2023"), latest)

    def test_the_example_method(self):
        folder = SOURCE / "examples/data"
        arguments = ("--framework", folder / "pii-synthetic/framework.csv", "--data", folder / "pii-synthetic/data.csv", "--method",
                     folder / "methods/uncertainty.ini", "--uncertainty", 5000, "--output", "out")
        self.assertEqual(self.run_program(*arguments), 0, self.err)
        self.assertNotIn("failed, ", self.out)
        shares = self.table("rank_probabilities.csv")
        for rank in next(iter(shares.values())):
            self.assertAlmostEqual(sum(row[rank] for row in shares.values()), 1, delta=0.01)  # a tie leaves a rank empty now and then
        self.assertTrue(all(abs(sum(row.values()) - 1) < 1e-12 for row in shares.values()))

    # ---- sensitivity ----

    def test_indices_of_two_choices_are_those_of_their_four_rankings(self):
        """Two independent choices of two: the mean shift of ranks takes four values, and the indices follow from them."""
        self.put("sets.csv", "node,x,y\nP1,1.5,1\nP2,1,1.6\n")
        shift = {}
        self.method("")
        self.accepted()
        nominal = {u: row["IDX"] for u, row in self.table("ranks.csv").items()}
        for x, weights in enumerate(("P1 = 1.5\nP2 = 1\n", "P1 = 1\nP2 = 1.6\n")):
            for y, rule in enumerate(("minmax", "rank")):
                self.method("[weights]\n" + weights + f"[normalization]\nrule = {rule}\n")
                self.accepted()
                shift[x, y] = statistics.fmean(abs(row["IDX"] - nominal[u]) for u, row in self.table("ranks.csv").items())
        mean = statistics.fmean(shift.values())
        variance = statistics.fmean((f - mean) ** 2 for f in shift.values())
        by_x = [(shift[k, 0] + shift[k, 1]) / 2 for k in (0, 1)]
        by_y = [(shift[0, k] + shift[1, k]) / 2 for k in (0, 1)]
        first = [statistics.pvariance(by) / variance for by in (by_x, by_y)]
        self.assertTrue(0.02 < min(first) and sum(first) < 0.999, (first, shift))  # else the test says little
        self.method("[assumption:W]\nkind = weight_sets\nfile = sets.csv\n"
                    "[assumption:N]\nkind = schemes\nstep = normalize\nalternatives = own | rule = rank\n")
        self.accepted("--sensitivity", 16384)
        table = self.table("sensitivity.csv")
        for name, s1, other in (("W", first[0], first[1]), ("N", first[1], first[0])):
            row = table[name]
            self.assertEqual(row["inputs"], 1)
            self.assertAlmostEqual(row["first"], s1, delta=0.03)
            self.assertAlmostEqual(row["total"], 1 - other, delta=0.03)
            for index in ("first", "total"):
                self.assertLess(row[index + "_lower"], row[index])
                self.assertLess(row[index], row[index + "_upper"])
        self.assertIn(f"Units move {mean:.2f} places", self.out)

    def test_sensitivity_on_any_number_of_threads(self):
        written = set()
        for threads in (1, 2, 3):
            self.accepted("--sensitivity", 256, "--threads", threads, "--uncertainty", 100)
            written.add((self.dir / "out/sensitivity.csv").read_bytes())
        self.assertEqual(len(written), 1)
        text = (self.dir / "out/report.html").read_text(encoding="utf-8")
        page = Page()
        page.feed(text)
        self.assertEqual(page.open, [])
        self.assertIn("What moves the ranks", page.text)
        self.accepted("--language", "vi", "--sensitivity", 64)
        self.assertIn("Điều gì làm đổi hạng", self.out)

    def test_sensitivity_of_nothing_and_of_failures(self):
        self.put("d.csv", "unit,a,b,c,d,e\nU0,1,1,1,1,1\nU1,2,2,2,2,2\n")  # no weight turns them round
        self.accepted("--sensitivity", 16)
        self.assertIn("No run moves a rank", self.out)
        self.assertEqual(self.table("sensitivity.csv"), {})
        self.setUp()
        self.method(SECTIONS + "[assumption:m]\nkind = schemes\nstep = aggregate\nalternatives = own | rule = geometric\n")
        self.accepted("--sensitivity", 1024)
        used = int(re.search(r"([\d,]+) base points of 1,024 asked for; [\d,]+ runs failed", self.out).group(1).replace(",", ""))
        self.assertAlmostEqual(used, 256, delta=64)  # those of which neither point has the geometric mean

    # ---- refusals ----

    def test_bad_sections(self):
        cases = [
            ("[assumption]\nkind = simplex\nnode = P1\n", ":3:", "[assumption:NAME]"),
            ("[assumption:A]\nnode = P1\n", ":3:", "needs kind"),
            ("[assumption:A]\nkind = simplx\nnode = P1\n", ":4:", 'Did you mean "simplex"?'),
            ("[assumption:A]\nkind = simplex\n", ":3:", "needs node"),
            ("[assumption:A]\nkind = simplex\nnode = P1\nlevel = 2\n", ":6:", "no key 'level'"),
            ("[assumption:A]\nkind = simplex\nnode = P9\n", ":5:", "P9"),
            ("[assumption:A]\nkind = weight_noise\nlevel = 1\nshare = 1.5\n", ":6:", "1.5"),
            ("[assumption:A]\nkind = weight_noise\nlevel = 1.5\nshare = 0.5\n", ":5:", "whole number"),
            ("[assumption:A]\nkind = weight_noise\nlevel = 1\nshare = much\n", ":6:", "much"),
            ("[assumption:A]\nkind = weight_noise\nlevel = 3\nshare = 0.5\n", ":3:", "3"),
            ("[assumption:A]\nkind = weight_range\nnode = P1\nlower = 0.5\nupper = 0.2\n", ":", "0.5"),
            ("[assumption:A]\nkind = bounded\nnode = P2\ncodes = c, d, e\nlower = 0.1, 0.2\nupper = 1\n", ":7:", "2 numbers"),
            ("[assumption:A]\nkind = order\nnode = P2\ncodes = c, d\n", ":5:", "P2"),
            ("[assumption:A]\nkind = removal\ncodes = a, b\nnone = 2\n", ":6:", "0 to 1"),
            ("[assumption:A]\nkind = error\nnode = a\nlaw = gauss\nsize = 1\nmeasure = sd\n", ":6:", "normal, uniform, lognormal"),
            ("[assumption:A]\nkind = error\nnode = a\nlaw = lognormal\nsize = 1\nmeasure = sd\n", ":6:", "log-normal"),
            ("[assumption:A]\nkind = order\nnode = P2\ncodes = c, d, c\n", ":6:", "already"),
            ("[assumption:A]\nkind = schemes\nstep = treat\nalternatives = own | own\n", ":5:", "no step 'treat'"),
            ("[assumption:A]\nkind = schemes\nstep = normalize\nalternatives = own\n", ":6:", "no choice"),
            ("[assumption:A]\nkind = schemes\nstep = normalize\nalternatives = own | rul = rank\n", ":6:", "no key 'rul'"),
            ("[assumption:A]\nkind = schemes\nstep = normalize\nalternatives = own | rule = rnk\n", ":6:", '"rnk"'),
            ("[assumption:A]\nkind = schemes\nstep = normalize\nalternatives = own | rank\n", ":6:", "key = value"),
            ("[assumption:A]\nkind = schemes\nstep = normalize\nalternatives = own | own\n", ":3:", "same method"),
            ("[assumption:A]\nkind = simplex\nnode = P1\n[assumption:B]\nkind = weight_range\nnode = a\nlower = 0\nupper = 1\n", ":8:", "both"),
            ("[assumption:A]\nkind = weight_sets\nfile = none.csv\n", "none.csv", ""),
            ("[assumption:A]\nkind = weight_sets\nfile = bad.csv\n", 'bad.csv:2: column "y"', "much"),
            ("[assumption:A]\nkind = jrc\ncodes = P1, P2\nlower = 0.3\nupper = 0.7\nimputation = 1\n", ":8:", "impute"),
            ("[uncertainty]\nseed = -1\n", ":4:", "seed"), ("[uncertainty]\nsed = 1\n", ":4:", "no key 'sed'"),
            ("[uncertainty:P1]\nseed = 1\n", ":3:", "stands for itself"), ("[uncertainty]\nnode = P7\n", ":4:", "P7"),
            ("[uncertainty]\nscore_bins = 10\n", ":4:", "score_low"),
        ]
        self.put("bad.csv", "node,x,y\nP1,9,much\n")
        for sections, *fragments in cases:
            with self.subTest(sections=sections):
                self.method(sections)
                self.refused(*fragments, arguments=("--uncertainty", 100))
                self.assertNotIn("Vietnamese", self.err)
                self.score("--uncertainty", 100, "--language", "vi")
                self.assertTrue(re.search("[^\x00-\x7f]", self.err), self.err)
                self.assertIn(fragments[0].split(" column")[0], self.err)  # the same line

    def test_sections_are_checked_without_the_option(self):
        self.method("[assumption:A]\nkind = simplx\n")
        self.refused("simplx")
        self.method(SECTIONS)
        self.accepted()
        self.assertNotIn("Digest", self.out)
        self.assertFalse((self.dir / "out/uncertainty.csv").exists())

    def test_bad_arguments(self):
        for arguments, fragment in ((("--uncertainty", "0"), "whole number from 1"), (("--uncertainty", "1e6"), "1e6"),
                                    (("--uncertainty", "9007199254740993"), "9007199254740992"),
                                    (("--uncertainty", "10", "--threads", "0"), "--threads"),
                                    (("--uncertainty", "10", "--threads", "2000"), "1024"), (("--threads", "2"), "--uncertainty")):
            self.refused(fragment, arguments=arguments)
        self.accepted("--save-frames", "held.txt")
        self.assertEqual(self.score("--uncertainty", 10, "--frames", "held.txt"), 2)
        self.assertIn("--frames", self.err)

    # ---- stopping ----

    def test_interrupt_keeps_what_is_done(self):
        """On a terminal a bar is drawn; Ctrl-C ends with a tally that a run of so many replicates has too."""
        self.stopped("Replicates", "--uncertainty", 10 ** 12)
        done = re.search(r"([\d,]+) replicates of 1,000,000,000,000 asked for: stopped", self.out)
        whole = self.digest()
        count = int(done.group(1).replace(",", ""))
        self.assertGreater(count, 0)
        self.assertIn(f"replicates\t{count}\n", (self.dir / "out/uncertainty.txt").read_text())
        self.assertEqual(self.run_n(n=count), whole)

    def stopped(self, bar, *arguments):
        """The output of a run that gets Ctrl-C when the bar of that name shows on its terminal."""
        master, slave = pty.openpty()
        self.addCleanup(os.close, master)
        running = subprocess.Popen([PROGRAM, "--framework", "f.csv", "--data", "d.csv", "--method", "m.ini", "--threads", "2", "--output", "out",
                                    *map(str, arguments)], cwd=self.dir, stdout=subprocess.PIPE, stderr=slave)
        os.close(slave)
        shown, begin = "", time.monotonic()
        while not re.search(re.escape(bar) + r" \[[#.]{30}\] +\d+ %  [\d.]+ ?[kM]?/s  \d+:\d\d left", shown) and time.monotonic() - begin < 60:
            shown += os.read(master, 1000).decode()
        running.send_signal(signal.SIGINT)
        threading.Thread(target=drain, args=(master,), daemon=True).start()  # a terminal that nobody reads is full some day
        self.out = running.communicate(timeout=300)[0].decode()
        self.assertEqual(running.returncode, 0, shown + self.out)
        self.assertIn("left", shown)

    def test_interrupt_of_the_sensitivity_keeps_whole_base_points(self):
        """What is written then is the analysis of so many base points, and the replicates before it are there too."""
        self.stopped("Runs of the design", "--uncertainty", N, "--sensitivity", 100000000)
        count = int(re.search(r"([\d,]+) base points of 100,000,000 asked for: stopped by hand", self.out).group(1).replace(",", ""))
        whole, digest = (self.dir / "out/sensitivity.csv").read_bytes(), self.digest()
        self.accepted("--uncertainty", N, "--sensitivity", count)
        self.assertEqual(((self.dir / "out/sensitivity.csv").read_bytes(), self.digest()), (whole, digest))

    def test_interrupt_of_the_replicates_leaves_out_the_sensitivity(self):
        self.stopped("Replicates", "--uncertainty", 10 ** 12, "--sensitivity", 512)
        self.assertIn("replicates of 1,000,000,000,000 asked for: stopped", self.out)
        self.assertIn("What moves the ranks: stopped by hand before two base points were done.", self.out)
        self.assertEqual((self.dir / "out/sensitivity.csv").read_text().count("\n"), 1)
        self.assertIn("stopped by hand before two", (self.dir / "out/report.html").read_text(encoding="utf-8"))

    def test_no_bar_in_a_pipe(self):
        self.accepted("--uncertainty", 20000, "--sensitivity", 512)
        self.assertEqual(self.err, "")
        self.assertNotIn("\r", self.out)

    # ---- possible ranks ----

    def possible(self, sections, n=200, **named):
        self.method(sections)
        self.run_n(n=n, **named)
        return self.table("possible_ranks.csv")

    def swept(self, lower, upper, first, second, rest):
        """Best and worst rank of each unit for score = w first + (1 - w) second + rest, w from lower to upper: exact at the
        ends, at every crossing of two units (level there) and between crossings."""
        units = list(first)
        lines = {u: (Fraction(first[u]) - Fraction(second[u]), Fraction(second[u]) + Fraction(rest[u])) for u in units}
        crossings = {(lines[o][1] - lines[u][1]) / (lines[u][0] - lines[o][0]) for u in units for o in units if lines[u][0] != lines[o][0]}
        at = sorted({lower, upper} | {w for w in crossings if lower < w < upper})
        at += [(a + b) / 2 for a, b in zip(at, at[1:])]
        ranks = {u: [1 + sum(lines[o][0] * w + lines[o][1] > lines[u][0] * w + lines[u][1] for o in units) for w in at] for u in units}
        return {u: (min(r), max(r)) for u, r in ranks.items()}

    def test_possible_ranks_are_those_of_every_weight(self):
        values_of = {}
        for code, values in (("a", 3.1), ("b", 2.3), ("c", 7.9), ("d", 1.7), ("e", 5.3)):  # no two units level by accident
            values_of[code] = [math.fmod(values * (i + 1) * (i + 2.7), 1.0) for i in range(UNITS)]
        self.put("d.csv", "unit,a,b,c,d,e\n" + "".join(
            f"U{i}," + ",".join(repr(values_of[c][i]) for c in "abcde") + "\n" for i in range(UNITS)))
        two, wide = Fraction(1, 2), 0
        for sections, parent, lower, upper in (
                ("kind = weight_range\nnode = P1\nlower = 0.5\nupper = 2", "IDX", Fraction(1, 3), Fraction(2, 3)),
                ("kind = weight_range\nnode = b\nlower = 0\nupper = 3", "P1", Fraction(1, 4), Fraction(1)),
                ("kind = weight_noise\nlevel = 2\nshare = 0.5", "IDX", Fraction(1, 4), Fraction(3, 4)),
                ("kind = jrc\ncodes = P1, P2\nlower = 1, 2\nupper = 3, 4", "IDX", Fraction(1, 5), Fraction(3, 5)),
                ("kind = bounded\nnode = P1\ncodes = b, a\nlower = 0.125\nupper = 0.75, 1", "P1", Fraction(1, 4), Fraction(7, 8)),
                ("kind = order\nnode = P1\ncodes = b, a", "P1", Fraction(0), two),
                ("kind = simplex\nnode = IDX", "IDX", Fraction(0), Fraction(1))):
            with self.subTest(sections=sections):
                table = self.possible("[assumption:A]\n" + sections + "\n")
                scores, sampled = self.table("scores.csv"), self.table("uncertainty.csv")
                names = ("P1", "P2") if parent == "IDX" else ("a", "b")
                first, second = ({u: row[name] for u, row in scores.items()} for name in names)
                rest = {u: row["P2"] if parent == "P1" else 0.0 for u, row in scores.items()}  # both halves of the index
                wanted = self.swept(lower, upper, first, second, rest)
                for unit, row in table.items():
                    self.assertEqual((row["best_lower"], row["best_upper"], row["best_proven"]), (wanted[unit][0], wanted[unit][0], 1), unit)
                    self.assertEqual((row["worst_lower"], row["worst_upper"], row["worst_proven"]), (wanted[unit][1], wanted[unit][1], 1), unit)
                    self.assertTrue(row["best_lower"] <= sampled[unit]["best"] and sampled[unit]["worst"] <= row["worst_upper"])
                    self.assertRegex(self.out, rf"(?m)^{unit} .* {wanted[unit][0]}-{wanted[unit][1]}$")
                    wide += wanted[unit][0] < wanted[unit][1]
                self.assertIn("All are proved", self.out)
                self.assertIn("Best and worst possible rank", (self.dir / "out/report.html").read_text(encoding="utf-8"))
        self.assertGreater(wide, 20)  # else the test says little

    def test_three_weights_of_a_family(self):
        """Ranges of single weights are divided by their sum: every draw lies within, and draws at all ends reach the rank."""
        table = self.possible("".join(f"[assumption:{c}]\nkind = weight_range\nnode = {c}\nlower = {l}\nupper = {h}\n"
                                      for c, l, h in (("c", 1, 4), ("d", 0.5, 3), ("e", 0.1, 1))), n=20000)
        sampled = self.table("uncertainty.csv")
        for unit, row in table.items():
            self.assertTrue(row["best_lower"] <= sampled[unit]["best"] and sampled[unit]["worst"] <= row["worst_upper"], unit)
        near = sum(row["best_upper"] == sampled[u]["best"] for u, row in table.items())
        self.assertGreaterEqual(near, UNITS - 2)

    def test_why_there_are_no_possible_ranks(self):
        rule = "[aggregation.3]\nrule = geometric\n[normalization]\nlower = 1\nupper = 100\n"
        noise = "[assumption:A]\nkind = weight_noise\nlevel = 2\nshare = 0.5\n"
        for sections, words in ((SECTIONS, "under other nodes too"), ("", "under other nodes too"), (rule + noise, "'IDX'"),
                                (noise + "[assumption:N]\nkind = schemes\nstep = normalize\nalternatives = own | rule = rank\n",
                                 "[assumption:N] is not about ranges"),
                                (noise + "[ranking]\nties = dense\n", "ties"),
                                (noise + "[weighting.2]\nrule = deviation\n", "computes weights")):
            with self.subTest(words=words):
                steps = "normalize, weigh, aggregate" if "[weighting" in sections else "normalize, aggregate"
                self.method(sections, f"[pipeline]\nsteps = {steps}\n")
                self.run_n(n=100)
                said = re.search(r"^Best and worst possible ranks are not given: (.*)\.$", self.out, re.M)
                self.assertIsNotNone(said, self.out)
                self.assertIn(words, said.group(1))
                self.assertFalse((self.dir / "out/possible_ranks.csv").exists())
                self.assertNotIn(" possible\n", self.out)
        text = (self.dir / "d.csv").read_text()
        self.put("d.csv", text.replace("U2," + text.split("U2,")[1].split(",")[0], "U2,"))  # no value of a
        self.method("[assumption:A]\nkind = weight_range\nnode = a\nlower = 0.5\nupper = 2\n")
        self.run_n(n=100)
        self.assertRegex(self.out, "not given: .*U2")

    # ---- outputs ----

    def test_page_and_languages(self):
        for language, words in (("en", ("How sure are the ranks", "Intervals of the ranks", "Probability of the top 3", "Probability of every rank")),
                                ("vi", ("Độ chắc chắn của thứ hạng", "Khoảng hạng", "nhóm 3 hạng đầu", "Xác suất của từng hạng"))):
            self.method(SECTIONS.replace("pillars", '"a < b & c"') + "[uncertainty]\ntop = 3\n")
            digest = self.run_n("--language", language)
            text = (self.dir / "out/report.html").read_text(encoding="utf-8")
            page = Page()
            page.feed(text)
            self.assertEqual(page.open, [])
            for word in (*words, digest, "a < b & c"):
                self.assertIn(word, page.text)
            self.assertEqual(text.count('class="chart"'), 2)
            self.assertEqual(text.count('r="3" fill'), UNITS)  # a nominal rank each
            self.assertNotIn("nan", text.lower().replace("nang", ""))

    def test_numbers_in_vietnamese_sentences(self):
        """A point parts thousands there, so what is below 1 has a comma."""
        self.accepted("--uncertainty", 20000, "--sensitivity", 64, "--language", "vi")
        self.assertRegex(self.out, r"20\.000 lần mô phỏng(?s:.*)trung bình không quá 0,\d+\.(?s:.*)đổi trung bình \d,\d\d bậc \(sd \d,\d\d\)\.")

    def test_terminal_agrees_with_the_tables(self):
        self.run_n("--top", 3)
        table = self.table("uncertainty.csv")
        lines = re.findall(r"^(U\d) +(\d+) +([\d.]+) +([\d.]+) +([\d.]+) +([\d.]+) +([\d.]+) +([\d.]+)%$", self.out, re.M)
        self.assertEqual(len(lines), 3)
        for unit, *cells in lines:
            row = table[unit]
            for shown, name in zip(cells, ("nominal", "lower", "median", "upper", "mean", "sd")):
                self.assertAlmostEqual(float(shown), row[name], delta=0.0501)
        with open(self.dir / "out/rank_probabilities.csv", encoding="utf-8", newline="") as stream:
            self.assertEqual(next(csv.reader(stream)), ["unit"] + [str(k + 1) for k in range(UNITS)])


if __name__ == "__main__":
    unittest.main()
