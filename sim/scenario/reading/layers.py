"""Layers: a scenario file over the one it extends, and that over the next."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sim.scenario.find import find, none_such
from sim.scenario.reading.mistakes import check_shape
from sim.scenario.reading.shape import ScenarioShape
from sim.scenario.reading.sheet import Part, Sheet, read_sheet


@dataclass(frozen=True, slots=True)
class Layers:
    """Sheets from the first parent to the file that was asked for, then an experiment's own."""

    sheets: tuple[Sheet, ...]
    experiment: Sheet | None = None

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
        found: list[Part] = []
        for sheet in self.sheets:
            dropped = sheet.top.names("drop")
            found = [one for one in found if one.text(key) not in dropped]
            found += sheet.top.parts(name)
        return found


def inside(sheet: Sheet, maps: list[str]) -> Part:
    """Go into a sheet by the names of maps."""
    part = sheet.top
    for name in maps:
        part = part.part(name)
    return part


def read_layers(file: Path, experiment: Sheet | None = None) -> Layers:
    """Read a scenario file and all that it extends, keeping the mistakes of each."""
    sheets: list[Sheet] = []
    while True:
        sheet = read_sheet(file)
        check_shape(sheet, ScenarioShape)
        sheets.insert(0, sheet)
        parent = sheet.top.text("extends")
        found = find(parent, "scenario", file.parent) if parent else None
        if parent and not found:
            sheet.top.wrong("E201", "extends", *none_such(parent, "scenario"))
        elif found in [one.file for one in sheets]:
            sheet.top.wrong("E202", "extends", f"“{parent}” extends this scenario in turn.",
                            "One of them must stand on its own.")  # fmt: skip
        elif found:
            file = found
            continue
        check_drops(sheets)
        return Layers(tuple(sheets), experiment)


def check_drops(sheets: list[Sheet]) -> None:
    """Report what is dropped though no parent has it."""
    known: list[str] = []
    for sheet in sheets:
        for i, name in enumerate(sheet.top.names("drop")):
            if name not in known:
                mark = sheet.mark(("drop", i))
                advice = f"It has: {', '.join(known)}." if known else "It has none."
                sheet.wrong("E203", mark, f"What this extends has no “{name}” to drop.", advice)
        known += [one.text("action") or "" for one in sheet.top.parts("actions")]
        known += [one.text("shock") or "" for one in sheet.top.parts("shocks")]
