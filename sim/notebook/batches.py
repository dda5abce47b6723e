"""Making runs: an experiment, a comparison, a search; and going on with one that was stopped."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from sim.notebook.files import refuse_odd, scenario_of
from sim.notebook.results import Results
from sim.scenario import Experiment, Scenario, altered, load_any, load_experiment
from sim.scenario import compare as compared
from sim.scenario.size import read_yearly_cost
from sim.study.batch.choosing import machinery
from sim.study.bench import bench as bench_as_text
from sim.study.execute import execute, merge_shards
from sim.study.execute import extend as go_further
from sim.study.plan import planned as size_of
from sim.study.replay import Replayed
from sim.study.replay import replay as make_again
from sim.study.seek.carrying_out import carry_out
from sim.study.seek.carrying_out import resume as go_on
from sim.study.seek.equal_cost import equal_cost as seek_equal_cost
from sim.study.store import LATEST, RESULTS, open_results

type Asked = Experiment | Scenario | str | Path
type Several = Asked | Sequence[Scenario | str | Path]


def run(
    names: Several, *, workers: int | None = None, replicates: int | None = None,
    seed: int | None = None, out: Path | None = None, fail_fast: bool = False,
    timeout: str | None = None, shard: str | None = None, scheduler: str | None = None,
    quiet: bool = False,
) -> Results:  # fmt: skip
    """Run an experiment, or scenarios against the baseline, and open the results.

    names     : an experiment, one scenario or several, as objects, names or files
    workers   : processes; without it, one for each core; 0 runs everything in this process
    out       : a new folder; without it, one under results/
    fail_fast : whether the first failed run stops the others
    timeout   : longest that one run may take, as "10 minutes"
    shard     : which part of the runs is made, as "1/3"; `sim.merge` joins the parts
    scheduler : address of a Dask scheduler whose workers make the runs
    """
    experiment = asked(names, replicates, seed)
    how = machinery(fail_fast=fail_fast, timeout=timeout, shard=shard, scheduler=scheduler)
    return Results(carry_out(experiment, out, workers, quiet=quiet, machinery=how))


def compare(
    names: Scenario | str | Path | Sequence[Scenario | str | Path], *,
    against: Scenario | str | Path = "baseline", equal_cost: str | float | None = None,
    workers: int | None = None, replicates: int | None = None, seed: int | None = None,
    out: Path | None = None, quiet: bool = False,
) -> Results:  # fmt: skip
    """Run scenarios, compare them with one of them, and open the results.

    against    : what the others are compared with, as object, name or file
    equal_cost : what each policy is to cost a year, as "£5m" or in pounds: each then has the
                 size that costs this
    """
    refuse_odd(against, Scenario)
    experiment = altered(compared(*scenarios(names), against=against), replicates, seed)
    if equal_cost is None:
        return Results(execute(experiment, out, workers, quiet=quiet))
    target = read_yearly_cost(equal_cost) if isinstance(equal_cost, str) else equal_cost
    return Results(seek_equal_cost(experiment, target, out, workers, quiet=quiet))


def demo(
    *, workers: int | None = None, replicates: int | None = None, seed: int | None = None,
    out: Path | None = None, quiet: bool = False,
) -> Results:  # fmt: skip
    """Compare three policies with current policy in four authorities."""
    experiment = altered(load_experiment("demo"), replicates, seed)
    return Results(execute(experiment, out, workers, quiet=quiet))


def asked(names: Several, replicates: int | None = None, seed: int | None = None) -> Experiment:
    """Make an experiment of whatever was given; nothing is run."""
    if isinstance(names, str | Path):
        experiment = load_any(names)
    elif isinstance(names, Experiment):
        experiment = names
    else:
        experiment = compared(*scenarios(names))
    return altered(experiment, replicates, seed)


def scenarios(
    names: Scenario | str | Path | Sequence[Scenario | str | Path],
) -> tuple[Scenario, ...]:
    """Load scenarios where only a name is given."""
    several = names if isinstance(names, Iterable) and not isinstance(names, str) else [names]
    return tuple(map(scenario_of, several))


def planned(
    names: Several, *, replicates: int | None = None, seed: int | None = None
) -> dict[str, Any]:  # fmt: skip
    """Say what would be run, and run nothing."""
    return size_of(asked(names, replicates, seed))


def resume(
    path: str | Path = RESULTS / LATEST, *, workers: int | None = None, fail_fast: bool = False,
    timeout: str | None = None, scheduler: str | None = None, quiet: bool = False,
) -> Results:  # fmt: skip
    """Go on with runs or a search that was stopped; what is finished is not run again.

    Its arguments are those of `sim.run`.
    """
    how = machinery(fail_fast=fail_fast, timeout=timeout, scheduler=scheduler)
    return Results(go_on(path, workers, quiet=quiet, machinery=how))


def extend(
    path: str | Path, name: Asked | None = None, *, workers: int | None = None,
    replicates: int | None = None, fail_fast: bool = False, timeout: str | None = None,
    scheduler: str | None = None, quiet: bool = False,
) -> Results:  # fmt: skip
    """Add replicates, points or scenarios to finished runs; nothing is run again.

    name : an experiment that asks for more; without it, the same one
    The other arguments are those of `sim.run`.
    """
    how = machinery(fail_fast=fail_fast, timeout=timeout, scheduler=scheduler)
    wider = altered(asked(name or Results(open_results(path).path).experiment), replicates, None)
    return Results(go_further(path, wider, workers, quiet=quiet, machinery=how))


def merge(paths: Sequence[str | Path], *, out: Path | None = None) -> Results:
    """Join the shards of one experiment in a new results folder."""
    return Results(merge_shards([Path(path) for path in paths], out, quiet=True))


def replay(path: str | Path, key: str) -> Replayed:
    """Make one run again, and see whether every table comes out the same.

    key : name of the run, or how it begins
    """
    return make_again(path, key)


def bench(
    families: int = 150_000, authorities: int = 10, weeks: int = 104
) -> dict[str, Any]:  # fmt: skip
    """Measure the speed of the week: in all, by stage, and against the reference path."""
    found: dict[str, Any] = json.loads(bench_as_text(families, authorities, weeks, as_json=True))
    return found
