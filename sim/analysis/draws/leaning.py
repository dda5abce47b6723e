"""Leaning: on which uncertain numbers an effect leans most, and where each would turn it."""

from dataclasses import dataclass

import numpy as np

from sim.analysis.fitting import Numbers
from sim.analysis.fitting.emulator import FEWEST, fitted

EVEN_SD = 3.0**-0.5
"""Standard deviation of a spread that is even from −1 to 1."""

MOST = 3


@dataclass(frozen=True, slots=True)
class Lean:
    """One number that an effect leans on.

    number : its place among the numbers
    slope  : change of the effect for a standard deviation of the number, spread over its range
    turns  : place from −1 to 1 in its range where the effect would be nought; not a number if none
    """

    number: int
    slope: float
    turns: float


def leaning(effect: Numbers, positions: Numbers) -> list[Lean]:
    """Name the numbers that an effect leans on most, as far as runs can tell.

    effect    : (runs,) paired differences
    positions : (runs, numbers) each from −1 to 1 over its range
    returns   : the three that move it most; fewer, or none, where fewer are told from luck
    """
    known = np.isfinite(effect)
    if known.sum() < FEWEST:
        return []
    there = positions[known]
    found = fitted(there, effect[known, None], cautious=True)
    slopes, middle = found.gradients(there)[:, 0].mean(axis=0), there.mean(axis=0)
    mean = float(effect[known].mean())
    order = np.argsort(-np.abs(slopes), kind="stable")[:MOST]
    return [
        Lean(int(n), float(slopes[n]) * EVEN_SD, turning(mean, float(slopes[n]), float(middle[n])))
        for n in order
        if slopes[n]
    ]


def turning(mean: float, slope: float, middle: float) -> float:
    """Say where in a number's range an effect would be nought, others being as they are."""
    place = middle - mean / slope
    return place if abs(place) <= 1.0 else float("nan")
