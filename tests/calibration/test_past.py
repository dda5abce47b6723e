"""The baseline's past leaves a world that stands still, shown by equivalence.

The full study (`cpsim study stationarity`) holds each of its stocks to ±1% a year over
a hundred replicates. Here four replicates of the same world hold to ±2% a year the stocks that luck
moves least, and three others to ±4%: the 90% interval of the mean drift must lie inside. A steady
drift beyond the bound passes at most one time in twenty; a drift of half the bound may pass
unseen, and so may any in the stocks left out.
"""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from sim.scenario import load_scenario
from sim.study.built_in.stationarity import (
    APART,
    STOCKS,
    Stock,
    drift,
    quiet,
    slopes,
    stationarity,
    yearly,
)

REPLICATES = 4
BOUNDS = {"harmed": 2.0, "in_need": 2.0, "case_holders": 2.0, "rules": 2.0,
          "in_post": 4.0, "supervision": 4.0, "looked_after": 4.0}  # fmt: skip


def still(setting):
    """Leave customs of the year out: in four authorities they are luck that never trends."""
    names = ("decisions.door_custom_spread", "decisions.enquiry_custom_spread")
    return replace(setting, parameters={**setting.parameters, **dict.fromkeys(names, 0.0)})


@pytest.fixture(scope="module")
def table(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CPSIM_CACHE", str(tmp_path_factory.mktemp("pasts")))
        chosen = [stock for stock in STOCKS if stock.counter in BOUNDS]
        found = stationarity(still(quiet(load_scenario("baseline"))), REPLICATES, chosen)
    found["bound"] = [BOUNDS[stock.counter] for stock in chosen]
    print(found.to_string())
    return found.set_index("stock")


def test_each_stock_held_stands_still(table):
    assert len(table) == len(BOUNDS)
    still = (table.low > -table.bound) & (table.high < table.bound)
    assert not table.index[~still].tolist()


def test_a_drift_of_twice_the_bound_would_be_caught(table):
    """A slope added to every replicate moves the interval and not its width."""
    assert (table.low + 2 * table.bound > table.bound).all()


def test_the_study_holds_at_least_ten_stocks_and_gives_a_reason_for_those_apart():
    assert len(STOCKS) >= 10
    assert all(APART.values())


def test_a_line_gives_its_slope_in_per_cent_of_its_level():
    years = np.arange(10)
    assert slopes(np.array([100 + 2.0 * years])) == pytest.approx([100 * 2 / 109])


def test_equivalence_needs_the_whole_interval_within_the_bound():
    still = np.array([[100.0, 100.1, 99.9, 100.0], [100.1, 100.0, 100.0, 99.9]])
    noisy = np.array([[100.0, 110.0, 120.0, 130.0], [130.0, 120.0, 110.0, 100.0]])
    rising = still + np.array([0.0, 3.0, 6.0, 9.0])
    assert drift(still)["equivalent"]
    assert not drift(noisy)["equivalent"]
    assert not drift(rising)["equivalent"]
    assert drift(noisy)["trend"] == pytest.approx(0.0)


def test_a_stock_is_averaged_over_the_weeks_of_a_financial_year():
    rows = [("2023-24 Q1", 13, 130.0, 26.0), ("2023-24 Q1", 13, 0.0, 0.0),
            ("2023-24 Q2", 13, 260.0, 26.0), ("2024-25 Q1", 12, 24.0, 12.0)]  # fmt: skip
    frame = pd.DataFrame(rows, columns=["quarter", "weeks", "plans_weeks", "posts_weeks"])
    assert yearly(frame, Stock("plans", "plans")).tolist() == [15.0, 2.0]
    assert yearly(frame, Stock("plans by post", "plans", "posts")).tolist() == [7.5, 2.0]
