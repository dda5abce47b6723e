from math import exp, log1p

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.compiled import interpreted
from sim.kernel.units import probability, weekly_hazard, weekly_probability, weekly_share

hazards = some.floats(0, 50)
shares = some.floats(0, 1, exclude_max=True)


@given(hazards)
def test_a_year_of_weekly_chances_adds_up_to_the_hazard(per_year):
    left = (1 - weekly_probability(per_year)) ** WEEKS_IN_YEAR
    assert left == pytest.approx(exp(-per_year), rel=1e-9)


@given(shares)
def test_a_year_of_weekly_shares_adds_up_to_the_share(share):
    left = (1 - weekly_share(share)) ** WEEKS_IN_YEAR
    assert left == pytest.approx(1 - share, rel=1e-9)


@given(shares)
def test_a_share_and_the_hazard_that_gives_it_agree_week_by_week(share):
    assert weekly_share(share) == pytest.approx(weekly_probability(-log1p(-share)), rel=1e-12)


def test_a_share_of_all_takes_all_at_once():
    assert weekly_share(1.0) == 1.0


def test_small_chances_keep_their_digits():
    assert probability(1e-12) == pytest.approx(1e-12, rel=1e-9)


def test_ignoring_the_difference_between_hazard_and_share_would_matter():
    assert weekly_probability(0.5) < weekly_share(0.5)


@pytest.mark.parametrize("rule", [weekly_hazard, probability, weekly_probability, weekly_share])
@given(value=shares)
def test_compiled_and_interpreted_give_the_same_bits(rule, value):
    assert rule(value) == interpreted(rule)(value)
