"""Seeking a goal: the value of a lever from which a measure does what is asked often enough.

Every value is tried with all the replicates of the experiment. The values tried first span
the range, and the next halve the steps around the crossing. The results are those of the
scenario at the value found, beside the scenario it is compared with.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path

import pandas as pd

from sim.kernel.errors import InputError
from sim.kernel.quantities import CASES, formatted
from sim.measures import MEASURES
from sim.parameters.registry import registry
from sim.scenario import Experiment, Scenario
from sim.scenario.goal.goal import Goal
from sim.scenario.goal.varied import varied
from sim.study.batch.batch import Machinery
from sim.study.seek.goal_words import goal_words, said
from sim.study.seek.rounds import REAL, Ask, Rounds, answered, asked, begin, values
from sim.study.seek.threshold import Margins, Met, answer, grid, next_values, wilson

KIND = "goal"
TABLE = "goal.csv"
SOUGHT = "sought"
WHOLE = 1.0


def seek_goal(
    experiment: Experiment, out: Path | None = None, workers: int | None = None, *,
    quiet: bool = False, machinery: Machinery = REAL,
) -> Path:  # fmt: skip
    """Seek the goal of an experiment; give back the results folder."""
    goal_of(experiment)
    path = begin(Ask(KIND, experiment, {}), out)
    return go_on(path, workers, quiet=quiet, machinery=machinery)


def goal_of(experiment: Experiment) -> Goal:
    """Give the goal of an experiment, or say that it has none."""
    if experiment.goal is None:
        raise InputError.command_line(
            f"“{experiment.name}” seeks no goal.", "Give it design: {method: goal, …}."
        )
    return experiment.goal


def go_on(
    path: Path, workers: int | None = None, *, quiet: bool = False, machinery: Machinery = REAL
) -> Path:
    """Carry a search through, whatever of it is done already."""
    experiment = asked(path).experiment
    goal = goal_of(experiment)
    rounds = Rounds(path, workers, quiet, machinery)
    least = WHOLE if registry()[goal.lever].unit == CASES else 0.0
    may = grid(goal.low, goal.high, least)
    tried: dict[float, tuple[float, ...]] = {}
    while wanted := next_values(may, met(goal, tried), goal.probability):
        tried |= measured(rounds, experiment, goal, wanted)
        for value in wanted:
            rounds.say(f"{said(goal, value)}: {count(goal, tried[value])} meet the goal.")
    return finish(rounds, experiment, goal, tried)


def met(goal: Goal, tried: Mapping[float, Sequence[float]]) -> Met:
    """Say of each replicate at each value whether it meets the goal."""
    return {value: [goal.is_met(one) for one in found] for value, found in tried.items()}


def margins(goal: Goal, tried: Mapping[float, Sequence[float]]) -> Margins:
    """Say by how much each replicate at each value is within the bound; beyond it if negative."""
    sign = 1.0 if goal.is_under else -1.0
    return {value: [sign * (goal.bound - one) for one in found] for value, found in tried.items()}


def count(goal: Goal, found: Sequence[float]) -> str:
    """Count the replicates that meet the goal."""
    return f"{sum(map(goal.is_met, found))} of {len(found)} replicates"


def measured(
    rounds: Rounds, experiment: Experiment, goal: Goal, wanted: Sequence[float]
) -> dict[float, tuple[float, ...]]:
    """Run the scenario at each value; give the measure, replicate by replicate."""
    base = moved_scenario(experiment, goal)
    names = {value: f"{base.name}-{number}" for number, value in enumerate(wanted)}
    trial = replace(
        experiment,
        scenarios=tuple(varied(base, goal, value, name) for value, name in names.items()),
        against=next(iter(names.values())),
    )
    found = values(rounds.make(trial), MEASURES[goal.measure])
    return {value: found[name] for value, name in names.items()}


def moved_scenario(experiment: Experiment, goal: Goal) -> Scenario:
    """Give the scenario in which the lever moves."""
    return next(one for one in experiment.scenarios if one.name == goal.scenario)


def finish(
    rounds: Rounds, experiment: Experiment, goal: Goal, tried: Mapping[float, Sequence[float]]
) -> Path:
    """Answer, and leave the results of the scenario at the value that the answer names."""
    found = answer(met(goal, tried), goal.probability, margins(goal, tried))
    words = goal_words(goal, found)
    base = moved_scenario(experiment, goal)
    against = next(one for one in experiment.scenarios if one.name == experiment.against)
    name = SOUGHT if base.name == experiment.against else base.name
    last = replace(
        experiment,
        notes=(words,),
        scenarios=(against, varied(base, goal, found.value, name)),
        measures=tuple(dict.fromkeys((goal.measure, *experiment.measures)))
        if experiment.measures else (),
    )  # fmt: skip
    rounds.make(last, "")
    table(goal, tried).to_csv(rounds.path / TABLE, index=False, lineterminator="\n")
    answered(rounds.path, {"said": [words], **asdict(found)})
    return rounds.path


def table(goal: Goal, tried: Mapping[float, Sequence[float]]) -> pd.DataFrame:
    """List the values tried: the mean of the measure, and the share that meets the goal."""
    rows = []
    for value in sorted(tried):
        found = tried[value]
        meeting = sum(map(goal.is_met, found))
        low, high = wilson(meeting, len(found))
        rows.append(
            {
                "lever": goal.lever, "value": value,
                "said": formatted(value, registry()[goal.lever].unit),
                "measure": goal.measure, "mean": sum(found) / len(found),
                "met": meeting, "replicates": len(found), "share": meeting / len(found),
                "share_low": low, "share_high": high,
            }
        )  # fmt: skip
    return pd.DataFrame(rows)
