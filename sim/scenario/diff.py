"""What differs between two scenarios, in words."""

from collections.abc import Iterator

from sim.kernel.quantities import formatted
from sim.parameters.registry import registry
from sim.scenario.policy import Action
from sim.scenario.reading.values import defaults
from sim.scenario.scenario import Scenario
from sim.scenario.show import change_words, shock_words, where_words


def differences(one: Scenario, other: Scenario) -> list[str]:
    """Say in words how another scenario differs from one."""
    said = [*whole(one, other), *values(one, other)]
    for mine, yours, verb in ((one, other, "Adds"), (other, one, "Leaves out")):
        actions = (action for action in yours.actions if action not in mine.actions)
        said += [f"{verb} “{action.name}”: {action_words(action)}." for action in actions]
        shocks = (shock for shock in yours.shocks if shock not in mine.shocks)
        said += [f"{verb} a shock: {shock_words(shock)}." for shock in shocks]
    return said


def whole(one: Scenario, other: Scenario) -> Iterator[str]:
    """Name the settings of the whole run that differ."""
    for (label, before), after in zip(settings(one).items(), settings(other).values(), strict=True):
        if before != after:
            yield f"{label}: {after} instead of {before}."


def settings(scenario: Scenario) -> dict[str, str]:
    """Write the settings of the whole run in words."""
    return {
        "It starts": str(scenario.start),
        "It ends": str(scenario.end),
        "Years of past": str(scenario.past_years),
        "Families simulated": formatted(scenario.population_scale, "share"),
        "Authorities": ", ".join(place.name for place in scenario.authorities),
        "Loops off": ", ".join(scenario.loops_off) or "none",
        "Uncoupled": ", ".join(scenario.uncoupled) or "nothing",
    }


def values(one: Scenario, other: Scenario) -> Iterator[str]:
    """Name the parameters that differ before any action."""
    before = {**defaults(), **one.parameters}
    for name, after in {**defaults(), **other.parameters}.items():
        if after != before[name]:
            unit = registry()[name].unit
            yield f"{name}: {formatted(after, unit)} instead of {formatted(before[name], unit)}."


def action_words(action: Action) -> str:
    """Say an action in a line."""
    until = f" until {action.until}" if action.until else ""
    changes = "; ".join(map(change_words, action.changes))
    return f"{changes}, from {action.start}{until}{where_words(action.where)}"
