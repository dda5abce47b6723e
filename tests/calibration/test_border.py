"""People who come across the border with the rest of England are as many as those who go.

Crossings are drawn at usual rates each way, so no rule makes them equal. Over six years of the
baseline, nothing dated, the difference each way must be shown to lie within a bound: the 90%
interval of its mean over replicates, in per cent of those in post a year (as many as two one-sided
tests at 5%).
"""

import numpy as np
import pytest
from scipy import stats

from sim.scenario import load_scenario
from sim.study.built_in.stationarity import quiet
from sim.study.replicate import run_once

SEED, REPLICATES, YEARS = 20260401, 28, 6
BOUND, LEVEL = 0.8, 0.90
WAYS = {
    "between authorities": ({"starters_authority": 1.0}, {"leavers_authority": 1.0}),
    "to and from agencies": (
        {"agency_entered": 1.0, "agency_joined": 1.0}, {"agency_left": 1.0},
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def counted(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CPSIM_CACHE", str(tmp_path_factory.mktemp("pasts")))
        setting = quiet(load_scenario("baseline"), YEARS)
        return [run_once(setting, SEED, replicate)["quarterly"] for replicate in range(REPLICATES)]


def net(quarterly, came, went):
    """People gained in a year, in % of those in post."""
    sums, weeks = quarterly.sum(numeric_only=True), quarterly.drop_duplicates("quarter")["weeks"]
    in_post = sums["in_post_weeks"] / weeks.sum()
    gained = sum(sums[name] for name in came) - sum(sums[name] for name in went)
    return 100.0 * gained / in_post / YEARS


def interval(values):
    error = np.std(values, ddof=1) / np.sqrt(len(values))
    half = error * stats.t.ppf((1 + LEVEL) / 2, len(values) - 1)
    return np.mean(values) - half, np.mean(values) + half


@pytest.mark.parametrize("way", WAYS)
def test_as_many_come_as_go(counted, way):
    came, went = WAYS[way]
    low, high = interval([net(one, came, went) for one in counted])
    print(f"{way}: {low:+.2f} to {high:+.2f}% a year")
    assert low > -BOUND
    assert high < BOUND


def test_the_crossings_are_many_so_that_their_balance_says_something(counted):
    for came, _ in WAYS.values():
        assert np.mean([net(one, came, {}) for one in counted]) > 2 * BOUND
