"""Worlds paired replicate by replicate: what a change does to a measure, beyond luck.

Seeds are fixed, so no test of a direction can fail by chance from one day to the next. A direction
is held to be shown when the signed ranks of the paired differences of twenty replicates (Wilcoxon)
would come about by chance less than once in a thousand, were the seeds drawn anew.
"""

from functools import cache

import numpy as np
from scipy.stats import t, wilcoxon

from sim.casefile.timescales import YEAR
from sim.measures import MEASURES
from sim.measures.compute import value
from tests.worlds import small, world

REPLICATES = 20
MANY = 48  # for effects near to luck in worlds of this size
CHANCE, MOST = 1e-3, 0.975
FAMILIES, YEARS = 26_400, 3


def here(**others):
    return small(families=FAMILIES, past=4, years=YEARS, **others)


# What becomes of cases does not move staff, so that seeing is judged with the same people.
STEADY = {
    "workforce.exit_strain": 1.0, "workforce.exit_supervision": 1.0, "workforce.exit_blame": 1.0,
    "workforce.exit_caseload": 1.0, "workforce.sickness_strain": 1.0,
    "workforce.sickness_caseload": 1.0, "market.pull_of_name": 0.0, "market.intake_of_fear": 0.0,
    "market.intake_of_alarm": 0.0, "workforce.exit_rules": 1.0, "workforce.exit_of_name": 0.0,
    "workforce.agency_of_name": 0.0, "money.posts_held": 0.0, "leadership.suspended": 0.0,
}  # fmt: skip
RUNS = {}


def quarters(setting, replicate):
    """The counters of one run by quarter, kept for whoever asks again."""
    key = (setting.meaning, replicate)
    if key not in RUNS:
        RUNS[key] = world(setting, replicate).run()["quarterly"]
    return RUNS[key]


@cache
def measured(meaning, replicate, name, quarter, place=None):
    """A measure, or a counter's sum, of one run: in one quarter, or over its last two years."""
    rows = RUNS[meaning, replicate]
    rows = rows[rows["authority"] == place] if place else rows
    rows = rows[rows["quarter"] == quarter] if quarter else rows[rows["first_week"] >= YEAR]
    return value(MEASURES[name], rows) if name in MEASURES else rows[name].sum()


def changes(before, after, name, quarter=None, replicates=REPLICATES, place=None):
    """Paired differences of a measure, replicate by replicate; of all authorities or of one."""
    for setting in (before, after):
        for replicate in range(replicates):
            quarters(setting, replicate)
    return np.array([
        measured(after.meaning, r, name, quarter, place)
        - measured(before.meaning, r, name, quarter, place)
        for r in range(replicates)
    ])  # fmt: skip


def rises(before, after, name, quarter=None, replicates=REPLICATES):
    difference = changes(before, after, name, quarter, replicates)
    assert wilcoxon(difference, alternative="greater").pvalue < CHANCE, name


def falls(before, after, name, quarter=None, replicates=REPLICATES):
    difference = changes(before, after, name, quarter, replicates)
    assert wilcoxon(difference, alternative="less").pvalue < CHANCE, name


def fall_together(before, after, *names):
    """The sum of several counters falls."""
    difference = sum(changes(before, after, name) for name in names)
    assert wilcoxon(difference, alternative="less").pvalue < CHANCE, names


def rises_not(before, after, name):
    """No rise that matters: the upper end of a 95% interval lies below what would."""
    difference = changes(before, after, name)
    error = difference.std(ddof=1) / np.sqrt(len(difference))
    upper = difference.mean() + t.ppf(MOST, len(difference) - 1) * error
    assert upper < MEASURES[name].matters, f"{name}: {difference.mean():+.2f}, at most {upper:+.2f}"


def untouched(before, after, *names, quarter=None, place=None):
    for name in names:
        difference = changes(before, after, name, quarter, replicates=2, place=place)
        assert not difference.any(), name


@cache
def base():
    return here()
