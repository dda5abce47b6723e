"""Survival: a classic worked by hand, censoring, and who is followed."""

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from sim.analysis.survival.curves import (
    at_risk,
    kaplan_meier,
    mean_curve,
    share_at,
    shares_by_run,
)
from sim.analysis.survival.spells import job_spells, recognition_spells
from sim.kernel.chance import Chance

# Remission in weeks under 6-mercaptopurine (Freireich and others 1963).
ENDED = [6, 6, 6, 7, 10, 13, 16, 22, 23]
CENSORED = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
BY_HAND = {6: 0.857, 7: 0.807, 10: 0.753, 13: 0.690, 16: 0.627, 22: 0.538, 23: 0.448}


def spells():
    weeks = [*ENDED, *CENSORED]
    return pd.DataFrame({"weeks": weeks, "ended": [True] * len(ENDED) + [False] * len(CENSORED)})


def test_kaplan_meier_on_a_published_example():
    curve = kaplan_meier(spells())
    assert {week: round(share_at(curve, week), 3) for week in BY_HAND} == BY_HAND
    assert share_at(curve, 0) == 1.0
    assert share_at(curve, 5.9) == 1.0
    assert np.isnan(share_at(curve, 36))


def test_the_interval_is_loglog_by_greenwood():
    row = kaplan_meier(spells()).set_index("week").loc[10]
    share, variance = 0.752941, 0.009279
    spread = 1.959964 * np.sqrt(variance) / (share * np.log(share))
    assert row["low"] == pytest.approx(share ** np.exp(-spread), abs=2e-4)
    assert row["high"] == pytest.approx(share ** np.exp(spread), abs=2e-4)


def test_numbers_at_risk_by_hand():
    assert at_risk(spells(), [0, 6, 7, 10, 23, 36]) == [21, 21, 17, 15, 6, 0]


def test_nobody_leaves_and_nobody_is_there():
    stay = pd.DataFrame({"weeks": [5, 9], "ended": [False, False]})
    assert list(kaplan_meier(stay)["share"]) == [1.0, 1.0]
    assert kaplan_meier(stay.iloc[:0]).empty


def jobs(*rows):
    names = ["start_week", "stop_week", "ended_by", "newly_qualified", "agency"]
    return pd.DataFrame(rows, columns=names)


def test_jobs_that_began_before_the_window_are_left_out():
    made = job_spells(jobs((-5, 20, "profession", False, False), (3, -1, "", True, False)), 0, 100)
    assert list(made["weeks"]) == [97]
    assert list(made["ended"]) == [False]


def test_agency_is_left_out_and_promotion_ends_the_following_only():
    made = job_spells(
        jobs(
            (0, 30, "agency", False, False), (0, 40, "promoted", False, False),
            (0, 10, "assignment ended", False, True),
        ), 0, 100,
    )  # fmt: skip
    assert list(made["weeks"]) == [30, 40]
    assert list(made["ended"]) == [True, False]


def test_the_newly_qualified_can_be_followed_apart():
    both = jobs((0, 30, "profession", True, False), (0, 40, "profession", False, False))
    assert list(job_spells(both, 0, 100, newly_qualified=True)["weeks"]) == [30]


def test_harm_that_ended_unseen_stays_in_the_count():
    made = recognition_spells(harm((0, 20, -1), (0, 90, 30), (0, -1, -1), (-3, 10, 5)), 0, 100)
    assert list(made["weeks"]) == [100, 30, 100]
    assert share_at(kaplan_meier(made), 60) == pytest.approx(2 / 3)


def test_harm_that_begins_under_protection_is_left_out():
    made = recognition_spells(harm((0, 20, 0), (0, 90, 30)), 0, 100)
    assert list(made["weeks"]) == [30]


def harm(*rows, children=1):
    """Spells of harm: when it began, ended and was recognised."""
    made = pd.DataFrame(rows, columns=["onset_week", "end_week", "recognised_week"])
    return made.assign(children=children)


def test_each_child_of_a_family_is_a_spell():
    made = recognition_spells(harm((0, 90, 30), (0, -1, -1), children=[3, 1]), 0, 100)
    assert list(made["weeks"]) == [30, 30, 30, 100]
    assert share_at(kaplan_meier(made), 60) == pytest.approx(1 / 4)


def test_what_comes_after_the_last_week_has_not_come_yet():
    """Otherwise late recognition would stay at risk longer than what was never recognised."""
    made = recognition_spells(harm((50, -1, 150), (50, -1, -1)), 0, 100)
    assert list(made["weeks"]) == [50, 50]
    assert not made["ended"].any()
    left = job_spells(jobs((0, 120, "profession", False, False)), 0, 100)
    assert list(left["weeks"]) == [100]
    assert not left["ended"].any()


def product_limit(weeks, ended, week):
    """Kaplan and Meier's product by hand: at each end, the share of those at risk who stay."""
    share = 1.0
    for moment in sorted({w for w, e in zip(weeks, ended, strict=True) if e and w <= week}):
        at_risk_then = sum(w >= moment for w in weeks)
        ends = sum(w == moment and e for w, e in zip(weeks, ended, strict=True))
        share *= 1 - ends / at_risk_then
    return share


@pytest.mark.parametrize("seed", range(4))
def test_a_second_computation_without_a_library_agrees(seed):
    chance, n = Chance(seed, 0), np.arange(300)
    wait = 1 + (60 * -np.log(chance.uniforms("test.wait", 0, n))).astype(int)
    onset = (chance.uniforms("test.onset", 0, n) * 100).astype(int)
    found = np.where(chance.uniforms("test.found", 0, n) < 0.6, onset + wait, -1)
    rows = pd.DataFrame(
        {"onset_week": onset, "end_week": -1, "recognised_week": found,
         "children": 1 + n % 3}
    )  # fmt: skip
    made = recognition_spells(rows, 0, 99)
    weeks, ended = made["weeks"].tolist(), made["ended"].tolist()
    assert 0 < sum(ended) < len(ended) == rows["children"].sum()
    for week in (0, 3, 26, 52, 80):
        by_hand = product_limit(weeks, ended, week)
        assert share_at(kaplan_meier(made), week) == pytest.approx(by_hand)


def test_each_run_is_read_by_itself():
    run = {"scenario": "now", "draw": 0, "ended": True}
    both = pd.DataFrame([
        {**run, "replicate": 0, "weeks": 5}, {**run, "replicate": 0, "weeks": 50},
        {**run, "replicate": 1, "weeks": 50},
    ])  # fmt: skip
    table = shares_by_run(both, 10, "retention")
    assert list(table["retention"]) == [0.5, 1.0]


def runs(ends):
    """Ten spells for each run, so many of which end in week 10; the others are followed to 20."""
    return pd.concat(
        [
            pd.DataFrame({"weeks": [10] * ended + [20] * (10 - ended),
                          "ended": [True] * ended + [False] * (10 - ended),
                          "draw": 0, "replicate": run})
            for run, ended in enumerate(ends)
        ]
    )  # fmt: skip


def test_the_band_holds_the_luck_between_runs():
    curve = mean_curve(runs([2, 4, 6, 8])).set_index("week")
    assert curve.loc[20, "share"] == pytest.approx(0.5)
    half = stats.t.ppf(0.975, 3) * np.std([0.2, 0.4, 0.6, 0.8], ddof=1) / 2
    assert curve.loc[20, "high"] - curve.loc[20, "share"] == pytest.approx(half)
    pooled = kaplan_meier(runs([2, 4, 6, 8])).set_index("week")
    wide, narrow = (one.loc[20, "high"] - one.loc[20, "low"] for one in (curve, pooled))
    assert wide > narrow


def test_runs_that_agree_have_no_band_and_a_single_run_has_its_own():
    same = mean_curve(runs([5, 5, 5])).set_index("week")
    assert same.loc[20, "low"] == same.loc[20, "high"] == pytest.approx(0.5)
    pd.testing.assert_frame_equal(mean_curve(runs([5])), kaplan_meier(runs([5])))
