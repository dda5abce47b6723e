"""The journal of a batch: a line for each run that ended, and for each that failed."""

import shutil
from errno import ENOSPC
from os import strerror
from pathlib import Path

from sim.kernel.errors import MachineError
from sim.study import manifest, store
from sim.study.batch.batch import Batch
from sim.study.plan import Run
from sim.study.store import add_line, say
from sim.study.tables import table_hashes
from sim.study.worker import Done, Failure, store_run


def record(batch: Batch, done: Done) -> None:
    """Write down what became of a task."""
    task, run, failure = done.task, done.task.run, done.failure
    name = named(run)
    if failure is None:
        if done.tables is not None:
            store_run(task.runs_folder, run.key, done.tables)
        batch.made += task.kind == "run"
        add_line(batch.path / store.LEDGER, ledger_line(done))
    elif task.kind == "run":
        batch.failed += 1
        add_line(batch.path / store.FAILURES, failure_line(batch.path, done, failure))
        batch.meter.note(f"Failed: {name}: {failure.kind}: {failure.message}")
    batch.weeks += task.size
    batch.cpu_seconds += done.cpu_seconds
    outcome = f"failed ({failure.kind})" if failure else f"{done.seconds:.1f} s"
    say(batch.path, f"{task.kind} of {name}: {outcome}")
    batch.meter.advance(batch.weeks, batch.made, batch.failed)


def named(run: Run) -> str:
    """Name a run for people."""
    point = f", point {run.draw}" if run.draw else ""
    return f"{run.scenario}{point}, replicate {run.replicate}"


def place(run: Run) -> dict[str, object]:
    """Say which run a line is about."""
    return {"key": run.key, "scenario": run.scenario, "draw": run.draw, "replicate": run.replicate}


def ledger_line(done: Done) -> dict[str, object]:
    """Say what came of a task that is finished, and what it took."""
    of = {"past": done.task.run.past} if done.task.kind == "past" else place(done.task.run)
    return {
        "kind": done.task.kind,
        **of,
        "seconds": done.seconds,
        "cpu_seconds": done.cpu_seconds,
        "memory_mb": done.memory_mb,
        "hashes": dict(done.hashes),
        "ended": manifest.now(),
    }


def failure_line(path: Path, done: Done, failure: Failure) -> dict[str, object]:
    """Say what is needed to understand a failed run and to repeat it alone."""
    return {
        **place(done.task.run),
        "seed": done.task.seed,
        "inputs": manifest.meaning(done.task.scenario),
        "kind": failure.kind,
        "message": failure.message,
        "traceback": failure.traceback,
        "repeat": f"cpsim replay {path} {done.task.run.key}",
        "ended": manifest.now(),
    }


def recover(batch: Batch) -> None:
    """Clear what was broken off half-written, and enter finished runs that have no line yet."""
    for half in (batch.path / store.RUNS_FOLDER).glob(".*"):
        shutil.rmtree(half, ignore_errors=True)
    there = batch.results.finished() - batch.results.ledger().keys()
    for run in {run.key: run for run in batch.runs if run.key in there}.values():
        hashes = table_hashes(batch.results.tables_of(run.key))
        line = {"kind": "run", **place(run), "hashes": hashes, "ended": manifest.now()}
        add_line(batch.path / store.LEDGER, line)


def refuse_full_disk(batch: Batch, done: Done) -> None:
    """Stop a batch whose disk is full, before every other run fails of it too."""
    if done.failure and strerror(ENOSPC) in done.failure.message:
        raise full_disk(batch.path)


def full_disk(path: Path) -> MachineError:
    """Say that there is no room left, and what to do."""
    return MachineError(
        f"The disk is full. Finished runs are kept in {path}. Make room, then go on with:\n"
        f"  cpsim resume {path}"
    )
