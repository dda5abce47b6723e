"""The size at which a policy costs so much: what to try next, and when to stop.

Nothing here runs anything. Given what has been tried it names the next size, or the one that
was found, or why there is none. Costs of all sizes are measured against the same luck, so
their differences are paired, and a size of nought costs exactly nought.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import isfinite

import numpy as np
from scipy import stats

NEAR = 0.02  # of the cost wanted: near enough while luck alone moves it more
CLOSE = 0.1  # what is accepted when the sizes tried cannot be told apart
FINEST = 0.01  # sizes nearer to each other than this share are one
GROWTH = 1.2
MARGIN = 0.1
MOST_TRIED = 12
FEWEST = 2
LEVEL = 0.95
DIGITS = 3


@dataclass(frozen=True, slots=True)
class Tried:
    """A size, and what it cost a year in each replicate beyond the scenario compared with."""

    size: float
    costs: tuple[float, ...]

    @property
    def cost(self) -> float:
        """Mean over replicates."""
        return float(np.mean(self.costs))

    @property
    def error(self) -> float:
        """Standard error of the mean; nought for one replicate, whose luck is unknown."""
        return spread(self.costs)[1]


@dataclass(frozen=True, slots=True)
class Next:
    """A size to try."""

    size: float


@dataclass(frozen=True, slots=True)
class Found:
    """The size that costs what is wanted."""

    size: float


@dataclass(frozen=True, slots=True)
class Cannot:
    """Why no size costs what is wanted.

    kind : range, unresponsive, too wide, other sign, not monotone, jump
    at   : sizes that show it
    """

    kind: str
    at: tuple[float, ...]


type Step = Next | Found | Cannot


def spread(values: Sequence[float]) -> tuple[float, float, float]:
    """Give the mean, its standard error and the half width of its t interval."""
    known = np.asarray(values, dtype=float)
    mean = float(known.mean())
    if len(known) < FEWEST:
        return mean, 0.0, np.nan
    error = float(known.std(ddof=1) / np.sqrt(len(known)))
    return mean, error, error * float(stats.t.ppf((1 + LEVEL) / 2, len(known) - 1))


def step(tried: Sequence[Tried], target: float, most: float) -> Step:
    """Say what comes next in the search for a size that costs `target` a year.

    tried  : sizes so far, in any order
    target : pounds a year; less than nought for a saving
    most   : largest size that the levers' limits allow
    """
    if not tried:
        return Next(min(1.0, most))
    sign = 1.0 if target > 0 else -1.0
    nought = Tried(0.0, (0.0,) * len(tried[0].costs))
    points = [
        Tried(one.size, tuple(sign * cost for cost in one.costs))
        for one in sorted([nought, *tried], key=lambda one: one.size)
    ]
    return towards(points, abs(target), most)


def towards(points: list[Tried], target: float, most: float) -> Step:
    """Say what comes next, for a cost above nought."""
    best = min(points[1:], key=lambda one: abs(one.cost - target))
    above = [i for i, one in enumerate(points) if one.cost >= target]
    if above and (fallen := falls(points)):
        return Cannot("not monotone", fallen)
    if abs(best.cost - target) <= max(NEAR * target, best.error / 2):
        return Found(best.size)
    if not above:
        return beyond(points, target, most)
    return between(points[above[0] - 1], points[above[0]], best, target, len(points) - 1)


def falls(points: list[Tried]) -> tuple[float, float] | None:
    """Find two neighbouring sizes of which the larger clearly costs less."""
    for smaller, larger in pairwise(points):
        mean, _, half = spread(np.subtract(larger.costs, smaller.costs).tolist())
        if mean < 0 and isfinite(half) and mean + half < 0:
            return smaller.size, larger.size
    return None


def beyond(points: list[Tried], target: float, most: float) -> Step:
    """Try a larger size, or say why the largest does not cost enough."""
    last = points[-1]
    if last.size < most * (1 - FINEST):
        wanted = GROWTH * last.size * target / last.cost if last.cost > 0 else most
        return Next(neat(min(wanted, most), most))
    sizes = tuple(one.size for one in points[1:])
    mean, _, half = spread(last.costs)
    if not abs(mean) > half:  # nor where luck is unknown
        return Cannot("too wide" if mean + half >= target else "unresponsive", sizes)
    if mean < 0:
        return Cannot("other sign", sizes)
    fallen = falls(points)
    return Cannot("not monotone", fallen) if fallen else Cannot("range", sizes)


def between(below: Tried, above: Tried, best: Tried, target: float, tried: int) -> Step:
    """Try a size between one that costs too little and one that costs too much."""
    width = above.size - below.size
    fine = width <= FINEST * above.size
    if fine or tried >= MOST_TRIED:
        near = abs(best.cost - target) <= CLOSE * target
        return Found(best.size) if near else Cannot("jump", (below.size, above.size))
    share = (target - below.cost) / (above.cost - below.cost)
    size = neat(below.size + width * min(max(share, MARGIN), 1 - MARGIN), above.size)
    return Next(size if below.size < size < above.size else below.size + width / 2)


def neat(size: float, most: float) -> float:
    """Round a size to few digits, never beyond the largest."""
    return min(float(f"{size:.{DIGITS}g}"), most)
