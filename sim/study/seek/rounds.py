"""Rounds: a search makes its runs in one results folder, a few at a time.

A run's key holds all that can change it, so a size tried twice, the scenario compared with
and all that was finished before a stop are not run again. What was asked lies in search.json
beside the runs; with it a search that was stopped goes on from its beginning, and takes the
same way through runs that are there already.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sim.kernel.errors import InputError
from sim.measures import Measure
from sim.measures.compute import value
from sim.scenario import Experiment
from sim.study import store
from sim.study.batch.batch import Batch, Machinery
from sim.study.execute import carry_out
from sim.study.merge import in_period, read_run, whole
from sim.study.plan import model_version, plan, plan_name
from sim.study.progress import fitting
from sim.study.store import SAVED, Results, write_json

SEARCH = "search.json"
SEARCHING = "searching"
REAL = Machinery()


@dataclass(frozen=True)
class Ask:
    """What a search was asked: which kind it is, its experiment, and its own settings."""

    kind: str
    experiment: Experiment
    settings: Mapping[str, Any]


@dataclass
class Rounds:
    """The results folder of one search."""

    path: Path
    workers: int | None = None
    quiet: bool = False
    machinery: Machinery = REAL

    def make(self, experiment: Experiment, stage: str = SEARCHING) -> Results:
        """Make the runs of one round that are not there yet.

        stage : what the folder is called until the last round, whose stage is ""
        """
        results = Results(self.path).asking(experiment)
        runs = plan(experiment)
        batch = Batch(results, runs, fitting(quiet=self.quiet), self.machinery, stage)
        carry_out(batch, self.workers)
        self.machinery = replace(self.machinery, warm_up=None)
        return results

    def say(self, text: str) -> None:
        """Tell the user how far the search is."""
        store.say(self.path, text)
        fitting(quiet=self.quiet).note(text)


def begin(ask: Ask, out: Path | None) -> Path:
    """Make a results folder for a search, and write down what was asked."""
    name = plan_name(plan(ask.experiment))
    path = store.create(ask.experiment, name, out).path
    write_json(
        path / SEARCH,
        {
            "kind": ask.kind,
            "model": model_version(),
            "settings": dict(ask.settings),
            "experiment": SAVED.dump_python(ask.experiment, mode="json"),
        },
    )
    return path


def is_search(path: Path | str) -> bool:
    """Whether a folder is that of a search."""
    return (Path(path) / SEARCH).is_file()


def asked(path: Path | str) -> Ask:
    """Read what a search was asked; refuse to go on with another model."""
    content = json.loads((Path(path) / SEARCH).read_text(encoding="utf-8"))
    if content["model"] != model_version():
        raise InputError.command_line(
            f"{path} was begun with another model (version {content['model']}; this is "
            f"{model_version()}), and runs of two models cannot be mixed.",
            "Ask again from the beginning.",
        )
    experiment = SAVED.validate_python(content["experiment"])
    return Ask(content["kind"], experiment, content["settings"])


def answered(path: Path, answer: Mapping[str, Any]) -> None:
    """Write the answer beside what was asked."""
    content = json.loads((path / SEARCH).read_text(encoding="utf-8"))
    write_json(path / SEARCH, {**content, "answer": dict(answer)})


def answer(path: Path | str) -> dict[str, Any] | None:
    """Read the answer of a search; nothing if there is none, or the folder is of no search."""
    if not is_search(path):
        return None
    content = json.loads((Path(path) / SEARCH).read_text(encoding="utf-8"))
    found: dict[str, Any] | None = content.get("answer")
    return found


def values(results: Results, measure: Measure, first: int = 0) -> dict[str, tuple[float, ...]]:
    """Compute a measure over the experiment's period: by scenario, replicate by replicate.

    first : number of the first replicate that is read
    """
    experiment = results.experiment
    starts = {scenario.name: scenario.start for scenario in experiment.scenarios}
    found: dict[str, list[float]] = {name: [] for name in starts}
    for run in [one for one in plan(experiment) if one.replicate >= first]:
        quarterly = read_run(results, run, "quarterly")
        frame = whole(in_period(quarterly, starts[run.scenario], experiment))
        found[run.scenario].append(value(measure, frame))
    return {name: tuple(numbers) for name, numbers in found.items()}
