"""The figure of a back-test: what came, what runs foretold, and what simple forecasts did."""

from collections.abc import Sequence
from functools import partial
from textwrap import fill

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Picture
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator

from sim.report.figures.figure import Figure
from sim.report.figures.share import Rows, sheets
from sim.report.figures.style import BLUES, DARK, GREY, REFERENCE, Canvas, key
from sim.report.numbers import counted
from sim.scenario.held_against.backtest import Backtest, Series, begins

SMALL = Rows(head=0.6, row=2.1)
SIMPLE = {"persistence": (GREY, ":"), "trend": (REFERENCE, "--")}
ANCHORED = ", anchored"
ROOM = 1.1
"""Height of a chart, against the highest that is drawn in it."""


def figure(table: pd.DataFrame, asked: Backtest) -> Figure:
    """Draw the forecasts of a back-test: the first scenario's, moved to what was last known."""
    own = asked.experiment.scenarios[0].title + ANCHORED
    return Figure(
        name="foretold",
        title=title(table, own),
        subtitle=f"Published figures, and forecasts made of them when {asked.known} was the last "
        "year known; the band holds nine in ten runs, each moved to what was published then",
        alt=f"Small charts, one for each series. {title(table, own)}.",
        description="Scores weigh distance against how unsure a forecast said it was.",
        data=table,
        table=table[["title", "year", "forecaster", "median", "published", "off"]],
        sheets=sheets(asked.series, SMALL.tall, partial(drawn, table, asked, own)),
    )


def title(table: pd.DataFrame, own: str) -> str:
    """Tell how often the model's forecast scored better than persistence."""
    means = table.groupby(["series", "forecaster"])["off"].mean().unstack()
    if own not in means:
        return "No year that was run has been published"
    better = int((means[own] < means["persistence"]).sum())
    return (
        f"Moved to what was last known, the model foretold {counted(better, 'of the', 'of the')} "
        f"{len(means)} series better than “no change” did"
    )


def drawn(
    table: pd.DataFrame, asked: Backtest, own: str, series: Sequence[Series], room: int,
    canvas: Canvas,
) -> Picture:  # fmt: skip
    """Draw a chart for each series."""
    columns = canvas.columns(room)
    chart, panels = SMALL.empty(canvas, len(series), columns)
    for panel, one in zip(panels, series, strict=True):
        panel.set_title(fill(one.title, canvas.letters(columns)), fontsize=9.5)
        of_series(panel, one, table[table["series"] == one.name], own, asked.known)
        panel.xaxis.set_major_locator(MaxNLocator(3, integer=True))
        panel.yaxis.set_major_locator(MaxNLocator(4))
    key(chart, [
        Line2D([], [], color=DARK, marker="o", lw=0, ms=4, label="Published"),
        Line2D([], [], color=BLUES[0], lw=2, label="Model, anchored"),
        Patch(color=BLUES[3], label="Nine in ten of its runs"),
        *(Line2D([], [], color=colour, ls=dash, lw=1.4, label=name.capitalize())
          for name, (colour, dash) in SIMPLE.items()),
    ])  # fmt: skip
    return chart


def of_series(panel: Axes, one: Series, rows: pd.DataFrame, own: str, known: str) -> None:
    """Draw one series: what was published, and from the last known year on what was foretold."""
    start = (begins(known), one.published[known])
    at = [begins(year) for year in one.published]
    for name, (colour, dash) in SIMPLE.items():
        told = rows[rows["forecaster"] == name]
        panel.plot([start[0], *map(begins, told["year"])], [start[1], *told["median"]],
                   color=colour, ls=dash, lw=1.4)  # fmt: skip
    told = rows[rows["forecaster"] == own]
    x = [start[0], *map(begins, told["year"])]
    panel.fill_between(x, [start[1], *told["low"]], [start[1], *told["high"]], color=BLUES[3], lw=0)
    panel.plot(x, [start[1], *told["median"]], color=BLUES[0], lw=2)
    panel.plot(at, list(one.published.values()), "o", color=DARK, ms=4)
    panel.set_ylim(0.0, ROOM * panel.dataLim.y1)
