"""Scenarios: a YAML file becomes a checked, frozen scenario or experiment."""

from sim.scenario.expectation import Expectation
from sim.scenario.experiment import altered, compare, load_any, load_experiment
from sim.scenario.load import load_place, load_scenario
from sim.scenario.place import Authority
from sim.scenario.policy import Action, Change, Cost, Shock, Where
from sim.scenario.scenario import Experiment, Scenario

__all__ = [
    "Action",
    "Authority",
    "Change",
    "Cost",
    "Expectation",
    "Experiment",
    "Scenario",
    "Shock",
    "Where",
    "altered",
    "compare",
    "load_any",
    "load_experiment",
    "load_place",
    "load_scenario",
]
