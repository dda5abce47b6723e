"""A goal as its experiment states it, and the scenarios in which its lever moves."""

from datetime import date

import pytest

from sim.scenario import load_experiment
from sim.scenario.goal.goal import Goal
from sim.scenario.goal.varied import varied

TOP = "experiment: mine\nscenarios: [baseline, {}]\nperiod: {{from: 2026-04, to: 2031-03}}\n"
DESIGN = (
    "design: {{method: goal, lever: {}, between: {}, measure: {}, goal: {}, probability: 90%{}}}\n"
)


@pytest.fixture
def goal_of(write):
    def read(scenario, *said, more=""):
        text = TOP.format(scenario) + DESIGN.format(*said, more)
        experiment = load_experiment(write(text))
        return experiment, experiment.goal

    return read


def test_a_goal_is_read_in_the_units_of_its_lever_and_measure(goal_of):
    _, goal = goal_of("second-opinion", "casework.second_opinion_share", "[0%, 1 in 2]",
                      "turnover", "under 12%")  # fmt: skip
    assert goal == Goal(
        "second-opinion", "casework.second_opinion_share", 0.0, 0.5, "turnover", True, 12.0, 0.9,
        date(2026, 4, 1),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("measure", "written", "bound"),
    [
        ("spend", "over £900", 900.0), ("spend", "over £900 per child a year", 900.0),
        ("referrals", "over 500 per 10,000 children a year", 500.0), ("spend", "over 1,000", 1e3),
        ("turnover", "over 12% a year", 12.0), ("turnover", "over 12%", 12.0),
    ],
)  # fmt: skip
def test_a_bound_may_carry_its_unit(goal_of, measure, written, bound):
    _, goal = goal_of("second-opinion", "casework.second_opinion_share", "[0%, 50%]", measure,
                      f"'{written}'")  # fmt: skip
    assert (goal.is_under, goal.bound) == (False, bound)


def test_a_lever_may_move_from_a_day_of_its_own(goal_of):
    _, goal = goal_of("second-opinion", "management.span", "[4, 8]", "turnover", "under 12%",
                      more=", from: year 2")  # fmt: skip
    assert goal.start == date(2024, 4, 1)


def test_the_scenario_s_own_action_takes_the_value_when_and_where_it_acts(goal_of):
    experiment, goal = goal_of("caseload-cap", "allocation.caseload_cap", "[10 cases, 30 cases]",
                               "turnover", "under 12%")  # fmt: skip
    before = experiment.scenarios[1]
    after = varied(before, goal, 15.0, "tried")
    assert (after.name, after.title) == (
        "tried", "Caseload cap with more posts, with allocation.caseload_cap at 15 cases"
    )  # fmt: skip
    assert [change.value for change in after.actions[0].changes] == [15.0]
    assert after.actions[0].cost == before.actions[0].cost
    assert after.actions[1:] == before.actions[1:]


def test_a_scenario_that_leaves_the_lever_alone_gets_an_action_for_it(goal_of):
    experiment, goal = goal_of("just-culture", "management.span", "[4, 8]", "turnover",
                               "under 12%")  # fmt: skip
    after = varied(experiment.scenarios[1], goal, 5.0, "tried")
    added = after.actions[-1]
    assert after.actions[:-1] == experiment.scenarios[1].actions
    assert (added.name, added.start, added.changes[0].value) == ("sought", goal.start, 5.0)


@pytest.mark.parametrize(
    ("is_under", "value", "met"),
    [(True, 11.9, True), (True, 12.0, False), (False, 12.1, True), (False, float("nan"), False)],
)
def test_what_meets_a_goal(is_under, value, met):
    goal = Goal("a", "b", 0, 1, "turnover", is_under, 12.0, 0.8, date(2026, 4, 1))
    assert goal.is_met(value) is met


def test_an_experiment_without_a_design_has_no_goal():
    assert load_experiment("demo").goal is None
