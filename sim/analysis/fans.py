"""Fans: the spread of runs over time."""

import numpy as np
import pandas as pd

from sim.analysis.draws.sources import sources
from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.measures import Measure
from sim.measures.measure import Term

QUANTILES = {"p05": 0.05, "p25": 0.25, "p50": 0.50, "p75": 0.75, "p95": 0.95}
MOMENT = ["scenario", "draw", "replicate", "quarter", "weeks"]


def by_quarter(quarterly: pd.DataFrame, measure: Measure) -> pd.DataFrame:
    """Compute a measure for every run and quarter at once.

    It gives what `measures.compute` gives quarter by quarter, which takes longer.

    returns : columns scenario, draw, replicate, quarter, weeks, value
    """
    needed = [column(term) for term in (*measure.top, *measure.over)]
    added = quarterly[[*MOMENT, *dict.fromkeys(needed)]].groupby(MOMENT, sort=False).sum()
    sums = added.reset_index()
    top = sum((counted(sums, term) for term in measure.top), pd.Series(0.0, index=sums.index))
    over = pd.Series(0.0 if measure.over else 1.0, index=sums.index)
    over = sum((counted(sums, term) for term in measure.over), over)
    return sums[MOMENT].assign(value=measure.scale * top / over.where(over != 0))


def column(term: Term) -> str:
    """Name the column that holds a counter in the way asked for."""
    counter, how = term
    return f"{counter}_weeks" if how == "mean" else counter


def counted(sums: pd.DataFrame, term: Term) -> pd.Series:
    """Take a counter of single quarters: per year, added up, at the end or on average."""
    values = sums[column(term)]
    if term[1] == "yearly":
        return values * WEEKS_IN_YEAR / sums["weeks"]
    return values / sums["weeks"] if term[1] == "mean" else values


def of_inputs(values: pd.DataFrame) -> pd.DataFrame:
    """Tell how far draws alone spread a measure, without the luck of runs.

    values  : columns scenario, draw, replicate, quarter, value; one row for each run and quarter
    returns : columns scenario, quarter, inputs_low, inputs_high (5th and 95th per cent of draws);
              not a number where there are too few draws
    """
    rows = []
    for (scenario, quarter), part in values.groupby(["scenario", "quarter"], sort=False):
        found = sources(part.set_index(["draw", "replicate"])["value"])
        rows.append((scenario, quarter, *(found.range if found else (np.nan, np.nan))))
    return pd.DataFrame(rows, columns=["scenario", "quarter", "inputs_low", "inputs_high"])


def fan(values: pd.DataFrame) -> pd.DataFrame:
    """Take quantiles over runs, by scenario and quarter.

    values  : columns scenario, quarter, value; one row for each run and quarter
    returns : columns scenario, quarter, p05, p25, p50, p75, p95, n
    """
    groups = values.dropna(subset=["value"]).groupby(["scenario", "quarter"], sort=False)["value"]
    bands = {name: groups.quantile(q) for name, q in QUANTILES.items()}
    return pd.DataFrame({**bands, "n": groups.size()}).reset_index()
