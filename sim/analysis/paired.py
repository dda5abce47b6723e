"""Paired differences: what a policy changed, replicate by replicate.

Scenarios meet the same families with the same luck, so the difference is taken within each
replicate before anything is averaged. The points of a design share their replicates' luck, so
they are averaged within each replicate, and intervals go by replicates alone. All comparisons
of one table are adjusted together (Holm 1979), so that one of many does not look clear by
chance alone.
"""

from collections.abc import Iterable, Sequence
from typing import cast

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import stats

from sim.kernel.errors import InputError

PAIR = ["draw", "replicate"]
FEWEST = 2


def effects(
    runs: pd.DataFrame, measures: Sequence[str], against: str, level: float = 0.95
) -> pd.DataFrame:
    """Compare every scenario with one of them, measure by measure.

    runs    : one row for each run; columns scenario, draw, replicate and the measures
    against : the scenario that the others are compared with
    level   : of the intervals; low and high are for one comparison alone,
              low_adjusted and high_adjusted for the whole table
    """
    others = [name for name in runs["scenario"].unique() if name != against]
    wide = by_run(runs)[list(measures)]
    base = wide.loc[against]
    paired = {other: wide.loc[other] - base for other in others}
    rows = [
        {
            "measure": measure, "scenario": other,
            **described(by_replicate(paired[other][measure]), base[measure], level),
        }
        for measure in measures
        for other in others
    ]  # fmt: skip
    table = pd.DataFrame(rows)
    return table if table.empty else adjusted(table, level)


def by_run(runs: pd.DataFrame) -> pd.DataFrame:
    """Lay runs out by scenario, draw and replicate.

    raises InputError where two runs share all three: each would be counted more than once, and
    intervals would come out too narrow
    """
    wide = runs.set_index(["scenario", *PAIR])
    if wide.index.has_duplicates:
        scenario, draw, replicate = wide.index[wide.index.duplicated()][0]
        raise InputError.command_line(
            f"Two runs are both replicate {replicate} of draw {draw} of “{scenario}”, so effects "
            "would count them more than once.",
            "Run the scenarios again, each under a name of its own.",
            code="E204",
        )
    return wide


def differences(runs: pd.DataFrame, measure: str, scenario: str, against: str) -> pd.Series:
    """Subtract one scenario from another within each replicate; a pair lacking a value has none."""
    return by_replicate(run_by_run(runs, measure, scenario, against))


def run_by_run(runs: pd.DataFrame, measure: str, scenario: str, against: str) -> pd.Series:
    """Subtract one scenario from another at each draw and replicate."""
    wide = by_run(runs)[measure]
    return cast(pd.Series, wide.loc[scenario] - wide.loc[against]).sort_index()


def by_replicate(values: pd.Series) -> pd.Series:
    """Average values indexed by draw and replicate over the draws that each replicate has."""
    return values.groupby(level="replicate").mean().sort_index()


def one(
    runs: pd.DataFrame, measure: str, scenario: str, against: str, level: float
) -> dict[str, float]:
    """Describe the paired difference of one measure between two scenarios."""
    base = runs[runs["scenario"] == against][measure]
    return described(differences(runs, measure, scenario, against), base, level)


def described(paired: pd.Series, base: pd.Series, level: float) -> dict[str, float]:
    """Describe paired differences: `n` that are known, of so many replicates run.

    base : levels under the scenario that is compared with
    """
    change = paired.dropna().to_numpy(dtype=float)
    mean, error = mean_and_error(change)
    half = error * float(stats.t.ppf((1 + level) / 2, max(len(change) - 1, 1)))
    return {
        "baseline": float(base.mean()),
        "change": mean,
        "low": mean - half,
        "high": mean + half,
        "p": p_value(mean, error, len(change)),
        "n": len(change),
        "replicates": len(paired),
        "same_sign": same_sign(change),
        "error": error,
    }


def mean_and_error(change: NDArray[np.float64]) -> tuple[float, float]:
    """Mean of paired differences and its standard error; unknown with fewer than two."""
    if len(change) < FEWEST:
        return (float(change.mean()) if len(change) else np.nan), np.nan
    return float(change.mean()), float(change.std(ddof=1) / np.sqrt(len(change)))


def p_value(mean: float, error: float, n: int) -> float:
    """Chance of a mean this far from nought if nothing had changed (two-sided paired t)."""
    if n < FEWEST or np.isnan(error):
        return np.nan
    if error == 0:
        return 1.0 if mean == 0 else 0.0
    return float(2 * stats.t.sf(abs(mean / error), n - 1))


def same_sign(change: NDArray[np.float64]) -> float:
    """Share of replicates whose change has the sign of the mean; 1 if none changed at all."""
    if not len(change):
        return np.nan
    return float((np.sign(change) == np.sign(change.mean())).mean())


def holm(p_values: Iterable[float]) -> NDArray[np.float64]:
    """Adjust p-values for being many (Holm 1979); an unknown one counts as 1."""
    p = np.nan_to_num(np.asarray(list(p_values), dtype=float), nan=1.0)
    order = np.argsort(p, kind="stable")
    steps = np.maximum.accumulate(p[order] * np.arange(len(p), 0, -1))
    out = np.empty(len(p))
    out[order] = np.minimum(steps, 1.0)
    return out


def holm_divisors(p_values: Iterable[float], level: float) -> NDArray[np.float64]:
    """Give each comparison the number that divides the error allowed to its interval.

    An interval at level 1 - (1 - level) / divisor excludes no change exactly when Holm's
    adjusted p-value does: the ranks count down until the first that is not clear, and all
    that follow share its divisor. The intervals are not simultaneous: all of them together
    hold the true changes less often than `level`, which Bonferroni's wider ones would assure.
    """
    p = np.nan_to_num(np.asarray(list(p_values), dtype=float), nan=1.0)
    order = np.argsort(p, kind="stable")
    left = np.arange(len(p), 0, -1)
    failed = np.nonzero(p[order] * left >= 1 - level)[0]
    stop = failed[0] if len(failed) else len(p) - 1
    out = np.empty(len(p))
    out[order] = left[np.minimum(np.arange(len(p)), stop)]
    return out


def adjusted(table: pd.DataFrame, level: float) -> pd.DataFrame:
    """Add Holm's p-values, intervals that agree with them, and whether each change is clear."""
    tail = (1 - level) / holm_divisors(table["p"], level) / 2
    degrees = np.maximum(table["n"].to_numpy(dtype=float) - 1, 1)
    half = stats.t.isf(tail, degrees) * table["error"]
    p_holm = holm(table["p"])
    return table.drop(columns="error").assign(
        p_holm=p_holm,
        clear=p_holm < 1 - level,
        low_adjusted=table["change"] - half,
        high_adjusted=table["change"] + half,
    )
