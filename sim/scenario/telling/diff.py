"""What differs between two scenarios, in words."""

from collections.abc import Iterator, Mapping

from sim.kernel.quantities import formatted
from sim.parameters.registry import registry
from sim.scenario.policy import Action, Cost
from sim.scenario.reading.values import defaults
from sim.scenario.scenario import Scenario
from sim.scenario.telling.show import change_words, shock_words, where_words

NONE = "nothing"


def differences(one: Scenario, other: Scenario) -> list[str]:
    """Say in words how another scenario differs from one."""
    parts_of_it = (whole, values, policies, events, foretold)
    return [said for differing in parts_of_it for said in differing(one, other)]


def whole(one: Scenario, other: Scenario) -> Iterator[str]:
    """Name the settings of the whole run that differ."""
    for said in changed(settings(one), settings(other)):
        yield f"{said}."


def settings(scenario: Scenario) -> dict[str, str]:
    """Write the settings of the whole run in words."""
    return {
        "It starts": str(scenario.start),
        "It ends": str(scenario.end),
        "Years of past": str(scenario.past_years),
        "Families simulated": formatted(scenario.population_scale, "share"),
        "Authorities": ", ".join(place.name for place in scenario.authorities),
        "Loops off": ", ".join(scenario.loops_off) or "none",
        "Uncoupled": ", ".join(scenario.uncoupled) or NONE,
    }


def changed(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    """Say what is new, gone or other in a map of words."""
    for label in dict.fromkeys((*before, *after)):
        was, now = before.get(label, NONE), after.get(label, NONE)
        if was != now:
            yield f"{label}: {now} instead of {was}"


def values(one: Scenario, other: Scenario) -> Iterator[str]:
    """Name the parameters that differ before any action."""
    before = {**defaults(), **one.parameters}
    for name, after in {**defaults(), **other.parameters}.items():
        if after != before[name]:
            unit = registry()[name].unit
            yield f"{name}: {formatted(after, unit)} instead of {formatted(before[name], unit)}."


def policies(one: Scenario, other: Scenario) -> Iterator[str]:
    """Name the actions that are added, left out or changed."""
    before = {action.name: action for action in one.dated}
    after = {action.name: action for action in other.dated}
    for name, action in after.items():
        if name not in before:
            yield f"Adds “{name}”: {action_words(action)}."
        elif said := "; ".join(changed(parts(before[name]), parts(action))):
            yield f"Changes “{name}”: {said}."
    for name, action in before.items():
        if name not in after:
            yield f"Leaves out “{name}”: {action_words(action)}."


def events(one: Scenario, other: Scenario) -> Iterator[str]:
    """Name the shocks that are added or left out."""
    for mine, yours, verb in ((one, other, "Adds"), (other, one, "Leaves out")):
        for shock in yours.shocks:
            if shock not in mine.shocks:
                yield f"{verb} a shock: {shock_words(shock)}."


def action_words(action: Action) -> str:
    """Say an action in a line."""
    levers = "; ".join(map(change_words, action.changes))
    until = f" until {action.until}" if action.until else ""
    phased = f", phased in over {action.phase_in_weeks} weeks" if action.phase_in_weeks else ""
    price = f", at {said}" if (said := price_words(action.cost)) else ""
    return f"{levers}, from {action.start}{until}{phased}{where_words(action.where)}{price}"


def parts(action: Action) -> dict[str, str]:
    """Write the parts of an action in words."""
    levers = {
        change.parameter: change_words(change).removeprefix(f"{change.parameter}: ")
        for change in action.changes
    }
    return levers | {
        "from": str(action.start),
        "until": str(action.until or "the end of the run"),
        "phased in": f"over {action.phase_in_weeks} weeks" if action.phase_in_weeks else "at once",
        "where": where_words(action.where).removeprefix(", ") or "everywhere",
        "price": price_words(action.cost) or NONE,
    }


def price_words(cost: Cost) -> str:
    """Say what an action costs; nothing if it has no price or costs nothing."""
    sums = [
        f"{formatted(pounds, '£', True)} {when}"
        for pounds, when in ((cost.set_up, "to set up"), (cost.yearly, "a year"))
        if pounds
    ]
    return f"{' and '.join(sums)} in {cost.prices} prices" if sums else ""


def foretold(one: Scenario, other: Scenario) -> Iterator[str]:
    """Name what only one of them foretells."""
    before = {each.text for each in one.expectations}
    after = {each.text for each in other.expectations}
    yield from (f"Foretells: {each.text}." for each in other.expectations
                if each.text not in before)  # fmt: skip
    yield from (f"No longer foretells: {each.text}." for each in one.expectations
                if each.text not in after)  # fmt: skip
