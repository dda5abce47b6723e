"""The house style of figures: the Analysis Function's, with a marker and dash per scenario.

Colour never tells anything alone: every scenario keeps its colour, marker and dash in all
figures, and the current policy is grey and dashed.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from textwrap import fill
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib import style
from matplotlib.figure import Figure as Picture
from matplotlib.lines import Line2D

GREY, DARK, REFERENCE = "#767676", "#3D3D3D", "#F46A25"
BLUES = ("#12436D", "#2073BC", "#6BACE6", "#ADD1F1", "#F2F2F2")
EDGE = 0.07
SIZE, SMALL = 11, 9.5
MOST_IN_ONE = 4
ENTRY, LETTER = 0.75, 0.078
"""Inches that an entry of the key takes, and each letter of it."""

SETTINGS: dict[str, Any] = {
    "font.size": SIZE,
    "font.sans-serif": ["Arial", "Liberation Sans", "DejaVu Sans"],
    "axes.titlesize": SIZE,
    "axes.titleweight": "bold",
    "axes.labelsize": SIZE,
    "xtick.labelsize": 10,
    "ytick.labelsize": 10,
    "legend.fontsize": 10,
    "axes.edgecolor": "#767676",
    "svg.fonttype": "none",
    "savefig.dpi": 110,
    "figure.dpi": 110,
}

type Dash = str | tuple[int, tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Canvas:
    """What a picture is drawn on, so that its text is read without turning or stretching.

    width : inches, at which letters have the size that the style gives them
    most  : small charts beside one another
    """

    name: str
    width: float
    most: int

    def columns(self, many: int, most: int | None = None) -> int:
        """Count the charts in a row, so that rows are as even as may be."""
        room = min(self.most, most or self.most)
        return -(-many // -(-many // room))

    def letters(self, columns: int) -> int:
        """Count the letters of a chart's title that fit above it."""
        return int(LETTERS_IN_AN_INCH * self.width / columns)


WIDE = Canvas("wide", 9.5, 4)
NARROW = Canvas("narrow", 4.2, 2)
LETTERS_IN_AN_INCH = 8.5


@dataclass(frozen=True, slots=True)
class Look:
    """How one scenario is drawn, everywhere."""

    colour: str
    marker: str
    dash: Dash


CURRENT = Look(GREY, "o", (0, (4, 2)))
BASIC = (
    Look("#12436D", "s", "-"),
    Look("#28A197", "^", (0, (7, 1.5))),
    Look("#801650", "D", (0, (5, 1.5, 1, 1.5))),
    Look("#A285D1", "v", (0, (1, 1))),
    Look("#3D3D3D", "P", (0, (9, 2))),
    Look("#2073BC", "X", (0, (3, 1, 1, 1, 1, 1))),
)


def look_of(n: int) -> Look:
    """Give the policy in one place of the experiment its look; no other has the same."""
    turn, colour = divmod(n, len(BASIC))
    marker, dash = BASIC[(n + turn) % len(BASIC)].marker, BASIC[(n + 2 * turn) % len(BASIC)].dash
    return Look(BASIC[colour].colour, marker, dash)


def looks(baseline: str, policies: Sequence[str]) -> dict[str, Look]:
    """Give every scenario its look; the current policy is always grey and dashed."""
    given = {name: look_of(n) for n, name in enumerate(policies)}
    return {baseline: CURRENT, **given}


@contextmanager
def house_style(salt: str) -> Iterator[None]:
    """Draw in the house style; `salt` makes the names inside an SVG repeatable."""
    with mpl.rc_context(), style.context(["afcharts.afcharts", SETTINGS]):
        mpl.rcParams["svg.hashsalt"] = salt
        yield


def picture(canvas: Canvas, height: float) -> Picture:
    """Make an empty picture.

    height : inches
    """
    chart = Picture(figsize=(canvas.width, height), layout="constrained")
    chart.set_layout_engine("constrained", w_pad=EDGE, h_pad=EDGE)
    return chart


def key(chart: Picture, handles: Sequence[Line2D | Any]) -> None:
    """Put the key above the chart, on the left, in as many columns as there is room for."""
    for one in handles:
        room = int((chart.get_figwidth() - ENTRY) / LETTER)
        one.set_label(fill(str(one.get_label()), room))
    chart.legend(
        handles=list(handles), loc="outside upper left", ncols=columns(chart, handles),
        frameon=False, handlelength=2.6, columnspacing=2.0, borderpad=0.0, borderaxespad=0.2,
    )  # fmt: skip


def columns(chart: Picture, handles: Sequence[Line2D | Any]) -> int:
    """Count the columns of a key that fit beside one another."""
    widths = [ENTRY + LETTER * longest(str(one.get_label())) for one in handles]
    for many in range(len(widths), 1, -1):
        if sum(part.max() for part in np.array_split(widths, many)) <= chart.get_figwidth():
            return many
    return 1


def longest(text: str) -> int:
    """Count the letters of the longest line."""
    return max(map(len, text.splitlines() or [""]))


def sample(label: str, look: Look, **changes: Any) -> Line2D:
    """Draw an entry of the key in a scenario's look."""
    given = {"color": look.colour, "marker": look.marker, "linestyle": look.dash, **changes}
    return Line2D([], [], label=label, markersize=7, **given)


def apart(wanted: Sequence[float], gap: float) -> list[float]:
    """Push labels apart until each is at least a gap from the next, moving as little as may be.

    wanted : heights at which the labels would stand
    """
    order = sorted(range(len(wanted)), key=lambda n: wanted[n])
    blocks: list[list[float]] = []
    for n in order:
        blocks.append([wanted[n], 1])
        while len(blocks) > 1 and middle_gap(blocks[-2], blocks[-1]) < gap * span(blocks):
            centre, size = blocks.pop()
            before, many = blocks.pop()
            blocks.append([(before * many + centre * size) / (many + size), many + size])
    placed = [
        centre + gap * (step - (size - 1) / 2)
        for centre, size in blocks
        for step in range(int(size))
    ]
    out = [0.0] * len(wanted)
    for place, n in zip(placed, order, strict=True):
        out[n] = place
    return out


def middle_gap(lower: list[float], upper: list[float]) -> float:
    """Distance between the middles of two blocks of labels."""
    return upper[0] - lower[0]


def span(blocks: list[list[float]]) -> float:
    """Gaps that must fit between the middles of the last two blocks."""
    return (blocks[-1][1] + blocks[-2][1]) / 2
