"""The law: in force from dates of its own, whatever the policy, unless it is dropped."""

from datetime import date

import pytest

from sim.kernel.errors import InputError
from sim.scenario import load_scenario
from sim.scenario.experiment import without_policy
from sim.scenario.telling.show import show
from sim.world.settings import Timeline, in_force

LAWS = (
    "agency-rules", "agency-price-caps", "family-help", "no-overall-grade", "multi-agency-teams",
    "family-group-meetings",
)  # fmt: skip
MINE = "scenario: mine\nextends: baseline\n"
ACTION = "  - {action: help, from: 2027-04, change: {casework.family_help_share: {to: 50%}}}\n"


def laws(scenario):
    return tuple(one.name for one in scenario.law)


def value(scenario, name, day):
    """A number in force in the first authority in the week that begins on a day or after it."""
    rates = in_force(scenario)
    timeline = Timeline(scenario, rates)
    timeline.apply(timeline.calendar.week(day), [2] * len(scenario.authorities))
    return rates.get(name, 0)


def test_the_baseline_is_current_law_and_no_policy():
    baseline = load_scenario("baseline")
    assert laws(baseline) == LAWS
    assert baseline.actions == ()


def test_a_law_moves_its_lever_from_its_date():
    baseline = load_scenario("baseline")
    assert value(baseline, "workforce.agency_rules", date(2024, 10, 21)) == 0.0
    assert value(baseline, "workforce.agency_rules", date(2024, 11, 11)) == 1.0
    assert value(baseline, "casework.family_help_share", date(2026, 3, 1)) == 0.0
    assert 0.14 < value(baseline, "casework.family_help_share", date(2027, 10, 1)) < 0.16
    assert value(baseline, "casework.family_help_share", date(2030, 1, 1)) == pytest.approx(0.3)


def test_each_law_is_switched_off_by_name(write):
    for name in LAWS:
        assert laws(load_scenario(write(MINE + f"drop: [{name}]\n"))) == tuple(
            one for one in LAWS if one != name
        )
    assert laws(load_scenario("without-current-law")) == ()


def test_a_law_that_begins_after_a_run_is_left_out():
    assert laws(load_scenario("tiny")) == ("agency-rules",)


def test_a_law_that_began_before_a_run_holds_from_its_first_day(write):
    later = load_scenario(write(MINE + "horizon: {start: 2027-04, end: 2029-03}\n"))
    rules, _, assistance, *_ = later.law
    assert rules.start == assistance.start == later.start
    assert assistance.phase_in_weeks == 157 - 52
    assert value(later, "workforce.agency_rules", later.start) == 1.0


def test_a_comparison_without_a_policy_keeps_the_law(write):
    text = MINE + "drop: [family-help]\nplace: test-2\nquick: on\npopulation_scale: 10%\n"
    policy = load_scenario(write(text + "actions:\n" + ACTION))
    assert laws(without_policy(policy)) == laws(policy)
    assert without_policy(policy).actions == ()


def test_a_policy_that_sets_what_a_law_sets_is_told_so(write):
    with pytest.raises(InputError, match="“family-help” sets this too, at the same time"):
        load_scenario(write(MINE + "actions:\n" + ACTION))
    alone = load_scenario(write(MINE + "drop: [family-help]\nactions:\n" + ACTION))
    assert value(alone, "casework.family_help_share", date(2027, 4, 5)) == 0.5


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("from: 2026-4", "“2026-4” is not a month"),
        ("from: 2026-04, until: 2025-03", "This ends on 2025-03-31, before it begins"),
        ("from: 2026-04, cost: {yearly: £1m, prices: 2025-26}", "“cost” is not a setting here"),
    ],
)
def test_a_mistake_in_a_law_is_reported(write, line, said):
    text = f"{MINE}law:\n  - {{law: new, {line}, change: {{management.span: {{to: 5}}}}}}\n"
    with pytest.raises(InputError, match=said):
        load_scenario(write(text))


def test_the_law_is_shown_apart_from_what_a_policy_does(write):
    told = show(load_scenario("caseload-cap"))
    law, policy = (
        told.index("Current law, whatever the policy"),
        told.index("caseload-cap: No full"),
    )
    assert law < told.index("family-help: Family help lead practitioners") < policy
    assert "Current law" not in show(load_scenario("without-current-law"))
