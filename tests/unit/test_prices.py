"""Pounds of one year in the prices of another."""

from dataclasses import replace

import numpy as np
import pytest

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.prices import in_base_prices
from sim.measures.counters import index
from sim.parameters.registry import registry
from sim.scenario import Cost
from tests.worlds import moved, small, world


def test_pounds_of_later_years_are_worth_less_and_of_earlier_ones_more():
    assert in_base_prices(121.0, "2025-26", 0.1) == pytest.approx(100.0)
    assert in_base_prices(100.0, "2022-23", 0.1) == pytest.approx(110.0)


@pytest.mark.parametrize("year", ["2023-24", ""])
def test_pounds_of_the_base_year_stay_as_they_are(year):
    assert in_base_prices(100.0, year, 0.1) == 100.0


def test_a_run_pays_an_action_in_base_prices():
    """£1m to set up and £52m a year, in prices of 2024-25, over the first week of a quarter."""
    cost = Cost(set_up=1e6, yearly=WEEKS_IN_YEAR * 1e6, prices="2024-25")
    plain = moved(small(past=1), "paid", ("management.span", "to", 6.0))
    paid = world(replace(plain, actions=(replace(plain.actions[0], cost=cost),)))
    weeks = []
    for _ in range(2):
        paid.step()
        weeks.append(paid.tables.tally[:, index("spend_policy")].sum())
        paid.tables.tally[:] = 0.0
    growth = registry()["money.price_growth"].default
    scale = plain.population_scale
    assert np.array(weeks) / scale == pytest.approx([2e6 / (1 + growth), 1e6 / (1 + growth)])
