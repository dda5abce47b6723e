"""What a runner costs for each run, on one toy model: `python -m tests.measured.overhead`.

The toy draws ten numbers and gives back their mean. Mesa's `batch_run`, EMA Workbench (which has to
be installed for this alone) and our sweep make the same runs on two processes; ours alone writes
every run, its hashes and a journal to disk as it ends.
"""

import shutil
import sys
import time
from dataclasses import replace
from datetime import timedelta
from importlib.util import find_spec
from pathlib import Path
from tempfile import mkdtemp

import mesa
import pandas as pd

from sim.kernel.chance import Chance
from sim.scenario import load_scenario
from sim.scenario.experiment import compare
from sim.study.batch.batch import Machinery
from sim.study.elsewhere.shards import Shard
from sim.study.execute import execute
from sim.study.worker import Done, Task, store_run, timed

RUNS, PROCESSES, DRAWS = 400, 2, 10


def drawn(number: int) -> float:
    """Give the toy's result."""
    chance = Chance(1, number)
    return sum(chance.uniform("toy", 0, one) for one in range(DRAWS)) / DRAWS


class Toy(mesa.Model):
    """The toy as Mesa wants it."""

    def __init__(self, number: int = 0, rng: int | None = None) -> None:
        """Take the number of the run."""
        super().__init__(rng=rng)
        self.number, self.mean = number, 0.0
        self.datacollector = mesa.DataCollector(model_reporters={"mean": "mean"})

    def step(self) -> None:
        """Draw, and stop."""
        self.mean = drawn(self.number)
        self.datacollector.collect(self)
        self.running = False


def by_mesa() -> int:
    """Make the runs by Mesa."""
    rows = mesa.batch_run(
        Toy, {"number": range(RUNS)}, number_processes=PROCESSES, iterations=1, max_steps=1,
        display_progress=False,
    )  # fmt: skip
    return len(rows)


def toy(number: float) -> dict[str, float]:
    """The toy as EMA Workbench wants it."""
    return {"mean": drawn(int(number))}


def by_ema() -> int:
    """Make the runs by EMA Workbench."""
    from ema_workbench import (
        IntegerParameter,
        Model,
        MultiprocessingEvaluator,
        ScalarOutcome,
    )

    model = Model("toy", function=toy)
    model.uncertainties = [IntegerParameter("number", 0, RUNS)]
    model.outcomes = [ScalarOutcome("mean")]
    with MultiprocessingEvaluator(model, n_processes=PROCESSES) as evaluator:
        experiments, _ = evaluator.perform_experiments(scenarios=RUNS)
    return len(experiments)


def store_toy(task: Task) -> Done:
    """The toy as our sweep wants it: a run's tables, written down."""
    return timed(task, made)


def made(task: Task) -> dict[str, str]:
    """Write the toy's table."""
    table = pd.DataFrame({"quarter": ["2023 Q1"], "mean": [drawn(task.run.replicate)]})
    return store_run(task.runs_folder, task.run.key, {"toy": table})


def by_ours() -> int:
    """Make the runs by our sweep, all but the joining of the model's own tables."""
    tiny = load_scenario("tiny")
    short = replace(tiny, end=tiny.start + timedelta(weeks=14))
    asked = replace(compare(short, against=short), replicates=RUNS)
    folder = Path(mkdtemp()) / "out"
    how = Machinery(work=store_toy, warm_up=None, builds_pasts=False, shard=Shard(1, 1))
    path = execute(asked, folder, PROCESSES, quiet=True, machinery=how)
    found = len(list((path / "runs").iterdir()))
    shutil.rmtree(folder.parent)
    return found


def main() -> None:
    """Time each, three times, and print milliseconds for each run."""
    runners = {"Mesa batch_run": by_mesa, "cpsim": by_ours}
    if find_spec("ema_workbench"):
        runners["EMA Workbench"] = by_ema
    for name, run in runners.items():
        took = []
        for _ in range(3):
            clock = time.perf_counter()
            assert run() == RUNS, name
            took.append(1000 * (time.perf_counter() - clock) / RUNS)
        print(f"{name:<16}{min(took):8.1f} {sorted(took)[1]:8.1f} {max(took):8.1f} ms a run")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
