"""Contributions: what each part of the model adds to a policy's effect, replicate by replicate.

A part's own share is its mean worth over all orders in which parts are switched on, so that
shares and what is left with every part off add up to the effect; beside it stands what taking the
part out alone takes away, which need not add up.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
from scipy import stats

from sim.analysis.paired import FEWEST, differences
from sim.kernel.shapley import Parts, shapley, subsets

DIRECT, TOTAL = "with all of these off", "all together"
LEVEL = 0.95


def contributions(
    runs: pd.DataFrame, measures: Sequence[str], names: Mapping[tuple[str, Parts], str],
    against: Mapping[str, str], parts: Sequence[str],
) -> pd.DataFrame:  # fmt: skip
    """Split each policy's effect on each measure among parts.

    runs    : a row for each run; columns scenario, draw, replicate and the measures
    names   : what the runs call each scenario with each set of parts on
    against : for each policy, the scenario that it is compared with
    returns : columns measure, policy, part, mean, low, high, alone, alone_low, alone_high (what
              taking the part out alone takes away), share (of the total, where that is clear), n
    """
    return pd.DataFrame([
        {"measure": measure, "policy": policy, **row}
        for measure in measures
        for policy, base in against.items()
        for row in split(worths(runs, measure, policy, names, base, parts), parts)
    ])  # fmt: skip


def worths(
    runs: pd.DataFrame, measure: str, policy: str, names: Mapping[tuple[str, Parts], str],
    against: str, parts: Sequence[str],
) -> dict[Parts, pd.Series]:  # fmt: skip
    """Take a policy's effect with each set of parts on, where a replicate knows them all."""
    changes = {
        on: differences(runs, measure, names[policy, on], names[against, on])
        for on in subsets(parts)
    }
    known = pd.concat(changes.values(), axis="columns").notna().all(axis="columns")
    return {on: change[known] for on, change in changes.items()}


def split(worth: Mapping[Parts, pd.Series], parts: Sequence[str]) -> list[dict[str, Any]]:
    """Split one effect: a row for each part, one for the rest and one for the total.

    worth : the effect in each replicate, with each set of parts on
    """
    total, rest = worth[frozenset(parts)], worth[frozenset()]
    each = [
        shapley({on: float(change.iloc[n]) for on, change in worth.items()}, parts)
        for n in range(len(total))
    ]
    given = pd.DataFrame(each, index=total.index, columns=list(parts))
    alone = {part: total - worth[frozenset(parts) - {part}] for part in parts}
    whole, half = mean_and_half(total)
    found = []
    for part, values in {**{one: given[one] for one in parts}, DIRECT: rest, TOTAL: total}.items():
        row = {**described("mean", values), **described("alone", alone.get(part, values * np.nan))}
        share = row["mean"] / whole if abs(whole) > half else np.nan
        found.append({"part": part, **row, "share": share, "n": len(total)})
    return found


def described(name: str, values: pd.Series) -> dict[str, float]:
    """Describe a part over replicates: its mean, and the ends of its interval."""
    mean, half = mean_and_half(values)
    ends = ("low", "high") if name == "mean" else (f"{name}_low", f"{name}_high")
    return {name: mean, ends[0]: mean - half, ends[1]: mean + half}


def mean_and_half(values: pd.Series) -> tuple[float, float]:
    """Take the mean and half the width of its t interval; unknown for one replicate."""
    n, mean = len(values), float(values.mean())
    if n < FEWEST:
        return mean, float("nan")
    error = float(values.std(ddof=1)) / np.sqrt(n)
    return mean, error * float(stats.t.ppf((1 + LEVEL) / 2, n - 1))
