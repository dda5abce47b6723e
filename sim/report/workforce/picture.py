"""The picture of working lives: levels along experience, and beside each grade."""

from collections.abc import Sequence
from functools import partial
from textwrap import fill

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Picture
from matplotlib.ticker import MaxNLocator

from sim.report.figures.figure import Draw
from sim.report.figures.share import reach
from sim.report.figures.style import Canvas, key, picture, sample
from sim.report.figures.ticks import Ticks
from sim.report.workforce.staff import DRAWN, Staff, subject

SPREAD, ROW, COLUMNS = 0.6, 3.3, 2
TICKS = 5
BANDS = {"under 1": "0–1", "10 and over": "10+"}
GRADE_LETTERS = 13


def sheets(found: Staff, names: Sequence[str]) -> tuple[Draw, ...]:
    """Draw all that is shown on one picture.

    names : scenarios to draw
    """
    return (partial(drawn, found, names),)


def drawn(found: Staff, names: Sequence[str], canvas: Canvas) -> Picture:
    """Draw a row of charts for each measure: by experience, then by grade."""
    columns = canvas.columns(COLUMNS, None if canvas.most > COLUMNS else 1)
    rows = len(DRAWN) * COLUMNS // columns
    chart = picture(canvas, 0.4 + ROW * rows)
    panels = list(chart.subplots(rows, columns, squeeze=False).flat)
    for n, measure in enumerate(DRAWN):
        along, beside = panels[COLUMNS * n : COLUMNS * (n + 1)]
        by_experience(along, found, measure, names)
        by_grade(beside, found, measure, names)
        for panel, words in ((along, "by years of experience"), (beside, "by grade")):
            one = subject(measure)
            unit = f" ({one.shown.unit})"
            panel.set_title(fill(f"{one.label}{unit} {words}", canvas.letters(columns)))
    comparison = found.comparison
    key(chart, [sample(comparison.titles[name], comparison.looks[name]) for name in names])
    return chart


def by_experience(panel: Axes, found: Staff, measure: str, names: Sequence[str]) -> None:
    """Draw levels along experience, a line for each scenario."""
    groups = found.groups("experience")
    for name in names:
        level = found.level(name, "experience", measure).reindex(groups)
        places = [place + aside(name, names) for place in range(len(groups))]
        look = found.comparison.looks[name]
        bars(panel, places, level, look.colour, upright=True)
        panel.plot(
            places, level["value"], color=look.colour, linestyle=look.dash, marker=look.marker,
            markersize=6.5, lw=1.8,
        )  # fmt: skip
    ticks = [BANDS.get(one, one.replace(" to ", "–")) for one in groups]
    panel.set_xticks(range(len(groups)), ticks)
    panel.set_xlim(-0.5, len(groups) - 0.5)
    panel.yaxis.set_major_locator(MaxNLocator(TICKS, steps=[1, 2, 2.5, 5, 10]))
    panel.yaxis.set_major_formatter(Ticks(subject(measure), levels=True))


def by_grade(panel: Axes, found: Staff, measure: str, names: Sequence[str]) -> None:
    """Draw levels of grades below one another, which have no order along a line."""
    groups = found.groups("grade")
    for name in names:
        level = found.level(name, "grade", measure).reindex(groups)
        places = [place + aside(name, names) for place in range(len(groups))]
        look = found.comparison.looks[name]
        bars(panel, places, level, look.colour, upright=False)
        panel.plot(
            level["value"], places, color=look.colour, marker=look.marker, markersize=6.5, lw=0
        )
        reach(panel, list(level["value"].fillna(0.0)), places)
    panel.set_yticks(range(len(groups)), [fill(one, GRADE_LETTERS) for one in groups])
    panel.set_ylim(len(groups) - 0.5, -0.5)
    panel.grid(visible=True, axis="x")
    panel.grid(visible=False, axis="y")
    panel.xaxis.set_major_locator(MaxNLocator(TICKS, steps=[1, 2, 2.5, 5, 10]))
    panel.xaxis.set_major_formatter(Ticks(subject(measure), levels=True))


def aside(name: str, names: Sequence[str]) -> float:
    """Say how far a scenario's marks stand aside, so that none hides another's."""
    step = list(names).index(name) - (len(names) - 1) / 2
    return step * SPREAD / max(len(names), COLUMNS)


def bars(
    panel: Axes, places: Sequence[float], level: pd.DataFrame, colour: str, *, upright: bool
) -> None:
    """Draw the intervals that there are."""
    for place, low, high in zip(places, level["low"], level["high"], strict=True):
        if pd.notna(low) and pd.notna(high):
            across, along = [place, place], [low, high]
            panel.plot(*((across, along) if upright else (along, across)), color=colour, lw=1.6)
