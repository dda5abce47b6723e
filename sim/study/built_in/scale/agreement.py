"""Agreement: the same place run whole and at a third, and its yearly rates compared.

Families and staff are others at another scale, but what luck gives an authority as a whole (how
ready its staff are to leave, this year and always) is the same in a replicate of either. So
differences are taken within replicates, which is sound however much luck is shared. Rates agree
where the interval of their difference lies within the tolerance of what is published: the same
as two one-sided tests. That they do not clearly differ would show nothing.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd
from ruamel.yaml import YAML
from scipy import stats

from sim.measures.compute import table
from sim.scenario import Authority, Scenario
from sim.scenario.find import HOME
from sim.study.built_in.stationarity import last_day
from sim.study.built_in.study import side_by_side
from sim.study.replicate import run_once

TARGETS = HOME / "scenarios" / "targets.yaml"
RATES = ("turnover", "vacancy", "agency", "absence", "caseload", "starters")
WHOLE, THIRD = 1.0, 0.33
FAMILIES = 41_000
"""Of each authority: the least of which a third has 40 case holders."""

LEVEL = 0.99
"""Of the intervals: of six rates that agree, one looks different by luck in 6% of studies."""


def pair_of_places(scenario: Scenario, years: int, families: int = FAMILIES) -> Scenario:
    """Move a scenario to two authorities of England's mean need and thresholds."""
    places = tuple(
        Authority(name, families, 0.0, kind, region, "good", {}, 0.0)
        for name, kind, region in (
            ("Northmoor", "unitary", "North"),
            ("Southmere", "county", "South"),
        )
    )
    return replace(scenario, authorities=places, end=last_day(scenario, years))


def rates_at(
    scenario: Scenario, scale: float, replicates: int, seed: int, names: Sequence[str] = RATES,
    workers: int = 1,
) -> pd.DataFrame:  # fmt: skip
    """Run a scenario at one scale; give each rate by replicate, its mean over financial years."""
    sized = replace(scenario, population_scale=scale)
    tasks = [(sized, seed, replicate, names) for replicate in range(replicates)]
    return pd.DataFrame(side_by_side(rates_of, tasks, workers)).reset_index(drop=True)


def rates_of(scenario: Scenario, seed: int, replicate: int, names: Sequence[str]) -> pd.Series:
    """Run one replicate; give each rate, its mean over financial years."""
    yearly = table(run_once(scenario, seed, replicate)["quarterly"], names, by=("year",))
    means: pd.Series = yearly.groupby("measure")["value"].mean()
    return means


def agreement(whole: pd.DataFrame, part: pd.DataFrame) -> pd.DataFrame:
    """Compare the rates of two scales, replicate by replicate.

    whole, part : a row for each replicate, in the same order; a column for each rate
    returns     : columns rate, whole, part, difference, low, high, tolerance, verdict
    """
    room = tolerances()
    return pd.DataFrame([
        {"rate": name, **compared(whole[name], part[name], room[str(name)])} for name in whole
    ])  # fmt: skip


def compared(whole: pd.Series, part: pd.Series, tolerance: float) -> dict[str, float | str]:
    """Compare one rate: means, their difference with its interval, and what that shows."""
    low, high = map(float, stats.ttest_rel(part, whole).confidence_interval(LEVEL))
    return {
        "whole": float(whole.mean()), "part": float(part.mean()),
        "difference": float(part.mean() - whole.mean()), "low": low, "high": high,
        "tolerance": tolerance, "verdict": verdict(low, high, tolerance),
    }  # fmt: skip


def verdict(low: float, high: float, tolerance: float) -> str:
    """Say what an interval of a difference shows, against the tolerance of the published rate."""
    if np.isnan(low):
        return "not known"
    if max(-low, high) <= tolerance:
        return "agree"
    return "differ" if low > 0.0 or high < 0.0 else "not told apart"


def tolerances() -> dict[str, float]:
    """Read how far each rate may lie from what is published and still agree with it."""
    entries = YAML(typ="safe").load(TARGETS.read_text("utf-8"))["targets"]
    return {name: float(entry["tolerance"]) for name, entry in entries.items()}
