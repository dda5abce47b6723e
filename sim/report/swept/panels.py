"""Panels: one for each factor, all on one scale, with a line and its interval in each."""

from collections.abc import Sequence
from textwrap import fill
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Picture

from sim.report.figures.style import BLUES, Canvas, picture
from sim.report.swept.swept import label

HEIGHT = 2.1


def by_factor(table: pd.DataFrame, canvas: Canvas, head: float) -> tuple[Picture, dict[str, Axes]]:
    """Make an empty panel for each factor of a table, in its order, with the factor's name.

    head : height above the panels, in inches
    """
    names = [str(one) for one in dict.fromkeys(table["factor"])]
    columns = canvas.columns(len(names))
    rows = -(-len(names) // columns)
    chart = picture(canvas, head + HEIGHT * rows)
    panels = list(chart.subplots(rows, columns, squeeze=False, sharey=True).flat)
    for panel in panels[len(names) :]:
        panel.set_visible(False)
    for panel, name in zip(panels, names, strict=False):
        panel.set_title(fill(label(name), canvas.letters(columns)), fontsize=10)
    return chart, dict(zip(names, panels, strict=False))


def line(panel: Axes, at: Sequence[Any] | pd.Series, own: pd.DataFrame, middle: str) -> None:
    """Draw a line with its interval.

    own : columns low, high, and the one that `middle` names
    """
    panel.fill_between(at, own["low"], own["high"], color=BLUES[3], lw=0)
    panel.plot(at, own[middle], color=BLUES[0], marker="o", ms=4)


def ends(panel: Axes, at: Sequence[float], words: Sequence[str]) -> None:
    """Name the two ends of an axis, inside it."""
    panel.set_xticks(list(at), list(words), fontsize=8.5)
    first, last = panel.get_xticklabels()
    first.set_horizontalalignment("left")
    last.set_horizontalalignment("right")
