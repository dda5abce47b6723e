"""Calibration table: what was published, what the model gives, and whether they agree."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from sim.analysis.intervals import Interval, mean_interval
from sim.analysis.targets import Target
from sim.measures.statistic import STATISTICS

NEAR = 0.30
"""A model value within this share of its target is near, even when out of tolerance."""

NOT_COMPARED = "not compared"


def calibration(targets: Sequence[Target], values: pd.DataFrame) -> pd.DataFrame:
    """Hold the model's base year against the targets.

    values  : one row for each replicate; a column for each measure or statistic
    returns : target, model mean with its interval, `verdict` (in, near, out, not compared),
              `off` (model over target, less 1); `reason` why it is not compared
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
    judged = verdict(target, model.mean)
    return {
        "name": target.name, "part": target.part, "label": target.label, "unit": target.unit,
        "counts": target.counts, "period": target.period, "source": target.source,
        "measure": target.measure, "reason": reason(target, judged), "target": target.value,
        "tolerance": target.tolerance, "model": model.mean, "low": model.low,
        "high": model.high, "n": model.n, "off": off, "verdict": judged,
    }  # fmt: skip


def verdict(target: Target, model: float) -> str:
    """Say whether a model value agrees with its target."""
    if np.isnan(model):
        return NOT_COMPARED
    distance = abs(model - target.value)
    if distance <= target.tolerance + 1e-12:
        return "in"
    return "near" if distance <= NEAR * abs(target.value) else "out"


def reason(target: Target, judged: str) -> str:
    """Say why a target is not compared: in its own words, or what its statistic needs."""
    if judged != NOT_COMPARED:
        return ""
    known = STATISTICS.get(target.measure or "")
    return target.reason or (known.needs if known else "")
