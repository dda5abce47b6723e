"""Yearly: measures of every run by whole financial year, over all places or each authority."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy import stats

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.measures import Measure
from sim.measures.compute import CENSUS_QUARTER
from sim.measures.measure import Term

RUN = ["scenario", "draw", "replicate"]
QUARTERS_IN_A_YEAR = 4
LAST = "Q4"
TAKEN = {"end": LAST, "census": CENSUS_QUARTER}


def by_year(
    quarterly: pd.DataFrame, measures: Sequence[Measure], by: Sequence[str] = ()
) -> pd.DataFrame:
    """Compute measures for every run and whole financial year at once.

    It gives what `measures.compute` gives year by year, which takes longer.

    by      : further columns to tell apart, such as authority
    returns : columns scenario, draw, replicate, year, those of `by`, measure, value
    """
    rows = whole_years(quarterly.assign(year=quarterly["quarter"].str[:7]))
    keys = [*RUN, "year", *by]
    if rows.empty:
        return pd.DataFrame(columns=[*keys, "measure", "value"])
    columns = needed(measures, rows)
    sums = rows.groupby(keys, sort=False)[columns].sum()
    weeks = weeks_of(rows).loc[sums.index.get_level_values("year")].to_numpy(dtype=float)
    tables = {"sum": sums}
    for how, quarter in TAKEN.items():
        then = rows[rows["quarter"].str.endswith(quarter)]
        tables[how] = then.groupby(keys, sort=False)[columns].sum().reindex(sums.index)
    parts = [
        pd.DataFrame({"value": value(measure, tables, weeks)}, index=sums.index)
        .reset_index()
        .assign(measure=measure.name)
        for measure in measures
    ]
    return pd.concat(parts, ignore_index=True)[[*keys, "measure", "value"]]


def whole_years(rows: pd.DataFrame) -> pd.DataFrame:
    """Keep the years of which every quarter was run."""
    quarters = rows.drop_duplicates("quarter")["year"].value_counts()
    return rows[rows["year"].isin(quarters.index[quarters == QUARTERS_IN_A_YEAR])]


def needed(measures: Sequence[Measure], rows: pd.DataFrame) -> list[str]:
    """Name the counters that the measures read."""
    terms = [term for one in measures for term in (*one.top, *one.over)]
    wanted = {counter for counter, _ in terms} | {f"{counter}_weeks" for counter, _ in terms}
    return [name for name in rows.columns if name in wanted]


def weeks_of(rows: pd.DataFrame) -> pd.Series:
    """Count the weeks of each year."""
    weeks: pd.Series = rows.drop_duplicates("quarter").groupby("year")["weeks"].sum()
    return weeks


def value(measure: Measure, tables: dict[str, pd.DataFrame], weeks: np.ndarray) -> np.ndarray:
    """Compute one measure for every row."""
    top = sum(counted(term, tables, weeks) for term in measure.top)
    over = sum(counted(term, tables, weeks) for term in measure.over) if measure.over else 1.0
    with np.errstate(divide="ignore", invalid="ignore"):
        found: np.ndarray = measure.scale * np.asarray(top) / np.asarray(over)
    return np.where(np.isfinite(found), found, np.nan)


def counted(term: Term, tables: dict[str, pd.DataFrame], weeks: np.ndarray) -> np.ndarray:
    """Take a counter of each year: added up, per year, at its end, at its census or on average."""
    counter, how = term
    if how == "mean":
        average: np.ndarray = tables["sum"][f"{counter}_weeks"].to_numpy(dtype=float) / weeks
        return average
    values: np.ndarray = tables[how if how in TAKEN else "sum"][counter].to_numpy(dtype=float)
    return values * WEEKS_IN_YEAR / weeks if how == "yearly" else values


def over_runs(values: pd.DataFrame, keys: Sequence[str], level: float = 0.95) -> pd.DataFrame:
    """Take the mean over replicates, points of a design averaged in each, with its t interval.

    values  : a row for each run and group, with columns replicate and value
    returns : one row a group: the keys, value, low, high, n; no interval for a single run
    """
    known = values.dropna(subset=["value"])
    each = known.groupby([*keys, "replicate"], sort=False)["value"].mean()
    groups = each.groupby(list(keys), sort=False)
    told = groups.agg(value="mean", n="size", spread="std").reset_index()
    degrees = np.maximum(told["n"] - 1, 1)
    half = stats.t.ppf((1 + level) / 2, degrees) * told["spread"] / np.sqrt(told["n"])
    bounds = {"low": told["value"] - half, "high": told["value"] + half}
    return told.assign(**bounds)[[*keys, "value", "low", "high", "n"]]
