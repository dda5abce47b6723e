"""The course of stocks over the years of a run, and whether they stay bounded and settle."""

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sim.parameters.registry import registry
from sim.scenario import Scenario
from sim.study.built_in.stationarity import STOCKS, Stock, yearly
from sim.study.built_in.study import SEED
from sim.study.replicate import run_once

WATCHED = (
    *STOCKS,
    Stock("children without a social worker", "unallocated"),
    Stock("contacts waiting", "contacts_waiting"),
    Stock("vacancies", "vacancies"),
    Stock("agency staff", "agency_staff"),
    Stock("blame", "blame", "authorities"),
    Stock("fear of blame", "fear", "authorities"),
    Stock("movement of criteria", "criterion_shift", "authorities"),
    Stock("severity of inspection", "severity", "authorities"),
    Stock("spending controls", "controls", "authorities"),
)


def most_fear() -> float:
    """Give the most fear there can be, SD: that of full blame and of ministers' naming at its most.

    Fear follows the sum of the two, so it ends below what they reach together.
    """
    return registry()["media.fear_of_blame"].default + registry()["media.naming"].high


EITHER_WAY = {"fear": most_fear(), "criterion_shift": 3.0, "severity": 1.0}
"""Levels that are no share: how far each may lie from nought, either way, SD or level."""

WHOLES = {
    "harmed": "children", "in_need": "children", "plans": "children", "looked_after": "children",
    "unallocated": "children", "contacts_waiting": "children", "vacancies": "posts",
}  # fmt: skip
"""What a stock is part of. Staff may be more than posts; they are held to three times them."""

MOST_STAFF = 3.0
SPAN = 5
"""Years that are compared: the last so many with those before them."""

LITTLE_LEVEL, LITTLE_CHILDREN = 0.01, 0.0005
"""Shares of a level or of posts, and of children, that are next to nothing."""

STILL, SLOWER = 0.1, 1.0
"""Share of its level by which a stock that has settled may move between two spans."""


def courses(scenario: Scenario, replicate: int) -> pd.DataFrame:
    """Run a world once.

    returns : a row for each year, a column for each stock's mean in it, and for each whole
    """
    quarterly = run_once(scenario, SEED, replicate)["quarterly"]
    found = {stock.label: yearly(quarterly, stock) for stock in WATCHED}
    for whole in ("children", "posts"):
        found[whole] = yearly(quarterly, Stock(whole, whole))
    return pd.DataFrame(found)


def bounded(course: pd.DataFrame, stock: Stock) -> bool:
    """Whether a stock is a number every year, within what it is part of or its own bounds."""
    values = course[stock.label].to_numpy()
    most: Any = np.inf
    least = 0.0
    if stock.counter in EITHER_WAY:
        most = EITHER_WAY[stock.counter]
        least = -most
    elif stock.over:
        most = 1.0
    elif stock.counter in WHOLES:
        most = course[WHOLES[stock.counter]].to_numpy()
    elif stock.counter in ("case_holders", "in_post", "agency_staff"):
        most = MOST_STAFF * course["posts"].to_numpy()
    return bool(np.isfinite(values).all() and (values >= least).all() and (values <= most).all())


def little(course: pd.DataFrame, stock: Stock) -> float:
    """Give what of a stock is next to nothing: a little of its whole, or of a level."""
    if stock.over:
        return LITTLE_LEVEL
    if WHOLES.get(stock.counter) == "children":
        return LITTLE_CHILDREN * float(course["children"].mean())
    return LITTLE_LEVEL * float(course["posts"].mean())


def verdict(values: NDArray[np.float64], usual: float, least: float) -> str:
    """Say whether a stock has settled, moves ever more slowly, or goes on moving.

    values : yearly, of a run
    usual  : its level with nothing done, below a tenth of which moves mean nothing
    least  : a move that means nothing, however low the stock
    """
    last, before, first = (values[len(values) - SPAN * n :][:SPAN].mean() for n in (1, 2, 3))
    level = max(abs(last), abs(before), 0.1 * abs(usual))
    if abs(last - before) <= max(least, STILL * level):
        return "settled"
    return "slowing" if abs(last - before) < SLOWER * abs(before - first) else "moving"
