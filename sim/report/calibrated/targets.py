"""The figure of targets: what the draws of an ensemble give, held against what is published."""

from functools import partial

import numpy as np
import pandas as pd
from matplotlib.figure import Figure as Picture
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from sim.report.figures.figure import Figure
from sim.report.figures.style import BLUES, DARK, REFERENCE, Canvas, key, picture
from sim.report.numbers import counted, percent, plain

LINE, HEAD = 0.23, 0.9
MOST = 26
"""Targets of one picture, so that it fits a printed page."""

WIDEST = 3.0
"""Tolerances on either side that are drawn; what lies beyond stands at the edge."""


def figure(table: pd.DataFrame) -> Figure:
    """Draw the table of targets that a calibration keeps."""
    rows = table[table["verdict"] != "not compared"].reset_index(drop=True)
    many = -(-len(rows) // MOST)
    each = -(-len(rows) // many)
    return Figure(
        name="targets",
        title=title(rows),
        subtitle="Distance from what is published, in tolerances; the dot is the median of the "
        "draws and the line runs from their 5th to their 95th per cent, which holds inputs and the "
        "luck of one run each",
        alt=f"Dots with lines, one for each target. {title(rows)}.",
        description="Within the band a target is met. What lies beyond three tolerances is drawn "
        "at the edge.",
        data=table,
        table=shown(rows),
        sheets=tuple(
            partial(drawn, rows[first : first + each]) for first in range(0, len(rows), each)
        ),
    )


def title(rows: pd.DataFrame) -> str:
    """Tell how many targets are met."""
    inside = int((rows["verdict"] == "in").sum())
    far = int((rows["off"].abs() > 2.0).sum())
    return (
        f"{inside} of {len(rows)} targets ({percent(inside / len(rows))}) lie within tolerance at "
        f"the median of the draws, and {counted(far, 'one' if far == 1 else 'target')} "
        f"{'lies' if far == 1 else 'lie'} off by more than twice that"
    )


def shown(rows: pd.DataFrame) -> pd.DataFrame:
    """Show every target."""
    return pd.DataFrame([
        {
            "Target": row["label"], "Unit": row["unit"],
            "Published": f"{row['target']:g} ± {row['tolerance']:g}",
            "Median": f"{row['median']:.3g}", "5 to 95%": f"{row['low']:.3g} to {row['high']:.3g}",
            "In or out": row["verdict"], "Measured by": row["experiment"],
            "Luck of one run, tolerances": plain(row["luck"], 2),
        }
        for row in rows.to_dict("records")
    ])  # fmt: skip


def drawn(rows: pd.DataFrame, canvas: Canvas) -> Picture:
    """Draw some of the targets, one below the other."""
    chart = picture(canvas, HEAD + LINE * len(rows))
    panel = chart.subplots()
    at = np.arange(len(rows))
    low, middle, high = (
        np.clip((rows[name] - rows["target"]) / rows["tolerance"], -WIDEST, WIDEST)
        for name in ("low", "median", "high")
    )
    missed = (rows["verdict"] != "in").to_numpy()
    panel.axvspan(-1, 1, color=BLUES[3], alpha=0.5, zorder=1)
    panel.axvline(0, color=DARK, lw=1.0, zorder=2)
    for chosen, colour, mark in ((~missed, BLUES[0], "o"), (missed, REFERENCE, "D")):
        panel.hlines(at[chosen], low[chosen], high[chosen], color=colour, lw=1.6, zorder=3)
        panel.plot(middle[chosen], at[chosen], mark, color=colour, ms=5, zorder=4)
    names = [label if canvas.most > 2 else label[:28] for label in rows["label"]]
    panel.set_yticks(at, names, fontsize=9 if canvas.most > 2 else 7.5)
    panel.set_ylim(len(rows) - 0.4, -0.6)
    panel.set_xlim(-WIDEST - 0.1, WIDEST + 0.1)
    panel.set_xlabel("Tolerances above what is published")
    panel.grid(visible=False, axis="y")
    key(chart, [
        Line2D([], [], color=BLUES[0], marker="o", lw=1.6, label="Within tolerance"),
        Line2D([], [], color=REFERENCE, marker="D", lw=1.6, label="Out at the median"),
        Patch(color=BLUES[3], alpha=0.5, label="Tolerance"),
    ])  # fmt: skip
    return chart
