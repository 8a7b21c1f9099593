"""What the plots share: matplotlib when it is used, colours, words in two languages, names that fit."""
from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any, Final, Mapping

import numpy as np

from .errors import Language, language_number

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Okabe and Ito's colours: told apart with every kind of colour vision, and of different lightness in print.
BLUE, ORANGE, GREEN, VERMILLION = "#0072B2", "#E69F00", "#009E73", "#D55E00"
SKY, PURPLE, YELLOW = "#56B4E9", "#CC79A7", "#F0E442"
BRANCHES: Final = (BLUE, ORANGE, GREEN, VERMILLION, SKY, PURPLE, YELLOW)
INK, GREY, PALE, MISSING = "#222222", "#7A7A7A", "#D9D9D9", "#EEEEEE"
POINTS: Final = 72.0  # in an inch

WORDS: Final[dict[str, tuple[str, str]]] = {
    "rank": ("Rank", "Thứ hạng"),
    "score": ("Score", "Điểm"),
    "median": ("Median", "Trung vị"),
    "best": ("Best", "Cao nhất"),
    "baseline": ("Baseline", "Mức gốc"),
    "range": ("Lowest to highest", "Từ thấp nhất đến cao nhất"),
    "interval": ("Interval", "Khoảng"),
    "no_score": ("no score", "không có điểm"),
    "no_value": ("no value", "không có giá trị"),
    "strength": ("Strength", "Điểm mạnh"),
    "weakness": ("Weakness", "Điểm yếu"),
    "ranked": ("rank {:.0f}", "hạng {:.0f}"),
    "correlation": ("Correlation", "Tương quan"),
    "share": ("Share of replicates", "Tỷ lệ số lần tính lại"),
    "others": ("{} others", "{} phần khác"),
    "start": ("Before", "Trước"),
    "end": ("After", "Sau"),
    "points": ("Points", "Điểm số"),
    "figures": ("Own figures", "Số liệu của đơn vị"),
    "denominators": ("Own denominators", "Mẫu số của đơn vị"),
    "others_data": ("Other units", "Các đơn vị khác"),
    "method": ("Method", "Phương pháp"),
    "missing": ("Missing data", "Thiếu số liệu"),
    "regrouping": ("Regrouping", "Sắp xếp lại đơn vị"),
    "plots": (
        "plots need matplotlib, which is missing; install it, for instance with: pip install 'innoscore[plots]'",
        "vẽ biểu đồ cần matplotlib, hiện chưa có; hãy cài đặt, ví dụ: pip install 'innoscore[plots]'",
    ),
}


def language() -> Language:
    return "vi" if language_number() == 1 else "en"


def word(key: str) -> str:
    return WORDS[key][language_number()]


def axes(ax: Axes | None, width: float, height: float) -> Axes:
    """The Axes that are given, or those of a new figure of so many inches."""
    if ax is not None:
        return ax
    try:
        from matplotlib import pyplot
    except ImportError as error:
        raise ImportError(word("plots")) from error
    return pyplot.figure(figsize=(width, height), layout="constrained").add_subplot()


def height_of(rows: int) -> float:
    """Inches for so many rows with their labels, title and axis."""
    return 1.2 + rows * (0.2 if rows <= 60 else 0.14)


def row_size(ax: Axes, rows: int) -> float:
    """Points of a label that has a row for itself."""
    points = ax.get_window_extent().height / ax.figure.dpi * POINTS
    return float(np.clip(0.72 * points / max(rows, 1), 3.0, 9.0))


def shortened(text: str, width: int, lines: int = 1) -> str:
    """The text in at most so many lines, about equally long; what does not fit becomes an ellipsis."""
    parts = textwrap.wrap(text, width, max_lines=lines, placeholder="…", break_on_hyphens=False)
    if not parts or parts == ["…"]:
        return text[: width - 1] + "…"
    if len(parts) > 1 and not parts[-1].endswith("…"):
        narrow = (textwrap.wrap(text, less, break_on_hyphens=False)
                  for less in range(len(text) // len(parts), width + 1))
        parts = next(found for found in narrow if len(found) <= len(parts))
    return "\n".join(parts)


def written(value: float, digits: int) -> str:
    """A number for people, with the decimal mark and the minus sign of the language."""
    text = f"{value:.{digits}f}".replace("-", "\N{MINUS SIGN}")
    return text.replace(".", ",") if language() == "vi" else text


def percent(share: float) -> str:
    """12.5 % of 0.125: one digit after the mark where there is something to say."""
    shown = round(100.0 * share, 1)
    return f"{written(shown, 0 if shown == round(shown) else 1)} %"


def digits_of(values: Any) -> int:
    """Digits after the mark that tell scores apart: three significant ones of their spread."""
    known = np.asarray(values, float)
    known = known[np.isfinite(known)]
    spread = float(np.ptp(known)) if len(known) > 1 else float(np.abs(known).max(initial=1.0))
    return int(np.clip(2 - np.floor(np.log10(spread)), 0, 6)) if spread > 0 else 2


def number_axis(axis: Any) -> None:
    """Ticks with the decimal mark of the language."""
    if language() == "vi":
        from matplotlib.ticker import ScalarFormatter

        class Comma(ScalarFormatter):  # type: ignore[misc] # matplotlib has no types
            def __call__(self, value: float, position: int | None = None) -> str:
                return str(super().__call__(value, position)).replace(".", ",")

        axis.set_major_formatter(Comma(useOffset=False))


def rows_axis(ax: Axes, labels: list[str]) -> None:
    """A row a label, the first on top, without a frame around."""
    ax.set_yticks(np.arange(len(labels)), labels, fontsize=row_size(ax, len(labels)))
    ax.set_ylim(len(labels) - 0.4, -0.6)
    ax.tick_params(axis="y", length=0)
    for side in ("top", "right", "left"):
        ax.spines[side].set_visible(False)
    ax.grid(axis="x", color=PALE, linewidth=0.6)
    ax.set_axisbelow(True)


def title(ax: Axes, text: str) -> None:
    ax.set_title(shortened(text, 40, 2), loc="left", fontsize=11, fontweight="bold", color=INK)


def legend_below(ax: Axes) -> None:
    """A legend under the axis and its label, where it covers nothing."""
    from matplotlib.transforms import ScaledTranslation

    under = ax.transAxes + ScaledTranslation(0.0, -0.5, ax.figure.dpi_scale_trans)
    handles = ax.get_legend_handles_labels()[0]
    ax.legend(handles=handles, loc="upper center", bbox_to_anchor=(0.5, 0.0), bbox_transform=under, fontsize=8,
              ncol=len(handles) if len(handles) <= 4 else 3, frameon=False, borderaxespad=0.0, columnspacing=1.2)


def rank_ticks(count: int) -> list[int]:
    """Ranks to be written on an axis: all of a few, else 1 and every 5th, 10th, ..."""
    step = next(step for step in (1, 5, 10, 25, 50, 100, 10**9) if count / step <= 14)
    return [rank for rank in range(1, count + 1) if rank == 1 or rank % step == 0]


def ink_on(colour: Any) -> str:
    """Dark or white ink, what is read better on a colour."""
    from matplotlib.colors import to_rgb

    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour))
    return "white" if 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.24 else INK


def lighter(colour: Any, share: float) -> tuple[float, float, float]:
    from matplotlib.colors import to_rgb

    red, green, blue = (c + (1.0 - c) * share for c in to_rgb(colour))
    return red, green, blue


def named(codes: Any, names: Mapping[str, str] | None) -> list[str]:
    return [str((names or {}).get(code, code)) for code in codes]
