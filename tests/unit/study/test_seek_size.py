"""The search for a size of which the cost is known: found, or refused for the right reason."""

import numpy as np
import pytest

from sim.scenario.size import Reach
from sim.study.seek.size import Cannot, Found, Next, Tried, spread, step
from sim.study.seek.words import why

LUCK = (-1.0, 0.5, 1.5, -1.0)


def sought(cost, target, most=10.0, noise=LUCK):
    """Search a cost function, and give back how it ended and what was tried."""
    tried = []
    for _ in range(20):
        now = step(tried, target, most)
        if not isinstance(now, Next):
            return now, tried
        assert 0 < now.size <= most
        assert now.size not in [one.size for one in tried]
        tried.append(Tried(now.size, tuple(cost(now.size) + luck for luck in noise)))
    raise AssertionError("the search does not end")


@pytest.mark.parametrize(
    "cost",
    [
        lambda size: 100 * size, lambda size: 100 * size**2, lambda size: 100 * np.sqrt(size),
        lambda size: 400 * size / (1 + size), lambda size: 20 * (np.exp(size) - 1),
    ],
)  # fmt: skip
@pytest.mark.parametrize("target", [30, 100, 250])
def test_a_smooth_cost_is_found_in_few_steps(cost, target):
    ended, tried = sought(cost, target)
    assert isinstance(ended, Found)
    assert cost(ended.size) == pytest.approx(target, rel=0.03)
    assert len(tried) <= 7


def test_a_saving_is_found_like_a_cost():
    ended, _ = sought(lambda size: -50 * size, -120)
    assert ended.size == pytest.approx(2.4, rel=0.02)


def test_a_policy_that_costs_what_is_wanted_already_is_left_as_it_is():
    ended, tried = sought(lambda size: 100 * size, 101)
    assert (ended, len(tried)) == (Found(1.0), 1)


def test_luck_is_not_chased():
    """Costs of ±40 around 100 cannot tell 115 from 100, so one try is enough."""
    noisy = (-40.0, 40.0, -40.0, 40.0)
    assert len(sought(lambda size: 100 * size, 110, noise=noisy)[1]) == 1
    assert len(sought(lambda size: 100 * size, 110)[1]) > 1


def test_a_lever_at_its_limit_is_told_with_the_largest_size():
    ended, tried = sought(lambda size: 100 * size, 500, most=2.0)
    assert ended == Cannot("range", (1.0, 2.0))
    assert tried[-1].size == 2.0


def test_a_policy_whose_limit_is_below_its_own_size_starts_there():
    assert step([], 100, 0.5) == Next(0.5)


def test_a_cost_that_does_not_respond_is_told():
    assert sought(lambda size: 0.1 * size, 100)[0].kind == "unresponsive"


def test_a_cost_that_luck_spreads_as_far_as_what_is_wanted_is_too_wide():
    noise = (-300.0, 300.0, -250.0, 260.0)
    ended, tried = sought(lambda size: 1.0 * size, 100, most=2.0, noise=noise)
    assert ended.kind == "too wide"
    least = Reach(2.0, "workforce.posts_funded", 2.0)
    said = why(ended, tried, least)
    assert said.startswith("too wide a range to tell its cost: at 2 of its size £")
    assert said.endswith("; ask for more replicates.")


def test_one_replicate_cannot_tell_whether_a_cost_responds():
    ended, _ = sought(lambda size: 10.0 * size, 1000, most=2.0, noise=(0.0,))
    assert ended.kind == "unresponsive"


def test_a_policy_that_saves_cannot_cost():
    assert sought(lambda size: -30 * size, 100)[0].kind == "other sign"
    assert sought(lambda size: 30 * size, -100)[0].kind == "other sign"


def test_a_cost_that_rises_and_falls_is_told_with_the_sizes_that_show_it():
    ended, _ = sought(lambda size: 100 * size * (2.2 - size), 150, most=2.0)
    assert ended == Cannot("not monotone", (1.0, 1.5))


def test_a_cost_that_jumps_over_what_is_wanted_is_told():
    ended, tried = sought(lambda size: 300.0 if size > 0.7 else 20.0, 100)
    low, high = ended.at
    assert ended.kind == "jump"
    assert low <= 0.7 < high
    assert high - low < 0.1
    assert len(tried) <= 12


def test_the_interval_by_hand():
    # 1, 2, 3: mean 2, standard error 1 / √3, t(2) at 97.5% 4.3027.
    assert spread([1, 2, 3]) == pytest.approx((2, 0.57735, 4.30265 * 0.57735), rel=1e-4)
    assert spread([5.0])[:2] == (5, 0)
    assert np.isnan(spread([5.0])[2])
