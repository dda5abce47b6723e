"""Sobol indices: shares of the spread that each factor makes, alone and with all others.

Saltelli's estimators as SALib has them, with bootstrap intervals (Saltelli et al. 2010). Blocks of
points with a run missing are left out whole.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

RESAMPLES, LEVEL = 1000, 0.95
COLUMNS = ("factor", "first", "first_low", "first_high", "total", "total_low", "total_high")


def sobol_indices(
    values: NDArray[np.float64], names: Sequence[str], *, second_order: bool, seed: int
) -> pd.DataFrame:
    """Estimate first and total indices.

    values  : (points,) in the order in which SALib samples them
    returns : a row for each factor: `COLUMNS`; all not a number where nothing varied
    """
    from SALib.analyze import sobol  # noqa: PLC0415 - slow to import

    block = (2 * len(names) if second_order else len(names)) + 2
    whole = values.reshape(-1, block)
    kept = whole[~np.isnan(whole).any(axis=1)].ravel()
    if len(kept) < 2 * block or np.ptp(kept) == 0:
        return pd.DataFrame([[name, *[np.nan] * 6] for name in names], columns=list(COLUMNS))
    problem = {"num_vars": len(names), "names": list(names), "bounds": [[0, 1]] * len(names)}
    found = sobol.analyze(
        problem, kept, calc_second_order=second_order, num_resamples=RESAMPLES,
        conf_level=LEVEL, seed=seed,
    )  # fmt: skip
    rows = zip(names, found["S1"], found["S1_conf"], found["ST"], found["ST_conf"], strict=True)
    return pd.DataFrame(
        [
            [name, first, first - a, first + a, total, total - b, total + b]
            for name, first, a, total, b in rows
        ],
        columns=list(COLUMNS),
    )
