"""Curves: the share of spells that still go on, when some have not ended yet.

Kaplan-Meier by SciPy on right-censored spells.
"""

import warnings
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import stats


def kaplan_meier(spells: pd.DataFrame, level: float = 0.95) -> pd.DataFrame:
    """Estimate the share of spells still going on, by week.

    spells  : columns weeks and ended
    returns : columns week, share, low, high (log-log interval), beginning with week 0
    """
    weeks = spells["weeks"].to_numpy(dtype=float)
    ended = spells["ended"].to_numpy(dtype=bool)
    start = pd.DataFrame({"week": [0.0], "share": [1.0], "low": [1.0], "high": [1.0]})
    if not len(weeks):
        return start.iloc[:0]
    if not ended.any():
        flat = pd.concat([start, start.assign(week=weeks.max())], ignore_index=True)
        return flat.drop_duplicates("week")
    fit = stats.ecdf(stats.CensoredData(uncensored=weeks[ended], right=weeks[~ended])).sf
    low, high = loglog(fit, level)
    curve = pd.DataFrame(
        {"week": fit.quantiles, "share": fit.probabilities, "low": low, "high": high}
    )
    return pd.concat([start, curve], ignore_index=True).drop_duplicates("week", keep="last")


def loglog(fit: Any, level: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Take SciPy's log-log interval; where it is undefined the estimate stands alone."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "The confidence interval is undefined", RuntimeWarning)
        interval = fit.confidence_interval(confidence_level=level, method="log-log")
    share = fit.probabilities
    low, high = interval.low.probabilities, interval.high.probabilities
    return np.where(np.isfinite(low), low, share), np.where(np.isfinite(high), high, share)


def mean_curve(spells: pd.DataFrame, level: float = 0.95) -> pd.DataFrame:
    """Estimate the share of spells still going on, with the luck between runs in its interval.

    Spells of one run share their world, so pooling them would claim too much. The share is the
    mean of each run's own curve, and the interval that of a mean (t); a single run has its own.

    spells  : columns weeks and ended, of one scenario, and draw and replicate
    returns : columns week, share, low, high
    """
    curves = [kaplan_meier(part, level) for _, part in spells.groupby(["draw", "replicate"])]
    if len(curves) < 2:
        return kaplan_meier(spells, level)
    return mean_of(curves, level)


def mean_of(curves: Sequence[pd.DataFrame], level: float = 0.95) -> pd.DataFrame:
    """Take the mean of several runs' curves, each a step function, as far as all are known.

    curves  : at least two, with columns week and share
    returns : columns week, share, low, high (t interval, kept within 0 and 1)
    """
    weeks = np.unique(np.concatenate([curve["week"].to_numpy() for curve in curves]))
    weeks = weeks[weeks <= min(curve["week"].max() for curve in curves)]
    each = np.array([
        curve["share"].to_numpy()[np.searchsorted(curve["week"], weeks, side="right") - 1]
        for curve in curves
    ])  # fmt: skip
    mean = each.mean(axis=0)
    error = each.std(axis=0, ddof=1) / np.sqrt(len(curves))
    half = stats.t.ppf((1 + level) / 2, len(curves) - 1) * error
    low, high = np.clip(mean - half, 0.0, 1.0), np.clip(mean + half, 0.0, 1.0)
    return pd.DataFrame({"week": weeks, "share": mean, "low": low, "high": high})


def share_at(curve: pd.DataFrame, week: float) -> float:
    """Read a curve at one week; unknown beyond the last week that anybody was followed."""
    if curve.empty or week > curve["week"].max():
        return np.nan
    return float(curve.loc[curve["week"] <= week, "share"].iloc[-1])


def at_risk(spells: pd.DataFrame, weeks: Sequence[float]) -> list[int]:
    """Count the spells still followed at the start of each week."""
    return [int((spells["weeks"] >= week).sum()) for week in weeks]


def shares_by_run(spells: pd.DataFrame, week: float, name: str) -> pd.DataFrame:
    """Read each run's own curve at one week, so that scenarios can be compared in pairs.

    returns : columns scenario, draw, replicate and one named `name`
    """
    keys = ["scenario", "draw", "replicate"]
    rows = [
        (*key, share_at(kaplan_meier(part), week)) for key, part in spells.groupby(keys, sort=False)
    ]
    return pd.DataFrame(rows, columns=[*keys, name])
