"""Who leaves and who comes, as pure numbers."""

from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.compiled import interpreted
from sim.parameters.loops import Loops
from sim.parameters.management import Management
from sim.parameters.media import Media
from sim.parameters.workforce import Workforce
from sim.rules import assignments, exits, inside
from sim.rules.posts import Staff
from sim.state.columns import NEVER
from sim.state.worker import (
    EMPLOYED,
    SERVICE_MANAGER,
    TEAM_MANAGER,
    WITH_CASES,
    WITHOUT_CASES,
)
from tests.sections import row, section

W, M, MEDIA, LOOPS = section(Workforce), section(Management), section(Media), section(Loops)
USUAL_FEAR = MEDIA.fear_of_blame * MEDIA.background_blame
LONG_AGO = -10_000


def hazard(w=W, loops=LOOPS, years=3.0, **changes):
    """Exit of a usual worker in a usual team and council, but for the changes."""
    held = {
        "strain": 0.0, "age": 40.0, "held": W.usual_caseload, "supervision": M.supervision_usual,
        "last_exit": LONG_AGO, "fear": USUAL_FEAR, "exit_effect": 0.0, "year_effect": 0.0,
        "own_fear": 0.0, "kind": WITH_CASES, "fte": 1.0, "rules": MEDIA.rules_usual,
        "reputation": 0.0, **changes,
    }  # fmt: skip
    worker = row(**{**held, "fear": held["own_fear"]}, started=-round(years * WEEKS_IN_YEAR))
    around = row(**held)
    return interpreted(exits.exit_hazard)(worker, around, around, w, M, MEDIA, loops, 0)


def test_a_usual_worker_leaves_at_the_hazard_of_their_tenure():
    assert hazard() == pytest.approx(W.exit_hazard * W.tenure_to_five)
    assert hazard(years=0.5) == pytest.approx(W.exit_hazard * W.tenure_first)
    assert hazard(years=20.0) == pytest.approx(W.exit_hazard * W.tenure_over_ten)


@pytest.mark.parametrize(
    ("change", "ratio"),
    [
        ({"strain": 1.0}, W.exit_strain),
        ({"supervision": M.supervision_usual + M.supervision_spread}, W.exit_supervision),
        ({"fear": USUAL_FEAR + 1.0}, W.exit_blame),
        ({"own_fear": 1.0}, W.exit_blame),
        ({"held": W.usual_caseload + 1.0}, W.exit_caseload),
        ({"held": 0.6 * (W.usual_caseload + 1.0), "fte": 0.6}, W.exit_caseload),
        ({"last_exit": -10}, W.exit_peer),
        ({"last_exit": -26}, W.exit_peer),
        ({"last_exit": -27}, 1.0),
        ({"rules": MEDIA.rules_usual + 1.0}, W.exit_rules),
        ({"reputation": -1.0}, exp(W.exit_of_name)),
        ({"age": 60.0}, W.age_over_60),
        ({"exit_effect": 0.3}, exp(0.3)),
        ({"kind": WITHOUT_CASES}, W.exit_without_cases),
        ({"kind": TEAM_MANAGER}, M.manager_exit / W.exit_hazard),
        ({"kind": SERVICE_MANAGER}, M.manager_exit / W.exit_hazard),
    ],
)
def test_each_pressure_multiplies_the_hazard_by_its_published_ratio(change, ratio):
    assert hazard(**change) / hazard() == pytest.approx(ratio)


@given(some.floats(-3, 3), some.floats(0, 2))
def test_exit_rises_with_strain_fear_and_caseload_and_falls_with_supervision(base, more):
    for name, scale, sign in (
        ("strain", 1, 1),
        ("fear", 1, 1),
        ("held", 10, 1),
        ("supervision", 0.2, -1),
    ):
        low, high = hazard(**{name: scale * base}), hazard(**{name: scale * (base + more)})
        assert sign * (high - low) >= -1e-12


def test_more_pay_keeps_people():
    paid = hazard(w=section(Workforce, pay_supplement=0.1))
    assert paid / hazard() == pytest.approx(1.1**W.exit_pay)


def test_a_loop_switched_off_takes_its_pressure_away():
    quiet = section(
        Loops, blame_drives_exit=0.0, strain_absence_load=0.0, exits_spread=0.0,
        grade_workforce_spiral=0.0,
    )  # fmt: skip
    pressed = hazard(loops=quiet, strain=2.0, fear=3.0, own_fear=1.0, last_exit=-1, reputation=-1)
    assert pressed == pytest.approx(hazard())


def test_who_holds_no_cases_feels_neither_their_number_nor_a_colleague_who_leaves_them():
    """Managers and posts without cases: only those who share a team's cases take them over."""
    quiet = hazard(kind=WITHOUT_CASES)
    assert hazard(kind=WITHOUT_CASES, last_exit=-10, held=30.0) == pytest.approx(quiet)


@pytest.mark.parametrize(
    ("experience", "share"), [(1.0, W.exit_profession_early), (5.0, W.exit_profession)]
)
def test_leavers_go_where_their_luck_falls(experience, share):
    where, one = interpreted(exits.destination_of), row(experience=experience, age=40.0)
    assert where(share - 0.01, one, W) == exits.PROFESSION
    assert where(share - 0.01, row(experience=experience, age=60.0), W) == exits.RETIRED
    assert where(share + 0.01, one, W) == exits.TO_AGENCY
    assert where(share + W.exit_agency + 0.01, one, W) == exits.AUTHORITY


def test_rules_on_agencies_send_some_to_other_authorities_instead():
    ruled = section(Workforce, agency_rules=1.0)
    kept = W.exit_agency * (1.0 - W.agency_rules_effect)
    where, one = interpreted(exits.destination_of), row(experience=5.0, age=40.0)
    assert where(W.exit_profession + kept - 0.01, one, ruled) == exits.TO_AGENCY
    assert where(W.exit_profession + kept + 0.01, one, ruled) == exits.AUTHORITY


def notice(age, u, hazard=0.2):
    """Destination of the notice that a worker gives this week, None if they give none."""
    worker = row(age=age, experience=20.0, leaves=NEVER, leaves_for=0)
    interpreted(exits.give_notice)(worker, hazard, W, 0, u, 0.0)
    assert worker.leaves in (NEVER, round(W.notice_weeks))
    return worker.leaves_for if worker.leaves != NEVER else None


def test_retirement_by_age_competes_with_every_other_exit():
    leaving, retiring = (1 - exp(-rate / WEEKS_IN_YEAR) for rate in (0.2, W.retirement))
    assert notice(40.0, leaving - 1e-6) == exits.PROFESSION
    assert notice(40.0, leaving + 1e-6) is None
    assert notice(W.pension_age, leaving + retiring - 1e-6) == exits.RETIRED
    assert notice(W.pension_age, leaving + retiring + 1e-6) is None


def test_output_falls_evenly_in_notice_to_its_mean():
    def output(week):
        worker = row(leaves=round(W.notice_weeks), filled=EMPLOYED)
        return interpreted(exits.output_in_notice)(worker, W, week)

    weeks = round(W.notice_weeks)
    assert output(0) == pytest.approx(1.0)
    halves = [0.5 * (output(week) + output(week + 1)) for week in range(weeks)]
    assert sum(halves) / weeks == pytest.approx(W.notice_output)


def test_managers_come_from_those_below_with_experience_seniors_first():
    def post(kind, years, senior=0, **changes):
        held = {"filled": EMPLOYED, "leaves": NEVER, "first_post": 1, "first_turn": 1, **changes}
        return row(kind=kind, experience=years, senior=senior, **held)

    workers = [
        post(WITH_CASES, M.manager_years + 5), post(WITHOUT_CASES, M.manager_years - 1, 1),
        post(WITH_CASES, M.manager_years, 1), post(WITH_CASES, 20.0, 1, leaves=5),
        post(TEAM_MANAGER, 20.0),
    ]  # fmt: skip
    choose, luck = interpreted(inside.best_candidate), row(merit=1)
    council = row(first_worker=0, end_worker=len(workers))
    assert choose(council, workers, TEAM_MANAGER, M, luck) == 2
    assert choose(council, workers, SERVICE_MANAGER, M, luck) == 4
    council.end_worker = 2
    assert choose(council, workers, SERVICE_MANAGER, M, luck) == -1


def test_agency_staff_settle_at_what_is_wanted():
    """At the wanted number those who come replace those whose assignments end, and no more."""
    wanted = W.agency_base * 80 + W.agency_cover * 20

    def come(agency, w=W, name=0.0):
        staff = Staff(100, 100.0, 20.0, 80.0, agency, 0.0)
        return interpreted(assignments.agency_a_week)(staff, name, w)

    assert come(wanted) == pytest.approx(wanted / (W.agency_weeks + W.agency_notice_weeks))
    assert come(wanted - 5) > come(wanted)
    poor = come(wanted * exp(W.agency_of_name), name=-1.0)
    assert poor == pytest.approx(exp(W.agency_of_name) * come(wanted)), "a poor name calls in more"
    assert come(wanted, section(Workforce, agency_limit=0.0)) == 0.0
