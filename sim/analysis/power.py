"""Power: the smallest change that so many replicates could have shown.

Of a paired t test, two-sided, from the spread of the differences that were found: the change that
would have come out clear, by itself, with the power asked for (noncentral t; Cohen 1988).
"""

import numpy as np
from scipy import optimize, stats

LEVEL, POWER = 0.05, 0.8
FEWEST, MOST = 2, 1_000_000
FARTHEST = 1_000.0


def power(distance: float, n: int, level: float = LEVEL) -> float:
    """Give the chance that a change is found clear.

    distance : of the change from nought, in standard errors
    n        : pairs of runs
    """
    bar = float(stats.t.isf(level / 2, n - 1))
    # SciPy loses some of the far tails, all of them smaller than can be told from nought.
    far = np.nan_to_num(stats.nct.cdf(-bar, n - 1, distance))
    return float(stats.nct.sf(bar, n - 1, distance) + far)


def smallest(spread: float, n: int, level: float = LEVEL, wanted: float = POWER) -> float:
    """Give the smallest change that would be found clear so often.

    spread  : standard deviation of the paired differences
    n       : pairs of runs
    returns : in the unit of the differences; unknown of fewer than two
    """
    if n < FEWEST or not np.isfinite(spread):
        return np.nan
    errors = optimize.brentq(lambda far: power(far, n, level) - wanted, 0.0, top(n, level))
    return float(errors) * spread / float(np.sqrt(n))


def top(n: int, level: float) -> float:
    """Give a distance far enough to be found clear almost always."""
    return min(FARTHEST, 10.0 + 4.0 * float(stats.t.isf(level / 2, n - 1)))


def spread_between(spread: float, n: int, level: float = 0.95) -> tuple[float, float]:
    """Give the range in which so few differences leave their own spread (chi-squared).

    spread : standard deviation found in n differences
    """
    tail, degrees = (1 - level) / 2, n - 1
    if n < FEWEST:
        return np.nan, np.nan
    low, high = (spread * np.sqrt(degrees / stats.chi2.ppf(q, degrees)) for q in (1 - tail, tail))
    return float(low), float(high)


def with_luck(spread: float, change: float, one: float) -> float:
    """Give a spread that holds at least the luck of the events that a change consists of.

    A policy that does next to nothing leaves no spread, and one that does more would: a change of
    so many events has a standard deviation of their root at least (Poisson).

    change : in the unit of the spread
    one    : what one event is in that unit
    """
    return max(spread, float(np.sqrt(one * abs(change))))


def smallest_of_events(spread: float, n: int, one: float) -> float:
    """Give the smallest change in a number of events that would be found clear so often.

    Their own luck is that of `with_luck`, in which the change looked for stands itself.
    """
    least = smallest(spread, n)
    # change = smallest(1) × root(one × change), solved for the change.
    return max(least, one * smallest(1.0, n) ** 2) if spread > 0 else least


def needed(spread: float, change: float, level: float = LEVEL, wanted: float = POWER) -> int | None:
    """Count the pairs of runs that would show a change so often; nothing if a million do not.

    spread : standard deviation of the paired differences
    change : in the same unit
    """
    if not (np.isfinite(spread) and np.isfinite(change)) or change == 0:
        return None
    fewest, most = FEWEST, FEWEST
    while smallest(spread, most, level, wanted) > abs(change):
        fewest, most = most, most * 2
        if most > MOST:
            return None
    while most - fewest > 1:
        middle = (fewest + most) // 2
        enough = smallest(spread, middle, level, wanted) <= abs(change)
        fewest, most = (fewest, middle) if enough else (middle, most)
    return most
