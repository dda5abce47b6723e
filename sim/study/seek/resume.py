"""Going on with whatever was stopped: a batch of runs, or a search that makes several."""

from pathlib import Path

from sim.study import execute
from sim.study.batch.batch import REAL, Machinery
from sim.study.seek import equal_cost, goal_seeking
from sim.study.seek.rounds import asked, is_search

SEARCHES = {equal_cost.KIND: equal_cost.go_on, goal_seeking.KIND: goal_seeking.go_on}


def resume(
    path: Path | str, workers: int | None = None, *, quiet: bool = False,
    machinery: Machinery = REAL,
) -> Path:  # fmt: skip
    """Go on with what was stopped or had failures; what is finished is not run again."""
    if not is_search(path):
        return execute.resume(path, workers, quiet=quiet, machinery=machinery)
    go_on = SEARCHES[asked(path).kind]
    return go_on(Path(path).resolve(), workers, quiet=quiet, machinery=machinery)
