"""Slopes: what each factor of a design changes over its range, replicate by replicate.

Replicates that live with one draw of the uncertain numbers differ by luck alone, and draws by both,
so that slopes of single replicates tell inputs from luck (`sim.analysis.draws.sources`).
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sim.analysis.sweeps.levels import LUCK, POINT, of_runs


def slopes(
    runs: pd.DataFrame, unit: NDArray[np.float64], measure: str, scenario: str, against: str = ""
) -> pd.DataFrame:
    """Fit a plane to the points of every replicate, by least squares.

    runs    : one row for each run; columns scenario, draw (1 to points), replicate, the measure
    unit    : (points, factors), where each lies in its factors' ranges, from 0 to 1
    against : the scenario whose level is taken off within each replicate, if any
    returns : a row for each replicate of which enough points are known, indexed by it, and a column
              for each factor: its change over the whole range, in the measure's unit
    """
    known = of_runs(runs, measure, scenario, against).dropna()
    found = {}
    for replicate, own in known.groupby(level=LUCK):
        there = own.index.get_level_values(POINT).to_numpy(dtype=int) - 1
        laid = np.column_stack([np.ones(len(there)), unit[there]])
        if np.linalg.matrix_rank(laid) == laid.shape[1] < len(there):
            found[replicate] = np.linalg.lstsq(laid, own.to_numpy(dtype=float))[0][1:]
    return pd.DataFrame.from_dict(found, orient="index", columns=range(unit.shape[1]))


def by_draw(changes: pd.Series, lived: Sequence[int]) -> pd.Series:
    """Index what replicates gave by the draw that each lives with, and by itself.

    lived : (replicates,) number of the draw
    """
    pairs = [(lived[int(replicate)], int(replicate)) for replicate in changes.index]
    index = pd.MultiIndex.from_tuples(pairs, names=["draw", LUCK])
    return pd.Series(changes.to_numpy(dtype=float), index)
