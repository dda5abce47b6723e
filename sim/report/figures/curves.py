"""Curves of time: how many stay, or how many have been found, with the numbers still followed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from textwrap import fill
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Picture
from matplotlib.lines import Line2D
from matplotlib.ticker import MaxNLocator, PercentFormatter

from sim.analysis.survival.curves import at_risk
from sim.report.comparison import Comparison
from sim.report.figures.figure import Draw
from sim.report.figures.share import Rows
from sim.report.figures.share import sheets as shared_out
from sim.report.figures.style import (
    DARK,
    GREY,
    LETTERS_IN_AN_INCH,
    MOST_IN_ONE,
    SIZE,
    WIDE,
    Canvas,
    Look,
    apart,
    key,
    picture,
)
from sim.report.figures.style import sample as entry

HEIGHT, SMALL_HEIGHT, POINTS, FEW = 3.4, 2.3, 72, 2
TOP, LINE_POINTS, ROW_SPARE = -58, 12, 5
COUNT_WIDTH, MARGIN, NAME_WIDTH, NAME = 0.62, 0.7, 1.9, 24
"""Inches that a count, the axis and a name at a line's end take; letters of such a name."""
WEEKS_IN_MONTH = 365.25 / 7 / 12


@dataclass(frozen=True, slots=True)
class Curves:
    """Curves to draw: one for each scenario, with the spells behind it.

    lines    : of each scenario, columns week, share, low, high
    spells   : of each scenario, column weeks
    months   : where the axis has its ticks
    y_title  : what the share is of
    x_title  : since when
    y_top    : top of the axis
    """

    lines: Mapping[str, pd.DataFrame]
    spells: Mapping[str, pd.DataFrame]
    months: Sequence[int]
    y_title: str
    x_title: str
    y_top: float = 1.0


def sheets(comparison: Comparison, curves: Curves, names: Sequence[str]) -> tuple[Draw, ...]:
    """Draw all scenarios in one chart, or a small chart for each policy when there are many."""
    if len(names) <= MOST_IN_ONE:
        return (partial(together, comparison, curves, names),)
    policies = [name for name in names if name != comparison.baseline]
    return shared_out(policies, partial(tall, comparison), partial(one_each, comparison, curves))


def tall(comparison: Comparison, policies: Sequence[str]) -> float:
    """Say how high a picture of these policies is on a page, in inches."""
    across = beside(WIDE, len(policies))
    return small(comparison, policies, WIDE.letters(across)).height(len(policies), across)


def beside(canvas: Canvas, room: int) -> int:
    """Count the small charts in a row."""
    return canvas.columns(room, FEW if room <= MOST_IN_ONE else None)


def small(comparison: Comparison, policies: Sequence[str], letters: int) -> Rows:
    """Make rows high enough for the titles above small charts and the tables under them."""
    head = max(fill(comparison.titles[name], letters).count("\n") for name in policies)
    under = [rows_high(comparison, [comparison.baseline, name], letters) for name in policies]
    return Rows(0.4, SMALL_HEIGHT + (sum(under) / len(under) + LINE_POINTS * head) / POINTS)


def one_each(
    comparison: Comparison, curves: Curves, policies: Sequence[str], room: int, canvas: Canvas
) -> Picture:
    """Draw a small chart for each of these policies, with the current policy in each."""
    columns = beside(canvas, room)
    letters = canvas.letters(columns)
    chart, panels = small(comparison, policies, letters).empty(canvas, len(policies), columns)
    for panel, name in zip(panels, policies, strict=True):
        one(panel, comparison, curves, [comparison.baseline, name], canvas.width / columns)
        panel.set_title(fill(comparison.titles[name], letters), fontsize=10.5)
    key(chart, [named_line(comparison, comparison.baseline)])
    return chart


def together(
    comparison: Comparison, curves: Curves, names: Sequence[str], canvas: Canvas
) -> Picture:
    """Draw up to four scenarios in one chart."""
    letters = canvas.letters(1)
    chart = picture(canvas, HEIGHT + rows_high(comparison, names, letters) / POINTS)
    panel = chart.subplots()
    named = NAME_WIDTH if canvas is WIDE else 0.0
    one(panel, comparison, curves, names, canvas.width - named)
    panel.set_title(fill(curves.y_title, letters), fontsize=SIZE, fontweight="normal")
    if canvas is WIDE:
        line_ends(panel, comparison, curves, names)
    key(chart, [named_line(comparison, name) for name in names])
    return chart


def named_line(comparison: Comparison, name: str) -> Line2D:
    """Make a scenario's entry of the key."""
    return entry(comparison.titles[name], comparison.looks[name], marker="", lw=2.2)


def one(
    panel: Axes, comparison: Comparison, curves: Curves, names: Sequence[str], width: float
) -> None:
    """Draw one chart and the table of numbers under it.

    width : of the chart, in inches
    """
    for name in names:
        line(panel, curves.lines[name], comparison.looks[name])
    panel.set_xlim(0, curves.months[-1])
    panel.set_ylim(0, curves.y_top)
    months = thinned(curves.months, int((width - MARGIN) / COUNT_WIDTH))
    panel.set_xticks(months)
    panel.yaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 5, 10]))
    panel.yaxis.set_major_formatter(PercentFormatter(1.0, decimals=0))
    panel.set_xlabel(fill(curves.x_title, int(LETTERS_IN_AN_INCH * (width - MARGIN))))
    numbers(panel, comparison, curves, names, months, int(LETTERS_IN_AN_INCH * width))


def thinned(months: Sequence[int], room: int) -> list[int]:
    """Keep as many months as there is room for, the first and the last among them."""
    steps = len(months) - 1
    fitting = (step for step in range(1, steps + 1) if steps % step == 0 and steps // step <= room)
    return list(months[:: next(fitting, steps)])


def rows_high(comparison: Comparison, names: Sequence[str], letters: int) -> float:
    """Say how high the table under a chart is, in points."""
    return sum(row_points(comparison, name, letters) for name in names) + 2 * LINE_POINTS


def row_points(comparison: Comparison, name: str, letters: int) -> float:
    """Say how high a scenario's rows of the table are, in points: its title, then its counts."""
    lines = fill(comparison.titles[name], letters).count("\n") + 1
    return LINE_POINTS * (lines + 1) + ROW_SPARE


def line(panel: Axes, curve: pd.DataFrame, look: Look) -> None:
    """Draw one curve with its interval, in steps."""
    month = curve["week"] / WEEKS_IN_MONTH
    panel.fill_between(
        month, curve["low"], curve["high"], step="post", color=look.colour, alpha=0.14, lw=0
    )
    panel.step(month, curve["share"], where="post", color=look.colour, ls=look.dash, lw=2.2)


def numbers(
    panel: Axes, comparison: Comparison, curves: Curves, names: Sequence[str],
    months: Sequence[int], letters: int,
) -> None:  # fmt: skip
    """Write under the axis how many spells are still followed, below each scenario's title."""
    below(panel, "Number still followed", 0, 0, ha="left", fontweight="bold")
    weeks = [month * WEEKS_IN_MONTH for month in months]
    down = LINE_POINTS + ROW_SPARE / 2
    for name in names:
        title = fill(comparison.titles[name], letters)
        below(panel, title, 0, down, ha="left", color=readable(comparison.looks[name]))
        down += row_points(comparison, name, letters)
        for month, count in zip(months, at_risk(curves.spells[name], weeks), strict=True):
            side = {0: "left", curves.months[-1]: "right"}.get(month, "center")
            height = down - LINE_POINTS - ROW_SPARE
            below(panel, f"{count:,}", month / curves.months[-1], height, ha=side)


def below(panel: Axes, text: str, x: float, down: float, **look: Any) -> None:
    """Write one entry of the table under a chart.

    x    : from 0 at the left end of the axis to 1 at the right
    down : points below the heading
    """
    panel.annotate(text, (x, 0), (0, TOP - down), xycoords="axes fraction",
                   textcoords="offset points", fontsize=10, va="top", annotation_clip=False,
                   **look)  # fmt: skip


def line_ends(panel: Axes, comparison: Comparison, curves: Curves, names: Sequence[str]) -> None:
    """Name each line at its end, pushed apart; where they run together the key must do."""
    ends = [float(curves.lines[name]["share"].iloc[-1]) for name in names]
    titles = [fill(comparison.titles[name], NAME) for name in names]
    lines = max(title.count("\n") for title in titles) + 1
    gap = (LINE_POINTS * lines + ROW_SPARE) / POINTS / (HEIGHT - 1) * curves.y_top
    places = apart(ends, gap)
    if max(abs(place - end) for place, end in zip(places, ends, strict=True)) > gap:
        return
    for name, title, y in zip(names, titles, places, strict=True):
        panel.annotate(title, (1.01, y / curves.y_top), xycoords="axes fraction",
                       fontsize=10, fontweight="bold", va="center", annotation_clip=False,
                       color=readable(comparison.looks[name]))  # fmt: skip


def readable(look: Look) -> str:
    """Choose a colour for text: one with enough contrast on white."""
    darker = {GREY: DARK, "#28A197": "#1B6F68", "#A285D1": "#6B4AA0"}
    return darker.get(look.colour, look.colour)
