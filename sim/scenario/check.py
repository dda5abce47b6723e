"""Checking files without running anything."""

import sys
import time
from collections.abc import Callable, Iterable, Sequence
from itertools import count
from pathlib import Path

from sim.kernel.errors import InputError, Problem
from sim.scenario.experiment import read_experiment
from sim.scenario.find import OTHERS, ROOMS, files, find, none_such
from sim.scenario.held_against.backtest import read_backtest
from sim.scenario.held_against.calibration import read_calibration
from sim.scenario.held_against.validation import read_validation
from sim.scenario.load import read_scenario
from sim.scenario.reading.places import read_place
from sim.scenario.reading.shape import kind_of
from sim.scenario.reading.sheet import Sheet, read_sheet

PAUSE = 0.5  # seconds between looks
CLEAR = "\033[2J\033[H"  # a terminal's empty screen


def check_files(names: Sequence[str]) -> int:
    """Check files, or all there are; raise every mistake in them, or count the files."""
    everything = sorted({file for room in ROOMS for file in files(room)})
    chosen = [file for name in names for file in named(name)] or everything
    problems: list[Problem] = []
    for file in chosen:
        for sheet in sheets_of(file):
            problems += sheet.problems
    if problems:
        raise InputError(problems)
    return len(chosen)


def well(checked: int) -> str:
    """Say that all is well with some files."""
    return (
        "1 file is as it should be." if checked == 1 else f"{checked} files are as they should be."
    )


def watch_files(names: Sequence[str], say: Callable[[str], object], rounds: int = 0) -> None:
    """Check files whenever one that matters is saved, and say what is found, until stopped.

    rounds : how often to look; 0 for ever
    """
    before: dict[Path, int] | None = None
    for _ in range(rounds) if rounds else count():
        if (now := saved(names)) != before:
            before = now
            say(f"{CLEAR if sys.stdout.isatty() else ''}{found_in(names)}")
        time.sleep(PAUSE)


def saved(names: Sequence[str]) -> dict[Path, int]:
    """Note when each file that may matter was last saved."""
    every = {file for room in ROOMS for file in files(room)} | set(Path.cwd().glob("*.yaml"))
    every |= {path for name in names for path in Path(name).parent.glob("*.yaml")}
    return {file: file.stat().st_mtime_ns for file in every if file.exists()}


def found_in(names: Sequence[str]) -> str:
    """Say what a check finds."""
    try:
        return well(check_files(names))
    except InputError as wrong:
        return str(wrong)


def named(name: str) -> list[Path]:
    """List the files that a name, a path or a folder stands for."""
    folder = Path(name)
    if folder.is_dir() and (within := sorted(folder.rglob("*.yaml"))):
        return [file.resolve() for file in within if file.stem not in OTHERS]
    return [look_up(name)]


def look_up(name: str) -> Path:
    """Find the file of a name, of whatever kind."""
    for room in ROOMS:
        if file := find(name, room):
            return file
    raise InputError.command_line(*none_such(name, *ROOMS))


def sheets_of(file: Path) -> Iterable[Sheet]:
    """Read a file as the kind that it says it is, with all that it names."""
    match kind_of(read_sheet(file).top.data):
        case "place":
            return [read_place(file)[1]]
        case "experiment":
            return read_experiment(file)[1]
        case "calibration":
            return read_calibration(file)[1]
        case "validation":
            return read_validation(file)[1]
        case "backtest":
            return read_backtest(file)[1]
        case _:
            return read_scenario(file)[1]
