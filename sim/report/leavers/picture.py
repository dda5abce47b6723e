"""The pictures of destinations: curves of shares, and changes by year below one another."""

from collections.abc import Mapping, Sequence
from functools import partial
from textwrap import fill

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Picture
from matplotlib.ticker import MaxNLocator, PercentFormatter

from sim.analysis.survival.incidence import mean_incidence
from sim.analysis.survival.spells import DESTINATIONS
from sim.report.figures.curves import WEEKS_IN_MONTH, line, named_line
from sim.report.figures.figure import Draw
from sim.report.figures.groups import SMALL, Grouping, Told, apart, together
from sim.report.figures.share import sheets as shared_out
from sim.report.figures.style import MOST_IN_ONE, Canvas, key, picture
from sim.report.leavers.shares import SHOWN, VERBS, YEARS, Leavers
from sim.report.numbers import Shown, capital
from sim.report.words.effect import Subject

HEIGHT, MONTHS_IN_YEAR = 3.2, 12
POINTS = Shown("%\N{NO-BREAK SPACE}points", SHOWN.decimals)
type Lines = Mapping[str, Mapping[str, pd.DataFrame]]


def sheets(leavers: Leavers, names: Sequence[str]) -> tuple[Draw, ...]:
    """Draw shares over time, and below them changes by year.

    With many scenarios, shares are drawn of the one compared with, and changes a chart for each
    policy.

    names : scenarios to draw
    """
    policies = [name for name in names if name != leavers.comparison.baseline]
    is_many = len(names) > MOST_IN_ONE
    drawn = [leavers.comparison.baseline] if is_many else names
    first = partial(levels, leavers, {name: lines(leavers, name) for name in drawn})
    if not leavers.differ:
        return (first,)
    group, subjects = by_year(leavers), [subject(cause) for cause in DESTINATIONS]
    told: Told = [(cause, str(year), effect) for cause, year, effect in leavers.told]
    if not is_many:
        beside = partial(together, leavers.comparison, group, subjects, told)
        return (first, beside)
    small = (
        shared_out(policies, SMALL.tall, partial(apart, leavers.comparison, group, one, told))
        for one in subjects
    )
    return (first, *(sheet for some in small for sheet in some))


def by_year(leavers: Leavers) -> Grouping:
    """Divide changes by the years since joining."""
    cells = tuple(str(year) for year in leavers.years)
    words = tuple(YEARS[year] for year in leavers.years)
    return Grouping(
        name=leavers.staff.name, column="years", cells=cells,
        ticks=tuple(f"{year} year{'' if year == 1 else 's'}" for year in leavers.years),
        words=words, one="year", by="year", heading="Years since joining", ends=cells, rest="",
    )  # fmt: skip


def subject(cause: str) -> Subject:
    """Name a destination above a chart of changes."""
    return Subject(cause, f"Change in {VERBS[cause]}", "lower", 0.0, POINTS)


def lines(leavers: Leavers, name: str) -> dict[str, pd.DataFrame]:
    """Take the curves of one scenario as far as the years that are told."""
    end = leavers.years[-1] * MONTHS_IN_YEAR * WEEKS_IN_MONTH
    curves = mean_incidence(leavers.spells[name])
    kept = {cause: curve[curve["week"] <= end] for cause, curve in curves.items()}
    return {
        cause: pd.concat([curve, curve.iloc[-1:].assign(week=end)], ignore_index=True)
        for cause, curve in kept.items()
    }


def levels(leavers: Leavers, drawn: Lines, canvas: Canvas) -> Picture:
    """Draw a chart for each destination, all on one scale."""
    columns = canvas.columns(
        len(DESTINATIONS), 1 if canvas.most < len(DESTINATIONS) else None
    )  # fmt: skip
    rows = -(-len(DESTINATIONS) // columns)
    chart = picture(canvas, 0.4 + HEIGHT * rows)
    panels = chart.subplots(rows, columns, squeeze=False, sharey=True).flat
    for panel, cause in zip(panels, DESTINATIONS, strict=True):
        for name, curves in drawn.items():
            line(panel, curves[cause], leavers.comparison.looks[name])
        frame(panel, leavers)
        panel.set_title(fill(f"{capital(VERBS[cause])} (share)", canvas.letters(columns)))
    key(chart, [named_line(leavers.comparison, name) for name in drawn])
    return chart


def frame(panel: Axes, leavers: Leavers) -> None:
    """Prepare a chart's axes."""
    end = leavers.years[-1]
    panel.set_xlim(0, end * MONTHS_IN_YEAR)
    years = range(end + 1)
    panel.set_xticks([year * MONTHS_IN_YEAR for year in years], [str(year) for year in years])
    panel.set_xlabel("Years since joining")
    panel.set_ylim(bottom=0)
    panel.yaxis.set_major_locator(MaxNLocator(5, steps=[1, 2, 5, 10]))
    panel.yaxis.set_major_formatter(PercentFormatter(1.0, decimals=0))
    panel.tick_params(labelleft=True)
