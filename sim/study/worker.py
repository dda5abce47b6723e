"""Worker: what one process does with one task. It never raises; it says what went wrong.

A task is a past to build or a run to make. The process that makes a run writes its tables
under a temporary name and renames the folder, so a run is there whole or not there.
"""

import gc
import os
import shutil
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from multiprocessing import connection, parent_process
from pathlib import Path
from typing import Any, Literal

from sim.scenario import Scenario
from sim.study.plan import Run
from sim.study.replicate import past_of, run_once
from sim.study.tables import Tables, read_tables, table_hashes, write_tables

KILOBYTE = 1024


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do: build the past of a run, or make the run.

    size : simulated weeks, for the time left
    """

    kind: Literal["past", "run"]
    run: Run
    scenario: Scenario
    seed: int
    runs_folder: Path
    size: int = 1


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong in a task."""

    kind: str
    message: str
    traceback: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a task.

    hashes : hash of each table's content; empty for a past
    tables : of a run that was made elsewhere and is not stored yet
    """

    task: Task
    seconds: float = 0.0
    cpu_seconds: float = 0.0
    memory_mb: int = 0
    hashes: Mapping[str, str] = field(default_factory=dict)
    failure: Failure | None = None
    tables: Tables | None = None

    def with_tables(self, tables: Tables) -> "Done":
        """Give it tables to be stored by whoever asked for the run."""
        return replace(self, tables=tables)


type Work = Callable[[Task], Done]


def perform(task: Task) -> Done:
    """Do one task in this process."""
    return timed(task, build_past if task.kind == "past" else make_run)


def timed(task: Task, do: Callable[[Task], Mapping[str, str]]) -> Done:
    """Do something for a task; note time, memory and what went wrong, and go on."""
    wall, cpu = time.perf_counter(), time.process_time()
    hashes: Mapping[str, str] = {}
    failure = None
    try:
        hashes = do(task)
    except Exception as error:  # whatever a run does, the others go on
        failure = failed(error)
    return Done(
        task=task,
        seconds=round(time.perf_counter() - wall, 3),
        cpu_seconds=round(time.process_time() - cpu, 3),
        memory_mb=memory_mb(),
        hashes=hashes,
        failure=failure,
    )


def failed(error: BaseException) -> Failure:
    """Put an exception into words that can be stored."""
    return Failure(type(error).__name__, str(error), "".join(traceback.format_exception(error)))


def build_past(task: Task) -> Mapping[str, str]:
    """Build the past of a run and leave it in the cache."""
    past_of(task.scenario, task.seed, task.run.replicate)
    return {}


def make_run(task: Task) -> Mapping[str, str]:
    """Make a run and write its tables."""
    tables = run_once(task.scenario, task.seed, task.run.replicate)
    return store_run(task.runs_folder, task.run.key, tables)


def store_run(runs_folder: Path, key: str, tables: Mapping[str, Any]) -> Mapping[str, str]:
    """Write the tables of a run under a temporary name, then rename."""
    final, half = runs_folder / key, runs_folder / f".{key}.{os.getpid()}"
    shutil.rmtree(half, ignore_errors=True)
    half.mkdir(parents=True)
    hashes = write_tables(half, dict(tables))
    if final.exists():  # written by a process that died before it could say so
        shutil.rmtree(half)
        return table_hashes(read_tables(final))
    half.rename(final)
    return hashes


def start(environment: Mapping[str, str], warm_up: Callable[[], object] | None = None) -> None:
    """Make a new process ready: deaf to Ctrl-C, gone with its parent, and warm.

    The parent decides what Ctrl-C means. After the warm-up what is loaded is taken out of
    the garbage collector's sight, so that collecting between runs costs next to nothing.

    environment : variables to set; the server that starts processes may know older ones
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=leave_with_parent, daemon=True).start()
    os.environ.update(environment)
    if warm_up is not None:
        warm_up()
    gc.collect()
    gc.freeze()


def leave_with_parent() -> None:
    """End this process as soon as its parent is gone, however that came about."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def memory_mb() -> int:
    """Most memory this process has held so far; 0 where the system does not say."""
    if sys.platform == "win32":
        return 0
    import resource  # noqa: PLC0415 - not on Windows

    unit = 1 if sys.platform == "darwin" else KILOBYTE
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit // KILOBYTE**2


def alive() -> bool:
    """Answer that a process has started."""
    return True
