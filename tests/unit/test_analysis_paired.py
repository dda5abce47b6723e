"""Paired differences: by hand, against SciPy, and adjusted for being many."""

import math

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from sim.analysis.breakdown import broken_down
from sim.analysis.intervals import over_replicates
from sim.analysis.paired import differences, effects, holm, holm_divisors, same_sign
from sim.analysis.time import course
from sim.kernel.chance import Chance
from sim.kernel.errors import InputError

BASE = [10.0, 12.0, 11.0, 13.0]
CAP = [9.0, 10.0, 10.5, 11.0]


def runs(**values):
    """Lay out runs: one list of replicates for each scenario."""
    rows = [
        {"scenario": name, "draw": 0, "replicate": n, "caseload": value, "turnover": -value}
        for name, series in values.items()
        for n, value in enumerate(series)
    ]
    return pd.DataFrame(rows)


def test_a_paired_difference_by_hand():
    row = effects(runs(now=BASE, cap=CAP), ["caseload"], "now").iloc[0]
    # Differences −1, −2, −0.5, −2: mean −1.375, sum of squares 1.6875, error 0.375.
    assert row["change"] == -1.375
    assert row["baseline"] == 11.5
    half = 3.182446305284263 * 0.375
    assert (row["low"], row["high"]) == pytest.approx((-1.375 - half, -1.375 + half))
    assert row["n"] == 4
    assert row["same_sign"] == 1.0


def test_p_values_and_intervals_are_those_of_scipy():
    row = effects(runs(now=BASE, cap=CAP), ["caseload"], "now").iloc[0]
    test = stats.ttest_rel(CAP, BASE)
    low, high = test.confidence_interval(0.95)
    assert row["p"] == pytest.approx(test.pvalue)
    assert (row["low"], row["high"]) == pytest.approx((low, high))
    assert (row["low_adjusted"], row["high_adjusted"]) == pytest.approx((low, high))


def test_pairs_are_made_by_replicate_whatever_the_order_of_rows():
    table = runs(now=BASE, cap=CAP)
    assert effects(table.iloc[::-1], ["caseload"], "now")["p"].iloc[0] == pytest.approx(
        effects(table, ["caseload"], "now")["p"].iloc[0]
    )


def test_a_replicate_without_a_value_drops_out_of_its_pair_only():
    row = effects(runs(now=BASE, cap=[9.0, math.nan, 10.5, 11.0]), ["caseload"], "now").iloc[0]
    assert row["n"] == 3
    assert row["change"] == pytest.approx((-1 - 0.5 - 2) / 3)


def test_nothing_changed_is_not_clear_and_a_constant_change_is():
    table = effects(runs(now=BASE, same=BASE, more=[b + 1 for b in BASE]), ["caseload"], "now")
    same, more = table.set_index("scenario").loc[["same", "more"]].to_dict("records")
    assert (same["p"], same["clear"], same["change"], same["same_sign"]) == (1.0, False, 0.0, 1.0)
    assert (more["p"], more["clear"], more["low"], more["high"]) == (0.0, True, 1.0, 1.0)


def test_one_replicate_tells_a_change_and_no_more():
    row = effects(runs(now=[10.0], cap=[9.0]), ["caseload"], "now").iloc[0]
    assert row["change"] == -1.0
    assert np.isnan(row["low"])
    assert not row["clear"]


def test_holm_by_hand():
    assert holm([0.01, 0.04, 0.03]) == pytest.approx([0.03, 0.06, 0.06])
    assert holm([0.5, 0.9]) == pytest.approx([1.0, 1.0])
    assert holm([math.nan, 0.01]) == pytest.approx([1.0, 0.02])


def test_holm_divides_by_the_comparisons_left_until_the_first_that_is_not_clear():
    assert list(holm_divisors([0.001, 0.02, 0.04, 0.9], 0.95)) == [4, 3, 3, 3]
    assert list(holm_divisors([0.9, 0.001], 0.95)) == [1, 2]


@pytest.mark.parametrize("seed", range(20))
def test_adjusted_intervals_leave_out_no_change_exactly_when_holm_calls_it_clear(seed):
    luck = Chance(seed, 0)
    series = {
        name: luck.uniforms(name, 0, np.arange(6)) + shift
        for name, shift in (("now", 0), ("a", 0.2), ("b", 0.4), ("c", 0.6), ("d", 0.9))
    }
    table = effects(runs(**series), ["caseload", "turnover"], "now")
    outside = (table["low_adjusted"] > 0) | (table["high_adjusted"] < 0)
    assert (outside == table["clear"]).all()
    assert (table["p_holm"] >= table["p"]).all()
    assert ((table["high_adjusted"] - table["low_adjusted"]) >= table["high"] - table["low"]).all()


def test_the_share_of_replicates_with_the_sign_of_the_mean():
    assert same_sign(np.array([-1.0, -2.0, 0.5, -1.0])) == 0.75


def test_a_lone_scenario_has_no_effects():
    assert effects(runs(now=BASE), ["caseload"], "now").empty


def test_runs_that_would_be_counted_twice_are_refused():
    table = runs(now=BASE, cap=CAP)
    twice = pd.concat([table, table[table["scenario"] == "cap"].tail(1)])
    told = r"Two runs are both replicate 3 of draw 0 of “cap”, so effects would count them more"
    with pytest.raises(InputError, match=rf"E204\][\s\S]*{told}[\s\S]*under a name of its own"):
        effects(twice, ["caseload"], "now")
    with pytest.raises(InputError, match=told):
        differences(twice, "caseload", "cap", "now")


def test_points_of_a_design_share_their_replicates_luck_and_add_no_evidence():
    """Fifty points of four replicates tell what four replicates of their mean tell, and no more."""
    one = runs(now=BASE, cap=CAP)
    shifts = np.linspace(-3, 3, 51)
    many = pd.concat([
        one.assign(draw=n, caseload=one["caseload"] + shift * (one["scenario"] == "cap"))
        for n, shift in enumerate(shifts)
    ])  # fmt: skip
    alone, swept = (effects(rows, ["caseload"], "now").iloc[0] for rows in (one, many))
    names = ["change", "low", "high", "p", "n", "replicates", "p_holm", "low_adjusted"]
    assert swept[names].astype(float).to_numpy() == pytest.approx(alone[names].astype(float))
    assert len(differences(many, "caseload", "cap", "now")) == len(BASE)
    assert over_replicates(many, "caseload") == over_replicates(one, "caseload")
    timed = [rows.assign(quarter="2026-27 Q1", value=rows["caseload"]) for rows in (one, many)]
    first, second = (course(rows, "cap", "now", "lower").moments.iloc[0] for rows in timed)
    assert second["low"] == pytest.approx(first["low"])
    assert second["n"] == len(BASE)
    grouped = [broken_down(rows.assign(kind="all"), ["kind"], "now") for rows in timed]
    assert grouped[1]["change_low"].to_numpy() == pytest.approx(
        grouped[0]["change_low"].to_numpy(), nan_ok=True
    )
    assert set(grouped[1]["n"]) == {len(BASE)}
