"""Tables of changes: a row for each measure, a column for each policy."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sim.measures import Measure
from sim.report.comparison import Comparison
from sim.report.numbers import UNKNOWN
from sim.report.words.effect import Effect, Subject, by_place
from sim.report.words.nothing import known_in, nought
from sim.report.words.sentences import verdict

MOST_BESIDE = 4
SMALL = {"clear": "", "clear but small": "too small to matter"}


@dataclass(frozen=True, slots=True)
class Cell:
    """One change: its size, its interval if it has one, and in words whether it is clear."""

    change: str
    interval: str
    note: str
    is_clear: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One measure: its level under the scenario compared with, and each policy's change."""

    label: str
    unit: str
    baseline: str
    interval: str
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class Changes:
    """A whole table, with the number of comparisons it was adjusted for.

    has_intervals : whether more than one replicate was run
    """

    heads: list[str]
    rows: list[Row]
    comparisons: int
    has_intervals: bool


def headline(comparison: Comparison) -> list[Changes]:
    """Make the headline table, in as many parts as the page needs.

    What was asked for and is not known stands below the rest, and says so.
    """
    table = changes(comparison, comparison.subjects, comparison.effects)
    last = [unknown(one, len(comparison.policies)) for one in comparison.unknown]
    return blocks(replace(table, rows=[*table.rows, *last]))


def unknown(one: Measure, policies: int) -> Row:
    """Write a measure that is not known."""
    cells = [Cell(UNKNOWN, "", "", False)] * policies
    return Row(one.label, one.unit, UNKNOWN, "", cells)


def of_measures(comparison: Comparison, names: Sequence[str]) -> list[Changes]:
    """Make a table of other measures."""
    subjects = [comparison.subject(name) for name in names]
    return blocks(changes(comparison, subjects, comparison.effects_among(names)))


def changes(comparison: Comparison, subjects: Sequence[Subject], told: Sequence[Effect]) -> Changes:
    """Lay out effects by measure and policy."""
    lines = []
    for subject in subjects:
        level, shown = comparison.level(subject.name), subject.shown
        lines.append((subject, shown.number(level.mean), shown.levels(level.low, level.high)))
    return laid_out(comparison, lines, told)


def laid_out(
    comparison: Comparison, lines: Iterable[tuple[Subject, str, str]], told: Sequence[Effect]
) -> Changes:
    """Lay out effects beside levels.

    lines : each subject with its level and the level's interval, as they are to be written
    """
    known = by_place(told)
    rows = []
    for subject, level, interval in lines:
        cells = [cell(known[subject.name, name], subject) for name in comparison.policies]
        rows.append(Row(subject.label, subject.shown.unit, level, interval, cells))
    heads = [comparison.titles[name] for name in comparison.scenarios]
    return Changes(heads, rows, len(told), comparison.has_intervals)


def blocks(table: Changes) -> list[Changes]:
    """Cut a table of many policies into tables that fit the page, each with the first column."""
    policies = len(table.heads) - 1
    if policies <= MOST_BESIDE:
        return [table]
    many = -(-policies // MOST_BESIDE)
    size = -(-policies // many)
    return [part(table, at, at + size) for at in range(0, policies, size)]


def part(table: Changes, first: int, stop: int) -> Changes:
    """Take some of the policies of a table."""
    rows = [replace(row, cells=row.cells[first:stop]) for row in table.rows]
    heads = [table.heads[0], *table.heads[1 + first : 1 + stop]]
    return Changes(heads, rows, table.comparisons, table.has_intervals)


def cell(effect: Effect, subject: Subject) -> Cell:
    """Write one change; one that is exactly nought, or of one replicate, has no interval."""
    has_interval = not effect.is_nought and not effect.is_lone
    weighed = verdict(effect, subject)
    said = nought([effect]) if effect.is_nought else SMALL.get(weighed, weighed) + known_in(effect)
    note = said.removeprefix(", ")
    return Cell(
        subject.shown.change(effect.change),
        subject.shown.changes(effect.low, effect.high) if has_interval else "",
        f"({note})" if note else "",
        effect.clear,
    )
