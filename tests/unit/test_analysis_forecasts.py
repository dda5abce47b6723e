"""Forecasts of published series, and their scores, against what is exactly known."""

import numpy as np
import pytest
from scipy import stats

from sim.analysis.statistics.forecasts import (
    ODDS,
    Usual,
    changes,
    crps,
    persistence,
    trend,
    usual,
)  # fmt: skip

SERIES = {2014: 100.0, 2015: 110.0, 2017: 120.0, 2018: 132.0, 2019: 500.0}


def test_a_score_of_a_single_value_is_its_distance():
    assert crps(np.array([3.0]), 5.0) == 2.0


@pytest.mark.parametrize("found", [-1.0, 0.0, 0.7, 3.0])
def test_a_score_of_a_normal_forecast_is_the_closed_form(found):
    exact = found * (2 * stats.norm.cdf(found) - 1) + 2 * stats.norm.pdf(found) - np.pi**-0.5
    assert crps(ODDS, found) == pytest.approx(exact, abs=0.005)


def test_a_forecast_that_says_how_unsure_it_is_scores_better_where_it_is_out():
    sure, unsure = np.full(99, 1.0), 1.0 + ODDS
    assert crps(unsure, 3.0) < crps(sure, 3.0)
    assert crps(unsure, 1.0) > crps(sure, 1.0)


def test_changes_are_of_years_together_that_were_known():
    assert changes(SERIES, 2018) == pytest.approx([np.log(1.1), np.log(1.1)])


def test_all_series_tell_together_by_what_they_move():
    flat = {2016: 10.0, 2017: 10.0, 2018: 10.0}
    moves = usual([SERIES, flat, {2018: 4.0}], 2018)
    assert moves.change == pytest.approx(np.sqrt(2 * np.log(1.1) ** 2 / 4))
    assert moves.about == pytest.approx(0.0)


def test_where_no_two_years_are_known_nothing_is_said_of_moves():
    assert usual([{2018: 4.0, 2019: 9.0}], 2018) == Usual(0.0, 0.0)


def test_persistence_foretells_the_last_known_and_is_less_sure_of_later_years():
    moves = Usual(0.1, 0.1)
    near, far = (persistence(SERIES, 2018, years, moves) for years in (1, 4))
    assert np.median(near) == pytest.approx(132.0)
    assert np.log(far).std() == pytest.approx(2 * np.log(near).std())


def test_a_trend_goes_on_and_is_unsure_of_itself_too():
    told = trend(SERIES, 2018, 2, Usual(0.1, 0.1))
    assert np.median(told) == pytest.approx(132.0 * 1.1**2)
    assert np.log(told).std() == pytest.approx(0.1 * np.sqrt(2 + 4 / 2), rel=0.02)


def test_a_series_of_one_known_year_has_no_trend():
    moves = Usual(0.1, 0.2)
    assert np.array_equal(
        trend({2018: 5.0, 2019: 7.0}, 2018, 3, moves), persistence({2018: 5.0}, 2018, 3, moves)
    )
