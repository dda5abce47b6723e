"""Measures of working life: what each counts, from counters made by hand."""

import pandas as pd
import pytest

from sim.measures import MEASURES
from sim.measures.compute import value
from sim.measures.working_life import ALL_WORK, COMING_AND_GOING, WORKING_LIFE

HOURS = {
    "hours_direct": 280.0, "hours_travel": 80.0, "hours_recording": 300.0,
    "hours_meetings_on_cases": 140.0, "hours_supervision": 50.0, "hours_training": 50.0,
    "hours_meetings": 100.0, "hours_overtime": 40.0, "hours_contracted": 1000.0,
}  # fmt: skip
STAFF = {
    "in_post": 90.0, "people": 100.0, "stressed": 30.0, "not_stressed": 60.0,
    "stress_began": 6.0, "stress_ended": 2.0, "leavers": 10.0, "leavers_profession": 4.0,
    "leavers_retired": 2.0, "leavers_agency": 1.0, "leavers_authority": 3.0, "starters": 8.0,
    "starters_newly_qualified": 4.0, "starters_authority": 2.0, "starters_agency": 1.0,
    "starters_returned": 1.0, "managers_vacant": 1.0, "managers_posts": 8.0,
    "open_all_year": 200.0, "open_all_year_one_worker": 120.0, "open_all_year_three_workers": 30.0,
    "churn_recruiting": 60_000.0, "churn_agency": 20_000.0, "churn_hours": 20_000.0,
    "posts": 100.0,
}  # fmt: skip
WEEKS, YEAR = 26, 365.25 / 7


@pytest.fixture(scope="module")
def rows():
    made = {"quarter": ["2023-24 Q2"], "first_week": [0], "weeks": [WEEKS]}
    for name, number in (HOURS | STAFF).items():
        made |= {name: [number], f"{name}_weeks": [number * WEEKS]}
    return pd.DataFrame(made)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("direct_work", 28.0),
        ("recording", 30.0),
        ("overtime", 4.0),
        ("stressed", 100 * 30 / 90),
        ("stress_began", 10.0 * YEAR / WEEKS),
        ("stress_ended", 100 * 2 / 30 * YEAR / WEEKS),
        ("exit_profession", 60.0),
        ("exit_agency", 10.0),
        ("exit_retired", 20.0),
        ("starters_newly_qualified", 50.0),
        ("starters_authority", 25.0),
        ("starters_agency", 12.5),
        ("vacancy_managers", 12.5),
        ("fte_per_person", 0.9),
        ("one_worker", 60.0),
        ("three_workers", 15.0),
        ("churn_cost", 1000.0 * YEAR / WEEKS),
    ],
)
def test_a_measure_counts_what_it_says(rows, name, expected):
    assert value(MEASURES[name], rows) == pytest.approx(expected)


def test_hours_worked_leave_out_leave_sickness_and_hours_lost():
    counted = {name for name, _ in ALL_WORK}
    assert not counted & {"hours_leave", "hours_sick", "hours_lost", "hours_spare"}
    assert len(counted) == 7


def test_destinations_of_leavers_add_up(rows):
    named = ("exit_profession", "exit_other_authority", "exit_agency")
    assert sum(value(MEASURES[name], rows) for name in named) == pytest.approx(100)


def test_every_measure_of_working_life_can_be_listed_and_says_what_it_counts():
    assert {one.name for one in WORKING_LIFE} <= set(MEASURES)
    assert all(one.definition.endswith(".") and one.room == "workforce" for one in WORKING_LIFE)
    assert len({one.label for one in COMING_AND_GOING}) == len(COMING_AND_GOING)
