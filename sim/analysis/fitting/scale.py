"""Scale: how a target is compared: rates by their logarithm, shares by their odds."""

from typing import Literal

import numpy as np

from sim.analysis.fitting import Numbers
from sim.analysis.targets import Target

type Kind = Literal["plain", "odds", "ratio"]

PERCENT = 100.0
LEAST_SHARE, LEAST_RATIO = 0.001, 0.02
"""Nearest that a share comes to none or all, and the least of a rate, of its target: a world in
which nothing happens is far from a target, not infinitely far."""

WITHIN = 2.0
"""Standard deviations that a tolerance holds: about nineteen in twenty."""


def kind(target: Target) -> Kind:
    """Say on which scale a target is compared."""
    if target.unit == "correlation":
        return "plain"
    return "odds" if target.unit.startswith("%") else "ratio"


def on_scale(target: Target, values: Numbers) -> Numbers:
    """Lay values of a target's measure, in its unit, on its scale."""
    how = kind(target)
    if how == "plain":
        return np.asarray(values, dtype=float)
    if how == "odds":
        share = np.clip(np.asarray(values) / PERCENT, LEAST_SHARE, 1.0 - LEAST_SHARE)
        return np.asarray(np.log(share / (1.0 - share)))
    return np.asarray(np.log(np.maximum(values, LEAST_RATIO * target.value)))


def off_scale(target: Target, laid: Numbers) -> Numbers:
    """Bring values back from a target's scale to its unit."""
    how = kind(target)
    if how == "plain":
        return np.asarray(laid, dtype=float)
    if how == "odds":
        return np.asarray(PERCENT / (1.0 + np.exp(-np.asarray(laid))))
    return np.asarray(np.exp(laid))


def spread(target: Target) -> float:
    """Give the standard deviation that a target's tolerance stands for, on its scale."""
    ends = np.array([target.value - target.tolerance, target.value + target.tolerance])
    low, high = on_scale(target, ends)
    return float(high - low) / (2.0 * WITHIN)
