"""A counter: one thing that the ledger adds up, and what it counts."""

from dataclasses import dataclass
from typing import Literal

type Kind = Literal["flow", "stock"]
type Counts = Literal[
    "children", "families", "FTE", "people", "hours", "days", "pounds", "authorities", "level"
]
type Where = Literal["quintile", "authority"]


@dataclass(frozen=True, slots=True)
class Counter:
    """One thing counted.

    grossed : whether it is divided by the population scale to stand for real numbers
    """

    label: str
    kind: Kind
    counts: Counts
    where: Where
    grossed: bool = True


def children(kind: Kind, label: str) -> Counter:
    """Count children, by deprivation quintile."""
    return Counter(label, kind, "children", "quintile")


def staff(kind: Kind, label: str, counts: Counts = "FTE") -> Counter:
    """Count staff of an authority."""
    return Counter(label, kind, counts, "authority")


def state(label: str, kind: Kind = "stock", counts: Counts = "level") -> Counter:
    """Record a state of an authority as it is; it needs no grossing up."""
    return Counter(label, kind, counts, "authority", grossed=False)
