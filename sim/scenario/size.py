"""The size of a policy: how far its actions move their levers from what they replace.

Size 1 is the policy as written, 0 is none of it, 1.5 is half as much again. Stated costs go
with the size. A switch, or a cap where there was none, has no distance to scale: it is held
as written.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sim.kernel.errors import InputError
from sim.kernel.quantities import CASES, SWITCH, NotAQuantity, parse
from sim.parameters.registry import registry
from sim.scenario.policy import Action, Change, Cost
from sim.scenario.reading.values import defaults
from sim.scenario.scenario import Scenario

DIGITS = 12


@dataclass(frozen=True, slots=True)
class Reach:
    """The largest size of a policy, at which a first lever meets its limit.

    parameter, limit : that lever, and the value it meets
    """

    size: float
    parameter: str
    limit: float


def sized(scenario: Scenario, size: float) -> Scenario:
    """Give a policy another size, and say so in its title."""
    before = values_before(scenario)
    actions = tuple(sized_action(action, size, before) for action in scenario.actions)
    title = f"{scenario.title}, at {size:.4g} of its size"
    return replace(scenario, title=title, actions=actions)


def sized_action(action: Action, size: float, before: Mapping[str, float]) -> Action:
    """Scale the distance of an action's changes, and its stated cost with it."""
    changes = tuple(sized_change(one, size, before[one.parameter]) for one in action.changes)
    if not any(has_size(one, before[one.parameter]) for one in action.changes):
        return action
    cost = Cost(action.cost.set_up * size, action.cost.yearly * size, action.cost.prices)
    return replace(action, changes=changes, cost=cost)


def sized_change(change: Change, size: float, before: float) -> Change:
    """Scale the distance that a lever moves; a change without a distance stays."""
    if not has_size(change, before):
        return change
    still = {"to": before, "by": 0.0, "multiply": 1.0}[change.operation]
    value = float(f"{still + size * (change.value - still):.{DIGITS}g}")
    return replace(change, value=value)


def has_size(change: Change, before: float) -> bool:
    """Whether a change is a distance: no switch, no cap that begins or ends, and not nought."""
    unit = registry()[change.parameter].unit
    if unit == SWITCH:
        return False
    if unit == CASES and change.operation == "to" and 0.0 in (before, change.value):
        return False
    return change.moved(before) != before


def values_before(scenario: Scenario) -> dict[str, float]:
    """List every parameter's value before any action; places set none that a policy may move."""
    return {**defaults(), **scenario.parameters}


def held(scenario: Scenario) -> tuple[str, ...]:
    """Name the levers whose changes have no size, and stay as written."""
    before = values_before(scenario)
    kept = (
        change.parameter for change in changes(scenario)
        if not has_size(change, before[change.parameter])
    )  # fmt: skip
    return tuple(dict.fromkeys(kept))


def reach(scenario: Scenario) -> Reach | None:
    """Find the largest size that every lever's limits allow; None if nothing has a size."""
    before = values_before(scenario)
    found = [
        lever_reach(one, before[one.parameter])
        for one in changes(scenario)
        if has_size(one, before[one.parameter])
    ]
    return min(found, key=lambda one: one.size, default=None)


def lever_reach(change: Change, before: float) -> Reach:
    """Find the size at which one lever meets its limit."""
    one = registry()[change.parameter]
    distance = change.moved(before) - before
    limit = one.high if distance > 0 else one.low
    return Reach((limit - before) / distance, change.parameter, limit)


def changes(scenario: Scenario) -> Iterator[Change]:
    """List the changes of all actions."""
    return (change for action in scenario.actions for change in action.changes)


def read_yearly_cost(written: str) -> float:
    """Read what a policy is to cost a year: £140m, or £140m a year."""
    try:
        return parse(written, "£ per year" if " " in written.strip() else "£")
    except NotAQuantity as error:
        advice = "Write what each policy is to cost a year, as £5m; −£5m is a saving."
        raise InputError.command_line(str(error), advice) from error
