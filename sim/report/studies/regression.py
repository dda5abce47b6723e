"""Regression to the mean: what the worst-judged rise with and without loops of improvement."""

from functools import partial

import pandas as pd
from matplotlib.figure import Figure as Picture
from matplotlib.lines import Line2D

from sim.report.figures.figure import Figure
from sim.report.figures.style import BLUES, DARK, REFERENCE, Canvas, key, picture
from sim.report.numbers import Shown, capital, signed

PANELS = {
    "judgement": ("Change of judgement", "grades", 1),
    "practice": ("Change of practice", "index, 0 to 1", 3),
}
ON, OFF = "all loops on", "loops of improvement off"
LOOK = {ON: (BLUES[0], "o", -0.12), OFF: (REFERENCE, "s", 0.12)}
WORST = "inadequate"
HEIGHT, COLUMNS = 3.2, {"wide": 2, "narrow": 1}


def figure(table: pd.DataFrame) -> Figure:
    """Draw the table that `cpsim study regression` keeps."""
    return Figure(
        name="regression",
        title=title(table),
        subtitle="Change from one full judgement to the next by the first of them, and of practice "
        "in the year before each; lines are 95% intervals by leaving replicates out in turn",
        alt=f"Points with intervals by first judgement in two panels. {title(table)}.",
        description="Judgements are noisy: who was judged worst had bad luck among other things. "
        "What rises with the loops of improvement off is no lever's doing.",
        data=table,
        table=shown(table),
        sheets=(partial(drawn, table),),
    )


def of(table: pd.DataFrame, what: str, loops: str) -> pd.DataFrame:
    """Take one change under one setting of the loops, the worst-judged first."""
    rows = table[(table["what"] == what) & (table["loops"] == loops)]
    return rows.set_index("first")


def title(table: pd.DataFrame) -> str:
    """Tell what the worst-judged rise, and how much of it with loops of improvement off."""
    on, off = (of(table, "judgement", loops) for loops in (ON, OFF))
    if WORST not in on.index:
        return "Nobody was judged inadequate, so nothing is told of the worst"
    rise, alone = on.to_dict("index")[WORST]["mean"], off.to_dict("index")[WORST]["mean"]
    said = f"After an inadequate judgement the next is {signed(rise, 1)} grades, and "
    return f"{said}{signed(alone, 1)} with every loop of improvement off"


def shown(table: pd.DataFrame) -> pd.DataFrame:
    """Show every row."""
    return pd.DataFrame([
        {
            "First judgement": capital(row["first"]),
            "Change": "{} ({})".format(*PANELS[row["what"]][:2]),
            "Loops": row["loops"],
            "Pairs": row["pairs"],
            "Mean": signed(row["mean"], PANELS[row["what"]][2]),
            "95% interval": Shown("", PANELS[row["what"]][2]).changes(row["low"], row["high"]),
        }
        for row in table.to_dict("records")
    ])  # fmt: skip


def drawn(table: pd.DataFrame, canvas: Canvas) -> Picture:
    """Draw a panel for judgement and one for practice."""
    columns = COLUMNS[canvas.name]
    chart = picture(canvas, 0.4 + HEIGHT * len(PANELS) / columns)
    panels = chart.subplots(len(PANELS) // columns, columns, squeeze=False).flat
    for panel, (what, (label, unit, _)) in zip(panels, PANELS.items(), strict=True):
        grades = list(of(table, what, ON).index)
        for loops, (colour, mark, down) in LOOK.items():
            rows = of(table, what, loops).loc[grades]
            at = [n + down for n in range(len(grades))]
            panel.hlines(at, rows["low"], rows["high"], color=colour, lw=1.8, zorder=3)
            panel.plot(rows["mean"], at, mark, color=colour, zorder=4)
        panel.set_yticks(range(len(grades)), [capital(one) for one in grades])
        panel.invert_yaxis()
        panel.axvline(0, color=DARK, lw=1.2, zorder=2)
        panel.grid(visible=True, axis="x")
        panel.grid(visible=False, axis="y")
        panel.set_title(f"{label} ({unit})", fontsize=10.5)
    key(chart, [
        Line2D([], [], color=colour, marker=mark, lw=1.8, label=capital(loops))
        for loops, (colour, mark, _) in LOOK.items()
    ])  # fmt: skip
    return chart
