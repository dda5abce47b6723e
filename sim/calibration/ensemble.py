"""Ensemble: the points of a calibration's last wave that agree best, as they ran."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sim.analysis.fitting import Numbers
from sim.analysis.fitting.agreement import log_agreement
from sim.analysis.fitting.updating import log_share
from sim.calibration.ground import Told
from sim.calibration.search import Searched


@dataclass(frozen=True)
class Ensemble:
    """Draws that agree with the targets, each as likely as another.

    chosen : (draws,) their places in the last wave
    told   : their scores, and what they gave
    off    : (draws,) how far each lies from its targets: root of the mean square, in what targets
             and luck allow
    share  : log to base ten of the share of the prior that the targets leave, by the slopes there
    """

    chosen: NDArray[np.int64]
    told: Told
    off: Numbers
    share: float


def ensemble(searched: Searched) -> Ensemble:
    """Take the draws of the last wave that agree best."""
    asked, last = searched.ground.asked, searched.waves[-1]
    agreed = log_agreement(last.outputs, searched.centre.luck**2, searched.ground.aims)
    ran = np.flatnonzero(np.isfinite(last.outputs).any(axis=1))
    chosen = np.sort(ran[np.argsort(-agreed[ran], kind="stable")][: asked.draws])
    told = Told(last.scores[chosen], last.outputs[chosen])
    known = np.isfinite(told.outputs).sum(axis=1)
    off = np.sqrt(-2.0 * agreed[chosen] / known)
    return Ensemble(chosen, told, off, log_share(searched.slopes, searched.variance))


def table(searched: Searched, found: Ensemble) -> pd.DataFrame:
    """Lay out the draws: columns draw, weight and one for each number, in its unit."""
    space = searched.ground.space
    values = pd.DataFrame(space.values(found.told.scores), columns=list(space.names))
    values.insert(0, "draw", np.arange(1, 1 + len(values)))
    values.insert(1, "weight", np.full(len(values), 1.0 / len(values)))
    return values
