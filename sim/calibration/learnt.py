"""Learnt: what the targets say of each uncertain number, and what they leave entangled.

It is told by how outputs respond to numbers near the draws, in closed form, and not by the draws
themselves, among which chance alone would entangle some.
"""

import numpy as np
import pandas as pd

from sim.analysis.fitting.updating import cover, foretold
from sim.calibration.ensemble import Ensemble
from sim.calibration.search import Searched, clipped
from sim.parameters.registry import registry

ENTANGLED = 0.3
"""Correlation beyond which two numbers are told together more than apart."""


def narrowed(searched: Searched, found: Ensemble) -> pd.DataFrame:
    """Tell how far the targets narrow each number.

    returns : a row for each number, the most narrowed first: name, label, unit, evidence, low and
              high (of its range), default, q05, median, q95 (of the draws), left (standard
              deviation left of the prior's, by the slopes), moved (mean of the draws, in the
              prior's standard deviations), by (the target that pulls at it most), pull (SD of what
              that target allows, for an SD of the prior)
    """
    space, targets = searched.ground.space, searched.ground.targets
    pulls = searched.slopes.T / np.sqrt(searched.variance)
    strongest = np.abs(pulls).argmax(axis=1)
    strength = np.take_along_axis(pulls, strongest[:, None], axis=1)[:, 0]
    quantiles = np.quantile(found.told.scores, [0.05, 0.5, 0.95], axis=0)
    q05, median, q95 = (np.array(row) for row in space.values(quantiles))
    rows = pd.DataFrame({
        "name": space.names,
        "label": [registry()[name].label for name in space.names],
        "unit": [registry()[name].unit for name in space.names],
        "evidence": [registry()[name].evidence for name in space.names],
        "low": space.lows, "high": space.highs, "default": space.defaults,
        "q05": q05, "median": median, "q95": q95,
        "left": np.sqrt(np.diag(cover(searched.slopes, searched.variance))),
        "moved": found.told.scores.mean(axis=0),
        "by": [targets[n].name for n in strongest],
        "pull": strength,
    })  # fmt: skip
    return rows.sort_values("left", kind="stable").reset_index(drop=True)


def entangled(searched: Searched) -> pd.DataFrame:
    """Tell which numbers the targets know together and not apart.

    returns : pairs by how strongly: first, second, correlation
    """
    names = searched.ground.space.names
    known = cover(searched.slopes, searched.variance)
    together = known / np.sqrt(np.outer(np.diag(known), np.diag(known)))
    one, other = np.nonzero(np.triu(np.abs(together) >= ENTANGLED, k=1))
    rows = pd.DataFrame({
        "first": [names[n] for n in one], "second": [names[n] for n in other],
        "correlation": together[one, other],
    })  # fmt: skip
    order = rows["correlation"].abs().sort_values(ascending=False, kind="stable").index
    return rows.loc[order].reset_index(drop=True)


def in_tension(searched: Searched) -> pd.DataFrame:
    """Foretell each target by all the others: one that lies far off is in tension with them.

    returns : a row for each target: name, target, foretold (by the others, on the target’s scale),
              sd (of that, with the target's own error), tension (target less foretold, in sd)
    """
    ground, last = searched.ground, searched.waves[-1]
    told = np.flatnonzero(np.isfinite(last.outputs).any(axis=0))
    aims, slopes = ground.aims.values[told], searched.slopes[told]
    ran = np.nanmean(clipped(last.outputs, ground.aims)[:, told], axis=0)
    level = ran - slopes @ last.scores.mean(axis=0)
    off, sd = foretold(aims - level, slopes, searched.variance[told])
    others = level + off
    return pd.DataFrame({
        "name": [ground.targets[n].name for n in told], "target": aims, "foretold": others,
        "sd": sd, "tension": (aims - others) / sd,
    })  # fmt: skip
