"""Which task comes next, and what Ctrl-C does."""

import os
import signal
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from types import SimpleNamespace

import pytest

from sim.kernel.errors import MachineError
from sim.study.plan import Run
from sim.study.processes import pools
from sim.study.sweep import Agenda, Stop, sweep
from sim.study.worker import Done, Failure, Task

SCENARIOS, REPLICATES = ("a", "b", "c"), 4


def run(scenario, replicate):
    return Run(f"{scenario}{replicate}", scenario, 0, replicate, f"past {replicate}")


def task(kind, scenario, replicate):
    nothing = SimpleNamespace(name=scenario)
    return Task(kind, run(scenario, replicate), nothing, 7, Path("runs"))


RUNS = [task("run", scenario, r) for r in range(REPLICATES) for scenario in SCENARIOS]
PASTS = [task("past", "a", r) for r in range(REPLICATES)]


def said(given):
    return f"past {given.run.replicate}" if given.kind == "past" else given.run.key


def test_a_run_waits_for_its_past_and_for_nothing_else():
    agenda = Agenda(PASTS[:1], RUNS[:3])
    past = agenda.take(3)
    assert said(past) == "past 0"
    assert agenda.take(3) is None
    agenda.settle(Done(past))
    assert [said(agenda.take(3)) for _ in SCENARIOS] == ["a0", "b0", "c0"]
    assert agenda.take(3) is None


def test_pasts_are_built_a_little_ahead_and_first_runs_come_early():
    agenda, order = Agenda(PASTS, RUNS), []
    while (given := agenda.take(2)) is not None:
        order.append(said(given))
        agenda.settle(Done(given))
    assert order[:6] == ["past 0", "past 1", "a0", "b0", "c0", "past 2"]
    assert sorted(order) == sorted([said(one) for one in (*PASTS, *RUNS)])


def test_runs_whose_past_is_in_the_cache_start_at_once():
    agenda = Agenda([], RUNS)
    assert [said(agenda.take(3)) for _ in RUNS] == [said(one) for one in RUNS]


def test_a_past_that_fails_takes_its_own_runs_with_it_and_no_others():
    agenda = Agenda(PASTS[:2], RUNS[:6])
    first, second = agenda.take(3), agenda.take(3)
    failure = Failure("OSError", "no space")
    lost = agenda.settle(Done(first, failure=failure))
    assert [(said(done.task), done.failure) for done in lost] == [
        ("a0", failure), ("b0", failure), ("c0", failure),
    ]  # fmt: skip
    agenda.settle(Done(second))
    assert [said(agenda.take(3)) for _ in range(3)] == ["a1", "b1", "c1"]
    assert agenda.take(3) is None


def test_a_sweep_does_every_task_once():
    done = list(sweep(Agenda(PASTS, RUNS), Done, pools(0, None), 1, Stop()))
    assert sorted(said(one.task) for one in done) == sorted(map(said, (*PASTS, *RUNS)))


def test_after_ctrl_c_nothing_new_begins():
    words = []
    with Stop(words.append) as stop:
        begun = sweep(Agenda([], RUNS), Done, pools(0, None), 1, stop)
        next(begun)
        os.kill(os.getpid(), signal.SIGINT)
        rest = list(begun)
    assert rest == []
    assert words[0].startswith("Stopping: finishing what is under way.")


def test_ctrl_c_twice_stops_at_once():
    with Stop(lambda _: None):
        os.kill(os.getpid(), signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)


def test_ctrl_c_is_as_before_afterwards():
    before = signal.getsignal(signal.SIGINT)
    with Stop():
        assert signal.getsignal(signal.SIGINT) != before
    assert signal.getsignal(signal.SIGINT) == before


class Stillborn:
    """An executor whose processes never live."""

    def submit(self, *_):
        future = Future()
        future.set_exception(BrokenProcessPool())
        return future

    def shutdown(self, **_):
        pass


def test_processes_that_cannot_start_are_told():
    with pytest.raises(MachineError, match="end as soon as they start"):
        list(sweep(Agenda([], RUNS), Done, lambda _: Stillborn(), 2, Stop()))
