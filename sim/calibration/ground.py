"""Ground: what a calibration stands on, and what its runs tell."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from sim.analysis.fitting import Numbers
from sim.analysis.fitting.agreement import Aims
from sim.analysis.fitting.scale import on_scale
from sim.analysis.targets import Target
from sim.calibration.folder import Folder
from sim.calibration.measured import measured
from sim.calibration.space import Space
from sim.scenario import Experiment
from sim.scenario.held_against.calibration import Calibration
from sim.scenario.varying.design import Points
from sim.scenario.varying.inputs import Inputs
from sim.study.plan import model_version


@dataclass(frozen=True)
class Told:
    """What runs told.

    scores  : (points, numbers), standard normal over each range
    outputs : (points, targets), on their scales; not a number where nothing was told
    """

    scores: Numbers
    outputs: Numbers

    def __add__(self, other: "Told") -> "Told":
        """Put the runs of two together."""
        return Told(
            np.concatenate([self.scores, other.scores]),
            np.concatenate([self.outputs, other.outputs]),
        )


@dataclass(frozen=True)
class Ground:
    """What was asked, the targets that can be measured, the uncertain numbers, and the folder."""

    asked: Calibration
    targets: tuple[Target, ...]
    aims: Aims
    space: Space
    folder: Folder

    def outputs(self, name: str, experiment: Experiment) -> Numbers:
        """Give what runs tell of the targets, on their scales; make those that are missing.

        returns : (replicates, targets), not a number where a run failed
        """
        found = self.told(name, experiment)
        return np.column_stack([on_scale(one, found[one.name].to_numpy()) for one in self.targets])

    def told(self, name: str, experiment: Experiment) -> pd.DataFrame:
        """Give all that is kept of some runs: a row for each replicate, as `measured` has them.

        Where runs began at points, columns for their numbers come first.
        """
        if not self.folder.keeps(name):
            found = measured(self.folder.runs(name, experiment), self.targets)
            rows = found.set_index("replicate").reindex(range(experiment.replicates))
            asked = experiment.inputs
            points = pd.DataFrame(asked.rows, columns=list(asked.numbers)) if asked else None
            self.folder.keep(name, pd.concat([points, rows.reset_index(drop=True)], axis=1))
        return self.folder.table(name)

    def placed(self, name: str) -> Points | None:
        """Give the points of runs that were begun before."""
        if self.folder.keeps(name):
            points = self.folder.table(name)[list(self.space.names)]
            return tuple(map(tuple, points.to_numpy()))
        asked = self.folder.begun(name)
        return asked.inputs.rows if asked and asked.inputs else None

    def at_points(self, world: Experiment, rows: Points, seed: int) -> Experiment:
        """Give a world's experiment at some points, by their values, each with luck of its own."""
        inputs = Inputs(model_version(), self.space.names, tuple(range(1, 1 + len(rows))), rows)
        return replace(world, inputs=inputs, replicates=len(rows), seed=seed)
