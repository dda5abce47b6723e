"""Planned: the runs of a calibration, and the time that they are expected to take."""

from dataclasses import replace
from typing import Any

from sim.calibration.recovery import CHECKED, POINTS
from sim.scenario.held_against.calibration import Calibration, World
from sim.study.design.estimate import estimated
from sim.study.design.foretold import lasting
from sim.study.processes import cores


def planned(asked: Calibration, workers: int | None) -> dict[str, Any]:
    """Say what a calibration would run, by world, and in what time all of it."""
    many = {one.experiment.name: runs(asked, one) for one in asked.worlds}
    at_once = cores() if workers is None else workers
    seconds = sum(
        estimated(replace(one.experiment, replicates=many[one.experiment.name]), at_once).seconds
        for one in asked.worlds
    )
    return {
        "calibration": asked.name,
        "waves": [f"{one.points} points over {one.reach:.0%} of the ranges" for one in asked.waves],
        **{f"runs of {name}": count for name, count in many.items()},
        "workers": at_once,
        "expected": lasting(seconds),
    }


def runs(asked: Calibration, world: World) -> int:
    """Count the runs of one world, those of the ensemble and of the check of recovery included."""
    waves = sum(-(-one.points // world.every) for one in asked.waves)
    first = world is asked.worlds[0]
    return asked.centre + waves + asked.draws * (world.every > 1) + first * CHECKED * POINTS
