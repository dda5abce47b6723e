"""Paths: each path's part of what more demand does to leaving, as bars with intervals."""

from functools import partial
from textwrap import fill

import numpy as np
import pandas as pd
from matplotlib.figure import Figure as Picture

from sim.report.figures.figure import Figure
from sim.report.figures.style import Canvas, key, picture
from sim.report.numbers import Shown, counted, listed, mid, signed
from sim.report.studies.bars import bars, legend

PANELS = {
    "leaving": ("Staff who leave", "% of the usual level"),
    "absence": ("Sickness absence", "percentage points"),
    "visits_done": ("Visits done", "percentage points"),
    "vacancy": ("Vacancy rate", "percentage points"),
}
TOTAL, REST, FIRST = "total", "rest", "leaving"
DECIMALS = 2
HEIGHT, WRAP = 3.0, 26
COLUMNS = {"wide": 2, "narrow": 1}


def figure(table: pd.DataFrame) -> Figure:
    """Draw the table that `cpsim study paths` keeps."""
    n = int(table["n"].max())
    return Figure(
        name="paths",
        title=title(of(table, FIRST)),
        subtitle="Part of the effect of a fifth more referrals that goes by each path, averaged "
        f"over all orders in which paths are switched on; {counted(n, 'replicate')}; lines are "
        "95% intervals, not adjusted; parts add up to the total",
        alt=f"Bars for six parts and their total in four panels. {title(of(table, FIRST))}.",
        description=f"{told(of(table, FIRST))} The table has all parts of all four measures.",
        data=table,
        table=shown(table),
        sheets=(partial(drawn, table),),
    )


def of(table: pd.DataFrame, measure: str) -> pd.DataFrame:
    """Take one measure's parts, largest first, then the rest, then the total."""
    rows = table[table["measure"] == measure].set_index("path")
    paths = rows.drop([REST, TOTAL]).sort_values("mean", key=abs, ascending=False)
    return pd.concat([paths, rows.loc[[REST, TOTAL]]])


def title(rows: pd.DataFrame) -> str:
    """Tell the paths whose part is clear, or that there is none."""
    paths = rows.drop([REST, TOTAL])
    clear = paths[(paths["low"] > 0) | (paths["high"] < 0)]
    whole = rows.to_dict("index")[TOTAL]
    if not (whole["low"] > 0 or whole["high"] < 0):
        return "More demand: no change in leaving that luck could not make"
    if clear.empty:
        return "More demand makes more staff leave, by no path that stands out from luck"
    said = [f"{mid(row['label'])} ({row['share']:.0%})" for row in clear.to_dict("records")]
    return f"Of what more demand does to leaving, clear parts: {listed(said)}"


def told(rows: pd.DataFrame) -> str:
    """Tell every part."""
    said = [
        f"{mid(row['label'])} {signed(row['mean'], DECIMALS)}"
        for row in rows.drop(TOTAL).to_dict("records")
    ]
    whole = signed(rows.to_dict("index")[TOTAL]["mean"], DECIMALS)
    return f"Leaving changes by {whole}% of its usual level: {listed(said)}."


def shown(table: pd.DataFrame) -> pd.DataFrame:
    """Show every part of every measure."""
    return pd.DataFrame([
        {
            "Measure": "{} ({})".format(*PANELS[row["measure"]]),
            "Path": row["label"],
            "Part": signed(row["mean"], DECIMALS),
            "95% interval": Shown("", DECIMALS).changes(row["low"], row["high"]),
            "Share": share(row["path"], row["share"]),
        }
        for row in table.to_dict("records")
    ])  # fmt: skip


def share(path: str, value: float) -> str:
    """Write a part's share of the total, where the total is clear."""
    return "" if path == TOTAL or np.isnan(value) else f"{value:.0%}"


def drawn(table: pd.DataFrame, canvas: Canvas) -> Picture:
    """Draw a panel of bars for each measure, in one order of paths."""
    columns = COLUMNS[canvas.name]
    rows = -(-len(PANELS) // columns)
    order = of(table, FIRST)
    chart = picture(canvas, 0.4 + HEIGHT * rows)
    panels = chart.subplots(rows, columns, squeeze=False, sharey=True).flat
    for panel, (measure, (label, unit)) in zip(panels, PANELS.items(), strict=True):
        bars(panel, of(table, measure).loc[order.index], TOTAL)
        panel.set_title(fill(f"{label} ({unit})", canvas.letters(columns)), fontsize=10.5)
    panels[0].set_yticks(range(len(order)), [fill(str(one), WRAP) for one in order["label"]])
    panels[0].invert_yaxis()
    key(chart, legend("A path's part"))
    return chart
