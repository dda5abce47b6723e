"""A fractional factorial design: every lever at one end of its range, in 32 arrangements."""

from dataclasses import replace

from scipy.linalg import hadamard

from sim.parameters.registry import registry
from sim.scenario import Action, Change, Cost, Scenario, Where

CORNERS = 32
COLUMNS = CORNERS - 1


def levers() -> list[str]:
    """List the dotted names of all levers."""
    return [name for name, one in registry().items() if one.role == "lever"]


def corner(number: int) -> dict[str, float]:
    """Give the value of each lever at one corner.

    Columns of a Hadamard matrix (Plackett and Burman 1946) set each lever low in half of the
    corners and high in the other. Levers beyond 31 share a column with another, turned round: the
    design asks whether the model holds, not which lever does what.
    """
    signs = hadamard(CORNERS)[number]
    every, values = registry(), {}
    for place, name in enumerate(levers()):
        sign = signs[1 + place % COLUMNS] * (-1) ** (place // COLUMNS)
        values[name] = every[name].high if sign > 0 else every[name].low
    return values


def at_corner(scenario: Scenario, number: int) -> Scenario:
    """Move every lever to a corner on the first day; the past stays."""
    changes = tuple(Change(name, "to", value) for name, value in corner(number).items())
    action = Action("corner", f"corner {number}", scenario.start, None, 0, Where(), changes, Cost())
    return replace(scenario, name=f"corner-{number}", actions=(*scenario.actions, action))
