"""Search: wave after wave of points that come to agree with the targets.

Every point begins at a draw from the catalogue's ranges, drawn in towards the defaults, where the
model nearly fits. It is run, an emulator of all runs so far tells how outputs respond to the
numbers, and the point is brought to where it would agree, no further from its beginning than that
takes. Each wave reaches further into the ranges, and corrects what the last one really ran to.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from sim.analysis.fitting import Numbers
from sim.analysis.fitting.agreement import Aims
from sim.analysis.fitting.emulator import Emulator, fitted
from sim.analysis.fitting.scores import density, even, normals
from sim.analysis.fitting.updating import brought
from sim.analysis.targets import Target
from sim.calibration.centre import Centre, centred, of_world
from sim.calibration.folder import Folder
from sim.calibration.ground import Ground, Told
from sim.calibration.space import Space
from sim.kernel.chance import Chance
from sim.scenario.held_against.calibration import Calibration
from sim.scenario.varying.design import Points

FAR = 1.0
"""How far from its target, on its scale, an output is told from one still further: 2.7 times."""


@dataclass(frozen=True)
class Searched:
    """What a search found: what each of its waves told."""

    ground: Ground
    centre: Centre
    waves: tuple[Told, ...]

    @cached_property
    def emulator(self) -> Emulator:
        """Emulator of all runs near the targets; it takes minutes to fit."""
        told = sum(self.waves, self.centre.told)
        return fitted(even(told.scores), clipped(told.outputs, self.ground.aims))

    @cached_property
    def slopes(self) -> Numbers:
        """How outputs respond to scores, in the mean over the last points: (targets, numbers)."""
        scores = self.waves[-1].scores
        each = self.emulator.gradients(even(scores)) * density(scores)[:, None, :]
        mean: Numbers = each.mean(axis=0)
        return mean

    @property
    def variance(self) -> Numbers:
        """By which a run may be off its target: what the target allows, and luck: (targets,)."""
        variance: Numbers = self.ground.aims.errors**2 + self.centre.luck**2
        return variance


def search(asked: Calibration, targets: Sequence[Target], folder: Folder) -> Searched:
    """Make every wave of a calibration that is not made yet."""
    known = tuple(one for one in targets if one.measure)
    aims = Aims.of(known, [one.discrepancy for one in known])
    ground = Ground(asked, known, aims, Space.of_catalogue(asked.solved), folder)
    found = Searched(ground, centred(ground), ())
    for n in range(1, 1 + len(asked.waves)):
        folder.say(f"Wave {n} of {len(asked.waves)}")
        values = placed(ground, n)
        if values is None:
            values = ground.space.values(proposed(found) if found.waves else begun(ground, 0))
        made = run_wave(ground, n, values, found.centre)
        found = Searched(ground, found.centre, (*found.waves, made))
    return found


def placed(ground: Ground, n: int) -> Points | None:
    """Give the values of the points of a wave that was begun before."""
    there = (ground.placed(name_of(n, number)) for number in range(len(ground.asked.worlds)))
    return next((one for one in there if one is not None), None)


def name_of(n: int, number: int) -> str:
    """Name the folder of a wave's runs in one of the worlds."""
    return f"wave-{n}-{number + 1}"


def begun(ground: Ground, wave: int) -> Numbers:
    """Give where the points of a wave begin: the same draws in every wave, as far as it reaches."""
    shape = (ground.asked.points, len(ground.space.names))
    drawn = normals(Chance(ground.asked.seed, 0), "fit.start", 0, shape)
    return ground.space.within(ground.asked.waves[wave], drawn)


def erred(ground: Ground, stream: int = 0) -> Numbers:
    """Draw what each point takes its targets to be off by: (points, targets).

    Each is fitted to targets of its own, as far off as their tolerances, so that together they are
    as uncertain as the targets are.
    """
    shape = (ground.asked.points, len(ground.targets))
    drawn = normals(Chance(ground.asked.seed, 1), "fit.error", stream, shape)
    return ground.aims.errors * (drawn - drawn.mean(axis=0))


def proposed(found: Searched) -> Numbers:
    """Bring the points of the last wave to where the next is to run them."""
    ground, waves = found.ground, len(found.waves)
    last, prior = found.waves[-1], begun(ground, waves)
    off = ground.aims.values + erred(ground) - clipped(last.outputs, ground.aims)
    missed = np.maximum(np.nan_to_num(found.emulator.error) ** 2 - found.centre.luck**2, 0.0)
    doubt = 1.0 - (waves - 1) / max(len(ground.asked.waves) - 2, 1)
    return brought(prior, last.scores, off, found.emulator, found.variance + doubt * missed)


def clipped(outputs: Numbers, aims: Aims) -> Numbers:
    """Tell the far no further than far: how far the far is would drown what is near."""
    return np.clip(outputs, aims.values - FAR, aims.values + FAR)


def run_wave(ground: Ground, n: int, values: Points, centre: Centre) -> Told:
    """Run the points of a wave in every world that measures a target."""
    outputs = np.full((len(values), len(ground.targets)), np.nan)
    for number, world in enumerate(ground.asked.worlds):
        if not (centre.world == number).any():
            continue
        asked = ground.at_points(world, values, ground.asked.seed + n)
        found = of_world(ground.outputs(name_of(n, number), asked), centre.world, number)
        outputs = np.where(np.isfinite(found), found, outputs)
    return Told(ground.space.scores(np.array(values)), outputs)
