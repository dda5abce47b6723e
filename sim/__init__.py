"""cpsim in a notebook: load a scenario, run it against others, open what came out.

    import sim
    cap = sim.load("caseload-cap")
    results = sim.run([sim.load("baseline"), cap], replicates=8, workers=2)
    results.table("runs")

Each function does what the command of the same name does. A script that calls `run` keeps
the call under `if __name__ == "__main__":`, because workers import the script.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sim.scenario import Experiment, Scenario
    from sim.study.store import Results

__all__ = ["load", "open", "run"]


def load(name_or_path: str | Path) -> Scenario | Experiment:
    """Load a scenario or an experiment, by its name or its file."""
    # Imported here, as below, so that `import sim` costs nothing.
    from sim.scenario.experiment import is_scenario, load_experiment  # noqa: PLC0415
    from sim.scenario.find import find  # noqa: PLC0415
    from sim.scenario.load import load_scenario  # noqa: PLC0415

    file = find(name_or_path, "experiment")
    if file and not is_scenario(file):
        return load_experiment(file)
    return load_scenario(name_or_path)


def run(
    what: Experiment | Scenario | Sequence[Scenario] | str | Path, *,
    replicates: int | None = None, seed: int | None = None, workers: int | None = None,
    out: Path | None = None, quiet: bool = False,
) -> Results:  # fmt: skip
    """Run an experiment, or scenarios against the baseline, and open the results.

    what    : an experiment, scenarios, or the name or file of either
    workers : processes; without it, one for each core; 0 runs everything in this process
    out     : a new folder; without it, one under results/
    """
    from sim.study.execute import execute  # noqa: PLC0415
    from sim.study.store import Results  # noqa: PLC0415

    experiment = asked(what, replicates, seed)
    return Results(execute(experiment, out, workers, quiet=quiet))


def asked(
    what: Experiment | Scenario | Sequence[Scenario] | str | Path,
    replicates: int | None = None,
    seed: int | None = None,
) -> Experiment:
    """Make an experiment of whatever was given."""
    from dataclasses import replace  # noqa: PLC0415
    from pathlib import Path  # noqa: PLC0415

    from sim.scenario import Experiment, Scenario, compare, load_any  # noqa: PLC0415

    if isinstance(what, str | Path):
        experiment = load_any(what)
    elif isinstance(what, Experiment):
        experiment = what
    else:
        experiment = compare(*([what] if isinstance(what, Scenario) else what))
    return replace(
        experiment,
        replicates=experiment.replicates if replicates is None else replicates,
        seed=experiment.seed if seed is None else seed,
    )


def open(path: str | Path = "results/latest") -> Results:
    """Open a results folder."""
    from sim.study.store import open_results  # noqa: PLC0415

    return open_results(path)
