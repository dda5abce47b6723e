"""Signs come as a Poisson process: seen at most once a week, at the rate of the family's state.

Pressure has no spread, agencies cover every family, and nobody at the door opens a case.
False alarms: one in a million for each comparison; each test says what it could miss.
"""

from math import exp

from scipy.stats import norm

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.rules.family import TURN_WEEKS
from sim.scenario import Shock, Where
from tests.odds import agrees, could_miss
from tests.worlds import small, world

FALSE, TRUE, CRITERION = 0.3, 2.1, 0.3
YEARS = 3
EVEN = {
    "families.deprivation_sd": 0.0, "families.risk_sd": 0.0, "families.transient_sd": 0.0,
    "families.pressure_per_child": 0.0, "families.severity_spread": 0.0,
    "families.severity_growth": 0.0, "families.deception": 0.0, "families.openness": 0.0,
    "families.sexual_visibility": 1.0,
    "families.one_child": 1.0, "families.two_children": 0.0, "families.three_children": 0.0,
    "partners.false_school": 0.0, "partners.true_school": 0.0,
    "partners.school_under_five": 1.0, "partners.health_over_five": 1.0,
    "partners.criterion": CRITERION, "front_door.hub_hours": 0.0,
    "outcomes.incident_rate": 0.0, "outcomes.incident_infant": 0.0,
}  # fmt: skip
QUIET = ("partners_cover_themselves", "partner_fatigue")


def counted(*shocks, since=0, **numbers):
    """Totals of a run at simulated size: signs, contacts, family-weeks in all and in harm.

    since : week before which nothing is counted
    """
    parameters = {**EVEN, **{name.replace("__", "."): value for name, value in numbers.items()}}
    setting = small(
        families=5_000, past=4, years=YEARS, parameters=parameters, loops_off=QUIET, shocks=shocks
    )
    model = world(setting)
    quarterly = model.run()["quarterly"].query("first_week >= @since")
    total = quarterly.sum(numeric_only=True) * model.setting.population_scale
    return total.signs, total.contacts, total.children_weeks, total.harmed_weeks


def weekly(yearly):
    return 1 - exp(-yearly / WEEKS_IN_YEAR)


def test_signs_of_pressure_come_at_their_rate_and_pass_the_criterion_by_the_normal_tail():
    signs, contacts, weeks, _ = counted(
        partners__false_signs=FALSE, partners__true_signs=0.0, families__onset_rate=0.0
    )
    assert agrees(signs, weeks, weekly(FALSE))
    assert could_miss(weeks, weekly(FALSE)) < 0.15
    assert agrees(contacts, signs, norm.sf(CRITERION))
    assert could_miss(signs, norm.sf(CRITERION)) < 0.15


def test_signs_of_harm_come_at_their_rate():
    signs, _, _, harmed = counted(
        partners__false_signs=0.0, partners__true_signs=TRUE, families__onset_rate=0.1
    )
    assert agrees(signs, harmed, weekly(TRUE))
    assert could_miss(harmed, weekly(TRUE)) < 0.15


def through(kind, size, agency=None):
    """An event that holds from the start to the end of a run."""
    setting = small(years=YEARS)
    return Shock(kind, setting.start, setting.end, Where(), "all", size, agency)


def test_pressure_raises_its_signs_by_the_slope():
    """A recession puts every family under the same pressure, from its next turn on."""
    pressure = 0.5
    signs, _, weeks, _ = counted(
        through("recession", pressure), since=TURN_WEEKS + 1,
        partners__false_signs=FALSE, partners__false_slope=1.2, partners__true_signs=0.0,
        families__onset_rate=0.0,
    )  # fmt: skip
    assert agrees(signs, weeks, weekly(FALSE * exp(1.2 * pressure)))


def test_an_agency_that_is_shut_takes_its_share_of_signs_away():
    signs, _, weeks, _ = counted(
        through("agency_closed", 1.0, "police"), partners__false_police=0.3,
        partners__false_signs=FALSE, partners__true_signs=0.0, families__onset_rate=0.0,
    )  # fmt: skip
    assert agrees(signs, weeks, (1 - 0.3) * weekly(FALSE))
