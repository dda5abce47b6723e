"""Calibration table: what was published, what the model gives, and whether they agree."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from sim.analysis.intervals import Interval, mean_interval
from sim.analysis.targets import Target

NEAR = 0.30
"""A model value within this share of its target is near, even when out of tolerance."""


def calibration(targets: Sequence[Target], values: pd.DataFrame) -> pd.DataFrame:
    """Hold the model's base year against the targets.

    values  : one row for each replicate; a column for each measure
    returns : target, model mean with its interval, `verdict` (in, near, out, not compared),
              `off` (model over target, less 1)
    """
    return pd.DataFrame([row(target, values) for target in targets])


def row(target: Target, values: pd.DataFrame) -> dict[str, object]:
    """Compare one target with the replicates."""
    known = target.measure is not None and target.measure in values
    model = (
        mean_interval(values[target.measure] * target.times)
        if known
        else Interval(np.nan, np.nan, np.nan, 0)
    )
    off = model.mean / target.value - 1 if target.value else np.nan
    return {
        "name": target.name, "part": target.part, "label": target.label, "unit": target.unit,
        "counts": target.counts, "period": target.period, "source": target.source,
        "measure": target.measure, "reason": target.reason, "target": target.value,
        "tolerance": target.tolerance, "model": model.mean, "low": model.low,
        "high": model.high, "n": model.n, "off": off, "verdict": verdict(target, model.mean),
    }  # fmt: skip


def verdict(target: Target, model: float) -> str:
    """Say whether a model value agrees with its target."""
    if np.isnan(model):
        return "not compared"
    distance = abs(model - target.value)
    if distance <= target.tolerance + 1e-12:
        return "in"
    return "near" if distance <= NEAR * abs(target.value) else "out"
