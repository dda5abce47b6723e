"""Reading what an experiment varies: each number, over a range or some values."""

from sim.parameters.registry import registry
from sim.parameters.section import Parameter
from sim.scenario.reading.mistakes import did_you_mean
from sim.scenario.reading.sheet import Part
from sim.scenario.reading.values import (
    read_choice,
    read_parameter,
    read_value,
    sentence,
)
from sim.scenario.varying.design import SPREADS, Factor
from sim.scenario.varying.point import is_switch

FROM_CATALOGUE = "from catalogue"
HOW = "Write {low: …, high: …}, {values: [… , …]} or “from catalogue”."


def read_factors(top: Part) -> tuple[Factor, ...]:
    """Read every number that an experiment varies, reporting each mistake."""
    part = top.part("factors")
    found = (read_factor(part, key) for key in part.data)
    return tuple(factor for factor in found if factor)


def read_factor(part: Part, key: str) -> Factor | None:
    """Read one number that is varied: over the catalogue's range, one of its own, or values."""
    one = read_switch_of(part, key) if is_switch(key) else read_parameter(part, key)
    if not one or part.data[key] is None:  # which has been told already
        return None
    how, written = part.part(key), part.text(key)
    if written is not None:
        return of_catalogue(part, key, one, written)
    ends, listed = [end for end in ("low", "high") if end in how.data], "values" in how.data
    if listed == bool(ends) or len(ends) == 1:
        part.wrong("E106", key, f"“{key}” needs both ends of a range, or a list of values.", HOW,
                   on_key=True)  # fmt: skip
        return None
    return of_values(how, key, one) if listed else of_range(how, key, one)


def read_switch_of(part: Part, key: str) -> Parameter | None:
    """Find the switch that a key names, or report that there is none."""
    if key in registry():
        return registry()[key]
    known = [name for name in registry() if is_switch(name)]
    advice = did_you_mean(key, known) or "`cpsim loops` lists them."
    part.wrong("E304", key, f"There is no switch called “{key}”.", advice, on_key=True)
    return None


def of_catalogue(part: Part, key: str, one: Parameter, written: str) -> Factor | None:
    """Take the range over which the catalogue says that a fact is uncertain."""
    if written != FROM_CATALOGUE:
        part.wrong("E105", key, f"“{written}” is no range.", HOW)
    elif is_switch(key):
        part.wrong("E106", key, f"“{key}” is a switch, and has no range.",
                   "Write {values: [on, off]}.")  # fmt: skip
    elif one.role != "uncertainty":
        part.wrong(
            "E106", key,
            f"{sentence(one.label)}: this is {a_role(one)}, so the catalogue holds no uncertainty "
            "of it.",
            "Write a range of your own: {low: …, high: …}.",
        )  # fmt: skip
    else:
        return Factor(key, one.low, one.high)
    return None


def a_role(one: Parameter) -> str:
    """Say what kind of number it is."""
    return "a lever" if one.role == "lever" else "fixed"


def of_range(how: Part, key: str, one: Parameter) -> Factor | None:
    """Read both ends of a range, and refuse one that is upside down."""
    low, high = read_value(how, "low", one), read_value(how, "high", one)
    shape = read_choice(how, "shape", SPREADS, SPREADS[0])
    if low is None or high is None:
        return None
    if low >= high:
        said = ("The range is upside down.",
                f"Write {{low: {how.text('high')}, high: {how.text('low')}}}.")  # fmt: skip
        same = ("Both ends of the range are the same.",
                "Give two different ones, or set the value among the parameters.")  # fmt: skip
        how.wrong("E106", "low", *(said if low > high else same))
        return None
    return Factor(key, low, high, shape=shape)


def of_values(how: Part, key: str, one: Parameter) -> Factor | None:
    """Read a list of values, each in the parameter's unit."""
    rows = how.rows("values")
    values = [read_value(rows, i, one) for i in rows.data]
    known = tuple(value for value in values if value is not None)
    if len(known) == len(values) > 0 and min(known) == max(known):
        how.wrong("E410", "values", f"“{key}” has one value here, and does not vary.",
                  "List two or more, or set it under parameters: of a scenario.")  # fmt: skip
        return None
    return Factor(key, min(known), max(known), known) if known else None
