"""The search for a value from which a goal is met, where the right answer is known."""

import numpy as np
import pytest
from scipy import stats

from sim.kernel.chance import Chance
from sim.study.plan import MOST_VALUES
from sim.study.seek.threshold import answer, crossing_range, fitted, grid, next_values, wilson

CASES = grid(10, 30, 1)


def sought(needed, values=CASES, probability=0.8):
    """Search where each replicate meets the goal by its own rule."""
    tried = {}
    while wanted := next_values(values, tried, probability):
        assert not set(wanted) & set(tried)
        tried |= {value: [meets(value) for meets in needed] for value in wanted}
    return answer(tried, probability), tried


def at_most(limits):
    return [lambda value, limit=limit: value <= limit for limit in limits]


def at_least(limits):
    return [lambda value, limit=limit: value >= limit for limit in limits]


def test_steps_are_neat_and_reach_both_ends():
    assert grid(10, 30, 1) == tuple(float(n) for n in range(10, 31))
    assert grid(10, 30) == tuple(10 + n / 2 for n in range(41))
    assert grid(0.013, 0.1)[:4] == (0.013, 0.015, 0.02, 0.025)
    assert grid(0.013, 0.1)[-1] == 0.1
    assert grid(-5, 5)[10] == 0


def test_the_value_is_found_to_one_step():
    """Twenty replicates, of which sixteen need a cap of 17 or less: 80% at 17, 75% at 18."""
    found, tried = sought(at_most([14.5] * 4 + [17] * 3 + [25] * 13))
    assert (found.kind, found.value, found.rising) == ("some", 17, False)
    assert (found.met, found.replicates) == (16, 20)
    assert found.low <= 17 <= found.high
    assert len(tried) <= 9


@pytest.mark.parametrize("limit", [10.2, 13.7, 17.1, 22.4, 29.9])
def test_no_search_tries_more_values_than_a_plan_says(limit):
    assert len(sought(at_most([limit] * 10), values=grid(10, 30))[1]) <= MOST_VALUES


def test_a_goal_that_larger_values_meet_is_found_from_below():
    found, _ = sought(at_least([21.5] * 17 + [40] * 3))
    assert (found.kind, found.value, found.rising) == ("some", 22, True)


@pytest.mark.parametrize("needed", [at_most([5] * 12 + [40] * 8), at_least([40] * 12 + [5] * 8)])
def test_no_value_is_an_answer(needed):
    found, tried = sought(needed)
    assert (found.kind, found.met, found.replicates) == ("none", 8, 20)
    assert len(tried) == 5


def test_the_nearest_value_is_named_where_none_does_it():
    found, _ = sought(at_most([12] * 12 + [5] * 8))
    assert (found.kind, found.value, found.met) == ("none", 10, 12)


def test_every_value_is_an_answer():
    found, tried = sought(at_most([40] * 20))
    assert (found.kind, found.met) == ("all", 20)
    assert len(tried) == 5


def test_one_unlucky_value_does_not_turn_the_search():
    tried = {10.0: [True] * 10, 15.0: [True] * 7 + [False] * 3, 20.0: [True] * 10,
             25.0: [False] * 10, 30.0: [False] * 10}  # fmt: skip
    curve, rising = fitted(tried)
    assert not rising
    assert curve == pytest.approx([1, 0.85, 0.85, 0, 0])
    assert next_values(CASES, tried, 0.8) == (22.0,)
    assert answer(tried, 0.8).even


def test_what_rises_and_falls_is_told():
    tried = {value: [10 < value < 30] * 20 for value in (10.0, 15.0, 20.0, 25.0, 30.0)}
    assert not answer(tried, 0.8).even


def test_the_range_of_the_crossing_holds_the_truth_as_often_as_it_says():
    """Each replicate has its own limit, normal around 20: 80% of all lie above 17.475."""
    truth, held = 20 + 3 * stats.norm.ppf(0.2), 0
    for seed in range(100):
        limits = 20 + 3 * stats.norm.ppf(Chance(seed, 0).uniforms("test", 0, np.arange(40)))
        tried = {float(value): [value <= limit for limit in limits] for value in range(10, 31)}
        low, high = crossing_range(tried, 0.8, False)
        held += low <= truth <= high
    assert 80 <= held <= 99


def test_the_range_of_a_share_is_the_published_one():
    # Wilson's interval for 8 of 10 at 95%: 0.4902 to 0.9433.
    assert wilson(8, 10) == pytest.approx((0.4902, 0.9433), abs=1e-4)
