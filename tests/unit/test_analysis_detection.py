"""Detection: shares by hand, d′ and c against the normal model, and curves by sweeping."""

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from sim.analysis.breakdown import broken_down
from sim.analysis.decisions.criteria import composed, pooled
from sim.analysis.decisions.detection import RUN, rates, wide
from sim.analysis.decisions.roc import areas, curves, mean_curve

ONE_RUN = {"scenario": "now", "draw": 0, "replicate": 0, "decision": "plan"}


def decisions(*rows):
    """Children decided on and above, by truth and quintile."""
    made = pd.DataFrame(rows, columns=["truth", "quintile", "children", "above"])
    return made.assign(**ONE_RUN)


ROWS = (
    ("none", 1, 60.0, 6.0), ("none", 5, 40.0, 10.0), ("neglect", 1, 10.0, 7.0),
    ("sexual", 5, 20.0, 5.0), ("ended within three months", 5, 10.0, 8.0),
)  # fmt: skip


def test_sensitivity_and_specificity_by_hand():
    row = rates(decisions(*ROWS)).iloc[0]
    assert (row["harmed"], row["hits"], row["unharmed"], row["false_alarms"]) == (40, 20, 100, 16)
    assert (row["sensitivity"], row["specificity"]) == (0.5, 0.84)
    assert row["d_prime"] == pytest.approx(0.0 - -0.994458, abs=1e-6)
    assert row["criterion"] == pytest.approx(0.994458 / 2, abs=1e-6)


def test_a_kind_of_harm_has_no_specificity_and_no_harm_no_sensitivity():
    found = rates(decisions(*ROWS), ("truth",)).set_index("truth")
    assert found.loc["sexual", "sensitivity"] == 0.25
    assert np.isnan(found.loc["sexual", "specificity"])
    assert found.loc["none", "specificity"] == 0.84
    assert found.loc[["none", "sexual"], "d_prime"].isna().all()


def test_every_group_is_held_against_its_own_children():
    found = rates(decisions(*ROWS), ("quintile",)).set_index("quintile")
    assert found["sensitivity"].to_dict() == pytest.approx({1: 0.7, 5: 13 / 30})
    assert found["specificity"].to_dict() == pytest.approx({1: 0.9, 5: 0.75})


@pytest.mark.parametrize(("d_prime", "bar"), [(0.0, 0.0), (1.3, 0.4), (2.0, -0.8), (-0.5, 1.0)])
def test_the_normal_model_gives_back_its_d_prime_and_criterion(d_prime, bar):
    found = rates(decisions(
        ("none", 1, 1e6, 1e6 * stats.norm.sf(bar + d_prime / 2)),
        ("neglect", 1, 1e6, 1e6 * stats.norm.sf(bar - d_prime / 2)),
    )).iloc[0]  # fmt: skip
    assert (found["d_prime"], found["criterion"]) == pytest.approx((d_prime, bar))


def test_all_and_none_are_put_half_a_child_away():
    found = rates(decisions(("none", 1, 50.0, 0.0), ("neglect", 1, 20.0, 20.0))).iloc[0]
    assert (found["sensitivity"], found["specificity"]) == (1.0, 1.0)
    z = stats.norm.ppf
    assert found["d_prime"] == pytest.approx(z(19.5 / 20) - z(0.5 / 50))


def test_nobody_decided_on_is_unknown():
    found = rates(decisions(("none", 1, 50.0, 5.0))).iloc[0]
    assert found[["sensitivity", "d_prime", "criterion"]].isna().all()
    assert found["specificity"] == 0.9


def test_numbers_of_decisions_are_laid_out_by_run():
    both = pd.concat([rates(decisions(*ROWS)), rates(decisions(*ROWS)).assign(decision="care")])
    laid = wide(both, ["sensitivity", "d_prime"])
    assert [*laid.columns] == [
        *RUN, "sensitivity of care", "sensitivity of plan", "d_prime of care", "d_prime of plan",
    ]  # fmt: skip


def margins(harmed, unharmed):
    """Children by the lower edge of their band."""
    rows = [(True, *one) for one in harmed] + [(False, *one) for one in unharmed]
    made = pd.DataFrame(rows, columns=["harmed", "margin", "children"])
    return made.assign(**ONE_RUN)


def test_a_curve_and_its_area_by_hand():
    # Harmed: 1 below, 3 above; others: 2 far below, 1 below, 1 above.
    made = margins([(-0.25, 1.0), (0.0, 3.0)], [(-0.5, 2.0), (-0.25, 1.0), (0.0, 1.0)])
    swept = curves(made).set_index("margin")
    assert swept["hit_rate"].to_dict() == {-0.5: 1.0, -0.25: 1.0, 0.0: 0.75, 0.25: 0.0}
    assert swept["false_alarm_rate"].to_dict() == {-0.5: 1.0, -0.25: 0.5, 0.0: 0.25, 0.25: 0.0}
    # Pairs in which the harmed child stands higher: 3/4·3/4 + 1/4·1/2, ties count half.
    area = areas(curves(made)).iloc[0]
    assert area["area"] == pytest.approx(9 / 16 + 2 / 16 + (3 / 16 + 1 / 16) / 2)
    assert area["d_area"] == pytest.approx(np.sqrt(2) * stats.norm.ppf(area["area"]))


@pytest.mark.parametrize("d_prime", [0.4, 1.2, 2.2])
def test_the_area_under_a_normal_curve_implies_its_d_prime(d_prime):
    edges = -6 + 0.25 * np.arange(48)
    beyond = np.append(edges[1:], np.inf)
    bands = {
        harmed: stats.norm.cdf(beyond, mean) - stats.norm.cdf(edges, mean)
        for harmed, mean in ((True, d_prime / 2 - 0.4), (False, -d_prime / 2 - 0.4))
    }
    made = margins(*(list(zip(edges, bands[harmed], strict=True)) for harmed in (True, False)))
    found = areas(curves(made)).iloc[0]
    assert found["d_area"] == pytest.approx(d_prime, abs=0.02)
    assert found["d_area"] < d_prime  # straight lines between bands lose a little


def test_no_overlap_has_an_area_and_no_d_prime():
    found = areas(curves(margins([(0.0, 5.0)], [(-0.25, 5.0)]))).iloc[0]
    assert found["area"] == 1.0
    assert np.isnan(found["d_area"])


def test_the_mean_curve_is_taken_criterion_by_criterion():
    one = margins([(0.0, 4.0)], [(-0.25, 3.0), (0.0, 1.0)])
    other = margins([(-0.25, 2.0), (0.0, 2.0)], [(-0.25, 4.0)]).assign(replicate=1)
    found = mean_curve(curves(pd.concat([one, other]))).set_index("margin")
    assert found.loc[0.0, "hit_rate"] == 0.75
    assert found.loc[0.0, "false_alarm_rate"] == 0.125


def test_groups_are_compared_with_themselves_in_pairs():
    values = pd.DataFrame(
        [(name, 0, run, group, start + run + (2.0 if (name, group) == ("cap", "a") else 0.0))
         for name in ("now", "cap") for run in range(3)
         for group, start in (("a", 1.0), ("b", 5.0))],
        columns=["scenario", "draw", "replicate", "group", "value"],
    )  # fmt: skip
    found = broken_down(values, ["group"], "now").set_index(["scenario", "group"])
    assert found.loc[("cap", "a"), ["value", "change", "change_low", "change_high"]].tolist() == [
        4.0, 2.0, 2.0, 2.0,
    ]  # fmt: skip
    assert found.loc[("cap", "b"), "change"] == 0.0
    assert np.isnan(found.loc[("now", "a"), "change"])
    assert found.loc[("now", "a"), "high"] - 2.0 == pytest.approx(stats.t.ppf(0.975, 2) / 3**0.5)


def test_parts_of_the_criterion_are_weighted_by_children():
    table = pd.DataFrame(
        [("plan", 30.0, 1.0, 0.2), ("plan", 10.0, 1.0, -0.2), ("screening", 5.0, 2.0, 0.0)],
        columns=["decision", "children", "base", "by_fear"],
    ).assign(scenario="now", draw=0, replicate=0)
    long = composed(table, ["base", "by_fear"])
    found = long.set_index(["decision", "part"])["value"]
    assert found["plan"].to_dict() == pytest.approx({"base": 1.0, "by_fear": 0.1, "criterion": 1.1})
    laid = pooled(long).iloc[0]
    assert (laid["base"], laid["criterion"]) == pytest.approx((1.5, 1.55))
    assert pooled(long, ["screening"]).iloc[0]["criterion"] == pytest.approx(1.1)
