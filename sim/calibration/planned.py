"""Planned: the runs of a calibration, and the time that they are expected to take."""

from dataclasses import replace
from typing import Any

from sim.calibration.recovery import CHECKED, POINTS
from sim.scenario import Experiment
from sim.scenario.held_against.calibration import Calibration
from sim.study.design.estimate import estimated
from sim.study.design.foretold import lasting
from sim.study.processes import cores


def planned(asked: Calibration, workers: int | None) -> dict[str, Any]:
    """Say what a calibration would run, by world, and in what time all of it."""
    many = {one.name: runs(asked, one) for one in asked.worlds}
    at_once = cores() if workers is None else workers
    seconds = sum(
        estimated(replace(one, replicates=many[one.name]), at_once).seconds for one in asked.worlds
    )
    return {
        "calibration": asked.name,
        "waves": [f"{asked.points} points over {reach:.0%} of the ranges" for reach in asked.waves],
        **{f"runs of {name}": count for name, count in many.items()},
        "workers": at_once,
        "expected": lasting(seconds),
    }


def runs(asked: Calibration, world: Experiment) -> int:
    """Count the runs of one world, those of the check of recovery included.

    A world but the last may turn out to measure nothing well enough, and is then left out.
    """
    last = world is asked.worlds[-1]
    return asked.centre + asked.points * len(asked.waves) + last * CHECKED * POINTS
