"""Centre: replicates at the defaults, which tell what world each target is measured in."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from sim.analysis.fitting import Numbers
from sim.calibration.ground import Ground, Told

ENOUGH = 0.5
"""Luck of one run with which it can tell a target, in SD of the target's tolerance."""


@dataclass(frozen=True)
class Centre:
    """What replicates at the defaults told.

    world : (targets,) number of the world that measures each; −1 where none does
    luck  : (targets,) standard deviation of one run there, on the target's scale
    """

    told: Told
    world: NDArray[np.int64]
    luck: Numbers


def centred(ground: Ground) -> Centre:
    """Run every world at the defaults, and say which is to measure which target."""
    asked, outputs = ground.asked, []
    for number, one in enumerate(asked.worlds, 1):
        experiment = replace(one, replicates=asked.centre)
        outputs.append(ground.outputs(f"centre-{number}", experiment))
    luck = np.array([one.std(axis=0, ddof=1) for one in outputs])
    world, own = cheapest(luck, ground.aims.errors)
    told = np.concatenate([of_world(one, world, n) for n, one in enumerate(outputs)])
    defaults = ground.space.scores(ground.space.defaults)
    return Centre(Told(np.tile(defaults, (len(told), 1)), told), world, own)


def cheapest(luck: Numbers, errors: Numbers) -> tuple[NDArray[np.int64], Numbers]:
    """Choose for each target the first world that can measure it, or else the one with least luck.

    A world whose runs never differ cannot tell a target, nor can one with runs that lack it.

    luck    : (worlds, targets) of one run, not a number where a run lacks the target
    errors  : (targets,) standard deviation that its tolerance stands for
    returns : world of each target, −1 for none; luck of one run there
    """
    able = np.isfinite(luck) & (luck > 0.0)
    left = np.where(able, luck, np.inf)
    quiet = left <= ENOUGH * errors
    world = np.where(quiet.any(axis=0), quiet.argmax(axis=0), left.argmin(axis=0))
    own = np.take_along_axis(np.where(able, luck, 0.0), world[None, :], axis=0)[0]
    return np.where(able.any(axis=0), world, -1), own


def of_world(outputs: Numbers, world: NDArray[np.int64], number: int) -> Numbers:
    """Keep the targets that a world is to measure."""
    return np.where(world == number, outputs, np.nan)
