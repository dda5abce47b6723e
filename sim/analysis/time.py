"""Time: when the effect of a policy becomes clear, and how deep it dips before that.

*Clear from* a moment means that the paired interval leaves out no change, on one side, at that
moment and at every later one. The moments are tested backwards from the last, each at the full
level, until the first that is not clear. Looking at many of them costs nothing then: to be
wrong anywhere, the first test of a moment without an effect must be wrong, and that happens
no more often than the level allows (a fixed sequence of tests: Maurer, Hothorn, Lehmacher 1995).

The *dip* is the worst moment of all, chosen because it is the worst, so its interval is
widened for every moment that could have been chosen (Bonferroni).
"""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from typing import cast

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import stats

from sim.analysis.paired import FEWEST, PAIR
from sim.measures.measure import Better

LEVEL = 0.95
WRONG = {"lower": 1.0, "higher": -1.0, "neither": 0.0}


@dataclass(frozen=True, slots=True)
class Dip:
    """The worst movement in the wrong direction, in the measure's own unit and sign.

    moment    : when it was worst
    low, high : interval of the change, widened for having chosen the worst of all moments
    clear     : whether that interval lies on the wrong side altogether
    ended     : first later moment at which the mean change is no longer in the wrong
                direction; None if it lasts to the end, and so is the outcome and no dip
    """

    moment: Hashable
    change: float
    low: float
    high: float
    clear: bool
    ended: Hashable | None


@dataclass(frozen=True)
class Course:
    """How one effect went over time.

    moments    : a row for each moment; columns moment, change, low, high, clear, n
    clear_from : first moment from which the change stays clear, on one side, to the last;
                 None if it is not clear at the last
    change     : change at the last moment
    dip        : worst movement in the wrong direction; None where there was none at all, or
                 where the measure has no wrong direction
    looks      : moments among which the dip was chosen, those at which anything differed
    is_whole   : whether every replicate's difference is known at every moment
    """

    moments: pd.DataFrame
    clear_from: Hashable | None
    change: float
    dip: Dip | None
    looks: int
    is_whole: bool

    @property
    def is_nought(self) -> bool:
        """Whether every paired difference is known and exactly nought, at every moment."""
        return self.looks == 0 and self.is_whole


def course(  # noqa: PLR0913 - what is compared, with what, how surely
    values: pd.DataFrame, scenario: str, against: str, better: Better, *,
    moment: str = "quarter", level: float = LEVEL, comparisons: int = 1,
) -> Course:  # fmt: skip
    """Follow the paired difference of one measure between two scenarios over time.

    values      : one row for each run and moment; columns scenario, draw, replicate, the
                  moment and value, as `fans.by_quarter` gives them
    better      : direction of the measure, which says what is wrong
    moment      : column that says when; its values sort by time
    comparisons : courses shown together, measures × policies; the error that the level allows
                  is shared among them
    """
    changes = differences(values, scenario, against, moment)
    allowed = (1 - level) / comparisons
    moments = intervals(changes, allowed)
    looks = int((changes.abs().max() > 0).sum())
    return Course(
        moments=moments,
        clear_from=clear_from(moments),
        change=float(moments["change"].iloc[-1]) if len(moments) else np.nan,
        dip=dip(changes, WRONG[better], allowed / max(1, looks)),
        looks=looks,
        is_whole=changes.size > 0 and bool(changes.notna().all(axis=None)),
    )


def differences(values: pd.DataFrame, scenario: str, against: str, moment: str) -> pd.DataFrame:
    """Subtract one scenario from another within each replicate: a row each, a column a moment."""
    wide = values.set_index(["scenario", *PAIR, moment])["value"]
    paired = cast(pd.Series, wide.loc[scenario] - wide.loc[against])
    table = paired.unstack(moment).groupby(level="replicate").mean()
    return table.sort_index(axis="columns")


def intervals(changes: pd.DataFrame, allowed: float) -> pd.DataFrame:
    """Describe the mean change at each moment, with a t interval.

    allowed : share of intervals that may miss, both sides together
    returns : columns moment, change, low, high, clear, n
    """
    count = changes.notna().sum().to_numpy()
    known = count >= FEWEST
    mean = changes.mean().to_numpy(dtype=float)
    error = changes.std(ddof=1).to_numpy(dtype=float) / np.sqrt(np.maximum(count, 1))
    half = np.where(known, error * half_width(count, allowed), np.nan)
    low, high = mean - half, mean + half
    return pd.DataFrame(
        {
            "moment": changes.columns, "change": mean, "low": low, "high": high,
            "clear": (low > 0) | (high < 0), "n": count,
        }
    )  # fmt: skip


def half_width(count: NDArray[np.int64], allowed: float) -> NDArray[np.float64]:
    """Give the standard errors on each side of a mean of so many pairs."""
    wide: NDArray[np.float64] = stats.t.isf(allowed / 2, np.maximum(count - 1, 1))
    return wide


def clear_from(moments: pd.DataFrame) -> Hashable | None:
    """Find the first moment from which every change is clear on the side of the last one."""
    if moments.empty:
        return None
    same_side = np.sign(moments["change"]) == np.sign(moments["change"].iloc[-1])
    holds = (moments["clear"] & same_side).to_numpy()[::-1]
    lasting = len(holds) if holds.all() else int(holds.argmin())
    found: Hashable | None = moments["moment"].iloc[-lasting] if lasting else None
    return found


def dip(changes: pd.DataFrame, wrong: float, allowed: float) -> Dip | None:
    """Find the worst mean change in the wrong direction.

    wrong   : +1 where a rise is wrong, −1 where a fall is, 0 where neither is
    allowed : share of intervals that may miss at one moment
    """
    moments = intervals(changes, allowed)
    against = wrong * moments["change"]
    if not (against > 0).any():
        return None
    at = int(against.to_numpy(na_value=-np.inf).argmax())
    worst = moments.iloc[at]
    after = moments["moment"][at + 1 :][against[at + 1 :] <= 0]
    return Dip(
        moment=worst["moment"],
        change=float(worst["change"]),
        low=float(worst["low"]),
        high=float(worst["high"]),
        clear=bool(worst["low"] > 0) if wrong > 0 else bool(worst["high"] < 0),
        ended=after.iloc[0] if len(after) else None,
    )


def begins(quarter: str) -> date:
    """Give the first day of a quarter of a financial year, such as "2026-27 Q1"."""
    year, number = int(quarter[:4]), int(quarter[-1])
    month = 3 * number + 1
    return date(year + month // 13, (month - 1) % 12 + 1, 1)
