"""Asking: from what a user typed to the runs whose family is told of."""

from datetime import datetime
from pathlib import Path
from typing import Any

from sim.kernel.errors import InputError
from sim.scenario import Experiment, Scenario, load_scenario
from sim.scenario.experiment import SEED, is_experiment, load_experiment
from sim.scenario.find import find
from sim.study.store import EXPERIMENT, RESULTS, open_results
from sim.study.story.life import Asked, refuse_strangers, watching
from sim.study.story.pick import rule_called


def asked_for(
    name: str, against: str | None, seed: int | None, replicate: int, *, rule: str, family: int
) -> Asked:
    """Find the scenario, its twin and the seed; an experiment or its results bring all three.

    raises InputError where a name, a rule or a twin is none
    """
    if rule:
        rule_called(rule)
    asked = experiment_called(name)
    scenario = base_of(asked) if asked else load_scenario(name)
    twin = twin_called(against, asked) if against else None
    luck = seed if seed is not None else (asked.seed if asked else SEED)
    found = Asked(scenario, twin, luck, replicate, rule, family)
    refuse_strangers(found)
    watching(found)
    return found


def experiment_called(name: str) -> Experiment | None:
    """Find the experiment that a results folder or a file holds; None where it is a scenario."""
    if (Path(name) / EXPERIMENT).is_file():
        return open_results(name).experiment
    file = find(name, "experiment")
    return load_experiment(file) if file and is_experiment(file) else None


def base_of(asked: Experiment) -> Scenario:
    """Take the scenario that the others of an experiment are compared with."""
    return next(one for one in asked.scenarios if one.name == asked.against)


def twin_called(name: str, asked: Experiment | None) -> Scenario:
    """Find the twin's scenario: of the experiment's first, else by name or file."""
    if asked:
        names = [one.name for one in asked.scenarios]
        if name in names:
            return asked.scenarios[names.index(name)]
        raise InputError.command_line(
            f"“{name}” is no scenario of “{asked.name}”.", f"There are: {', '.join(names)}."
        )
    return load_scenario(name)


def new_folder(asked: Asked, out: Path | None) -> Path:
    """Name the folder of a story; refuse one that already holds something."""
    which = asked.rule or f"family-{asked.family}"
    moment = datetime.now().astimezone().strftime("%Y-%m-%d-%H%M%S")
    folder = out or RESULTS / f"{moment}-story-{asked.scenario.name}-{which}"
    if folder.is_file() or (folder.exists() and any(folder.iterdir())):
        raise InputError.command_line(
            f"{folder} is there already, and nothing is overwritten.",
            "Choose another folder, or leave --out away.",
        )
    return folder


def described(asked: Asked, folder: Path) -> dict[str, Any]:
    """Say what would be run for a story."""
    return {
        "scenario": asked.scenario.name,
        "against": asked.against.name if asked.against else None,
        "seed": asked.seed,
        "replicate": asked.replicate,
        "pick": asked.rule or f"family {asked.family}",
        "runs": 1 + bool(asked.against) + len(watching(asked)),
        "story": str(folder),
    }
