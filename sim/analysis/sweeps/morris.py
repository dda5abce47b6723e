"""Morris screening: mean size of each factor's elementary effects, and how much they differ.

Effects are of a factor moved over its whole range (Morris 1991; mu* of Campolongo et al. 2007).
Trajectories with a run missing are left out whole.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import stats

LEVEL = 0.95
COLUMNS = ("factor", "size", "low", "high", "mean", "spread", "trajectories")


def morris_effects(
    unit: NDArray[np.float64], values: NDArray[np.float64], names: Sequence[str]
) -> pd.DataFrame:
    """Estimate elementary effects.

    unit    : (points, factors) where each point lies in its range, from 0 to 1
    values  : (points,) in the same order, trajectory by trajectory
    returns : a row for each factor: `COLUMNS`; size is the mean absolute effect with a t interval
              over trajectories, spread the standard deviation of effects
    """
    many = len(names)
    paths, given = unit.reshape(-1, many + 1, many), values.reshape(-1, many + 1)
    whole = ~np.isnan(given).any(axis=1)
    effects = np.full((int(whole.sum()), many), np.nan)
    for row, (path, level) in enumerate(zip(paths[whole], given[whole], strict=True)):
        step = np.diff(path, axis=0)
        moved = np.abs(step).argmax(axis=1)
        effects[row, moved] = np.diff(level) / step[np.arange(many), moved]
    return pd.DataFrame([told(name, effects[:, k]) for k, name in enumerate(names)])


def mean_of_inverse_steps(unit: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give for each factor the mean of one over its steps, by which effects are multiplied.

    unit    : (points, factors) as in `morris_effects`
    returns : (factors,): 1 for a switch, which moves over its whole range
    """
    many = unit.shape[1]
    steps = np.abs(np.diff(unit.reshape(-1, many + 1, many), axis=1)).max(axis=1)
    return np.asarray((1.0 / steps).mean(axis=0))


def told(name: str, effects: NDArray[np.float64]) -> dict[str, object]:
    """Describe one factor's effects."""
    size, n = np.abs(effects), len(effects)
    mean, spread = (float(effects.mean()), float(effects.std(ddof=1))) if n > 1 else (np.nan,) * 2
    half = float(stats.t.ppf((1 + LEVEL) / 2, n - 1) * stats.sem(size)) if n > 1 else np.nan
    middle = float(size.mean()) if n else np.nan
    numbers = (middle, max(0.0, middle - half), middle + half, mean, spread, n)
    return dict(zip(COLUMNS, (name, *numbers), strict=True))
