"""From counters to measures: a ratio of sums, over any rows of the quarterly table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.measures import MEASURES
from sim.measures.counters import COUNTERS
from sim.measures.measure import How, Measure, Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pandas as pd
    from numpy.typing import ArrayLike, NDArray

    type Counted = pd.DataFrame | Mapping[str, ArrayLike]
    """Rows of a `quarterly` table, or its columns, which are read faster."""

CENSUS_QUARTER = "Q2"
BREAKDOWNS = {
    "quarter": "quarter",
    "authority": "authority",
    "quintile": "quintile",
    "year": "year",
}


def value(measure: Measure, frame: Counted) -> float:
    """Compute a measure over all rows given; not a number where nothing was counted.

    frame : rows of a `quarterly` table of one run: quarters × authorities × quintiles
    """
    top = sum(term(frame, part) for part in measure.top)
    over = sum(term(frame, part) for part in measure.over) if measure.over else 1.0
    return measure.scale * top / over if over else float("nan")


def term(frame: Counted, part: Term) -> float:
    """Add up one counter over authorities and quintiles, in the way asked for."""
    counter, how = part
    return total(frame, counter, how)


def total(frame: Counted, counter: str, how: How) -> float:
    """Add up a counter: over the period, per year, at its end or census, or over its weeks."""
    first = np.asarray(frame["first_week"])
    if how == "end":
        return float(np.asarray(frame[counter])[first == first.max()].sum())
    if how == "census":
        taken = censuses(frame)
        return float(np.asarray(frame[counter])[np.isin(first, taken)].sum() / len(taken))
    weeks = sum(dict(zip(first, np.asarray(frame["weeks"]), strict=True)).values())
    if how == "mean":
        return float(np.asarray(frame[f"{counter}_weeks"]).sum() / weeks)
    added = float(np.asarray(frame[counter]).sum())
    return added * WEEKS_IN_YEAR / weeks if how == "yearly" else added


def censuses(frame: Counted) -> NDArray[np.int64]:
    """Give the first weeks of the quarters that end on 30 September; the last if none does."""
    first: NDArray[np.int64] = np.asarray(frame["first_week"])
    taken = np.strings.endswith(np.asarray(frame["quarter"], dtype=str), CENSUS_QUARTER)
    return np.unique(first[taken]) if taken.any() else first.max(keepdims=True)


def table(
    quarterly: pd.DataFrame, names: Iterable[str] | None = None, by: tuple[str, ...] = ()
) -> pd.DataFrame:
    """Compute measures for each group of rows.

    by      : any of quarter, year, authority, quintile; year is the financial year
    returns : one row for each group and measure: the group's columns, measure, value
    """
    import pandas as pd  # noqa: PLC0415 - definitions are read where pandas is not wanted

    chosen = [MEASURES[name] for name in (names or MEASURES)]
    frame = quarterly.assign(year=quarterly["quarter"].str[:7])
    groups = frame.groupby(list(by), sort=True) if by else [((), frame)]
    rows = [
        (*(key if isinstance(key, tuple) else (key,)), measure.name, value(measure, rows_of))
        for key, rows_of in groups
        for measure in chosen
        if "quintile" not in by or by_quintile(measure)
    ]
    return pd.DataFrame(rows, columns=[*by, "measure", "value"])


def by_quintile(measure: Measure) -> bool:
    """Whether a measure can be broken down by deprivation quintile."""
    return all(COUNTERS[name].where == "quintile" for name, _ in (*measure.top, *measure.over))
