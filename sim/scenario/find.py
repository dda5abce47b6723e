"""Where files are: a name stands for a file in the folders of scenarios and experiments."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from sim.scenario.reading.mistakes import FEW, nearest

type Room = Literal["scenario", "place", "experiment"]
HOME = Path(__file__).parents[2]
ROOMS: dict[Room, tuple[str, ...]] = {
    "scenario": ("scenarios", "scenarios/policies", "scenarios/shocks"),
    "place": ("scenarios/places",),
    "experiment": ("experiments",),
}
# Files in these folders that are not scenarios.
OTHERS = ("defaults", "sources", "targets")


def find(given: str | Path, room: Room, beside: Path | None = None) -> Path | None:
    """Find the file that a name or a path stands for; None if there is none.

    beside : folder of the file that names it, looked in first
    """
    path = Path(given)
    written_as_path = path.suffix in (".yaml", ".yml") or len(path.parts) > 1
    bases = [Path.cwd()] if beside is None else [beside, Path.cwd()]
    for base in bases:
        if written_as_path and is_there(base / path):
            return (base / path).resolve()
    if beside and is_there(beside / f"{given}.yaml"):
        return (beside / f"{given}.yaml").resolve()
    return {file.stem: file for file in reversed(list(files(room)))}.get(str(given))


def is_there(path: Path) -> bool:
    """Whether a file is there; a name that no file could have is not."""
    try:
        return path.is_file()
    except OSError:
        return False


def files(room: Room) -> Iterator[Path]:
    """List the files of one kind: those of the current folder first, then the project's own."""
    for base in dict.fromkeys((Path.cwd(), HOME)):
        for folder in ROOMS[room]:
            for file in sorted((base / folder).glob("*.yaml")):
                if file.stem not in OTHERS:
                    yield file.resolve()


def none_such(given: str | Path, *rooms: Room, beside: Path | None = None) -> tuple[str, str]:
    """Say that there is no such file, and which name may have been meant.

    beside : folder of the file that names it, whose files may be meant too
    """
    names = dict.fromkeys(file.stem for room in rooms for file in files(room))
    near = [*names, *(sorted(file.stem for file in beside.glob("*.yaml")) if beside else ())]
    meant = nearest(Path(given).stem, [name for name in near if name not in OTHERS])
    some = ", ".join(names) if len(names) <= FEW else "what `cpsim show` lists"
    advice = f"Did you mean “{meant}”?" if meant else f"There are: {some}."
    return f"There is no {' or '.join(rooms)} called “{given}”.", advice
