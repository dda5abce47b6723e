"""Breakdown: levels and paired changes of many small groups at once."""

from collections.abc import Sequence

import pandas as pd

from sim.analysis.paired import PAIR
from sim.analysis.yearly import over_runs

BOUNDS = ["value", "low", "high", "n"]


def broken_down(
    values: pd.DataFrame, keys: Sequence[str], against: str, level: float = 0.95
) -> pd.DataFrame:
    """Give each group's level and its paired change from one scenario, with t intervals.

    Nothing is adjusted for being many: a table to look things up in, and not to pick from.

    values  : one row for each run and group; columns scenario, draw, replicate, the keys, value
    returns : one row for each scenario and group: value, low, high, n, and the same of the change
              (change, change_low, change_high, pairs; unknown for the scenario compared with)
    """
    base = values[values["scenario"] == against]
    paired = values[values["scenario"] != against].merge(
        base[[*PAIR, *keys, "value"]], on=[*PAIR, *keys], suffixes=("", "_then")
    )
    changes = over_runs(
        paired.assign(value=paired["value"] - paired["value_then"]), ["scenario", *keys], level
    )
    names = dict(zip(BOUNDS, ("change", "change_low", "change_high", "pairs"), strict=True))
    levels = over_runs(values, ["scenario", *keys], level)
    return levels.merge(changes.rename(columns=names), on=["scenario", *keys], how="left")
