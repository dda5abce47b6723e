"""Execute: an experiment from its plan to a results folder, on the processes of this machine."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from sim.kernel.calendar import WEEKS_IN_YEAR, Calendar
from sim.kernel.errors import CpsimError, InputError, RunsFailed
from sim.scenario import Experiment, Scenario
from sim.study import manifest, store
from sim.study.design.points import drawn
from sim.study.merge import merge
from sim.study.plan import CENTRAL_DRAW, Run, model_version, plan, plan_name, scenario_at
from sim.study.processes import cores, one_thread, pools
from sim.study.progress import Meter, fitting
from sim.study.replicate import past_file, tidy_pasts, warm_up
from sim.study.store import Results, add_line, say
from sim.study.sweep import Agenda, Stop, sweep
from sim.study.tables import table_hashes
from sim.study.worker import Done, Failure, Task, Work, perform


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
    """What makes the runs; tests put their own work in its place."""

    work: Work = perform
    warm_up: Callable[[Scenario], object] | None = warm_up


@dataclass(slots=True)
class Batch:
    """One go at the runs of a results folder, and what it has done so far.

    stage : of a search whose last runs are still to come; its tables are not joined
    """

    results: Results
    runs: Sequence[Run]
    meter: Meter
    machinery: Machinery
    stage: str = ""
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


def execute(
    experiment: Experiment, out: Path | None = None, workers: int | None = None, *,
    quiet: bool = False, progress: Meter | None = None, machinery: Machinery = Machinery(),
) -> Path:  # fmt: skip
    """Make every run of an experiment; give back the results folder.

    out     : a new or empty folder; without it, one under results/
    workers : processes; without it, one for each core; 0 runs everything in this process
    """
    experiment = drawn(experiment)
    runs = plan(experiment)
    results = store.create(experiment, plan_name(runs), out)
    return carry_out(Batch(results, runs, progress or fitting(quiet=quiet), machinery), workers)


def resume(
    path: Path | str, workers: int | None = None, *,
    quiet: bool = False, progress: Meter | None = None, machinery: Machinery = Machinery(),
) -> Path:  # fmt: skip
    """Go on with a batch that was stopped or had failures; what exists is not run again."""
    results = store.open_results(path)
    runs = plan(results.experiment)
    if results.manifest["plan"] != plan_name(runs):
        earlier = results.manifest["tool"]["model"]
        raise InputError.command_line(
            f"{path} was begun with another model (version {earlier}; this is {model_version()}), "
            "and runs of two models cannot be mixed.",
            "Run the experiment again from its file.",
        )
    return carry_out(Batch(results, runs, progress or fitting(quiet=quiet), machinery), workers)


def carry_out(batch: Batch, workers: int | None) -> Path:
    """Make the runs that are missing, then join all of them."""
    with store.locked(batch.path), one_thread(), Stop(batch.meter.note) as stop:
        recover(batch)
        pasts, todo = tasks(batch)
        workers = min(cores() if workers is None else workers, max(1, len(todo)))
        content = manifest.begin(batch.results, batch.runs, workers)
        try:
            if todo:
                make(batch, pasts, todo, workers, stop)
        except KeyboardInterrupt:
            stop.asked = True
        except BaseException:
            close(batch, content, "broken off", {})
            raise
        finally:
            batch.meter.end()
        return finish(batch, content, stopped=stop.asked)


def make(batch: Batch, pasts: list[Task], todo: list[Task], workers: int, stop: Stop) -> None:
    """Compile once, start the processes once, and keep them busy until nothing is left."""
    warm_up = batch.machinery.warm_up and partial(batch.machinery.warm_up, todo[0].scenario)
    pool = pools(workers, warm_up)
    if warm_up is not None:
        batch.compile_seconds = compiled(batch, warm_up)
    batch.meter.begin(sum(task.size for task in (*pasts, *todo)), len(todo))
    for done in sweep(Agenda(pasts, todo), batch.machinery.work, pool, max(1, workers), stop):
        record(batch, done)


def tasks(batch: Batch) -> tuple[list[Task], list[Task]]:
    """List the pasts to build that are not in the cache, and the runs that are missing."""
    experiment, folder = batch.results.experiment, batch.path / store.RUNS_FOLDER
    scenarios = {scenario.name: scenario for scenario in experiment.scenarios}
    there = batch.results.finished()
    missing = {run.key: run for run in batch.runs if run.key not in there}
    todo = [
        Task("run", run, scenario, experiment.seed, folder, weeks(scenario))
        for run in missing.values()
        for scenario in [scenario_at(experiment, scenarios[run.scenario], run.draw)]
    ]
    first = {task.run.past: task for task in reversed(todo)}
    pasts = [
        replace(task, kind="past", size=round(task.scenario.past_years * WEEKS_IN_YEAR))
        for key, task in reversed(first.items())
        if not past_file(key).exists()
    ]
    return pasts, todo


def weeks(scenario: Scenario) -> int:
    """Count the weeks of a run."""
    return Calendar(scenario.start).week(scenario.end)


def compiled(batch: Batch, warm_up: Callable[[], object]) -> float:
    """Compile the week in this process, so that workers find it in the cache; time it."""
    tidy_pasts()
    batch.meter.note("Compiling the week (minutes on first use, seconds afterwards) …")
    clock = time.perf_counter()
    warm_up()
    seconds = round(time.perf_counter() - clock, 3)
    batch.meter.note(f"Compiled in {seconds:.1f} s.")
    say(batch.path, f"compiled in {seconds:.1f} s")
    return seconds


def record(batch: Batch, done: Done) -> None:
    """Write down what became of a task."""
    task, run, failure = done.task, done.task.run, done.failure
    name = named(run)
    if failure is None:
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
    point = f", point {run.draw}" if run.draw != CENTRAL_DRAW else ""
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
    """Enter in the ledger the runs whose tables are here but whose line was never written."""
    there = batch.results.finished() - batch.results.ledger().keys()
    for run in {run.key: run for run in batch.runs if run.key in there}.values():
        hashes = table_hashes(batch.results.tables_of(run.key))
        line = {"kind": "run", **place(run), "hashes": hashes, "ended": manifest.now()}
        add_line(batch.path / store.LEDGER, line)


def finish(batch: Batch, content: manifest.Content, *, stopped: bool) -> Path:
    """Join what is finished, close the manifest, and raise if anything is missing."""
    planned, finished = len(batch.runs), batch.finished
    if stopped and planned - finished > batch.failed:
        close(batch, content, "stopped", {})
        text = f"Stopped with {finished} of {planned} runs finished. Go on with:"
        raise Stopped(f"{text}\n  cpsim resume {batch.path}", batch.path)
    hashes = {} if batch.stage else merge(batch.results, batch.runs)
    ended = batch.stage or "complete"
    close(batch, content, ended if finished == planned else "failed runs", hashes)
    if finished < planned:
        text = f"{planned - finished} of {planned} runs failed; the others are in {batch.path}."
        raise BatchFailed(f"{text}\nSee {batch.path / store.FAILURES}.", batch.path)
    return batch.path


def close(batch: Batch, content: manifest.Content, status: str, hashes: Mapping[str, str]) -> None:
    """Write down how a batch ended."""
    counts = {"finished": batch.finished, "failed": batch.failed, "made_now": batch.made}
    times = {
        "started": batch.started,
        "seconds": round(time.perf_counter() - batch.clock, 3),
        "compile_seconds": batch.compile_seconds,
        "cpu_seconds": round(batch.cpu_seconds, 3),
    }
    manifest.end(batch.results, content, status=status, batch=times, runs=counts, hashes=hashes)
    say(batch.path, f"{status}: {batch.finished} of {len(batch.runs)} runs")
