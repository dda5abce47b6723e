"""Joint targeted inspections: drawn, waiting for their turn or a team, ended by a letter."""

import numpy as np
import pytest

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.measures.counters import CELLS, index
from sim.stages.inspection import visits
from sim.state.columns import NEVER
from sim.state.organisation import FULL, INADEQUATE, JOINT, NO_VISIT
from tests.inspectors import LONG_AGO, inspect_for, quiet

LETTERS, FULLS = index("visits_by_letter"), index("full_inspections")
NONE_DRAWN = ("inspection.joint", "to", 0.0)


@pytest.mark.parametrize("yearly", [0.06, 0.3, 0.5])
def test_as_many_are_drawn_as_are_set(yearly):
    model, drawn = quiet(("inspection.joint", "to", yearly)), 0
    weeks = 4000
    for model.week in range(weeks):
        for a, council in enumerate(model.councils):
            visits.draw_joint(model, a)
            drawn += council.joint_due == model.week
            council.joint_due = NEVER
    expected = yearly * weeks / WEEKS_IN_YEAR * len(model.councils)
    assert abs(drawn - expected) < 4 * np.sqrt(expected)


def test_one_that_waits_is_not_drawn_again():
    model = quiet(("inspection.joint", "to", 0.5))
    model.councils[0].joint_due = 0
    for model.week in range(1, 500):
        visits.draw_joint(model, 0)
    assert model.councils[0].joint_due == 0


def test_it_comes_after_the_visit_that_is_under_way(monkeypatch):
    model = quiet(NONE_DRAWN)
    monkeypatch.setattr(visits, "judged_practice", lambda *_: 0.7)
    council = model.councils[0]
    council.visit, council.visit_ends, council.joint_due = FULL, 3, 0
    inspect_for(model, 3)
    assert (council.visit, council.joint_due) == (FULL, 0), "one visit at a time"
    council.last_full = council.last_visit = 10_000
    inspect_for(model, 1)
    assert (council.visit, council.joint_due) == (JOINT, NEVER)


def test_it_gives_way_to_a_full_inspection_that_is_due():
    model = quiet(NONE_DRAWN)
    council = model.councils[0]
    council.joint_due, council.last_full = 0, LONG_AGO
    inspect_for(model, 1)
    assert (council.visit, council.joint_due) == (FULL, 0)


def test_it_waits_while_too_few_inspectors_are_free():
    model = quiet(NONE_DRAWN)
    council = model.councils[0]
    council.joint_due = 0
    for inspector in model.inspectors:
        inspector.own.free = 6.0
    inspect_for(model, 4)
    assert (council.visit, council.joint_due) == (NO_VISIT, 0)
    inspect_for(model, 4)
    assert council.joint_due == NEVER


def test_it_ends_in_a_letter_and_changes_no_grade(monkeypatch):
    model = quiet(NONE_DRAWN)
    monkeypatch.setattr(visits, "judged_practice", lambda *_: 0.0)
    council = model.councils[0]
    before = council.grade, council.worst_area, council.judged, council.last_visit
    beliefs = model.chief_executives[0].post.belief, model.directors[0].post.belief
    council.joint_due = 0
    model.tables.tally[:] = 0
    inspect_for(model, 6)
    assert model.tables.tally[0, LETTERS] == 1.0
    assert model.tables.tally[:CELLS, FULLS].sum() == 0.0
    assert (council.grade, council.worst_area, council.judged, council.last_visit) == before
    assert council.monitored == INADEQUATE
    _, a, visit, _, grade = model.tables.judgements.rows[model.tables.judgements.count[0] - 1]
    assert (a, visit, grade) == (0, JOINT, INADEQUATE)
    after = model.chief_executives[0].post.belief, model.directors[0].post.belief
    assert after[0] < beliefs[0]
    assert after[1] < beliefs[1]


def test_it_takes_hours_of_those_who_host_it():
    model = quiet(NONE_DRAWN)
    council, p = model.councils[0], model.rates.inspection[0]
    council.joint_due, hours = 0, []
    inspect_for(model, 8, lambda model: hours.append(council.host_hours))
    assert sum(hours) == pytest.approx(p.joint_hours)
    assert hours[-1] == 0.0
