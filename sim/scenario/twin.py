"""Twins: the same scenario without the events that befall it."""

from collections.abc import Mapping
from dataclasses import replace

from sim.scenario.scenario import Scenario


def twin_of(scenario: Scenario, others: Mapping[str, Scenario]) -> str:
    """Name the scenario that is the same but for having no events; nothing if there is none."""
    if not scenario.shocks:
        return ""
    without = replace(scenario, shocks=()).meaning
    same = (name for name, one in others.items() if not one.shocks and one.meaning == without)
    return next(same, "")
