"""An ensemble: draws of the uncertain numbers that agree with what is published, and their weights.

It is a table that `cpsim calibrate` makes: a first line that names the model it was found with,
then columns draw, weight and one for each number, in the parameter's unit.
"""

import csv
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from pathlib import Path

from sim.kernel.errors import InputError
from sim.parameters.registry import registry
from sim.scenario.find import HOME
from sim.scenario.reading.mistakes import did_you_mean
from sim.scenario.reading.sheet import Part
from sim.scenario.varying.design import Points
from sim.scenario.varying.inputs import Inputs

FOLDER = "scenarios/ensembles"
SHIPPED, NONE = "england", "none"
MODEL = "# model: "
LUCKS = 2
"""Replicates that share a draw, so that luck is told from inputs."""

AGAIN = "Make it again: cpsim calibrate"


@dataclass(frozen=True, slots=True)
class Ensemble:
    """Draws of the uncertain numbers.

    model   : version of the model that they were found with
    numbers : names of the parameters
    draws   : (draws, numbers), in the parameters' units
    weights : (draws,) how much each counts
    """

    name: str
    model: str
    numbers: tuple[str, ...]
    draws: Points
    weights: tuple[float, ...]


def shipped() -> str:
    """Name the ensemble that experiments use unless they say otherwise; none if there is none."""
    return SHIPPED if file_of(SHIPPED) else ""


def file_of(name: str) -> Path | None:
    """Find an ensemble's file, in the current folder or the project's own."""
    paths = [base / FOLDER / f"{name}.csv" for base in (Path.cwd(), HOME)]
    return next((path for path in paths if path.is_file()), None)


def none_called(name: str) -> tuple[str, str]:
    """Say that there is no ensemble of a name, and which there are."""
    names = {file.stem for base in (Path.cwd(), HOME) for file in (base / FOLDER).glob("*.csv")}
    return (f"There is no ensemble called “{name}”.",
            did_you_mean(name, (*sorted(names), NONE)))  # fmt: skip


def read_ensemble_name(top: Part) -> str:
    """Read which ensemble the replicates take their inputs from: the shipped one, or none."""
    name = top.text("ensemble")
    if name is None:
        return shipped()
    if name != NONE and not file_of(name):
        top.wrong("E201", "ensemble", *none_called(name))
    return "" if name == NONE else name


def load_ensemble(name: str) -> Ensemble:
    """Load an ensemble, or say what is wrong with its file."""
    file = file_of(name)
    if file is None:
        raise InputError.command_line(*none_called(name), code="E201")
    return read_ensemble(file)


@lru_cache(maxsize=4)
def read_ensemble(file: Path) -> Ensemble:
    """Read an ensemble's file."""
    lines = file.read_text(encoding="utf-8").splitlines()
    first = lines[0] if lines else ""
    if not first.startswith(MODEL):
        raise InputError.command_line(
            f"{file} does not say with which model its draws were found.", AGAIN
        )
    heads, *rows = csv.reader(lines[1:])
    if others := [name for name in heads[2:] if name not in registry()]:
        raise InputError.command_line(
            f"{file} has draws of “{others[0]}”, and there is no such parameter.", AGAIN
        )
    values = [tuple(map(float, row)) for row in rows]
    refuse_outside(file, heads[2:], values)
    weights = tuple(row[1] for row in values)
    draws = tuple(row[2:] for row in values)
    return Ensemble(file.stem, first.removeprefix(MODEL).strip(), tuple(heads[2:]), draws, weights)


def refuse_outside(file: Path, names: list[str], rows: list[tuple[float, ...]]) -> None:
    """Refuse draws outside what the catalogue allows: it has changed since."""
    for name, column in zip(names, list(zip(*rows, strict=True))[2:], strict=True):
        low, high = registry()[name].low, registry()[name].high
        slack = 1e-9 * (high - low)
        if min(column) < low - slack or max(column) > high + slack:
            raise InputError.command_line(
                f"{file} has draws of “{name}” outside its range now, {low:g} to {high:g}.",
                AGAIN,
            )


def inputs_of(ensemble: Ensemble, replicates: int) -> Inputs:
    """Give each replicate a draw: two in turn share one, and any first few are a fair sample."""
    total = list(accumulate(ensemble.weights))
    chosen = [
        min(bisect_left(total, total[-1] * evenly(n // LUCKS)), len(total) - 1)
        for n in range(replicates)
    ]
    return Inputs(
        ensemble.model,
        ensemble.numbers,
        tuple(n + 1 for n in chosen),
        tuple(ensemble.draws[n] for n in chosen),
    )


def evenly(n: int) -> float:
    """Give a place from 0 to 1, of which any first few lie evenly apart (van der Corput 1935)."""
    place, step, left = 0.0, 0.5, n + 1
    while left:
        left, bit = divmod(left, 2)
        place, step = place + bit * step, step / 2.0
    return place
