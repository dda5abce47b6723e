"""Files that are not YAML: where they break off, and what to do, in plain words."""

import re
from collections.abc import Callable

from ruamel.yaml.error import MarkedYAMLError, StringMark

type Told = tuple[int, int, str, str]
GENERAL = "The file cannot be read from here on."
LOOK = "Look for a missing colon, space, quote or bracket on this line or the one above."
INDENTED = "This line does not begin in the same column as those it belongs with."
STEPS = "Settings side by side begin in one column; each step inwards is two more spaces."
BLANKS = re.compile(r"[ ]*([^\S \t\r\n])")


def told(error: MarkedYAMLError, lines: list[str]) -> Told:
    """Say where a file stops being YAML, counted from 0, what is wrong, and what to do."""
    at = error.problem_mark or error.context_mark
    line, column = (at.line, at.column) if at else (0, 0)
    line = min(line, max(0, len(lines) - 1))
    source = lines[line] if lines else ""
    if "\t" in source:
        message = "A tab is used to indent or to separate here, and YAML takes spaces only."
        return line, source.index("\t"), message, "Put two spaces instead."
    if source.startswith("---") and line:
        message = "A second file begins here, and a file holds one scenario."
        return line, 0, message, "Put it in a file of its own, or delete the line."
    complaint = f"{error.context or ''} {error.problem or ''}"
    if "mapping values are not allowed" in complaint and ":" not in source[:column]:
        return unfinished_above(lines, line)
    for sign, explain in EXPLAINED.items():
        if re.search(sign, complaint):
            return explain(error, line, column, source)
    return line, column, GENERAL, LOOK


def opened(what: str, other: str) -> Callable[[MarkedYAMLError, int, int, str], Told]:
    """Explain something that is opened and not closed, at the place where it opens."""

    def explain(error: MarkedYAMLError, line: int, column: int, _: str) -> Told:
        mark: StringMark | None = error.context_mark
        start = (mark.line, mark.column) if mark else (line, column)
        message = f"A {what} is opened here and not closed, or there is no comma between entries."
        if not other:
            message = f"A {what} is opened here and not closed."
        return *start, message, f"Close it with {other or 'the same sign'} where it should end."

    return explain


def unfinished_above(lines: list[str], line: int) -> Told:
    """Explain a line whose only colon comes too early: the line above has none, or it is deeper."""
    above = max((n for n in range(line) if lines[n].split("#")[0].strip()), default=line)
    words = lines[above].split("#")[0].strip()
    if ":" in words or above == line:
        return line, len(lines[line]) - len(lines[line].lstrip()), INDENTED, STEPS
    start = len(lines[above]) - len(lines[above].lstrip())
    name, _, value = words.removeprefix("- ").partition(" ")
    return above, start, "There is no colon on this line.", f"Write {name}: {value.strip() or '…'}"


def colon(_: MarkedYAMLError, line: int, column: int, source: str) -> Told:
    """Explain a colon inside a value."""
    name, _colon, value = source.partition(":")
    advice = f'Put the value in quotes: {name.strip()}: "{value.strip().strip(chr(34))}"'
    return (
        line,
        column,
        "A second colon stands on this line, as if there were two settings.",
        advice,
    )


def indent(_: MarkedYAMLError, line: int, column: int, __: str) -> Told:
    """Explain a line that is indented otherwise than its neighbours."""
    return line, column, INDENTED, STEPS


def no_colon(error: MarkedYAMLError, line: int, column: int, _: str) -> Told:
    """Explain a name without a colon after it."""
    mark: StringMark | None = error.context_mark
    start = (mark.line, mark.column) if mark else (line, column)
    return *start, "There is no colon after this.", "Write name: value, with a space between."


def odd_start(_: MarkedYAMLError, line: int, column: int, source: str) -> Told:
    """Explain a sign with which no value may begin."""
    sign = source[column : column + 1]
    return line, column, f"No value may begin with {sign}.", "Put the value in quotes."


def alias(_: MarkedYAMLError, line: int, column: int, __: str) -> Told:
    """Explain a star or an ampersand, which stand for other parts of a file in YAML."""
    message = "In YAML * and & at the start of a value stand for another part of the file."
    return line, column, message, "Put the value in quotes."


EXPLAINED: dict[str, Callable[[MarkedYAMLError, int, int, str], Told]] = {
    "quoted scalar": opened("quote", ""),
    "flow sequence": opened("bracket [", "]"),
    "flow mapping": opened("brace {", "}"),
    "mapping values are not allowed": colon,
    "could not find expected ':'": no_colon,
    "cannot start any token": odd_start,
    "alias|anchor": alias,
    "<block end>|block mapping|block collection|sequence entries": indent,
}


def odd_blanks(lines: list[str]) -> list[Told]:
    """Find lines indented by blanks that are no plain spaces, as word processors write them."""
    message = (
        "This line is indented with blanks that are no plain spaces, as from a word processor."
    )
    return [
        (number, found.start(1), message, "Put plain spaces instead.")
        for number, line in enumerate(lines)
        if (found := BLANKS.match(line))
    ]
