"""Trade-off: finding harm against troubling families where there is none."""

from dataclasses import dataclass

import pandas as pd

from sim.analysis.intervals import Interval, mean_interval


@dataclass(frozen=True, slots=True)
class Point:
    """Where one scenario stands."""

    scenario: str
    found: Interval
    needless: Interval


def points(runs: pd.DataFrame, found: str, needless: str, level: float = 0.95) -> list[Point]:
    """Place every scenario by what it finds and what it does needlessly.

    found, needless : columns of runs
    """
    return [
        Point(str(name), mean_interval(part[found], level), mean_interval(part[needless], level))
        for name, part in runs.groupby("scenario", sort=False)
    ]


def movement(found: float, needless: float) -> str:
    """Name the move of a policy by the clear part of its changes (0 where not clear).

    found    : change in the share of harm that is found
    needless : change in needless intervention
    """
    if found > 0 and needless < 0:
        return "better on both"
    if found < 0 and needless > 0:
        return "worse on both"
    if found * needless > 0:
        return "a trade"
    if found or needless:
        return "one moves"
    return "neither moves"
