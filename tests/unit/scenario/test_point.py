"""A point of a design: facts, levers and switches have their values, each where it belongs."""

from datetime import date

from sim.scenario import load_scenario
from sim.scenario.varying.design import Factor
from sim.scenario.varying.point import at_point

TINY, CAP = load_scenario("tiny"), load_scenario("caseload-cap")
DAY = date(2026, 4, 1)
FACT = Factor("workforce.exit_hazard", 0.1, 0.2)
LEVER = Factor("allocation.caseload_cap", 10.0, 20.0)
SWITCH = Factor("loops.silence", 0.0, 1.0, (0.0, 1.0))
NAMES = frozenset({LEVER.parameter})


def test_a_fact_holds_from_the_first_of_the_past():
    at = at_point(TINY, [FACT], [0.15], DAY)
    assert at.parameters["workforce.exit_hazard"] == 0.15
    assert at.actions == TINY.actions
    assert at.past_meaning != TINY.past_meaning


def test_a_lever_holds_from_its_day_and_leaves_the_past_alone():
    at = at_point(TINY, [LEVER], [12.0], DAY, NAMES)
    (action,) = at.actions
    assert (action.start, action.changes[0].value) == (DAY, 12.0)
    assert at.past_meaning == TINY.past_meaning
    assert at.meaning != TINY.meaning


def test_a_switch_is_thrown_on_the_first_day():
    (action,) = at_point(TINY, [SWITCH], [0.0], DAY).actions
    assert (action.start, action.changes[0].parameter) == (TINY.start, "loops.silence")


def test_a_lever_that_an_action_sets_varies_there_and_then():
    at = at_point(CAP, [LEVER], [11.0], DAY)
    own = [one for one in at.actions for change in one.changes
           if change.parameter == LEVER.parameter]  # fmt: skip
    before = [one for one in CAP.actions for change in one.changes
              if change.parameter == LEVER.parameter]  # fmt: skip
    assert [one.changes[0].value for one in own] == [11.0]
    assert [one.start for one in own] == [one.start for one in before]


def test_a_lever_set_elsewhere_leaves_other_scenarios_alone():
    assert at_point(TINY, [LEVER], [11.0], DAY) == TINY
