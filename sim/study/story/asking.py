"""Asking: from what a user typed to the runs, and to whose life in them is told."""

from datetime import datetime
from pathlib import Path
from typing import Any, TypedDict, Unpack

from sim.kernel.errors import InputError
from sim.scenario import Experiment, Scenario, load_scenario
from sim.scenario.experiment import SEED, is_experiment, load_experiment
from sim.scenario.find import find
from sim.study.plan import model_version
from sim.study.store import EXPERIMENT, RESULTS, open_results
from sim.study.story.life import Asked, watching
from sim.study.story.person import of_number, person_called
from sim.study.story.pick import FAMILY, Kind
from sim.study.story.workers import WORKER

LONGEST = "missed-longest"
type Named = Scenario | str | Path


class Whom(TypedDict, total=False):
    """Whose life is told: one of these.

    pick   : name of a rule that picks a family
    family : a family's number
    worker : a social worker's permanent number, or name of a rule that picks one
    """

    pick: str | None
    family: int | None
    worker: str | None


def asked_for(
    name: Named, against: Named | None = None, *, scenario: str | None = None,
    replicate: int = 0, seed: int | None = None, **whom: Unpack[Whom],
) -> Asked:  # fmt: skip
    """Find the scenario, its twin and the seed; an experiment or its results bring all three.

    name     : of a scenario, an experiment or a results folder, or a scenario itself
    scenario : which of an experiment's; the one it compares with if none is given
    whom     : whose life is told; where nobody is named, that of the longest missed
    raises InputError where a name, a rule or a twin is none
    """
    kind, rule, whose = whose_story(**whom)
    asked = None if isinstance(name, Scenario) else experiment_called(name)
    told = here_called(scenario, name, asked)
    twin = twin_called(against, asked) if against else None
    luck = seed if seed is not None else (asked.seed if asked else SEED)
    named: tuple[str, ...] = (told.name if isinstance(name, Scenario) else str(name),)
    if scenario is not None:
        named += ("--scenario", scenario)
    found = Asked(told, twin, luck, replicate, rule, whose, kind, named)
    refuse_strangers(found)
    watching(found)
    return found


def whose_story(
    pick: str | None = None, family: int | None = None, worker: str | None = None
) -> tuple[Kind, str, int]:
    """Say what the story is of, and the rule that picks it or else the number."""
    if worker is not None and (pick or family is not None):
        other = "--pick" if pick else "--family"
        raise InputError.command_line(
            f"--worker and {other} both say whose life is told: a social worker's and a family's.",
            "Give one of them.",
        )
    if pick and family is not None:
        raise InputError.command_line(
            "--pick and --family both say which family is told.", "Give one of them."
        )
    if worker is None:
        return FAMILY, "" if family is not None else pick or LONGEST, family or 0
    if person := person_called(worker):
        return WORKER, "", person.number
    if worker not in WORKER.rules:
        raise InputError.command_line(
            f"“{worker}” is neither a social worker's number nor a rule that picks one.",
            f"A number is a post and its holder, such as 12-3. Rules: {', '.join(WORKER.rules)}.",
        )
    return WORKER, worker, 0


def which(asked: Asked) -> str:
    """Name whose life is asked for: a rule, or a number."""
    if asked.rule:
        return asked.rule
    return str(of_number(asked.whose)) if asked.kind is WORKER else str(asked.whose)


def scenario_called(name: Named) -> Scenario:
    """Load a scenario where only its name is given."""
    return name if isinstance(name, Scenario) else load_scenario(name)


def experiment_called(name: str | Path) -> Experiment | None:
    """Find the experiment that a results folder or a file holds; None where it is a scenario."""
    if (Path(name) / EXPERIMENT).is_file():
        results = open_results(name)
        made_by = results.manifest["tool"]["model"]
        if made_by != model_version():
            raise InputError.command_line(
                f"{name} was made with another model (version {made_by}; this is "
                f"{model_version()}), so its families are not those of this one.",
                "Run the experiment again, or name its scenario.",
            )
        return results.experiment
    file = find(name, "experiment")
    return load_experiment(file) if file and is_experiment(file) else None


def here_called(scenario: str | None, name: Named, asked: Experiment | None) -> Scenario:
    """Take the scenario in which the life is told: the one compared with, or another."""
    if scenario is None:
        return base_of(asked) if asked else scenario_called(name)
    if asked is None:
        raise InputError.command_line(
            f"--scenario chooses one of an experiment's, and “{name}” is a scenario itself.",
            "Leave it out, or name an experiment or its results.",
        )
    return twin_called(scenario, asked)


def base_of(asked: Experiment) -> Scenario:
    """Take the scenario that the others of an experiment are compared with."""
    return next(one for one in asked.scenarios if one.name == asked.against)


def twin_called(name: Named, asked: Experiment | None) -> Scenario:
    """Find the twin's scenario: one of the experiment's where there is one."""
    if asked and not isinstance(name, Scenario):
        names = [one.name for one in asked.scenarios]
        if str(name) in names:
            return asked.scenarios[names.index(str(name))]
        raise InputError.command_line(
            f"“{name}” is no scenario of “{asked.name}”.", f"There are: {', '.join(names)}."
        )
    return scenario_called(name)


def refuse_strangers(asked: Asked) -> None:
    """Refuse a twin that would not be one: a family of another place, scale or past."""
    one, other = asked.scenario, asked.against
    if other is None:
        return
    if one.meaning == other.meaning:
        raise InputError.command_line(
            f"“{one.name}” and “{other.name}” mean the same, so both lives would be one.",
            "Give --against another scenario.",
        )
    if one.past_meaning != other.past_meaning or one.end != other.end:
        raise InputError.command_line(
            f"“{other.name}” and “{one.name}” differ in place, scale, facts or horizon, so a "
            "family of one has no twin in the other.",
            "Give --against a scenario of the same place and horizon.",
        )


def option(asked: Asked) -> str:
    """Name the option that gives a number."""
    return "worker" if asked.kind is WORKER else "family"


def new_folder(asked: Asked, out: Path | None) -> Path:
    """Name the folder of a story; refuse one that already holds something."""
    who = which(asked) if asked.rule else f"{option(asked)}-{which(asked)}"
    moment = datetime.now().astimezone().strftime("%Y-%m-%d-%H%M%S")
    folder = out or RESULTS / f"{moment}-story-{asked.scenario.name}-{who}"
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
        "pick": asked.rule or f"{option(asked)} {which(asked)}",
        "runs": 1 + bool(asked.against) + len(watching(asked)),
        "story": str(folder),
    }
