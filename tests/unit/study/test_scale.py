"""Whether a third of a world has the rates of the whole: the comparison, by hand and run."""

from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pytest
from scipy.stats import t

from sim.kernel.chance import Chance
from sim.scenario import load_scenario
from sim.study.built_in.scale.agreement import (
    LEVEL,
    RATES,
    THIRD,
    agreement,
    compared,
    pair_of_places,
    rates_at,
    tolerances,
    verdict,
)
from sim.study.built_in.scale.study import told
from sim.world.organisations import Sizes
from sim.world.settings import in_force
from tests.worlds import small


def test_two_scales_are_compared_replicate_by_replicate():
    found = compared(pd.Series([1.0, 2.0, 3.0, 4.0]), pd.Series([2.0, 4.0, 4.0, 7.0]), 1.5)
    # Differences 1, 2, 1, 3: their mean is 1.75, and the squares about it add up to 2.75.
    half = t.ppf((1 + LEVEL) / 2, 3) * np.sqrt(2.75 / 3 / 4)
    assert (found["whole"], found["part"], found["difference"]) == (2.5, 4.25, 1.75)
    assert (found["low"], found["high"]) == pytest.approx((1.75 - half, 1.75 + half))
    assert found["verdict"] == "not told apart"


@pytest.mark.parametrize(
    ("low", "high", "word"),
    [
        (-1.0, 1.2, "agree"),
        (-1.0, 1.6, "not told apart"),
        (-1.6, 1.0, "not told apart"),
        (0.1, 0.4, "agree"),
        (0.1, 1.6, "differ"),
        (-1.6, -0.1, "differ"),
        (np.nan, np.nan, "not known"),
    ],
)
def test_a_verdict_rests_on_the_interval_and_the_tolerance(low, high, word):
    assert verdict(low, high, 1.5) == word


def test_every_rate_has_a_tolerance_of_its_own():
    room = tolerances()
    assert [room[name] for name in RATES] == [1.5, 2.0, 2.0, 0.3, 0.8, 2.0]


def test_a_third_of_each_place_has_forty_case_holding_posts():
    scenario = pair_of_places(load_scenario("baseline"), 4)
    assert scenario.end == date(2027, 3, 31)
    whole, third = (
        Sizes(sized, in_force(sized).viewed(), Chance(1, 0), 0).posts
        for sized in (at(scenario, 1.0), at(scenario, THIRD))
    )
    assert min(third) >= 40
    assert whole == pytest.approx(np.array(third) / THIRD, rel=0.03)


def at(scenario, scale):
    return replace(scenario, population_scale=scale)


@pytest.fixture
def rates():
    """Rates of a small world and of half of it, of two replicates and one year."""
    scenario = small(past=1, years=1)
    return [rates_at(scenario, scale, 2, 7) for scale in (0.2, 0.1)]


def test_a_world_is_run_at_both_scales_and_its_rates_are_told(rates):
    whole, part = rates
    assert whole.shape == part.shape == (2, len(RATES))
    assert not whole.equals(part)
    found = agreement(whole, part)
    assert set(found["rate"]) == set(RATES)
    cases = found.set_index("rate").loc["caseload"]
    assert 0.5 < cases["part"] / cases["whole"] < 2  # rates, which do not shrink with the world
    lines = told(found, 2, 1).splitlines()
    assert len(lines) == 1 + len(RATES) + 2
    assert lines[-1].startswith("2 replicates at each scale, means of 1 years in two authorities.")
    assert next(line for line in lines if line.startswith("caseload")).endswith(cases["verdict"])
