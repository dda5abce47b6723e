"""Sweep: hand tasks to processes, on the `concurrent.futures` interface.

A run may start when its past is built, and no process waits for another. Pasts are built a
little ahead of the runs that need them, so that the first runs (and a scenario's first
fault) come early and the last ones are shared by all processes.

A process that dies breaks its whole pool. The tasks that were in its hands are then done
again one at a time, which finds the one that kills, and the rest go on in a new pool.
"""

import signal
import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    wait,
)
from multiprocessing import active_children
from types import FrameType
from typing import Any

from sim.kernel.errors import MachineError
from sim.study.worker import Done, Failure, Task, Work, alive, failed

AHEAD = 1
CANCELLED = "Whatever makes the runs has gone away; what it finished is kept."
KILLED = Failure("Killed", "The process that ran this ended at once (out of memory, or killed).")

type MakePool = Callable[[int], Executor]
type InHand = dict[Future[Done], tuple[Task, float]]
"""Tasks under way, each with the moment at which it was handed out."""


class Agenda:
    """What is left to do, and which of it may be done now."""

    def __init__(self, pasts: Sequence[Task], runs: Sequence[Task]) -> None:
        """Take the pasts that must be built and all the runs to make."""
        self.unbuilt = deque(pasts)
        self.waiting: dict[str, list[Task]] = {past.run.past: [] for past in pasts}
        self.ready: deque[Task] = deque()
        for task in runs:
            self.waiting.get(task.run.past, self.ready).append(task)
        self.open = Counter(task.run.past for task in self.ready)

    def take(self, ahead: int) -> Task | None:
        """Give the next task, or none if all that is left waits for a past.

        ahead : most pasts that may be under way, or built with runs still to hand out
        """
        if self.unbuilt and (len(self.open) < ahead or not self.ready):
            task = self.unbuilt.popleft()
            self.open[task.run.past] = len(self.waiting[task.run.past])
            return task
        if not self.ready:
            return None
        task = self.ready.popleft()
        self.open -= Counter([task.run.past])
        return task

    def give_back(self, task: Task) -> None:
        """Take back a task that was handed out and lost through no fault of its own."""
        if task.kind == "past":
            del self.open[task.run.past]
            self.unbuilt.appendleft(task)
        else:
            self.open[task.run.past] += 1
            self.ready.appendleft(task)

    def settle(self, done: Done) -> list[Done]:
        """Note what became of a task; give back the runs that can no longer be made."""
        if done.task.kind == "run":
            return []
        freed = self.waiting.pop(done.task.run.past, [])
        if done.failure is None:
            self.ready.extend(freed)
            return []
        del self.open[done.task.run.past]
        return [Done(task, failure=done.failure) for task in freed]


class Stop:
    """Ctrl-C: once asks to finish what is running, twice stops at once."""

    def __init__(self, say: Callable[[str], object] = print) -> None:
        """Say something through `say` when asked to stop."""
        self.asked = False
        self.say = say
        self.strangers = set(active_children())
        self.earlier: Any = None

    def __enter__(self) -> "Stop":
        """Listen, where a process may: in its main thread."""
        if threading.current_thread() is threading.main_thread():
            self.earlier = signal.signal(signal.SIGINT, self.hear)
        return self

    def __exit__(self, *_: object) -> None:
        """Leave Ctrl-C as it was."""
        if self.earlier is not None:
            signal.signal(signal.SIGINT, self.earlier)

    def end_processes(self) -> None:
        """End the processes that were started since."""
        for child in set(active_children()) - self.strangers:
            child.kill()

    def hear(self, _signal: int, _frame: FrameType | None) -> None:
        """Take one Ctrl-C."""
        if self.asked:
            self.end_processes()
            raise KeyboardInterrupt
        self.asked = True
        self.say("Stopping: finishing what is under way. Press Ctrl-C again to stop at once.")


def sweep(
    agenda: Agenda, work: Work, make_pool: MakePool, workers: int, stop: Stop,
    seconds: float | None = None,
) -> Iterator[Done]:  # fmt: skip
    """Do every task of an agenda, giving back what became of each as it ends.

    seconds : longest that one task may take; one that takes longer is ended and has failed
    """
    pool = make_pool(workers)
    running: InHand = {}
    try:
        while True:
            lost = fill(pool, running, agenda, work, workers, stop)
            if not running and not lost:
                return
            ended = collect(running, seconds, lost)
            if hung := overdue(running, seconds):
                stop.end_processes()
                ended += hung
                give_back(agenda, running, lost)
                pool.shutdown(wait=True, cancel_futures=True)
                pool = make_pool(workers)
            if lost:
                lost += [task for task, _ in running.values()]
                running.clear()
                pool.shutdown(wait=True, cancel_futures=True)
                ended += one_at_a_time(lost, work, make_pool, stop, seconds)
                pool = make_pool(workers)
            for done in ended:
                yield done
                yield from agenda.settle(done)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def give_back(agenda: Agenda, running: InHand, lost: list[Task]) -> None:
    """Give back what was under way, or lost, when processes were ended for one that hung."""
    for task in [*lost, *(task for task, _ in running.values())]:
        agenda.give_back(task)
    running.clear()
    lost.clear()


def overdue(running: InHand, seconds: float | None) -> list[Done]:
    """Take out of what is in hand the tasks that have taken too long; they have failed."""
    if seconds is None:
        return []
    late = [one for one, (_, begun) in running.items() if time.monotonic() - begun >= seconds]
    said = f"It took longer than {seconds:g} seconds, and was ended."
    return [
        Done(running.pop(future)[0], seconds=seconds, failure=Failure("TimedOut", said))
        for future in late
    ]


def fill(
    pool: Executor, running: InHand, agenda: Agenda, work: Work, workers: int, stop: Stop
) -> list[Task]:
    """Keep every process busy with one task; give back a task that met a broken pool."""
    while len(running) < workers and not stop.asked:
        task = agenda.take(workers + AHEAD)
        if task is None:
            break
        try:
            running[pool.submit(work, task)] = task, time.monotonic()
        except BrokenExecutor:
            return [task]
    return []


def collect(running: InHand, seconds: float | None, lost: list[Task]) -> list[Done]:
    """Wait until a task ends, or one is overdue; give back what ended.

    lost : where tasks are put that were lost with their pool
    """
    ended: list[Done] = []
    first = min((begun for _, begun in running.values()), default=0.0)
    left = None if seconds is None else max(0.0, first + seconds - time.monotonic())
    there = wait(running, timeout=left, return_when=FIRST_COMPLETED).done
    for future in sorted(there, key=lambda one: running[one][0].run.place):
        task, _ = running.pop(future)
        try:
            ended.append(future.result())
        except BrokenExecutor:
            lost.append(task)
        except CancelledError as error:
            raise MachineError(CANCELLED) from error
        except Exception as error:  # what cannot be sent back is a failed run
            ended.append(Done(task, failure=failed(error)))
    return ended


def one_at_a_time(
    suspects: Sequence[Task], work: Work, make_pool: MakePool, stop: Stop, seconds: float | None
) -> list[Done]:
    """Do again, each alone, the tasks that were in hand when a pool broke.

    Asked to stop, it leaves undone those that it has not begun.
    """
    ended: list[Done] = []
    for task in suspects:
        if stop.asked:
            break
        pool = started(make_pool)
        running: InHand = {pool.submit(work, task): (task, time.monotonic())}
        lost: list[Task] = []
        ended += collect(running, seconds, lost)
        if hung := overdue(running, seconds):
            stop.end_processes()
            ended += hung
        ended += [Done(one, failure=KILLED) for one in lost]
        pool.shutdown(wait=True, cancel_futures=True)
    return ended


def started(make_pool: MakePool) -> Executor:
    """Make a pool of one and see that it lives."""
    pool = make_pool(1)
    try:
        pool.submit(alive).result()
    except BrokenExecutor as broken:
        message = "Worker processes end as soon as they start. Is there enough memory?"
        raise MachineError(message) from broken
    return pool
