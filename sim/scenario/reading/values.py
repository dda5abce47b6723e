"""Values in files: parameters by their dotted names, and plain settings, each checked."""

import re
from collections.abc import Mapping

from sim.kernel.quantities import SWITCHES, NotAQuantity, example, formatted, parse
from sim.measures import MEASURES
from sim.measures.statistic import STATISTICS
from sim.parameters.registry import registry, sections
from sim.parameters.section import Parameter
from sim.scenario.reading.mistakes import did_you_mean
from sim.scenario.reading.sheet import Part

SWITCHED = ("loops", "couplings")
LEAST_OF_RANGE, MOST_PERCENT = 0.02, 100


def read_parameter(part: Part, key: str) -> Parameter | None:
    """Find the parameter that a key names, or report that there is none."""
    if key.split(".", maxsplit=1)[0] in SWITCHED and "." in key:
        section, field = key.split(".", 1)
        part.wrong(
            "E301", key, f"“{key}” is a switch, not a parameter.",
            f"Write {section}: {{{field}: off}} at the top level.", on_key=True,
        )  # fmt: skip
        return None
    if key not in registry():
        part.wrong(
            "E301", key, f"There is no parameter called “{key}”.", meant_name(key), on_key=True
        )
        return None
    return registry()[key]


def meant_name(given: str) -> str:
    """Guess the parameter that was meant: the same field elsewhere, or a near spelling."""
    field = given.rsplit(".", 1)[-1]
    elsewhere = [name for name in registry() if name.rsplit(".", 1)[-1] == field]
    if elsewhere:
        return f"Did you mean “{elsewhere[0]}”?"
    advice = did_you_mean(given, registry())
    return advice or f"`cpsim parameters` lists them, by section: {', '.join(sections())}."


def no_measure(given: str) -> tuple[str, str]:
    """Say that there is no such measure, and which may have been meant."""
    if given in STATISTICS:
        return (
            f"“{given}” is a statistic of the calibration table, which no policy is judged by.",
            "`cpsim measures` lists the measures; those of its room calibration are statistics.",
        )
    advice = did_you_mean(given, MEASURES) or "`cpsim measures` lists them."
    return f"There is no measure called “{given}”.", advice


def read_value(part: Part, key: str | int, one: Parameter, bounded: bool = True) -> float | None:
    """Read a parameter's value in its unit, or report what is wrong with it."""
    written = part.text(key)
    if written is None:
        return None
    try:
        value = parse(written, one.unit)
    except NotAQuantity as error:
        part.wrong("E302", key, f"{sentence(one.label)}: {fitting(str(error), one)}")
        return None
    if bounded and not one.low <= value <= one.high:
        outside(part, key, one, value)
        return None
    return value


def fitting(said: str, one: Parameter) -> str:
    """Give the parameter's default as the example, where the unit's own lies beyond its limits."""
    shown = example(one.unit)
    values = [parse(each, one.unit) for each in re.split(", | or ", shown)]
    if all(one.low <= value <= one.high for value in values):
        return said
    return said.replace(f"for example {shown}", f"for example {formatted(one.default, one.unit)}")


def outside(part: Part, key: str | int, one: Parameter, value: float, together: str = "") -> None:
    """Report a value beyond its range, with the percentage that was probably meant.

    together : what else brings it there, if it is not this value alone
    """
    low, high, given = (formatted(v, one.unit, True) for v in (one.low, one.high, value))
    advice = ""
    if one.unit == "share" and not together and is_bare_percentage(part.text(key), value, one):
        advice = f"Did you mean {formatted(value / 100, one.unit)}?"
    part.wrong(
        "E303",
        key,
        sentence(f"{together}{one.label}: {given} is outside its limits, {low} to {high}."),
        advice,
    )


def is_bare_percentage(written: str | None, value: float, one: Parameter) -> bool:
    """Whether a share was written as a percentage without its sign, as 15 for 15%.

    A hundredth of it must then lie within the range, and not at its very bottom.
    """
    try:
        bare = float(written or "")
    except ValueError:
        return False
    least = one.low + LEAST_OF_RANGE * (one.high - one.low)
    return bare == value and 1 < value <= MOST_PERCENT and least <= value / 100 <= one.high


def read_values(part: Part) -> dict[str, float]:
    """Read a map of parameters and values, reporting each that is wrong."""
    found = {}
    for key in part.data:
        if one := read_parameter(part, key):
            value = read_value(part, key, one)
            if value is not None:
                found[key] = value
    return found


def read_quantity(
    part: Part, key: str | int, unit: str, default: float, low: float = 0.0,
    high: float = float("inf"),
) -> float:  # fmt: skip
    """Read a setting in a unit between two limits, or report what is wrong with it."""
    written = part.text(key)
    if written is None:
        return default
    try:
        value = parse(written, unit)
    except NotAQuantity as error:
        part.wrong("E105", key, str(error))
        return default
    if not low <= value <= high:
        limit = (
            f"{formatted(low, unit, True)} to {formatted(high, unit, True)}"
            if high < float("inf")
            else f"{formatted(low, unit, True)} or more"
        )
        part.wrong("E105", key, f"“{written}” is outside what is possible, {limit}.")
        return default
    return value


def read_whole(part: Part, key: str, default: int, low: int = 0) -> int:
    """Read a whole number, or report what is wrong with it."""
    written = part.text(key)
    if written is None:
        return default
    digits = written.replace(",", "")
    if not (digits.isascii() and digits.isdecimal()) or int(digits) < low:
        part.wrong("E105", key, f"“{written}” is not a whole number, {low} or more.")
        return default
    return int(digits)


def read_switch(part: Part, key: str, default: bool = False) -> bool:
    """Read on or off."""
    written = part.text(key)
    if written is None:
        return default
    if (said := SWITCHES.get(written.lower())) is None:
        part.wrong("E105", key, f"“{written}” is neither on nor off.", "Write on or off.")
        return default
    return said != 0


def read_choice[Word: str](part: Part, key: str, allowed: tuple[Word, ...], default: Word) -> Word:
    """Read one of a few words."""
    written = part.text(key)
    if written is None:
        return default
    for word in allowed:
        if written == word:
            return word
    part.wrong("E105", key, f"“{written}” is not one of those allowed.", choices(written, allowed))
    return default


def choices(given: str, allowed: tuple[str, ...]) -> str:
    """Name the nearest choice, then all of them."""
    guess = did_you_mean(given, allowed)
    listed = f"Allowed here: {', '.join(allowed)}."
    return listed if guess in ("", listed) else f"{guess} {listed}"


def read_switches(part: Part, section: str) -> dict[str, bool]:
    """Read a map of switches, reporting names that there are none of."""
    names = tuple(name.split(".", 1)[1] for name in registry() if name.startswith(f"{section}."))
    found = {}
    for key in part.data:
        if key in names:
            found[key] = read_switch(part, key, True)
        else:
            part.wrong(
                "E304", key, f"There is no switch called “{key}” among the {section}.",
                did_you_mean(key, names) or f"`cpsim {section}` lists them.", on_key=True,
            )  # fmt: skip
    return found


def sentence(label: str) -> str:
    """Begin a label with a capital, as a sentence does."""
    return label[:1].upper() + label[1:]


def defaults() -> Mapping[str, float]:
    """List every parameter's default."""
    return {name: one.default for name, one in registry().items()}
