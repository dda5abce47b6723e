"""The department in a world: how it steps in, up, down and out after an inadequate judgement."""

import pytest

from sim.measures.counters import index
from sim.stages.inspection import visits
from sim.stages.inspection.judging import JUDGED
from sim.state.columns import NEVER
from sim.state.organisation import (
    ADVISER,
    COMMISSIONER,
    FULL,
    GOOD,
    INADEQUATE,
    NO_RUNG,
    NOTICE,
    REQUIRES_IMPROVEMENT,
    TRUST,
    Area,
)
from tests.inspectors import (
    LONG_AGO,
    NOT_YET,
    YEAR,
    better,
    failed,
    inspect_for,
    nothing_better,
    quiet,
    rungs,
)

RELAPSES = index("relapses")


def test_the_department_steps_up_where_nothing_mends():
    model = quiet(("intervention.haste", "to", 0.0))
    failed(model)
    patience = model.rates.intervention[0].patience
    weeks = model.rates.intervention[0].review_weeks
    assert rungs(model, int(4 * patience * weeks) + 20) == [NO_RUNG, *range(NOTICE, TRUST + 1)]


@pytest.mark.parametrize("week", [-34, -9, -8, -1])
def test_it_does_so_in_the_past_as_well(week):
    """A review may fall on the week in which the run begins."""
    model = quiet()
    model.week = week
    failed(model)
    assert max(rungs(model, 6 * YEAR)) == TRUST


def test_it_steps_up_where_care_or_leaders_fail():
    model = quiet(("inspection.overall_grade", "to", 0.0), ("inspection.adequate", "to", 0.85))
    visits.publish(model, 0, {**dict.fromkeys(JUDGED, GOOD), Area.CARE: INADEQUATE}, 1.0)
    model.councils[0].last_full, model.councils[0].last_visit = NOT_YET, 0
    inspect_for(model, 6 * YEAR)
    assert model.councils[0].rung == TRUST
    rows = model.tables.judgements.rows[: model.tables.judgements.count[0]]
    letters = rows[(rows[:, 1] == 0) & (rows[:, 2] != FULL)]
    assert set(letters[:, 3]) == {float(Area.CARE)}, "letters are about what failed"


def test_the_department_comes_down_to_what_it_may_use_and_withdraws():
    for last, first, stays in ((1.0, 1.0, ADVISER), (5.0, 0.0, NO_RUNG)):
        model = quiet(
            ("intervention.first_rung", "to", first), ("intervention.last_rung", "to", last)
        )
        model.councils[0].rung, model.councils[0].rung_due = COMMISSIONER, 10
        inspect_for(model, 12)
        assert model.councils[0].rung == stays


def test_an_inadequate_judgement_as_an_event_begins_anew():
    model = quiet(("intervention.first_rung", "to", 1.0), ("intervention.last_rung", "to", 1.0),
                  ("intervention.new_leader", "to", 1.0))  # fmt: skip
    model.councils[0].rung, model.councils[0].rung_due = COMMISSIONER, 10
    before = model.directors[0].post.number
    failed(model)
    inspect_for(model, 20, nothing_better)
    assert model.councils[0].rung == ADVISER
    assert model.directors[0].post.number != before


def test_visits_that_were_announced_do_not_come_after_such_an_event():
    model = quiet()
    model.councils[0].last_full = LONG_AGO
    inspect_for(model, 1)
    assert model.councils[0].visit == FULL
    failed(model)
    inspect_for(model, 12, nothing_better)
    assert model.councils[0].worst_area == INADEQUATE
    assert model.tables.tally[0, index("full_inspections")] == 1


def test_a_trust_that_fails_is_looked_at_again():
    model = quiet(("intervention.first_rung", "to", 5))
    failed(model)
    inspect_for(model, 20, nothing_better)
    better(model)
    assert model.councils[0].rung_due > model.week + 4 * YEAR
    visits.publish(model, 0, dict.fromkeys(JUDGED, INADEQUATE), 1.0)
    assert model.councils[0].rung == TRUST
    notice = int(model.rates.intervention[0].notice_weeks)
    assert model.councils[0].rung_due == model.week + notice


def test_it_waits_where_visits_find_something_better():
    model = quiet()
    failed(model)
    for _ in range(4 * YEAR):
        nothing_better(model)
        model.councils[0].monitored = REQUIRES_IMPROVEMENT
        inspect_for(model, 1)
    assert model.councils[0].rung == NOTICE


@pytest.mark.parametrize(
    ("first", "last", "reached"),
    [(1, 1, [NO_RUNG, ADVISER]), (4, 4, [NO_RUNG, COMMISSIONER]), (5, 5, [NO_RUNG, TRUST]),
     (0, 5, [NO_RUNG])],
)  # fmt: skip
def test_the_department_goes_as_far_as_it_may(first, last, reached):
    model = quiet(
        ("intervention.first_rung", "to", first), ("intervention.last_rung", "to", last),
        ("intervention.haste", "to", 1.0),
    )  # fmt: skip
    failed(model)
    model.councils[0].incident_alarm = 1.0  # in full haste
    assert rungs(model, 3 * YEAR) == reached


def test_a_quicker_department_steps_in_sooner():
    came = []
    for weeks in (4.0, 20.0):
        model = quiet(("intervention.notice_weeks", "to", weeks))
        failed(model)
        inspect_for(model, 30, nothing_better)
        came.append(model.councils[0].rung_since)
    assert came == [4, 20]


def test_an_intervention_ends_with_a_better_judgement_and_a_relapse_is_counted():
    model = quiet()
    failed(model)
    inspect_for(model, 20, nothing_better)
    assert model.councils[0].rung == NOTICE
    better(model)
    assert model.councils[0].rung == NO_RUNG
    assert model.councils[0].stepped_out == model.week
    visits.publish(model, 0, dict.fromkeys(JUDGED, INADEQUATE), 1.0)
    assert model.tables.tally[0, RELAPSES] == 1
    model.week += 10 * YEAR
    better(model)
    model.week += 10 * YEAR
    visits.publish(model, 0, dict.fromkeys(JUDGED, INADEQUATE), 1.0)
    assert model.tables.tally[0, RELAPSES] == 1, "ten years later it is none"


def judged_lately(model):
    """Let no inspection be due."""
    for council in model.councils:
        council.last_full = council.last_visit = model.week


def test_a_trust_stays_after_a_better_judgement_and_returns_in_time():
    model = quiet(("intervention.first_rung", "to", 5))
    failed(model)
    inspect_for(model, 20, nothing_better)
    better(model)
    council = model.councils[0]
    assert council.rung == TRUST
    since = council.rung_since
    years = model.rates.intervention[0].trust_years
    model.week = since + int(years * 365.25 / 7) - 1
    inspect_for(model, 1, judged_lately)
    assert council.rung == TRUST
    inspect_for(model, 2, judged_lately)
    assert council.rung == NO_RUNG, "without a further inspection"
    assert council.stepped_out != NEVER


def test_a_new_leader_is_put_in_with_the_first_step():
    changed = []
    for share in (0.0, 1.0):
        model = quiet(("intervention.new_leader", "to", share))
        before = model.directors[0].post.number
        failed(model)
        inspect_for(model, 20, nothing_better)
        post = model.directors[0].post
        changed.append(post.number != before)
        assert not share or (post.interim, post.first) == (0, 0)
    assert changed == [False, True]


def test_steps_from_a_notice_up_are_in_the_papers():
    stories = []
    for rung in (1.0, 2.0, 5.0):
        model = quiet(("intervention.first_rung", "to", rung))
        failed(model)
        before = model.tables.stories.count[0]
        inspect_for(model, 20, nothing_better)
        rows = model.tables.stories.rows[before : model.tables.stories.count[0]]
        stories.append(rows[:, 3].sum())
    assert stories[0] == 0 < stories[1] < stories[2]
