"""Corners: the course of stocks over thirty years with every lever at one end of its range."""

from functools import partial
from typing import cast

import pandas as pd
from matplotlib.figure import Figure as Picture
from matplotlib.lines import Line2D

from sim.report.figures.figure import Figure
from sim.report.figures.style import BLUES, DARK, REFERENCE, Canvas, key, picture
from sim.report.numbers import capital
from sim.study.built_in.corners.study import NOTHING, judged

PANELS = (
    "children being harmed", "children in need", "children on a plan", "children looked after",
    "children without a social worker", "contacts waiting", "social workers in post", "vacancies",
    "agency staff", "quality of supervision", "psychological safety", "rules and recording",
)  # fmt: skip
WHOLE, FEW = 1.0, 0.05  # scale; and axes in shares of the level with nothing done, from so little
HEIGHT, COLUMNS = 2.0, {"wide": 3, "narrow": 1}


def figure(table: pd.DataFrame) -> Figure:
    """Draw the table that `cpsim study corners` keeps."""
    found = judged(table)
    return Figure(
        name="corners",
        title=title(found),
        subtitle="Yearly means against the mean with nothing done; a line for each run, on an axis "
        "that shows halves and doubles alike",
        alt=f"Twelve panels of lines over the years of runs. {title(found)}.",
        description="Every lever stands at one end of its range from the first day. What stays "
        "apart is what the levers do; what would run away would leave its panel.",
        data=table,
        table=shown(found),
        sheets=(partial(drawn, table),),
    )


def title(found: pd.DataFrame) -> str:
    """Tell how many worlds stay bounded, and how many courses go on moving."""
    worlds = found.groupby(["corner", "scale"])
    kept, moving = worlds["bounded"].all(), (found["verdict"] == "moving").sum()
    within = "All" if kept.all() else f"{kept.sum()} of"
    said = f"{within} {len(kept)} worlds stay within bounds, and "
    return f"{said}{moving} of {len(found)} courses go on moving at their end"


def shown(found: pd.DataFrame) -> pd.DataFrame:
    """Count the verdicts, stock by stock."""
    rows = []
    for stock, runs in found.groupby("stock", sort=False):
        kinds = runs["verdict"].value_counts()
        counts = {capital(one): int(kinds.get(one, 0)) for one in ("settled", "slowing", "moving")}
        rows.append({"Stock": capital(str(stock)), "Bounded": int(runs["bounded"].sum()), **counts})
    return pd.DataFrame(rows)


def drawn(table: pd.DataFrame, canvas: Canvas) -> Picture:
    """Draw a panel for each stock."""
    columns = COLUMNS[canvas.name]
    chart = picture(canvas, 0.4 + HEIGHT * len(PANELS) / columns)
    panels = chart.subplots(len(PANELS) // columns, columns, squeeze=False).flat
    nothing = table[table["corner"] == NOTHING]
    for panel, stock in zip(panels, PANELS, strict=True):
        usual = nothing.loc[nothing["stock"] == stock, "value"].mean()
        lives = table[table["stock"] == stock].groupby(["corner", "scale", "replicate"], sort=False)
        for name, run in lives:
            corner, scale, _ = cast(tuple[str, float, int], name)
            colour, width, order = look(corner, scale)
            level = (run["value"] / usual).clip(lower=FEW)
            panel.plot(run["year"] + 1, level, color=colour, lw=width, zorder=order)
        panel.set_yscale("log", base=2)
        panel.yaxis.set_major_formatter(lambda value, _: f"{value:,.7g}×")
        panel.set_title(capital(stock), fontsize=10.5)
    key(chart, [
        Line2D([], [], color=colour, lw=width + 0.8, label=label)
        for label, (colour, width, _) in (
            ("A corner of the levers", look("0", 0.0)),
            ("The same at full scale", look("0", WHOLE)),
            ("Nothing done", look(NOTHING, 0.0)),
        )
    ])  # fmt: skip
    return chart


def look(corner: str, scale: float) -> tuple[str, float, int]:
    """Give a run's colour, width and place among the others."""
    if corner == NOTHING:
        return DARK, 1.8, 4
    return (REFERENCE, 1.4, 3) if scale == WHOLE else (BLUES[2], 0.6, 2)
