"""Grades between authorities, by hand: how far judgements last, and agency rates by grade."""

import numpy as np
import pandas as pd
import pytest

from sim.analysis.statistics.grades import ORDER, agency_by_grade, succession_of_grades
from sim.analysis.statistics.span import Span
from sim.measures.statistic import FEWEST_AUTHORITIES
from sim.world.settings import GRADES

SPAN = Span("2023-24", 300, 1.0)
PLACES = [f"place {n}" for n in range(FEWEST_AUTHORITIES)]


def judged(second, places=PLACES):
    """Two full judgements of each place: of four grades in turn, then as `second` says."""
    rows = [
        (week, place, "full", area, ORDER[grade])
        for n, place in enumerate(places)
        for week, grade in ((10, n % 4), (170, second(n % 4)))
        for area, grade in (("help and protection", grade), ("leaders", 3))
    ]
    noise = [(90, place, "monitoring", "help and protection", "inadequate") for place in places]
    return pd.DataFrame(rows + noise, columns=["week", "authority", "visit", "area", "grade"])


def test_the_order_is_that_of_the_model():
    assert tuple(GRADES) == ORDER


@pytest.mark.parametrize(("second", "lasts"), [(lambda g: g, 1.0), (lambda g: 3 - g, -1.0)])
def test_judgements_that_last_or_turn_round(second, lasts):
    assert succession_of_grades(judged(second), SPAN) == pytest.approx(lasts)


def test_too_few_places_or_one_grade_tell_nothing():
    assert np.isnan(succession_of_grades(judged(lambda g: g, PLACES[1:]), SPAN))
    assert np.isnan(succession_of_grades(judged(lambda _: 1), SPAN))


def staffed(places=PLACES, best=1):
    """At one census three inadequate places with 30% agency, and `best` outstanding with 10%."""
    rows = []
    for n, place in enumerate(places):
        worst, top = n < 3, 3 <= n < 3 + best
        agency = 30.0 if worst else (10.0 if top else 20.0)
        for quarter in ("2023-24 Q1", "2023-24 Q2"):
            share = agency if quarter.endswith("Q2") else 90.0
            rows.append((quarter, place, 0, share, 100.0 - share, float(worst), float(top)))
    return pd.DataFrame(rows, columns=[
        "quarter", "authority", "quintile", "agency_staff", "in_post", "judged_inadequate",
        "judged_outstanding",
    ])  # fmt: skip


def test_agency_rates_are_compared_at_the_census():
    assert agency_by_grade(staffed(), SPAN) == pytest.approx(3.0)


def test_without_outstanding_places_or_enough_of_all_nothing_is_told():
    assert np.isnan(agency_by_grade(staffed(best=0), SPAN))
    assert np.isnan(agency_by_grade(staffed(PLACES[1:]), SPAN))
