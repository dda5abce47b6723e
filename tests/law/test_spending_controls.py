"""Money's grip on posts: what a budget leaves unmet holds hires and agency work back."""

import pytest

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.measures.counters import index
from sim.stages.leadership.budget import controls
from sim.state.columns import column
from tests.worlds import moved, small, world

YEAR = 52


def test_controls_grow_with_what_was_spent_beyond_the_budget_up_to_full_ones():
    model = world(small())
    council, p = model.councils[0], model.rates.money[0]
    council.budget = 1000.0
    for share in (0.0, 0.05, 1.0):
        council.overspend = share * 1000.0 * WEEKS_IN_YEAR
        assert controls(model, 0) == pytest.approx(min(1.0, p.controls_of_overspend * share))


def test_with_the_loop_off_or_no_budget_there_are_none():
    off = world(moved(small(), "off", ("loops.late_spend_squeeze", "to", 0.0)))
    off.begin_week()
    off.councils[0].budget, off.councils[0].overspend = 1000.0, 500.0
    assert controls(off, 0) == 0
    off.councils[1].budget = 0.0
    assert controls(off, 1) == 0


def came(level, *changes):
    """Starters and agency workers of a year in which controls stand at a level."""
    setting = small(26_400)
    model = world(moved(setting, "held", *changes) if changes else setting)
    starters = 0.0
    for _ in range(YEAR):
        column(model.tables.councils, "controls")[:] = level
        model.step()
        starters += model.tables.tally[:, index("starters")].sum()
    return starters, model.tables.tally[:, index("agency_staff")].sum()


def test_controls_hold_hires_and_agency_workers_back():
    free, held = came(0.0), came(1.0)
    kept = 1.0 - world(small(26_400)).rates.money[0].posts_held
    assert held[0] < (0.5 + 0.5 * kept) * free[0]
    assert held[1] < free[1]


def test_controls_that_stop_nobody_change_nothing():
    none = ("money.posts_held", "to", 0.0)
    assert came(1.0, none) == came(0.0, none)
