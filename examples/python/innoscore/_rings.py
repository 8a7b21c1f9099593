"""Rings of a sunburst, and names that fit into them."""
from __future__ import annotations

import textwrap
from functools import lru_cache
from math import asin, atan2, cos, degrees, hypot, pi, sin
from typing import TYPE_CHECKING, Iterator, Mapping, NamedTuple

import pandas as pd

from . import _drawing as draw
from .framework import Framework

if TYPE_CHECKING:
    from matplotlib.axes import Axes

SIZES = (9.0, 8.0, 7.0, 6.0)  # points
ROOM = 1.5  # points between a label and the edge of its ring


class Ring(NamedTuple):
    """A node's place: radii as shares of the whole, angles in radians clockwise from the top."""

    code: str
    inner: float
    outer: float
    begin: float
    end: float
    share: float


def rings(framework: Framework, shares: pd.Series) -> list[Ring]:
    """Places of all nodes that have a weight, parents before their children."""
    deep = _depth(framework, framework.index)
    hole, found = 0.8 / (deep + 0.8), list[Ring]()
    thick = (1.0 - hole) / deep

    def place(code: str, depth: int, begin: float) -> float:
        children = framework.children(code)
        mine, at = len(found), begin
        found.append(Ring(code, 0.0, hole, begin, begin, float(shares[code])))
        for child in children:
            at = place(child, depth + 1, at)
        end = at if children else begin + 2.0 * pi * float(shares[code])
        inner = hole + thick * (depth - 1) if depth > 0 else 0.0
        found[mine] = found[mine]._replace(inner=inner, outer=hole + thick * depth, end=end)
        return end

    place(framework.index, 0, 0.0)
    return [ring for ring in found if ring.end > ring.begin]


def _depth(framework: Framework, code: str) -> int:
    return max((1 + _depth(framework, child) for child in framework.children(code)), default=0)


def write_labels(ax: Axes, framework: Framework, drawn: list[Ring], inks: Mapping[str, str]) -> None:
    """A name, a shorter one or a code in each ring, as large as it fits; nothing where nothing fits."""
    ax.figure.draw_without_rendering()  # only now the layout knows how large the rings are
    box = ax.get_window_extent()
    points = min(box.width, box.height) / ax.figure.dpi * draw.POINTS / 2.02  # radius of the whole
    for ring in drawn:
        for text, size, radial in _candidates(framework, ring):
            wide, high = extent(text, size)
            if fits(ring, points, high if not radial else wide, wide if not radial else high):
                _write(ax, ring, text, size, radial, inks[ring.code])
                break


def _candidates(framework: Framework, ring: Ring) -> Iterator[tuple[str, float, bool]]:
    """(text, size, along the radius?), the best first."""
    name, share = framework.name(ring.code, draw.language()), f"{draw.written(100 * ring.share, 0 if ring.share >= 0.1 else 1)} %"
    texts = list(dict.fromkeys(_folded(name)))
    for size in SIZES:
        for with_share in (True, False):
            for text in texts:
                for radial in (False, True):
                    yield (f"{text}\n{share}" if with_share and ring.inner > 0 else text), size, radial
    for size in SIZES:
        for radial in (False, True):
            yield ring.code, size, radial


def _folded(name: str) -> Iterator[str]:
    """The name in one, two, three or four lines, none of them with a broken word."""
    for lines in (1, 2, 3, 4):
        width = max(len(name) // lines, *(len(part) for part in name.split()))
        while True:
            parts = textwrap.wrap(name, width, break_long_words=False, break_on_hyphens=False)
            if len(parts) <= lines:
                break
            width += 1
        yield "\n".join(parts)


def extent(text: str, size: float) -> tuple[float, float]:
    """Width and height of a text in points."""
    lines = text.split("\n")
    return size * max(map(_width, lines)), size * (0.2 + 1.2 * len(lines))


@lru_cache(maxsize=8192)
def _width(line: str) -> float:
    """Of one line in letters of one point, without a renderer."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path

    width, _, _ = text_to_path.get_text_width_height_descent(line, FontProperties(size=100), ismath=False)
    return float(width) / 100.0


def fits(ring: Ring, points: float, along: float, across: float) -> bool:
    """Whether a rectangle at the middle of a ring lies inside; along: its extent on the radius, in points."""
    inner, outer = ring.inner * points + ROOM, ring.outer * points - ROOM
    if ring.inner == 0.0:
        return hypot(along / 2, across / 2) <= outer
    middle = (inner + outer) / 2
    nearest, half = middle - along / 2, (ring.end - ring.begin) / 2
    if nearest < inner or hypot(middle + along / 2, across / 2) > outer:
        return False
    return half >= pi / 2 or atan2(across / 2, nearest) + asin(min(1.0, ROOM / 2 / nearest)) <= half


def _write(ax: Axes, ring: Ring, text: str, size: float, radial: bool, ink: str) -> None:
    angle = (ring.begin + ring.end) / 2
    radius = (ring.inner + ring.outer) / 2 if ring.inner > 0 else 0.0
    turn = 0.0 if ring.inner == 0.0 else (90.0 if radial else 0.0) - degrees(angle)
    turn = (turn + 90.0) % 180.0 - 90.0  # never upside down
    ax.text(radius * sin(angle), radius * cos(angle), text, size=size, rotation=turn, rotation_mode="anchor", ha="center",
            va="center", color=ink, gid=ring.code)
