"""A point of a design: a scenario with its factors at their values."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from sim.parameters.registry import registry
from sim.scenario.policy import Action, Change, Cost, Where
from sim.scenario.scenario import Scenario
from sim.scenario.varying.design import Factor
from sim.scenario.varying.inputs import Inputs

SWITCHES = ("loops", "couplings")
NAME = "point"


def at_point(
    scenario: Scenario, factors: Sequence[Factor], values: Sequence[float], start: date,
    everywhere: Collection[str] = (),
) -> Scenario:  # fmt: skip
    """Give a scenario's factors their values.

    Facts hold from the first of the past; switches from the scenario's first day; levers from
    `start`, or where an action of the scenario sets one, there and from then.

    everywhere : levers that have their value in scenarios that do not set them, too
    """
    named = dict(zip((one.parameter for one in factors), values, strict=True))
    facts = {name: value for name, value in named.items() if is_fact(name)}
    own = {name for action in scenario.actions for name in names_set(action)}
    actions = tuple(set_to(action, named) for action in scenario.actions)
    added = [
        Action(f"{NAME}-{name}", "", scenario.start if is_switch(name) else start, None, 0,
               Where(), (Change(name, "to", value),), Cost())
        for name, value in named.items()
        if name not in facts and name not in own and (is_switch(name) or name in everywhere)
    ]  # fmt: skip
    parameters = {**scenario.parameters, **facts}
    return replace(scenario, parameters=parameters, actions=(*added, *actions))


def living_with(scenario: Scenario, inputs: Inputs | None, replicate: int) -> Scenario:
    """Give a scenario as a replicate lives it; what the scenario itself sets comes first."""
    if inputs is None:
        return scenario
    return replace(scenario, parameters={**inputs.of(replicate), **scenario.parameters})


def is_switch(name: str) -> bool:
    """Whether a number switches a loop, or what authorities share."""
    return name.partition(".")[0] in SWITCHES


def is_fact(name: str) -> bool:
    """Whether a number is one that no policy moves."""
    return registry()[name].role != "lever" and not is_switch(name)


def names_set(action: Action) -> list[str]:
    """Name the levers that an action sets to a value."""
    return [one.parameter for one in action.changes if one.operation == "to"]


def set_to(action: Action, values: dict[str, float]) -> Action:
    """Let an action set its levers to other values, when and where it did."""
    changes = tuple(
        replace(one, value=values[one.parameter])
        if one.operation == "to" and one.parameter in values
        else one
        for one in action.changes
    )
    return replace(action, changes=changes)
