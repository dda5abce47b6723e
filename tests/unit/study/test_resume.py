"""Batches that stopped half-way, and are gone on with."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sim.kernel.errors import InputError, MachineError
from sim.study import store
from sim.study.batch.batch import BatchFailed, Machinery, Stopped
from sim.study.execute import resume
from sim.study.merge import read_run
from sim.study.plan import plan
from sim.study.worker import Done, Task, store_run, timed
from tests.batches import (
    MACHINERY,
    contents,
    experiment,
    invented,
    start,
)

ROOT = Path(__file__).parents[3]


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
        "from sim.study.batch.batch import Stopped\n"
        "from tests.batches import start\n"
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


# Whether another's process lives is seen through /proc, which only Linux has.
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc to see processes")
def test_no_process_outlives_one_that_was_killed(tmp_path):
    whole = contents(start("slow", out=Path("whole")))
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
    assert contents(path) == whole


def test_ctrl_c_while_tables_are_joined_stops_there_and_can_be_gone_on_with(monkeypatch):
    whole = contents(start("baseline", out=Path("whole")))
    heard = []

    def read(results, run, name):
        if not heard:
            heard.append(run)
            signal.raise_signal(signal.SIGINT)
        return read_run(results, run, name)

    monkeypatch.setattr("sim.study.merge.read_run", read)
    with pytest.raises(Stopped) as stopped:
        start("baseline", out=Path("stopped"))
    path = stopped.value.path
    assert "Stopped while joining the tables; all runs are there." in str(stopped.value)
    assert f"cpsim resume {path}" in str(stopped.value)
    assert store.open_results(path).manifest["status"] == "stopped"
    resume(path, 0, quiet=True, machinery=MACHINERY)
    assert contents(path) == whole


def test_ctrl_c_twice_while_tables_are_joined_says_how_to_go_on_too(monkeypatch):
    def read(*_):
        signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr("sim.study.merge.read_run", read)
    with pytest.raises(Stopped) as stopped:
        start("baseline", out=Path("stopped"))
    assert f"Stopped at once. Go on with:\n  cpsim resume {stopped.value.path}" in str(
        stopped.value
    )
    assert store.open_results(stopped.value.path).manifest["status"] == "broken off"


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


def test_two_processes_cannot_write_one_folder():
    path = start("baseline")
    with store.locked(path), pytest.raises(MachineError, match="being written by another process"):
        resume(path, 0, quiet=True, machinery=MACHINERY)


def test_runs_of_two_models_are_not_mixed(monkeypatch):
    path = start("baseline")
    for room in ("plan", "execute"):
        monkeypatch.setattr(f"sim.study.{room}.model_version", lambda: "another")
    with pytest.raises(InputError, match="runs of two models cannot be mixed"):
        resume(path, 0, quiet=True, machinery=MACHINERY)
