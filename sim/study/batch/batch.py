"""One go at the runs of a results folder: what makes them, how far it is, how it can end."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sim.kernel.errors import CpsimError, RunsFailed
from sim.scenario import Scenario
from sim.study import manifest
from sim.study.elsewhere.shards import Shard
from sim.study.plan import Run
from sim.study.progress import Meter
from sim.study.replicate import warm_up
from sim.study.store import Results
from sim.study.sweep import MakePool
from sim.study.worker import Work, perform


class BatchFailed(RunsFailed):
    """Some runs failed; the others are in the results folder, joined.

    path : the results folder
    """

    def __init__(self, message: str, path: Path) -> None:
        super().__init__(message)
        self.path = path


class Stopped(CpsimError):
    """The user stopped a batch; the finished runs are kept and it can go on later.

    path : the results folder
    """

    exit_code = 130

    def __init__(self, message: str, path: Path) -> None:
        super().__init__(message)
        self.path = path


@dataclass(frozen=True, slots=True)
class Machinery:
    """What makes the runs, and how; tests put their own work in its place.

    pool         : makes the processes, where they are not this machine's own
    builds_pasts : whether pasts are built once for all, in a cache that processes share
    fail_fast    : whether the first failed run stops the others
    seconds      : longest that one run may take
    shard        : the part of the plan that is made here; its tables are not joined
    slots        : runs that its processes make at once, where they are not this machine's own
    """

    work: Work = perform
    warm_up: Callable[[Scenario], object] | None = warm_up
    pool: MakePool | None = None
    builds_pasts: bool = True
    fail_fast: bool = False
    seconds: float | None = None
    shard: Shard | None = None
    slots: int | None = None


REAL = Machinery()


@dataclass(slots=True)
class Batch:
    """One go at the runs of a results folder, and what it has done so far.

    stage : of a search whose last runs are still to come, or of a shard; its tables are not joined
    shard : which part of the plan the runs are
    """

    results: Results
    runs: Sequence[Run]
    meter: Meter
    machinery: Machinery
    stage: str = ""
    shard: str = ""
    weeks: int = 0
    made: int = 0
    failed: int = 0
    cpu_seconds: float = 0.0
    compile_seconds: float = 0.0
    started: str = field(default_factory=manifest.now)
    clock: float = field(default_factory=time.perf_counter)

    @property
    def path(self) -> Path:
        """The results folder."""
        return self.results.path

    @property
    def finished(self) -> int:
        """Runs of the plan whose tables are there, from this go or an earlier one."""
        there = self.results.finished()
        return sum(run.key in there for run in self.runs)
