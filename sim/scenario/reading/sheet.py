"""A YAML file as its author sees it: every value with its line, and every mistake kept.

Scalars stay text, so nothing is guessed: 2026-04, 1e-3, 1:50 and no mean what they say
only when the setting they belong to is read.
"""

import re
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from sim.kernel.errors import Problem
from sim.scenario.codes.broken import odd_blanks, told

type Place = tuple[str | int, ...]
NOTHING = ("", "~", "null", "Null", "NULL")
CUT_THOUSANDS = re.compile(r"\d{3}(\D.*)?")


@dataclass(frozen=True, slots=True)
class Mark:
    """Where something stands in a file, counted from 1, and how long it is."""

    line: int
    column: int
    length: int


@dataclass
class Sheet:
    """One file: its data as text, maps and lists, where each part stands, what is wrong."""

    file: Path
    lines: list[str] = field(default_factory=list)
    data: Any = None
    keys: dict[Place, Mark] = field(default_factory=dict)
    values: dict[Place, Mark] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @cached_property
    def shown(self) -> str:
        """The file as its author would name it from here."""
        here = Path.cwd()
        return str(self.file.relative_to(here) if self.file.is_relative_to(here) else self.file)

    @property
    def top(self) -> "Part":
        """The whole sheet, to read settings from."""
        return Part(self, (), self.data if isinstance(self.data, dict) else {})

    def wrong(self, code: str, mark: Mark, message: str, advice: str = "") -> None:
        """Keep a mistake."""
        source = self.lines[mark.line - 1] if 0 < mark.line <= len(self.lines) else ""
        self.problems.append(
            Problem(code, self.shown, mark.line, mark.column, source, message, advice, mark.length)
        )

    def mark(self, place: Place, on_key: bool = False) -> Mark:
        """Find where a part stands; the nearest part around it if it is not written."""
        marks = self.keys if on_key else self.values
        while place and place not in marks:
            place, marks = place[:-1], self.keys
        return marks.get(
            place, Mark(1, 1, max(1, len(self.lines[0].rstrip()) if self.lines else 1))
        )

    def mark_of(self, place: Place, i: int) -> Mark:
        """Find where a name of a list stands, or the only one where there is no list."""
        one = (*place, i)
        return self.mark(one if one in self.values else place)


@dataclass(frozen=True, slots=True)
class Part:
    """A map inside a sheet; asking for what is not there, or is misshapen, gives nothing.

    Misshapen parts have been reported by then, so that every other mistake can be found too.
    """

    sheet: Sheet
    place: Place
    data: dict[Any, Any]

    def text(self, key: str | int) -> str | None:
        """Read one value as written."""
        value = self.data.get(key)
        return value if isinstance(value, str) else None

    def part(self, key: str) -> "Part":
        """Read a map."""
        value = self.data.get(key)
        return Part(self.sheet, (*self.place, key), value if isinstance(value, dict) else {})

    def parts(self, key: str) -> list["Part"]:
        """Read a list of maps."""
        found = self.data.get(key)
        rows = enumerate(found if isinstance(found, list) else [])
        return [
            Part(self.sheet, (*self.place, key, i), row) for i, row in rows if isinstance(row, dict)
        ]

    def rows(self, key: str) -> "Part":
        """Read a list as a map of its entries by their number."""
        value = self.data.get(key)
        entries = value if isinstance(value, list) else []
        return Part(self.sheet, (*self.place, key), dict(enumerate(entries)))

    def names(self, key: str) -> tuple[str, ...]:
        """Read a list of names, or one name."""
        value = self.data.get(key)
        found = value if isinstance(value, list) else [value]
        return tuple(name for name in found if isinstance(name, str))

    def wrong(
        self,
        code: str,
        key: str | int | None,
        message: str,
        advice: str = "",
        on_key: bool = False,
    ) -> None:
        """Keep a mistake in one of this map's values, in a key, or (None) in the map itself."""
        place = self.place if key is None else (*self.place, key)
        in_list = key is None and bool(place) and isinstance(place[-1], int)
        mark = self.sheet.mark(place, on_key or (key is None and not in_list))
        self.sheet.wrong(code, mark, message, advice)


def read_sheet(file: Path, text: str | None = None) -> Sheet:
    """Read a file, or a text as if it were that file."""
    sheet = Sheet(file)
    try:
        written = file.read_text(encoding="utf-8-sig") if text is None else text
        sheet.lines = written.splitlines()
        if blanks := odd_blanks(sheet.lines):
            for line, column, message, advice in blanks:
                sheet.wrong("E001", Mark(line + 1, column + 1, 1), message, advice)
            return sheet
        node = composed(written)
        sheet.data = plain(sheet, node, ()) if node is not None else {}
    except (OSError, UnicodeDecodeError):
        message = "The file cannot be read as UTF-8 text."
        sheet.wrong("E201", Mark(0, 0, 1), message, "Save it again with the encoding UTF-8.")
    except MarkedYAMLError as error:
        not_yaml(sheet, error)
    except (YAMLError, RecursionError, ValueError):
        sheet.wrong("E001", Mark(1, 1, 1), "This is not a YAML file of settings.")
    return sheet


@lru_cache(maxsize=64)
def composed(text: str) -> Node | None:
    """Read a text as YAML nodes, which nobody changes; files are read many times over."""
    node: Node | None = YAML(typ="rt", pure=True).compose(text)
    return node


def plain(sheet: Sheet, node: Node, place: Place) -> Any:
    """Turn a YAML node into text, maps and lists, keeping where each part stands."""
    sheet.values[place] = extent(sheet, node)
    if isinstance(node, SequenceNode):
        return [plain(sheet, one, (*place, i)) for i, one in enumerate(node.value)]
    if isinstance(node, MappingNode):
        return entries(sheet, node, place)
    text = str(node.value)
    bare = isinstance(node, ScalarNode) and not node.style
    return None if bare and text in NOTHING else text


def entries(sheet: Sheet, node: MappingNode, place: Place) -> dict[str, Any]:
    """Read a map's keys and values; report keys that come twice and numbers cut by a comma."""
    found: dict[str, Any] = {}
    last = ""
    for key_node, value_node in node.value:
        key, mark = str(key_node.value), extent(sheet, key_node)
        if node.flow_style and CUT_THOUSANDS.fullmatch(key) and not value_node.value:
            cut_number(sheet, mark)
            # As it was meant, so that nothing else is said about it.
            found[last] = f"{found.get(last)},{key}"
        elif key in found:
            advice = "Keep one of them and delete the other."
            sheet.wrong("E002", mark, f"“{key}” is set twice here.", advice)
        else:
            sheet.keys[(*place, key)] = mark
            found[key] = plain(sheet, value_node, (*place, key))
            last = key
    return found


def cut_number(sheet: Sheet, mark: Mark) -> None:
    """Explain what a comma does to a number inside braces."""
    line = sheet.lines[mark.line - 1]
    start = max(line.rfind(":", 0, mark.column - 1), line.rfind("[", 0, mark.column - 1)) + 1
    whole = line[start : mark.column - 1 + mark.length].strip()
    sheet.wrong(
        "E003",
        Mark(mark.line, line.index(whole, start) + 1, len(whole)),
        "A comma inside { } or [ ] starts a new item, so the number before it was cut in two.",
        f"Leave the comma out ({whole.replace(', ', '').replace(',', '')}), or put the value in "
        f"quotes: “{whole}”.",
    )


def extent(sheet: Sheet, node: Node) -> Mark:
    """Find where a node begins and how much of its first line it covers."""
    start, end = node.start_mark, node.end_mark
    line = sheet.lines[start.line] if start.line < len(sheet.lines) else ""
    last = end.column if end.line == start.line else len(line.rstrip())
    return Mark(start.line + 1, start.column + 1, max(1, last - start.column))


def not_yaml(sheet: Sheet, error: MarkedYAMLError) -> None:
    """Say in plain words where the file stops being YAML."""
    line, column, message, advice = told(error, sheet.lines)
    sheet.wrong("E001", Mark(line + 1, column + 1, 1), message, advice)
