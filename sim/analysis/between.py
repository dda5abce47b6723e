"""Between authorities, and between case holders: how far they differ, and for how long.

Small authorities differ by luck alone: of ninety workers fourteen leave in one year and nineteen
in the next. The spread of turnover is told without that luck. Its persistence is told with as
much luck as there is in authorities of real size, as published rates have it: where one worker
is simulated for several real ones, the luck that this adds is taken off.
"""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sim.analysis.statistics.span import Span
from sim.analysis.yearly import by_year
from sim.measures import MEASURES, Measure
from sim.measures.compute import CENSUS_QUARTER
from sim.measures.measure import PERCENT
from sim.measures.statistic import FEWEST_AUTHORITIES, FEWEST_YEARS

type Panel = NDArray[np.float64]


def turnover_spread(quarterly: pd.DataFrame, span: Span) -> float:
    """Tell the spread of turnover between authorities without luck, in percentage points.

    It is the root of the mean over years of the variance between authorities less the mean
    variance of a binomial share p(1 − p)/n, where n are the workers simulated (workforce W077).

    quarterly : rows of one run
    """
    turnover = panel(quarterly, MEASURES["turnover"])
    if is_short(turnover):
        return np.nan
    beyond_luck = turnover.var(axis=1, ddof=1) - leaving_luck(turnover, quarterly, span)
    return float(np.sqrt(max(beyond_luck.mean(), 0.0)))


def turnover_persistence(quarterly: pd.DataFrame, span: Span) -> float:
    """Tell the correlation of authorities' turnover with their own a year later."""
    turnover = panel(quarterly, MEASURES["turnover"])
    if is_short(turnover):
        return np.nan
    added = (1.0 - span.scale) * leaving_luck(turnover, quarterly, span).mean()
    return correlation(turnover, added)


def vacancy_persistence(quarterly: pd.DataFrame, span: Span) -> float:
    """Tell the correlation of authorities' vacancy rates with their own a year later."""
    return correlation(panel(quarterly, MEASURES["vacancy"]))


def agency_persistence(quarterly: pd.DataFrame, span: Span) -> float:
    """Tell the correlation of authorities' agency rates with their own a year later."""
    return correlation(panel(quarterly, MEASURES["agency"]))


def caseload_spread(quarterly: pd.DataFrame, span: Span) -> float:
    """Tell the spread between case holders of cases per FTE, at the census.

    Counters give the sums over case holders of FTE, of cases, and of FTE × (cases per FTE)², so
    that a holder who works half the week weighs half.
    """
    ends = quarterly[quarterly["quarter"] == f"{span.year} {CENSUS_QUARTER}"]
    fte, cases, squares = ends[["case_holders", "cases", "cases_squared"]].sum()
    if not fte:
        return np.nan
    return float(np.sqrt(max(squares / fte - (cases / fte) ** 2, 0.0)))


def panel(quarterly: pd.DataFrame, measure: Measure) -> Panel:
    """Give a measure by whole financial year and authority: shape (years, authorities).

    Where there are too few authorities to compare, it is empty: a sweep asks thousands of times.
    """
    if quarterly["authority"].nunique() < FEWEST_AUTHORITIES:
        return np.empty((0, 0))
    found = by_year(quarterly, [measure], by=["authority"])
    wide = found.pivot(index="year", columns="authority", values="value")
    values: Panel = wide.to_numpy(dtype=float)
    return values


def leaving_luck(turnover: Panel, quarterly: pd.DataFrame, span: Span) -> Panel:
    """Give the mean variance of turnover by the luck of few workers: (years,), points squared."""
    workers = panel(quarterly, MEASURES["in_post"]) * span.scale
    share = np.clip(turnover / PERCENT, 0.0, 1.0)
    luck: Panel = PERCENT**2 * (share * (1.0 - share) / workers).mean(axis=1)
    return luck


def correlation(values: Panel, luck: float = 0.0, later: int = 1) -> float:
    """Correlate authorities' values with their own some years later, pooled over pairs of years.

    Each year is measured from its own mean, so that what moves all authorities is no persistence.

    values : (years, authorities)
    luck   : variance to take off that of a year
    later  : years
    """
    if is_short(values) or len(values) <= later:
        return np.nan
    apart = values - values.mean(axis=1, keepdims=True)
    before, after = apart[:-later], apart[later:]
    many = before.size - len(before)
    spread = [(part**2).sum() / many - luck for part in (before, after)]
    if min(spread) <= 0.0:
        return np.nan
    together = float((before * after).sum()) / many
    return float(np.clip(together / np.sqrt(spread[0] * spread[1]), -1.0, 1.0))


def is_short(values: Panel) -> bool:
    """Whether there are too few years or authorities to compare, or some is not known."""
    years, authorities = values.shape
    few = years < FEWEST_YEARS or authorities < FEWEST_AUTHORITIES
    return few or bool(np.isnan(values).any())
