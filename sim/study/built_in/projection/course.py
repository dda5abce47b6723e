"""People in post each September, in England's numbers, under every future."""

from collections.abc import Iterable
from dataclasses import asdict
from itertools import pairwise

import numpy as np
import pandas as pd
from scipy import stats

from sim.measures.compute import total
from sim.scenario import Scenario
from sim.study.built_in.paths.leaving import LEAVING, run_watched
from sim.study.built_in.projection.england import (
    CASES,
    FIRST,
    LAST,
    POSTS_NOW,
    THEIRS,
    Case,
    future,
    students_a_year,
    switched_off,
)
from sim.study.built_in.stationarity import quiet
from sim.study.built_in.study import side_by_side
from sim.study.replicate import run_once

CALM_YEARS = 2
CENSUS = "Q2"
LEVEL = 0.95
KEYS = ["behaviour", "posts", "students"]


def replicate_of(scenario: Scenario, seed: int, replicate: int) -> pd.DataFrame:
    """Run one replicate under every future.

    returns : a row for each future and September: its keys, year, in_post, posts, leavers (% of
              those in post over the year to September)
    """
    calm = calmness(scenario, seed, replicate)
    return pd.concat(
        [
            in_september(run_once(future(scenario, case, calm), seed, replicate)["quarterly"], case)
            for case in CASES
        ],
        ignore_index=True,
    ).assign(replicate=replicate, calm=calm)


def calmness(scenario: Scenario, seed: int, replicate: int) -> float:
    """Find what exits start from with behaviour off, so that staff leave as often as with it on."""
    short = quiet(scenario, CALM_YEARS)
    on = run_watched(short, seed, replicate)[LEAVING]
    off = run_watched(switched_off(short), seed, replicate)[LEAVING]
    return on / off


def in_september(quarterly: pd.DataFrame, case: Case) -> pd.DataFrame:
    """Count posts and people each September, as if the place were all of England."""
    rows = {
        year: quarterly[quarterly["quarter"] == f"{year}-{(year + 1) % 100:02d} {CENSUS}"]
        for year in range(FIRST, LAST + 1)
    }
    gross = POSTS_NOW / total(rows[FIRST], "posts", "end")
    found = []
    for year, census in rows.items():
        before = up_to(quarterly, census)
        in_post = total(census, "in_post", "end")
        leavers = total(before, "leavers", "yearly") / in_post
        found.append({
            **asdict(case), "year": year, "in_post": gross * in_post,
            "all_posts": gross * total(census, "posts", "end"), "leavers": 100.0 * leavers,
        })  # fmt: skip
    return pd.DataFrame(found)


def up_to(quarterly: pd.DataFrame, census: pd.DataFrame) -> pd.DataFrame:
    """Take the four quarters, or as many as there are, that end with a census."""
    weeks = sorted(set(quarterly["first_week"]))
    last = weeks.index(int(census["first_week"].iloc[0]))
    return quarterly[quarterly["first_week"].isin(weeks[max(0, last - 3) : last + 1])]


def all_courses(scenario: Scenario, replicates: int, seed: int, workers: int = 1) -> pd.DataFrame:
    """Run every replicate, several at a time."""
    tasks = [(scenario, seed, replicate) for replicate in range(replicates)]
    return pd.concat(side_by_side(replicate_of, tasks, workers), ignore_index=True)


def summed(courses: pd.DataFrame) -> pd.DataFrame:
    """Give the mean of each future and September over replicates, with 95% intervals.

    returns : columns of KEYS, year, in_post, low, high, all_posts, leavers, n
    """
    groups = courses.groupby([*KEYS, "year"], sort=False)
    found = groups.agg(
        in_post=("in_post", "mean"), spread=("in_post", "std"), all_posts=("all_posts", "mean"),
        leavers=("leavers", "mean"), n=("in_post", "size"),
    ).reset_index()  # fmt: skip
    error = stats.t.ppf((1 + LEVEL) / 2, found["n"] - 1) * found["spread"] / np.sqrt(found["n"])
    return found.assign(low=found["in_post"] - error, high=found["in_post"] + error).drop(
        columns="spread"
    )


def behaviour_brings(courses: pd.DataFrame) -> tuple[float, float]:
    """Find what behaviour brings in 2034, replicate by replicate: mean, and half of its interval.

    Posts grow as far as there is room, and students are as many as now. Replicates begin with other
    staff, so that levels differ far more between them than what is switched does.
    """
    rows = courses[
        (courses["posts"] == "need") & (courses["students"] == 1.0) & (courses["year"] == LAST)
    ].set_index("replicate")  # fmt: skip
    on = rows["in_post"][rows["behaviour"]]
    change = on - rows["in_post"][~rows["behaviour"]]
    error = float(change.std(ddof=1)) / np.sqrt(len(change))
    half = error * float(stats.t.ppf((1 + LEVEL) / 2, len(change) - 1))
    return float(change.mean()), float(half)


def students_needed(summary: pd.DataFrame, behaviour: bool) -> float:
    """Find how many must begin each year to reach what is needed in 2034, people; or infinity.

    Between the numbers that were run the path is taken to be straight.
    """
    rows = summary[
        (summary["behaviour"] == behaviour) & (summary["posts"] == "need")
        & (summary["year"] == LAST)
    ].sort_values("students")  # fmt: skip
    return reached(rows["students"], rows["in_post"], THEIRS[LAST])


def reached(students: Iterable[float], in_post: Iterable[float], aim: float) -> float:
    """Go up the numbers of students until those in post are as many as is aimed at."""
    steps = list(zip(students, in_post, strict=True))
    if steps[0][1] >= aim:
        return students_a_year(steps[0][0])
    for (few, low), (many, high) in pairwise(steps):
        if low < aim <= high:
            return students_a_year(few + (many - few) * (aim - low) / (high - low))
    return float("inf")
