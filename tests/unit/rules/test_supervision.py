"""What a worker gets of a manager, by how much either has for it."""

import pytest

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.compiled import interpreted
from sim.parameters.casework import Casework
from sim.parameters.loops import Loops
from sim.parameters.management import Management
from sim.parameters.workforce import Workforce
from sim.rules.employment import learn
from sim.rules.management import supervise
from sim.rules.people import share_of_supervision
from sim.scenario import load_scenario
from tests.sections import row, section

C, M, LOOPS = section(Casework), section(Management), section(Loops)
WORKERS = 6.0
REFLECTIVE = "reflective-supervision"


def quality(span=M.span, hours=C.supervision_hours):
    """Supervision in a team of six, when the span has moved since it was made."""
    team = row(span=M.span, supervision=0.0, problems=0.0, safety=M.safety_usual)
    manager = row(skill=1.0)
    asked = section(Casework, supervision_hours=hours)
    moved = section(Management, span=span)
    interpreted(supervise)(team, manager, WORKERS, 0.0, moved, asked, LOOPS)
    return team.supervision


def test_a_narrower_span_alone_gives_nothing_that_is_not_asked_for():
    assert quality(span=4.0) == quality(span=5.0) == quality()


def test_a_narrower_span_gives_more_where_more_is_asked_for():
    assert quality(5.0, 30.0) == pytest.approx(quality() * (30 / 24) ** 0.5)
    assert quality(6.0, 30.0) == pytest.approx(quality() * (25 / 24) ** 0.5)


def test_a_wider_span_gives_less():
    assert quality(span=10.0) == pytest.approx(quality() * (15 / 24) ** 0.5)


def test_the_policy_of_smaller_teams_asks_for_the_hours_that_it_frees():
    moved = {
        change.parameter: change.value
        for action in load_scenario(REFLECTIVE).actions
        for change in action.changes
    }
    hours = moved["casework.supervision_hours"]
    assert hours == pytest.approx(M.supervision_time / moved["management.span"])
    assert quality(moved["management.span"], hours) > quality()


def taken(**worker):
    held = {"newly_qualified": 0, "experience": 5.0, **worker}
    return interpreted(share_of_supervision)(row(**held), M)


def test_the_newly_qualified_take_more_in_their_first_year():
    assert taken() == taken(newly_qualified=1, experience=1.0) == 1.0
    assert taken(newly_qualified=1, experience=0.9) == M.newly_qualified_supervision


def trained(supervised, years=20):
    """Training of somebody supervised so, in SD, after so many years."""
    worker = row(experience=1.0, age=30.0, training=1.0, kind=0, filled=0, senior=0)
    for _ in range(round(years * WEEKS_IN_YEAR)):
        interpreted(learn)(worker, supervised, section(Workforce), C, 0.999)
    return worker.training


def test_supervision_teaches():
    assert trained(0.0) == pytest.approx(1.0)
    assert trained(1.0) == pytest.approx(1.0 + C.training_of_supervision, rel=1e-3)
