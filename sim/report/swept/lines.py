"""Lines: the mean of a measure along each factor, whatever the others were."""

from functools import partial
from textwrap import fill

import numpy as np
import pandas as pd
from matplotlib.figure import Figure as Picture
from numpy.typing import NDArray

from sim.analysis.intervals import mean_interval
from sim.report.comparison import LEVEL, Comparison
from sim.report.figures.figure import Figure
from sim.report.figures.style import Canvas
from sim.report.swept.panels import by_factor, ends, line
from sim.report.swept.swept import Swept, label, swept, value
from sim.report.words.effect import Subject

MOST_FACTORS, BINS, FEWEST = 8, 6, 12
ALONE = ("one-at-a-time",)


def lines(comparison: Comparison) -> Figure | None:
    """Draw the first measure along every factor; nothing for few points, or one at a time."""
    found = swept(comparison)
    if found is None or found.design.method in ALONE or len(found.points) < FEWEST:
        return None
    subject = comparison.subjects[0]
    table = pd.concat([along(found, subject, k) for k in range(len(found.names))][:MOST_FACTORS])
    if table["mean"].isna().all():
        return None
    said = widest(table, subject)
    return Figure(
        name="lines",
        title=f"{subject.label}: {said}",
        subtitle=f"{subject.shown.unit}: {found.subject_in_words}, mean over points whose factor "
        f"lies there, with 95% intervals; {comparison.period}, {comparison.where}",
        alt=f"A line for each factor. {said}.",
        description="Other factors vary as the design has them: a line is a mean over them.",
        data=table,
        table=shown(table, subject),
        sheets=(partial(drawn, table, subject),),
    )


def along(found: Swept, subject: Subject, k: int) -> pd.DataFrame:
    """Take the mean along one factor, by its values or by bins of as many points.

    returns : columns factor, at, mean, low, high, points
    """
    column, values = found.points[:, k], found.levels(subject).values
    rows = []
    for at, own in grouped(column):
        told = mean_interval(pd.Series(values[own]).dropna(), LEVEL)
        rows.append((found.names[k], at, told.mean, told.low, told.high, int(own.sum())))
    return pd.DataFrame(rows, columns=["factor", "at", "mean", "low", "high", "points"])


def grouped(column: NDArray[np.float64]) -> list[tuple[float, NDArray[np.bool_]]]:
    """Group points by the value of a factor, or by bins where it has many."""
    values = np.unique(column)
    if len(values) <= BINS:
        return [(float(one), column == one) for one in values]
    edges = np.quantile(column, np.linspace(0, 1, BINS + 1))
    place = np.clip(np.searchsorted(edges, column, side="right") - 1, 0, BINS - 1)
    return [(float(column[place == n].mean()), place == n) for n in range(BINS)]


def widest(table: pd.DataFrame, subject: Subject) -> str:
    """Tell along which factor the mean moves most, and from where to where."""
    spans = table.groupby("factor", sort=False)["mean"].agg(lambda one: one.max() - one.min())
    name = str(spans.idxmax())
    own = table[table["factor"] == name]
    first, last = (subject.shown.number(float(own["mean"].iloc[n])) for n in (0, -1))
    return f"from {first} to {last} along “{label(name)}”, the widest of {len(spans)}"


def shown(table: pd.DataFrame, subject: Subject) -> pd.DataFrame:
    """Show the lines as a table."""
    written = subject.shown
    return pd.DataFrame([
        {
            "Factor": label(str(row["factor"])),
            "At": value(str(row["factor"]), float(row["at"])),
            f"{subject.label} ({written.unit})": written.number(row["mean"]),
            "95% interval": written.levels(row["low"], row["high"]),
            "Points": row["points"],
        }
        for row in table.to_dict("records")
    ])  # fmt: skip


def short(name: str, number: float) -> str:
    """Write a value with three figures and without the words of its unit."""
    return value(name, float(f"{number:.3g}")).partition(" ")[0]


def drawn(table: pd.DataFrame, subject: Subject, canvas: Canvas) -> Picture:
    """Draw a panel for each factor, all on one scale."""
    chart, panels = by_factor(table, canvas, head=0.4)
    for name, panel in panels.items():
        own = table[table["factor"] == name]
        line(panel, own["at"], own, "mean")
        first_last = [float(own["at"].iloc[n]) for n in (0, -1)]
        ends(panel, first_last, [short(name, end) for end in first_last])
    chart.supylabel(fill(f"{subject.label} ({subject.shown.unit})", 30), fontsize=10)
    return chart
