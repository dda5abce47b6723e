"""Responses: how outputs move with hundreds of inputs, told by not many more runs.

Ridge regression (Hoerl and Kennard 1970), the penalty of each output chosen by leaving out one run
at a time (Golub, Heath and Wahba 1979). Every input keeps a slope, however small: of hundreds that
each move an output a little, a choice of the few that stand out would lose the most part.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sim.analysis.fitting import Numbers

PENALTIES = np.geomspace(1e-4, 1e2, 25)
"""For each run: from nearly none to a slope of nearly nothing."""

FEWEST = 30
"""Runs from which nothing can be told of hundreds of numbers."""


@dataclass(frozen=True, slots=True)
class Responses:
    """Lines of some outputs in all inputs.

    level  : (outputs,), not a number where no run told one
    slopes : (outputs, inputs)
    error  : (outputs,) standard deviation of a run about its line, out of sample: luck, and what a
             line misses
    """

    level: Numbers
    slopes: Numbers
    error: Numbers

    def __call__(self, inputs: Numbers) -> Numbers:
        """Tell the outputs at some points: (points, inputs) in, (points, outputs) out."""
        told: Numbers = self.level + inputs @ self.slopes.T
        return told


def responses(inputs: Numbers, outputs: Numbers) -> Responses:
    """Fit lines to runs.

    inputs  : (runs, inputs), of like spread
    outputs : (runs, outputs), not a number where a run cannot tell one
    """
    many, wide = outputs.shape[1], inputs.shape[1]
    found = Responses(np.full(many, np.nan), np.zeros((many, wide)), np.full(many, np.nan))
    known = np.isfinite(outputs)
    for pattern in np.unique(known, axis=1).T:
        alike = np.flatnonzero((known == pattern[:, None]).all(axis=0))
        fit(inputs[pattern], outputs[np.ix_(pattern, alike)], found, alike)
    return found


def fit(inputs: Numbers, outputs: Numbers, found: Responses, alike: NDArray[np.int64]) -> None:
    """Fit the outputs that the same runs tell, and put them where they belong."""
    runs = len(outputs)
    if not runs:
        return
    middle, level = inputs.mean(axis=0), outputs.mean(axis=0)
    found.level[alike], found.error[alike] = level, outputs.std(axis=0)
    if runs < FEWEST:
        return
    left, sizes, right = np.linalg.svd(inputs - middle, full_matrices=False)
    along, apart = left.T @ (outputs - level), outputs - level
    shares = sizes**2 / (sizes**2 + runs * PENALTIES[:, None])
    missed = np.array([missed_by(apart, left, along, share) for share in shares])
    best = missed.argmin(axis=0)
    weights = shares[best].T / np.maximum(sizes, 1e-12)[:, None] * along
    slopes = weights.T @ right
    found.slopes[alike], found.level[alike] = slopes, level - slopes @ middle
    found.error[alike] = np.sqrt(missed.min(axis=0))


def missed_by(apart: Numbers, left: Numbers, along: Numbers, share: Numbers) -> Numbers:
    """Give the mean square by which lines miss a run that they were fitted without: (outputs,)."""
    rest = apart - left @ (share[:, None] * along)
    leverage = (left**2) @ share + 1.0 / len(apart)
    missed: Numbers = ((rest / (1.0 - leverage)[:, None]) ** 2).mean(axis=0)
    return missed
