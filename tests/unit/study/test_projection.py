"""Projection: an England that is closed, behaviour that is off, counts that are England's."""

from dataclasses import asdict, replace
from datetime import date
from math import isinf

import pandas as pd
import pytest

from sim.kernel.errors import InputError
from sim.parameters.registry import registry
from sim.report.studies.keep import keep
from sim.report.studies.projection import title
from sim.study.built_in.projection import course
from sim.study.built_in.projection.course import (
    behaviour_brings,
    in_september,
    reached,
    students_needed,
    summed,
    up_to,
)
from sim.study.built_in.projection.england import (
    CASES,
    FIRST,
    LAST,
    OFF,
    POSTS_NOW,
    STUDENTS,
    THEIRS,
    Case,
    england,
    future,
    posts_by_2034,
    students_a_year,
    switched_off,
)
from sim.study.built_in.projection.study import study, told
from sim.study.built_in.study import Size
from tests.worlds import small

QUARTERS = [f"{year}-{(year + 1) % 100:02d} Q{part}" for year in range(2023, 2035)
            for part in (1, 2, 3, 4)]  # fmt: skip


def quarterly(growth):
    """Two authorities with 100 posts in each, of which 80 are filled, and growing."""
    return pd.DataFrame([
        {
            "quarter": quarter, "first_week": 13 * k, "weeks": 13, "authority": place,
            "posts": 100.0, "in_post": 80.0 * (1.0 + growth * k), "leavers": 3.0,
        }
        for k, quarter in enumerate(QUARTERS)
        for place in ("A", "B")
    ])  # fmt: skip


def courses(replicates=3):
    """Paths in which each half as many students again bring 4,000 people, and behaviour 1,000."""
    rows = [
        {
            **asdict(case), "year": year, "all_posts": 50_000.0, "leavers": 16.0,
            "replicate": replicate,
            "in_post": 33_000.0 + 100.0 * replicate + (year - FIRST) / 11 * (
                8000.0 * (case.students - 1.0) + 5000.0 + 1000.0 * case.behaviour
            ),
        }
        for case in CASES
        for year in range(FIRST, LAST + 1)
        for replicate in range(replicates)
    ]  # fmt: skip
    return pd.DataFrame(rows)


def test_a_place_counts_as_england_by_its_posts():
    found = in_september(quarterly(0.0), Case(False, "need")).set_index("year")
    assert list(found.index) == list(range(FIRST, LAST + 1))
    assert found.loc[FIRST, "all_posts"] == POSTS_NOW
    assert found.loc[LAST, "in_post"] == pytest.approx(0.8 * POSTS_NOW)
    assert found.loc[LAST, "leavers"] == pytest.approx(100 * 4 * 3.0 / 80.0, rel=0.01)
    grown = in_september(quarterly(0.01), Case(False, "need")).set_index("year")["in_post"]
    assert grown[2024] / grown[2023] == pytest.approx(1.05 / 1.01)


def test_a_census_closes_a_year_of_four_quarters():
    rows = quarterly(0.0)
    census = rows[rows["quarter"] == "2025-26 Q2"]
    year = up_to(rows, census)["quarter"].drop_duplicates()
    assert list(year) == ["2024-25 Q3", "2024-25 Q4", "2025-26 Q1", "2025-26 Q2"]
    assert len(up_to(rows, rows[rows["quarter"] == "2023-24 Q2"])) == 2 * 2


def test_students_needed_lie_on_a_straight_line_between_those_that_were_tried():
    summary = summed(courses())
    most = 33_100 + 5000
    half = (THEIRS[LAST] - most) / 8000.0
    assert students_needed(summary, False) == pytest.approx(students_a_year(1.0 + half))
    assert students_needed(summary, True) < students_needed(summary, False)
    assert isinf(reached(STUDENTS, [1.0, 2.0, 3.0, 4.0], 5.0))
    assert reached(STUDENTS, [6.0, 7.0, 8.0, 9.0], 5.0) == students_a_year(1.0)


def test_what_behaviour_brings_is_paired():
    made = courses()
    there = made["behaviour"] & (made["replicate"] == 2)
    made.loc[there, "in_post"] += 300.0
    mean, half = behaviour_brings(made)
    assert mean == pytest.approx(1100.0)
    assert half == pytest.approx(4.3027 * 100.0, rel=1e-4)


def test_intervals_are_over_replicates():
    row = summed(courses()).iloc[0]
    assert (row["in_post"], row["n"]) == (33_100.0, 3)
    assert row["high"] - row["in_post"] == pytest.approx(4.3027 * 100 / 3**0.5, rel=1e-4)


def test_england_is_closed_and_its_past_is_shared_by_all_futures():
    world = england(small(past=1))
    assert world.parameters["media.england_authorities"] == len(world.authorities)
    assert world.parameters["market.near_share"] == 0.0
    assert (world.end.year, world.law) == (2035, ())
    made = [future(world, case) for case in CASES] + [switched_off(world)]
    assert {one.past_meaning for one in made} == {world.past_meaning}
    assert len({one.meaning for one in made}) == len(made)


def test_behaviour_is_switched_in_its_own_futures_alone():
    world = england(small(past=1))
    off, on = (future(world, Case(behaviour, "need", 2.0), 1.3) for behaviour in (False, True))
    calm, lively = (
        {change.parameter: change.value for act in one.actions for change in act.changes}
        for one in (off, on)
    )
    assert {name for name in calm if name not in lively} == {
        *(change.parameter for change in OFF), "workforce.exit_hazard", "management.manager_exit",
    }  # fmt: skip
    assert calm["workforce.exit_hazard"] == 1.3
    assert lively["market.qualified"] == 2.0
    assert {change.parameter for change in OFF} <= {*registry()}


def test_posts_by_trend_let_all_posts_grow_as_they_did():
    without = registry()["workforce.posts_without_cases"].default
    every = 1.0 + without + 1.0 / registry()["management.span"].default
    grown = (every - 1.0 + posts_by_2034("trend")) / every
    assert grown == pytest.approx(1.026**11)
    assert posts_by_2034("trend") < posts_by_2034("need")


def test_a_small_england_lives_to_2034(monkeypatch):
    monkeypatch.setattr(course, "CASES", (Case(False, "trend"), Case(True, "need", 2.0)))
    found = course.replicate_of(england(small(past=1)), 7, 0)
    assert len(found) == 2 * 12
    ends = found[found["year"] == LAST].set_index("posts")["all_posts"]
    assert ends["need"] >= ends["trend"] > POSTS_NOW
    assert 0.3 < float(found["calm"].iloc[0]) < 3.0


def test_both_projections_are_told_side_by_side(tmp_path):
    summary = summed(courses())
    text = told(summary, behaviour_brings(courses()))
    assert "2034                   45,989" in text
    assert "33,100 ±248" in text
    assert "Behaviour brings +1,000 ±0 people by 2034" in text
    assert "3,500 as they ask" in text
    _, made = keep("projection", summary, tmp_path)
    assert made.name == "02-projection.png"
    assert made.stat().st_size > 10_000
    assert title(summary) == (
        "With as many students as now, 38,100 are in post in 2034 with behaviour off and 39,100 "
        "with it on; 45,989 are said to be needed"
    )


def test_a_scenario_that_starts_in_another_year_is_refused():
    with pytest.raises(InputError) as raised:
        study(replace(small(), start=date(2026, 4, 1)), Size(2, 12))
    assert "starts on 2026-04-01, and the projection on 2023-04-01." in str(raised.value)
    assert "Name a scenario that starts then, such as baseline." in str(raised.value)
