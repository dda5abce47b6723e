"""Chance: the only source of randomness in the model.

Draws are addressed, not queued. An address is (seed, replicate, stream, week, number), so
family 412 has the same luck in week 30 whatever the policy, and a difference between two
runs is the policy's doing. The hash is SplitMix64 (Steele, Lea and Flood 2014).

One draw per address. A stream is named after the decision it serves ("partners.sign").
"""

from dataclasses import dataclass
from functools import cache
from math import erf, exp, log, sqrt
from typing import cast
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from sim.kernel.compiled import arithmetic

MASK = (1 << 64) - 1
GOLDEN = np.uint64(0x9E3779B97F4A7C15)
MIX_1 = np.uint64(0xBF58476D1CE4E5B9)
MIX_2 = np.uint64(0x94D049BB133111EB)
S30, S27, S31, S11 = np.uint64(30), np.uint64(27), np.uint64(31), np.uint64(11)
ULP = 2.0**-53


def mixed(value: int) -> int:
    """Mix 64 bits, in plain Python integers."""
    value = (value + int(GOLDEN)) & MASK
    value = ((value ^ (value >> 30)) * int(MIX_1)) & MASK
    value = ((value ^ (value >> 27)) * int(MIX_2)) & MASK
    return value ^ (value >> 31)


@cache
def stem(seed: int, replicate: int, stream: str) -> int:
    """Mix all of an address that stays the same from week to week."""
    value = 0
    for part in (seed, replicate, stream_code(stream)):
        value = mixed(value ^ (part & MASK))
    return value


def stream_code(stream: str) -> int:
    """Turn a stream's name into its number; tests keep these apart."""
    return crc32(stream.encode())


@dataclass(frozen=True, slots=True)
class Chance:
    """Addressed draws for one replicate of one experiment."""

    seed: int
    replicate: int

    def key(self, stream: str, week: int) -> np.uint64:
        """Make the key of one decision in one week; weeks before the start are negative."""
        return np.uint64(mixed(stem(self.seed, self.replicate, stream) ^ (week & MASK)))

    def uniform(self, stream: str, week: int, number: int) -> float:
        """Draw one uniform number in (0, 1) for one agent."""
        return uniform(self.key(stream, week), number)

    def uniforms(self, stream: str, week: int, numbers: NDArray[np.int64]) -> NDArray[np.float64]:
        """Draw one uniform number for each agent.

        numbers : (n,) permanent serial numbers within one kind of agent
        returns : (n,) in (0, 1), the same values as `uniform` one by one
        """
        return uniforms(self.key(stream, week), numbers)

    def normal(self, stream: str, week: int, number: int) -> float:
        """Draw one standard normal number for one agent."""
        return normal_quantile(uniform(self.key(stream, week), number))


@arithmetic
def uniform(key: np.uint64, number: int) -> float:
    """Draw a uniform number in (0, 1): never 0, never 1, 53 bits.

    key    : of one stream in one week
    number : permanent serial number of who draws
    """
    z = key + np.uint64(number) * GOLDEN
    z = (z ^ (z >> S30)) * MIX_1
    z = (z ^ (z >> S27)) * MIX_2
    z = z ^ (z >> S31)
    return (float(z >> S11) + 0.5) * ULP


def uniforms(key: np.uint64, numbers: NDArray[np.int64]) -> NDArray[np.float64]:
    """Draw uniform numbers for many at once, the same values as `uniform` one by one."""
    with np.errstate(over="ignore"):
        z = key + numbers.astype(np.uint64) * GOLDEN
        z = (z ^ (z >> S30)) * MIX_1
        z = (z ^ (z >> S27)) * MIX_2
        z = z ^ (z >> S31)
    drawn: NDArray[np.float64] = ((z >> S11).astype(np.float64) + 0.5) * ULP
    return drawn


@arithmetic
def paired(first: int, second: int) -> int:
    """Give a pair its number, for draws that belong to two agents at once."""
    return first * 1048576 + second


@arithmetic
def normal_share(z: float) -> float:
    """Share of a standard normal below z."""
    return 0.5 * (1.0 + erf(z / sqrt(2.0)))


@arithmetic
def ratio(r: float, top: tuple[float, ...], bottom: tuple[float, ...]) -> float:
    """Divide two polynomials in r, highest power first."""
    above = 0.0
    for a in top:
        above = above * r + a
    below = 0.0
    for b in bottom:
        below = below * r + b
    return above / below


# Coefficients of algorithm AS 241 (Wichura 1988), relative error about 1e-16.
MIDDLE = (
    (2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
     13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608),
    (5226.495278852545925, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867,
     5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1.0),
)  # fmt: skip
NEAR = (
    (7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177,
     1.27045825245236838258, 3.64784832476320460504, 5.7694972214606914055,
     4.6303378461565452959, 1.42343711074968357734),
    (1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966,
     0.14810397642748007459, 0.68976733498510000455, 1.6763848301838038494,
     2.05319162663775882187, 1.0),
)  # fmt: skip
FAR = (
    (2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386,
     0.026532189526576123093, 0.29656057182850489123, 1.7848265399172913358,
     5.4637849111641143699, 6.6579046435011037772),
    (2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5,
     7.868691311456132591e-4, 0.0148753612908506148525, 0.13692988092273580531,
     0.59983220655588793769, 1.0),
)  # fmt: skip


@arithmetic
def normal_quantile(u: float) -> float:
    """Turn a uniform number into a standard normal one (AS 241)."""
    q = u - 0.5
    if abs(q) <= 0.425:
        return q * ratio(0.180625 - q * q, MIDDLE[0], MIDDLE[1])
    r = sqrt(-log(min(u, 1.0 - u)))
    tail = ratio(r - 1.6, NEAR[0], NEAR[1]) if r <= 5.0 else ratio(r - 5.0, FAR[0], FAR[1])
    return -tail if q < 0.0 else tail


@arithmetic
def gumbel_quantile(u: float) -> float:
    """Give the standard Gumbel number below which a share u lies; added to a log, it chooses."""
    return -log(-log(u))


@arithmetic
def poisson_quantile(u: float, mean: float) -> int:
    """Turn a uniform number into a count with a Poisson distribution, by inversion.

    mean : expected count, up to a few hundred
    """
    term = exp(-mean)
    total = term
    count = 0
    while u > total and count < 10000:
        count += 1
        term *= mean / count
        total += term
    return count


@cache
def streams(luck: type, prefix: str) -> tuple[str, ...]:
    """Name the streams of a stage: one for each field of its luck."""
    return tuple(f"{prefix}.{field}" for field in getattr(luck, "_fields"))  # noqa: B009 - mypy


def keys[L](chance: Chance, luck: type[L], prefix: str, week: int) -> L:
    """Make a stage's keys for one week.

    luck : NamedTuple class with one np.uint64 field for each decision drawn
    """
    return luck(*(chance.key(stream, week) for stream in streams(cast(type, luck), prefix)))
