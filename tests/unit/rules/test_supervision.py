"""What a worker gets of a manager, by how much either has for it."""

import pytest

from sim.kernel.compiled import interpreted
from sim.parameters.casework import Casework
from sim.parameters.loops import Loops
from sim.parameters.management import Management
from sim.rules.management import supervise
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
