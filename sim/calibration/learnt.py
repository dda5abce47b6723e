"""Learnt: what the targets say of each uncertain number, and what they leave entangled.

It is told by points that the emulator finds to agree, of which there can be thousands, and not by
the draws of the ensemble, among which chance alone would entangle some.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from sim.analysis.fitting import Numbers
from sim.analysis.fitting.agreement import Aims, log_agreement
from sim.analysis.fitting.emulator import Emulator
from sim.analysis.fitting.sampling import sampled
from sim.calibration.search import Searched
from sim.parameters.registry import registry

CHAINS, STEPS, KEEP = 250, 160, 8
EVEN_SD = 3.0**-0.5
"""Standard deviation of a spread that is even from −1 to 1."""

ENTANGLED = 0.3
"""Correlation beyond which two numbers are told together more than apart."""


@dataclass(frozen=True)
class Learnt:
    """What the targets leave of the prior.

    points : (points, numbers), from −1 to 1 over each range
    """

    searched: Searched
    emulator: Emulator
    points: Numbers


def learnt(searched: Searched) -> Learnt:
    """Draw points from all that the prior and the targets say together."""
    emulator = searched.emulator
    return Learnt(searched, emulator, agreeing(searched, emulator, searched.ground.aims, keep=KEEP))


def agreeing(
    searched: Searched, emulator: Emulator, aims: Aims, steps: int = STEPS, keep: int = 1,
    turn: int = 0,
) -> Numbers:  # fmt: skip
    """Draw points that an emulator finds to agree with aims; one that is no number counts not.

    turn : other luck for another turn
    """
    unsure = np.nan_to_num(emulator.error) ** 2
    many, seed = len(searched.ground.space.names), searched.ground.asked.seed + turn

    def agreement(points: Numbers) -> Numbers:
        return log_agreement(emulator(points), unsure, aims)

    return sampled(agreement, many, CHAINS, steps, seed, keep)


def narrowed(found: Learnt) -> pd.DataFrame:
    """Tell how far the targets narrow each number.

    returns : a row for each number, the most narrowed first: name, label, unit, evidence, low and
              high (of its range), default, q05, median, q95, left (standard deviation left of the
              prior's), moved (of its mean, in the prior's standard deviations), by (the target that
              pulls at it most), pull (SD of that target’s error, for an SD of the prior)
    """
    space, targets = found.searched.ground.space, found.searched.ground.targets
    errors = np.hypot(found.searched.ground.aims.errors, np.nan_to_num(found.emulator.error))
    pulls = found.emulator.slopes(found.points) * EVEN_SD / errors
    strongest = np.abs(pulls).argmax(axis=1)
    strength = np.take_along_axis(pulls, strongest[:, None], axis=1)[:, 0]
    quantiles = np.quantile(found.points, [0.05, 0.5, 0.95], axis=0)
    q05, median, q95 = (np.array(row) for row in space.values(quantiles))
    left = found.points.std(axis=0) / EVEN_SD
    rows = pd.DataFrame({
        "name": space.names,
        "label": [registry()[name].label for name in space.names],
        "unit": [registry()[name].unit for name in space.names],
        "evidence": [registry()[name].evidence for name in space.names],
        "low": space.lows, "high": space.highs, "default": space.defaults,
        "q05": q05, "median": median, "q95": q95, "left": left,
        "moved": found.points.mean(axis=0) / EVEN_SD,
        "by": [targets[n].name for n in strongest],
        "pull": strength,
    })  # fmt: skip
    return rows.sort_values("left", kind="stable").reset_index(drop=True)


def entangled(found: Learnt) -> pd.DataFrame:
    """Tell which numbers the targets know together and not apart.

    returns : pairs by how strongly: first, second, correlation
    """
    names = found.searched.ground.space.names
    together = np.asarray(np.corrcoef(found.points, rowvar=False))
    one, other = np.nonzero(np.triu(np.abs(together) >= ENTANGLED, k=1))
    rows = pd.DataFrame({
        "first": [names[n] for n in one], "second": [names[n] for n in other],
        "correlation": together[one, other],
    })  # fmt: skip
    order = rows["correlation"].abs().sort_values(ascending=False, kind="stable").index
    return rows.loc[order].reset_index(drop=True)


def foretold(found: Learnt) -> pd.DataFrame:
    """Foretell each target by all the others: one that lies far off is in tension with them.

    returns : a row for each target: name, target, low, median, high (5th, 50th and 95th per cent,
              on the target’s scale), tension (SD of the target’s error and of what is foretold)
    """
    searched, rows = found.searched, []
    aims = searched.ground.aims
    for n, one in enumerate(searched.ground.targets):
        if searched.centre.world[n] < 0:
            continue
        others = np.where(np.arange(len(aims.values)) == n, np.nan, aims.values)
        points = agreeing(searched, found.emulator, Aims(others, aims.errors), STEPS // 2)
        told = found.emulator(points)[:, n]
        error = np.sqrt(told.var() + aims.errors[n] ** 2 + found.emulator.error[n] ** 2)
        low, median, high = np.quantile(told, [0.05, 0.5, 0.95])
        rows.append({
            "name": one.name, "target": aims.values[n], "low": low, "median": median, "high": high,
            "tension": (aims.values[n] - told.mean()) / error,
        })  # fmt: skip
    return pd.DataFrame(rows)
