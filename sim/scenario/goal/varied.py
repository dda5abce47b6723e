"""A scenario with its lever at another value."""

from dataclasses import replace

from sim.kernel.quantities import formatted
from sim.parameters.registry import registry
from sim.scenario.goal.goal import Goal
from sim.scenario.policy import Action, Change, Cost, Where
from sim.scenario.scenario import Scenario


def varied(scenario: Scenario, goal: Goal, value: float, name: str) -> Scenario:
    """Give a scenario another name, and its lever a value.

    Where its own actions set the lever, they now set it to this value, when and where they
    did; otherwise an action is added that holds from the goal's start.
    """
    said = formatted(value, registry()[goal.lever].unit, True)
    title = f"{scenario.title}, with {goal.lever} at {said}"
    return replace(scenario, name=name, title=title, actions=moved(scenario, goal, value))


def moved(scenario: Scenario, goal: Goal, value: float) -> tuple[Action, ...]:
    """Set the lever in the actions that set it, or in one of its own."""
    change = Change(goal.lever, "to", value)
    if not any(is_set_by(action, goal.lever) for action in scenario.actions):
        title = f"{goal.lever} at the value sought"
        own = Action("sought", title, goal.start, None, 0, Where(), (change,), Cost())
        return (*scenario.actions, own)
    return tuple(
        replace(
            action,
            changes=tuple(
                change if one.parameter == goal.lever and one.operation == "to" else one
                for one in action.changes
            ),
        )
        for action in scenario.actions
    )


def is_set_by(action: Action, lever: str) -> bool:
    """Whether an action sets a lever to a value."""
    return any(one.parameter == lever and one.operation == "to" for one in action.changes)
