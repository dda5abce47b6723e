"""Incidence: what share of all has left for each destination by a time, when exits compete.

Who has gone to an agency can no longer leave the profession from this post. So each
destination's cumulative incidence (Aalen and Johansen 1978) adds up those who go there week by
week, of those still in post; with the share still in post, all of them add up to one. One less
the Kaplan-Meier curve of each destination by itself would claim more leavers than there are.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from sim.analysis.survival.curves import mean_of, share_at
from sim.analysis.survival.spells import DESTINATIONS
from sim.analysis.yearly import RUN


def incidence(spells: pd.DataFrame, causes: Sequence[str] = DESTINATIONS) -> pd.DataFrame:
    """Estimate the share of all spells that each cause has ended, by week.

    Who is censored in a week was still followed when others left in it.

    spells  : columns weeks and left_for, one of the causes where the spell ended by it
    returns : column week, beginning with 0, and one for each cause; nothing without spells
    """
    weeks = spells["weeks"].to_numpy(dtype=float)
    times = np.unique(np.append(weeks, 0.0))
    if not len(weeks):
        return pd.DataFrame(columns=["week", *causes], dtype=float)
    followed = len(weeks) - np.searchsorted(np.sort(weeks), times)
    left_for = spells["left_for"].to_numpy()
    hazards = {
        cause: np.bincount(np.searchsorted(times, weeks[left_for == cause]), minlength=len(times))
        / followed
        for cause in causes
    }
    still = np.cumprod(1.0 - sum(hazards.values(), start=np.zeros(len(times))))
    before = np.append(1.0, still[:-1])
    shares = {cause: np.cumsum(before * hazard) for cause, hazard in hazards.items()}
    return pd.DataFrame({"week": times, **shares})


def of_cause(curves: pd.DataFrame, cause: str) -> pd.DataFrame:
    """Take one cause's curve out of several, with columns week and share."""
    return curves[["week", cause]].rename(columns={cause: "share"})


def mean_incidence(
    spells: pd.DataFrame, causes: Sequence[str] = DESTINATIONS, level: float = 0.95
) -> dict[str, pd.DataFrame]:
    """Estimate each cause's curve as the mean of each run's own.

    spells  : columns weeks and left_for, of one scenario, and draw and replicate
    returns : of each cause, columns week, share, low, high (t interval); a single run has none
    """
    runs = [incidence(part, causes) for _, part in spells.groupby(["draw", "replicate"])]
    if len(runs) > 1:
        return {cause: mean_of([of_cause(run, cause) for run in runs], level) for cause in causes}
    alone = runs[0] if runs else incidence(spells, causes)
    return {cause: of_cause(alone, cause).assign(low=np.nan, high=np.nan) for cause in causes}


def incidence_by_run(
    spells: pd.DataFrame, weeks: Sequence[float], causes: Sequence[str] = DESTINATIONS
) -> pd.DataFrame:
    """Read each run's own curves at some weeks, so that scenarios can be compared in pairs.

    returns : columns scenario, draw, replicate, cause, week, share; unknown beyond the last week
              that anybody of the run was followed
    """
    rows = []
    for key, part in spells.groupby(RUN, sort=False):
        curves = incidence(part, causes)
        rows += [
            (*key, cause, week, share_at(of_cause(curves, cause), week))
            for cause in causes
            for week in weeks
        ]
    return pd.DataFrame(rows, columns=[*RUN, "cause", "week", "share"])
