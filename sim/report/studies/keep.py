"""Keep what a study found: its table, and its figure where it has one."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pandas as pd

from sim.kernel.errors import InputError
from sim.report.figures.figure import Figure, place
from sim.report.studies import paths, projection

DRAWN: Mapping[str, Callable[[pd.DataFrame], Figure]] = {
    "paths": paths.figure,
    "projection": projection.figure,
}


def refuse_kept(name: str, folder: Path) -> None:
    """Refuse a folder that holds the study already: nothing is overwritten."""
    file = table_of(name, folder)
    if file.exists():
        raise InputError.command_line(
            f"{file} is there already, and nothing is overwritten.",
            "Name another folder with --into, or move that file away.",
        )


def keep(name: str, table: pd.DataFrame, folder: Path) -> list[Path]:
    """Write a study's table and draw its figure; give back the files."""
    file = table_of(name, folder)
    folder.mkdir(parents=True, exist_ok=True)
    table.to_csv(file, index=False, lineterminator="\n")
    if name not in DRAWN:
        return [file]
    placed = place(DRAWN[name](table), list(DRAWN).index(name) + 1, folder / "figures")
    return [file, folder / "figures" / f"{placed.stem}.png"]


def table_of(name: str, folder: Path) -> Path:
    """Say where a study's table is kept."""
    return folder / f"{name}.csv"
