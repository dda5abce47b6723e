"""The feedback loops of the model, and which of them a scenario switches off."""

from sim.parameters.loops import Loop, Loops
from sim.parameters.section import declared
from sim.scenario.scenario import Scenario

COLUMNS = ("loop", "kind", "group", "runs", "chain")
ON, OFF = "on", "off"


def loops() -> dict[str, Loop]:
    """Give every loop that has a switch, by name."""
    return {name: one for name, one in declared(Loops).items() if isinstance(one, Loop)}


def groups() -> dict[str, list[str]]:
    """Give the names of the loops of each group, in the order of the registry."""
    found: dict[str, list[str]] = {}
    for name, one in loops().items():
        found.setdefault(one.group, []).append(name)
    return found


def rows(scenario: Scenario) -> list[list[str]]:
    """Write a row for each loop: its kind, its group, whether it runs, and its chain of causes."""
    return [
        [name, one.kind, one.group, OFF if name in scenario.loops_off else ON, one.label]
        for name, one in loops().items()
    ]
