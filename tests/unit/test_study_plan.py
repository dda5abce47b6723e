"""Names of runs and pasts."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sim.scenario import Authority, Experiment, Scenario
from sim.study import plan as planning
from sim.study.plan import SIM, changes_results, model_version, plan, plan_name

PLACE = (Authority("Northmoor", 15_000, 0.0, "unitary", "north", "good", {}),)
BASE = Scenario("baseline", "Base", "?", date(2023, 4, 1), date(2031, 3, 31), 25, PLACE, 1.0, {})
LATER = replace(BASE, name="longer", end=date(2032, 3, 31))
ASKED = Experiment(
    "try", "A try", "?", (BASE, LATER), "baseline", 2, 7, (), date(2026, 4, 1), date(2031, 3, 31)
)


def test_every_scenario_meets_every_replicates_luck():
    assert [(run.scenario, run.draw, run.replicate) for run in plan(ASKED)] == [
        ("baseline", 0, 0), ("longer", 0, 0), ("baseline", 0, 1), ("longer", 0, 1),
    ]  # fmt: skip


def test_each_run_has_a_name_of_its_own():
    assert len({run.key for run in plan(ASKED)}) == 4


def test_scenarios_that_part_after_the_start_share_a_past_within_a_replicate():
    first, second, third, fourth = (run.past for run in plan(ASKED))
    assert first == second != third == fourth


def test_words_do_not_change_a_name():
    retitled = replace(ASKED, title="Other", scenarios=(replace(BASE, title="Other"), LATER))
    assert plan(retitled) == plan(ASKED)


@pytest.mark.parametrize(
    "other",
    [
        replace(ASKED, seed=8),
        replace(ASKED, scenarios=(replace(BASE, population_scale=0.5), LATER)),
        replace(ASKED, replicates=3),
    ],
)
def test_whatever_changes_results_changes_the_plans_name(other):
    assert plan_name(plan(other)) != plan_name(plan(ASKED))


def test_another_model_makes_other_names(monkeypatch):
    before = plan(ASKED)
    monkeypatch.setattr(planning, "model_version", lambda: "another")
    assert not {run.key for run in plan(ASKED)} & {run.key for run in before}
    assert not {run.past for run in plan(ASKED)} & {run.past for run in before}


def test_other_releases_of_the_libraries_make_other_pasts_but_the_same_runs(monkeypatch):
    before = plan(ASKED)
    monkeypatch.setattr(planning, "arithmetic", lambda: "another")
    assert [run.key for run in plan(ASKED)] == [run.key for run in before]
    assert not {run.past for run in plan(ASKED)} & {run.past for run in before}


@pytest.mark.parametrize(
    ("file", "changes"),
    [
        ("model.py", True),
        ("kernel/chance.py", True),
        ("parameters/front_door.py", True),
        ("measures/counters.py", True),
        ("measures/detection.py", False),
        ("report/html.py", False),
        ("study/plan.py", False),
        ("cli/runs.py", False),
        ("kernel/__pycache__/chance.cpython-312.pyc", False),
    ],
)
def test_the_model_is_what_can_change_results(file, changes):
    assert changes_results(SIM / file) is changes


def test_the_models_name_is_a_hash_of_its_sources(tmp_path, monkeypatch):
    (tmp_path / "kernel").mkdir()
    source = tmp_path / "kernel" / "chance.py"
    monkeypatch.setattr(planning, "SIM", tmp_path)
    names = []
    for text in ("a = 1\n", "a = 2\n", "a = 1\n"):
        source.write_text(text)
        names.append(model_version.__wrapped__())
    assert names[0] == names[2] != names[1]
    (tmp_path / "cli").mkdir()
    (tmp_path / "cli" / "runs.py").write_text("a = 3\n")
    assert model_version.__wrapped__() == names[0]
    assert Path(source).exists()
