"""Incidence: worked by hand, and identities that hold for any spells."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from sim.analysis.survival.curves import kaplan_meier, share_at
from sim.analysis.survival.incidence import incidence, incidence_by_run, mean_incidence
from sim.analysis.survival.spells import DESTINATIONS, STAYED, job_spells
from sim.kernel.errors import CpsimError

RUN = {"scenario": "now", "draw": 0, "replicate": 0}
GONE, MOVED, AGENCY = DESTINATIONS
ENDINGS = [STAYED, *DESTINATIONS]


def spells(*rows, **run):
    made = pd.DataFrame(rows, columns=["weeks", "left_for"])
    return made.assign(ended=made["left_for"] != STAYED, **{**RUN, **run})


BY_HAND = spells(
    (2, GONE), (2, MOVED), (3, STAYED), (4, GONE), (4, STAYED), (6, AGENCY), (6, GONE), (9, STAYED)
)


def test_shares_by_hand():
    """Of 8, two leave in week 2; of the 5 left in week 4, one; of the 3 left in week 6, two."""
    found = incidence(BY_HAND).set_index("week")
    assert list(found.index) == [0, 2, 3, 4, 6, 9]
    before_4, before_6 = 6 / 8, 6 / 8 * 4 / 5
    assert found.loc[0].tolist() == [0.0, 0.0, 0.0]
    assert found.loc[3].tolist() == pytest.approx([1 / 8, 1 / 8, 0])
    assert found.loc[4].tolist() == pytest.approx([1 / 8 + before_4 / 5, 1 / 8, 0])
    assert found.loc[9].tolist() == pytest.approx(
        [1 / 8 + before_4 / 5 + before_6 / 3, 1 / 8, before_6 / 3]
    )


def test_who_is_censored_with_others_leaving_was_still_followed():
    tied, later = spells((5, GONE), (5, STAYED)), spells((5, GONE), (6, STAYED))
    assert incidence(tied)[GONE].max() == incidence(later)[GONE].max() == 0.5


def test_shares_are_not_known_beyond_the_last_who_was_followed():
    table = incidence_by_run(BY_HAND, [4, 9, 10]).set_index(["cause", "week"])["share"]
    assert table[GONE, 4] == pytest.approx(0.275)
    assert table[GONE, 9] == pytest.approx(0.475)
    assert table.loc[:, 10].isna().all()


def test_who_leaves_in_the_first_week_counts_from_it():
    assert incidence(spells((0, GONE), (8, STAYED)))[GONE].tolist() == [0.5, 0.5]


def test_nobody_leaves_and_nobody_is_there():
    assert incidence(spells((5, STAYED), (9, STAYED)))[list(DESTINATIONS)].to_numpy().max() == 0
    assert incidence(spells()).empty
    assert all(curve.empty for curve in mean_incidence(spells()).values())


ANY = st.lists(
    st.tuples(st.integers(0, 12), st.sampled_from(ENDINGS), st.integers(0, 2)), min_size=1
)


def drawn(rows):
    made = pd.DataFrame(rows, columns=["weeks", "left_for", "replicate"])
    return made.assign(scenario="now", draw=0, ended=made["left_for"] != STAYED)


@given(ANY)
def test_in_every_run_destinations_and_those_in_post_add_up_to_all(rows):
    for _, part in drawn(rows).groupby("replicate"):
        found, staying = incidence(part), kaplan_meier(part)
        assert staying["week"].is_unique
        assert staying["week"].max() == found["week"].max()
        in_post = np.array([share_at(staying, week) for week in found["week"]])
        total = found[list(DESTINATIONS)].sum(axis="columns") + in_post
        assert np.allclose(total, 1, atol=1e-12)


@given(ANY)
def test_shares_only_grow_and_destinations_joined_add_up(rows):
    found = incidence(drawn(rows))
    assert (found[list(DESTINATIONS)].diff().iloc[1:] >= 0).all(axis=None)
    joined = drawn(rows).replace({"left_for": {AGENCY: MOVED}})
    assert np.allclose(incidence(joined)[MOVED], found[MOVED] + found[AGENCY], atol=1e-12)


@given(ANY)
def test_with_everybody_followed_to_the_end_shares_are_counts(rows):
    whole = drawn([(12 if end == STAYED else weeks, end, run) for weeks, end, run in rows])
    for cause in DESTINATIONS:
        last = incidence(whole)[cause].iloc[-1]
        assert last == pytest.approx((whole["left_for"] == cause).mean())


@given(ANY)
def test_a_later_end_of_following_moves_nothing_before_it(rows):
    early, late = drawn(rows), drawn([*rows])
    late.loc[late["left_for"] == STAYED, "weeks"] += 20
    first = early.loc[early["left_for"] == STAYED, "weeks"].min()
    until = 12 if np.isnan(first) else first
    one, other = (incidence(part) for part in (early, late))
    one, other = (part[part["week"] <= until].iloc[-1].drop("week") for part in (one, other))
    assert np.allclose(one.astype(float), other.astype(float), atol=1e-12)


def test_the_mean_is_over_runs_and_its_interval_is_that_of_a_mean():
    shares = [0.2, 0.4, 0.6, 0.8]
    runs = pd.concat([
        spells(*[(10, GONE)] * round(10 * share), *[(20, STAYED)] * round(10 - 10 * share),
               replicate=run)
        for run, share in enumerate(shares)
    ])  # fmt: skip
    row = mean_incidence(runs)[GONE].set_index("week").loc[20]
    half = stats.t.ppf(0.975, 3) * np.std(shares, ddof=1) / 2
    assert row["share"] == pytest.approx(0.5)
    assert (row["low"], row["high"]) == pytest.approx((0.5 - half, min(1, 0.5 + half)))


def test_one_run_has_no_interval():
    alone = mean_incidence(BY_HAND)[GONE]
    assert alone["share"].tolist() == incidence(BY_HAND)[GONE].tolist()
    assert alone[["low", "high"]].isna().all(axis=None)


JOBS = ["start_week", "stop_week", "ended_by"]


def jobs(*rows):
    made = pd.DataFrame(rows, columns=JOBS)
    return made.assign(newly_qualified=False, agency=False)


def test_retirement_leaves_the_profession_and_promotion_leads_nowhere():
    made = job_spells(
        jobs((0, 5, "retired"), (0, 5, "profession"), (0, 5, "promoted"), (0, -1, ""),
             (0, 150, "agency"), (0, 99, "agency")), 0, 100,
    )  # fmt: skip
    assert made["left_for"].tolist() == [GONE, GONE, STAYED, STAYED, STAYED, AGENCY]
    assert (made["ended"] == (made["left_for"] != STAYED)).all()


def test_an_ending_that_leads_nowhere_known_is_refused():
    with pytest.raises(CpsimError) as told:
        job_spells(jobs((0, 5, "sabbatical")), 0, 100)
    assert str(told.value) == (
        "Table jobs has a job ended by “sabbatical”, which is no destination of leavers "
        "(profession, retired, another authority, agency). Run the experiment again with this "
        "version."
    )
