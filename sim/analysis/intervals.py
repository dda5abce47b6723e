"""Intervals for a mean over replicates."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import stats


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean and the range that luck leaves it; low and high are unknown for one value."""

    mean: float
    low: float
    high: float
    n: int


def mean_interval(values: pd.Series, level: float = 0.95) -> Interval:
    """Mean over replicates with a t interval."""
    known = values.dropna().to_numpy(dtype=float)
    if not len(known):
        return Interval(np.nan, np.nan, np.nan, 0)
    mean = float(known.mean())
    if len(known) == 1:
        return Interval(mean, np.nan, np.nan, 1)
    error = float(known.std(ddof=1)) / np.sqrt(len(known))
    half = error * float(stats.t.ppf((1 + level) / 2, len(known) - 1))
    return Interval(mean, mean - half, mean + half, len(known))


def over_replicates(runs: pd.DataFrame, column: str, level: float = 0.95) -> Interval:
    """Mean of one column of runs with a t interval over replicates.

    Points of a design share their replicates' luck, and are averaged within each replicate.
    """
    return mean_interval(runs.groupby("replicate")[column].mean(), level)


def running_mean(values: pd.Series, level: float = 0.95) -> pd.DataFrame:
    """Mean and interval of the first two, three, ... replicates, in their order.

    returns : columns n, mean, low, high
    """
    known = values.dropna()
    steps = (mean_interval(known.iloc[:n], level) for n in range(2, len(known) + 1))
    rows = [(step.n, step.mean, step.low, step.high) for step in steps]
    return pd.DataFrame(rows, columns=["n", "mean", "low", "high"])
