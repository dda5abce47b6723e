"""Watched: what an ensemble says of what nobody publishes, such as how many children are harmed."""

from collections.abc import Mapping

import pandas as pd

from sim.calibration.measured import BASE_YEAR
from sim.measures import MEASURES
from sim.measures.compute import value
from sim.study.merge import whole
from sim.study.plan import plan
from sim.study.store import Results

WATCHED = (
    "harm_prevalence", "recognised_52w", "harmed_protected", "sensitivity_plan",
    "false_alarms_plan", "needless_plans",
)  # fmt: skip


def watched(results: Results, wanted: Mapping[int, int]) -> pd.DataFrame:
    """Measure draws in the base year.

    wanted  : replicate of each draw in the last wave, by the draw's number
    returns : a row for each draw, indexed by its number, with a column for each of `WATCHED`
    """
    keys = {run.replicate: run.key for run in plan(results.experiment)}
    return pd.DataFrame(
        {draw: base_year(results, keys[replicate]) for draw, replicate in wanted.items()}
    ).T.rename_axis("draw")


def base_year(results: Results, key: str) -> dict[str, float]:
    """Measure one run."""
    quarterly = results.tables_of(key)["quarterly"]
    rows = whole(quarterly[quarterly["quarter"].str[:7] == BASE_YEAR])
    return {name: value(MEASURES[name], rows) for name in WATCHED}
