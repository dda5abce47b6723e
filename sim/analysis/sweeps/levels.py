"""Levels: what each point of a design gave, on average over luck, and how much luck there was."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sim.analysis.paired import run_by_run

POINT, LUCK = "draw", "replicate"
FEWEST = 2


@dataclass(frozen=True, slots=True)
class Levels:
    """One measure over a design.

    values : (points,) means over replicates, in the order of the points; not a number where a run
             is missing
    noise  : standard deviation that luck gives each of them, in the measure's unit; not a number
             for one replicate
    luck   : share of their variance that luck makes
    """

    values: NDArray[np.float64]
    noise: float
    luck: float


def levels(
    runs: pd.DataFrame, points: int, measure: str, scenario: str, against: str = ""
) -> Levels:
    """Take a measure of a scenario at every point, or what it changes in it.

    runs    : one row for each run; columns scenario, draw (1 to points), replicate, the measure
    against : the scenario whose level is taken off within each replicate, if any
    """
    each = of_runs(runs, measure, scenario, against)
    wide = each.unstack(LUCK).reindex(range(1, points + 1)).to_numpy(dtype=float)
    noise = noise_of(wide)
    return Levels(wide.mean(axis=1), noise, share_of_luck(wide, noise))


def of_runs(runs: pd.DataFrame, measure: str, scenario: str, against: str) -> pd.Series:
    """Take a measure of every run, or what a scenario changes in it: by point and replicate."""
    if against:
        return run_by_run(runs, measure, scenario, against)
    return runs[runs["scenario"] == scenario].set_index([POINT, LUCK])[measure]


def noise_of(wide: NDArray[np.float64]) -> float:
    """Say what luck adds to each point's mean, as a standard deviation.

    Every point meets the same replicates, so what a replicate adds to all points alike tells none
    of them from another: luck is what is left of the values beside points and replicates.

    wide : (points, replicates)
    """
    known = wide[~np.isnan(wide).any(axis=1)]
    points, replicates = known.shape
    if replicates < FEWEST or points < FEWEST:
        return float("nan")
    alike = known.mean(axis=1, keepdims=True) + known.mean(axis=0) - known.mean()
    left = float(((known - alike) ** 2).sum()) / ((points - 1) * (replicates - 1))
    return float(np.sqrt(left / replicates))


def share_of_luck(wide: NDArray[np.float64], noise: float) -> float:
    """Say how much of the variance between points' means is luck."""
    if np.isnan(noise):
        return float("nan")
    between = float(wide[~np.isnan(wide).any(axis=1)].mean(axis=1).var(ddof=1))
    if between == 0:
        return float("nan")
    return min(1.0, noise**2 / between)
