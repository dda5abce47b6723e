"""The numbers in force: defaults, place, scenario, and the dated actions of the policy."""

from dataclasses import dataclass, fields
from typing import Any, get_type_hints

import numpy as np

from sim.kernel.calendar import Calendar
from sim.parameters.allocation import Allocation
from sim.parameters.casework import Casework
from sim.parameters.catalogue import Parameters
from sim.parameters.decisions import Decisions
from sim.parameters.families import Families
from sim.parameters.front_door import FrontDoor
from sim.parameters.inspection import Inspection
from sim.parameters.intervention import Intervention
from sim.parameters.leadership import Leadership
from sim.parameters.loops import Couplings, Loops
from sim.parameters.management import Management
from sim.parameters.market import Market
from sim.parameters.media import Media
from sim.parameters.money import Money
from sim.parameters.outcomes import Outcomes
from sim.parameters.partners import Partners
from sim.parameters.section import declared
from sim.parameters.workforce import Workforce
from sim.scenario import Action, Scenario
from sim.scenario.dated import changed, part_in_force
from sim.state.columns import Rows, Views, column

GRADES = ("inadequate", "requires improvement", "good", "outstanding")


@dataclass(slots=True)
class Rates:
    """One table for each section of the catalogue: a row for each authority."""

    families: Rows[Families]
    partners: Rows[Partners]
    front_door: Rows[FrontDoor]
    allocation: Rows[Allocation]
    casework: Rows[Casework]
    decisions: Rows[Decisions]
    outcomes: Rows[Outcomes]
    workforce: Rows[Workforce]
    market: Rows[Market]
    management: Rows[Management]
    leadership: Rows[Leadership]
    inspection: Rows[Inspection]
    intervention: Rows[Intervention]
    media: Rows[Media]
    money: Rows[Money]
    loops: Rows[Loops]
    couplings: Rows[Couplings]

    def viewed(self) -> "Rates":
        """Give the same numbers as agents read them."""
        return Rates(**{part.name: Views(getattr(self, part.name)) for part in fields(self)})

    def set(self, name: str, authority: int, value: float) -> None:
        """Set one number in one authority."""
        section, field = name.split(".")
        column(getattr(self, section), field)[authority] = value

    def get(self, name: str, authority: int) -> float:
        """Read one number in one authority."""
        section, field = name.split(".")
        return float(column(getattr(self, section), field)[authority])


def in_force(setting: Scenario) -> Rates:
    """Put together the numbers that hold at a scenario's start."""
    rates = Rates(
        **{name: table(kind, len(setting.authorities)) for name, kind in sections().items()}
    )
    for a, authority in enumerate(setting.authorities):
        for name, value in {**authority.parameters, **setting.parameters}.items():
            rates.set(name, a, value)
        for section, switches in (("loops", setting.loops_off), ("couplings", setting.uncoupled)):
            for switch in switches:
                rates.set(f"{section}.{switch}", a, 0.0)
    return rates


def sections() -> dict[str, type[Any]]:
    """List the sections of the catalogue."""
    return get_type_hints(Parameters)


def table(section: type[Any], rows: int) -> Rows[Any]:
    """Make a section's table, filled with its defaults."""
    numbers = declared(section)
    made = np.zeros(rows, np.dtype([(name, np.float64) for name in numbers], align=True))
    for name, number in numbers.items():
        made[name] = number.default
    return made


class Timeline:
    """The law and the policy's dated actions, laid over the numbers in force, week by week."""

    def __init__(self, setting: Scenario, rates: Rates) -> None:
        """Remember the numbers that actions change, as they were."""
        self.setting, self.rates = setting, rates
        self.calendar = Calendar(setting.start)
        self.before = {
            (change.parameter, a): rates.get(change.parameter, a)
            for action in setting.dated
            for change in action.changes
            for a in range(len(setting.authorities))
        }
        self.meant: dict[str, tuple[bool, ...]] = {}

    def apply(self, week: int, grades: list[int]) -> None:
        """Set the numbers of a week.

        grades : each authority's judgement now, which `where` rules look at when an action starts
        """
        values = dict(self.before)
        for action in self.setting.dated:
            if part := part_in_force(action, self.calendar, week):
                self.lay(action, part, grades, values)
        for (name, a), value in values.items():
            self.rates.set(name, a, value)

    def holds(self, action: Action, week: int) -> bool:
        """Whether an action is in force."""
        return part_in_force(action, self.calendar, week) > 0

    def lay(
        self, action: Action, part: float, grades: list[int], values: dict[tuple[str, int], float]
    ) -> None:
        """Lay the part of an action that is in force over the values of a week."""
        if action.name not in self.meant:
            self.meant[action.name] = tuple(
                action.where.matches(authority, GRADES[grade])
                for authority, grade in zip(self.setting.authorities, grades, strict=True)
            )
        for change in action.changes:
            for a, meant in enumerate(self.meant[action.name]):
                if meant:
                    key = (change.parameter, a)
                    values[key] = changed(values[key], change, part)
