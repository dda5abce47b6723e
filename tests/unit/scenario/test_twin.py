"""Twins: the same scenario without its events."""

from sim.scenario import load_scenario
from sim.scenario.twin import twin_of

NAMES = ("baseline", "high-blame", "low-blame", "death-with-high-blame", "death-with-low-blame")
KNOWN = {name: load_scenario(name) for name in NAMES}


def test_a_scenario_with_an_event_finds_itself_without_it():
    assert twin_of(KNOWN["death-with-high-blame"], KNOWN) == "high-blame"
    assert twin_of(KNOWN["death-with-low-blame"], KNOWN) == "low-blame"


def test_one_without_events_has_no_twin():
    assert twin_of(KNOWN["high-blame"], KNOWN) == ""


def test_another_policy_is_no_twin():
    others = {name: one for name, one in KNOWN.items() if name != "high-blame"}
    assert twin_of(KNOWN["death-with-high-blame"], others) == ""
