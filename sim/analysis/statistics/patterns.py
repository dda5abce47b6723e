"""Patterns: what results show of a published pattern, run by run, and whether it agrees."""

import numpy as np
import pandas as pd
from scipy import stats

from sim.analysis.between import correlation, panel
from sim.measures import MEASURES
from sim.measures.compute import value

NEAR = 0.5
"""Of a band's width, by which a value may lie outside it and still be near."""

DEPRIVED, SPARED = 5, 1


def verdict(found: float, low: float, high: float) -> str:
    """Say whether a value passes: pass within the band, near by half its width, or else fail."""
    if np.isnan(found):
        return "not known"
    wide = NEAR * (high - low)
    if low <= found <= high:
        return "pass"
    return "near" if low - wide <= found <= high + wide else "fail"


def variation(quarterly: pd.DataFrame, measure: str) -> float:
    """Tell how far authorities differ: standard deviation over mean, on average over years."""
    values = panel(quarterly, MEASURES[measure])
    if not values.size:
        return np.nan
    return float(np.mean(values.std(axis=1, ddof=1) / values.mean(axis=1)))


def together(quarterly: pd.DataFrame, one: str, other: str) -> float:
    """Tell Spearman's correlation of two measures between authorities, on average over years."""
    first, second = (panel(quarterly, MEASURES[name]) for name in (one, other))
    if not first.size:
        return np.nan
    return float(
        np.mean([stats.spearmanr(a, b).statistic for a, b in zip(first, second, strict=True)])
    )


def persistence(quarterly: pd.DataFrame, measure: str, years: int) -> float:
    """Tell the correlation of authorities' values with their own some years later."""
    return correlation(panel(quarterly, MEASURES[measure]), later=years)


def gradient(quarterly: pd.DataFrame, measure: str) -> float:
    """Tell a measure in the most deprived fifth of families, over that in the least."""
    most, least = (quarterly[quarterly["quintile"] == fifth] for fifth in (DEPRIVED, SPARED))
    under = value(MEASURES[measure], least) if len(least) else np.nan
    return value(MEASURES[measure], most) / under if under else np.nan
