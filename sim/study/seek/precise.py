"""Replicates until effects are precise: a few more at a time, under every scenario alike.

It ends once every effect has been as precise as asked at one look and at so many further looks in
a row, so that one narrow interval by luck does not end it (after Hoad, Robinson and Davies 2010),
or at the most replicates allowed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import isfinite, nan
from pathlib import Path
from statistics import mean

import pandas as pd

from sim.kernel.errors import InputError
from sim.measures import MEASURES
from sim.scenario import Experiment
from sim.scenario.goal.precision import EFFECT, Precision
from sim.study.batch.batch import Machinery
from sim.study.seek.precise_words import precise_words
from sim.study.seek.rounds import REAL, Ask, Rounds, answered, asked, begin, values
from sim.study.seek.size import spread

KIND = "precision"
TABLE = "precision.csv"

type Found = dict[str, dict[str, tuple[float, ...]]]
"""Of each measure, by scenario: its value in every replicate so far."""


@dataclass(frozen=True, slots=True)
class Look:
    """How precise one effect was after so many replicates.

    change      : mean paired change, in the measure's unit
    half_width  : half of its 95% interval
    allowed     : the half width that was asked for
    """

    replicates: int
    measure: str
    scenario: str
    change: float
    half_width: float
    allowed: float

    @property
    def is_precise(self) -> bool:
        """Whether the interval is as narrow as asked; one that is not known is not."""
        return self.half_width <= self.allowed


def seek_precision(
    experiment: Experiment, out: Path | None = None, workers: int | None = None, *,
    quiet: bool = False, machinery: Machinery = REAL,
) -> Path:  # fmt: skip
    """Add replicates to an experiment until its effects are precise; give the results folder."""
    path = begin(Ask(KIND, experiment, {}), out)
    return go_on(path, workers, quiet=quiet, machinery=machinery)


def precision_of(experiment: Experiment) -> Precision:
    """Give the precision that an experiment asks for, or say that it asks for none."""
    if experiment.precision is None:
        raise InputError.command_line(
            f"“{experiment.name}” asks for no precision.", "Give it replicates: {half_width: 10%}."
        )
    return experiment.precision


def go_on(
    path: Path, workers: int | None = None, *, quiet: bool = False, machinery: Machinery = REAL
) -> Path:
    """Carry a search through, whatever of it is done already."""
    experiment = asked(path).experiment
    wanted = precision_of(experiment)
    rounds = Rounds(path, workers, quiet, machinery)
    found: Found = {measure: {} for measure in wanted.measures}
    looks: list[list[Look]] = []
    many, before = wanted.start, 0
    while True:
        lengthen(found, rounds, replace(experiment, replicates=many), before)
        looks.append(look(found, experiment.against, wanted))
        rounds.say(progress(looks[-1], many))
        if many >= wanted.most or has_held(looks, wanted.look_ahead):
            return finish(rounds, replace(experiment, replicates=many), wanted, looks)
        before, many = many, min(wanted.most, many + wanted.step)


def lengthen(found: Found, rounds: Rounds, experiment: Experiment, before: int) -> None:
    """Make the runs that are missing, and read the measures of replicates not read before."""
    results = rounds.make(experiment)
    for measure, by_scenario in found.items():
        for name, added in values(results, MEASURES[measure], first=before).items():
            by_scenario[name] = (*by_scenario.get(name, ()), *added)


def look(found: Found, against: str, wanted: Precision) -> list[Look]:
    """See how precise every effect is now."""
    return [
        one_look(measure, name, given, by_scenario[against], wanted)
        for measure, by_scenario in found.items()
        for name, given in by_scenario.items()
        if name != against
    ]


def one_look(
    measure: str, scenario: str, given: Sequence[float], base: Sequence[float], wanted: Precision
) -> Look:
    """See how precise one effect is.

    given, base : (replicates,) the measure under the scenario and under the one compared with;
                  pairs that lack a value are left out
    """
    paired = [one - other for one, other in zip(given, base, strict=True)]
    change, _, half = spread([one for one in paired if isfinite(one)] or [nan])
    whole = change if wanted.of == EFFECT else mean(base)
    return Look(len(given), measure, scenario, change, half, wanted.half_width * abs(whole))


def has_held(looks: Sequence[Sequence[Look]], look_ahead: int) -> bool:
    """Whether all effects were precise at the last look and at so many in a row before it."""
    last = looks[-1 - look_ahead :]
    return len(last) > look_ahead and all(one.is_precise for each in last for one in each)


def progress(now: Sequence[Look], many: int) -> str:
    """Say how far it is."""
    precise = sum(one.is_precise for one in now)
    return f"{many} replicates: {precise} of {len(now)} effects are as precise as asked."


def finish(
    rounds: Rounds, experiment: Experiment, wanted: Precision, looks: Sequence[Sequence[Look]]
) -> Path:
    """Answer, and leave the results of all replicates made."""
    held = has_held(looks, wanted.look_ahead)
    titles = {one.name: one.title for one in experiment.scenarios}
    words = precise_words(wanted, looks[-1], titles, held=held)
    rounds.make(replace(experiment, precision=None, notes=(words,)), "")
    table(looks).to_csv(rounds.path / TABLE, index=False, lineterminator="\n")
    answered(rounds.path, {"said": [words], "held": held, "replicates": experiment.replicates})
    return rounds.path


def table(looks: Sequence[Sequence[Look]]) -> pd.DataFrame:
    """List every look at every effect."""
    return pd.DataFrame([
        {
            "replicates": one.replicates, "measure": one.measure, "scenario": one.scenario,
            "change": one.change, "half_width": one.half_width, "allowed": one.allowed,
            "precise": one.is_precise,
        }
        for each in looks
        for one in each
    ])  # fmt: skip
