"""Which visit is due, what it takes, and what each rung of the ladder brings: by hand."""

import pytest

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.compiled import interpreted
from sim.parameters.inspection import Inspection
from sim.parameters.intervention import Intervention
from sim.rules import intervention
from sim.rules.visits import (
    days_of,
    hours_of,
    notice_of,
    put_right,
    team_of,
    visit_due,
    weeks_on_site,
    weeks_taken,
)
from sim.state.columns import NEVER
from sim.state.organisation import (
    ADVISER,
    COMMISSIONER,
    FOCUSED,
    FULL,
    GOOD,
    INADEQUATE,
    JOINT,
    MONITORING,
    NO_RUNG,
    NO_VISIT,
    TRUST,
)
from tests.sections import row, section

P, LADDER = section(Inspection), section(Intervention)
lift = interpreted(intervention.lift_of_rung)
cost = interpreted(intervention.cost_a_week)


def due(week, p=P, **changes):
    held = {
        "visit": NO_VISIT, "last_full": 0, "last_visit": 0, "joint_due": NEVER, "cycle_luck": 0.0,
        "worst_area": GOOD, **changes,
    }  # fmt: skip
    return visit_due(row(**held), week, p)


def test_visits_fall_due():
    full, failed = int(P.cycle_weeks), int(P.inadequate_cycle_weeks)
    assert due(full - 1, last_visit=full // 2)[0] == NO_VISIT
    assert due(full + 5) == (FULL, full)
    assert due(failed, worst_area=INADEQUATE) == (FULL, failed)
    assert due(full // 2 - 1)[0] == NO_VISIT
    assert due(full // 2) == (FOCUSED, full // 2)
    monitoring = int(P.monitoring_weeks)
    assert due(40 + monitoring, worst_area=INADEQUATE, last_visit=40) == (
        MONITORING, 40 + monitoring
    )  # fmt: skip
    assert due(5, joint_due=3) == (JOINT, 3)
    assert due(full, joint_due=3, visit=FULL)[0] == NO_VISIT, "one visit at a time"


@pytest.mark.parametrize("often", [0, 1, 2, 3])
@pytest.mark.parametrize("luck", [-1.0, 0.0, 0.7])
def test_so_many_focused_visits_lie_between_full_ones(often, luck):
    p, last, found = section(Inspection, focused=float(often)), 0, 0
    for week in range(400):
        visit, _ = due(week, p, last_visit=last, cycle_luck=luck)
        if visit == FULL:
            break
        if visit == FOCUSED:
            last, found = week, found + 1
    assert found == often
    assert week == int(P.cycle_weeks + luck * P.cycle_spread)


def test_a_shorter_cycle_acts_at_once():
    assert due(100, section(Inspection, cycle_weeks=80.0)) == (FULL, 80)
    assert due(20, section(Inspection, monitoring_weeks=8.0), worst_area=INADEQUATE) == (
        MONITORING, 8
    )  # fmt: skip


def test_what_visits_take():
    assert (days_of(FULL, False, P), days_of(FULL, True, P)) == (P.full_days, P.short_days)
    assert (team_of(FULL, P), team_of(JOINT, P)) == (4, 2)
    assert (weeks_on_site(FULL, False), weeks_on_site(FULL, True), weeks_on_site(JOINT, False)) == (
        2, 1, 1)  # fmt: skip
    each = P.full_days / 4 * WEEKS_IN_YEAR / P.inspector_days
    assert weeks_taken(P.full_days, 4, P) == pytest.approx(each)
    twice = section(Inspection, strength=2.0)
    assert weeks_taken(P.full_days, 4, twice) == pytest.approx(each / 2)
    assert hours_of(FOCUSED, False, P) == P.focused_hours


def test_notice_gives_time_and_takes_hours():
    long, none = section(Inspection, notice_days=10.0), section(Inspection, notice_days=0.0)
    assert (notice_of(FULL, long), notice_of(FULL, P), notice_of(FULL, none)) == (2, 1, 0)
    assert hours_of(FULL, False, long) - hours_of(FULL, False, P) == P.preparing_hours
    assert hours_of(FULL, False, none) == P.hosting_hours
    assert put_right(FULL, long) == pytest.approx(2 * P.preparing_gain)
    assert put_right(FOCUSED, long) == put_right(FULL, none) == 0


def council(rung, since=-500):
    return row(rung=rung, rung_since=since)


def test_rungs_lift_once_they_no_longer_unsettle():
    assert lift(council(NO_RUNG), 0, LADDER) == 0
    settled = [lift(council(rung), 0, LADDER) for rung in range(ADVISER, TRUST + 1)]
    assert settled == sorted(settled)
    assert settled[0] == LADDER.adviser_capacity
    new = lift(council(COMMISSIONER, since=-1), 0, LADDER)
    assert new == LADDER.commissioner_capacity - LADDER.commissioner_disruption


def test_a_trust_takes_time_and_money_to_set_up():
    weeks = int(LADDER.trust_weeks)
    before, after = council(TRUST, since=0), weeks
    assert lift(before, weeks - 1, LADDER) == LADDER.commissioner_capacity - LADDER.trust_disruption
    assert lift(before, after, LADDER) == LADDER.trust_capacity
    spent = sum(cost(before, week, LADDER) for week in range(weeks))
    run = weeks * LADDER.commissioner_cost / WEEKS_IN_YEAR
    assert spent == pytest.approx(LADDER.trust_set_up + run)
    assert cost(before, after, LADDER) == LADDER.trust_cost / WEEKS_IN_YEAR


def test_what_rungs_cost():
    assert cost(council(NO_RUNG), 0, LADDER) == 0
    assert cost(council(ADVISER), 0, LADDER) == LADDER.adviser_cost / WEEKS_IN_YEAR
