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
from sim.rules import employment, recruitment
from tests.sections import row, section

W, M, MEDIA, LOOPS = section(Workforce), section(Management), section(Media), section(Loops)
USUAL_FEAR = MEDIA.fear_of_blame * MEDIA.background_blame
LONG_AGO = -10_000


def hazard(w=W, loops=LOOPS, years=3.0, **changes):
    """Exit of a usual worker in a usual team and council, but for the changes."""
    held = {
        "strain": 0.0, "age": 40.0, "held": W.usual_caseload, "supervision": M.supervision_usual,
        "last_exit": LONG_AGO, "fear": USUAL_FEAR, "exit_effect": 0.0, "year_effect": 0.0,
        **changes,
    }  # fmt: skip
    one = row(**held, started=-round(years * WEEKS_IN_YEAR))
    return interpreted(employment.exit_hazard)(one, one, one, w, M, MEDIA, loops, 0)


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
        ({"held": W.usual_caseload + 1.0}, W.exit_caseload),
        ({"last_exit": -10}, W.exit_peer),
        ({"age": 60.0}, W.age_over_60),
        ({"exit_effect": 0.3}, exp(0.3)),
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
    quiet = section(Loops, blame_drives_exit=0.0, strain_absence_load=0.0, exits_spread=0.0)
    assert hazard(loops=quiet, strain=2.0, fear=3.0, last_exit=-1) == pytest.approx(hazard())


@pytest.mark.parametrize(
    ("experience", "share"), [(1.0, W.exit_profession_early), (5.0, W.exit_profession)]
)
def test_leavers_go_where_their_luck_falls(experience, share):
    where = interpreted(employment.destination_of)
    assert where(share - 0.01, experience, W) == employment.PROFESSION
    assert where(share + 0.01, experience, W) == employment.TO_AGENCY
    assert where(share + W.exit_agency + 0.01, experience, W) == employment.AUTHORITY


def hires(vacancies, posts=100.0, reputation=0.0, **changes):
    council = row(reputation=reputation)
    return interpreted(recruitment.hires_a_week)(
        council, posts, vacancies, section(Workforce, **changes), LOOPS
    )


def test_hiring_is_limited_by_supply():
    """Doubling vacancies raises hires by 2 to the power 0.10: seven per cent."""
    assert hires(20.0) / hires(10.0) == pytest.approx(2**W.hires_vacancy)
    assert hires(20.0) / hires(10.0) == pytest.approx(1.07, abs=0.005)


def test_at_the_usual_vacancy_rate_hires_are_usual():
    usual = 100 * W.usual_vacancy
    assert hires(usual) * WEEKS_IN_YEAR == pytest.approx(100 * W.hires)


def test_nobody_is_hired_into_no_vacancy_and_no_more_than_there_are():
    assert hires(0.0) == 0.0
    assert hires(0.001) <= 0.001


def test_a_good_name_and_pay_bring_people():
    assert hires(10.0, reputation=0.2) > hires(10.0)
    assert hires(10.0, pay_supplement=0.1) / hires(10.0) == pytest.approx(1.1**W.hires_pay)


def test_the_newly_qualified_come_in_autumn_and_a_year_adds_up():
    seasons = [recruitment.season_of(month, 0.7) for month in range(1, 13)]
    assert sum(seasons) == pytest.approx(12.0)
    autumn = sum(seasons[month - 1] for month in recruitment.AUTUMN)
    assert autumn / sum(seasons) == pytest.approx(0.7)


def test_agency_staff_settle_at_what_is_wanted():
    """At the wanted number those who come replace those whose assignments end, and no more."""
    come = interpreted(recruitment.agency_a_week)
    wanted = W.agency_base * 80 + W.agency_cover * 20
    assert come(80, 20, wanted, W) == pytest.approx(
        wanted / (W.agency_weeks + W.agency_notice_weeks)
    )
    assert come(80, 20, wanted - 5, W) > come(80, 20, wanted, W)
    assert come(80, 20, wanted, section(Workforce, agency_limit=0.0)) == 0.0
