"""Scores: numbers that are spread evenly over their ranges, told as standard normal ones."""

import numpy as np
from scipy.special import ndtr, ndtri

from sim.analysis.fitting import Numbers
from sim.kernel.chance import Chance

FARTHEST = 3.5
"""Score of a number at the end of its range: all but one in two thousand lie nearer."""


def even(scores: Numbers) -> Numbers:
    """Turn standard normal scores into an even spread from −1 to 1."""
    spread: Numbers = 2.0 * ndtr(scores) - 1.0
    return spread


def scored(positions: Numbers) -> Numbers:
    """Turn an even spread from −1 to 1 into standard normal scores."""
    found: Numbers = np.clip(ndtri((positions + 1.0) / 2.0), -FARTHEST, FARTHEST)
    return found


def density(scores: Numbers) -> Numbers:
    """Tell how much an even spread from −1 to 1 moves for each unit of a score."""
    found: Numbers = 2.0 * np.exp(-0.5 * scores**2) / np.sqrt(2.0 * np.pi)
    return found


def normals(luck: Chance, stream: str, step: int, shape: tuple[int, ...]) -> Numbers:
    """Draw standard normal numbers."""
    numbers: Numbers = ndtri(luck.uniforms(stream, step, np.arange(int(np.prod(shape)))))
    return numbers.reshape(shape)
