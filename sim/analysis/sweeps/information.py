"""Worth of information: what a choice among policies would gain if a factor were known.

Expected value of partial perfect information by regression (Strong, Oakley and Brennan 2014): the
mean worth of each policy given one factor, by a smooth curve, so that luck and all other factors
are averaged out.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

DEGREE = 5
"""Of the polynomials by which worth is told from a factor's rank."""


def worth_of_knowing(
    points: NDArray[np.float64], worth: NDArray[np.float64], names: Sequence[str]
) -> pd.DataFrame:
    """Estimate what knowing each factor would be worth, and what knowing all would be.

    points  : (points, factors)
    worth   : (points, policies), the more the better
    returns : columns factor, worth, in the unit of `worth`; the last row is "all of them"
    """
    now = worth.mean(axis=0).max()
    rows = [(name, float(given(points[:, k], worth).max(axis=1).mean() - now))
            for k, name in enumerate(names)]  # fmt: skip
    rows.append(("all of them", float(worth.max(axis=1).mean() - now)))
    return pd.DataFrame(
        [(name, max(0.0, value)) for name, value in rows], columns=["factor", "worth"]
    )


def given(factor: NDArray[np.float64], worth: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give each policy's mean worth at each value of a factor.

    returns : (points, policies)
    """
    values, place = np.unique(factor, return_inverse=True)
    if len(values) <= DEGREE + 1:
        means = np.array([worth[place == k].mean(axis=0) for k in range(len(values))])
        return np.asarray(means[place])
    at = 2.0 * (factor - factor.min()) / (factor.max() - factor.min()) - 1.0
    basis = np.polynomial.chebyshev.chebvander(at, DEGREE)
    weights, *_ = np.linalg.lstsq(basis, worth, rcond=None)
    return np.asarray(basis @ weights)
