"""Commands that make runs and reports."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sim.cli.options import (
    LATEST,
    DryRun,
    FailFast,
    Json,
    Out,
    Quiet,
    Replicates,
    Results,
    Scheduler,
    Seed,
    Shard,
    Timeout,
    Workers,
    number,
)
from sim.cli.output import say
from sim.kernel.errors import CheckFailed

if TYPE_CHECKING:
    from sim.scenario import Experiment
    from sim.study.batch.batch import Machinery

Names = Annotated[list[str], typer.Argument(help="Names or files.")]


def demo(
    workers: Workers = None, replicates: Replicates = None, seed: Seed = None, out: Out = None,
    dry_run: DryRun = False, quiet: Quiet = False, as_json: Json = False,
) -> None:  # fmt: skip
    """Compare three policies with current policy in four authorities; write the report."""
    from sim.scenario import altered, load_experiment

    asked = altered(load_experiment("demo"), replicates, seed)
    carry_out(asked, workers, out, dry_run=dry_run, quiet=quiet, as_json=as_json, is_judged=False)


def run(
    names: Names, workers: Workers = None, replicates: Replicates = None, seed: Seed = None,
    out: Out = None, fail_fast: FailFast = False, timeout: Timeout = None, shard: Shard = None,
    scheduler: Scheduler = None, dry_run: DryRun = False, quiet: Quiet = False,
    as_json: Json = False,
) -> None:  # fmt: skip
    """Run an experiment, or scenarios against the baseline; write the report.

    Leaves with 5 if the runs rule out what a file expects.
    """
    from sim.scenario import altered, load_any, load_scenario
    from sim.scenario import compare as compared
    from sim.study.batch.choosing import machinery

    asked = load_any(names[0]) if len(names) == 1 else compared(*map(load_scenario, names))
    asked = altered(asked, replicates, seed)
    how = machinery(fail_fast=fail_fast, timeout=timeout, shard=shard, scheduler=scheduler)
    if shard and not dry_run:
        from sim.study.execute import execute

        say({"results": from_here(execute(asked, out, workers, quiet=quiet, machinery=how))},
            as_json)  # fmt: skip
        return
    carry_out(asked, workers, out, dry_run=dry_run, quiet=quiet, as_json=as_json, how=how)


def compare(
    names: Names,
    against: Annotated[str, typer.Option(help="Compare with this one.")] = "baseline",
    equal_cost: Annotated[
        str | None, typer.Option(help="Give each policy the size that costs this a year, as £5m.")
    ] = None,
    workers: Workers = None, replicates: Replicates = None, seed: Seed = None, out: Out = None,
    dry_run: DryRun = False, quiet: Quiet = False, as_json: Json = False,
) -> None:  # fmt: skip
    """Run scenarios and compare them with one of them; write the report.

    Leaves with 5 if the runs rule out what a file expects.
    """
    from sim.scenario import altered, load_scenario
    from sim.scenario import compare as compared

    asked = altered(compared(*map(load_scenario, names), against=against), replicates, seed)
    if equal_cost is None:
        carry_out(asked, workers, out, dry_run=dry_run, quiet=quiet, as_json=as_json)
        return
    from sim.scenario.size import read_yearly_cost

    target = read_yearly_cost(equal_cost)
    if dry_run:
        from sim.study.plan import planned

        say({**planned(asked), "equal_cost": equal_cost}, as_json)
        return
    from sim.study.seek.equal_cost import equal_cost as seek

    write_report(seek(asked, target, out, workers, quiet=quiet or as_json), as_json)


def carry_out(
    asked: "Experiment", workers: int | None, out: Path | None, *, dry_run: bool, quiet: bool,
    as_json: bool, is_judged: bool = True, how: "Machinery | None" = None,
) -> None:  # fmt: skip
    """Make the runs and the report, or say what they would be."""
    if dry_run:
        say(expected(asked, workers, how) if is_judged else planned_runs(asked), as_json)
        return
    from sim.study.batch.batch import REAL
    from sim.study.seek.carrying_out import carry_out as make

    machinery = how or REAL
    report_on(
        lambda: make(asked, out, workers, quiet=quiet or as_json, machinery=machinery),
        as_json, is_judged=is_judged,
    )  # fmt: skip


def report_on(make: Callable[[], Path], as_json: bool, *, is_judged: bool = True) -> None:
    """Make results and write their report, where runs failed of those that did not."""
    from sim.study.batch.batch import BatchFailed

    try:
        path = make()
    except BatchFailed as failed:
        if (failed.path / "runs.parquet").is_file():
            write_report(failed.path, as_json, is_judged=False)
        raise
    write_report(path, as_json, is_judged=is_judged)


def planned_runs(asked: "Experiment") -> dict[str, Any]:
    """Say what would be run, at once."""
    from sim.study.plan import planned

    return planned(asked)


def expected(asked: "Experiment", workers: int | None, how: "Machinery | None") -> dict[str, Any]:
    """Say what would be run, and what it will take by a timed sample."""
    from sim.study.design.foretold import foretold
    from sim.study.processes import cores

    here = cores() if workers is None else max(1, workers)
    if how is None:
        return foretold(asked, here)
    return foretold(asked, how.slots or here, how.shard)


def write_report(path: Path, as_json: bool, *, is_judged: bool = True) -> None:
    """Write the report of a results folder, and print its answer and the paths of both.

    is_judged : whether to leave with a failed check where the runs rule out an expectation
    """
    from sim.report import ruled_out, write
    from sim.study.seek.rounds import answer

    found = answer(path)
    for line in found["said"] if found and not as_json else ():
        typer.echo(line)
    whole = {"answer": found} if found and as_json else {}
    page = write(path)
    shown = str if as_json else from_here
    say({**whole, "results": shown(path), "report": shown(page)}, as_json)
    if is_judged and (against := ruled_out(path)):
        raise CheckFailed("The runs rule out what was expected:\n  " + "\n  ".join(against))


def from_here(path: Path) -> str:
    """Write a path as it would be typed from here."""
    here, full = Path.cwd().resolve(), path.resolve()
    return str(full.relative_to(here) if full.is_relative_to(here) else path)


def resume(
    path: Results = LATEST, workers: Workers = None, fail_fast: FailFast = False,
    timeout: Timeout = None, scheduler: Scheduler = None, quiet: Quiet = False,
    as_json: Json = False,
) -> None:  # fmt: skip
    """Go on with runs that were stopped or failed; what is finished is not run again."""
    from sim.study.batch.choosing import machinery
    from sim.study.seek.carrying_out import resume as go_on
    from sim.study.store import is_shard

    how = machinery(fail_fast=fail_fast, timeout=timeout, scheduler=scheduler)
    quiet = quiet or as_json
    if is_shard(path):
        say({"results": from_here(go_on(path, workers, quiet=quiet, machinery=how))}, as_json)
    else:
        report_on(lambda: go_on(path, workers, quiet=quiet, machinery=how), as_json)


def extend(
    path: Results,
    name: Annotated[
        str | None, typer.Argument(help="An experiment that asks for more; else the same one.")
    ] = None,
    workers: Workers = None, replicates: Replicates = None, fail_fast: FailFast = False,
    timeout: Timeout = None, scheduler: Scheduler = None, quiet: Quiet = False,
    as_json: Json = False,
) -> None:  # fmt: skip
    """Add replicates, points or scenarios to finished runs; nothing is run again."""
    from sim.scenario import altered, load_experiment
    from sim.study.batch.choosing import machinery
    from sim.study.execute import extend as go_on
    from sim.study.store import open_results

    before = open_results(path).experiment
    asked = altered(load_experiment(name) if name else before, replicates, None)
    how = machinery(fail_fast=fail_fast, timeout=timeout, scheduler=scheduler)
    report_on(lambda: go_on(path, asked, workers, quiet=quiet or as_json, machinery=how), as_json)


def merge(
    paths: Annotated[list[Path], typer.Argument(help="Results folders of all shards.")],
    out: Out = None, as_json: Json = False,
) -> None:  # fmt: skip
    """Join the shards of one experiment in a new results folder; write the report."""
    from sim.study.execute import merge_shards

    report_on(lambda: merge_shards(paths, out, quiet=as_json), as_json)


def replay(
    path: Results,
    key: Annotated[str, typer.Argument(help="Name of the run, or how it begins.")],
    as_json: Json = False,
) -> None:
    """Make one run again, and check that every table comes out the same."""
    from sim.study.replay import replay as make_again

    made = make_again(path, key)
    content = {"run": made.key, "scenario": made.scenario, "replicate": made.replicate}
    if not made.is_known:
        told = "was never finished, so there is nothing to compare; it was made now"
        say({**content, "equal": None, "told": told}, as_json)
        return
    say({**content, "equal": made.equal, "differing": made.differing}, as_json)
    if not made.equal:
        raise CheckFailed(f"{len(made.differing)} tables of {made.key} came out differently.")


def report(path: Results = LATEST, as_json: Json = False) -> None:
    """Write the report of a results folder again."""
    write_report(path, as_json)


def bench(
    families: Annotated[int, number("--families", 1, "Families simulated.")] = 150_000,
    authorities: Annotated[int, number("--authorities", 1, "Authorities side by side.")] = 10,
    weeks: Annotated[int, number("--weeks", 1, "Weeks that are timed.")] = 104,
    as_json: Json = False,
) -> None:
    """Measure the speed of the week: in all, by stage, and against the reference path."""
    from sim.study.bench import bench as measure

    typer.echo(measure(families, authorities, weeks, as_json=as_json))
