"""Duration: how long the runs of an experiment will take, from a sample that is timed."""

from time import perf_counter

from sim.kernel.calendar import Calendar
from sim.model import ChildrensServices
from sim.scenario import Experiment
from sim.study.replicate import past_of

FIRST, SAMPLE = 4, 26
"""Weeks that are run before the clock starts, and those that are timed."""


def expected_seconds(experiment: Experiment, workers: int) -> float:
    """Time half a year of the first scenario, and multiply; the past is built if it has to be."""
    scenario = experiment.scenarios[0]
    snapshot = past_of(scenario, experiment.seed, 0)
    model = ChildrensServices(scenario, experiment.seed, 0, snapshot)
    for _ in range(FIRST):
        model.step()
    started = perf_counter()
    for _ in range(SAMPLE):
        model.step()
    each = (perf_counter() - started) / SAMPLE
    weeks = sum(Calendar(one.start).week(one.end) + 1 for one in experiment.scenarios)
    return each * weeks * experiment.replicates / max(1, workers)
