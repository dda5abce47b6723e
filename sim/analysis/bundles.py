"""Bundles: whether policies together do more, or less, than the sum of what each does alone."""

from collections.abc import Sequence
from functools import reduce

import pandas as pd

from sim.analysis.paired import adjusted, described, differences


def interplay(
    runs: pd.DataFrame, measures: Sequence[str], bundle: str, parts: Sequence[str], against: str,
    level: float = 0.95,
) -> pd.DataFrame:  # fmt: skip
    """Compare what a bundle does with the sum of what its parts do, measure by measure.

    Both are taken within each replicate, so that luck cancels; intervals are adjusted for the
    whole table (Holm 1979), as those of `sim.analysis.paired.effects` are.

    runs    : one row for each run; columns scenario, draw, replicate and the measures
    parts   : the scenarios that the bundle combines
    against : the scenario that all are compared with
    level   : of the intervals
    returns : a row for each measure: together, baseline, which is the sum of the parts, and
              change, which is what the bundle does beyond that sum, with low, high, p, n and clear
    """
    rows = [
        {"measure": name, "scenario": bundle, **one(runs, name, bundle, parts, against, level)}
        for name in measures
    ]
    table = pd.DataFrame(rows)
    return table if table.empty else adjusted(table, level)


def one(
    runs: pd.DataFrame, measure: str, bundle: str, parts: Sequence[str], against: str, level: float
) -> dict[str, float]:
    """Describe what a bundle does to one measure beyond the sum of its parts."""
    alone = [differences(runs, measure, part, against) for part in parts]
    summed = reduce(lambda so_far, more: so_far + more, alone)
    table = pd.DataFrame({"together": differences(runs, measure, bundle, against), "parts": summed})
    beyond, known = table["together"] - table["parts"], table.dropna()
    together = float(known["together"].mean())
    return {"together": together, **described(beyond, known["parts"], level)}
