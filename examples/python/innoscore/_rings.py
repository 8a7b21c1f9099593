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


class Label(NamedTuple):
    text: str
    size: float
    radial: bool


def write_labels(ax: Axes, framework: Framework, drawn: list[Ring], inks: Mapping[str, str]) -> None:
    """A name or a code in each ring, as large as it fits, nothing where nothing fits; shares in percent at a depth
    where all have room for them."""
    ax.figure.draw_without_rendering()  # only now the layout knows how large the rings are
    box = ax.get_window_extent()
    points = min(box.width, box.height) / ax.figure.dpi * draw.POINTS / 2.02  # radius of the whole
    for depth in sorted({ring.inner for ring in drawn}):
        peers = [ring for ring in drawn if ring.inner == depth]
        with_shares = [_label(framework, ring, points, depth > 0.0) for ring in peers]
        for ring, label in zip(peers, with_shares):
            if None in with_shares:
                label = _label(framework, ring, points, False) or _code(ring, points)
            if label is not None:
                _write(ax, ring, label, inks[ring.code])


def _label(framework: Framework, ring: Ring, points: float, with_share: bool) -> Label | None:
    """The name as large as it fits, along the ring rather than along the radius."""
    share = draw.percent(ring.share)
    for size in SIZES:
        for text in dict.fromkeys(_folded(framework.name(ring.code, draw.language()))):
            for radial in (False, True):
                label = Label(f"{text}\n{share}" if with_share else text, size, radial)
                if fits(ring, points, label):
                    return label
    return None


def _code(ring: Ring, points: float) -> Label | None:
    labels = (Label(ring.code, size, radial) for size in SIZES for radial in (False, True))
    return next((label for label in labels if fits(ring, points, label)), None)


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
    return size * max(map(_width, lines)), size * (0.1 + 1.3 * len(lines))


@lru_cache(maxsize=8192)
def _width(line: str) -> float:
    """Of one line in letters of one point, without a renderer."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path

    width, _, _ = text_to_path.get_text_width_height_descent(line, FontProperties(size=100), ismath=False)
    return float(width) / 100.0


def fits(ring: Ring, points: float, label: Label) -> bool:
    """Whether the rectangle of a label at the middle of its ring lies inside; points: the radius of the whole."""
    wide, high = extent(label.text, label.size)
    along, across = (wide, high) if label.radial else (high, wide)
    inner, outer = ring.inner * points + ROOM, ring.outer * points - ROOM
    if ring.inner == 0.0:
        return hypot(along / 2, across / 2) <= outer
    middle = (inner + outer) / 2
    nearest, half = middle - along / 2, (ring.end - ring.begin) / 2
    if nearest < inner or hypot(middle + along / 2, across / 2) > outer:
        return False
    return half >= pi / 2 or atan2(across / 2, nearest) + asin(min(1.0, ROOM / nearest)) <= half


def _write(ax: Axes, ring: Ring, label: Label, ink: str) -> None:
    angle = (ring.begin + ring.end) / 2
    radius = (ring.inner + ring.outer) / 2 if ring.inner > 0 else 0.0
    turn = 0.0 if ring.inner == 0.0 else (90.0 if label.radial else 0.0) - degrees(angle)
    turn = (turn + 90.0) % 180.0 - 90.0  # never upside down
    ax.text(radius * sin(angle), radius * cos(angle), label.text, size=label.size, rotation=turn, color=ink,
            rotation_mode="anchor", ha="center", va="center", gid=ring.code)
