"""Where files are: a name stands for a file in the folders of scenarios and experiments."""

from collections.abc import Iterator
from pathlib import Path

from sim.scenario.reading.mistakes import FEW, READ_BY, nearest
from sim.scenario.reading.shape import Kind

HOME = Path(__file__).parents[2]
ROOMS: dict[Kind, tuple[str, ...]] = {
    "scenario": ("scenarios", "scenarios/policies", "scenarios/shocks"),
    "place": ("scenarios/places",),
    "experiment": ("experiments",),
    "calibration": ("experiments/calibrations",),
    "validation": ("experiments/validations",),
    "backtest": ("experiments/backtests",),
}
# Files in these folders that are not scenarios.
OTHERS = ("between", "defaults", "sources", "targets")


def find(given: str | Path, room: Kind, beside: Path | None = None) -> Path | None:
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


def files(room: Kind) -> Iterator[Path]:
    """List the files of one kind: those of the current folder first, then the project's own."""
    for base in dict.fromkeys((Path.cwd(), HOME)):
        for folder in ROOMS[room]:
            for file in sorted((base / folder).glob("*.yaml")):
                if file.stem not in OTHERS:
                    yield file.resolve()


def none_such(given: str | Path, *rooms: Kind, beside: Path | None = None) -> tuple[str, str]:
    """Say that there is no such file, and which name may have been meant.

    beside : folder of the file that names it, whose files may be meant too
    """
    names = dict.fromkeys(file.stem for room in rooms for file in files(room))
    path = Path(given)
    if path.suffix in (".yaml", ".yml"):
        near = {file.stem: file.name for file in beside_it((beside or Path.cwd()) / path.parent)}
        some = f"There are: {', '.join(near.values())}." if 0 < len(near) <= FEW else ""
        meant = near.get(nearest(path.stem, near), "")
        advice = f"Did you mean “{path.with_name(meant)}”?" if meant else some
        return f"There is no file “{given}”.", advice
    if other := next((room for room in ROOMS if room not in rooms and find(given, room)), None):
        return f"There is no {' or '.join(rooms)} called “{given}”.", READ_BY[other]
    if not beside and is_there(path.with_name(f"{path.name}.yaml")):
        return (f"There is no {' or '.join(rooms)} called “{given}”.",
                f"Did you mean the file “{given}.yaml”?")  # fmt: skip
    known = [*names, *(file.stem for file in (beside_it(beside) if beside else ()))]
    meant = nearest(path.name, [name for name in known if name not in OTHERS])
    some = ", ".join(names) if len(names) <= FEW else "what `cpsim show` lists"
    advice = f"Did you mean “{meant}”?" if meant else f"There are: {some}."
    return f"There is no {' or '.join(rooms)} called “{given}”.", advice


def beside_it(folder: Path) -> list[Path]:
    """List the YAML files of a folder; none of one that cannot be."""
    try:
        return sorted(folder.glob("*.yaml"))
    except (OSError, ValueError):
        return []
