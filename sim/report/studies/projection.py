"""Projection: people in post to 2034 beside what councils had projected, and students it takes."""

from functools import partial

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Picture
from matplotlib.lines import Line2D
from matplotlib.ticker import FuncFormatter, MaxNLocator

from sim.report.figures.figure import Figure
from sim.report.figures.style import BASIC, CURRENT, REFERENCE, Canvas, Look, key, picture, sample
from sim.report.numbers import counted, plain
from sim.study.built_in.projection.england import (
    FIRST,
    LAST,
    THEIR_STUDENTS,
    THEIRS,
    students_a_year,
)

LOOKS: dict[tuple[bool, str], tuple[str, Look]] = {
    (False, "trend"): ("Behaviour off, posts by trend", BASIC[3]),
    (False, "need"): ("Behaviour off, posts up by 60%", BASIC[1]),
    (True, "trend"): ("Behaviour on, posts by trend", BASIC[2]),
    (True, "need"): ("Behaviour on, posts up by 60%", BASIC[0]),
}
HEIGHT = 4.2
COLUMNS = {"wide": 2, "narrow": 1}
THOUSAND = FuncFormatter(lambda value, _: f"{value / 1000:.0f}")
SEEN = "Projected for councils: 2023 and need of 2034"


def figure(table: pd.DataFrame) -> Figure:
    """Draw the table that `cpsim study projection` keeps."""
    n = int(table["n"].max())
    return Figure(
        name="projection",
        title=title(table),
        subtitle="Social workers in post each September, England (FTE, thousands): left, with as "
        "many students as now; right, in 2034 by students who begin each year, with posts to "
        f"need; {counted(n, 'replicate')}; bands and lines are 95% intervals",
        alt=f"Lines from 2023 to 2034, and lines by students who begin. {title(table)}.",
        description=" ".join(told(table, *which) for which in LOOKS),
        data=table,
        table=shown(table),
        sheets=(partial(drawn, table),),
    )


def of(table: pd.DataFrame, behaviour: bool, posts: str) -> pd.DataFrame:
    """Take one future over the years, with as many students as now."""
    return table[
        (table["behaviour"] == behaviour) & (table["posts"] == posts) & (table["students"] == 1.0)
    ].sort_values("year")  # fmt: skip


def by_students(table: pd.DataFrame, behaviour: bool) -> pd.DataFrame:
    """Take the last year of the futures whose posts grow as far as there is room, by students."""
    rows = table[
        (table["behaviour"] == behaviour) & (table["posts"] == "need") & (table["year"] == LAST)
    ]  # fmt: skip
    return rows.assign(begin=rows["students"].map(students_a_year)).sort_values("begin")


def ends(table: pd.DataFrame, behaviour: bool, posts: str) -> float:
    """Give the people in post of one future at its end."""
    return float(of(table, behaviour, posts)["in_post"].iloc[-1])


def title(table: pd.DataFrame) -> str:
    """Tell where the paths end against what is needed."""
    off, on = (plain(ends(table, behaviour, "need"), 0) for behaviour in (False, True))
    need = plain(THEIRS[LAST], 0)
    return (
        f"With as many students as now, {off} are in post in {LAST} with behaviour off and {on} "
        f"with it on; {need} are said to be needed"
    )


def told(table: pd.DataFrame, behaviour: bool, posts: str) -> str:
    """Tell one path by its ends."""
    rows = of(table, behaviour, posts)
    first, last = (plain(float(rows["in_post"].iloc[at]), 0) for at in (0, -1))
    return f"{LOOKS[behaviour, posts][0]}: {first} in {FIRST}, {last} in {LAST}."


def shown(table: pd.DataFrame) -> pd.DataFrame:
    """Show every future at its first and last September."""
    return pd.DataFrame([
        {
            "Future": LOOKS[bool(row["behaviour"]), str(row["posts"])][0],
            "Students a year": plain(students_a_year(float(row["students"])), 0),
            "September": f"{row['year']}",
            "In post": plain(row["in_post"], 0),
            "95% interval": f"{plain(row['low'], 0)} to {plain(row['high'], 0)}",
            "Posts": plain(row["all_posts"], 0),
        }
        for row in table[table["year"].isin([FIRST, LAST])].to_dict("records")
    ])  # fmt: skip


def drawn(table: pd.DataFrame, canvas: Canvas) -> Picture:
    """Draw the paths over the years, and where they end by students who begin."""
    columns = COLUMNS[canvas.name]
    rows = -(-2 // columns)
    chart = picture(canvas, 1.2 + HEIGHT * rows)
    over_years, students = chart.subplots(rows, columns, squeeze=False).flat
    for (behaviour, posts), (_, look) in LOOKS.items():
        path(over_years, of(table, behaviour, posts), "year", look)
    for behaviour in (False, True):
        path(students, by_students(table, behaviour), "begin", LOOKS[behaviour, "need"][1])
    over_years.plot(list(THEIRS), list(THEIRS.values()), color=REFERENCE, marker="*", ms=11, lw=0)
    students.plot([THEIR_STUDENTS], [THEIRS[LAST]], color=REFERENCE, marker="*", ms=11, lw=0)
    students.axhline(THEIRS[LAST], color=CURRENT.colour, lw=1, ls=":")
    over_years.set_title("By year", fontsize=10.5)
    students.set_title(f"In {LAST}, by students who begin each year (thousands)", fontsize=10.5)
    students.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value / 1000:.1f}"))
    over_years.xaxis.set_major_locator(MaxNLocator(5, integer=True))
    for panel in (over_years, students):
        panel.yaxis.set_major_formatter(THOUSAND)
    key(chart, [
        *(sample(label, look) for label, look in LOOKS.values()),
        Line2D([], [], color=REFERENCE, marker="*", ms=11, lw=0, label=SEEN),
    ])  # fmt: skip
    return chart


def path(panel: Axes, rows: pd.DataFrame, across: str, look: Look) -> None:
    """Draw one path with its band."""
    panel.fill_between(rows[across], rows["low"], rows["high"], color=look.colour, alpha=0.15, lw=0)
    panel.plot(
        rows[across], rows["in_post"], color=look.colour, ls=look.dash, marker=look.marker, ms=5,
    )  # fmt: skip
