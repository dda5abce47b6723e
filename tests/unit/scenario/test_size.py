"""A policy of another size: how far its levers move, what it costs, how far it can go."""

from dataclasses import replace

import pytest

from sim.kernel.errors import InputError
from sim.parameters.registry import registry
from sim.scenario import load_scenario
from sim.scenario.size import held, reach, read_yearly_cost, sized
from sim.world.settings import changed

ACTION = (
    "  - {{action: {}, from: 2026-04, change: {{{}}}, "
    "cost: {{set_up: £1m, yearly: £100k, prices: 2025-26}}}}\n"
)


@pytest.fixture
def policy(write):
    def made(*changed):
        rows = "".join(ACTION.format(f"a{n}", change) for n, change in enumerate(changed))
        return load_scenario(write(f"scenario: mine\nextends: baseline\nactions:\n{rows}"))

    return made


def values(scenario):
    return [change.value for action in scenario.actions for change in action.changes]


@pytest.mark.parametrize(
    ("change", "half", "twice"),
    [
        ("management.span: {to: 5}", None, None),
        ("management.span: {by: -1}", -0.5, -2.0),
        ("workforce.posts_funded: {multiply: 1.1}", 1.05, 1.2),
    ],
)
def test_the_distance_from_what_it_replaces_is_scaled(policy, change, half, twice):
    scenario = policy(change)
    span = registry()["management.span"].default
    half = (span + 5) / 2 if half is None else half
    twice = span + 2 * (5 - span) if twice is None else twice
    assert values(sized(scenario, 0.5)) == pytest.approx([half])
    assert values(sized(scenario, 2)) == pytest.approx([twice])


def test_size_one_is_the_policy_itself_and_nought_is_none_of_it(policy):
    scenario = policy("management.span: {to: 5}", "workforce.posts_funded: {multiply: 1.1}")
    assert sized(scenario, 1).meaning == scenario.meaning
    none = sized(scenario, 0)
    for action in none.actions:
        assert (action.cost.set_up, action.cost.yearly) == (0, 0)
        for change in action.changes:
            before = registry()[change.parameter].default
            assert changed(before, change, 1.0) == before


def test_stated_costs_go_with_the_size(policy):
    cost = sized(policy("management.span: {to: 5}"), 0.3).actions[0].cost
    assert (cost.set_up, cost.yearly, cost.prices) == (3e5, 3e4, "2025-26")


def test_the_title_says_the_size(policy):
    assert sized(policy("management.span: {to: 5}"), 0.623).title == "mine, at 0.623 of its size"


def test_a_cap_where_there_was_none_is_held_with_its_cost(policy):
    scenario = policy("allocation.caseload_cap: {to: 18 cases}", "management.span: {to: 5}")
    half = sized(scenario, 0.5)
    assert half.actions[0] == scenario.actions[0]
    assert half.actions[1].cost.yearly == 5e4
    assert held(scenario) == ("allocation.caseload_cap",)


def test_a_cap_that_was_there_before_is_scaled(policy):
    scenario = policy("allocation.caseload_cap: {to: 18 cases}")
    capped = replace(scenario, parameters={"allocation.caseload_cap": 20.0})
    assert values(sized(capped, 0.5)) == [19.0]
    assert held(capped) == ()


def test_nothing_is_scaled_where_nothing_has_a_size(policy):
    scenario = policy("allocation.caseload_cap: {to: 18 cases}")
    assert reach(scenario) is None
    assert sized(scenario, 2).actions == scenario.actions


@pytest.mark.parametrize("change", ["management.span: {to: 5}", "management.span: {by: 1}"])
def test_a_lever_goes_as_far_as_its_limit_and_no_further(policy, change):
    scenario = policy(change)
    found, span = reach(scenario), registry()["management.span"]
    assert found.parameter == "management.span"
    assert found.limit == (span.low if "to" in change else span.high)
    farthest = sized(scenario, found.size).actions[0].changes[0]
    assert changed(span.default, farthest, 1.0) == pytest.approx(found.limit)


def test_the_first_lever_to_meet_its_limit_says_how_far_a_policy_goes(policy):
    one = reach(policy("management.span: {to: 5}"))
    two = reach(policy("workforce.posts_funded: {multiply: 1.1}"))
    both = reach(policy("management.span: {to: 5}", "workforce.posts_funded: {multiply: 1.1}"))
    assert both == min(one, two, key=lambda found: found.size)


@pytest.mark.parametrize(
    ("written", "pounds"),
    [("£140m", 1.4e8), ("£5m a year", 5e6), ("−£250k", -2.5e5), ("£1m per year", 1e6)],
)
def test_a_yearly_cost_is_read_with_its_pounds(written, pounds):
    assert read_yearly_cost(written) == pounds


@pytest.mark.parametrize("written", ["140m", "lots", "5 years", "£5 a week and a half"])
def test_a_cost_that_is_none_is_refused_with_an_example(written):
    with pytest.raises(InputError, match=r"Write what each policy is to cost a year, as £5m"):
        read_yearly_cost(written)
