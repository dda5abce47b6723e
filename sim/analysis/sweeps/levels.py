"""Levels: what each point of a design gave, on average over luck, and how much luck there was."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sim.analysis.paired import differences

POINT, LUCK = "draw", "replicate"


@dataclass(frozen=True, slots=True)
class Levels:
    """One measure over a design.

    values : (points,) means over replicates, in the order of the points; not a number where a run
             is missing
    luck   : share of the variance of these means that luck makes; not a number for one replicate
    """

    values: NDArray[np.float64]
    luck: float


def levels(
    runs: pd.DataFrame, points: int, measure: str, scenario: str, against: str = ""
) -> Levels:
    """Take a measure of a scenario at every point, or what it changes in it.

    runs    : one row for each run; columns scenario, draw (1 to points), replicate, the measure
    against : the scenario whose level is taken off within each replicate, if any
    """
    if against:
        each = differences(runs, measure, scenario, against)
    else:
        own = runs[runs["scenario"] == scenario]
        each = own.set_index([POINT, LUCK])[measure]
    wide = each.unstack(LUCK).reindex(range(1, points + 1)).to_numpy(dtype=float)
    return Levels(wide.mean(axis=1), share_of_luck(wide))


def share_of_luck(wide: NDArray[np.float64]) -> float:
    """Say how much of the variance between points' means is luck.

    wide : (points, replicates)
    """
    known = wide[~np.isnan(wide).any(axis=1)]
    if known.shape[1] < 2 or len(known) < 2:
        return float("nan")
    within = float(known.var(axis=1, ddof=1).mean()) / known.shape[1]
    between = float(known.mean(axis=1).var(ddof=1))
    return min(1.0, within / between) if between > 0 else float("nan")
