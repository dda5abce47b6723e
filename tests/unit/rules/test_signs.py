"""Which agency sees a sign, as pure numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sim.casefile.events import HEALTH, POLICE, PROFESSIONAL, PUBLIC, SCHOOL
from sim.kernel.compiled import interpreted
from sim.parameters.partners import Partners
from sim.rules import signs
from sim.state.columns import NOBODY
from tests.sections import row, section

Q = section(
    Partners, true_police=0.2, true_school=0.3, true_health=0.2, true_professional=0.2,
    false_police=0.4, false_school=0.2, false_health=0.1, false_professional=0.1,
    school_under_five=0.5, health_over_five=0.5,
)  # fmt: skip
HOME = row(authority=0, eldest=12.0, youngest=3.0)


def agencies(**coverage):
    kinds = {"police": POLICE, "school": SCHOOL, "health": HEALTH, "other": PROFESSIONAL,
             "public": PUBLIC}  # fmt: skip
    return [row(kind=kind, coverage=coverage.get(name, 1.0)) for name, kind in kinds.items()]


def who(place, home=HOME, **coverage):
    return interpreted(signs.who_sees)(home, agencies(**coverage), Q, place)


@pytest.mark.parametrize(
    ("place", "agency"),
    [(0.1, POLICE), (0.3, SCHOOL), (0.6, HEALTH), (0.8, PROFESSIONAL), (0.95, PUBLIC),
     (1.1, POLICE), (1.5, SCHOOL), (1.65, HEALTH), (1.75, PROFESSIONAL), (1.9, PUBLIC)],
)  # fmt: skip
def test_a_sign_goes_to_the_agency_in_whose_share_it_falls(place, agency):
    assert who(place) == agency


def test_a_closed_agency_sees_nothing_and_no_other_sees_it_instead():
    assert who(0.3, school=0.0) == NOBODY
    assert who(0.1, school=0.0) == POLICE
    assert who(0.6, school=0.0) == HEALTH


@pytest.mark.parametrize(("place", "agency"), [(0.34, SCHOOL), (0.36, NOBODY)])
def test_part_coverage_sees_the_first_part_of_the_share(place, agency):
    """Schools see from 0.2 to 0.5; half of it with half of the coverage."""
    assert who(place, school=0.5) == agency


@pytest.mark.parametrize(("place", "agency"), [(0.34, SCHOOL), (0.36, NOBODY)])
def test_schools_see_less_of_families_with_under_fives_alone(place, agency):
    assert who(place, home=row(authority=0, eldest=4.0, youngest=1.0)) == agency


@given(some.floats(0, 2, exclude_max=True))
def test_with_full_coverage_every_sign_is_seen_by_somebody(place):
    assert who(place) != NOBODY or place in (1.0, 2.0)
