"""Counters of a comparison, added up block by block: a sweep's tables are too large to hold."""

from collections.abc import Iterable, Sequence
from datetime import date

import pandas as pd

from sim.analysis.yearly import RUN
from sim.measures import MEASURES
from sim.scenario import Experiment
from sim.scenario.place import Group
from sim.study.merge import PERIOD, in_period

TIMES = ("quarter", "year")
DECIDED = ("decisions", "margins")
COUNTS = ("children", "above")


def own(table: pd.DataFrame, group: Group | None) -> pd.DataFrame:
    """Keep the rows of a group's authorities, where a table tells authorities apart."""
    if group is None or "authority" not in table:
        return table
    return table[table["authority"].isin(group.authorities)]


def by_quarter(blocks: Iterable[pd.DataFrame], place: str, beside: Sequence[str]) -> pd.DataFrame:
    """Add up the counters of every run by quarter and one kind of place.

    blocks  : of `quarterly`
    place   : authority or quintile
    beside  : columns that are left out
    returns : `quarterly` without them; runs lie whole in a block, so that no row is there twice
    """
    parts = [
        rows.drop(columns=list(beside))
        .groupby([*RUN, *PERIOD, place], sort=False, as_index=False)
        .sum()
        for rows in blocks
    ]
    return pd.concat(parts, ignore_index=True)


def decided(blocks: Iterable[pd.DataFrame], start: date, experiment: Experiment) -> pd.DataFrame:
    """Add up children decided on over the quarters of the period.

    blocks : of one of `DECIDED`
    """
    parts = [of_period(in_period(rows, start, experiment)) for rows in blocks]
    return pd.concat(parts, ignore_index=True)


def of_period(rows: pd.DataFrame) -> pd.DataFrame:
    """Add up counts over the quarters of rows."""
    keys = [one for one in rows.columns if one not in (*PERIOD, *COUNTS)]
    return rows.drop(columns=PERIOD).groupby(keys, sort=False, as_index=False).sum()


def slim(rows: pd.DataFrame, names: Sequence[str], group: str) -> pd.DataFrame:
    """Add up what a breakdown does not ask for, and leave out counters that no measure needs."""
    counters = {
        counter for name in names for counter, _ in (*MEASURES[name].top, *MEASURES[name].over)
    }
    wanted = counters | {f"{counter}_weeks" for counter in counters}
    kept = [one for one in rows.columns if one in wanted]
    cells = [*RUN, *PERIOD, *([group] if group not in TIMES else [])]
    return rows[[*cells, *kept]].groupby(cells, sort=False, as_index=False).sum()
