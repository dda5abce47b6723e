"""Years: how much each factor drives a measure, in every year of the run."""

from functools import partial

import pandas as pd
from matplotlib.figure import Figure as Picture
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from sim.report.comparison import Comparison
from sim.report.figures.figure import Figure
from sim.report.figures.style import BLUES, Canvas, key
from sim.report.numbers import quoted
from sim.report.swept.panels import by_factor, ends, line
from sim.report.swept.sensitivity import (
    BY_LUCK_ALONE,
    FLOOR,
    HOW,
    SHOWN,
    TELLS,
    driving,
    ordered,
    written,
)
from sim.report.swept.swept import Swept, label, swept
from sim.report.words.effect import Subject

METHODS = ("sobol", "morris")
FEWEST_YEARS, MOST_FACTORS = 2, 8


def years(comparison: Comparison) -> Figure | None:
    """Draw how much each factor drives the first measure, year by year; or nothing.

    Nothing without a design that tells it, and for fewer than two whole years.
    """
    found = swept(comparison)
    if found is None or found.design.method not in METHODS:
        return None
    subject = comparison.subjects[0]
    table = by_year(found, subject)
    if table["year"].nunique() < FEWEST_YEARS:
        return None
    said = title(table)
    return Figure(
        name="sensitivity-by-year",
        title=f"{subject.label}: {said}",
        subtitle=f"{TELLS[found.design.method][-1]}, by financial year: "
        f"{HOW[found.design.method]}; {found.subject_in_words}; {comparison.where}",
        alt=f"A line for each factor over the years. {said}.",
        description="A factor of the past acts from the first year, a lever from its day on.",
        data=table,
        table=shown(table),
        sheets=(partial(drawn, table, TELLS[found.design.method][-1]),),
    )


def by_year(found: Swept, subject: Subject) -> pd.DataFrame:
    """Tell how much each factor drives a measure in each year, by the last kind of index.

    returns : columns year, factor, kind, value, low, high, floor; factors in order of the last year
    """
    last = TELLS[found.design.method][-1]
    parts = [
        driving(found, levels).assign(year=year)
        for year, levels in found.levels_by_year(subject).items()
    ]
    table = pd.concat(parts, ignore_index=True)
    own = table[table["kind"] == last].dropna(subset=["value"])  # a year in which nothing varied
    final = own[own["year"] == own["year"].max()].assign(measure=subject.name)
    order = [] if own.empty else ordered(final, subject.name)[:MOST_FACTORS]
    place = {name: n for n, name in enumerate(order)}
    kept = own[own["factor"].isin(list(place))]
    rows = kept.assign(place=kept["factor"].map(place)).sort_values(["place", "year"])
    return rows[["year", "factor", "kind", "value", "low", "high", "floor"]]


def title(table: pd.DataFrame) -> str:
    """Name what drives it most in the first and in the last year, beyond luck."""
    years = sorted(table["year"].unique())
    first, last = (most(table[table["year"] == year]) for year in (years[0], years[-1]))
    if first == last:
        return f"driven most by {first} in {years[0]} and in {years[-1]}"
    return f"driven most by {first} in {years[0]}, by {last} in {years[-1]}"


def most(own: pd.DataFrame) -> str:
    """Name the factor that drives it most in a year, if any stands out from luck."""
    clear = own[own["low"] > own["floor"]]
    if clear.empty:
        return "no factor beyond luck"
    return quoted(label(str(clear.sort_values("value")["factor"].iloc[-1])))


def shown(table: pd.DataFrame) -> pd.DataFrame:
    """Show every year of every factor."""
    return pd.DataFrame([
        {
            "Factor": label(str(row["factor"])),
            "Year": row["year"],
            **{name: written(row[column]) for name, column in SHOWN.items()},
        }
        for row in table.to_dict("records")
    ])  # fmt: skip


def drawn(table: pd.DataFrame, kind: str, canvas: Canvas) -> Picture:
    """Draw a panel for each factor, all on one scale."""
    chart, panels = by_factor(table, canvas, head=0.7)
    for name, panel in panels.items():
        own = table[table["factor"] == name]
        at = own["year"].str[:4].astype(int)
        line(panel, at, own, "value")
        panel.plot(at, own["floor"], **FLOOR)
        ends(panel, [at.min(), at.max()], [own["year"].min(), own["year"].max()])
        panel.set_ylim(bottom=min(0.0, float(table["low"].min())))
    key(chart, [
        Line2D([], [], color=BLUES[0], marker="o", ms=4, label=kind),
        Patch(color=BLUES[3], label="95% interval"),
        Line2D([], [], **FLOOR, label=BY_LUCK_ALONE),
    ])  # fmt: skip
    return chart
