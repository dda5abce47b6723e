"""Decisions on the page: moves along a curve told from moves to another, and no more than that."""

import json
import re
from dataclasses import replace
from itertools import pairwise
from types import SimpleNamespace

import pandas as pd
import pytest

from sim.analysis.decisions.detection import called, rates
from sim.report import write
from sim.report.comparison import Comparison
from sim.report.detection.composed import made
from sim.report.detection.decided import STAGES, decided
from sim.report.detection.operating import moved, operating, table, title
from sim.report.detection.picture import Window, close, sheets, whole, window_of
from sim.report.detection.section import section
from sim.report.detection.smallest import could_show, line, sentence
from sim.report.figures.style import NARROW, WIDE, house_style, looks
from sim.report.words.still import no_move
from sim.study.store import open_results
from tests.unit.report.decided import CRITERION, D_PRIME, SPREAD

FILES = ("decisions.csv", "decisions-by-group.csv", "criteria.csv")


@pytest.fixture(scope="module")
def comparison(folder):
    return Comparison(open_results(folder))


@pytest.fixture(scope="module")
def found(comparison):
    return decided(comparison)


def test_what_was_put_in_is_found_again(found):
    for stage in STAGES:
        d_prime, criterion = (found.level(one, stage) for one in ("d_prime", "criterion"))
        assert d_prime.mean == pytest.approx(D_PRIME, abs=2 * SPREAD)
        assert criterion.mean == pytest.approx(CRITERION, abs=2 * SPREAD)
        assert found.level("d_area", stage).mean == pytest.approx(d_prime.mean, abs=0.02)


def test_the_title_tells_which_policy_moves_along_and_which_to_another_curve(comparison, found):
    figure = operating(comparison)
    assert figure.title == (
        "Better discrimination (a higher curve) with “Cap on caseloads” at all five decisions; a "
        "lower criterion (along the curve, to more found and more false alarms) with “Lower "
        "thresholds” at all five decisions; no move large enough to matter with “A change of "
        "name”"
    )
    assert "adjusted for 30 comparisons (Holm)" in figure.subtitle
    assert "not what one worker sees" in figure.description
    assert moved(found)["nothing"] == {}


def turned(found, change):
    """The same decisions with each policy's numbers changed."""
    runs = found.runs.copy()
    is_policy = runs["scenario"] != found.comparison.baseline
    for stage in STAGES:
        for name in ("d_prime", "criterion"):
            column = called(name, stage)
            base = found.level(name, stage).mean
            runs.loc[is_policy, column] = change(base, runs.loc[is_policy, column])
    other = replace(found)
    other.__dict__["runs"] = runs
    return other


def test_the_title_turns_with_the_sign(found):
    other = turned(found, lambda base, values: base - (values - base))
    said = title(other, moved(other))
    assert said.startswith("Worse discrimination (a lower curve) with “Cap on caseloads”")
    assert "a higher criterion (along the curve, to less found and fewer" in said


def test_the_title_falls_silent_with_the_interval(found):
    def loud(base, values):
        return values + [10.0 * (-1) ** n for n in range(len(values))]

    other = turned(found, loud)
    assert title(other, moved(other)) == (
        "No clear move of any decision, along its curve or to another, with any policy"
    )


def test_what_is_clear_and_too_small_is_not_told(found):
    columns = [called(name, stage) for stage in STAGES for name in ("d_prime", "criterion")]
    runs = found.runs.set_index(["draw", "replicate"])
    paired = runs[runs["scenario"] == "baseline"][columns].reindex(runs.index)
    runs[columns] = paired + (runs[columns] - paired) / 100
    other = replace(found)
    other.__dict__["runs"] = runs.reset_index()
    assert not any(moved(other).values())
    assert any(one.clear for one in other.moves)
    assert title(other, moved(other)) == (
        "No move of any decision large enough to matter, along its curve or to another, with any "
        "policy"
    )
    assert set(table(other, moved(other))["Move"]) == {
        "compared with", "no move large enough to matter",
    }  # fmt: skip


def test_what_is_not_clear_is_not_told_as_small():
    assert no_move(["clear but small", "no difference"]) == "no move large enough to matter"
    assert no_move(["clear but small", "not clear"]) == "no clear move large enough to matter"
    assert no_move(["not clear", "no change that matters"]) == "no clear move"
    assert no_move(["no difference"]) == "no clear move"


def test_policies_that_reach_nothing_and_one_replicate_are_told_as_such(found, make_results,
                                                                        tmp_path):  # fmt: skip
    runs, keys = found.runs, ["draw", "replicate"]
    base = runs[runs["scenario"] == "baseline"]
    same = pd.concat([base.assign(scenario=name) for name in found.comparison.scenarios])
    other = replace(found)
    other.__dict__["runs"] = same.sort_values(keys).reset_index(drop=True)
    assert title(other, moved(other)) == (
        "d′ and criterion of every decision: no difference in the six replicates run with any "
        "policy"
    )
    one = make_results(tmp_path / "one", ("baseline", "cap"), replicates=1)
    figure = operating(Comparison(open_results(one)))
    assert figure.title == "One replicate cannot tell a change in any decision from luck"
    assert "one replicate has no interval" in figure.subtitle


def test_one_scenario_alone_tells_its_levels(make_results, tmp_path):
    alone = make_results(tmp_path / "alone", ("baseline",), replicates=3)
    figure = operating(Comparison(open_results(alone)))
    assert re.match(r"d′ of decisions: 1\.\d\d at screening, 1\.\d\d at section 47", figure.title)
    assert len(figure.sheets) == 2


def test_results_without_these_tables_still_give_a_report(make_results, tmp_path):
    old = make_results(tmp_path / "old", ("baseline", "cap"), replicates=3)
    for name in ("decisions", "margins", "criteria"):
        (old / f"{name}.parquet").unlink()
    text = write(old).read_text(encoding="utf-8")
    assert 'id="decisions"' not in text
    assert "Receiver-operating" not in text
    assert 'id="incidents"' in text
    assert not any((old / name).exists() for name in FILES)


def test_the_figure_draws_what_the_table_tells(found):
    with house_style("test"):
        panel = close(found, ["cap", "swap"], found.stages, WIDE).axes[0]
    spots = {
        tuple(round(float(one[0]), 6) for one in line.get_data()) for line in panel.lines
        if len(line.get_xdata()) == 1
    }  # fmt: skip
    for name in found.comparison.scenarios:
        right = found.level("specificity", "screening", name).mean
        hit = found.level("sensitivity", "screening", name).mean
        assert (round(100 - right, 6), round(hit, 6)) in spots


@pytest.mark.parametrize("canvas", [WIDE, NARROW])
def test_every_curve_of_equal_d_prime_is_named(found, canvas):
    with house_style("test"):
        for chart in (close(found, [], found.stages, canvas), whole(found, canvas)):
            for panel in [one for one in chart.axes if one.get_visible()]:
                curves = [one for one in panel.lines if one.get_linewidth() == 0.9]
                named = [one for one in panel.texts if one.get_text()]
                assert len(curves) - len(named) in (0, 1)  # chance itself is in the key
                assert len(named) >= 2


def test_many_names_take_the_charts_to_more_pictures(found):
    policies = [f"policy {n}" for n in range(26)]
    long = "A title that is so very long that no other stands beside it"
    titles = dict.fromkeys(["baseline", *policies], long)
    many = SimpleNamespace(
        comparison=SimpleNamespace(
            policies=policies, baseline="baseline", titles=titles, looks=looks("baseline", policies)
        ),
        stages=found.stages,
    )  # fmt: skip
    pictures = sheets(many, policies)
    parts = [draw.args[2] for draw in pictures[1:]]
    assert [stage for part in parts for stage in part] == found.stages
    assert len(parts) == 2
    assert len(sheets(many, policies[:3])) == 2


def test_a_curve_of_equal_d_prime_is_drawn_where_the_normal_model_has_it(found):
    with house_style("test"):
        panel = whole(found, WIDE).axes[0]
    alarms, hits = next(one.get_data() for one in panel.lines if one.get_linestyle() == "-")
    table = pd.DataFrame({
        "scenario": "x", "draw": 0, "replicate": 0, "decision": "y",
        "truth": ["none", "neglect"], "children": 1e6,
        "above": [1e4 * alarms[80], 1e4 * hits[80]],
    })  # fmt: skip
    assert rates(table)["d_prime"].item() == pytest.approx(1.0, abs=1e-3)


def test_the_window_holds_every_scenario(found):
    for stage in found.stages:
        shown = window_of(found, stage, found.comparison.policies)
        for name in found.comparison.scenarios:
            right = found.level("specificity", stage, name).mean
            assert shown.left < 100 - right < shown.right
            assert shown.low < found.level("sensitivity", stage, name).mean < shown.high


@pytest.mark.parametrize("edges", [(-2, 30, -2, 60), (60, 102, 80, 102), (19, 21, 45, 50)])
def test_curves_of_equal_d_prime_are_few_and_round(edges):
    found = Window(*map(float, edges)).curves
    assert 2 <= len(found) <= 12
    steps = {round(b - a, 9) for a, b in pairwise(found)}
    assert len(steps) == 1
    assert steps <= {0.05, 0.1, 0.2, 0.5, 1.0}


def test_levels_groups_and_parts_stand_on_the_page(comparison, report):
    told = section(comparison)
    assert len(told.levels) == 10
    sensitivity, specificity = told.groups
    assert [name for name, _ in sensitivity.parts] == [
        "Kind of harm", "Age of the youngest child", "Quintile of deprivation",
    ]  # fmt: skip
    assert [name for name, _ in specificity.parts] == [name for name, _ in sensitivity.parts[1:]]
    assert sum(len(lines) for _, lines in sensitivity.parts) == 6 + 4 + 5
    part = report.split('id="decisions"')[1].split('id="incidents"')[0]
    for text in ("Sensitivity (%) by group", "5, most deprived", "What made up the criterion"):
        assert text in part


def test_the_part_that_moved_a_criterion_is_told(comparison):
    [table] = made(comparison).changes
    cells = {row.label: dict(zip(comparison.policies, row.cells, strict=True))
             for row in table.rows}  # fmt: skip
    assert cells["Policy"]["swap"].change == "−0.40"
    assert cells["Policy"]["swap"].is_clear
    assert cells["Criterion"]["swap"].is_clear
    assert not any(cells[name]["swap"].is_clear for name in ("Fear", "Norms", "Load", "Base"))
    assert not any(one["cap"].is_clear for one in cells.values())


def test_files_hold_every_decision_scenario_and_group(folder, report):
    assert report
    levels, by_group, criteria = (pd.read_csv(folder / name) for name in FILES)
    assert len(levels) == 10 * 6 * 4
    moved_ = levels.query("decision == 'plan' and number == 'criterion' and scenario == 'swap'")
    assert moved_["clear"].item() in (True, "True")
    assert moved_["low_adjusted"].item() < -0.4 < moved_["high_adjusted"].item()
    assert len(by_group) == 4 * 10 * (6 + 2 * (4 + 5))
    change = by_group.query("scenario == 'swap' and measure == 'sensitivity'")["change"]
    assert (change > 5).all()
    assert set(criteria["part"]) >= {"base", "by_policy", "criterion"}


def test_the_smallest_effect_on_incidents_is_told_policy_by_policy(comparison, folder, report):
    told = could_show(comparison)
    assert [one.scenario for one in told] == comparison.policies
    for one in told:
        assert one.at_least < one.smallest < one.at_most
        assert one.share == pytest.approx(one.smallest / one.baseline)
        assert (one.replicates <= one.n) == (one.smallest <= one.baseline / 10)
    said = json.loads((folder / "findings.json").read_text(encoding="utf-8"))
    kept = said["serious_incidents_that_could_show"]
    assert [one["smallest"] for one in kept] == [one.smallest for one in told]
    assert sentence(comparison, told).replace("'", "&#39;") in report


def test_a_change_in_incidents_stands_beside_its_verdict(comparison, report):
    for one, effect in zip(
        could_show(comparison), comparison.effects_among(["serious_incidents"]), strict=True
    ):
        assert one.verdict.startswith("clear") == effect.clear
        assert line(comparison, one).verdict == f"({one.verdict})"
        change = line(comparison, one).change
        assert f'{change} <span class="note">({one.verdict})</span>' in report


def test_a_policy_that_reached_no_incident_shows_nothing_of_what_could_be_seen(comparison):
    one = replace(could_show(comparison)[0], is_nought=True, change=0.0)
    assert line(comparison, one).smallest == "not known"
    assert "no difference" in line(comparison, one).change
    assert sentence(comparison, [one]) == ""


def test_one_replicate_and_one_scenario_could_show_nothing(make_results, tmp_path):
    for names, replicates in ((("baseline", "cap"), 1), (("baseline",), 3)):
        path = make_results(tmp_path / str(replicates), names, replicates=replicates)
        assert could_show(Comparison(open_results(path))) == []
