"""Without signs, files or help, spells of harm are an alternating renewal process.

They begin at the onset hazard and end by themselves at one of two natural hazards, so their
mean lengths and the share of families in one at a time are known. Onset is set high, and
flat over pressure and age, so that a small world holds many spells. False alarms: one in a
million for each comparison; the last test says how small an error would be caught.
"""

from math import exp

import numpy as np
import pytest

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.state.columns import column
from tests.odds import agrees, could_miss
from tests.worlds import small, world

ONSET, TRANSIENT, CHRONIC, CHRONIC_SHARE = 0.1, 0.6, 3.0, 0.4
ALONE = {
    "families.onset_rate": ONSET,
    "families.relapse": 1.0,
    "families.onset_slope": 0.0,
    "families.onset_infant": 1.0,
    "families.onset_adolescent": 1.0,
    "families.transient_spell_years": TRANSIENT,
    "families.chronic_spell_years": CHRONIC,
    "families.chronic_share": CHRONIC_SHARE,
    "families.plan_effect": 1.0,
    "families.in_need_effect": 1.0,
    "partners.true_signs": 0.0,
    "partners.false_signs": 0.0,
    "outcomes.incident_rate": 0.0,
    "outcomes.incident_infant": 0.0,
}
PAST, YEARS, SETTLED = 15, 3, 12 * WEEKS_IN_YEAR


def weekly(yearly):
    return 1 - exp(-yearly / WEEKS_IN_YEAR)


@pytest.fixture(scope="module")
def run():
    """A world that has run, its spells, and the last week that was lived."""
    model = world(small(families=60_000, past=PAST, years=YEARS, parameters=ALONE))
    return model, model.run()["spells"], model.week - 1


def could_end(spells, last):
    """Weeks in which the spells could have ended within the run, and how many did by themselves."""
    onset, end = spells.onset_week.to_numpy(), spells.end_week.to_numpy()
    grew_up = (spells.ended_by == "grew up").to_numpy()
    stop = np.where(end < 0, last, end - grew_up)
    weeks = np.maximum(0, stop - np.maximum(onset + 1, 0) + 1)
    return int((spells.ended_by == "ceased").sum()), int(weeks.sum())


@pytest.mark.parametrize(("chronic", "years"), [(False, TRANSIENT), (True, CHRONIC)])
def test_spells_end_at_their_natural_hazard(run, chronic, years):
    _, spells, last = run
    ended, weeks = could_end(spells[spells.chronic == chronic], last)
    print(f"{ended} ended; mean {weeks / ended / WEEKS_IN_YEAR:.3f} years for {years}")
    assert agrees(ended, weeks, weekly(1 / years))
    assert could_miss(weeks, weekly(1 / years)) < 0.1
    assert not agrees(0.9 * ended, weeks, weekly(1 / years))


def test_the_mix_at_onset_is_the_share_that_is_chronic(run):
    _, spells, _ = run
    begun = spells[spells.onset_week >= 0]
    assert agrees(begun.chronic.sum(), len(begun), CHRONIC_SHARE)


def test_prevalence_is_onset_times_mean_length(run):
    """In families old enough for their beginning, free of harm, to be forgotten."""
    model, _, last = run
    born = column(model.tables.homes, "first_birth")
    settled = np.minimum(last - born, last + PAST * WEEKS_IN_YEAR) > SETTLED
    harmed = (column(model.tables.truth, "harm") > 0)[settled]
    mean = CHRONIC_SHARE / weekly(1 / CHRONIC) + (1 - CHRONIC_SHARE) / weekly(1 / TRANSIENT)
    per_free_week = weekly(ONSET) * mean
    expected = per_free_week / (1 + per_free_week)
    print(f"{harmed.mean():.4f} harmed of {len(harmed)}, {expected:.4f} expected")
    assert agrees(harmed.sum(), len(harmed), expected)
    assert could_miss(len(harmed), expected) < 0.2


def test_nobody_is_known(run):
    model, _, _ = run
    quarterly = model.recorder.tables()["quarterly"]
    assert quarterly[["contacts", "referrals", "plans_started", "recognised"]].to_numpy().sum() == 0
