"""A scenario in words: every value with where it comes from, and what differs from another."""

from collections.abc import Iterator

from sim.kernel.quantities import formatted
from sim.parameters.registry import registry
from sim.scenario.policy import Action, Change, Shock, Where
from sim.scenario.reading.values import defaults, sentence
from sim.scenario.scenario import Scenario
from sim.scenario.shocks import SHOCKS

DEFAULT = "default"
WIDTH = 62


def show(scenario: Scenario, everything: bool = False) -> str:
    """Write a scenario out, each value with the file and line that set it.

    everything : list every parameter, not only those that are set
    """
    rows = [*head(scenario), *place(scenario), *values(scenario, everything)]
    rows += [row for action in scenario.actions for row in action_rows(scenario, action)]
    rows += [(f"  {told}", "") for shock in scenario.shocks for told in [shock_words(shock)]]
    rows += [(f"  {one} is off", "loops") for one in scenario.loops_off]
    rows += [(f"  {one} is uncoupled", "couplings") for one in scenario.uncoupled]
    return "\n".join(f"{said:<{WIDTH}}  {origin(scenario, key)}".rstrip() for said, key in rows)


def head(scenario: Scenario) -> Iterator[tuple[str, str]]:
    """Say what the scenario is and how long it lasts."""
    yield f"{scenario.name}: {scenario.title}", "scenario"
    yield scenario.question, ""
    yield f"From {scenario.start} to {scenario.end}", "horizon"
    yield f"after a past of {scenario.past_years} years", "horizon.past"
    yield f"meaning {scenario.meaning}, past {scenario.past_meaning}", ""


def place(scenario: Scenario) -> Iterator[tuple[str, str]]:
    """Say where the scenario plays."""
    scale = formatted(scenario.population_scale, "share")
    yield f"{len(scenario.authorities)} authorities, {scale} of their families simulated", "place"
    for one in scenario.authorities:
        deprivation = formatted(one.deprivation, "SD", True)
        threshold = "drawn" if one.threshold is None else formatted(one.threshold, "SD", True)
        yield (
            f"  {one.name}: {one.families:,} families, {one.kind}, {one.region}, deprivation "
            f"{deprivation}, threshold {threshold}, {one.help_and_protection}",
            "",
        )


def values(scenario: Scenario, everything: bool) -> Iterator[tuple[str, str]]:
    """List the parameters that are set, or all of them."""
    known = {**defaults(), **scenario.parameters}
    for name, one in registry().items():
        if everything or name in scenario.parameters:
            yield f"  {name}: {formatted(known[name], one.unit)}", f"parameters.{name}"


def action_rows(scenario: Scenario, action: Action) -> Iterator[tuple[str, str]]:
    """Say what an action changes, when, where and at what price."""
    until = f" until {action.until}" if action.until else ""
    phased = f", over {action.phase_in_weeks} weeks" if action.phase_in_weeks else ""
    yield f"{action.title}", ""
    yield f"  from {action.start}{until}{phased}{where_words(action.where)}", ""
    for change in action.changes:
        yield f"  {change_words(change)}", ""
    cost = action.cost
    if cost.prices:
        set_up, yearly = formatted(cost.set_up, "£", True), formatted(cost.yearly, "£", True)
        yield f"  {set_up} to set up and {yearly} a year, in {cost.prices} prices", ""


def change_words(change: Change) -> str:
    """Say how a lever moves."""
    one = registry()[change.parameter]
    if change.operation == "multiply":
        return f"{change.parameter}: multiplied by {change.value:g}"
    return f"{change.parameter}: {change.operation} {formatted(change.value, one.unit)}"


def where_words(where: Where) -> str:
    """Say which authorities are meant."""
    groups = (where.names, where.kinds, where.regions, where.help_and_protection)
    named = [" or ".join(names) for names in groups if names]
    return f", in {', '.join(named)}" if named else ""


def shock_words(shock: Shock) -> str:
    """Say what event happens, when and where."""
    kind = SHOCKS[shock.kind]
    until = f" until {shock.until}" if shock.until else ""
    agency = f" ({shock.agency})" if shock.agency else ""
    where = "one authority" if shock.chosen == "one" else "every authority"
    size = formatted(shock.size, kind.unit)
    return (
        f"{sentence(kind.label)}{agency}, {shock.start}{until}, {where}"
        f"{where_words(shock.where)}: {size} ({kind.size})"
    )


def origin(scenario: Scenario, key: str) -> str:
    """Say which file and line set a value."""
    if not key:
        return ""
    found = scenario.origins.get(key)
    return f"# {found or DEFAULT}"
