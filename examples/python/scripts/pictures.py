#!/usr/bin/env python3
"""Writes the pictures of docs/python.md and docs/vi/python.md, or into another folder: pictures.py [FOLDER]. Wants
matplotlib (with Pillow)."""
from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any, Callable

import innoscore
from innoscore import plots

ROOT = Path(__file__).resolve().parents[3]
DATA = ROOT / "examples" / "data"
SYNTHETIC = {"en": "Generated values, not official", "vi": "Số liệu mô phỏng, không phải số liệu chính thức"}
COLOURS = 128  # of a picture: a third of the bytes
Draw = Callable[..., Any]


def save(draw: Draw, path: Path, size: tuple[float, float] | None = None, note: str = "") -> None:
    """Draws and writes one picture; with a note on a figure of so many inches that has it at its foot."""
    from matplotlib import pyplot
    from PIL import Image

    if size is not None:
        figure = pyplot.figure(figsize=size, layout="constrained")
        figure.supxlabel(note, fontsize=7, color="#7A7A7A")
        draw(ax=figure.add_subplot())
    else:
        figure = draw().figure
    held = io.BytesIO()
    figure.savefig(held, format="png", dpi=90)
    whole, method = Image.open(held).convert("RGB"), Image.Quantize.MAXCOVERAGE
    whole.quantize(COLOURS, method, dither=Image.Dither.NONE).save(path, optimize=True)
    pyplot.close(figure)


def of_tai(folder: Path, replicates: int) -> None:
    framework = innoscore.Framework.from_csv(DATA / "tai" / "framework.csv")
    method = innoscore.Method.from_ini(DATA / "tai" / "method_equal.ini", framework)
    result = method.score(DATA / "tai" / "data.csv")
    uncertainty = result.uncertainty(n=replicates, progress=False)
    split = result.contributions("Japan")
    save(lambda: plots.ranking(result, uncertainty), folder / "tai_ranking.png")
    save(lambda: plots.profile(result, "Finland"), folder / "tai_profile.png")
    save(lambda: plots.correlations(result), folder / "tai_correlations.png")
    save(lambda: plots.rank_heat_map(uncertainty), folder / "tai_ranks.png")
    save(lambda: plots.waterfall(split, "Japan", result=result), folder / "tai_waterfall.png")


def of_pii(folder: Path, vietnamese: Path, replicates: int) -> None:
    framework = innoscore.Framework.from_csv(DATA / "pii-synthetic" / "framework.csv")
    result = innoscore.Method(framework).score(DATA / "pii-synthetic" / "data.csv")
    save(lambda ax: plots.sunburst(framework, ax=ax), folder / "pii_sunburst.png", (7.0, 7.1), SYNTHETIC["en"])
    innoscore.set_language("vi")
    uncertainty = result.uncertainty(n=replicates, progress=False)
    split, pillars, note = result.contributions("HUE"), plots.pillars(framework), SYNTHETIC["vi"]
    drawn: dict[str, tuple[Draw, tuple[float, float]]] = {
        "ranking": (lambda ax: plots.ranking(result, uncertainty, ax=ax), (7.0, 8.0)),
        "profile": (lambda ax: plots.profile(result, "HUE", ax=ax), (7.0, 4.5)),
        "correlations": (lambda ax: plots.correlations(result, nodes=pillars, ax=ax), (7.4, 6.6)),
        "ranks": (lambda ax: plots.rank_heat_map(uncertainty, ax=ax), (8.5, 8.0)),
        "waterfall": (lambda ax: plots.waterfall(split, "HUE", result=result, ax=ax), (7.0, 4.2)),
        "sunburst": (lambda ax: plots.sunburst(framework, result, "HUE", ax=ax), (7.6, 6.7)),
    }
    for name, (draw, size) in drawn.items():
        save(draw, vietnamese / f"pii_{name}_vi.png", size, note)
    innoscore.set_language("en")


def main(folder: Path, replicates: int = 100_000) -> None:
    english, vietnamese = folder / "pictures", folder / "vi" / "pictures"
    for one in (english, vietnamese):
        one.mkdir(parents=True, exist_ok=True)
    of_tai(english, replicates)
    of_pii(english, vietnamese, replicates)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs")
