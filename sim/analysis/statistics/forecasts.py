"""Forecasts: what was to be expected of published series, and how far each forecast was out.

A forecast is a sample of values, each as likely as another. Persistence and trend go by what had
been published alone: next year is like this one, or goes on as the years before went, give or take
what all series had moved by from year to year.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import stats

type Numbers = NDArray[np.float64]
type Published = Mapping[int, float]
"""Of one series, by the year in which its financial year begins."""

SIZE = 99
ODDS = stats.norm.ppf((np.arange(SIZE) + 0.5) / SIZE)
"""A sample that stands for a standard normal distribution."""


def crps(sample: Numbers, found: float) -> float:
    """Score a forecast: its continuous ranked probability score, in the unit of what is foretold.

    It is how far a forecast is out, less credit for having said how unsure it is; of a single value
    it is the distance (Gneiting and Raftery 2007, equation 21).
    """
    apart = np.abs(sample[:, None] - sample[None, :]).mean()
    return float(np.abs(sample - found).mean() - apart / 2.0)


def changes(published: Published, known: int) -> Numbers:
    """Give the changes of logarithms from year to year, up to the last year that is known."""
    pairs = [(published[year - 1], published[year])
             for year in sorted(published) if year <= known and year - 1 in published]  # fmt: skip
    return np.array([np.log(after / before) for before, after in pairs])


@dataclass(frozen=True, slots=True)
class Usual:
    """By what series had moved from year to year.

    change : standard deviation of a yearly change of a logarithm about nought
    about  : the same about each series' own mean change
    """

    change: float
    about: float


def usual(series: Sequence[Published], known: int) -> Usual:
    """Say by what all series together had moved, since each by itself has few years."""
    each = [found for one in series if len(found := changes(one, known))]
    if not each:
        return Usual(0.0, 0.0)
    change = float(np.sqrt(np.mean(np.concatenate(each) ** 2)))
    free = sum(len(one) - 1 for one in each)
    squares = sum(float(((one - one.mean()) ** 2).sum()) for one in each)
    return Usual(change, float(np.sqrt(squares / free)) if free else change)


def persistence(published: Published, known: int, years: int, moves: Usual) -> Numbers:
    """Foretell a series some years on: as it was last known, unsure as a random walk is."""
    found: Numbers = published[known] * np.exp(moves.change * np.sqrt(years) * ODDS)
    return found


def trend(published: Published, known: int, years: int, moves: Usual) -> Numbers:
    """Foretell a series some years on: going on by its mean change, unsure of that as well.

    A series with no two years together has no trend, and is foretold to persist.
    """
    seen = changes(published, known)
    if not len(seen):
        return persistence(published, known, years, moves)
    unsure = moves.about * np.sqrt(years + years**2 / len(seen))
    found: Numbers = published[known] * np.exp(years * seen.mean() + unsure * ODDS)
    return found
