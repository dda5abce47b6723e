"""Competing exits with constant hazards have cumulative incidences in closed form.

False alarms: one in a million for each comparison. Power: with 20,000 spells, of which a third is
still followed, one less Kaplan-Meier of each destination by itself, which takes those who went
elsewhere for censored, is caught at once.
"""

import numpy as np
import pandas as pd
import pytest
from scipy import stats
from statsmodels.duration.survfunc import CumIncidenceRight

from sim.analysis.survival.curves import kaplan_meier, share_at
from sim.analysis.survival.incidence import incidence, incidence_by_run, mean_incidence
from sim.analysis.survival.spells import DESTINATIONS, STAYED
from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.chance import Chance
from tests.odds import agrees

HAZARDS = dict(zip(DESTINATIONS, (0.0029, 0.0013, 0.0008), strict=True))
ALL = sum(HAZARDS.values())
LONGEST = 420
MOMENTS = [round(years * WEEKS_IN_YEAR) for years in (1, 2, 3, 5)]


def spells(chance, n, stream="test"):
    """Spells ended by constant weekly chances, or by the end of following at some even week."""
    draw = [chance.uniforms(f"{stream}.{one}", 0, np.arange(n)) for one in ("wait", "way", "end")]
    wait = 1 + (np.log(draw[0]) / np.log(1 - ALL)).astype(int)
    follow = 1 + (LONGEST * draw[2]).astype(int)
    cause = np.array(DESTINATIONS)[
        np.searchsorted(np.cumsum(list(HAZARDS.values())) / ALL, draw[1])
    ]
    ended = wait <= follow
    return pd.DataFrame({
        "weeks": np.minimum(wait, follow), "ended": ended,
        "left_for": np.where(ended, cause, STAYED), "scenario": "now", "draw": 0,
    })  # fmt: skip


def truth(cause, week):
    """Share that has left by one way: its part of the hazard, of all who have left."""
    return HAZARDS[cause] / ALL * (1 - (1 - ALL) ** week)


@pytest.fixture(scope="module")
def many():
    return spells(Chance(11, 0), 20_000)


@pytest.mark.parametrize("cause", DESTINATIONS)
def test_shares_are_those_of_the_closed_form(many, cause):
    known = incidence_by_run(many.assign(replicate=0), MOMENTS).set_index(["cause", "week"])
    for week in MOMENTS:
        # those still followed stand for all: the estimate is at least as sure as a share of them
        followed = int((many["weeks"] >= week).sum())
        found = known["share"][cause, week]
        assert agrees(found * followed, followed, truth(cause, week)), (found, truth(cause, week))


@pytest.mark.parametrize("cause", DESTINATIONS)
def test_taking_those_who_went_elsewhere_for_censored_would_be_caught(many, cause):
    alone = kaplan_meier(many.assign(ended=many["left_for"] == cause))
    week = MOMENTS[-1]
    followed = int((many["weeks"] >= week).sum())
    naive = 1 - share_at(alone, week)
    assert not agrees(naive * followed, followed, truth(cause, week)), (naive, truth(cause, week))


def test_the_interval_of_a_mean_holds_the_truth_as_often_as_it_says():
    """Each of 300 experiments has six runs of sixty spells, all alike but for luck."""
    cause, week, chance, experiments = DESTINATIONS[0], MOMENTS[1], Chance(12, 0), 300
    rows = spells(chance, experiments * 6 * 60).assign(
        experiment=np.repeat(np.arange(experiments), 360),
        replicate=np.tile(np.repeat(np.arange(6), 60), experiments),
    )
    held = 0
    for _, part in rows.groupby("experiment"):
        curve = mean_incidence(part, [cause])[cause]
        at = curve[curve["week"] <= week].iloc[-1]
        held += at["low"] <= truth(cause, week) <= at["high"]
    assert agrees(held, experiments, 0.95), held
    assert not agrees(experiments, experiments, 0.95)


@pytest.mark.parametrize("seed", range(4))
def test_a_library_gives_the_same(seed):
    """Ties in plenty: 800 spells in some 400 weeks, and again in 20."""
    for step in (1, 20):
        some = spells(Chance(seed, 0), 800)
        some["weeks"] = (some["weeks"] + step - 1) // step
        number = {STAYED: 0, **{cause: n for n, cause in enumerate(DESTINATIONS, start=1)}}
        library = CumIncidenceRight(some["weeks"], some["left_for"].map(number))
        ours = incidence(some).set_index("week").loc[library.times]
        for cause, theirs in zip(DESTINATIONS, library.cinc, strict=True):
            assert np.abs(ours[cause].to_numpy() - theirs).max() < 1e-9


def test_destinations_share_a_hazard_by_their_parts(many):
    counts = many["left_for"].value_counts()[list(DESTINATIONS)]
    expected = counts.sum() * np.array(list(HAZARDS.values())) / ALL
    assert stats.chisquare(counts, expected).pvalue > 1e-6
