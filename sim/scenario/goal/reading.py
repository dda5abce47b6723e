"""Reading the design of an experiment that seeks a goal."""

import re
from collections.abc import Sequence
from datetime import date

from sim.kernel.quantities import CASES, NotAQuantity, parse
from sim.measures import MEASURES, Measure
from sim.parameters.registry import registry
from sim.parameters.section import Parameter
from sim.scenario.goal.goal import Goal
from sim.scenario.reading.days import NotADate, first_day
from sim.scenario.reading.mistakes import tell_missing
from sim.scenario.reading.sheet import Part
from sim.scenario.reading.values import (
    meant_name,
    no_measure,
    read_quantity,
    read_switch,
    read_value,
    read_whole,
)
from sim.scenario.scenario import Scenario
from sim.scenario.varying.design import SAMPLED

METHOD = "goal"
NEEDED = ("lever", "between", "measure", "goal")
KNOWN = ("method", *NEEDED, "probability", "from")
NUMBERS = ("samples", "levels", "trajectories")
WRITTEN = re.compile(r"(under|over)\s+(.+)")
NUMBER = re.compile(r"(?P<number>\d[\d,]*(?:\.\d+)?)(?P<unit>.*)")
UPSIDE_DOWN = (
    "The range is upside down: its first end is not below its second.",
    "Write the smaller end first.",
)
PROBABILITY, LEAST_SURE, MOST_SURE = 0.8, 0.01, 0.99
HOW_MANY = 2


def read_goal(
    top: Part, scenarios: Sequence[Scenario], against: str, start: date
) -> Goal | None:  # fmt: skip
    """Read what is sought, reporting each mistake; nothing where no goal is the design.

    The settings of any design are read, so that its method hides no mistake in them.

    start : first day of the period that is measured, from which the lever moves if no other
            day is given
    """
    part = top.part("design")
    lever, measure = read_lever(part), read_measure(part)
    ends, wanted = read_ends(part, lever), read_wanted(part, measure)
    share = read_quantity(part, "probability", "share", PROBABILITY, LEAST_SURE, MOST_SURE)
    moved = read_start(part, scenarios, start)
    if part.text("method") != METHOD:
        if part.text("method") not in SAMPLED:
            check_numbers(part)
        return None
    refuse_others(top, part)
    if missing := [key for key in NEEDED if key not in part.data]:
        tell_missing(part.sheet, part.place, missing)
    scenario = read_moved(top, part, scenarios, against)
    if not (lever and measure and ends and wanted and scenario):
        return None
    return Goal(
        scenario, part.text("lever") or "", *ends, measure.name, *wanted, share, moved
    )  # fmt: skip


def check_numbers(part: Part) -> None:
    """Report the numbers of other designs that cannot be."""
    for key in NUMBERS:
        read_whole(part, key, 1, low=1)
    read_switch(part, "second_order")


def refuse_others(top: Part, part: Part) -> None:
    """Refuse the settings of other designs, which a goal would leave unused."""
    for key in part.data:
        if key not in KNOWN:
            part.wrong("E106", key, f"A design that seeks a goal has no “{key}”.",
                       f"Delete it; it takes {', '.join(KNOWN)}.", on_key=True)  # fmt: skip
    if top.part("factors").data:
        top.wrong("E106", "factors", "A design that seeks a goal varies its one lever alone.",
                  "Leave out factors.", on_key=True)  # fmt: skip


def read_lever(part: Part) -> Parameter | None:
    """Read which lever is moved."""
    name = part.text("lever")
    if name is None:
        return None
    if name not in registry():
        part.wrong("E301", "lever", f"There is no parameter called “{name}”.", meant_name(name))
        return None
    one = registry()[name]
    if one.role != "lever":
        part.wrong("E205", "lever", f"“{name}” is no lever, and only a lever can be moved.",
                   "`cpsim parameters --levers` lists them.")  # fmt: skip
        return None
    return one


def read_ends(part: Part, lever: Parameter | None) -> tuple[float, float] | None:
    """Read the two ends between which values are tried."""
    rows = part.rows("between")
    if "between" not in part.data:
        return None
    if len(rows.data) != HOW_MANY:
        part.wrong("E105", "between", "A range has two ends.",
                   "Write for example [10 cases, 30 cases].")  # fmt: skip
        return None
    if lever:
        return between(part, rows, lever)
    tell_upside_down(part, rows)
    return None


def between(part: Part, rows: Part, lever: Parameter) -> tuple[float, float] | None:
    """Read the two ends in the lever's unit, the lower first."""
    low, high = (read_value(rows, key, lever) for key in rows.data)
    if low is None or high is None:
        return None
    if lever.unit == CASES and not low:
        part.wrong("E106", "between", "A cap of none is no small cap, but no cap at all.",
                   "Begin with a number of cases.")  # fmt: skip
        return None
    if low < high:
        return low, high
    part.wrong("E106", "between", *UPSIDE_DOWN)
    return None


def tell_upside_down(part: Part, rows: Part) -> None:
    """Report two ends of a lever that is not known, if they have one unit and stand wrongly."""
    low, high = (NUMBER.fullmatch((rows.text(key) or "").strip()) for key in rows.data)
    if not (low and high) or low["unit"].strip() != high["unit"].strip():
        return
    if float(low["number"].replace(",", "")) >= float(high["number"].replace(",", "")):
        part.wrong("E106", "between", *UPSIDE_DOWN)


def read_measure(part: Part) -> Measure | None:
    """Read which measure the goal is about."""
    name = part.text("measure")
    if name is None:
        return None
    if name not in MEASURES:
        part.wrong("E403", "measure", *no_measure(name))
        return None
    return MEASURES[name]


def read_wanted(part: Part, measure: Measure | None) -> tuple[bool, float] | None:
    """Read what is asked of the measure: under or over some value, in its unit."""
    written = part.text("goal")
    if written is None:
        return None
    found = WRITTEN.fullmatch(written.strip())
    if measure is None:
        if found is None:
            part.wrong("E105", "goal", f"“{written}” is no goal.",
                       "Write under or over, then a value, as under 12%.")  # fmt: skip
        return None
    bound = None if found is None else read_bound(found[2], measure.unit)
    if found is None or bound is None:
        percent = measure.unit.startswith("%")
        example = "under 12%" if percent else "under 12"
        part.wrong(
            "E105", "goal", f"“{written}” is no goal for a measure in {measure.unit}.",
            f"Write for example {example}, or over in place of under.",
        )  # fmt: skip
        return None
    return found[1] == "under", bound


def read_bound(written: str, unit: str) -> float | None:
    """Read a number in a measure's unit; a percentage needs its sign, and others have none."""
    percent = unit.startswith("%")
    written = written.removesuffix(unit.removeprefix("%")).strip() if percent else written
    text = written if percent else written.removesuffix(unit.removeprefix("£")).strip()
    if percent != text.endswith("%"):
        return None
    try:
        return parse(text.removesuffix("%").strip().removeprefix("£"), "ratio")
    except NotAQuantity:
        return None


def read_start(part: Part, scenarios: Sequence[Scenario], start: date) -> date:
    """Read the day from which the lever has the value: the period's first, if it is not said."""
    written = part.text("from")
    if written is None or not scenarios:
        return start
    first, last = scenarios[0].start, scenarios[0].end
    try:
        day = first_day(written, first)
    except NotADate as error:
        part.wrong("E104", "from", error.message, error.advice)
        return start
    if not first <= day <= last:
        part.wrong("E401", "from", f"{day} is outside the run, {first} to {last}.",
                   "Give a day within it.")  # fmt: skip
    return day


def read_moved(
    top: Part, part: Part, scenarios: Sequence[Scenario], against: str
) -> str | None:  # fmt: skip
    """Say in which scenario the lever moves: the one besides that compared with, or that one."""
    others = [one for one in scenarios if one.name != against] or list(scenarios)
    if len(others) > 1:
        top.wrong("E106", "scenarios", "A goal is sought in one scenario, and several are named.",
                  "Keep one, beside the one compared with.")  # fmt: skip
    if len(others) != 1:
        return None
    lever = part.text("lever")
    for action in others[0].actions:
        if any(one.parameter == lever and one.operation != "to" for one in action.changes):
            part.wrong(
                "E106", "lever",
                f"The action “{action.name}” of “{others[0].name}” moves this by an amount.",
                "Let it set the lever with “to”, or take it out of the scenario.",
            )  # fmt: skip
            return None
    return others[0].name
