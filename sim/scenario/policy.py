"""What a policy is made of: dated actions in places at a cost; and the events that befall it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from sim.scenario.place import Authority

type Operation = Literal["to", "by", "multiply"]
type Chosen = Literal["one", "all"]


@dataclass(frozen=True, slots=True)
class Where:
    """Which authorities; an empty tuple excludes none."""

    names: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    help_and_protection: tuple[str, ...] = ()

    def matches(self, authority: Authority, judgement: str) -> bool:
        """Whether an authority is meant, given its judgement when the action starts."""
        return (
            (not self.names or authority.name in self.names)
            and (not self.kinds or authority.kind in self.kinds)
            and (not self.regions or authority.region in self.regions)
            and (not self.help_and_protection or judgement in self.help_and_protection)
        )


@dataclass(frozen=True, slots=True)
class Change:
    """One lever moved: to a value, by an amount, or multiplied."""

    parameter: str
    operation: Operation
    value: float

    def moved(self, before: float) -> float:
        """Give the value to which it brings a lever, when wholly in force."""
        if self.operation == "to":
            return self.value
        return before + self.value if self.operation == "by" else before * self.value


@dataclass(frozen=True, slots=True)
class Cost:
    """Price of an action for all the places it applies to, at their real size.

    set_up : pounds, spent once when it starts
    yearly : pounds a year while it lasts
    prices : financial year whose prices these are, "2025-26"
    """

    set_up: float = 0.0
    yearly: float = 0.0
    prices: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """Levers moved from one date to another.

    until          : last day on which it holds; None for as long as the run lasts
    phase_in_weeks : weeks over which it moves evenly from the earlier values
    """

    name: str
    title: str
    start: date
    until: date | None
    phase_in_weeks: int
    where: Where
    changes: tuple[Change, ...]
    cost: Cost


@dataclass(frozen=True, slots=True)
class Shock:
    """An event, and nothing else: what follows from it is the model's.

    until  : last day of an event that lasts
    chosen : whether it befalls one of the matching authorities, drawn at random, or all
    size   : in the unit that sim.scenario.shocks gives for the kind
    agency : the partner agency that closes
    """

    kind: str
    start: date
    until: date | None
    where: Where
    chosen: Chosen
    size: float
    agency: str | None
