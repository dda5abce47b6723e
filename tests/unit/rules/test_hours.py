"""What gives way when a week has too few hours, as pure numbers."""

from math import e

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sim.kernel.compiled import interpreted
from sim.parameters.casework import Casework
from sim.rules import hours
from tests.sections import row, section

C = section(Casework, overtime_share=0.1, shortest_visit=0.7, duty_cover=0.25)
OVERTIME_ENDS, SHORTER_ENDS = 1.1, 1.1 / 0.7


def squeezed(load, supply=30.0):
    worker = row(supply=supply, demand=load * supply, load=1.0, time=1.0, visits=1.0)
    interpreted(hours.squeeze)(worker, C)
    return worker


@pytest.mark.parametrize("load", [0.0, 0.5, 1.0, OVERTIME_ENDS])
def test_overtime_comes_first_and_costs_the_family_nothing(load):
    worker = squeezed(load)
    assert worker.time == pytest.approx(1.0)
    assert worker.visits == pytest.approx(1.0)


def test_then_tasks_are_cut_short_and_all_visits_made():
    worker = squeezed(1.3)
    assert worker.time == pytest.approx(1.1 / 1.3)
    assert worker.visits == pytest.approx(1.0)


def test_then_visits_are_missed_and_the_rest_are_as_short_as_can_be():
    worker = squeezed(2.0)
    assert worker.time == C.shortest_visit
    assert worker.visits == pytest.approx(1.1 / (2.0 * 0.7))


@given(some.floats(0, 10))
def test_no_more_hours_are_worked_than_there_are(load):
    worker = squeezed(load)
    assert load * worker.time * worker.visits <= OVERTIME_ENDS + 1e-9


@given(some.floats(0, 5), some.floats(0, 5))
def test_more_load_never_gives_a_case_more(one, other):
    light, heavy = squeezed(min(one, other)), squeezed(max(one, other))
    assert light.time >= heavy.time - 1e-12
    assert light.time * light.visits >= heavy.time * heavy.visits - 1e-12


def test_who_is_away_leaves_what_the_duty_worker_covers():
    worker = squeezed(1.0, supply=0.0)
    assert (worker.time, worker.visits) == (C.shortest_visit, C.duty_cover)


@pytest.mark.parametrize(("load", "worked"), [(0.5, 0.0), (1.0, 0.0), (1.05, 0.05), (3.0, 0.12)])
def test_overtime_is_bounded(load, worked):
    assert hours.overtime_of(load, 0.12) == pytest.approx(worked)


def skill(years, talent=0.0):
    return hours.skill_of(years, 0.65, 1.2, talent, 0.3)


def test_skill_grows_from_its_start_towards_one():
    assert skill(0.0) == pytest.approx(0.65)
    assert skill(1.2) == pytest.approx(1 - 0.35 / e)
    assert skill(40.0) == pytest.approx(1.0)
    assert skill(40.0, 0.2) == pytest.approx(1.2)
    assert skill(0.0, -0.9) == pytest.approx(0.3)


@given(some.floats(0, 40), some.floats(0, 10), some.floats(-0.3, 0.3))
def test_experience_never_lowers_skill(years, more, talent):
    assert skill(years + more, talent) >= skill(years, talent)
