"""Search: wave after wave towards draws of the uncertain numbers that agree with the targets.

The first wave lies near the defaults, where the model nearly fits, and each reaches further into
the catalogue's ranges. An emulator of all runs so far says which points of the wider reach would
agree, and those are run; so each wave corrects the emulator where it matters.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from sim.analysis.fitting import Numbers
from sim.analysis.fitting.agreement import Aims, log_agreement
from sim.analysis.fitting.emulator import Emulator, fitted
from sim.analysis.fitting.sampling import sampled
from sim.analysis.targets import Target
from sim.calibration.centre import Centre, centred, of_world
from sim.calibration.folder import Folder
from sim.calibration.ground import Ground, Told
from sim.calibration.space import Space
from sim.scenario.held_against.calibration import Calibration

FAR = 1.0
"""How far from its target, on its scale, an output is told from one still further: 2.7 times."""

STEPS = 120
"""Of each chain of points: some ten times what they need to forget where they began."""

POINTS = "wave-{}.npz"


@dataclass(frozen=True)
class Searched:
    """What a search found.

    waves  : what each told
    agreed : (points,) log agreement by which those of the last wave were drawn
    """

    ground: Ground
    centre: Centre
    waves: tuple[Told, ...]
    agreed: Numbers

    @cached_property
    def emulator(self) -> Emulator:
        """Emulator of all that was told; it takes minutes to fit."""
        return near(sum(self.waves, self.centre.told), self.ground.aims)


def search(asked: Calibration, targets: Sequence[Target], folder: Folder) -> Searched:
    """Make every wave of a calibration that is not made yet."""
    known = tuple(one for one in targets if one.measure)
    aims = Aims.of(known, [one.discrepancy for one in known])
    ground = Ground(asked, known, aims, Space.of_catalogue(asked.solved), folder)
    centre = centred(ground)
    told, agreed = centre.told, np.zeros(0)
    waves: list[Told] = []
    for n in range(1, 1 + len(asked.waves)):
        folder.say(f"Wave {n} of {len(asked.waves)}")
        positions, agreed = kept(ground, n) or proposed(ground, n, told)
        made = run_wave(ground, n, positions, centre)
        told, waves = told + made, [*waves, made]
    return Searched(ground, centre, tuple(waves), agreed)


def proposed(ground: Ground, n: int, told: Told) -> tuple[Numbers, Numbers]:
    """Draw the points of a wave by what is known so far, and keep them.

    returns : positions, and the log agreement by which each was drawn
    """
    wave = ground.asked.waves[n - 1]
    emulator = near(told, ground.aims)
    unsure = np.nan_to_num(emulator.error) ** 2

    def agreement(drawn: Numbers) -> Numbers:
        inside = ground.space.within(wave.reach, drawn)
        return log_agreement(emulator(inside), unsure, ground.aims)

    drawn = sampled(agreement, len(ground.space.names), wave.points, STEPS, ground.asked.seed + n)
    positions, agreed = ground.space.within(wave.reach, drawn), agreement(drawn)
    np.savez(ground.folder.path / POINTS.format(n), positions=positions, agreed=agreed)
    return positions, agreed


def kept(ground: Ground, n: int) -> tuple[Numbers, Numbers] | None:
    """Give the points of a wave that were drawn before."""
    file = ground.folder.path / POINTS.format(n)
    if not file.is_file():
        return None
    with np.load(file) as read:
        return read["positions"], read["agreed"]


def near(told: Told, aims: Aims) -> Emulator:
    """Fit an emulator that takes care of what lies near the targets, not of how far the far is."""
    outputs = np.clip(told.outputs, aims.values - FAR, aims.values + FAR)
    return fitted(told.positions, outputs)


def run_wave(ground: Ground, n: int, positions: Numbers, centre: Centre) -> Told:
    """Run the points of a wave in every world that is due there."""
    outputs = np.full((len(positions), len(ground.targets)), np.nan)
    for number, world in enumerate(ground.asked.worlds):
        due = np.arange(0, len(positions), world.every)
        asked = ground.at_points(world, positions[due], ground.asked.seed + n)
        found = of_world(ground.outputs(f"wave-{n}-{number + 1}", asked), centre.world, number)
        outputs[due] = np.where(np.isfinite(found), found, outputs[due])
    return Told(positions, outputs)
