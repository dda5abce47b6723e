"""Quantities: values as people write them, in the unit that a parameter declares.

"16 cases", "£4k per year", "15%", "1 in 20" and "6 months" become numbers in the declared
unit; a number without a unit is taken only where no unit could be mistaken for another.
"""

import re
from decimal import Decimal
from math import expm1, isfinite, log1p

SHARE, HAZARD, YEARLY_SHARE, SWITCH, CASES = "share", "per year", "% a year", "switch", "cases"
BARE = frozenset({SHARE, "ratio", "d′", "SD", "log", "level", "count", SWITCH})
SAID = {True: "on", False: "off"}
SWITCHES = {"on": 1.0, "yes": 1.0, "true": 1.0, "off": 0.0, "no": 0.0, "false": 0.0}
MAGNITUDES = {"": 1.0, "k": 1e3, "m": 1e6, "bn": 1e9}
SPELT = re.compile(r"(£\s*[\d,.]+)\s*(thousand|million|billion|mn|mio)\b")
SHORT = {"thousand": "k", "million": "m", "mn": "m", "mio": "m", "billion": "bn"}
# Time by the calendar, in days, and time at work, in hours, do not turn into each other.
CALENDAR = {"day": 1.0, "week": 7.0, "month": 365.25 / 12, "year": 365.25}
CALENDAR_UNITS = ("years", "weeks")
CLOCK = {"minute": 1 / 60, "hour": 1.0}
WRITTEN = re.compile(
    r"(?P<sign>[-−+]?)\s*(?P<pound>£?)(?P<number>\d[\d,]*(?:\.\d+)?(?:[eE][-+]?\d+)?)"
    r"(?P<magnitude>(?:bn|k|m)(?![a-z]))?\s*(?P<words>.*)"
)
SOME_IN = re.compile(r"(?P<some>\d[\d,]*)\s+in\s+(?P<many>\d[\d,]*(?:\.\d+)?)")
EXAMPLES = {
    SHARE: "15% or 1 in 20",
    HAZARD: "0.2 per year",
    YEARLY_SHARE: "2% a year",
    SWITCH: "on or off",
    "years": "2 years or 6 months",
    "weeks": "8 weeks or 2 months",
    "hours": "1.5 hours",
    "£": "£4k, £4000 or £1.2m",
    "£ per year": "£4k per year",
    CASES: "16 cases",
    "level": "0.5",
    "count": "6",
}


class NotAQuantity(ValueError):
    """What was written cannot be read in the declared unit; the text says why."""


def parse(written: str | float, unit: str) -> float:
    """Read a value in a declared unit.

    written : text as in a file, or a plain number
    unit    : one of those that parameters declare, such as "hours per week"
    """
    text = str(written).strip()
    if unit == SWITCH and text.lower() in SWITCHES:
        return SWITCHES[text.lower()]
    if unit == CASES and text == "none":
        return 0.0
    if some_in := SOME_IN.fullmatch(text):
        return converted(part_of(some_in["some"], some_in["many"]), ("", []), unit, text)
    found = WRITTEN.fullmatch(text)
    if not found:
        kind = "number" if unit in BARE - {SHARE, "d′", "SD"} else "number with a unit"
        raise NotAQuantity(f"“{text}” is not a {kind}: write for example {example(unit)}.")
    words = f"{found['pound']} {found['words']}".strip()
    size = number(found["number"]) * MAGNITUDES[found["magnitude"] or ""]
    if found["magnitude"] and not found["pound"]:
        meant = f" Write £{text}, if that is meant." if unit.startswith("£") else ""
        raise NotAQuantity(f"“{text}”: only pounds are written with k, m or bn.{meant}")
    return converted(-size if found["sign"] in ("-", "−") else size, split(words), unit, text)


def part_of(some: str, many: str) -> float:
    """Read "1 in 20"."""
    if not number(many):
        raise NotAQuantity(f"“{some} in {many}” is not a number: nothing is so many in none.")
    return number(some) / number(many)


def number(digits: str) -> float:
    """Read digits with commas between the thousands."""
    value = float(digits.replace(",", ""))
    if not isfinite(value):
        raise NotAQuantity(f"“{digits}” is too large.")
    return value


def split(words: str) -> tuple[str, list[str]]:
    """Take a unit apart: what is counted, and what it is counted per."""
    flat = re.sub(r"(^|\s)an? (?=\w)", " per ", words.lower().replace(",", ""))
    flat = re.sub(r"(^|[£%\s])per ", r"\1|", flat).replace("£", "£ ")
    parts = [" ".join(part.split()) for part in flat.split("|")]
    return singular(parts[0]), [singular(part) for part in parts[1:]]


def singular(words: str) -> str:
    """Write the unit as for one of it, so that "years" and "year" are the same."""
    return {"children": "child", "10000": "10000 child", "10000 children": "10000 child"}.get(
        words, words.removesuffix("s") if len(words) > len("s") else words
    )


def converted(value: float, given: tuple[str, list[str]], unit: str, text: str) -> float:
    """Turn a value in the given unit into the declared one."""
    counted, per = given
    if counted == "" and not per and unit in BARE:
        return value
    if counted == "%" and not per and unit in BARE | {"%"}:
        return hundredths(value) if unit in BARE else value
    if unit in (HAZARD, YEARLY_SHARE):
        return chance_in_a_year(value, counted, per, unit, text)
    wanted, wanted_per = split(unit)
    if len(per) == len(wanted_per):
        factors = [scale(counted, wanted)]
        factors += [scale(theirs, ours) for theirs, ours in zip(wanted_per, per, strict=True)]
        if all(factor is not None for factor in factors):
            for factor in factors:
                value *= factor or 1.0
            return value
    raise NotAQuantity(wrong_unit(text, value, counted, per, unit))


def chance_in_a_year(value: float, counted: str, per: list[str], unit: str, text: str) -> float:
    """Turn a hazard ("0.2 per year") or a share ("15% a year") into the one that is declared."""
    if len(per) != 1 or per[0] not in CALENDAR or counted not in ("", "%"):
        raise NotAQuantity(wrong_unit(text, value, counted, per, unit))
    times = CALENDAR["year"] / CALENDAR[per[0]]
    if counted == "%" and value >= 100:
        raise NotAQuantity(f"“{text}”: a share must stay under 100%.")
    if counted == "%" and times == 1 and unit == YEARLY_SHARE:
        return hundredths(value)
    hazard = times * (-log1p(-value / 100) if counted == "%" else value)
    return hazard if unit == HAZARD else -expm1(-hazard)


def hundredths(value: float) -> float:
    """Turn a percentage into the share as it is written: 18.9% is 0.189 to the last bit."""
    return float(Decimal(repr(value)) / 100)


def scale(given: str, wanted: str) -> float | None:
    """How many of the wanted unit one of the given unit is, if they measure the same thing."""
    if given == wanted:
        return 1.0
    for units in (CALENDAR, CLOCK):
        if given in units and wanted in units:
            return units[given] / units[wanted]
    return None


def wrong_unit(text: str, value: float, counted: str, per: list[str], unit: str) -> str:
    """Say that the unit is missing or is another than the declared one, and what to write."""
    wanted, wanted_per = split(unit)
    if (spelt := SPELT.match(text)) and unit.startswith("£"):
        short = f"{spelt[1]}{SHORT[spelt[2]]}{text[spelt.end() :] or unit.removeprefix('£')}"
        return f"“{text}”: write {short}."
    bare = not counted and not per
    # A bare rate could have been meant per anything, so it is answered with an example.
    certain = not per and counted in ("", wanted) and (wanted or not wanted_per)
    certain = certain and not (bare and unit == YEARLY_SHARE)
    meant = hundredths(value) if unit == YEARLY_SHARE else value
    answer = formatted(meant, unit) if certain else f"for example {example(unit)}"
    if unit in BARE - {SHARE, SWITCH, "d′", "SD"}:
        return f"“{text}” is wanted without a unit: write {formatted(value, unit)}."
    if bare and unit in CALENDAR_UNITS:
        answer = f"{answer} or {formatted(value, 'months')}"
    wrong = "has no unit" if bare else f"is not in {name(unit)}"
    return f"“{text}” {wrong}: write {answer}."


def example(unit: str) -> str:
    """Show how a value in this unit is written."""
    return EXAMPLES.get(unit) or formatted(4 if unit.startswith("£") else 1.5, unit)


def name(unit: str) -> str:
    """Say a unit in a sentence."""
    return {SHARE: "a share", SWITCH: "a switch", HAZARD: "a rate per year"}.get(unit, unit)


def formatted(value: float, unit: str, thousands: bool = False) -> str:
    """Write a value so that it reads well and can be read back.

    thousands : for sentences, with commas and a true minus; files are safer without
    """
    if unit == SWITCH:
        return SAID[value != 0]
    if unit in (SHARE, YEARLY_SHARE):
        return plain(value * 100, thousands) + "%" + unit.removeprefix(SHARE).removeprefix("%")
    digits = plain(abs(value), thousands)
    sign = "" if value >= 0 else "−" if thousands else "-"
    if unit.startswith("£"):
        return f"{sign}£{digits}{unit.removeprefix('£')}"
    if unit in BARE - {"d′", "SD"}:
        return sign + digits
    words = unit if thousands else unit.replace(",", "")
    return f"{sign}{digits} {one(words) if value == 1 else words}"


def one(words: str) -> str:
    """Write a unit for a single one: 1 year, 1 hour per week."""
    head, space, tail = words.partition(" ")
    return (head if head in ("SD", "per") else head.removesuffix("s")) + space + tail


def plain(value: float, thousands: bool) -> str:
    """Write a number with the digits it has, at most twelve, never as a power of ten."""
    text = f"{value:{',' if thousands else ''}.{decimals(value)}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def decimals(value: float) -> int:
    """How many decimals show a number's first twelve digits."""
    exponent = int(f"{value:e}".split("e")[1])
    return max(0, 11 - exponent)
