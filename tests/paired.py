"""Worlds paired replicate by replicate: what a change does to a measure, beyond luck.

Seeds are fixed, so no test of a direction can fail by chance from one day to the next. A direction
is held to be shown when the signed ranks of the paired differences of twenty replicates (Wilcoxon)
would come about by chance less than once in a thousand, were the seeds drawn anew.
"""

from functools import cache

import numpy as np
from scipy.stats import wilcoxon

from sim.measures import MEASURES
from sim.measures.compute import value
from tests.worlds import small, world

REPLICATES = 20
CHANCE, ONE_IN_20 = 1e-3, 0.05
FAMILIES, YEARS = 26_400, 3


def here(**others):
    return small(families=FAMILIES, past=4, years=YEARS, **others)


RUNS = {}


def measured(setting, replicate):
    """Every measure of one run, over its last two years."""
    key = (setting.meaning, replicate)
    if key not in RUNS:
        quarterly = world(setting, replicate).run()["quarterly"]
        later = quarterly[quarterly.first_week >= 52]
        RUNS[key] = {name: value(measure, later) for name, measure in MEASURES.items()}
    return RUNS[key]


def changes(before, after, name, replicates=REPLICATES):
    """Paired differences of a measure, replicate by replicate."""
    return np.array(
        [measured(after, r)[name] - measured(before, r)[name] for r in range(replicates)]
    )


def rises(before, after, name):
    assert wilcoxon(changes(before, after, name), alternative="greater").pvalue < CHANCE, name


def falls(before, after, name):
    assert wilcoxon(changes(before, after, name), alternative="less").pvalue < CHANCE, name


def rises_not(before, after, name):
    """No rise that would come about less than once in twenty."""
    difference = changes(before, after, name)
    assert not difference.any() or wilcoxon(difference, alternative="greater").pvalue > ONE_IN_20


def untouched(before, after, *names):
    for name in names:
        assert not changes(before, after, name, 2).any(), name


@cache
def base():
    return here()
