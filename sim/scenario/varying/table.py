"""A table of points: a CSV file whose columns are parameters and whose rows are points."""

import csv
from dataclasses import replace
from pathlib import Path

from sim.kernel.errors import Problem
from sim.parameters.registry import registry
from sim.scenario.reading.sheet import Mark, Part, Sheet
from sim.scenario.reading.values import meant_name, read_value
from sim.scenario.varying.design import Factor, Points


def read_points(file: Path) -> tuple[tuple[Factor, ...], Points, Sheet]:
    """Read points, reporting every mistake with its line.

    returns : a factor for each column, over the values that it has; the points; and the file as
              a sheet that holds what is wrong with it
    """
    sheet = Sheet(file)
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        sheet.wrong("E201", Mark(1, 1, 1), "The table cannot be read as UTF-8 text.",
                    "Save it again with the encoding UTF-8.")  # fmt: skip
        return (), (), sheet
    sheet.lines = text.splitlines()
    rows = list(csv.reader(sheet.lines, skipinitialspace=True))
    names = check_heads(sheet, rows[0] if rows else [])
    if sheet.problems:
        return (), (), sheet
    points = tuple(point for number, row in enumerate(rows[1:], start=2) if row
                   for point in [read_point(sheet, number, names, row)] if point)  # fmt: skip
    if not points and not sheet.problems:
        sheet.wrong("E410", Mark(1, 1, 1), "The table holds no points.",
                    "Add a row for each point below the names.")  # fmt: skip
    if sheet.problems:
        sheet.problems[:] = once_each(sheet.problems)
        return (), (), sheet
    columns = list(zip(*points, strict=True))
    factors = tuple(Factor(name, min(column), max(column), tuple(dict.fromkeys(column)))
                    for name, column in zip(names, columns, strict=True))  # fmt: skip
    return factors, points, sheet


def check_heads(sheet: Sheet, heads: list[str]) -> list[str]:
    """Check that every column is a parameter, each once."""
    names = [head.strip() for head in heads]
    line = sheet.lines[0] if sheet.lines else ""
    for i, name in enumerate(names):
        mark = Mark(1, max(1, line.find(name) + 1), max(1, len(name)))
        if name not in registry():
            sheet.wrong("E301", mark, f"There is no parameter called “{name}”.", meant_name(name))
        elif name in names[:i]:
            sheet.wrong("E204", mark, f"“{name}” is here twice.", "Delete one of them.")
    if not names:
        sheet.wrong("E410", Mark(1, 1, 1), "The table is empty.",
                    "Begin with a line of parameters’ names.")  # fmt: skip
    return names


def once_each(problems: list[Problem]) -> list[Problem]:
    """Tell a mistake that many rows make in one column once, and in how many others it is."""
    alike: dict[tuple[str, str], list[Problem]] = {}
    for one in problems:
        about = one.message.partition("“")[0]  # what comes before the value as written
        alike.setdefault((one.code, about), []).append(one)
    return [told_once(*each) for each in alike.values()]


def told_once(first: Problem, *rest: Problem) -> Problem:
    """Tell a mistake, and in how many further rows it is."""
    if not rest:
        return first
    return replace(first, advice=f"{first.advice} {others(len(rest))}".strip())


def others(many: int) -> str:
    """Say how many further rows have the same mistake."""
    return f"So {'is one more row' if many == 1 else f'are {many} more rows'}."


def read_point(
    sheet: Sheet, number: int, names: list[str], row: list[str]
) -> tuple[float, ...] | None:
    """Read one row, each value in its parameter's unit."""
    if len(row) != len(names):
        mark = Mark(number, 1, len(sheet.lines[number - 1]))
        sheet.wrong("E410", mark, f"Values in this row: {len(row)}; parameters: {len(names)}.",
                    "Give each parameter one value.")  # fmt: skip
        return None
    written = dict(zip(names, row, strict=True))
    line = sheet.lines[number - 1]
    place = (f"row {number}",)
    for name, text in written.items():
        start = max(0, line.find(text))
        sheet.values[(*place, name)] = Mark(number, start + 1, max(1, len(text)))
    part = Part(sheet, place, dict(written))
    values = [read_value(part, name, registry()[name]) for name in names]
    known = tuple(value for value in values if value is not None)
    return known if len(known) == len(names) else None
