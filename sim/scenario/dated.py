"""Levers by date: how far each action is in force, and what the levers then are."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sim.kernel.calendar import Calendar
from sim.scenario.place import JUDGEMENTS, Authority
from sim.scenario.policy import Action, Change
from sim.scenario.reading.values import defaults
from sim.scenario.scenario import Scenario

type Where = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Setting:
    """A lever's value on a day, and for whom.

    value : in the parameter's unit
    cells : (authority, judgement when the action starts) to which it applies
    """

    parameter: str
    value: float
    cells: tuple[Where, ...]


def part_in_force(action: Action, calendar: Calendar, week: int) -> float:
    """Give the part of an action that is in force in a week: 0 before, 1 when phased in."""
    if action.until is not None and calendar.date(week) > action.until:
        return 0.0
    since = week - calendar.week(action.start) + 1
    if since < 1:
        return 0.0
    return min(1.0, since / action.phase_in_weeks) if action.phase_in_weeks else 1.0


def changed(value: float, change: Change, part: float) -> float:
    """Give a value changed in part: to a value, by an amount, or multiplied."""
    if change.operation == "to":
        return value + part * (change.value - value)
    if change.operation == "by":
        return value + part * change.value
    return value * (1.0 + part * (change.value - 1.0))


def week_of(scenario: Scenario, day: date) -> int:
    """Give the week in which an action that begins on a day is first in force."""
    return Calendar(scenario.start).week(day)


def levers_at(scenario: Scenario, day: date) -> list[Setting]:
    """Give every lever that an action moves, as it is on a day, by authority and judgement."""
    names = dict.fromkeys(
        change.parameter for action in scenario.dated for change in action.changes
    )
    return [one for name in names for one in settings_of(scenario, name, day)]


def settings_of(scenario: Scenario, name: str, day: date) -> list[Setting]:
    """Give the values of one lever on a day, each with all to whom it applies."""
    base = {**defaults(), **scenario.parameters}
    found: dict[float, list[Where]] = {}
    for authority in scenario.authorities:
        for judgement in JUDGEMENTS:
            value = value_at(scenario, base, name, (authority, judgement), day)
            found.setdefault(value, []).append((authority.name, judgement))
    return [Setting(name, value, tuple(cells)) for value, cells in found.items()]


def value_at(
    scenario: Scenario, base: Mapping[str, float], name: str, cell: tuple[Authority, str], day: date
) -> float:
    """Give a lever's value on a day in an authority that was judged so when actions started."""
    calendar, week = Calendar(scenario.start), week_of(scenario, day)
    value = base[name]
    for action in scenario.dated:
        part = part_in_force(action, calendar, week)
        if part and action.where.matches(*cell):
            for change in action.changes:
                value = changed(value, change, part) if change.parameter == name else value
    return value
