"""Inspectors in a world: whom they visit, what they judge and what it takes."""

from math import exp

import numpy as np
import pytest

from sim.measures.counters import CELLS, index
from sim.stages import inspection, media
from sim.stages.inspection import intervention, visits
from sim.stages.inspection.judging import JUDGED, files_of, overall
from sim.state.columns import NEVER, column
from sim.state.organisation import (
    FULL,
    GOOD,
    INADEQUATE,
    NO_VISIT,
    OUTSTANDING,
    REQUIRES_IMPROVEMENT,
    Area,
)
from tests.inspectors import LONG_AGO, YEAR, inspect_for, quiet
from tests.worlds import small, world

DAYS = index("inspector_days")


def test_a_full_inspection_judges_each_area_and_sums_them_up():
    model = quiet()
    model.councils[0].last_full = LONG_AGO
    inspect_for(model, 6)
    rows = model.tables.judgements.rows[: model.tables.judgements.count[0]]
    here = rows[(rows[:, 1] == 0) & (rows[:, 2] == FULL)]
    assert sorted(here[:, 3]) == list(Area)
    grades = dict(zip(here[:, 3].astype(int), here[:, 4].astype(int), strict=True))
    assert grades[Area.OVERALL] == overall([grades[area] for area in JUDGED])
    assert model.councils[0].grade == grades[Area.OVERALL]
    assert model.councils[0].worst_area == min(grades.values())


def test_without_an_overall_grade_help_and_protection_is_acted_on():
    model = quiet(("inspection.overall_grade", "to", 0.0))
    poor = {Area.PROTECTION: GOOD, Area.CARE: INADEQUATE, Area.LEADERS: GOOD}
    visits.publish(model, 0, poor, 1.0)
    assert model.councils[0].grade == GOOD
    assert model.councils[0].worst_area == INADEQUATE
    assert model.councils[0].rung_due > 0, "the department acts on the worst area"
    model = quiet()
    visits.publish(model, 0, poor, 1.0)
    assert model.councils[0].grade == INADEQUATE


@pytest.mark.parametrize(
    ("grades", "together"),
    [
        ([GOOD, GOOD, INADEQUATE], INADEQUATE),
        ([GOOD, OUTSTANDING, REQUIRES_IMPROVEMENT], GOOD),
        ([OUTSTANDING, OUTSTANDING, GOOD], OUTSTANDING),
    ],
)
def test_one_inadequate_area_is_enough(grades, together):
    assert overall(grades) == together


def test_files_of_children_in_care_are_those_of_children_in_care():
    model = quiet(families=26_400)
    drawn = files_of(model, 0, Area.CARE)
    status = column(model.tables.record, "status")
    assert 0 < len(drawn) < len(files_of(model, 0, Area.PROTECTION))
    assert status[drawn].min() > status[np.setdiff1d(model.known_in(0), drawn)].max()


def test_a_visit_waits_for_inspectors_and_nobody_passes_it():
    model = quiet()
    first, second = model.councils
    first.last_full, second.last_visit = LONG_AGO, LONG_AGO + 200
    busy = model.inspectors[3:]
    for inspector in busy:
        inspector.own.free = 5
    inspect_for(model, 4)
    assert first.visit == second.visit == NO_VISIT
    inspect_for(model, 1)
    assert first.visit == FULL
    assert second.visit != NO_VISIT


def test_more_visits_take_more_days():
    spent = []
    for cycle in (160.0, 60.0):
        model = quiet(("inspection.cycle_weeks", "to", cycle), ("inspection.adequate", "to", 0.3))
        for council in model.councils:
            council.last_full = LONG_AGO
        inspect_for(model, 6 * YEAR)
        spent.append(model.tables.tally[:, DAYS].sum())
    assert spent[1] > 1.5 * spent[0] > 0


def test_hosting_takes_the_hours_it_says():
    model = quiet()
    council, p = model.councils[0], model.rates.inspection[0]
    council.last_full, council.worst_area = LONG_AGO, REQUIRES_IMPROVEMENT
    given = []
    inspect_for(model, 8, lambda model: given.append(council.host_hours))
    given.append(council.host_hours)
    assert sum(given) == pytest.approx(p.hosting_hours + p.preparing_hours)


def test_a_letter_moves_the_beliefs_of_those_at_the_top():
    moved_by = []
    for weight in (0.0, 0.5):
        model = quiet(("inspection.letter_weight", "to", weight))
        model.councils[0].severity = 0.5
        tops = model.chief_executives[0].post, model.directors[0].post
        before = [one.belief for one in tops]
        model.councils[0].last_visit = LONG_AGO
        inspect_for(model, 6)
        moved_by.append([one.belief - was for one, was in zip(tops, before, strict=True)])
    assert moved_by[0] == [0, 0]
    assert max(moved_by[1]) < -0.1


def test_an_interim_or_weak_director_is_judged_less_well():
    judged = []
    for skill in (1.0, 0.7):
        model = quiet()
        model.directors[0].post.skill = skill
        team = model.inspectors[:4]
        judged.append([
            visits.judged_practice(model, 0, FULL, area, team)
            for area in (Area.PROTECTION, Area.LEADERS)
        ])  # fmt: skip
    assert judged[0][0] == judged[1][0]
    assert judged[0][1] > judged[1][1]


def test_a_blaming_chief_executive_suspends_who_held_the_case():
    suspended = []
    for blames in (0, 1):
        model = quiet(("leadership.suspended", "to", 1.0))
        model.chief_executives[0].post.blames = blames
        held = column(model.tables.record, "worker")
        place = column(model.tables.homes, "authority")
        family = int(np.flatnonzero((held >= 0) & (place == 0))[0])
        model.chief_executives[0].suspend(family)
        until = column(model.tables.workers, "suspended_until")
        assert (until != NEVER).sum() == blames
        suspended.append(int(until[held[family]]))
    weeks = int(model.rates.leadership[0].suspension_weeks)
    assert suspended == [NEVER, model.week + 1 + weeks]


def test_uncoupled_authorities_have_inspectors_of_their_own():
    setting = small(uncoupled=("inspectorate",))
    model = world(setting)
    model.begin_week()
    for council in model.councils:
        council.visit, council.last_full = NO_VISIT, LONG_AGO
    for inspector in model.inspectors:
        inspector.own.free = 10_000
    inspection.run(model)
    assert {council.visit for council in model.councils} == {FULL}


def test_stories_make_all_attention_there_is():
    model = quiet()
    media.publish(model, 0, 1.0, everywhere=1.0)
    intervention.make_news(model, 1, 0.5)
    media.follow_stories(model)
    p = model.rates.media[0]
    rows = model.tables.stories.rows[: model.tables.stories.count[0]]
    here = [rows[rows[:, 1] == a, 5].sum() for a in (0, 1)]
    assert [council.attention for council in model.councils] == pytest.approx(here)
    assert model.councils[0].attention >= 1 - p.relit
    assert model.seen.national[0].attention == pytest.approx((rows[:, 4] * rows[:, 5]).sum())


def test_cells_of_the_organisation_hold_what_is_counted():
    model = quiet()
    model.councils[1].last_full = LONG_AGO
    inspect_for(model, 2)
    assert model.tables.tally[CELLS, DAYS] > 0
    assert model.tables.tally[:, DAYS].sum() == model.tables.tally[CELLS, DAYS]


def blamed(level):
    def push(model):
        for council in model.councils:
            council.blame = level

    return push


def test_severity_follows_blame_with_a_memory():
    model = quiet()
    p, background = model.rates.inspection[0], model.rates.media[0].background_blame
    council = model.councils[0]
    council.severity = 0.0
    inspect_for(model, int(p.severity_years * YEAR), blamed(1.0))
    reached = council.severity
    full = p.severity_of_blame * (1.0 - background)
    assert reached == pytest.approx((1 - exp(-1)) * full, rel=0.02)
    inspect_for(model, int(p.severity_years * YEAR), blamed(background))
    assert council.severity == pytest.approx(exp(-1) * reached, rel=0.02)
