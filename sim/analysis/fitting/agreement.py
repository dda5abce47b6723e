"""Agreement: how well outputs agree with targets, given how far each may lie off."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sim.analysis.fitting import Numbers
from sim.analysis.fitting.scale import on_scale, spread
from sim.analysis.targets import Target


@dataclass(frozen=True, slots=True)
class Aims:
    """Targets on their scales.

    values : (targets,)
    errors : (targets,) standard deviations: of the tolerance, and of what the model cannot be held
             to for a reason that was given beforehand
    """

    values: Numbers
    errors: Numbers

    @classmethod
    def of(cls, targets: Sequence[Target], discrepancy: Sequence[float]) -> "Aims":
        """Take targets, each with the standard deviation of the model's own error, in its unit.

        An error in the target's unit is laid on its scale as its tolerance is.
        """
        values = [float(on_scale(one, np.array([one.value]))[0]) for one in targets]
        errors = [
            spread(one) * float(np.hypot(1.0, off / (one.tolerance / 2.0)))
            for one, off in zip(targets, discrepancy, strict=True)
        ]
        return cls(np.array(values), np.array(errors))


def implausibility(outputs: Numbers, unsure: Numbers, aims: Aims) -> Numbers:
    """Tell how many standard deviations outputs lie from their targets (Craig and others 1997).

    outputs : (points, targets), on their scales
    unsure  : (targets,) variance of outputs as they are told, beside what the targets allow
    """
    far: Numbers = np.abs(outputs - aims.values) / np.sqrt(aims.errors**2 + unsure)
    return far


def log_agreement(outputs: Numbers, unsure: Numbers, aims: Aims) -> Numbers:
    """Give the logarithm of how well points agree with all targets together: (points,).

    What no run tells is left out, for all points alike.
    """
    far = implausibility(outputs, unsure, aims)
    return np.asarray(-0.5 * np.nansum(far**2, axis=1))
