"""Robustness: in how many futures a policy does well enough, and how much it may be regretted."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

QUANTILE = 0.9


def regret(worth: NDArray[np.float64], names: Sequence[str]) -> pd.DataFrame:
    """Compare policies with the best in each future.

    worth   : (futures, policies), the more the better
    returns : columns policy, best (share of futures in which it is the best), mean, most,
              usual_most (the regret that nine futures in ten do not exceed), in the unit of worth
    """
    lost = worth.max(axis=1, keepdims=True) - worth
    first = worth >= worth.max(axis=1, keepdims=True)
    return pd.DataFrame({
        "policy": list(names),
        "best": first.mean(axis=0),
        "mean": lost.mean(axis=0),
        "usual_most": np.quantile(lost, QUANTILE, axis=0),
        "most": lost.max(axis=0),
    })  # fmt: skip
