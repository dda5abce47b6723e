"""Results folders, pasts in the cache, manifests and progress."""

import os
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sim.kernel.errors import InputError, MachineError
from sim.scenario import Action, Authority, Change, Cost, Experiment, Scenario, Shock, Where
from sim.study import manifest, progress, replicate, store
from sim.study.plan import plan

PLACE = (Authority("Northmoor", 15_000, 0.1, "unitary", "north", "good", {"money.a": 1 / 3}),)
ACTION = Action(
    "cap", "A cap", date(2026, 10, 1), None, 26, Where(kinds=("unitary",)),
    (Change("allocation.cap", "to", 16.0),), Cost(9e6, 1.4e8, "2025-26"),
)  # fmt: skip
SHOCK = Shock("agency_closed", date(2027, 1, 1), date(2027, 4, 1), Where(), "one", 0.5, "school")
BASE = Scenario(
    "baseline", "Base", "?", date(2023, 4, 1), date(2031, 3, 31), 25, PLACE, 0.32,
    {"front_door.discrimination": 0.1 + 0.2}, (ACTION,), (SHOCK,), ("silence",), ("press",),
)  # fmt: skip
ASKED = Experiment(
    "try", "A try", "?", (BASE,), "baseline", 2, 7, ("turnover",), date(2026, 4, 1),
    date(2031, 3, 31),
)  # fmt: skip


@pytest.fixture(autouse=True)
def elsewhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CPSIM_CACHE", str(tmp_path / "cache"))


def test_an_experiment_is_kept_whole():
    kept = store.create(ASKED, "0123456789", None)
    again = store.Results(kept.path).experiment
    assert again == ASKED
    assert plan(again) == plan(ASKED)
    assert kept.path.name.endswith("-try-012345")


def test_each_scenario_is_kept_with_every_value_filled_in():
    kept = store.create(ASKED, "0123456789", Path("mine"))
    assert '"front_door.discrimination": 0.30000000000000004' in (
        kept.path / "resolved/baseline.json"
    ).read_text(encoding="utf-8")


def test_a_folder_that_holds_no_results_is_told(tmp_path):
    with pytest.raises(InputError, match=r"is not a results folder: it holds no manifest\.json"):
        store.open_results(tmp_path)


def test_a_folder_with_other_things_in_it_is_left_alone(tmp_path):
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(InputError, match="results are never overwritten"):
        store.create(ASKED, "0123456789", tmp_path)


def test_a_place_where_nothing_can_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(MachineError, match="Cannot write results to"):
        store.create(ASKED, "0123456789", tmp_path / "file" / "results")


def test_a_journal_goes_on_below_a_line_that_was_cut_off(tmp_path):
    journal = tmp_path / "ledger.jsonl"
    store.add_line(journal, {"key": "a"})
    with journal.open("a") as file:
        file.write('{"key": "b", "hash')
    store.add_line(journal, {"key": "c"})
    assert store.read_lines(journal) == [{"key": "a"}, {"key": "c"}]


def test_a_past_is_built_once_and_then_read(monkeypatch):
    built = []
    monkeypatch.setattr(replicate, "build_past", lambda *given: built.append(given) or b"world")
    later = replace(BASE, name="later", end=date(2035, 3, 31))
    assert replicate.past_of(BASE, 7, 0) == replicate.past_of(later, 7, 0) == b"world"
    assert built == [(BASE, 7, 0)]
    replicate.past_of(BASE, 7, 1)
    assert len(built) == 2


def test_without_a_cache_pasts_are_still_built(monkeypatch, tmp_path):
    monkeypatch.setattr(replicate, "build_past", lambda *_: b"world")
    (tmp_path / "cache").write_text("a file, not a folder")
    assert replicate.past_of(BASE, 7, 0) == b"world"


def test_pasts_of_other_models_and_those_longest_unused_are_dropped(tmp_path):
    new, old, other = (replicate.past_file(key) for key in ("new", "old", "other"))
    other = other.parent.with_name("another model") / other.name
    for age, file in enumerate((new, old, other)):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"x" * 10)
        os.utime(file, (1000 - age, 1000 - age))
    replicate.tidy_pasts(most=100)
    assert (new.exists(), old.exists(), other.exists()) == (True, True, False)
    replicate.tidy_pasts(most=15)
    assert (new.exists(), old.exists()) == (True, False)


def test_the_manifest_says_what_was_run_with_what(monkeypatch):
    monkeypatch.setattr(sys, "argv", ["/somewhere/bin/cpsim", "run", "try.yaml"])
    results = store.create(ASKED, "0123456789", None)
    content = manifest.begin(results, plan(ASKED), 2)
    assert content == results.manifest
    assert content["status"] == "running"
    assert content["random"]["seed"] == 7
    assert content["runs"] == {"planned": 2, "finished": 0, "failed": 0}
    assert content["command"] == ["cpsim", "run", "try.yaml"]
    assert content["inputs"]["scenarios"]["baseline"]["meaning"] == BASE.meaning
    assert content["software"]["packages"]["mesa"].startswith("3.")
    assert content["tool"]["model"] == manifest.model_version()


def test_no_machine_is_named_in_the_manifest():
    results = store.create(ASKED, "0123456789", None)
    content = manifest.begin(results, plan(ASKED), 2)
    assert set(content["machine"]) == {"system", "cores", "cores_used", "memory_gb"}
    content["command"] = []
    assert str(Path.home()) not in str(content)


def test_scenario_files_are_listed_with_their_hash(tmp_path):
    (tmp_path / "mine.yaml").write_text("scenario: mine\n")
    listed = manifest.meaning(replace(BASE, source_files=("mine.yaml",)))["files"]
    assert listed == [
        {
            "path": "mine.yaml",
            "sha256": "9da99c4b391c67bab32a77b68be97c65d4ad13ecf4e08b479ef4651281c43852",
        }
    ]


def test_progress_says_runs_rate_and_time_left(monkeypatch):
    now = iter([100.0, 130.0])
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(now))
    clock = progress.Clock(weeks=400, runs=8)
    said = clock.words(weeks=100, runs=2, failed=1)
    assert said == "2 of 8 runs, 1 failed, 4 runs a minute, 0:01:30 left"


def test_plain_progress_is_a_line_for_every_five_per_cent(capsys):
    lines = progress.Lines()
    lines.begin(weeks=1000, runs=100)
    for done in range(1, 101):
        lines.advance(10 * done, done, 0)
    shown = capsys.readouterr().err.splitlines()
    assert len(shown) == 20
    assert shown[0].startswith("  5%  5 of 100 runs")


def test_quiet_is_quiet(capsys):
    meter = progress.fitting(quiet=True)
    meter.begin(10, 1)
    meter.advance(10, 1, 0)
    meter.note("anything")
    meter.end()
    assert capsys.readouterr().err == ""
