"""Carrying out what an experiment asks: a batch of runs, or a search that makes several."""

from pathlib import Path

from sim.scenario import Experiment
from sim.study import execute
from sim.study.batch.batch import REAL, Machinery
from sim.study.seek import equal_cost, goal_seeking, precise
from sim.study.seek.rounds import asked, is_search

SEARCHES = {
    equal_cost.KIND: equal_cost.go_on,
    goal_seeking.KIND: goal_seeking.go_on,
    precise.KIND: precise.go_on,
}


def carry_out(
    experiment: Experiment, out: Path | None = None, workers: int | None = None, *,
    quiet: bool = False, machinery: Machinery = REAL,
) -> Path:  # fmt: skip
    """Make the runs of an experiment, however many it needs; give the results folder."""
    if experiment.goal and not machinery.shard:  # execute refuses them in shards
        return goal_seeking.seek_goal(experiment, out, workers, quiet=quiet, machinery=machinery)
    if experiment.precision and not machinery.shard:
        return precise.seek_precision(experiment, out, workers, quiet=quiet, machinery=machinery)
    return execute.execute(experiment, out, workers, quiet=quiet, machinery=machinery)


def resume(
    path: Path | str, workers: int | None = None, *, quiet: bool = False,
    machinery: Machinery = REAL,
) -> Path:  # fmt: skip
    """Go on with what was stopped or had failures; what is finished is not run again."""
    if not is_search(path):
        return execute.resume(path, workers, quiet=quiet, machinery=machinery)
    go_on = SEARCHES[asked(path).kind]
    return go_on(Path(path).resolve(), workers, quiet=quiet, machinery=machinery)
