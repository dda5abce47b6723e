"""Scenario discovery: the box of factors in which a policy fails, by patient peeling (PRIM).

Friedman and Fisher (1999), as Bryant and Lempert (2010) use it: a box loses a twentieth of its
points at a time, whichever slice leaves it densest. Of all boxes on the way the one is told that
joins coverage and density best.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import stats

PEEL, FEWEST = 0.05, 0.05
"""Share of a box that each step takes off, and least share of all points that a box holds."""
MOST_CHANCE = 0.05


@dataclass(frozen=True, slots=True)
class Limit:
    """Between which values a factor lies in a box.

    chance : probability that so much density were gained by this limit if it meant nothing
    """

    factor: str
    low: float
    high: float
    chance: float


@dataclass(frozen=True, slots=True)
class Box:
    """Where failures gather.

    coverage : share of all failures that lie in it
    density  : share of its points that are failures
    mass     : share of all points that it holds
    """

    limits: tuple[Limit, ...]
    coverage: float
    density: float
    mass: float


def discover(
    points: NDArray[np.float64], fails: NDArray[np.bool_], names: Sequence[str]
) -> Box | None:
    """Find the box in which failures gather; nothing where there are none, or nothing else.

    points : (points, factors)
    fails  : (points,)
    """
    if not fails.any() or fails.all():
        return None
    inside = np.ones(len(points), dtype=bool)
    boxes = [inside]
    while (smaller := peeled(points, fails, inside)) is not None:
        inside = smaller
        boxes.append(inside)
    best = max(boxes, key=lambda one: joined(fails, one))
    return described(points, fails, best, names)


def peeled(
    points: NDArray[np.float64], fails: NDArray[np.bool_], inside: NDArray[np.bool_]
) -> NDArray[np.bool_] | None:
    """Take the slice off a box that leaves it densest; nothing once it is too small or pure."""
    if fails[inside].all():
        return None
    found, densest = None, -1.0
    for column in points.T:
        low, high = np.quantile(column[inside], [PEEL, 1 - PEEL], method="linear")
        for kept in (inside & (column > low), inside & (column < high)):
            held = int(kept.sum())
            if held < FEWEST * len(points) or held == inside.sum():
                continue
            density = float(fails[kept].mean())
            if density > densest:
                found, densest = kept, density
    return found


def joined(fails: NDArray[np.bool_], inside: NDArray[np.bool_]) -> float:
    """Join coverage and density in one number: their harmonic mean."""
    hit = float((fails & inside).sum())
    return 2 * hit / (float(fails.sum()) + float(inside.sum()))


def described(
    points: NDArray[np.float64], fails: NDArray[np.bool_], inside: NDArray[np.bool_],
    names: Sequence[str],
) -> Box:  # fmt: skip
    """Describe a box by the limits that mean something."""
    limits = []
    for k, name in enumerate(names):
        own = points[inside, k]
        narrowed = own.min() > points[:, k].min() or own.max() < points[:, k].max()
        if not narrowed:
            continue
        chance = by_chance(points, fails, inside, k)
        if chance < MOST_CHANCE:
            limits.append(Limit(name, float(own.min()), float(own.max()), chance))
    kept = np.ones(len(points), dtype=bool)
    for one in limits:
        column = points[:, list(names).index(one.factor)]
        kept &= (column >= one.low) & (column <= one.high)
    hit = float((fails & kept).sum())
    return Box(tuple(limits), hit / float(fails.sum()), hit / float(kept.sum()),
               float(kept.mean()))  # fmt: skip


def by_chance(
    points: NDArray[np.float64], fails: NDArray[np.bool_], inside: NDArray[np.bool_], k: int
) -> float:
    """Say how likely a box without one of its limits would give so many failures (binomial)."""
    without = np.ones(len(points), dtype=bool)
    for other in range(points.shape[1]):
        if other != k:
            column = points[:, other]
            own = column[inside]
            without &= (column >= own.min()) & (column <= own.max())
    rate = float(fails[without].mean())
    held = int(inside.sum())
    return float(stats.binom.sf(int(fails[inside].sum()) - 1, held, rate))
