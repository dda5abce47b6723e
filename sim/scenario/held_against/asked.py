"""What files that hold results against figures share: an experiment, and a list of what is held."""

from collections.abc import Callable
from pathlib import Path

from sim.kernel.errors import InputError
from sim.scenario.experiment import read_experiment
from sim.scenario.find import find, none_such
from sim.scenario.load import refuse_mistakes
from sim.scenario.reading.shape import Kind
from sim.scenario.reading.sheet import Part, Sheet
from sim.scenario.scenario import Experiment

type Read[T] = Callable[[Path], tuple[T | None, list[Sheet]]]


def load_held[T](name_or_path: str | Path, kind: Kind, read: Read[T]) -> T:
    """Load a file with its experiment; raise all that is wrong with the files at once."""
    file = find(name_or_path, kind)
    if not file:
        raise InputError.command_line(*none_such(name_or_path, kind))
    held, sheets = read(file)
    refuse_mistakes(sheets)
    if held is None:
        raise InputError.command_line(f"{file} names no experiment that is there.")
    return held


def read_asked(top: Part) -> tuple[Experiment | None, list[Sheet]]:
    """Read the experiment that a file names, with its sheets; report one that is not there."""
    asked, folder = top.text("experiment"), top.sheet.file.parent
    found = find(asked, "experiment", folder) if asked else None
    if asked and not found:
        top.wrong("E201", "experiment", *none_such(asked, "experiment", beside=folder))
    return read_experiment(found) if found else (None, [])


def refuse_twice(top: Part, key: str, names: list[str]) -> None:
    """Report every name that a list has twice."""
    for n, name in enumerate(names):
        if name in names[:n]:
            top.wrong("E204", key, f"“{name}” is here twice.", "Name one otherwise.")
