"""The figure of what stays confounded: prevalence against detection, draw by draw."""

from functools import partial

import numpy as np
import pandas as pd
from matplotlib.figure import Figure as Picture

from sim.measures import MEASURES
from sim.report.figures.figure import Figure
from sim.report.figures.style import BLUES, DARK, Canvas, picture
from sim.report.numbers import capital, plain, signed

PAIRS = (("harm_prevalence", "harmed_protected"), ("harm_prevalence", "false_alarms_plan"),
         ("sensitivity_plan", "false_alarms_plan"))  # fmt: skip
HEIGHT = 3.4


def figure(table: pd.DataFrame) -> Figure:
    """Draw what nobody publishes, of every draw that agrees with what is published."""
    return Figure(
        name="confounded",
        title=title(table),
        subtitle="A dot is a draw of the ensemble; base year, one run of each draw",
        alt=f"Dots in {len(PAIRS)} panels. {title(table)}.",
        description="All of these draws agree with what is published. Whatever separates them, "
        "published figures cannot.",
        data=table,
        table=shown(table),
        sheets=(partial(drawn, table),),
    )


def title(table: pd.DataFrame) -> str:
    """Tell over what range prevalence stays open, and what goes with it."""
    low, high = quantiles(table, "harm_prevalence")
    found = together(table, *PAIRS[0])
    return (
        f"Draws that agree with what is published differ {plain(high / low, 1)} times in how many "
        f"children are harmed; the share protected goes with it by {signed(found, 2)}"
    )


def quantiles(table: pd.DataFrame, name: str) -> tuple[float, float]:
    """Give the 5th and 95th per cent of a measure over draws."""
    low, high = np.quantile(table[name], [0.05, 0.95])
    return float(low), float(high)


def together(table: pd.DataFrame, one: str, other: str) -> float:
    """Give the correlation of two measures over draws."""
    return float(np.corrcoef(table[one], table[other])[0, 1])


def shown(table: pd.DataFrame) -> pd.DataFrame:
    """Show the range of each measure over the draws."""
    names = [name for name in table.columns if name in MEASURES]
    return pd.DataFrame([
        {
            "Measure": MEASURES[name].label, "Unit": MEASURES[name].unit,
            "5 to 95% of draws": " to ".join(
                plain(end, MEASURES[name].decimals) for end in quantiles(table, name)
            ),
        }
        for name in names
    ])  # fmt: skip


def drawn(table: pd.DataFrame, canvas: Canvas) -> Picture:
    """Draw each pair of measures."""
    columns = canvas.columns(len(PAIRS))
    rows = -(-len(PAIRS) // columns)
    chart = picture(canvas, HEIGHT * rows)
    for panel, (one, other) in zip(
        chart.subplots(rows, columns, squeeze=False).flat, PAIRS, strict=False
    ):
        panel.scatter(
            table[one], table[other], s=22, color=BLUES[1], edgecolor=DARK, lw=0.4, alpha=0.8,
            zorder=3,
        )  # fmt: skip
        panel.set_xlabel(wrapped(one, canvas, columns))
        panel.set_ylabel(wrapped(other, canvas, columns))
        panel.set_title(f"Correlation {signed(together(table, one, other), 2)}", fontsize=10.5)
    return chart


def wrapped(name: str, canvas: Canvas, columns: int) -> str:
    """Name a measure with its unit, in as many lines as its place needs."""
    one = MEASURES[name]
    text = f"{capital(one.label)} ({one.unit})"
    room = canvas.letters(columns)
    return text if len(text) <= room else f"{capital(one.label)}\n({one.unit})"
