"""The value of a lever from which a goal is met often enough: what to try next, and the answer.

Nothing here runs anything. At each value tried, each replicate meets the goal or does not.
The share that does is fitted as a curve that only rises, or only falls, with the value
(isotonic regression), so that one lucky or unlucky value moves nothing by itself. The answer
lies where that curve crosses the probability asked for; between the two values tried around
it the next one is tried. Every value meets the same luck, so replicates are drawn anew whole
to see how far luck could move the crossing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor, isfinite, log10

import numpy as np
from numpy.typing import NDArray
from scipy import optimize, stats

from sim.kernel.chance import Chance

FIRST = 5
FINENESS = 40  # steps of a range, at most
NICE = (1, 2, 5, 10)
DRAWN = 1000
LEVEL = 0.9
SHARE_LEVEL = 0.95
STREAM = "study.threshold"

type Met = Mapping[float, Sequence[bool]]
type Margins = Mapping[float, Sequence[float]]


@dataclass(frozen=True, slots=True)
class Answer:
    """Where the goal is met often enough.

    kind      : from one value on ("some"), at "all" values tried, or at "none"
    value     : the last that does it, towards those that do not; where all or none do, the one
                that does it least or most often
    rising    : whether larger values meet the goal more often
    low, high : range of values that luck leaves the crossing, at 90%; an end beyond the range
                that was tried is that range's end
    share     : of replicates that meet the goal at the value, share_low to share_high at 95%
    even      : whether the shares rise or fall as evenly as luck would let them
    level     : where all or none do, every value tried that does so as often as `value`, and
                whose measure is on average as far from the bound
    moves     : whether the lever moves the measure at all, in any replicate
    """

    kind: str
    value: float
    rising: bool
    low: float
    high: float
    met: int
    replicates: int
    share_low: float
    share_high: float
    even: bool
    level: tuple[float, ...]
    moves: bool


def grid(low: float, high: float, least: float = 0.0) -> tuple[float, ...]:
    """List the values that may be tried: neat steps from one end to the other.

    least : smallest step that means anything, as one case
    """
    rough = (high - low) / FINENESS
    power = 10.0 ** floor(log10(rough))
    width = max(least, power * next(one for one in NICE if one * power >= rough * (1 - 1e-9)))
    inside = np.arange(ceil(low / width + 1e-9), floor(high / width - 1e-9) + 1) * width
    return tuple(float(f"{value:.12g}") for value in (low, *inside, high))


def next_values(values: Sequence[float], tried: Met, probability: float) -> tuple[float, ...]:
    """Name the values to try next; none when the crossing is known to one step.

    values : all that may be tried, in order
    """
    if not tried:
        places = np.unique(np.linspace(0, len(values) - 1, FIRST).round().astype(int))
        return tuple(values[i] for i in places)
    known = sorted(tried)
    does = fitted(tried)[0] >= probability
    if does.all() or not does.any():
        return ()
    turn = int(np.argmax(does != does[0]))
    below, above = values.index(known[turn - 1]), values.index(known[turn])
    return (values[(below + above) // 2],) if above - below > 1 else ()


def fitted(tried: Met) -> tuple[NDArray[np.float64], bool]:
    """Fit the share that meets the goal at each value; say whether it rises with the value."""
    shares = np.array([np.mean(tried[value]) for value in sorted(tried)])
    curves = [(monotone(shares, rising), rising) for rising in (True, False)]
    misses = [float(((curve - shares) ** 2).sum()) for curve, _ in curves]
    return curves[0] if misses[0] <= misses[1] else curves[1]


def monotone(shares: NDArray[np.float64], rising: bool) -> NDArray[np.float64]:
    """Fit the nearest curve that only rises, or only falls."""
    curve: NDArray[np.float64] = optimize.isotonic_regression(shares, increasing=rising).x
    return curve


def answer(tried: Met, probability: float, margins: Margins | None = None) -> Answer:
    """Say from which value on the goal is met often enough, and how sure that is.

    margins : by how much each replicate's measure is within the bound; without them values that
              meet the goal equally often tie
    """
    known = sorted(tried)
    curve, rising = fitted(tried)
    does = curve >= probability
    if does.any() and not does.all():
        at = int(np.argmax(does)) if rising else len(known) - 1 - int(np.argmax(does[::-1]))
        level: tuple[float, ...] = (known[at],)
    else:
        level = extremes(tried, margins or {}, least=bool(does.all()))
    met, total = int(np.sum(tried[level[0]])), len(tried[level[0]])
    low, high = crossing_range(tried, probability, rising)
    between = wilson(met, total)
    return Answer(
        kind="all" if does.all() else "some" if does.any() else "none",
        value=level[0], rising=rising, low=low, high=high, met=met, replicates=total,
        share_low=between[0], share_high=between[1], even=is_even(tried, curve), level=level,
        moves=is_moving(margins),
    )  # fmt: skip


def extremes(tried: Met, margins: Margins, *, least: bool) -> tuple[float, ...]:
    """List the values that meet the goal least, or most, often; of these the farthest out.

    Those farthest beyond the bound, or nearest to it, by the mean of the measure.
    """
    sign = -1.0 if least else 1.0
    rank = {
        value: (sign * float(np.mean(tried[value])), sign * mean_margin(margins.get(value, ())))
        for value in sorted(tried)
    }
    best = max(rank.values())
    return tuple(value for value, one in rank.items() if np.allclose(one, best, rtol=1e-9, atol=0))


def mean_margin(margins: Sequence[float]) -> float:
    """Give the mean of what is known of margins; nought where nothing is."""
    known = [one for one in margins if isfinite(one)]
    return float(np.mean(known)) if known else 0.0


def is_moving(margins: Margins | None) -> bool:
    """Whether any replicate's measure differs between values; so taken where none is known."""
    if not margins:
        return True
    rows = [np.asarray(one, dtype=float) for one in margins.values()]
    return not all(np.array_equal(rows[0], row, equal_nan=True) for row in rows[1:])


def crossing_range(tried: Met, probability: float, rising: bool) -> tuple[float, float]:
    """Draw replicates anew many times; give the middle 90% of where the curve then crosses."""
    known = np.array(sorted(tried))
    outcomes = np.array([tried[value] for value in known], dtype=float)
    pairs = outcomes.shape[1]
    luck = Chance(0, 0).uniforms(STREAM, 0, np.arange(DRAWN * pairs)).reshape(DRAWN, pairs)
    shares = outcomes[:, (luck * pairs).astype(int)].mean(axis=2).T
    found = [crossing(known, monotone(row, rising), probability, rising) for row in shares]
    tail = (1 - LEVEL) / 2
    low, high = np.quantile(found, [tail, 1 - tail])
    return float(low), float(high)


def crossing(
    known: NDArray[np.float64], curve: NDArray[np.float64], probability: float, rising: bool
) -> float:
    """Find where a curve crosses a probability; the range's end where it does not."""
    if not rising:
        return -crossing(-known[::-1], curve[::-1], probability, True)
    does = curve >= probability
    if not does.any():
        return float(known[-1])
    at = int(np.argmax(does))
    if at == 0:
        return float(known[0])
    share = (probability - curve[at - 1]) / (curve[at] - curve[at - 1])
    return float(known[at - 1] + share * (known[at] - known[at - 1]))


def wilson(met: int, total: int) -> tuple[float, float]:
    """Give the range that luck leaves a share (Wilson 1927)."""
    between = stats.binomtest(met, total).proportion_ci(SHARE_LEVEL, method="wilson")
    return float(between.low), float(between.high)


def is_even(tried: Met, curve: NDArray[np.float64]) -> bool:
    """Whether each share is as near to the curve as luck alone would leave it."""
    for value, share in zip(sorted(tried), curve, strict=True):
        low, high = wilson(int(np.sum(tried[value])), len(tried[value]))
        if not low - 1e-9 <= share <= high + 1e-9:
            return False
    return True
