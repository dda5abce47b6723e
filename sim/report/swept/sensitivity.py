"""Sensitivity: which factors drive a measure, by the indices that the design allows."""

from collections.abc import Sequence
from functools import partial
from textwrap import fill
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Picture
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from numpy.typing import NDArray
from scipy import stats

from sim.analysis.sweeps.levels import Levels
from sim.analysis.sweeps.morris import mean_of_inverse_steps, morris_effects
from sim.analysis.sweeps.sobol import sobol_indices
from sim.report.comparison import Comparison
from sim.report.figures.figure import Figure
from sim.report.figures.style import BLUES, DARK, REFERENCE, Canvas, key, picture
from sim.report.numbers import listed
from sim.report.swept.swept import Swept, label, swept
from sim.report.words.effect import Subject

MOST, MOST_NAMED, WRAP, BAR = 4, 3, 26, 0.42
TELLS = {"sobol": ("Alone", "With all others"), "morris": ("Mean size of effect",),
         "one-at-a-time": ("From its lowest to its highest",)}  # fmt: skip
HOW = {
    "sobol": "shares of the spread between points (Sobol indices), with 95% bootstrap intervals",
    "morris": "mean size of what moving a factor over its range changes (Morris), with 95% "
    "intervals over trajectories",
    "one-at-a-time": "what moving one factor over its range changes, all others at their centre",
}
ALONE, NOTHING = "one-at-a-time", 1e-9
BESIDE_LABELS = 0.5  # of a chart's width, beside the names of its bars
BY_LUCK_ALONE = "By luck alone"
SHOWN = {"Value": "value", "From": "low", "To": "high", BY_LUCK_ALONE: "floor"}
FLOOR: dict[str, Any] = {"color": REFERENCE, "lw": 1.2, "ls": ":"}
BARS = {1: (0.0,), 2: (-0.2, 0.2)}
LINE = 0.19  # of a factor's name, in inches
HALF = 0.35  # of a factor's bars, up and down
NUMBERS = ("size", "low", "high")
BY_LUCK = float(2 / np.sqrt(np.pi))
"""Mean size of the difference of two normal draws, in their standard deviation."""
SURELY = float(stats.norm.ppf(0.975) * np.sqrt(2)) / BY_LUCK
"""Times that size, which 95 such differences in a hundred stay within."""
type Row = tuple[str, str, float, float, float]


def sensitivity(comparison: Comparison) -> Figure | None:
    """Draw how much each factor drives the first measures; nothing without such a design."""
    found = swept(comparison)
    if found is None or found.design.method not in TELLS:
        return None
    table = pd.concat([of(found, one) for one in comparison.subjects[:MOST]], ignore_index=True)
    if table["value"].isna().all():
        return None
    first = comparison.subjects[0]
    return Figure(
        name="sensitivity",
        title=title(found, table, first),
        subtitle=f"{HOW[found.design.method].capitalize()}; {found.subject_in_words}; "
        f"{comparison.period}, {comparison.where}; {len(found.points):,} points",
        alt=f"Bars for each factor and measure. {title(found, table, first)}.",
        description=" ".join(luck(found, one) for one in comparison.subjects[:MOST]),
        data=table,
        table=shown(comparison, table),
        sheets=(partial(drawn, found, table),),
    )


def of(found: Swept, subject: Subject) -> pd.DataFrame:
    """Tell how much each factor drives one measure, over the period.

    returns : columns measure and those of `driving`
    """
    table = driving(found, found.levels(subject))
    return table.assign(measure=subject.name)[["measure", *table.columns]]


def driving(found: Swept, levels: Levels) -> pd.DataFrame:
    """Tell how much each factor drives the levels that points have.

    returns : columns factor, kind, value, low, high, floor (what a factor that only stirs luck
              would show; not a number for one replicate)
    """
    method = found.design.method
    how = {"sobol": sobol, "morris": morris, "one-at-a-time": tornado}[method]
    table = pd.DataFrame(
        how(found, levels.values), columns=["factor", "kind", "value", "low", "high"]
    )
    return table.assign(floor=table["factor"].map(floors(found, levels)).astype(float))


def floors(found: Swept, levels: Levels) -> dict[str, float]:
    """Say for each factor what it would show if it only stirred luck.

    A share of the spread where those are told; else the mean size of the difference between two
    points that differ by luck alone, over the steps that its effects are taken over.
    """
    if found.design.method == "sobol":
        return dict.fromkeys(found.names, levels.luck)
    each = mean_of_inverse_steps(found.unit) if found.design.method == "morris" else None
    times = np.ones(len(found.names)) if each is None else each
    return dict(zip(found.names, BY_LUCK * levels.noise * times, strict=True))


def sobol(found: Swept, values: NDArray[np.float64]) -> list[Row]:
    """Take first and total indices."""
    own = sobol_indices(
        values, found.names, second_order=found.design.second_order,
        seed=found.comparison.experiment.seed,
    )  # fmt: skip
    rows = []
    for row in own.to_dict("records"):
        for kind, which in zip(TELLS["sobol"], ("first", "total"), strict=True):
            numbers = (which, f"{which}_low", f"{which}_high")
            rows.append(line(str(row["factor"]), kind, [float(row[one]) for one in numbers]))
    return rows


def line(factor: str, kind: str, numbers: Sequence[float]) -> Row:
    """Lay out a value with the ends of its interval."""
    value, low, high = numbers
    return factor, kind, value, low, high


def morris(found: Swept, values: NDArray[np.float64]) -> list[Row]:
    """Take the mean size of elementary effects."""
    own = morris_effects(found.unit, values, found.names)
    return [
        line(str(row["factor"]), TELLS["morris"][0], [float(row[one]) for one in NUMBERS])
        for row in own.to_dict("records")
    ]


def tornado(found: Swept, values: NDArray[np.float64]) -> list[Row]:
    """Take the change over each factor's range; low and high are the ends of what was reached."""
    centre = found.points[0]
    rows = []
    for k, name in enumerate(found.names):
        others = np.delete(found.points, k, axis=1) == np.delete(centre, k)
        own = np.flatnonzero(others.all(axis=1))
        reached = values[own[np.argsort(found.points[own, k], kind="stable")]]
        moved = float(reached[-1] - reached[0])
        low, high = float(np.nanmin(reached)), float(np.nanmax(reached))
        rows.append((name, TELLS["one-at-a-time"][0], moved, low - values[0], high - values[0]))
    return rows


def ordered(table: pd.DataFrame, measure: str) -> list[str]:
    """Order factors by how much they drive a measure, the most first."""
    own = table[table["measure"] == measure]
    last = own[own["kind"] == own["kind"].iloc[-1]]
    size = last.set_index("factor")["value"].abs().sort_values(ascending=False)
    return [str(one) for one in size.index]


def title(found: Swept, table: pd.DataFrame, subject: Subject) -> str:
    """Name the factors that drive the first measure most."""
    own = table[(table["measure"] == subject.name) & (table["kind"] == table["kind"].iloc[-1])]
    if own["floor"].isna().all():
        return f"{subject.label}: one replicate cannot tell what drives it from luck"
    clear = own[beyond_luck(own, found.design.method)]
    named = [one for one in ordered(table, subject.name) if one in set(clear["factor"])]
    if not named:
        return f"{subject.label}: no factor stands out from luck"
    told = listed([f"“{label(one)}”" for one in named[:MOST_NAMED]])
    return f"{subject.label} is driven most by {told}"


def beyond_luck(rows: pd.DataFrame, method: str) -> pd.Series:
    """Say which factors stand out from what luck alone would show."""
    if method == ALONE:
        return rows["value"].abs() > (SURELY * rows["floor"]).clip(lower=NOTHING)
    return rows["low"] > rows["floor"]


def luck(found: Swept, subject: Subject) -> str:
    """Say how much of the spread between points is luck."""
    share = found.levels(subject).luck
    if np.isnan(share):
        return f"{subject.label}: one replicate cannot tell factors from luck."
    return f"{subject.label}: luck makes {share:.0%} of the spread between points."


def drawn(found: Swept, table: pd.DataFrame, canvas: Canvas) -> Picture:
    """Draw a panel of bars for each measure, factors in one order."""
    subjects = found.comparison.subjects[:MOST]
    order = ordered(table, subjects[0].name)
    columns = canvas.columns(len(subjects), canvas.most // 2)
    lines = -(-len(subjects) // columns)
    names = [fill(label(one), WRAP) for one in order]
    tallest = max(BAR, LINE * max(one.count("\n") + 1 for one in names))
    chart = picture(canvas, 1.0 + lines * (0.7 + tallest * len(order)))
    panels = list(chart.subplots(lines, columns, squeeze=False, sharey=True).flat)
    for panel in panels[len(subjects) :]:
        panel.set_visible(False)
    for panel, subject in zip(panels, subjects, strict=False):
        bars(panel, table[table["measure"] == subject.name], order, found.design.method)
        room = int(canvas.letters(columns) * BESIDE_LABELS)
        panel.set_title(fill(subject.label, room), fontsize=10.5)
    panels[0].set_yticks(range(len(order)), names)
    panels[0].invert_yaxis()
    kinds = TELLS[found.design.method]
    marks: list[Patch | Line2D] = [Patch(color=BLUES[n], label=kind)
                                   for n, kind in enumerate(kinds)]  # fmt: skip
    if table["floor"].notna().any():
        marks.append(Line2D([], [], **FLOOR, label=BY_LUCK_ALONE))
    key(chart, marks)
    return chart


def bars(panel: Axes, rows: pd.DataFrame, order: Sequence[str], method: str) -> None:
    """Draw one measure's bars and intervals."""
    kinds = TELLS[method]
    for n, (kind, off) in enumerate(zip(kinds, BARS[len(kinds)], strict=True)):
        own = rows[rows["kind"] == kind].set_index("factor").loc[list(order)]
        heights = np.arange(len(order)) + off
        panel.barh(heights, own["value"], height=0.7 / len(kinds), color=BLUES[n], zorder=2)
        if method != ALONE:
            panel.hlines(heights, own["low"], own["high"], color=DARK, lw=1.4, zorder=3)
    if (rows["value"].abs() <= NOTHING).all():
        panel.set_xlim(-1, 1)
    panel.axvline(0, color=DARK, lw=1.2, zorder=4)
    rows_at = np.arange(len(order))
    edges = rows.drop_duplicates("factor").set_index("factor").loc[list(order), "floor"]
    for sign in (1, -1) if method == ALONE else (1,):
        panel.vlines(sign * edges, rows_at - HALF, rows_at + HALF, **FLOOR, zorder=5)
    panel.grid(visible=True, axis="x")
    panel.grid(visible=False, axis="y")
    panel.tick_params(axis="y", length=0)
    panel.locator_params(axis="x", nbins=4)


def shown(comparison: Comparison, table: pd.DataFrame) -> pd.DataFrame:
    """Show every number as a reader should meet it."""
    return pd.DataFrame([
        {
            "Measure": comparison.subject(str(row["measure"])).label,
            "Factor": label(str(row["factor"])),
            "What": str(row["kind"]),
            **{name: written(row[column]) for name, column in SHOWN.items()},
        }
        for row in table.to_dict("records")
    ])  # fmt: skip


def written(number: float) -> str:
    """Write an index, or that it is not known."""
    return "not known" if np.isnan(number) else f"{number:.3g}"
