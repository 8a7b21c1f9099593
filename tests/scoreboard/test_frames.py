"""Frames in files: the same data give the same files, a later year is measured by the old one, and rules by their names."""
import csv
import io
import unittest

from workbench import Bench, PLAIN

DATA = """unit,name,a,b,c
U1,One,1,10,5
U2,Two,2,30,6
U3,Three,4,20,9
"""
LATER = """unit,name,a,b,c
U1,One,2.5,10,5
U4,Four,7,20,7
"""


class Frames(Bench):
    def rows(self, name, output="out"):
        text = (self.dir / output / name).read_text(encoding="utf-8")
        return {row["unit"]: row for row in csv.DictReader(io.StringIO(text))}

    def test_the_same_data_give_the_same_files(self):
        self.accepted("--save-frames", "old.frames")
        self.accepted("--frames", "old.frames", "--save-frames", "again.frames", output="held")
        for name in ("scores.csv", "frames.csv", "normalized.csv", "ranks.csv"):
            self.assertEqual((self.dir / "out" / name).read_bytes(), (self.dir / "held" / name).read_bytes())
        self.assertEqual((self.dir / "old.frames").read_bytes(), (self.dir / "again.frames").read_bytes())
        self.assertEqual(list(self.dir.glob("*.part")), [])

    def test_a_later_year_in_the_old_frame(self):
        self.accepted("--save-frames=old.frames")
        self.put("d.csv", LATER)
        self.accepted("--frames=old.frames", output="held")
        scores = self.rows("normalized.csv", "held")
        self.assertEqual(float(scores["U1"]["a"]), 50.0)  # 1..4 was 0..100
        self.assertEqual(float(scores["U4"]["a"]), 200.0)  # outside the old frame
        self.assertEqual(float(scores["U4"]["b"]), 50.0)

    def test_another_method_is_refused(self):
        self.accepted("--save-frames", "old.frames", output="first")
        self.put("m.ini", PLAIN + "[normalization]\nlower = 1\n")
        self.refused("another method", arguments=("--frames", "old.frames"))

    def test_damage_is_refused(self):
        self.accepted("--save-frames", "old.frames", output="first")
        self.put("old.frames", (self.dir / "old.frames").read_bytes().replace(b"frame\t10", b"frame\t11", 1))
        self.refused("old.frames", "checksum", arguments=("--frames", "old.frames"))
        self.put("old.frames", "")
        self.refused("old.frames", "checksum", arguments=("--frames", "old.frames"))
        self.refused("none.frames", arguments=("--frames", "none.frames"))

    def test_ranks_hold_nothing(self):
        self.put("m.ini", PLAIN + "[normalization]\nrule = rank\n")
        self.refused("rank", arguments=("--save-frames", "old.frames"))
        self.assertFalse((self.dir / "old.frames").exists())

    def test_an_input_is_not_overwritten(self):
        self.refused("d.csv", arguments=("--save-frames", "d.csv"))
        self.assertEqual((self.dir / "d.csv").read_text(encoding="utf-8"), DATA)
        self.refused("d.csv", arguments=("--save-frames", "./d.csv"))

    def test_rules_by_name(self):
        many = "unit,a,b,c\n" + "".join(f"U{i},{i},{i * i},{2 ** i}\n" for i in range(1, 13))
        self.put("d.csv", many)
        for rule in ("minmax_percentile", "minmax_sd", "minmax_inner", "ampi", "percentile", "ratio_to_mean",
                     "ratio_to_worst", "above_below_mean", "categorical\ncuts = 30, 60\nscores = 0, 50, 100",
                     "minmax_inner\noutliers = fence\nreach = 1", "zscore\ntruncate = 1\nfloor = -1\nceiling = 1"):
            self.put("m.ini", f"{PLAIN}[normalization]\nrule = {rule}\n")
            self.accepted()
        self.assertEqual(float(self.rows("normalized.csv")["U12"]["a"]), 1.0)
        for chain in ("fence\ntest = fence", "sd_fence\ntest = sd\nsds = 1", "quantiles\nforce = 1", "root_search\nskewness = 0.5\nkurtosis = -9",
                      "winsorize\nlimit_share = 0.1\nskewness = 0.5\nkurtosis = -9"):
            self.put("m.ini", f"[pipeline]\nsteps = treat, normalize, aggregate\n[treatment]\nrules = {chain}\n")
            self.accepted()
            stages = list(csv.DictReader(io.StringIO((self.dir / "out" / "treatment.csv").read_text(encoding="utf-8"))))
            self.assertIn(chain.split("\n")[0], {row["rule"] for row in stages})

    def test_two_limits_are_refused(self):
        self.put("m.ini", "[pipeline]\nsteps = treat, normalize, aggregate\n[treatment]\nlimit = 3\nlimit_share = 0.1\n")
        self.refused("limit")


if __name__ == "__main__":
    unittest.main()
