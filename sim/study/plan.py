"""Plan: which runs an experiment asks for, and what each is called.

A run's name is a hash of everything that can change its result. Numbers that cannot (a
title, the number of workers, the day) stay out of it. Equal names mean equal results, so
nothing is run twice.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from sim.kernel.calendar import Calendar
from sim.scenario import Experiment, Scenario
from sim.scenario.varying.point import at_point, living_with, names_set
from sim.scenario.varying.reading import count

SIM = Path(__file__).parents[1]
DOWNSTREAM = frozenset(
    {"__init__.py", "analysis", "calibration", "cli", "notebook", "report", "study"}
)
MEASURES, COUNTERS = "measures", "counters.py"
ARITHMETIC = ("numpy", "numba", "llvmlite", "pandas", "scipy")
LENGTH = 16
MOST_VALUES = 9  # that a search for a goal tries: five at first, then halving
FIRST_DRAW = 1


@dataclass(frozen=True, slots=True)
class Run:
    """One run: a scenario, under one draw of the uncertainties and one stream of luck.

    key  : its name, a hash of everything that can change its result
    past : name of the past it grows out of, shared with other scenarios of the replicate
    """

    key: str
    scenario: str
    draw: int  # point of the design; without one, the draw of the replicate's inputs, or 0
    replicate: int
    past: str

    @property
    def place(self) -> tuple[str, int, int]:
        """Where the run stands in joined tables, whoever ran it and whenever."""
        return self.scenario, self.draw, self.replicate


def plan(experiment: Experiment) -> tuple[Run, ...]:
    """List the runs of an experiment: every scenario, at every point, under every luck."""
    seed, known = experiment.seed, Meanings(experiment)
    return tuple(
        Run(
            key=run_key(meaning, seed, replicate),
            scenario=one.name,
            draw=draw,
            replicate=replicate,
            past=past_key(past_meaning, seed, replicate),
        )
        for replicate in range(experiment.replicates)
        for draw in draws(experiment, replicate)
        for one in experiment.scenarios
        for meaning, past_meaning in [known.of(one, draw, replicate)]
    )


class Meanings:
    """Meanings of an experiment's scenarios, each worked out once: a design asks for thousands."""

    def __init__(self, experiment: Experiment) -> None:
        """Know none yet."""
        self.experiment = experiment
        self.known: dict[tuple[str, int, int], tuple[str, str]] = {}

    def of(self, scenario: Scenario, draw: int, replicate: int) -> tuple[str, str]:
        """Give a scenario's meaning, and that of its past, at a draw and in a replicate."""
        place = scenario.name, draw, self.experiment.sample(replicate)
        if place not in self.known:
            self.known[place] = scenario_at(self.experiment, scenario, draw, replicate).meanings
        return self.known[place]


def draws(experiment: Experiment, replicate: int = 0) -> range:
    """Give the numbers of a design's points, from 1; without one, that of a replicate's inputs."""
    if not experiment.points:
        own = experiment.sample(replicate)
        return range(own, own + 1)
    return range(FIRST_DRAW, FIRST_DRAW + len(experiment.points))


def scenario_at(experiment: Experiment, scenario: Scenario, draw: int, replicate: int) -> Scenario:
    """Give a scenario of an experiment as a replicate lives it at one of the points."""
    scenario = living_with(scenario, experiment.inputs, replicate)
    if not experiment.points:
        return scenario
    values = experiment.points[draw - FIRST_DRAW]
    start = experiment.design and experiment.design.start
    return at_point(
        scenario, experiment.factors, values, start or scenario.start, everywhere(experiment)
    )


def everywhere(experiment: Experiment) -> frozenset[str]:
    """Name the levers that no scenario sets, and which therefore vary in all of them."""
    own = {
        name
        for one in experiment.scenarios
        for action in one.actions
        for name in names_set(action)
    }  # fmt: skip
    return frozenset(one.parameter for one in experiment.factors) - own


def run_key(meaning: str, seed: int, replicate: int) -> str:
    """Name one run.

    meaning : `Scenario.meaning`, the hash of all that the scenario says
    """
    return digest("run", model_version(), meaning, seed, replicate)


def past_key(past_meaning: str, seed: int, replicate: int) -> str:
    """Name the past a run grows out of; scenarios that differ only after the start share it."""
    return digest("past", model_version(), arithmetic(), past_meaning, seed, replicate)


def plan_name(runs: Iterable[Run]) -> str:
    """Name a whole plan, so that two folders of one experiment can be told apart."""
    return digest("plan", *sorted(run.key for run in runs))


def digest(*parts: object) -> str:
    """Name a list of plain values by a short hash."""
    text = json.dumps(parts, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]


@cache
def model_version() -> str:
    """Name the model as it stands: every source that can change a result."""
    whole = hashlib.sha256()
    for file in sorted(SIM.rglob("*")):
        if file.is_file() and changes_results(file):
            whole.update(file.relative_to(SIM).as_posix().encode() + b"\0" + file.read_bytes())
    return whole.hexdigest()[:LENGTH]


def changes_results(file: Path) -> bool:
    """Whether a file of the package can change what a run writes.

    Rooms that only read results cannot; of the measures, only the list of counters can.
    """
    rooms = file.relative_to(SIM).parts
    if rooms[0] in DOWNSTREAM or "__pycache__" in rooms:
        return False
    return rooms[0] != MEASURES or rooms[-1] == COUNTERS


@cache
def arithmetic() -> str:
    """Name the libraries whose release can change a last digit or the form of a snapshot."""
    return digest(*(f"{name} {version(name)}" for name in ARITHMETIC))


def planned(experiment: Experiment) -> dict[str, Any]:
    """Say what an experiment would run; one that seeks a goal, at most."""
    weeks = [Calendar(one.start).week(one.end) + 1 for one in experiment.scenarios]
    families = [
        sum(place.families for place in one.authorities) * one.population_scale
        for one in experiment.scenarios
    ]
    each = sum(many * long for many, long in zip(families, weeks, strict=True)) / len(weeks)
    goal, points = experiment.goal, number_of_points(experiment)
    scenarios = MOST_VALUES + 1 if goal else len(experiment.scenarios)
    asked = experiment.precision
    replicates = asked.most if asked else experiment.replicates
    runs = scenarios * points * replicates
    return {
        "experiment": experiment.name,
        "scenarios": [one.name for one in experiment.scenarios],
        "against": experiment.against,
        **({"goal": f"{goal.lever}, at most {MOST_VALUES} values"} if goal else {}),
        **({"points": f"{points}, {experiment.design.method}"} if experiment.design else {}),
        "replicates": f"{asked.start} to {asked.most}" if asked else replicates,
        "seed": experiment.seed,
        "runs": runs,
        "families": round(max(families)),
        "weeks": max(weeks),
        "family_weeks": round(each * runs),
    }


def number_of_points(experiment: Experiment) -> int:
    """Count the points of an experiment's design, drawn or not; 1 where it has none."""
    if experiment.design is None:
        return 1
    return len(experiment.points) or count(experiment.design, experiment.factors)
