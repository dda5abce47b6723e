"""Who may take a case: room, protected loads, notice and sickness, as pure numbers."""

import pytest

from sim.kernel.compiled import interpreted
from sim.parameters.allocation import Allocation
from sim.rules import allocation
from sim.state.columns import NEVER
from sim.state.worker import EMPLOYED, VACANT
from tests.sections import row, section

P = section(Allocation)
WEEK, NO_ROOM = 10, 1e9


def room(p=P, hours=1.0, children=1.0, **changes):
    """Load that a usual worker would have with one case more."""
    held = {
        "filled": EMPLOYED, "leaves": NEVER, "sick_until": NEVER, "suspended_until": NEVER,
        "supply": 20.0, "demand": 10.0,
        "held": 10.0, "fte": 1.0, "newly_qualified": 0, "experience": 5.0, **changes,
    }  # fmt: skip
    return interpreted(allocation.room_of)(row(**held), hours, children, p, WEEK)


def test_a_case_more_adds_its_hours_to_the_load():
    assert room() == pytest.approx(11.0 / 20.0)
    assert room(hours=4.0) == pytest.approx(14.0 / 20.0)


@pytest.mark.parametrize(
    "change",
    [
        {"filled": VACANT},
        {"leaves": WEEK + 5},
        {"sick_until": WEEK + 1},
        {"suspended_until": WEEK + 1},
        {"supply": 0.0},
    ],
)
def test_who_is_not_there_or_goes_soon_gets_no_case(change):
    assert room(**change) == NO_ROOM


def test_the_newly_qualified_are_protected_in_their_first_year():
    new = {"newly_qualified": 1, "experience": 0.5}
    assert room(**new) == pytest.approx(room() / P.newly_qualified_share)
    assert room(**{**new, "experience": 1.0}) == room()


def test_a_cap_holds_by_the_hours_of_a_post_and_lower_for_the_newly_qualified():
    capped = section(Allocation, caseload_cap=12.0)
    assert room(capped, held=11.0) < NO_ROOM
    assert room(capped, held=11.5) == NO_ROOM
    assert room(capped, held=6.0, fte=0.5) == NO_ROOM
    new = {"newly_qualified": 1, "experience": 0.5}
    most = 12.0 * P.newly_qualified_share
    assert room(capped, held=most - 1.0, **new) < NO_ROOM
    assert room(capped, held=most - 0.9, **new) == NO_ROOM
