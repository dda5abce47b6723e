"""Trade-off: finding harm against troubling families where there is none."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from sim.analysis.intervals import Interval, over_replicates

MOVES = {
    (1, -1): "better on both",
    (1, 0): "finds more",
    (0, -1): "needless fewer",
    (1, 1): "both up",
    (-1, -1): "both down",
    (-1, 0): "finds less",
    (0, 1): "needless more",
    (-1, 1): "worse on both",
    (0, 0): "neither",
}


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
        Point(
            str(name), over_replicates(part, found, level), over_replicates(part, needless, level)
        )
        for name, part in runs.groupby("scenario", sort=False)
    ]


def movement(found: float, needless: float) -> str:
    """Name the move of a policy by the clear part of its changes (0 where not clear).

    found    : change in the share of harm that is found
    needless : change in needless intervention
    """
    return MOVES[int(np.sign(found)), int(np.sign(needless))]
