"""Power: against integration by hand, and there and back."""

import numpy as np
import pytest
from scipy import stats

from sim.analysis.power import (
    needed,
    power,
    smallest,
    smallest_of_events,
    spread_between,
    with_luck,
)


def by_integration(distance, n):
    """Chance that a t test comes out clear, over every spread that the pairs may show."""
    nodes, weights = np.polynomial.legendre.leggauss(200)
    spread = np.sqrt(stats.chi2.ppf((nodes + 1) / 2, n - 1) / (n - 1))
    bar = stats.t.isf(0.025, n - 1) * spread
    clear = stats.norm.sf(bar - distance) + stats.norm.cdf(-bar - distance)
    return float((weights / 2 * clear).sum())


@pytest.mark.parametrize("n", [2, 3, 8, 100])
@pytest.mark.parametrize("distance", [0.0, 1.0, 2.8, 10.0, 16.0])
def test_power_is_that_of_integration_by_hand(n, distance):
    assert power(distance, n) == pytest.approx(by_integration(distance, n), abs=1e-5)


def test_nothing_is_found_clear_as_often_as_the_level_allows():
    assert power(0.0, 8) == pytest.approx(0.05)
    assert power(0.0, 8, level=0.01) == pytest.approx(0.01)


@pytest.mark.parametrize("n", [2, 3, 8, 20, 1000])
def test_the_smallest_change_is_found_four_times_in_five(n):
    least = smallest(0.5, n)
    assert power(least * np.sqrt(n) / 0.5, n) == pytest.approx(0.8)


def test_many_pairs_come_to_the_normal_distance():
    assert smallest(1.0, 100_000) * 100_000**0.5 == pytest.approx(
        stats.norm.ppf(0.975) + stats.norm.ppf(0.8), abs=1e-3
    )


@pytest.mark.parametrize("n", [3, 9, 40, 500])
def test_the_pairs_needed_are_the_fewest_that_show_it(n):
    change = smallest(2.0, n)
    assert needed(2.0, change * 1.0001) == n
    assert needed(2.0, change * 0.9999) == n + 1
    assert needed(2.0, -change * 1.0001) == n


def test_what_cannot_be_known_is_not():
    assert np.isnan(smallest(0.5, 1))
    assert np.isnan(smallest(float("nan"), 8))
    assert needed(0.5, 0.0) is None
    assert needed(float("nan"), 1.0) is None
    assert needed(1.0, 1e-5) is None
    assert np.isnan(spread_between(1.0, 1)).all()


def test_the_range_of_a_spread_is_that_of_chi_squared():
    low, high = spread_between(2.0, 8)
    # 7 × 4 / 16.0128 and 7 × 4 / 1.68987, from a printed table.
    assert (low**2, high**2) == pytest.approx((1.74860, 16.5693), rel=1e-4)


def test_a_change_in_events_has_at_least_their_own_luck():
    """Without a spread of its own, ten events of 1 have one of root 10."""
    assert with_luck(0.0, 10.0, 1.0) == pytest.approx(10**0.5)
    assert with_luck(9.0, 10.0, 1.0) == 9.0
    least = smallest_of_events(0.0001, 8, 1.0)
    assert least == pytest.approx(smallest(with_luck(0.0001, least, 1.0), 8), rel=1e-3)
    assert smallest_of_events(50.0, 8, 0.0) == smallest(50.0, 8)
