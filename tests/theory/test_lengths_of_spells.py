"""Without help, spells of harm of each type are exponential in length, and so is the time to one.

Only the families stage runs. Every family begins anew, so that nobody grows up while it lasts,
and harm begins at a rate flat over pressure and age. In weeks the lengths are geometric, the
exponential seen once a week, at the hazard of the parameter's mean. The Kolmogorov-Smirnov
distance is taken at whole weeks up to a horizon, among spells that could be followed as far, and
held against the quantile of its continuous limit, which is conservative for counts.

False alarms: at most 1 in 1000 for each comparison; the seed is fixed. Power: spells a tenth
longer, help in force, and two types taken as one each lie beyond the limit, and are asserted to.
"""

from functools import cache
from math import exp

import numpy as np
import pytest
from scipy import stats

from sim.casefile.status import CHILD_PROTECTION
from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.model import ChildrensServices
from sim.rules.harm import SPELL_COLUMNS
from sim.stages import families
from sim.state.columns import column
from sim.world.past import make_room
from tests.worlds import SEED, small

ONSET, TRANSIENT, CHRONIC, HELP = 0.15, 0.6, 3.0, 1.54
ALONE = {
    "families.onset_rate": ONSET, "families.onset_slope": 0.0, "families.onset_infant": 1.0,
    "families.onset_adolescent": 1.0, "families.transient_spell_years": TRANSIENT,
    "families.chronic_spell_years": CHRONIC, "families.chronic_share": 0.5,
    "families.plan_effect": HELP, "families.relapse": 1.0,
}  # fmt: skip
FAMILIES, WEEKS, HORIZON = 50_000, 600, 250
FALSE_ALARM = 1e-3


def weekly(yearly):
    return 1 - exp(-yearly / WEEKS_IN_YEAR)


@cache
def lived(helped=False):
    """Weeks from the start to each family's first spell, and spells: type, onset, length.

    A spell that still goes on has the length it would have had if it never ended.
    """
    setting = small(families=FAMILIES, past=0, parameters=ALONE)
    model = ChildrensServices(setting, SEED, 0)
    truth, started = model.tables.truth, model.week
    column(model.tables.homes, "first_birth")[:] = started
    if helped:
        model.tables.record["status"], model.tables.record["dose"] = CHILD_PROTECTION, 1.0
    first = np.full(FAMILIES, 2 * WEEKS)
    for _ in range(WEEKS):
        make_room(model)
        families.run(model)
        model.week += 1
        free = (first > WEEKS) & (truth["harm"] > 0)
        first[free] = model.week - started
    book = model.tables.spells
    rows = dict(zip(SPELL_COLUMNS, book.rows[: book.count[0]].T, strict=True))
    going = truth[truth["harm"] > 0]
    chronic = np.concatenate([rows["chronic"], going["chronic"]])
    onset = np.concatenate([rows["onset_week"], going["onset"]])
    length = np.concatenate([rows["end_week"] - rows["onset_week"], np.full(len(going), 2 * WEEKS)])
    early = onset + HORIZON < model.week
    return first, chronic[early], length[early]


def distance(lengths, mean_years):
    """Kolmogorov and Smirnov's distance from the geometric up to the horizon."""
    weeks = np.arange(1, HORIZON + 1)
    found = np.searchsorted(np.sort(lengths), weeks, side="right") / len(lengths)
    return np.abs(found - (1 - (1 - weekly(1 / mean_years)) ** weeks)).max()


def limit(lengths):
    """Distance that chance passes once in a thousand times, at most."""
    return stats.kstwobign.isf(FALSE_ALARM) / np.sqrt(len(lengths))


@pytest.mark.parametrize(("type_", "mean"), [(0, TRANSIENT), (1, CHRONIC)])
def test_spells_of_each_type_are_exponential(type_, mean):
    _, chronic, length = lived()
    own = length[chronic == type_]
    print(f"{len(own)} spells: distance {distance(own, mean):.4f}, limit {limit(own):.4f}, "
          f"a tenth longer {distance(own, 1.1 * mean):.4f}")  # fmt: skip
    assert distance(own, mean) < limit(own)
    for wrong in (0.9, 1.1):
        assert distance(own, wrong * mean) > limit(own)


def test_time_to_the_first_spell_is_exponential():
    first, _, _ = lived()
    assert distance(first, 1 / ONSET) < limit(first)
    for wrong in (0.95, 1.05):
        assert distance(first, wrong / ONSET) > limit(first)


def test_two_types_together_are_not_exponential():
    _, _, length = lived()
    means = np.linspace(TRANSIENT, CHRONIC, 50)
    assert min(distance(length, mean) for mean in means) > 5 * limit(length)


@pytest.mark.parametrize(("type_", "mean"), [(0, TRANSIENT), (1, CHRONIC)])
def test_help_in_force_shortens_spells_and_they_stay_exponential(type_, mean):
    """The control: under a plan at full dose the natural mean is refused, by far."""
    _, chronic, length = lived(helped=True)
    own = length[chronic == type_]
    assert distance(own, mean) > 3 * limit(own)
    assert distance(own, mean / HELP) < limit(own)
