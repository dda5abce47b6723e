"""The study of the projection, in words: cpsim study projection."""

from datetime import date

import numpy as np
import pandas as pd

from sim.kernel.errors import InputError
from sim.scenario import Scenario
from sim.study.built_in.projection.course import (
    all_courses,
    behaviour_brings,
    students_needed,
    summed,
)
from sim.study.built_in.projection.england import (
    FIRST,
    LAST,
    THEIR_STUDENTS,
    THEIRS,
    england,
    students_a_year,
)
from sim.study.built_in.study import SEED, Found, Size, Study

REPLICATES, YEARS = 20, LAST - FIRST + 1
CALENDAR_START = date(FIRST, 4, 1)
SHOWN = (
    ("off, posts by trend", False, "trend"),
    ("off, posts up by 60%", False, "need"),
    ("on, posts by trend", True, "trend"),
    ("on, posts up by 60%", True, "need"),
)


def told(summary: pd.DataFrame, brings: tuple[float, float]) -> str:
    """Write both projections side by side, and the students that each would take.

    brings : what behaviour brings in 2034, and half of its interval
    """
    n = int(summary["n"].max())
    return "\n".join([
        f"{'in post, September':<20}{'theirs':>9}" + "".join(f"{one[0]:>22}" for one in SHOWN),
        *(line(summary, year) for year in range(FIRST, LAST + 1)),
        "",
        f"{'leavers, % a year':<29}" + "".join(
            f"{leavers(summary, behaviour, posts):>22.1f}" for _, behaviour, posts in SHOWN
        ),
        f"{'vacancy rate in 2034, %':<29}" + "".join(
            f"{vacancy(summary, behaviour, posts):>22.1f}" for _, behaviour, posts in SHOWN
        ),
        "",
        f"Students who begin each year: {students_a_year(1.0):,.0f} now, {THEIR_STUDENTS:,.0f} as "
        f"they ask. To have {THEIRS[LAST]:,.0f} in post in {LAST} it takes here "
        f"{needed(summary, False)} with behaviour off, and {needed(summary, True)} with it on.",
        f"Behaviour brings {brings[0]:+,.0f} ±{brings[1]:,.0f} people by {LAST}, paired, with "
        "posts up by 60% and as many students as now.",
        f"{n} replicates. Behaviour is “off” or “on”; students are as many as now in the columns. "
        f"Theirs gives its two ends alone; between them stands a straight line.",
    ])  # fmt: skip


def line(summary: pd.DataFrame, year: int) -> str:
    """Write one September."""
    theirs = np.interp(year, list(THEIRS), list(THEIRS.values()))
    cells = []
    for _, behaviour, posts in SHOWN:
        row = future_of(summary, behaviour, posts).set_index("year").loc[year]
        cells.append(f"{row['in_post']:,.0f} ±{row['high'] - row['in_post']:,.0f}")
    return f"{year:<20}{theirs:>9,.0f}" + "".join(f"{cell:>22}" for cell in cells)


def future_of(summary: pd.DataFrame, behaviour: bool, posts: str) -> pd.DataFrame:
    """Take one future with as many students as now."""
    return summary[
        (summary["behaviour"] == behaviour) & (summary["posts"] == posts)
        & (summary["students"] == 1.0)
    ]  # fmt: skip


def leavers(summary: pd.DataFrame, behaviour: bool, posts: str) -> float:
    """Give the mean turnover of one future after its first census."""
    rows = future_of(summary, behaviour, posts).to_dict("records")
    later = [float(row["leavers"]) for row in rows if row["year"] > FIRST]
    return sum(later) / len(later)


def vacancy(summary: pd.DataFrame, behaviour: bool, posts: str) -> float:
    """Give the posts of one future that nobody is in at its end, %."""
    row = future_of(summary, behaviour, posts).to_dict("records")[-1]
    return 100.0 * (1.0 - float(row["in_post"]) / float(row["all_posts"]))


def needed(summary: pd.DataFrame, behaviour: bool) -> str:
    """Write how many students it takes, or that the largest number tried is too few."""
    found = students_needed(summary, behaviour)
    most = students_a_year(float(summary["students"].max()))
    return f"{found:,.0f}" if np.isfinite(found) else f"more than {most:,.0f}"


def study(scenario: Scenario, size: Size) -> Found:
    """Follow people in post to 2034 under every future."""
    if scenario.start != CALENDAR_START:
        raise InputError.command_line(
            f"“{scenario.name}” starts on {scenario.start}, and the projection on "
            f"{CALENDAR_START}.",
            "Name a scenario that starts then, such as baseline.",
        )
    courses = all_courses(england(scenario), size.replicates, SEED, size.workers)
    table = summed(courses)
    return Found(told(table, behaviour_brings(courses)), table)


PROJECTION = Study(
    "how near do people in post come to councils' projection for 2034?",
    REPLICATES, YEARS, YEARS, study,
)  # fmt: skip
