"""Customs of authorities: as spread every year, going together, and fading as is published."""

import numpy as np
import pytest

from sim.kernel.chance import Chance
from sim.kernel.compiled import interpreted
from sim.parameters.decisions import Decisions
from sim.parameters.front_door import FrontDoor
from sim.parameters.loops import Loops
from sim.rules import criterion, customs, screening
from tests.sections import row, section

MANY, YEARS = 4000, 8
D = section(Decisions)


def followed(p=D):
    """Follow the customs of many authorities: (years, authorities, 2)."""
    chance, told = Chance(7, 0), np.zeros((YEARS, MANY, 2))
    for a in range(MANY):
        door, enquiry = customs.first_customs(chance, 0, a, p)
        council = row(door_custom=door, enquiry_custom=enquiry)
        for year in range(YEARS):
            told[year, a] = council.door_custom, council.enquiry_custom
            customs.change_customs(council, chance, 52 * (year + 1), a, p)
    return told


@pytest.fixture(scope="module")
def told():
    return followed()


def test_customs_are_as_spread_in_every_year(told):
    for at, spread in enumerate((D.door_custom_spread, D.enquiry_custom_spread)):
        assert told[:, :, at].std(axis=1) == pytest.approx(spread, rel=0.05)
        assert told[:, :, at].mean(axis=1) == pytest.approx(0.0, abs=0.07 * spread)


def test_customs_fade_by_the_years(told):
    for at in range(2):
        for later in (1, 5):
            kept = np.corrcoef(told[0, :, at], told[later, :, at])[0, 1]
            assert kept == pytest.approx(D.custom_persistence**later, abs=0.05)


def test_customs_of_one_authority_go_together(told):
    for year in (0, YEARS - 1):
        together = np.corrcoef(told[year].T)[0, 1]
        assert together == pytest.approx(D.customs_together, abs=0.05)


def test_without_spread_there_is_no_custom():
    council = row(door_custom=0.0, enquiry_custom=0.0)
    none = section(Decisions, door_custom_spread=0.0, enquiry_custom_spread=0.0)
    customs.change_customs(council, Chance(7, 0), 52, 0, none)
    assert council.door_custom == council.enquiry_custom == 0.0


def test_a_custom_moves_the_bar_of_its_own_decision_alone():
    council = row(door_custom=0.3, load=0.0)
    why = criterion.Moved(0.1, 0.1, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.2)
    at_door = interpreted(screening.door)(
        why, council, section(FrontDoor), section(Loops, capacity_brake=0.0)
    )
    at_enquiry = interpreted(criterion.of_enquiries)(why)
    assert at_door.shift == pytest.approx(0.4) == pytest.approx(at_door.authority)
    assert at_enquiry.shift == pytest.approx(0.3) == pytest.approx(at_enquiry.authority)
    assert why.shift == 0.1
