"""Checking files without running anything."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from sim.kernel.errors import InputError, Problem
from sim.scenario.experiment import read_experiment
from sim.scenario.find import ROOMS, Room, files, find, none_such
from sim.scenario.load import read_scenario
from sim.scenario.reading.places import read_place
from sim.scenario.reading.sheet import Sheet, read_sheet


def check_files(names: Sequence[str]) -> int:
    """Check files, or all there are; raise every mistake in them, or count the files."""
    everything = sorted({file for room in ROOMS for file in files(room)})
    chosen = [look_up(name) for name in names] or everything
    problems: list[Problem] = []
    for file in chosen:
        for sheet in sheets_of(file):
            problems += sheet.problems
    if problems:
        raise InputError(problems)
    return len(chosen)


def look_up(name: str) -> Path:
    """Find the file of a name, of whatever kind."""
    for room in ROOMS:
        if file := find(name, room):
            return file
    raise InputError.command_line(*none_such(name, *ROOMS))


def sheets_of(file: Path) -> Iterable[Sheet]:
    """Read a file as the kind that it says it is, with all that it names."""
    match kind_of(read_sheet(file)):
        case "place":
            return [read_place(file)[1]]
        case "experiment":
            return read_experiment(file)[1]
        case _:
            return read_scenario(file)[1]


def kind_of(sheet: Sheet) -> Room:
    """Tell what a file holds by the setting that names it."""
    kinds: tuple[Room, ...] = ("experiment", "scenario", "place")
    return next((kind for kind in kinds if kind in sheet.top.data), "scenario")
