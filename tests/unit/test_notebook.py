"""The package as a notebook sees it."""

import subprocess
import sys

import pytest

import sim
from sim.kernel.errors import InputError
from sim.scenario import Experiment, Scenario

HEAVY = {"numba", "mesa", "pandas", "scipy", "matplotlib", "pyarrow", "pydantic"}


def test_importing_the_package_costs_nothing():
    code = "import sys, sim; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert not HEAVY & set(loaded.stdout.split())


def test_what_is_promised_is_there():
    assert {name for name in vars(sim) if callable(getattr(sim, name))} >= set(sim.__all__)


def test_a_name_loads_a_scenario_or_an_experiment():
    assert isinstance(sim.load("baseline"), Scenario)
    assert isinstance(sim.load("demo"), Experiment)


def test_scenarios_are_asked_against_the_baseline():
    asked = sim.asked(sim.load("caseload-cap"), replicates=3, seed=5)
    assert [one.name for one in asked.scenarios] == ["baseline", "caseload-cap"]
    assert (asked.against, asked.replicates, asked.seed) == ("baseline", 3, 5)


def test_an_experiment_keeps_what_is_not_asked_otherwise():
    demo = sim.load("demo")
    assert sim.asked("demo") == sim.asked(demo) == demo


def test_a_name_nobody_knows_is_told():
    with pytest.raises(InputError, match="no scenario called “basline”"):
        sim.load("basline")
