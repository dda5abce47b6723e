"""Bars: parts of an effect with their intervals, the total among them."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator

from sim.report.figures.style import BLUES, DARK, GREY


def bars(panel: Axes, rows: pd.DataFrame, total: str) -> None:
    """Draw one measure's parts as bars, their intervals as lines.

    rows  : indexed by part; columns mean, low, high
    total : the part that is the sum of the others
    """
    colours = [GREY if part == total else BLUES[1] for part in rows.index]
    heights = range(len(rows))
    panel.barh(heights, rows["mean"], color=colours, height=0.6, zorder=2)
    panel.hlines(heights, rows["low"], rows["high"], color=DARK, lw=1.6, zorder=3)
    panel.axvline(0, color=DARK, lw=1.2, zorder=4)
    panel.grid(visible=True, axis="x")
    panel.grid(visible=False, axis="y")
    panel.tick_params(axis="y", length=0)
    panel.xaxis.set_major_locator(MaxNLocator(5))


def legend(part: str) -> list[Patch]:
    """Say what the colours are."""
    return [Patch(color=BLUES[1], label=part), Patch(color=GREY, label="Total")]
