"""Worth of information: what a choice among policies would gain if a factor were known.

Expected value of partial perfect information by regression (Strong, Oakley and Brennan 2014): the
mean worth of each policy given one factor, by a smooth curve, so that luck and all other factors
are averaged out. What is learnt at some points is judged at others, since a curve drawn through
luck would find some worth in any factor.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

DEGREE = 5
"""Of the polynomials by which worth is told from a factor."""
FOLDS = 5
"""Parts of the points, each judged by what the others teach."""


def worth_of_knowing(
    points: NDArray[np.float64], worth: NDArray[np.float64], names: Sequence[str]
) -> pd.DataFrame:
    """Estimate what knowing each factor would be worth, and what knowing all would be.

    points  : (points, factors)
    worth   : (points, policies), the more the better
    returns : columns factor, worth, error (standard), in the unit of `worth`; the last row is
              "all of them", whose worth holds luck as well
    """
    rows = [(name, *told(gained(points[:, k], worth))) for k, name in enumerate(names)]
    best = worth.argmax(axis=1), np.full(len(worth), worth.mean(axis=0).argmax())
    rows.append(("all of them", *told(taken(worth, best[0]) - taken(worth, best[1]))))
    return pd.DataFrame(rows, columns=["factor", "worth", "error"])


def told(gain: NDArray[np.float64]) -> tuple[float, float]:
    """Give the mean gain, which is never below nought, and its standard error."""
    return max(0.0, float(gain.mean())), float(gain.std(ddof=1) / np.sqrt(len(gain)))


def gained(factor: NDArray[np.float64], worth: NDArray[np.float64]) -> NDArray[np.float64]:
    """Say what each point gains by the choice that the factor advises there.

    returns : (points,): what is best by the other parts' curves, less what is best by their mean
    """
    fold = np.arange(len(factor)) % FOLDS
    gain = np.empty(len(factor))
    for part in range(FOLDS):
        here, others = fold == part, fold != part
        advised = given(factor[others], worth[others], factor[here]).argmax(axis=1)
        usual = np.full(len(advised), worth[others].mean(axis=0).argmax())
        gain[here] = taken(worth[here], advised) - taken(worth[here], usual)
    return gain


def taken(worth: NDArray[np.float64], choice: NDArray[np.intp]) -> NDArray[np.float64]:
    """Take the worth of the policy that is chosen at each point."""
    return np.take_along_axis(worth, choice[:, None], axis=1)[:, 0]


def given(
    factor: NDArray[np.float64], worth: NDArray[np.float64], at: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Learn each policy's mean worth along a factor, and tell it at other values.

    returns : (values, policies)
    """
    values, place = np.unique(factor, return_inverse=True)
    if len(values) <= DEGREE + 1:
        means = np.array([worth[place == k].mean(axis=0) for k in range(len(values))])
        return np.asarray(means[np.abs(at[:, None] - values).argmin(axis=1)])
    middle, half = (values[0] + values[-1]) / 2, (values[-1] - values[0]) / 2
    weights, *_ = np.linalg.lstsq(basis((factor - middle) / half), worth, rcond=None)
    return np.asarray(basis(np.clip((at - middle) / half, -1.0, 1.0)) @ weights)


def basis(at: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give Chebyshev's polynomials at places from -1 to 1."""
    return np.asarray(np.polynomial.chebyshev.chebvander(at, DEGREE))
