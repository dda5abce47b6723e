"""Print the projection beside the one made for councils: python -m sim.study.projection."""

import argparse
from pathlib import Path

import numpy as np
import pandas as pd

from sim.scenario import load_scenario
from sim.study.projection.course import all_courses, behaviour_brings, students_needed, summed
from sim.study.projection.england import (
    FIRST,
    LAST,
    THEIR_STUDENTS,
    THEIRS,
    england,
    students_a_year,
)

SEED, REPLICATES = 20260401, 20
FILE = "projection.csv"
SHOWN = (
    ("off, posts by trend", False, "trend"),
    ("off, posts to need", False, "need"),
    ("on, posts by trend", True, "trend"),
    ("on, posts to need", True, "need"),
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
        "posts to need and as many students as now.",
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


def main() -> None:
    """Run the study on a scenario, print its table, and keep it."""
    asked = argparse.ArgumentParser(prog="python -m sim.study.projection")
    asked.add_argument("scenario", nargs="?", default="baseline")
    asked.add_argument("--replicates", type=int, default=REPLICATES)
    asked.add_argument("--processes", type=int, default=2)
    asked.add_argument("--into", type=Path, help="folder to keep the table in")
    given = asked.parse_args()
    world = england(load_scenario(given.scenario))
    courses = all_courses(world, given.replicates, SEED, given.processes)
    summary = summed(courses)
    print(told(summary, behaviour_brings(courses)))
    if given.into:
        given.into.mkdir(parents=True, exist_ok=True)
        summary.to_csv(given.into / FILE, index=False, lineterminator="\n")


if __name__ == "__main__":
    main()
