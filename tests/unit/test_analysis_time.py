"""When an effect is clear and how it dips, on made data whose answer is known."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from sim.analysis.time import begins, course
from sim.kernel.chance import Chance

MOMENTS = [f"{year}-{year - 1999} Q{quarter}" for year in (2026, 2027) for quarter in (1, 2, 3, 4)]
# Eight paired differences around nought, with mean 0 and standard error 1 / √8 · 1.069.
NOISE = np.array([-1.0, 1.0, -1.0, 1.0, -1.0, 1.0, -1.0, 1.0])


def made(effects, noise=NOISE):
    """Runs of two scenarios that differ by these effects, one for each moment, and noise.

    noise : one list for each moment, or one for them all
    """
    differences = np.array(effects, float)[:, None] + np.atleast_2d(noise)
    moments, pairs = differences.shape
    level = np.broadcast_to(100.0 + 7 * np.arange(pairs), differences.shape)
    one = pd.DataFrame({
        "draw": 0, "replicate": np.tile(np.arange(pairs), moments),
        "quarter": np.repeat(MOMENTS[:moments], pairs),
    })  # fmt: skip
    return pd.concat([
        one.assign(scenario="now", value=level.ravel()),
        one.assign(scenario="policy", value=(level + differences).ravel()),
    ])  # fmt: skip


def followed(effects, better="lower", **how):
    return course(made(effects), "policy", "now", better, **how)


def test_an_effect_is_clear_from_where_it_begins_and_lasts():
    found = followed([0, 0, 0, -3, -3, -3, -3, -3])
    assert found.clear_from == "2026-27 Q4"
    assert found.change == pytest.approx(-3)


def test_a_gap_starts_the_count_anew():
    assert followed([-3, -3, -3, 0, -3, -3, -3, -3]).clear_from == "2027-28 Q1"


def test_an_effect_that_fades_was_never_clear_to_the_end():
    assert followed([-3, -3, -3, -3, -3, -3, -3, 0]).clear_from is None


def test_a_change_of_side_starts_the_count_anew():
    assert followed([3, 3, 3, 3, -3, -3, -3, -3]).clear_from == "2027-28 Q1"


def test_an_effect_clear_throughout_is_clear_from_the_first():
    assert followed([-3] * 8).clear_from == MOMENTS[0]


def test_the_interval_by_hand():
    row = followed([-3] * 8).moments.iloc[0]
    half = 2.3646242515927844 * np.sqrt(8 / 7) / np.sqrt(8)
    assert (row["low"], row["high"]) == pytest.approx((-3 - half, -3 + half))
    assert row["n"] == 8


def test_the_error_is_shared_among_the_courses_shown_together():
    # 1.0 ± 0.894 alone; t(7) at 1 − 0.05 / 20 / 2 is 4.785 errors, so ± 1.81 among twenty.
    assert followed([-1.0] * 8).clear_from == MOMENTS[0]
    assert followed([-1.0] * 8, comparisons=20).clear_from is None


def test_the_dip_is_the_worst_moment_and_ends_where_the_mean_turns():
    dip = followed([0, 2, 6, 3, 1, -1, -3, -3]).dip
    assert (dip.moment, dip.ended) == ("2026-27 Q3", "2027-28 Q2")
    assert dip.change == pytest.approx(6)
    assert dip.clear
    # t(7) at 1 − 0.05 / 8 / 2 lies between the table's 3.499 (0.5%) and 4.029 (0.25%).
    assert dip.high - dip.change == pytest.approx(3.855 * np.sqrt(1 / 7), rel=1e-3)


def test_wrong_is_what_the_measure_calls_wrong():
    effects = [0, 2, 6, 3, -4, -1, -1, -1]
    assert followed(effects, "lower").dip.change == pytest.approx(6)
    assert followed(effects, "higher").dip.change == pytest.approx(-4)
    assert followed(effects, "neither").dip is None


def test_a_shallow_dip_is_not_clear():
    dip = followed([0, 0.9, 0, -3, -3, -3, -3, -3]).dip
    assert dip.change == pytest.approx(0.9)
    assert not dip.clear


def test_what_lasts_to_the_end_has_no_end():
    dip = followed([0, 0, 1, 2, 3, 4, 5, 6]).dip
    assert (dip.moment, dip.ended) == (MOMENTS[7], None)


def test_no_movement_in_the_wrong_direction_is_no_dip():
    assert followed([-3] * 8).dip is None


def test_moments_before_the_policy_are_no_looks():
    still = np.vstack([np.zeros((4, 8)), np.tile(NOISE, (4, 1))])
    found = course(made([0, 0, 0, 0, -3, 2, -3, -3], still), "policy", "now", "lower")
    assert found.looks == 4
    assert found.dip.moment == "2027-28 Q2"
    assert not found.moments["clear"].iloc[0]


def test_one_replicate_tells_a_change_and_no_more():
    found = course(made([-3] * 8, np.zeros((8, 1))), "policy", "now", "lower")
    assert found.clear_from is None
    assert found.change == pytest.approx(-3)


def test_a_replicate_without_a_value_drops_out_of_that_moment_only():
    table = made([-3] * 8)
    table.loc[(table["quarter"] == MOMENTS[2]) & (table["replicate"] == 0), "value"] = np.nan
    assert list(followed_in(table).moments["n"]) == [8, 8, 7, 8, 8, 8, 8, 8]


def followed_in(table):
    return course(table, "policy", "now", "lower")


def test_the_order_of_rows_means_nothing():
    table = made([0, 2, 6, 3, 1, -1, -3, -3])
    turned = followed_in(table.iloc[::-1])
    assert (turned.clear_from, turned.dip) == (
        followed_in(table).clear_from,
        followed_in(table).dip,
    )


def normals(seed, moments=8, pairs=8):
    """Paired differences without an effect, alike from one moment to the next."""
    from scipy import stats

    luck = Chance(seed, 0)
    fresh = stats.norm.ppf(luck.uniforms("test.time", 0, np.arange(moments * pairs)))
    steps = fresh.reshape(moments, pairs)
    return 0.6 * steps + 0.8 * steps[0]


def test_looking_at_many_moments_does_not_make_nothing_clear():
    """Of 500 courses without an effect 5% may be called clear; naive looking calls far more."""
    said, naive, dips = 0, 0, 0
    for seed in range(500):
        found = course(made([0.0] * 8, normals(seed)), "policy", "now", "lower")
        said += found.clear_from is not None
        naive += bool(found.moments["clear"].any())
        dips += found.dip is not None and found.dip.clear
    assert said <= 38  # 25 expected at most; 38 is beyond 99% of such counts
    assert dips <= 38
    assert naive > 60


def test_an_effect_is_seldom_said_to_begin_too_early():
    """Nought until the fifth moment, then 4: in at most 5% is it said to be clear before."""
    early = late = 0
    for seed in range(300):
        found = course(made([0.0] * 4 + [4.0] * 4, normals(seed)), "policy", "now", "higher")
        early += found.clear_from in MOMENTS[:4]
        late += found.clear_from not in MOMENTS[:5]
    assert early <= 25
    assert late < 20


def test_quarters_begin_in_april():
    assert [begins(f"2026-27 Q{quarter}") for quarter in (1, 2, 3, 4)] == [
        date(2026, 4, 1), date(2026, 7, 1), date(2026, 10, 1), date(2027, 1, 1),
    ]  # fmt: skip
