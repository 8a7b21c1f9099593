"""The benchmark runs, and what it measures gives the same scores; no time is judged here."""
from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np

import benchmark


def test_it_prints_a_line_for_each_way() -> None:
    done = subprocess.run([sys.executable, str(Path(benchmark.__file__)), "2"], capture_output=True, text=True,
                          timeout=120)
    assert done.returncode == 0, done.stderr
    method, frame = benchmark.example()
    for name in benchmark.ways(method, frame):
        assert any(line.startswith(name) and "over C" in line for line in done.stdout.splitlines()), done.stdout
    assert "C: create, add_columns, score" in done.stdout


def test_every_way_scores_the_same() -> None:
    method, frame = benchmark.example()
    assert frame.shape[0] == 63 and len(method.framework.indicators) == 52
    expected = method.score(frame).scores.to_numpy()
    for name, (call, _) in benchmark.ways(method, frame).items():
        if "integers" not in name:
            np.testing.assert_array_equal(call().scores.to_numpy(), expected, err_msg=name)
