"""Targets and the calibration table."""

import numpy as np
import pandas as pd
import pytest

from sim.analysis.calibration import calibration
from sim.analysis.fans import fan
from sim.analysis.intervals import mean_interval, running_mean
from sim.analysis.targets import Target, load_targets
from sim.analysis.tradeoff import movement, points
from sim.kernel.errors import InputError
from sim.measures import MEASURES
from sim.measures.statistic import STATISTICS

COUNT = 72


def target(value, tolerance, measure="referrals", times=1.0):
    words = dict.fromkeys(("part", "label", "unit", "counts", "period", "source"), "x")
    return Target(
        "t", value=value, tolerance=tolerance, measure=measure, reason="", times=times, **words
    )


@pytest.mark.parametrize(
    ("model", "verdict"),
    [
        (510.0, "in"),
        (505.0, "in"),
        (440.0, "near"),
        (600.0, "near"),
        (300.0, "out"),
        (700.0, "out"),
    ],
)
def test_a_value_is_in_near_or_out(model, verdict):
    row = calibration([target(515.0, 10.0)], pd.DataFrame({"referrals": [model, model]})).iloc[0]
    assert row["verdict"] == verdict
    assert row["off"] == pytest.approx(model / 515 - 1)


def test_a_model_value_is_a_mean_over_replicates_with_an_interval():
    row = calibration([target(515.0, 10.0)], pd.DataFrame({"referrals": [500.0, 520.0]})).iloc[0]
    assert row["model"] == 510.0
    assert row["low"] == pytest.approx(510 - 12.706204736 * 10)


def test_a_target_without_a_measure_or_a_value_is_not_compared():
    table = calibration(
        [target(1, 1, None), target(1, 1, "contacts")], pd.DataFrame({"referrals": [1]})
    )
    assert list(table["verdict"]) == ["not compared", "not compared"]


def test_a_measure_is_brought_to_the_unit_of_its_target():
    row = calibration([target(306, 60, times=1206)], pd.DataFrame({"referrals": [0.25]})).iloc[0]
    assert row["model"] == 301.5


def test_every_target_of_the_project_is_compared_or_says_why_not():
    targets = load_targets()
    assert len(targets) == COUNT
    known = (*MEASURES, *STATISTICS)
    assert all(one.measure in known or (one.measure is None and one.reason) for one in targets)
    assert all(one.source and one.tolerance > 0 for one in targets)


def test_targets_and_measures_agree_on_percentages():
    for one in load_targets():
        if one.measure and one.times == 1:
            measured = {**MEASURES, **STATISTICS}[one.measure]
            assert one.unit.startswith("%") == measured.unit.startswith("%"), one.name


def test_every_statistic_is_held_against_a_target_in_its_own_unit():
    units = {one.measure: one.unit for one in load_targets()}
    assert STATISTICS.keys() <= units.keys()
    assert all(one.unit.startswith(units[name]) for name, one in STATISTICS.items())


def test_a_statistic_that_is_not_known_says_what_it_needs():
    table = calibration(
        [target(5.3, 1.5, "turnover_sd"), target(5.3, 1.5, "turnover_sd")],
        pd.DataFrame({"turnover_sd": [np.nan, np.nan]}),
    )
    assert set(table["verdict"]) == {"not compared"}
    assert table["reason"].iloc[0] == (
        "It compares authorities over the years: 10 of them, 3 whole financial years and some "
        "difference between them are the least from which it is worked out."
    )


def test_a_target_that_is_compared_has_no_reason_for_not_being_so():
    row = calibration([target(5.3, 1.5, "turnover_sd")], pd.DataFrame({"turnover_sd": [5.0]}))
    assert (row["verdict"].item(), row["reason"].item()) == ("in", "")


def test_a_target_with_a_gap_is_refused_with_its_line(tmp_path):
    file = tmp_path / "targets.yaml"
    file.write_text("targets:\n  referrals:\n    part: Demand\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_targets(file)
    assert "targets.yaml:2:3" in str(caught.value)
    assert "target “referrals” has no “value”." in str(caught.value)


def test_a_target_needs_a_reason_for_having_no_measure(tmp_path):
    file = tmp_path / "targets.yaml"
    entry = "part: a, label: b, value: 1, tolerance: 1, unit: c, counts: d, period: e, source: f"
    file.write_text(f"targets:\n  x: {{{entry}, measure: null}}\n", encoding="utf-8")
    with pytest.raises(InputError, match="has no measure and no reason"):
        load_targets(file)


@pytest.mark.parametrize(
    ("written", "advice"),
    [("turnover_sdd", "Did you mean “turnover_sd”?"), ("zeppelin", "`cpsim measures` lists all")],
)
def test_a_target_may_not_name_what_nothing_measures(tmp_path, written, advice):
    file = tmp_path / "targets.yaml"
    entry = "part: a, label: b, value: 1, tolerance: 1, unit: c, counts: d, period: e, source: f"
    file.write_text(f"targets:\n  x: {{{entry}, measure: {written}}}\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_targets(file)
    told = str(caught.value)
    assert "targets.yaml:2:3  [E710]" in told
    assert f"target “x” names “{written}”, which nothing measures." in told
    assert advice in told


def test_a_fan_is_made_of_quantiles_over_runs():
    values = pd.DataFrame({"scenario": "now", "quarter": "2023-24 Q1", "value": range(101)})
    row = fan(values).iloc[0]
    assert [row[name] for name in ("p05", "p25", "p50", "p75", "p95", "n")] == [
        5,
        25,
        50,
        75,
        95,
        101,
    ]


def test_intervals_need_two_values():
    one = mean_interval(pd.Series([3.0]))
    assert (one.mean, one.n) == (3.0, 1)
    assert pd.isna(one.low)
    assert mean_interval(pd.Series([], dtype=float)).n == 0


def test_a_running_mean_begins_with_two():
    steps = running_mean(pd.Series([1.0, 3.0, 5.0]))
    assert list(steps["n"]) == [2, 3]
    assert list(steps["mean"]) == [2.0, 3.0]


def test_moves_between_finding_and_troubling():
    assert movement(2.0, -1.0) == "better on both"
    assert movement(-2.0, 1.0) == "worse on both"
    assert (movement(2.0, 1.0), movement(-2.0, -1.0)) == ("both up", "both down")
    assert (movement(0.0, 1.0), movement(-1.0, 0.0)) == ("needless more", "finds less")
    assert movement(0.0, 0.0) == "neither"


def test_scenarios_are_placed_by_their_means():
    runs = pd.DataFrame(
        {
            "scenario": ["a", "a", "b"],
            "replicate": [0, 1, 0],
            "found": [1.0, 3.0, 5.0],
            "less": [1.0, 1.0, 2.0],
        }
    )
    placed = points(runs, "found", "less")
    assert [(p.scenario, p.found.mean, p.needless.mean) for p in placed] == [
        ("a", 2, 1),
        ("b", 5, 2),
    ]
