"""How far chance may take a count from what theory says, and what a test could miss."""

from math import sqrt

from scipy import stats

FALSE_ALARM = 1e-6


def agrees(count: float, trials: float, chance: float) -> bool:
    """Whether so many hits in so many trials could be chance, but for one time in a million."""
    found = stats.binomtest(round(count), round(trials), chance)
    return bool(found.pvalue > FALSE_ALARM)


def could_miss(trials: float, chance: float, power: float = 0.99) -> float:
    """Smallest relative change of the chance that `agrees` would catch with such power."""
    reach = stats.norm.isf(FALSE_ALARM / 2) + stats.norm.ppf(power)
    return float(reach * sqrt((1 - chance) / (trials * chance)))
