"""A scenario in words: every value with where it comes from."""

from collections.abc import Iterator, Mapping

from sim.kernel.quantities import formatted
from sim.parameters.registry import registry
from sim.scenario.expectation import Expectation
from sim.scenario.place import Authority
from sim.scenario.policy import Action, Change, Shock, Where
from sim.scenario.reading.values import defaults, sentence
from sim.scenario.scenario import Scenario
from sim.scenario.shocks import SHOCKS

DEFAULT = "default"
WIDTH = 62
type Row = tuple[str, str]


def show(scenario: Scenario, everything: bool = False) -> str:
    """Write a scenario out, each value with the file and line that set it.

    everything : list every parameter, not only those that are set
    """
    rows = [*head(scenario), *place(scenario), *values(scenario, everything)]
    rows += [("Current law, whatever the policy", "law")] if scenario.law else []
    rows += [row for law in scenario.law for row in action_rows(law, "law")]
    rows += [row for action in scenario.actions for row in action_rows(action)]
    rows += [(f"  {shock_words(one)}", f"shocks.{i}") for i, one in enumerate(scenario.shocks)]
    rows += [(f"  {one} is off", f"loops.{one}") for one in scenario.loops_off]
    rows += [(f"  {one} is uncoupled", f"couplings.{one}") for one in scenario.uncoupled]
    rows += expectation_rows(scenario.expectations)
    return written(rows, scenario.origins)


def written(rows: list[Row], origins: Mapping[str, str]) -> str:
    """Write rows one below the other, with the origin of each beside it."""
    return "\n".join(f"{said:<{WIDTH}}  {origin(origins, key)}".rstrip() for said, key in rows)


def origin(origins: Mapping[str, str], key: str) -> str:
    """Say which file and line set a value: the value itself, or what it stands in."""
    return f"# {origins.get(key) or DEFAULT}" if key else ""


def head(scenario: Scenario) -> Iterator[Row]:
    """Say what the scenario is and how long it lasts."""
    yield f"{scenario.name}: {scenario.title}", "scenario"
    if scenario.question:
        yield scenario.question, "question"
    yield f"From {scenario.start}", "horizon.start"
    yield (
        f"to {scenario.end}",
        "horizon.end" if "horizon.years" not in scenario.origins else ("horizon.years"),
    )
    yield f"after a past of {scenario.past_years} years", "horizon.past"
    yield f"meaning {scenario.meaning}, past {scenario.past_meaning}", ""
    if scenario.quick:
        yield "a quick look, with too few families to draw conclusions from", "quick"


def place(scenario: Scenario) -> Iterator[Row]:
    """Say where the scenario plays."""
    scale = formatted(scenario.population_scale, "share")
    yield f"{len(scenario.authorities)} authorities", "place"
    yield f"{scale} of their families simulated", "population_scale"
    for one in scenario.authorities:
        yield from authority_rows(one)


def authority_rows(one: Authority) -> Iterator[Row]:
    """Say what an authority is like at the start, and what differs there."""
    deprivation = formatted(one.deprivation, "SD", True)
    key = f"authorities.{one.name}"
    threshold = "drawn" if one.threshold is None else formatted(one.threshold, "SD", True)
    yield (
        f"  {one.name}: {one.families:,} families, {one.kind}, {one.region}, deprivation "
        f"{deprivation}, threshold {threshold}, {one.help_and_protection}",
        key,
    )
    for name, value in one.parameters.items():
        shown = formatted(value, registry()[name].unit)
        yield f"    {name}: {shown}", f"{key}.parameters.{name}"


def values(scenario: Scenario, everything: bool) -> Iterator[Row]:
    """List the parameters that are set, or all of them."""
    known = {**defaults(), **scenario.parameters}
    for name, one in registry().items():
        if everything or name in scenario.parameters:
            yield f"  {name}: {formatted(known[name], one.unit)}", f"parameters.{name}"


def action_rows(action: Action, section: str = "actions") -> Iterator[Row]:
    """Say what an action changes, when, where and at what price, each with its line."""
    key = f"{section}.{action.name}"
    yield f"{action.name}: {action.title}", key
    yield f"  from {action.start}", f"{key}.from"
    if action.until:
        yield f"  until {action.until}", f"{key}.until"
    if action.phase_in_weeks:
        yield f"  phased in over {action.phase_in_weeks} weeks", f"{key}.phase_in"
    if where := where_words(action.where):
        yield f"  {where.removeprefix(', ')}", f"{key}.where"
    for change in action.changes:
        yield f"  {change_words(change)}", f"{key}.change.{change.parameter}"
    cost = action.cost
    if cost.prices:
        set_up, yearly = formatted(cost.set_up, "£", True), formatted(cost.yearly, "£", True)
        yield f"  {set_up} to set up and {yearly} a year, in {cost.prices} prices", f"{key}.cost"


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


def expectation_rows(expectations: tuple[Expectation, ...]) -> Iterator[Row]:
    """Repeat what is foretold."""
    for number, one in enumerate(expectations):
        yield f"  Foretold: {one.text}", f"expect.{number}"
