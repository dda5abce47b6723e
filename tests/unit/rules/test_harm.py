"""How harm begins and ends, as pure numbers."""

from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sim.casefile.events import EMOTIONAL, NEGLECT, PHYSICAL, SEVERAL, SEXUAL
from sim.casefile.status import ASSESSMENT, CHILD_IN_NEED, CHILD_PROTECTION, CLOSED, EARLY_HELP
from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.compiled import interpreted
from sim.parameters.families import Families
from sim.parameters.loops import Loops
from sim.rules import harm
from sim.state.columns import NEVER
from tests.sections import row, section

P, LOOPS = section(Families), section(Loops)


@pytest.mark.parametrize(
    ("u", "kind"),
    [(0.0, NEGLECT), (0.449, NEGLECT), (0.451, EMOTIONAL), (0.77, PHYSICAL), (0.87, SEXUAL),
     (0.93, SEXUAL), (0.95, SEVERAL), (0.999, SEVERAL)],
)  # fmt: skip
def test_kinds_follow_one_another_along_the_line(u, kind):
    numbers = section(
        Families, kind_neglect=0.45, kind_emotional=0.31, kind_physical=0.10, kind_sexual=0.08
    )
    assert interpreted(harm.kind_of)(numbers, u) == kind


def end_hazard(status, dose=1.0, *, chronic=False, trust=1.0, loops=LOOPS):
    truth = row(chronic=int(chronic), trust=trust * P.trust_start)
    record = row(status=status, dose=dose)
    return interpreted(harm.end_hazard)(truth, record, P, loops)


@pytest.mark.parametrize("status", [CLOSED, EARLY_HELP])
def test_without_a_case_a_spell_ends_by_itself(status):
    assert end_hazard(status) == pytest.approx(1 / P.transient_spell_years)
    assert end_hazard(status, chronic=True) == pytest.approx(1 / P.chronic_spell_years)


@pytest.mark.parametrize(
    ("status", "effect"),
    [(ASSESSMENT, P.in_need_effect), (CHILD_IN_NEED, P.in_need_effect),
     (CHILD_PROTECTION, P.plan_effect)],
)  # fmt: skip
def test_help_multiplies_the_hazard_by_its_effect_at_full_dose(status, effect):
    assert end_hazard(status) == pytest.approx(effect * end_hazard(CLOSED))


@given(some.floats(0, 1), some.floats(0, 1))
def test_help_acts_in_proportion_to_its_dose(one, other):
    less, more = sorted((one, other))
    none, full = end_hazard(CHILD_PROTECTION, 0.0), end_hazard(CHILD_PROTECTION, 1.0)
    assert none == end_hazard(CLOSED)
    assert end_hazard(CHILD_PROTECTION, less) <= end_hazard(CHILD_PROTECTION, more)
    assert end_hazard(CHILD_PROTECTION, more) == pytest.approx(none + more * (full - none))


def test_with_its_loop_off_protection_ends_no_harm_sooner():
    off = section(Loops, earlier_protection=0.0)
    at = {end_hazard(status, loops=off) for status in (CLOSED, CHILD_IN_NEED, CHILD_PROTECTION)}
    assert at == {P.usual_protection / P.transient_spell_years}


def onset(pressure, ended=NEVER, week=0):
    truth = row(pressure=pressure, relapse_from=ended)
    return interpreted(harm.onset_hazard)(row(age_factor=1.0), truth, P, week)


def test_harm_that_has_ended_makes_more_likelier_and_that_fades():
    fading = round(P.relapse_years * WEEKS_IN_YEAR)
    assert onset(0.0, ended=0) == pytest.approx(P.relapse * onset(0.0))
    later = 1.0 + (P.relapse - 1.0) * exp(-1.0)
    assert onset(0.0, ended=0, week=fading) / onset(0.0) == pytest.approx(later, rel=1e-2)


def test_help_is_taken_in_as_far_as_it_is_trusted():
    none, usual = end_hazard(CHILD_PROTECTION, 0.0), end_hazard(CHILD_PROTECTION)
    assert end_hazard(CHILD_PROTECTION, trust=0.5) - none == pytest.approx((usual - none) / 2)
    assert end_hazard(CHILD_PROTECTION, trust=0.0) == pytest.approx(none)


@given(some.floats(-4, 4), some.floats(0.01, 2))
def test_onset_is_log_linear_in_pressure(pressure, step):
    low, high = onset(pressure), onset(pressure + step)
    assert high / low == pytest.approx(exp(P.onset_slope * step))


def test_onset_averages_its_rate_over_the_spread_of_pressure():
    """The mean of exp(x) over a normal x is what the correction takes off."""
    variance = P.deprivation_sd**2 + P.risk_sd**2 + P.transient_sd**2
    middle = onset(0.0)
    assert middle * exp(P.onset_slope**2 * variance / 2) == pytest.approx(P.onset_rate)
