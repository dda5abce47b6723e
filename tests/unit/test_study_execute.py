"""Batches of runs: finished, failed, killed, stopped, gone on with."""

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pandas as pd
import pytest

from sim.kernel.calendar import Calendar
from sim.kernel.chance import Chance
from sim.kernel.errors import InputError, MachineError
from sim.measures.counters import COUNTERS
from sim.scenario import Authority, Experiment, Scenario
from sim.study import store
from sim.study.execute import BatchFailed, Machinery, execute, resume
from sim.study.plan import plan
from sim.study.replay import replay
from sim.study.worker import Done, Task, store_run, timed

START = date(2023, 4, 1)
NAMES = ("quarterly", "incidents")
ROOT = Path(__file__).parents[2]


def scenario(name, **changed):
    """A scenario whose name says how its runs behave below."""
    place = (Authority("Northmoor", 15_000, 0.0, "unitary", "north", "good", {"x": 1.0}),)
    plain = Scenario(name, name, "?", START, date(2025, 3, 31), 25, place, 1.0, {})
    return replace(plain, uncoupled=(name,), **changed)  # so that meanings differ


def experiment(*names, replicates=3):
    return Experiment(
        "try", "A try", "Does it work?", tuple(map(scenario, names)), names[0], replicates, 7,
        (), date(2024, 4, 1), date(2025, 3, 31),
    )  # fmt: skip


def invented(scenario, seed, replicate):
    """Tables that depend on the address alone, as a run's do."""
    calendar, chance, rows = Calendar(START), Chance(seed, replicate), []
    week = 0
    while calendar.date(week) <= scenario.end:
        first, quarter = week, calendar.quarter(week)
        while calendar.quarter(week) == quarter:
            week += 1
        row = {"quarter": f"{quarter[0]} Q{quarter[1]}", "first_week": first, "weeks": week - first,
               "authority": "Northmoor", "quintile": 1}  # fmt: skip
        for name, counter in COUNTERS.items():
            row[name] = chance.uniform(f"{scenario.name} {name}", first, 0)
            row |= {f"{name}_weeks": row[name] * row["weeks"]} if counter.kind == "stock" else {}
        rows.append(row)
    incidents = pd.DataFrame({"week": [replicate], "authority": ["Northmoor"]}).iloc[replicate:]
    return {"quarterly": pd.DataFrame(rows), "incidents": incidents}


def make(task: Task):
    """Make one run that behaves as its scenario's name says."""
    behaviour, last = task.run.scenario, task.run.replicate == 2
    once = task.runs_folder.parent / f"begun {behaviour} {task.run.replicate}"
    if behaviour == "raises" and last:
        raise ValueError("a worker with a caseload of −1")
    if behaviour == "dies" and last:
        os._exit(7)
    if behaviour == "dies once" and last and not once.exists():
        once.touch()
        os._exit(7)
    if behaviour == "slow":
        once.write_text(str(os.getpid()))
        time.sleep(1)
    tables = invented(task.scenario, task.seed, task.run.replicate)
    return store_run(task.runs_folder, task.run.key, tables)


def work(task: Task) -> Done:
    if task.kind == "past" and "no past" in task.run.scenario and task.run.replicate == 1:
        return timed(task, forgetful)
    return timed(task, (lambda _: {}) if task.kind == "past" else make)


def forgetful(task: Task):
    raise OSError("no past")


MACHINERY = Machinery(work=work, warm_up=None)


@pytest.fixture(autouse=True)
def elsewhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CPSIM_CACHE", str(tmp_path / "cache"))
    monkeypatch.syspath_prepend(ROOT)


def start(*names, out=None, workers=0, **changed):
    given = experiment(*names, **changed)
    return execute(given, out, workers, quiet=True, machinery=MACHINERY)


def contents(path):
    return {file.name: file.read_bytes() for file in path.glob("*.parquet")}


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


def test_failed_runs_are_tried_again_and_what_exists_is_not():
    with pytest.raises(BatchFailed) as raised:
        start("baseline", "raises")
    path = raised.value.path
    before = {file: file.stat().st_mtime_ns for file in path.glob("runs/*/*")}
    resume(path, 0, quiet=True, machinery=Machinery(work=mended, warm_up=None))
    results = store.open_results(path)
    assert results.manifest["status"] == "complete"
    assert results.manifest["runs"]["made_now"] == 1
    assert [one["status"] for one in results.manifest["batches"]] == ["failed runs", "complete"]
    assert results.failures() == []
    assert (
        before.items() <= {file: file.stat().st_mtime_ns for file in path.glob("runs/*/*")}.items()
    )


def mended(task: Task) -> Done:
    return timed(task, lambda one: store_run(
        one.runs_folder, one.run.key, invented(one.scenario, one.seed, one.run.replicate)
    ) if one.kind == "run" else {})  # fmt: skip


def begin_slowly(folder):
    """Start slow runs in a process of their own; come back when both workers are at it."""
    code = (
        "from pathlib import Path\n"
        "from sim.study.execute import Stopped\n"
        "from tests.unit.test_study_execute import start\n"
        "if __name__ == '__main__':\n"
        "    try:\n"
        f"        start('slow', out=Path({folder.name!r}), workers=2)\n"
        "    except Stopped as stopped:\n"
        "        print(stopped, stopped.exit_code)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        start_new_session=True, cwd=folder.parent, env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    while sum(bool(file.read_text()) for file in folder.glob("begun*")) < 2:
        assert process.poll() is None
        time.sleep(0.02)
    return process


def test_ctrl_c_finishes_what_runs_and_the_rest_can_follow(tmp_path):
    whole = contents(start("slow", out=Path("whole")))
    path = tmp_path / "stopped"
    process = begin_slowly(path)
    os.killpg(process.pid, signal.SIGINT)
    said = process.communicate(timeout=60)[0]
    assert said == (f"Stopped with 2 of 3 runs finished. Go on with:\n  cpsim resume {path} 130\n")
    assert store.open_results(path).manifest["status"] == "stopped"
    assert not contents(path)
    resume(path, 0, quiet=True, machinery=MACHINERY)
    assert contents(path) == whole


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc to see processes")
def test_no_process_outlives_one_that_was_killed(tmp_path):
    path = tmp_path / "killed"
    process = begin_slowly(path)
    workers = [int(file.read_text()) for file in path.glob("begun*")]
    process.kill()
    process.communicate(timeout=60)
    patience = time.monotonic() + 30
    while any(map(living, workers)):
        assert time.monotonic() < patience
        time.sleep(0.02)
    resume(path, 0, quiet=True, machinery=MACHINERY)
    assert store.open_results(path).manifest["status"] == "complete"


def living(number):
    """Whether a process still does something; one that only waits to be buried does not."""
    try:
        return Path(f"/proc/{number}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def test_a_run_whose_line_was_never_written_is_entered_when_going_on():
    path = start("baseline", out=Path("cut"))
    ledger = path / store.LEDGER
    lines = ledger.read_text().splitlines(keepends=True)
    ledger.write_text("".join(lines[:-1]) + lines[-1][:20])
    resume(path, 0, quiet=True, machinery=MACHINERY)
    entered = store.open_results(path).ledger()
    assert entered.keys() == {run.key for run in plan(experiment("baseline"))}
    assert [one["hashes"] for one in entered.values()] == [
        line["hashes"] for line in map(json.loads, lines) if line["kind"] == "run"
    ]


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


def test_two_processes_cannot_write_one_folder():
    path = start("baseline")
    with store.locked(path), pytest.raises(MachineError, match="being written by another process"):
        resume(path, 0, quiet=True, machinery=MACHINERY)


def test_runs_of_two_models_are_not_mixed(monkeypatch):
    path = start("baseline")
    monkeypatch.setattr("sim.study.plan.model_version", lambda: "another")
    with pytest.raises(InputError, match="runs of two models cannot be mixed"):
        resume(path, 0, quiet=True, machinery=MACHINERY)


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
