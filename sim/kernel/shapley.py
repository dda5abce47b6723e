"""Shapley: each part's mean worth over all orders in which parts may come (Shapley 1953)."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import factorial

type Parts = frozenset[str]


def subsets(names: Sequence[str]) -> Iterator[Parts]:
    """Give every set of names, the smaller first."""
    for many in range(len(names) + 1):
        yield from map(frozenset, combinations(names, many))


def shapley(worth: Mapping[Parts, float], names: Sequence[str]) -> dict[str, float]:
    """Give each name its mean worth over all orders in which they may come.

    worth : of every set of names
    """
    n = len(names)
    given = dict.fromkeys(names, 0.0)
    for on, value in worth.items():
        for name in names:
            k = len(on) - (name in on)
            weight = factorial(k) * factorial(n - 1 - k) / factorial(n)
            given[name] += weight * value * (1.0 if name in on else -1.0)
    return given
