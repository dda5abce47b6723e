"""Layers: a scenario file over what it extends and combines, and those over theirs."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sim.scenario.find import find, none_such
from sim.scenario.reading.mistakes import check_shape, names_other_kind
from sim.scenario.reading.shape import ScenarioShape
from sim.scenario.reading.sheet import Mark, Part, Sheet, read_sheet


@dataclass(frozen=True, slots=True)
class Layers:
    """Sheets from the first parent to the file that was asked for, then an experiment's own.

    parents : the files that each file extends or combines, in its own order
    """

    sheets: tuple[Sheet, ...]
    experiment: Sheet | None = None
    parents: dict[Path, tuple[Path, ...]] = field(default_factory=dict)

    @property
    def all(self) -> tuple[Sheet, ...]:
        """Every sheet, the last word last."""
        return (*self.sheets, *((self.experiment,) if self.experiment else ()))

    @property
    def leaf(self) -> Part:
        """The file that was asked for."""
        return self.sheets[-1].top

    def holder(self, *path: str) -> Part:
        """Find the map, in the last sheet that sets one of its values, holding that value.

        path : the maps on the way, then the keys of interest: "horizon", "end|years"
        """
        *maps, keys = path
        for sheet in reversed(self.all):
            part = inside(sheet, maps)
            if any(part.text(key) is not None for key in keys.split("|")):
                return part
        return inside(self.sheets[-1], maps)

    def maps(self, name: str) -> Iterator[Part]:
        """Give one map of every sheet, the last word last."""
        return (sheet.top.part(name) for sheet in self.all)

    def kept(self, name: str, key: str) -> list[Part]:
        """Give the entries of a list, parents' first, without those that a child drops."""
        return self.kept_by(self.sheets[-1].file, name, key)

    def kept_by(self, file: Path, name: str, key: str) -> list[Part]:
        """Give the entries that hold for one file: its own below its parents', each once."""
        found = [
            one for parent in self.parents.get(file, ()) for one in self.kept_by(parent, name, key)
        ]
        sheet = next(one for one in self.sheets if one.file == file)
        kept = {
            (one.sheet.file, one.place): one
            for one in found
            if one.text(key) not in sheet.top.names("drop")
        }
        return [*kept.values(), *sheet.top.parts(name)]

    def over(self, file: Path) -> "Layers":
        """Give the layers of one of the files below, as if it had been asked for alone."""
        wanted = {file}
        for sheet in reversed(self.sheets):
            wanted |= set(self.parents.get(sheet.file, ())) if sheet.file in wanted else set()
        return Layers(tuple(one for one in self.sheets if one.file in wanted), parents=self.parents)


def inside(sheet: Sheet, maps: list[str]) -> Part:
    """Go into a sheet by the names of maps."""
    part = sheet.top
    for name in maps:
        part = part.part(name)
    return part


def read_layers(file: Path, experiment: Sheet | None = None) -> Layers:
    """Read a scenario file and all that it extends and combines, keeping the mistakes of each."""
    sheets: list[Sheet] = []
    parents: dict[Path, tuple[Path, ...]] = {}
    read_below(file, (), sheets, parents)
    layers = Layers(tuple(sheets), experiment, parents)
    for sheet in layers.sheets:
        check_drops(layers, sheet)
    return layers


def read_below(
    file: Path, above: tuple[Path, ...], sheets: list[Sheet], parents: dict[Path, tuple[Path, ...]]
) -> None:
    """Read a file after all that it rests on, each file once.

    above : the files that rest on this one, which it may not rest on in turn
    """
    sheet = read_sheet(file)
    check_shape(sheet, ScenarioShape)
    parents[file] = tuple(named(sheet, (*above, file)))
    for parent in parents[file]:
        if parent not in parents:
            read_below(parent, (*above, file), sheets, parents)
    sheets.append(sheet)


def named(sheet: Sheet, above: tuple[Path, ...]) -> Iterator[Path]:
    """Find the files that a file extends or combines, reporting those that cannot be."""
    before: list[Path] = []
    for name, mark in resting_on(sheet):
        found = find(name, "scenario", sheet.file.parent)
        if not found:
            sheet.wrong("E201", mark, *none_such(name, "scenario", beside=sheet.file.parent))
        elif found in before:
            sheet.wrong("E204", mark, f"“{name}” is here twice.", "Delete one of them.")
        elif names_other_kind(sheet, mark, name, found, "scenario"):
            continue
        elif found in above:
            word = "extends" if name == sheet.top.text("extends") else "combines"
            sheet.wrong("E202", mark, f"“{name}” {word} this scenario in turn.",
                        "One of them must stand on its own.")  # fmt: skip
        else:
            before.append(found)
            yield found


def resting_on(sheet: Sheet) -> Iterator[tuple[str, Mark]]:
    """Name what a file extends and combines, and where it says so."""
    if parent := sheet.top.text("extends"):
        yield parent, sheet.mark(("extends",))
    for i, name in enumerate(sheet.top.names("combine")):
        yield name, sheet.mark_of(("combine",), i)


def check_drops(layers: Layers, sheet: Sheet) -> None:
    """Report what is dropped though nothing that a file rests on has it."""
    known = [
        one.text(key) or ""
        for name, key in (("law", "law"), ("actions", "action"), ("shocks", "shock"))
        for parent in layers.parents[sheet.file]
        for one in layers.kept_by(parent, name, key)
    ]
    for i, name in enumerate(sheet.top.names("drop")):
        if name not in known:
            mark = sheet.mark_of(("drop",), i)
            advice = f"It has: {', '.join(dict.fromkeys(known))}." if known else "It has none."
            sheet.wrong("E203", mark, f"What this extends has no “{name}” to drop.", advice)
