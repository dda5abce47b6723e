"""The figure of numbers: how far the targets narrow what the catalogue leaves open."""

from functools import partial

import numpy as np
import pandas as pd
from matplotlib.figure import Figure as Picture
from matplotlib.lines import Line2D

from sim.report.figures.figure import Figure
from sim.report.figures.style import BLUES, GREY, REFERENCE, Canvas, key, picture
from sim.report.numbers import percent, plain

MOST, LINE, HEAD = 24, 0.3, 0.8
NARROWED = 0.8
"""Standard deviation left of the prior's below which a number counts as told."""


def figure(table: pd.DataFrame) -> Figure:
    """Draw the numbers that the targets narrow most."""
    rows = table.head(MOST)
    return Figure(
        name="numbers",
        title=title(table),
        subtitle=f"The {len(rows)} most narrowed of {len(table)} uncertain numbers, each over its "
        "range: the line runs from the 5th to the 95th per cent of the draws, the dot is their "
        "median, the cross the default",
        alt=f"Lines within ranges, one for each number. {title(table)}.",
        description="A number that no target moves keeps nine tenths of its range.",
        data=table,
        table=shown(rows),
        sheets=(partial(drawn, rows),),
    )


def title(table: pd.DataFrame) -> str:
    """Tell how many numbers the targets tell anything of."""
    told = int((table["left"] < NARROWED).sum())
    return (
        f"Published figures narrow {told} of {len(table)} uncertain numbers to less than "
        f"{percent(NARROWED)} of what was open"
    )


def shown(rows: pd.DataFrame) -> pd.DataFrame:
    """Show every number drawn."""
    return pd.DataFrame([
        {
            "Number": row["label"], "Name": row["name"],
            "Range": f"{row['low']:.3g} to {row['high']:.3g}", "Default": f"{row['default']:.3g}",
            "5 to 95%": f"{row['q05']:.3g} to {row['q95']:.3g}", "Unit": row["unit"],
            "Spread left": plain(row["left"], 2), "Told most by": row["by"],
        }
        for row in rows.to_dict("records")
    ])  # fmt: skip


def drawn(rows: pd.DataFrame, canvas: Canvas) -> Picture:
    """Draw each number over its range."""
    chart = picture(canvas, HEAD + LINE * len(rows))
    panel = chart.subplots()
    at = np.arange(len(rows))

    def along(name: str) -> np.ndarray:
        return ((rows[name] - rows["low"]) / (rows["high"] - rows["low"])).to_numpy()

    panel.hlines(at, 0.0, 1.0, color=BLUES[3], lw=5, zorder=1)
    panel.hlines(at, along("q05"), along("q95"), color=BLUES[0], lw=2.2, zorder=2)
    panel.plot(along("median"), at, "o", color=BLUES[0], ms=5, zorder=3)
    panel.plot(along("default"), at, "x", color=REFERENCE, ms=6, mew=1.8, zorder=4)
    names = [name if canvas.most > 2 else name.replace(".", ".\n") for name in rows["name"]]
    panel.set_yticks(at, names, fontsize=8.5)
    panel.set_ylim(len(rows) - 0.4, -0.6)
    panel.set_xticks([0.0, 0.5, 1.0], ["lowest", "middle", "highest"])
    panel.grid(visible=False)
    panel.spines[["left", "bottom"]].set_color(GREY)
    key(chart, [
        Line2D([], [], color=BLUES[0], marker="o", lw=2.2, label="Agrees with the targets"),
        Line2D([], [], color=BLUES[3], lw=5, label="Range of the catalogue"),
        Line2D([], [], color=REFERENCE, marker="x", lw=0, mew=1.8, label="Default"),
    ])  # fmt: skip
    return chart
