"""Fans: the spread of runs over time."""

import pandas as pd

QUANTILES = {"p05": 0.05, "p25": 0.25, "p50": 0.50, "p75": 0.75, "p95": 0.95}


def fan(values: pd.DataFrame) -> pd.DataFrame:
    """Take quantiles over runs, by scenario and quarter.

    values  : columns scenario, quarter, value; one row for each run and quarter
    returns : columns scenario, quarter, p05, p25, p50, p75, p95, n
    """
    groups = values.dropna(subset=["value"]).groupby(["scenario", "quarter"], sort=False)["value"]
    bands = {name: groups.quantile(q) for name, q in QUANTILES.items()}
    return pd.DataFrame({**bands, "n": groups.size()}).reset_index()
