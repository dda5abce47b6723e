"""Execute: an experiment from its plan to a results folder, on the processes of this machine."""

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from errno import ENOSPC
from functools import partial
from pathlib import Path

from sim.kernel.calendar import WEEKS_IN_YEAR, Calendar
from sim.kernel.errors import InputError, MachineError
from sim.scenario import Experiment, Scenario, altered
from sim.study import manifest, store
from sim.study.batch.batch import REAL, Batch, BatchFailed, Machinery, Stopped
from sim.study.batch.journal import full_disk, record, recover, refuse_full_disk
from sim.study.design.points import drawn
from sim.study.elsewhere.shards import Shard, gather, own, read_shard
from sim.study.merge import merge
from sim.study.plan import Run, model_version, plan, plan_name, scenario_at
from sim.study.processes import cores, one_thread, pools
from sim.study.progress import Meter, fitting
from sim.study.replicate import past_file, tidy_pasts
from sim.study.store import say
from sim.study.sweep import Agenda, Stop, sweep
from sim.study.worker import Task

COMPLETE_SHARD = "complete shard"


def execute(
    experiment: Experiment, out: Path | None = None, workers: int | None = None, *,
    quiet: bool = False, progress: Meter | None = None, machinery: Machinery = REAL,
) -> Path:  # fmt: skip
    """Make every run of an experiment; give back the results folder.

    out     : a new or empty folder; without it, one under results/
    workers : processes; without it, one for each core; 0 runs everything in this process
    """
    if machinery.shard and (experiment.goal or experiment.precision):
        raise InputError.command_line(
            "A search decides as it goes which runs it needs, so it cannot be made in shards.",
            "Leave --shard out.",
        )
    experiment = drawn(experiment)
    runs = plan(experiment)
    results = store.create(experiment, plan_name(runs), out)
    meter = progress or fitting(quiet=quiet)
    return carry_out(in_part(Batch(results, runs, meter, machinery), machinery.shard), workers)


def asked_or_given(
    experiment: Experiment, given: Path | None, replicates: int | None, out: Path | None,
    workers: int | None, *, quiet: bool,
) -> store.Results:  # fmt: skip
    """Open results that are given, or else make every run of an experiment and open those."""
    return store.open_results(
        given or execute(altered(experiment, replicates, None), out, workers, quiet=quiet)
    )


def in_part(batch: Batch, shard: Shard | None) -> Batch:
    """Keep a shard's runs of a batch."""
    if shard is None:
        return batch
    return replace(batch, runs=own(batch.runs, shard), shard=str(shard), stage=COMPLETE_SHARD)


def merge_shards(
    paths: Sequence[Path], out: Path | None = None, *, quiet: bool = False,
    machinery: Machinery = REAL,
) -> Path:  # fmt: skip
    """Join the shards of one plan in a new results folder; runs that failed in one stay failed.

    raises BatchFailed, with the others joined, where runs failed
    """
    results, runs = gather(paths, out)
    batch = Batch(results, runs, fitting(quiet=quiet), machinery)
    with store.locked(batch.path):
        return finish(batch, manifest.begin(results, runs, 0, ""))


def resume(
    path: Path | str, workers: int | None = None, *,
    quiet: bool = False, progress: Meter | None = None, machinery: Machinery = REAL,
) -> Path:  # fmt: skip
    """Go on with a batch that was stopped or had failures; what exists is not run again."""
    results = store.open_results(path)
    refuse_other_model(results)
    refuse_other_plan(results)
    batch = Batch(
        results, plan(results.experiment), progress or fitting(quiet=quiet), machinery
    )  # fmt: skip
    shard = results.manifest.get("shard")
    return carry_out(in_part(batch, shard and read_shard(shard)), workers)


def extend(
    path: Path | str, experiment: Experiment, workers: int | None = None, *,
    quiet: bool = False, progress: Meter | None = None, machinery: Machinery = REAL,
) -> Path:  # fmt: skip
    """Go on with a finished batch under a wider plan; what exists is not run again.

    experiment : the same with more replicates, points or scenarios; it must ask for every run that
                 is there already
    """
    results = store.open_results(path)
    refuse_other_model(results)
    wider = drawn(experiment)
    runs = plan(wider)
    refuse_narrower(results, runs)
    batch = Batch(results.asking(wider), runs, progress or fitting(quiet=quiet), machinery)
    return carry_out(batch, workers)


def refuse_other_model(results: store.Results) -> None:
    """Refuse to mix runs of two models in one folder."""
    earlier = results.manifest["tool"]["model"]
    if earlier != model_version():
        raise InputError.command_line(
            f"{results.path} was begun with another model (version {earlier}; this is "
            f"{model_version()}), and runs of two models cannot be mixed.",
            "Run the experiment again from its file.",
        )
    begun = manifest.libraries(results.manifest["software"]["packages"])
    if others := manifest.otherwise(begun):
        raise InputError.command_line(
            f"{results.path} was begun with {others}, which may differ in a last digit.",
            "Install what it was begun with, or run the experiment again from its file.",
        )


def refuse_other_plan(results: store.Results) -> None:
    """Refuse to go on with an experiment that is not the one that was begun."""
    if results.manifest["plan"] != plan_name(plan(results.experiment)):
        raise InputError.command_line(
            f"{results.path} was begun with other runs than its experiment now asks for.",
            f"Give the experiment again: cpsim extend {results.path} EXPERIMENT",
        )


def refuse_narrower(results: store.Results, runs: Sequence[Run]) -> None:
    """Refuse a plan that leaves out runs that are there: tables would silently lose them."""
    there, wider = results.finished(), {run.key for run in runs}
    if lost := len(there - wider):
        raise InputError.command_line(
            f"{lost} of the {len(there)} runs of {results.path} are not among those asked for.",
            "Only more of the same can be added: replicates, scenarios, or points of a design that "
            "keeps its first ones, which a Latin hypercube does not.",
        )


def carry_out(batch: Batch, workers: int | None) -> Path:
    """Make the runs that are missing, then join all of them."""
    with store.locked(batch.path), one_thread(), Stop(batch.meter.note) as stop:
        recover(batch)
        pasts, todo = tasks(batch)
        here = batch.machinery.slots or (cores() if workers is None else workers)
        workers = min(here, max(1, len(todo)))
        store.save_experiment(batch.path, batch.results.experiment)
        content = manifest.begin(batch.results, batch.runs, workers, batch.shard)
        try:
            if todo:
                make(batch, pasts, todo, workers, stop)
        except KeyboardInterrupt:
            stop.asked = True
        except BaseException as error:
            raise broken_off(batch, content, error) from error
        finally:
            batch.meter.end()
        try:
            return finish(batch, content, stop)
        except (OSError, KeyboardInterrupt) as error:
            raise broken_off(batch, content, error) from error


def broken_off(batch: Batch, content: manifest.Content, error: BaseException) -> BaseException:
    """Write down that a batch was broken off, if there is room to; say it where there is none."""
    with suppress(OSError):
        close(batch, content, "broken off", {})
    if isinstance(error, OSError) and error.errno == ENOSPC:
        return full_disk(batch.path)
    if isinstance(error, KeyboardInterrupt):
        return Stopped(f"Stopped at once. Go on with:\n  cpsim resume {batch.path}", batch.path)
    if isinstance(error, MachineError):
        return MachineError(f"{error}\nGo on with: cpsim resume {batch.path}")
    return error


def make(batch: Batch, pasts: list[Task], todo: list[Task], workers: int, stop: Stop) -> None:
    """Compile once, start the processes once, and keep them busy until nothing is left."""
    machinery = batch.machinery
    warm_up = machinery.warm_up and partial(machinery.warm_up, todo[0].scenario)
    pool = machinery.pool or pools(workers, warm_up)
    pasts = pasts if machinery.builds_pasts else []
    if warm_up is not None:
        batch.compile_seconds = compiled(batch, warm_up)
    batch.meter.begin(sum(task.size for task in (*pasts, *todo)), len(todo))
    agenda = Agenda(pasts, todo)
    for done in sweep(agenda, machinery.work, pool, max(1, workers), stop, machinery.seconds):
        record(batch, done)
        refuse_full_disk(batch, done)
        if done.failure and machinery.fail_fast:
            stop.asked = True


def tasks(batch: Batch) -> tuple[list[Task], list[Task]]:
    """List the pasts to build that are not in the cache, and the runs that are missing."""
    experiment, folder = batch.results.experiment, batch.path / store.RUNS_FOLDER
    scenarios = {scenario.name: scenario for scenario in experiment.scenarios}
    there = batch.results.finished()
    missing = {run.key: run for run in batch.runs if run.key not in there}
    places = {(run.scenario, run.draw, experiment.sample(run.replicate)): run.replicate
              for run in missing.values()}  # fmt: skip
    at = {
        place: scenario_at(experiment, scenarios[place[0]], place[1], replicate)
        for place, replicate in places.items()
    }
    todo = [
        Task("run", run, scenario, experiment.seed, folder, weeks(scenario))
        for run in missing.values()
        for scenario in [at[run.scenario, run.draw, experiment.sample(run.replicate)]]
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


def finish(batch: Batch, content: manifest.Content, stop: Stop | None = None) -> Path:
    """Join what is finished, close the manifest, and raise if anything is missing."""
    planned, finished = len(batch.runs), batch.finished
    if batch.failed and batch.machinery.fail_fast:
        close(batch, content, "stopped", {})
        raise BatchFailed(
            f"Stopped at the first failed run, with {finished} of {planned} runs finished.\n"
            f"See {batch.path / store.FAILURES}. Go on with:\n  cpsim resume {batch.path}",
            batch.path,
        )
    if stop and stop.asked and planned - finished > batch.failed:
        raise stopped(batch, content, f"Stopped with {finished} of {planned} runs finished.")
    hashes = {} if batch.stage else joined(batch, content, stop)
    ended = batch.stage or "complete"
    close(batch, content, ended if finished == planned else "failed runs", hashes)
    if finished < planned:
        text = f"{planned - finished} of {planned} runs failed; the others are in {batch.path}."
        raise BatchFailed(f"{text}\nSee {batch.path / store.FAILURES}.", batch.path)
    return batch.path


def joined(batch: Batch, content: manifest.Content, stop: Stop | None) -> dict[str, str]:
    """Join all runs; asked to stop, leave off between two of them."""
    asked = stop.asked if stop else False  # before there was anything to join

    def go_on() -> None:
        if stop and stop.asked and not asked:
            raise stopped(batch, content, "Stopped while joining the tables; all runs are there.")

    return merge(batch.results, batch.runs, go_on)


def stopped(batch: Batch, content: manifest.Content, said: str) -> Stopped:
    """Write down that a batch was stopped, and say how to go on."""
    close(batch, content, "stopped", {})
    return Stopped(f"{said} Go on with:\n  cpsim resume {batch.path}", batch.path)


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
