"""Units of time that compiled code needs: hazards and shares, by the year and by the week.

A hazard ("per year") may be any positive number: of those still exposed, a share of
1 − e^(−hazard) meets the event. A share ("% a year") is that share itself.
"""

from math import expm1, log1p

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.compiled import compiled


@compiled
def weekly_hazard(per_year: float) -> float:
    """Turn a hazard per year into a hazard per week."""
    return per_year / WEEKS_IN_YEAR


@compiled
def probability(hazard: float) -> float:
    """Turn a hazard into the chance that the event happens at all."""
    return -expm1(-hazard)


@compiled
def weekly_probability(per_year: float) -> float:
    """Turn a hazard per year into the chance that the event happens in a week."""
    return probability(weekly_hazard(per_year))


@compiled
def weekly_share(share_per_year: float) -> float:
    """Turn a share a year into the share a week that adds up to it; a share of 1 takes all."""
    if share_per_year >= 1.0:
        return 1.0
    return -expm1(log1p(-share_per_year) / WEEKS_IN_YEAR)
