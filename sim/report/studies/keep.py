"""Carry out a study, and keep what it found: its table, and its figure where it has one."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from sim.kernel.errors import InputError
from sim.report.figures.figure import Figure, place
from sim.report.studies import corners, paths, projection, regression
from sim.scenario import Scenario
from sim.study.built_in.listing import study_called
from sim.study.built_in.study import Found, Size
from sim.study.processes import cores

DRAWN: Mapping[str, Callable[[pd.DataFrame], Figure]] = {
    "paths": paths.figure,
    "projection": projection.figure,
    "regression": regression.figure,
    "corners": corners.figure,
}


class Done(NamedTuple):
    """A study that was carried out: its size, what it found and the files that keep it."""

    size: Size
    found: Found
    kept: list[Path]


def carry_out(
    name: str, scenario: Scenario, replicates: int | None = None, years: int | None = None,
    workers: int | None = None, into: Path | None = None,
) -> Done:  # fmt: skip
    """Carry out a study; what is not given is the study's own, and a process for each core.

    into : folder to keep it in; raises InputError where it holds the study already
    """
    asked = study_called(name)
    size = asked.size(replicates, years, cores() if workers is None else workers)
    if into:
        make_ready(name, into)
    found = asked.carry_out(scenario, size)
    if without := asked.made_with(scenario):
        found = found._replace(text=f"{found.text}\n{without}")
    return Done(size, found, keep(name, found.table, into) if into else [])


def make_ready(name: str, folder: Path) -> None:
    """Make the folder before anything is run; refuse one that holds the study already."""
    file = table_of(name, folder)
    if file.exists():
        raise InputError.command_line(
            f"{file} is there already, and nothing is overwritten.",
            "Name another folder with --into, or move that file away.",
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError.command_line(
            f"{folder} cannot be made a folder: {error.strerror}.",
            "Name a folder with --into that you may write in.",
        ) from error


def keep(name: str, table: pd.DataFrame, folder: Path) -> list[Path]:
    """Write a study's table and draw its figure; give back the files."""
    file = table_of(name, folder)
    table.to_csv(file, index=False, lineterminator="\n")
    if name not in DRAWN:
        return [file]
    placed = place(DRAWN[name](table), list(DRAWN).index(name) + 1, folder / "figures")
    return [file, folder / "figures" / f"{placed.stem}.png"]


def table_of(name: str, folder: Path) -> Path:
    """Say where a study's table is kept."""
    return folder / f"{name}.csv"
