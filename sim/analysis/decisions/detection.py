"""Detection: how well decisions tell harmed children from others, and how readily they act.

Each decision is held against the truth: of harmed children the share above the criterion (hit
rate, sensitivity), of others the share above it all the same (false alarms, 1 - specificity).
Under the equal-variance normal model (Green and Swets 1966; Macmillan and Creelman 2005) two
numbers say the same: d′ = z(H) - z(F), how far harm stands out, and c = -(z(H) + z(F)) / 2, how
much evidence is asked for.

Both are what decisions *realise*, and not what one worker sees: earlier stages choose who is
decided on, which leaves the harder cases to later ones, and belief gathers over visits, which
makes them easier. Harm counts as harm for three months after it has ended.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import stats

from sim.analysis.yearly import RUN

NONE = "none"
COUNTS = ["harmed", "hits", "unharmed", "false_alarms"]


def rates(decisions: pd.DataFrame, by: Sequence[str] = ()) -> pd.DataFrame:
    """Hold each run's decisions against the truth.

    decisions : the table `decisions`: children decided on, and of them those above the criterion
    by        : further columns to tell apart, such as quintile; by truth, a kind of harm has a
                sensitivity and no specificity, and the absence of harm the other way round
    returns   : columns scenario, draw, replicate, decision, those of `by`, harmed, hits, unharmed,
                false_alarms (children), sensitivity, specificity, d_prime, criterion (SD)
    """
    keys = [*RUN, "decision", *by]
    is_harmed = decisions["truth"] != NONE
    both = decisions[["children", "above"]]
    split = pd.concat([both.where(is_harmed, 0.0), both.where(~is_harmed, 0.0)], axis="columns")
    split.columns = pd.Index(COUNTS)
    split = pd.concat([decisions[keys], split], axis="columns")
    sums = split.groupby(keys, sort=False, as_index=False)[COUNTS].sum()
    harmed, unharmed = (sums[name].where(sums[name] > 0) for name in ("harmed", "unharmed"))
    shares = {
        "sensitivity": sums["hits"] / harmed,
        "specificity": 1.0 - sums["false_alarms"] / unharmed,
    }
    return operated(sums.assign(**shares))


def operated(table: pd.DataFrame) -> pd.DataFrame:
    """Add d′ and c to counts of hits and false alarms."""
    hit = distance(table["hits"], table["harmed"])
    alarm = distance(table["false_alarms"], table["unharmed"])
    return table.assign(d_prime=hit - alarm, criterion=-(hit + alarm) / 2)


def distance(above: pd.Series, of: pd.Series) -> NDArray[np.float64]:
    """Give the normal deviate of a share, SD; unknown of nobody.

    None and all would lie infinitely far: they are put half a child away from it (Macmillan and
    Kaplan 1985).
    """
    total = of.where(of > 0).to_numpy(dtype=float)
    kept = np.clip(above.to_numpy(dtype=float), 0.5, np.maximum(total - 0.5, 0.5))
    found: NDArray[np.float64] = stats.norm.ppf(kept / total)
    return found


def wide(table: pd.DataFrame, names: Sequence[str]) -> pd.DataFrame:
    """Lay out numbers of decisions as measures of a run, to be compared in pairs.

    names   : columns of the table
    returns : columns scenario, draw, replicate, and one for each number and decision, such as
              "d_prime of screening"
    """
    parts = []
    for name in names:
        part = table.pivot(index=RUN, columns="decision", values=name)
        part.columns = pd.Index([called(name, str(one)) for one in part.columns])
        parts.append(part)
    return pd.concat(parts, axis="columns").reset_index()


def called(name: str, decision: str) -> str:
    """Name one number of one decision."""
    return f"{name} of {decision}"
