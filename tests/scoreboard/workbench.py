"""What the suites share: a folder of one's own, the program, and its files."""
import csv
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

SOURCE = Path(os.environ.get("INNO_SOURCE_DIR", Path(__file__).resolve().parents[2]))
SHARED = Path(os.environ.get("INNO_SHARED_DIR", SOURCE.parent / "shared"))
PROGRAM = os.environ.get("SCOREBOARD", "scoreboard")

FRAMEWORK = """code,name,parent,direction,weight
IDX,The index,,,
P1,First pillar,IDX,,1
P2,Second pillar,IDX,,1
a,Alpha,P1,1,1
b,Beta,P1,-1,1
c,Gamma,P2,1,1
"""
DATA = """unit,name,a,b,c
U1,One,1,10,5
U2,Two,2,30,6
U3,Three,4,20,9
"""
# No treatment: three units have no skewness worth speaking of, and expectations stay easy to compute by hand.
PLAIN = "[pipeline]\nsteps = normalize, aggregate\n"


class Bench(unittest.TestCase):
    """Each test has a folder with a good framework, data and method to spoil."""

    def setUp(self):
        self._folder = tempfile.TemporaryDirectory()
        self.addCleanup(self._folder.cleanup)
        self.dir = Path(self._folder.name)
        self.put("f.csv", FRAMEWORK)
        self.put("d.csv", DATA)
        self.put("m.ini", PLAIN)

    def put(self, name, content):
        if isinstance(content, str):
            content = content.encode("utf-8")
        (self.dir / name).write_bytes(content)

    def run_program(self, *arguments):
        done = subprocess.run([PROGRAM, *map(str, arguments)], cwd=self.dir, capture_output=True, timeout=120)
        self.assertIn(done.returncode, (0, 1, 2), f"ended by {done.returncode}: {done.stderr[-2000:]!r}")
        self.out = done.stdout.decode("utf-8")
        self.err = done.stderr.decode("utf-8")
        return done.returncode

    def score(self, *arguments, method="m.ini", output="out"):
        method = ("--method", method) if method else ()
        return self.run_program("--framework", "f.csv", "--data", "d.csv", *method, "--output", output, *arguments)

    def accepted(self, *arguments, **named):
        self.assertEqual(self.score(*arguments, **named), 0, self.err)

    def refused(self, *fragments, arguments=(), **named):
        """Status 2, a message with every fragment, and an output folder that nobody touched."""
        keep = self.dir / "out"
        keep.mkdir(exist_ok=True)
        (keep / "scores.csv").write_text("as before\n")
        self.assertEqual(self.score(*arguments, **named), 2, self.out + self.err)
        for fragment in fragments:
            self.assertIn(fragment, self.err)
        self.assertEqual((keep / "scores.csv").read_text(), "as before\n")
        self.assertEqual([p.name for p in keep.iterdir()], ["scores.csv"])
        self.assertEqual([p.name for p in self.dir.iterdir() if p.name.startswith("out") and p != keep], [])

    def table(self, name, folder="out"):
        """A written table as {row: {column: number or None}}."""
        return read_table(self.dir / folder / name)


def read_table(path):
    with open(path, encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))
    return {row[0]: {head: cell if head.startswith("group:") else float(cell) if cell else None
                     for head, cell in zip(rows[0][1:], row[1:])} for row in rows[1:]}
