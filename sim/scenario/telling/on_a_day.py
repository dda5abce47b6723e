"""A scenario on one day, in words: which actions are in force, and what the levers then are."""

from datetime import date

from sim.kernel.calendar import Calendar
from sim.kernel.errors import InputError
from sim.kernel.quantities import CASES, formatted
from sim.parameters.registry import registry
from sim.scenario.dated import Setting, levers_at, part_in_force, week_of
from sim.scenario.place import JUDGEMENTS
from sim.scenario.policy import Action, Shock
from sim.scenario.reading.days import NotADate, first_day
from sim.scenario.reading.values import defaults
from sim.scenario.scenario import Scenario
from sim.scenario.telling.show import Row, shock_words, written

DIGITS = 4


def read_day(text: str, scenario: Scenario) -> date:
    """Read a day of a run from the command line: 2028-04, 2028-04-06 or “year 3”."""
    try:
        day = first_day(text, scenario.start)
    except NotADate as wrong:
        raise InputError.command_line(wrong.message, wrong.advice) from wrong
    if not scenario.start <= day <= scenario.end:
        raise InputError.command_line(
            f"{day} is not within the run, {scenario.start} to {scenario.end}.",
            "Give a day of the run.",
        )
    return day


def show_at(scenario: Scenario, day: date) -> str:
    """Write what holds on one day: actions, events and levers, each with its line."""
    monday = Calendar(scenario.start).date(week_of(scenario, day))
    rows: list[Row] = [(f"{scenario.name} on {day}, in the week of {monday}", "scenario")]
    rows += [action_row(scenario, law, day, "law") for law in scenario.law]
    rows += [action_row(scenario, action, day) for action in scenario.actions]
    rows += [
        (f"  {shock_words(one)}", f"shocks.{number}")
        for number, one in enumerate(scenario.shocks)
        if lasts_on(one, day)
    ]
    found = levers_at(scenario, day)
    rows += [("Levers that its actions move", "")] if found else []
    rows += [(lever_words(scenario, one), "") for one in found]
    return written(rows, scenario.origins)


def as_content(scenario: Scenario, day: date) -> dict[str, object]:
    """Give the same as one document."""
    return {
        "scenario": scenario.name,
        "day": str(day),
        "actions": {
            one.name: part_in_force(one, Calendar(scenario.start), week_of(scenario, day))
            for one in scenario.dated
        },
        "levers": [
            {"parameter": one.parameter, "value": one.value, "where": words(scenario, one)}
            for one in levers_at(scenario, day)
        ],
    }


def action_row(scenario: Scenario, action: Action, day: date, section: str = "actions") -> Row:
    """Say how far an action is in force."""
    part = part_in_force(action, Calendar(scenario.start), week_of(scenario, day))
    if part:
        state = "in force" if part == 1.0 else f"{100 * part:.0f}% phased in"
    else:
        state = "ended" if action.until and action.until < day else "not yet in force"
    return f"  {action.name}: {state}", f"{section}.{action.name}"


def lasts_on(shock: Shock, day: date) -> bool:
    """Whether an event has begun and is not over; one without a last day has its day alone."""
    return shock.start <= day <= (shock.until or shock.start)


def lever_words(scenario: Scenario, setting: Setting) -> str:
    """Say what a lever is on a day and where, and what it was before any action."""
    unit = registry()[setting.parameter].unit
    before = {**defaults(), **scenario.parameters}[setting.parameter]
    was = f", instead of {shown(before, unit)}" if before != setting.value else ""
    where = words(scenario, setting)
    return f"  {setting.parameter}: {shown(setting.value, unit)}{where}{was}"


def shown(value: float, unit: str) -> str:
    """Write a value with the digits that matter; no cap is none."""
    if unit == CASES and not value:
        return "none"
    return formatted(float(f"{value:.{DIGITS}g}"), unit)


def words(scenario: Scenario, setting: Setting) -> str:
    """Say for whom a value holds; nothing if for all."""
    names = tuple(one.name for one in scenario.authorities if is_among(one.name, setting))
    judged = tuple(one for one in JUDGEMENTS if is_among(one, setting))
    if len(names) * len(judged) != len(setting.cells):
        cells = " or ".join(f"{name} if {judgement}" for name, judgement in setting.cells)
        return f" in {cells} when the action began"
    where = f" in {', '.join(names)}" if len(names) < len(scenario.authorities) else ""
    when = f" where {' or '.join(judged)} when the action began"
    return where + (when if len(judged) < len(JUDGEMENTS) else "")


def is_among(word: str, setting: Setting) -> bool:
    """Whether a name or a judgement is in any of a setting's cells."""
    return any(word in cell for cell in setting.cells)
