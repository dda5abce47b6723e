"""Weighing: how much each point of an ensemble counts, once it has been run."""

import numpy as np
from scipy.optimize import brentq

from sim.analysis.fitting import Numbers


def effective(weights: Numbers) -> float:
    """Give the number of evenly weighted points that tell as much as these (Kish 1965)."""
    return float(weights.sum() ** 2 / (weights**2).sum())


def powered(log_ratios: Numbers, power: float) -> Numbers:
    """Give weights that add up to one: ratios to a power."""
    raw = np.exp(power * (log_ratios - log_ratios.max()))
    weights: Numbers = raw / raw.sum()
    return weights


def weighed(log_ratios: Numbers, fewest: float) -> tuple[Numbers, float]:
    """Weigh points by how much better they agree than was foretold of them.

    Weights take the largest power of the ratios, at most one, that leaves so many effective points:
    with dozens of targets the whole ratio would leave a handful, by luck.

    log_ratios : (points,) log agreement as run, less that by which the point was drawn
    fewest     : effective points to keep
    returns    : weights, and the power
    """
    if effective(powered(log_ratios, 1.0)) >= fewest:
        return powered(log_ratios, 1.0), 1.0
    power = float(brentq(lambda p: effective(powered(log_ratios, p)) - fewest, 0.0, 1.0))
    return powered(log_ratios, power), power
