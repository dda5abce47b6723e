"""Execute: an experiment from its plan to a results folder, on the processes of this machine."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from sim.kernel.calendar import WEEKS_IN_YEAR, Calendar
from sim.kernel.errors import CpsimError, InputError, RunsFailed
from sim.scenario import Experiment, Scenario
from sim.study import manifest, store
from sim.study.merge import merge
from sim.study.plan import Run, model_version, plan, plan_name
from sim.study.processes import cores, one_thread, pools
from sim.study.progress import Meter, fitting
from sim.study.replicate import past_file, tidy_pasts, warm_up
from sim.study.store import Results, add_line, say
from sim.study.sweep import Agenda, Stop, sweep
from sim.study.tables import read_tables, table_hashes
from sim.study.worker import Done, Task, Work, perform


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
class Tally:
    """What a batch has done so far."""

    weeks: int = 0
    runs: int = 0
    failed: int = 0
    cpu_seconds: float = 0.0
    compile_seconds: float = 0.0
    started: str = field(default_factory=manifest.now)
    clock: float = field(default_factory=time.perf_counter)


def execute(
    experiment: Experiment, out: Path | None = None, workers: int | None = None, *,
    quiet: bool = False, progress: Meter | None = None, machinery: Machinery = Machinery(),
) -> Path:  # fmt: skip
    """Make every run of an experiment; give back the results folder.

    out     : a new or empty folder; without it, one under results/
    workers : processes; without it, one for each core; 0 runs everything in this process
    """
    runs = plan(experiment)
    results = store.create(experiment, plan_name(runs), out)
    return carry_out(results, runs, workers, progress or fitting(quiet=quiet), machinery)


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
    return carry_out(results, runs, workers, progress or fitting(quiet=quiet), machinery)


def carry_out(
    results: Results, runs: Sequence[Run], workers: int | None, meter: Meter, machinery: Machinery
) -> Path:
    """Make the runs that are missing, then join all of them."""
    pasts, todo = tasks(results, runs)
    workers = min(cores() if workers is None else workers, max(1, len(todo)))
    with store.locked(results.path), one_thread(), Stop(meter.note) as stop:
        content = manifest.begin(results, runs, workers)
        recover(results, runs)
        tally = Tally()
        meter.begin(sum(task.size for task in (*pasts, *todo)), len(todo))
        try:
            if todo:
                scenario = todo[0].scenario
                tally.compile_seconds = compiled(results, scenario, meter, machinery)
                pool = pools(workers, machinery.warm_up and partial(machinery.warm_up, scenario))
                for done in sweep(Agenda(pasts, todo), machinery.work, pool, max(1, workers), stop):
                    record(results, done, tally, meter)
        except KeyboardInterrupt:
            stop.asked = True
        finally:
            meter.end()
        return finish(results, runs, content, tally, stopped=stop.asked)


def tasks(results: Results, runs: Sequence[Run]) -> tuple[list[Task], list[Task]]:
    """List the runs that are missing, and the pasts they need that are not in the cache."""
    experiment = results.experiment
    scenarios = {scenario.name: scenario for scenario in experiment.scenarios}
    there = results.finished()
    missing = {run.key: run for run in runs if run.key not in there}
    todo = [
        Task("run", run, scenarios[run.scenario], experiment.seed, results.path / store.RUNS_FOLDER,
             weeks(scenarios[run.scenario]))
        for run in missing.values()
    ]  # fmt: skip
    first = {task.run.past: task for task in reversed(todo)}
    pasts = [
        Task("past", task.run, task.scenario, task.seed, task.runs_folder,
             round(task.scenario.past_years * WEEKS_IN_YEAR))
        for task in reversed(first.values())
        if not past_file(task.run.past).exists()
    ]  # fmt: skip
    return pasts, todo


def weeks(scenario: Scenario) -> int:
    """Count the weeks of a run."""
    return Calendar(scenario.start).week(scenario.end)


def compiled(results: Results, scenario: Scenario, meter: Meter, machinery: Machinery) -> float:
    """Compile the week in this process, so that workers find it in the cache; time it."""
    if machinery.warm_up is None:
        return 0.0
    tidy_pasts()
    meter.note("Compiling the week (a minute or two on first use, seconds afterwards) …")
    clock = time.perf_counter()
    machinery.warm_up(scenario)
    seconds = round(time.perf_counter() - clock, 3)
    meter.note(f"Compiled in {seconds:.1f} s")
    say(results.path, f"compiled in {seconds:.1f} s")
    return seconds


def record(results: Results, done: Done, tally: Tally, meter: Meter) -> None:
    """Write down what became of a task."""
    task, run = done.task, done.task.run
    tally.weeks += task.size
    tally.cpu_seconds += done.cpu_seconds
    key = run.past if task.kind == "past" else run.key
    place = {"key": key, "scenario": run.scenario, "draw": run.draw, "replicate": run.replicate}
    name = f"{run.scenario}, replicate {run.replicate}"
    if done.failure is not None and task.kind == "run":
        tally.failed += 1
        add_line(results.path / store.FAILURES, place | failure_line(results, done))
        meter.note(f"Failed: {name}: {done.failure.kind}: {done.failure.message}")
    if done.failure is None:
        add_line(
            results.path / store.LEDGER,
            {**place, "kind": task.kind, "seconds": done.seconds, "cpu_seconds": done.cpu_seconds,
             "memory_mb": done.memory_mb, "hashes": dict(done.hashes), "ended": manifest.now()},
        )  # fmt: skip
    tally.runs += task.kind == "run" and done.failure is None
    outcome = f"failed ({done.failure.kind})" if done.failure else f"{done.seconds:.1f} s"
    say(results.path, f"{task.kind} of {name}: {outcome}")
    meter.advance(tally.weeks, tally.runs, tally.failed)


def failure_line(results: Results, done: Done) -> dict[str, object]:
    """Say what is needed to understand a failed run and to repeat it alone."""
    task, failure = done.task, done.failure
    return {
        "seed": task.seed,
        "inputs": manifest.meaning(task.scenario),
        "kind": failure.kind if failure else "",
        "message": failure.message if failure else "",
        "traceback": failure.traceback if failure else "",
        "repeat": f"cpsim replay {results.path} {task.run.key}",
        "ended": manifest.now(),
    }


def recover(results: Results, runs: Sequence[Run]) -> None:
    """Enter in the ledger the runs whose tables are here but whose line was never written."""
    known = results.ledger()
    for run in {run.key: run for run in runs if run.key in results.finished()}.values():
        if run.key not in known:
            hashes = table_hashes(read_tables(results.path / store.RUNS_FOLDER / run.key))
            add_line(
                results.path / store.LEDGER,
                {"kind": "run", "key": run.key, "scenario": run.scenario, "draw": run.draw,
                 "replicate": run.replicate, "hashes": hashes, "ended": manifest.now()},
            )  # fmt: skip


def finish(
    results: Results, runs: Sequence[Run], content: manifest.Content, tally: Tally, *, stopped: bool
) -> Path:
    """Join what is finished, close the manifest, and raise if anything is missing."""
    there = results.finished()
    missing = sum(run.key not in there for run in runs)
    stopped = stopped and missing > tally.failed
    hashes = {} if stopped else merge(results, runs)
    status = "stopped" if stopped else "failed runs" if missing else "complete"
    batch = {
        "started": tally.started,
        "seconds": round(time.perf_counter() - tally.clock, 3),
        "compile_seconds": tally.compile_seconds,
        "cpu_seconds": round(tally.cpu_seconds, 3),
    }
    counts = {"finished": len(runs) - missing, "failed": tally.failed, "made_now": tally.runs}
    manifest.end(results, content, status=status, batch=batch, runs=counts, hashes=hashes)
    say(results.path, f"{status}: {len(runs) - missing} of {len(runs)} runs")
    if stopped:
        text = f"Stopped with {len(runs) - missing} of {len(runs)} runs finished. Go on with:"
        raise Stopped(f"{text}\n  cpsim resume {results.path}", results.path)
    if missing:
        text = f"{missing} of {len(runs)} runs failed; the others are in {results.path}."
        raise BatchFailed(f"{text}\nSee {results.path / store.FAILURES}.", results.path)
    return results.path
