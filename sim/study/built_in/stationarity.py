"""Stationarity: whether the baseline stands still when nothing is done to it.

A world is built with its past so that what a policy changes is the policy's doing. This
study runs the baseline for ten years without a dated change and asks of each stock how fast
it drifts: the slope of a straight line through its ten yearly means, in per cent of its
level a year. Drift is held to be absent when the 90% interval of the mean slope over
replicates lies within ±1% a year, which is the same as two one-sided tests at 5% (TOST,
Schuirmann 1987). That a slope is not clearly different from nought would show nothing.

Run it: cpsim study stationarity
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import stats

from sim.scenario import Scenario
from sim.study.built_in.study import SEED, Found, Size, Study, side_by_side
from sim.study.replicate import run_once

REPLICATES, YEARS = 100, 10
BOUND = 1.0
"""Largest drift that passes for none, per cent of the level a year."""

LEVEL = 0.90
LARGE = 50
QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Stock:
    """One stock: a counter, or a counter for each unit of another."""

    label: str
    counter: str
    over: str = ""


STOCKS = (
    Stock("children being harmed", "harmed"),
    Stock("children in need", "in_need"),
    Stock("children on a plan", "plans"),
    Stock("children looked after", "looked_after"),
    Stock("case holders", "case_holders"),
    Stock("social workers in post", "in_post"),
    Stock("share with under two years' experience", "experience_under_2", "in_post"),
    Stock("share with under five years here", "tenure_under_5", "in_post"),
    Stock("quality of supervision", "supervision", "authorities"),
    Stock("psychological safety", "safety", "authorities"),
    Stock("rules and recording", "rules", "authorities"),
)

APART = {
    Stock("children in early help", "early_help"): "Meant to drift: its places follow what the "
    "budget leaves over, and budgets grow with the price of placements (money.growth).",
    Stock("vacancies", "vacancies"): "Posts are constant, so a vacancy is a post that nobody is "
    "in; 1% of vacancies is 0.2% of posts, and luck moves them more than that.",
    Stock("agency staff", "agency_staff"): "They follow vacancies.",
    Stock("children without a social worker", "unallocated"): "Few in most years, many in a bad "
    "one: a share of their level means little.",
}
"""Stocks measured and not held to the bound, and why. Budgets, spending and placement prices
are meant to drift with the price of placements; strain has a zero by convention."""


def quiet(scenario: Scenario, years: int = YEARS) -> Scenario:
    """Take everything that has a date out of a scenario, and let it run for so many years."""
    end = last_day(scenario, years)
    return replace(scenario, name=QUIET, end=end, law=(), actions=(), shocks=())


def last_day(scenario: Scenario, years: int) -> date:
    """Find the last day of a scenario's first so many years."""
    return scenario.start.replace(year=scenario.start.year + years) - timedelta(days=1)


def yearly(quarterly: pd.DataFrame, stock: Stock) -> NDArray[np.float64]:
    """Give a stock's mean over the weeks of each financial year."""
    names = ["weeks", f"{stock.counter}_weeks"] + ([f"{stock.over}_weeks"] if stock.over else [])
    frame = quarterly.assign(year=quarterly["quarter"].str[:7])
    frame.loc[frame.duplicated("quarter"), "weeks"] = 0
    sums = frame.groupby("year", sort=True)[names].sum()
    bottom = sums[f"{stock.over}_weeks"] if stock.over else sums["weeks"]
    means: NDArray[np.float64] = (sums[f"{stock.counter}_weeks"] / bottom).to_numpy(dtype=float)
    return means


def slopes(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Fit a line to each replicate's years; give the slopes in % of the common level a year.

    values : (replicates, years)
    """
    years = np.arange(values.shape[1]) - (values.shape[1] - 1) / 2
    raw: NDArray[np.float64] = 100.0 * (values @ years) / (years @ years) / values.mean()
    return raw


def drift(values: NDArray[np.float64], bound: float = BOUND) -> dict[str, float | bool]:
    """Describe one stock's drift, and whether it is shown to be within the bound."""
    found = slopes(values)
    error = float(found.std(ddof=1)) / np.sqrt(len(found))
    half = error * float(stats.t.ppf((1 + LEVEL) / 2, len(found) - 1))
    low, high = float(found.mean()) - half, float(found.mean()) + half
    return {
        "level": float(values.mean()),
        "trend": float(found.mean()),
        "low": low,
        "high": high,
        "equivalent": bool(low > -bound and high < bound),
    }


def one_replicate(
    scenario: Scenario, stocks: Sequence[Stock], replicate: int
) -> dict[str, NDArray[np.float64]]:
    """Run one replicate and give each stock's yearly means."""
    quarterly = run_once(scenario, SEED, replicate)["quarterly"]
    return {stock.label: yearly(quarterly, stock) for stock in stocks}


def stationarity(
    scenario: Scenario, replicates: int = REPLICATES, stocks: Sequence[Stock] = STOCKS,
    bound: float = BOUND, workers: int = 1,
) -> pd.DataFrame:  # fmt: skip
    """Measure the drift of each stock.

    returns : columns stock, level, trend, low, high (% of the level a year), equivalent
    """
    tasks = [(scenario, stocks, replicate) for replicate in range(replicates)]
    runs = side_by_side(one_replicate, tasks, workers)
    rows = [
        {"stock": stock.label, **drift(np.array([run[stock.label] for run in runs]), bound)}
        for stock in stocks
    ]
    return pd.DataFrame(rows)


def told(table: pd.DataFrame, replicates: int, years: int) -> str:
    """Write the table for people to read, the stocks apart below the others."""
    head = (
        f"{'stock':<42}{'level':>10}{'trend, % a year':>17}{'90% interval':>18}  within ±{BOUND:g}%"
    )
    lines = [line(row) for row in table.to_dict("records")]
    lines.insert(len(STOCKS), "")
    why = [f"{stock.label}: {reason}" for stock, reason in APART.items()]
    return "\n".join([head, *lines, "", f"{replicates} replicates, {years} years. Apart:", *why])


def line(row: Mapping[Hashable, Any]) -> str:
    """Write one stock's line."""
    level = f"{row['level']:,.0f}" if row["level"] > LARGE else f"{row['level']:.3f}"
    interval = f"{row['low']:+.2f} to {row['high']:+.2f}"
    return f"{row['stock']:<42}{level:>10}{row['trend']:>+17.2f}{interval:>18}  {verdict(row)}"


def verdict(row: Mapping[Hashable, Any], bound: float = BOUND) -> str:
    """Say whether a stock stands still: shown, not shown by so few replicates, or refuted."""
    if row["equivalent"]:
        return "yes"
    return "no: it drifts" if row["low"] > bound or row["high"] < -bound else "not shown"


def study(scenario: Scenario, size: Size) -> Found:
    """Measure how fast each stock drifts with nothing done."""
    stocks = (*STOCKS, *APART)
    still = quiet(scenario, size.years)
    table = stationarity(still, size.replicates, stocks, workers=size.workers)
    return Found(told(table, size.replicates, size.years), table)


STATIONARITY = Study("does the baseline stand still?", REPLICATES, YEARS, 3, study)
