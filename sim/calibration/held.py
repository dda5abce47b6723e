"""Held: what the draws of an ensemble give, held against every target."""

import numpy as np
import pandas as pd

from sim.analysis.calibration import verdict
from sim.analysis.fitting import Numbers
from sim.analysis.fitting.scale import off_scale
from sim.calibration.ensemble import Ensemble
from sim.calibration.search import Searched

LOW, MIDDLE, HIGH = 0.05, 0.5, 0.95


def held(searched: Searched, found: Ensemble) -> pd.DataFrame:
    """Hold the draws of an ensemble against the targets.

    returns : a row for each target that has a measure: name, label, part, unit, target, tolerance,
              experiment (whose world measures it), luck (standard deviation of one run, in
              tolerances), draws (that tell it), low, median, high (5th, 50th and 95th per cent),
              off (median less target, in tolerances), verdict (in, near or out at the
              median; not compared)
    """
    ground, rows = searched.ground, []
    for n, one in enumerate(ground.targets):
        values = off_scale(one, found.told.outputs[:, n])
        low, median, high = spread(values)
        world = int(searched.centre.world[n])
        rows.append({
            "name": one.name, "label": one.label, "part": one.part, "unit": one.unit,
            "target": one.value, "tolerance": one.tolerance,
            "experiment": ground.asked.worlds[world].name if world >= 0 else "",
            "luck": searched.centre.luck[n] / ground.aims.errors[n] / 2.0,
            "draws": int(np.isfinite(values).sum()), "low": low, "median": median, "high": high,
            "off": (median - one.value) / one.tolerance, "verdict": verdict(one, median),
        })  # fmt: skip
    return pd.DataFrame(rows)


def spread(values: Numbers) -> tuple[float, float, float]:
    """Give the 5th, 50th and 95th per cent of values, those that are no number left out."""
    known = values[np.isfinite(values)]
    if not len(known):
        return np.nan, np.nan, np.nan
    low, median, high = np.quantile(known, [LOW, MIDDLE, HIGH])
    return float(low), float(median), float(high)
