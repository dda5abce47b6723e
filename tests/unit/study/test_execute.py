"""Batches of runs: finished, failed, killed, made again."""

import os
import time
from dataclasses import replace
from datetime import timedelta
from errno import ENOSPC
from pathlib import Path

import pytest

from sim.kernel.errors import InputError, MachineError
from sim.study import store
from sim.study.batch.batch import BatchFailed, Machinery
from sim.study.execute import execute, resume
from sim.study.plan import plan
from sim.study.replay import replay
from tests.batches import MACHINERY, contents, experiment, invented, scenario, start, work

NAMES = ("quarterly", "incidents")


def test_a_batch_writes_every_run_and_joins_the_tables():
    results = store.open_results(start("baseline", "cap"))
    runs = results.table("runs")
    assert results.manifest["status"] == "complete"
    assert results.manifest["runs"] == {"planned": 6, "finished": 6, "failed": 0, "made_now": 6}
    assert list(runs["scenario"]) == ["baseline"] * 3 + ["cap"] * 3
    assert list(runs["replicate"]) == [0, 1, 2] * 2
    assert list(results.table("quarterly").columns[:3]) == ["scenario", "draw", "replicate"]
    assert len(results.ledger()) == len(results.finished()) == 6


def test_measures_are_taken_over_the_period_asked_for():
    results = store.open_results(start("baseline", replicates=1))
    quarterly = results.table("quarterly")
    year = quarterly[quarterly["quarter"].str.startswith("2024")]
    expected = 100 * year["re_referrals"].sum() / year["referrals"].sum()
    assert results.table("runs")["re_referral"].item() == pytest.approx(expected, rel=1e-12)


def test_tables_are_the_same_bytes_with_no_process_one_and_two():
    here = contents(start("baseline", "cap", workers=0, out=Path("none")))
    one = contents(start("baseline", "cap", workers=1, out=Path("one")))
    two = contents(start("baseline", "cap", workers=2, out=Path("two")))
    assert set(here) == {"quarterly.parquet", "incidents.parquet", "runs.parquet"}
    assert here == one == two


def test_the_manifest_lists_each_joined_file_with_its_hash():
    first, second = start("cap", out=Path("a")), start("cap", out=Path("b"))
    hashes = [store.open_results(path).manifest["results"] for path in (first, second)]
    assert hashes[0] == hashes[1]
    assert set(hashes[0]) == {
        "quarterly.parquet", "incidents.parquet", "runs.parquet", "data-dictionary.csv",
    }  # fmt: skip


def test_a_run_that_raises_is_written_down_and_the_others_go_on():
    with pytest.raises(BatchFailed, match=r"1 of 6 runs failed; the others are in") as raised:
        start("baseline", "raises")
    results = store.open_results(raised.value.path)
    failure = results.failures()[0]
    assert raised.value.exit_code == 4
    assert len(results.table("runs")) == 5
    assert (failure["scenario"], failure["replicate"], failure["seed"]) == ("raises", 2, 7)
    assert failure["message"] == "a worker with a caseload of −1"
    assert "in make" in failure["traceback"]
    assert failure["repeat"] == f"cpsim replay {results.path} {failure['key']}"
    assert results.manifest["status"] == "failed runs"


@pytest.mark.parametrize("workers", [1, 2])
def test_a_run_that_kills_its_process_is_found_and_the_others_go_on(workers):
    with pytest.raises(BatchFailed) as raised:
        start("baseline", "dies", workers=workers)
    results = store.open_results(raised.value.path)
    assert [(one["scenario"], one["kind"]) for one in results.failures()] == [("dies", "Killed")]
    assert len(results.table("runs")) == 5


def test_a_process_killed_from_outside_costs_nothing():
    clean = contents(start("baseline", "dies once", workers=0, out=Path("clean"), replicates=2))
    broken = contents(start("baseline", "dies once", workers=2, out=Path("broken"), replicates=2))
    assert clean == broken
    results = store.open_results(start("baseline", "dies once", workers=2))
    assert results.manifest["status"] == "complete"


def test_runs_whose_past_cannot_be_built_fail_and_the_others_go_on():
    with pytest.raises(BatchFailed) as raised:
        start("no past", "baseline")
    results = store.open_results(raised.value.path)
    assert [(one["scenario"], one["replicate"]) for one in results.failures()] == [("no past", 1)]
    assert len(results.table("runs")) == 5


def test_results_are_never_overwritten():
    path = start("baseline", out=Path("mine"))
    with pytest.raises(InputError, match="already holds results") as raised:
        start("baseline", out=path)
    assert f"cpsim resume {path}" in str(raised.value)


def test_a_batch_that_cannot_go_on_says_so_in_its_manifest(tmp_path):
    def warm_up(_):
        raise MachineError("no room")

    path = tmp_path / "broken"
    with pytest.raises(MachineError, match="no room"):
        execute(experiment("baseline"), path, 0, quiet=True, machinery=Machinery(work, warm_up))
    assert store.open_results(path).manifest["status"] == "broken off"


def test_a_run_made_again_alone_is_the_same():
    path = start("baseline", "cap")
    run = plan(experiment("baseline", "cap"))[3]
    again = replay(path, run.key[:10], invented)
    assert (again.scenario, again.replicate, again.equal) == ("cap", 1, True)


def test_a_run_that_comes_out_otherwise_is_told():
    path = start("baseline")
    key = plan(experiment("baseline"))[0].key
    again = replay(path, key, lambda scenario, seed, _: invented(scenario, seed + 1, 0))
    assert again.differing == ("quarterly",)


def test_a_key_that_fits_no_run_is_told():
    with pytest.raises(InputError, match=r"No runs of .* begins with “zz”"):
        replay(start("baseline"), "zz", invented)


def test_scenarios_that_mean_the_same_are_run_once():
    same = scenario("baseline")
    given = replace(experiment("baseline"), scenarios=(same, replace(same, name="same")))
    results = store.open_results(execute(given, None, 0, quiet=True, machinery=MACHINERY))
    assert len(results.finished()) == 3
    runs = results.table("runs")
    assert list(runs["scenario"]) == ["baseline"] * 3 + ["same"] * 3
    assert runs["referrals"].iloc[:3].tolist() == runs["referrals"].iloc[3:].tolist()


def test_plain_progress_says_how_far_and_how_long(capsys):
    execute(experiment("baseline"), None, 0, machinery=MACHINERY)
    lines = capsys.readouterr().err.splitlines()
    assert lines[-1].startswith("100%  3 of 3 runs, ")
    assert lines[-1].endswith(" left")


def test_the_newest_folder_is_also_called_latest():
    path = start("baseline")
    assert Path("results/latest").resolve() == path
    assert path.name.split("-")[-2] == "try"
    assert (
        timedelta(0) <= timedelta(seconds=time.time() - path.stat().st_mtime) < timedelta(hours=1)
    )


def test_the_first_failed_run_stops_the_others_where_that_was_asked():
    eager = replace(MACHINERY, fail_fast=True)
    with pytest.raises(BatchFailed, match="Stopped at the first failed run") as raised:
        execute(experiment("raises", "baseline", replicates=4), None, 0, quiet=True,
                machinery=eager)  # fmt: skip
    results = store.open_results(raised.value.path)
    assert len(results.failures()) == 1
    assert len(results.finished()) < 7
    assert f"cpsim resume {raised.value.path}" in str(raised.value)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_run_that_hangs_is_ended_and_the_others_go_on(workers):
    patient = replace(MACHINERY, seconds=6.0)
    with pytest.raises(BatchFailed, match="1 of 6 runs failed") as raised:
        execute(experiment("baseline", "hangs"), None, workers, quiet=True, machinery=patient)
    results = store.open_results(raised.value.path)
    (failure,) = results.failures()
    assert (failure["scenario"], failure["kind"]) == ("hangs", "TimedOut")
    assert failure["message"] == "It took longer than 6 seconds, and was ended."
    assert len(results.table("runs")) == 5


def test_a_full_disk_stops_the_batch_and_says_how_to_go_on():
    with pytest.raises(MachineError, match="The disk is full") as raised:
        start("full disk", "baseline", out=Path("full"))
    assert "cpsim resume" in str(raised.value)
    results = store.open_results(Path("full"))
    assert len(results.failures()) == 1
    assert results.manifest["status"] == "broken off"


def test_a_run_that_was_never_finished_has_nothing_to_compare_with():
    with pytest.raises(BatchFailed) as raised:
        start("baseline", "raises")
    key = store.open_results(raised.value.path).failures()[0]["key"]
    again = replay(raised.value.path, key, invented)
    assert (again.is_known, again.differing) == (False, ())


def test_a_run_that_hangs_after_a_process_died_is_ended_too():
    """A dead process breaks the pool, and what it had in hand is done again one at a time."""
    patient = replace(MACHINERY, seconds=6.0)
    asked = experiment("dies and hangs")
    with pytest.raises(BatchFailed, match="1 of 3 runs failed") as raised:
        execute(asked, None, 2, quiet=True, machinery=patient)
    (failure,) = store.open_results(raised.value.path).failures()
    assert failure["kind"] == "TimedOut"


def test_a_disk_that_fills_up_while_tables_are_joined_is_said(monkeypatch):
    def full(*_):
        raise OSError(ENOSPC, os.strerror(ENOSPC))

    with monkeypatch.context() as filled:
        filled.setattr("sim.study.execute.merge", full)
        with pytest.raises(MachineError, match="The disk is full") as raised:
            start("baseline", out=Path("full"))
    assert "cpsim resume" in str(raised.value)
    assert store.open_results(Path("full")).manifest["status"] == "broken off"
    path = resume(Path("full"), 0, quiet=True, machinery=MACHINERY)
    assert contents(path) == contents(start("baseline", out=Path("whole")))


def test_what_was_left_half_written_is_cleared():
    path = start("baseline", out=Path("half"))
    half = path / "runs" / ".abc.17"
    half.mkdir()
    resume(path, 0, quiet=True, machinery=MACHINERY)
    assert not half.exists()
