"""Survival: how long spells last when some have not ended yet.

Kaplan-Meier curves by SciPy on right-censored spells. Only spells that start inside the
window are used, so nobody enters late and long stayers are not counted twice over.
"""

import warnings
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import stats

CENSORING = ("promoted",)


def job_spells(
    jobs: pd.DataFrame, first_week: int, last_week: int, newly_qualified: bool | None = None
) -> pd.DataFrame:
    """Make spells from the jobs of permanent staff that began inside a window.

    Somebody promoted has stopped being a case holder but has not left, so that spell is
    followed up to the promotion and no further.

    jobs       : employment spells; stop_week -1 for those still in post
    last_week  : last week that is looked at; who leaves later is still in post
    returns    : the same rows with columns weeks (int) and ended (bool)
    """
    began = jobs["start_week"].between(first_week, last_week) & ~jobs["agency"].astype(bool)
    if newly_qualified is not None:
        began &= jobs["newly_qualified"].astype(bool) == newly_qualified
    kept = jobs[began]
    open_still = ~kept["stop_week"].between(0, last_week)
    stop = kept["stop_week"].where(~open_still, last_week)
    ended = ~open_still & ~kept["ended_by"].isin(CENSORING)
    return kept.assign(weeks=(stop - kept["start_week"]).clip(lower=0), ended=ended)


def recognition_spells(spells: pd.DataFrame, first_week: int, last_week: int) -> pd.DataFrame:
    """Make child-spells from harm that began inside a window, ended by being recognised.

    Each child of a family is counted, as the measures of recognition count them. Harm that ended
    unseen can never be recognised: it stays among those followed to the last week, so that the
    curve is the share of all child-spells recognised by then. What is recognised after the last
    week is not yet recognised in it, whatever came later.

    Harm that begins under protection is left out: nothing finds it.

    spells    : the table `spells`; recognised_week -1 for what was not
    last_week : last week of the window, or of what was simulated
    returns   : a row for each child, with columns weeks (int) and ended (bool)
    """
    unprotected = spells["recognised_week"] != spells["onset_week"]
    began = spells[spells["onset_week"].between(first_week, last_week) & unprotected]
    kept = began.loc[began.index.repeat(began["children"].astype(int))].reset_index(drop=True)
    ended = kept["recognised_week"].between(0, last_week)
    stop = kept["recognised_week"].where(ended, last_week)
    return kept.assign(weeks=(stop - kept["onset_week"]).clip(lower=0), ended=ended)


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
        return pd.concat([start, start.assign(week=weeks.max())], ignore_index=True)
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
