"""Judgements in pairs: each full judgement with the next of the same authority."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import stats

from sim.scenario import Scenario
from sim.study.built_in.study import SEED
from sim.study.replicate import run_once
from sim.world.settings import GRADES

LEVEL = 0.95
YEAR = 52


class Part(NamedTuple):
    """A mean over replicates of unequal size, with its interval."""

    mean: float
    low: float
    high: float


def pairs_of(scenario: Scenario, replicate: int) -> pd.DataFrame:
    """Run one replicate, and pair each full judgement with the authority's next.

    returns : columns first (grade), judgement (change, in grades), practice (change of the index
              in the year before each)
    """
    tables = run_once(scenario, SEED, replicate)
    asked = "visit == 'full' and area == 'help and protection'"
    full = tables["judgements"].query(asked).sort_values(["authority", "week"])
    grade = full["grade"].map({name: number for number, name in enumerate(GRADES)})
    practice = [
        practice_before(tables["quarterly"], authority, week)
        for authority, week in zip(full["authority"], full["week"], strict=True)
    ]
    frame = pd.DataFrame({
        "authority": full["authority"], "first": grade, "judgement": grade, "practice": practice,
    })  # fmt: skip
    after = frame.groupby("authority")[["judgement", "practice"]].shift(-1)
    frame[["judgement", "practice"]] = after - frame[["judgement", "practice"]]
    return frame.dropna().drop(columns="authority")


def practice_before(quarterly: pd.DataFrame, authority: str, week: int) -> float:
    """Mean index of practice in the year before a week, or as far back as the run goes."""
    rows = quarterly[(quarterly["authority"] == authority) & (quarterly["quintile"] == 0)]
    recent = rows[(rows["first_week"] < week) & (rows["first_week"] >= week - YEAR)]
    recent = recent if len(recent) else rows[rows["first_week"] <= week].tail(1)
    return float(recent["quality_weeks"].sum() / recent["weeks"].sum())


type Sums = tuple[NDArray[np.float64], NDArray[np.float64]]


def pooled(one: Sums, less: Sums | None = None) -> Part:
    """Pool replicates into one mean, with an interval by leaving each out in turn (jackknife).

    one  : (replicates,) sums of what is meant, and of how many
    less : the same of the same replicates, whose mean is taken off
    """
    whole, without = means(one)
    if less is not None:
        other, others = means(less)
        whole, without = whole - other, without - others
    many = len(without)
    error = np.sqrt((many - 1) / many * ((without - without.mean()) ** 2).sum())
    half = float(stats.t.ppf((1 + LEVEL) / 2, many - 1) * error)
    return Part(whole, whole - half, whole + half)


def means(one: Sums) -> tuple[float, NDArray[np.float64]]:
    """Give the mean of all replicates, and of all but each."""
    sums, counts = one
    whole = float(sums.sum() / counts.sum())
    return whole, (sums.sum() - sums) / (counts.sum() - counts)


def added(runs: Sequence[pd.DataFrame], first: int, what: str) -> Sums:
    """Add up a change over the pairs that began with one grade, replicate by replicate."""
    kept = [run.loc[run["first"] == first, what] for run in runs]
    return np.array([one.sum() for one in kept]), np.array([float(len(one)) for one in kept])
