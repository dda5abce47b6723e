"""Curves of time: how many stay, or how many have been found, with the numbers still followed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import fill
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Picture
from matplotlib.ticker import MaxNLocator, PercentFormatter

from sim.analysis.survival import at_risk
from sim.report.comparison import Comparison
from sim.report.style import DARK, GREY, MOST_IN_ONE, SIZE, Look, apart, house_style, key, picture
from sim.report.style import sample as entry

HEIGHT, POINTS, IN_A_ROW, WRAP = 4.1, 72, 2, 24
TOP, LEFT, LINE_POINTS, ROW_SPARE = -58, 26, 12, 7
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


def drawn(comparison: Comparison, curves: Curves, salt: str) -> Picture:
    """Draw all scenarios in one chart, or a chart for each policy when there are many."""
    names = list(curves.lines)
    groups = [names] if len(names) <= MOST_IN_ONE else pairs(comparison, names)
    columns = min(IN_A_ROW, len(groups))
    rows = -(-len(groups) // columns)
    with house_style(salt):
        tall = HEIGHT + row_points(comparison) * (len(groups[0]) + 1) / POINTS
        chart = picture(0.5 + rows * tall)
        panels = list(chart.subplots(rows, columns, squeeze=False).flat)
        for panel in panels[len(groups) :]:
            panel.set_visible(False)
        for panel, group in zip(panels, groups, strict=False):
            one(panel, comparison, curves, group)
            if len(groups) == 1:
                line_ends(panel, comparison, curves, group)
        key(chart, [
            entry(comparison.titles[name], comparison.looks[name], marker="", lw=2.2)
            for name in names
        ])  # fmt: skip
    return chart


def pairs(comparison: Comparison, names: list[str]) -> list[list[str]]:
    """Put each policy beside the current one."""
    return [[comparison.baseline, name] for name in names if name != comparison.baseline]


def one(panel: Axes, comparison: Comparison, curves: Curves, names: list[str]) -> None:
    """Draw one chart and the table of numbers under it."""
    for name in names:
        line(panel, curves.lines[name], comparison.looks[name])
    panel.set_xlim(0, curves.months[-1])
    panel.set_ylim(0, curves.y_top)
    panel.set_xticks(curves.months)
    panel.yaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 5, 10]))
    panel.yaxis.set_major_formatter(PercentFormatter(1.0, decimals=0))
    panel.set_title(curves.y_title, fontsize=SIZE, fontweight="normal")
    panel.set_xlabel(curves.x_title)
    numbers(panel, comparison, curves, names)


def named(comparison: Comparison, name: str) -> str:
    """Write a scenario's title in lines short enough to stand beside a chart."""
    return fill(comparison.titles[name], WRAP)


def row_points(comparison: Comparison) -> float:
    """Say how high a row of the table must be for the longest title, in points."""
    lines = max(named(comparison, name).count("\n") for name in comparison.titles) + 1
    return LINE_POINTS * lines + ROW_SPARE


def line(panel: Axes, curve: pd.DataFrame, look: Look) -> None:
    """Draw one curve with its interval, in steps."""
    month = curve["week"] / WEEKS_IN_MONTH
    panel.fill_between(
        month, curve["low"], curve["high"], step="post", color=look.colour, alpha=0.14, lw=0
    )
    panel.step(month, curve["share"], where="post", color=look.colour, ls=look.dash, lw=2.2)


def numbers(panel: Axes, comparison: Comparison, curves: Curves, names: list[str]) -> None:
    """Write under the axis how many spells are still followed."""
    row = row_points(comparison)
    below(panel, "Number still followed", 0, 0, ha="left", fontweight="bold")
    weeks = [month * WEEKS_IN_MONTH for month in curves.months]
    for step, name in enumerate(names, start=1):
        colour = readable(comparison.looks[name])
        below(panel, named(comparison, name), 0, step * row, ha="right", color=colour, left=LEFT)
        for month, count in zip(curves.months, at_risk(curves.spells[name], weeks), strict=True):
            below(panel, f"{count:,}", month / curves.months[-1], step * row, ha="center")


def below(
    panel: Axes, text: str, x: float, down: float, *, left: float = 0, **look: Any
) -> None:  # fmt: skip
    """Write one entry of the table under a chart.

    x    : from 0 at the left end of the axis to 1 at the right
    down : points below the heading
    left : points to the left of x
    """
    panel.annotate(text, (x, 0), (-left, TOP - down), xycoords="axes fraction",
                   textcoords="offset points", fontsize=10, va="center", annotation_clip=False,
                   **look)  # fmt: skip


def line_ends(panel: Axes, comparison: Comparison, curves: Curves, names: list[str]) -> None:
    """Name each line at its end, pushed apart; where they run together the key must do."""
    ends = [float(curves.lines[name]["share"].iloc[-1]) for name in names]
    gap = row_points(comparison) / POINTS / (HEIGHT - 1) * curves.y_top
    places = apart(ends, gap)
    if max(abs(place - end) for place, end in zip(places, ends, strict=True)) > gap:
        return
    for name, y in zip(names, places, strict=True):
        panel.annotate(named(comparison, name), (1.01, y / curves.y_top), xycoords="axes fraction",
                       fontsize=10, fontweight="bold", va="center", annotation_clip=False,
                       color=readable(comparison.looks[name]))  # fmt: skip


def readable(look: Look) -> str:
    """Choose a colour for text: one with enough contrast on white."""
    darker = {GREY: DARK, "#28A197": "#1B6F68", "#A285D1": "#6B4AA0"}
    return darker.get(look.colour, look.colour)
