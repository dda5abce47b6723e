"""Ensemble: the draws of a calibration's last wave that agree best, weighed by how they ran."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sim.analysis.fitting import Numbers
from sim.analysis.fitting.agreement import log_agreement
from sim.analysis.fitting.emulator import Emulator
from sim.analysis.fitting.sampling import log_share
from sim.analysis.fitting.weighing import effective, weighed
from sim.calibration.centre import of_world
from sim.calibration.ground import Told
from sim.calibration.search import Searched

IMPLAUSIBLE = 3.0
"""Standard deviations from a target beyond which a point is ruled out (Pukelsheim 1994)."""

LET_OFF = 3
"""Targets that may rule nothing out: those that a point misses most (Vernon and others 2010)."""

CHAINS, STEPS = 400, 8


@dataclass(frozen=True)
class Ensemble:
    """Draws that agree with the targets.

    chosen    : (draws,) their places in the last wave
    told      : their positions, and what they gave in every world
    weights   : (draws,) that add up to one
    effective : evenly weighted draws that they are worth
    power     : to which the ratio of agreement as run to agreement foretold was taken
    share     : log to base ten of the share of the prior that is not ruled out
    """

    chosen: NDArray[np.int64]
    told: Told
    weights: Numbers
    effective: float
    power: float
    share: float


def ensemble(searched: Searched) -> Ensemble:
    """Take the draws of the last wave that count most, and run them in every world."""
    asked, emulator = searched.ground.asked, searched.emulator
    last = searched.waves[-1]
    ratios = agreement(searched, filled(last, emulator)) - searched.agreed
    ran = np.flatnonzero(np.isfinite(last.outputs).any(axis=1))
    chosen = np.sort(ran[np.argsort(-ratios[ran], kind="stable")][: asked.draws])
    told = everywhere(searched, Told(last.positions[chosen], last.outputs[chosen]))
    agreed = agreement(searched, filled(told, emulator)) - searched.agreed[chosen]
    weights, power = weighed(agreed, asked.effective)
    share = left(searched, emulator)
    return Ensemble(chosen, told, weights, effective(weights), power, share)


def agreement(searched: Searched, outputs: Numbers) -> Numbers:
    """Tell how well outputs as run agree with the targets, but for the luck of one run."""
    return log_agreement(outputs, searched.centre.luck**2, searched.ground.aims)


def filled(told: Told, emulator: Emulator) -> Numbers:
    """Fill in what no run told by what the emulator tells: (points, targets)."""
    return np.where(np.isfinite(told.outputs), told.outputs, emulator(told.positions))


def everywhere(searched: Searched, chosen: Told) -> Told:
    """Run draws in the worlds that only some points of their wave were run in."""
    ground, outputs = searched.ground, chosen.outputs
    for number, world in enumerate(ground.asked.worlds):
        if world.every == 1:
            continue
        asked = ground.at_points(world, chosen.positions, ground.asked.seed)
        found = ground.outputs(f"draws-{number + 1}", asked)
        own = of_world(found, searched.centre.world, number)
        outputs = np.where(np.isfinite(own), own, outputs)
    return Told(chosen.positions, outputs)


def left(searched: Searched, emulator: Emulator) -> float:
    """Tell the share of the prior that the targets leave, as a logarithm to base ten."""
    aims, unsure = searched.ground.aims, np.nan_to_num(emulator.error) ** 2
    errors = np.sqrt(aims.errors**2 + unsure)

    def far(positions: Numbers) -> Numbers:
        off = np.nan_to_num(np.abs(emulator(positions) - aims.values) / errors)
        found: Numbers = np.partition(off, -1 - LET_OFF, axis=1)[:, -1 - LET_OFF]
        return found

    return log_share(far, len(searched.ground.space.names), CHAINS, STEPS, 1, IMPLAUSIBLE)


def table(searched: Searched, found: Ensemble) -> pd.DataFrame:
    """Lay out the draws: columns draw, weight and one for each number, in its unit."""
    space = searched.ground.space
    values = pd.DataFrame(space.values(found.told.positions), columns=list(space.names))
    values.insert(0, "draw", np.arange(1, 1 + len(values)))
    values.insert(1, "weight", found.weights)
    return values
