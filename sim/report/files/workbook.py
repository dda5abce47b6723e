"""Workbook: the report's tables as an accessible spreadsheet, in the Analysis Function's layout.

One table a sheet, beginning in column A, with a cover, a list of contents and notes; numbers
are numbers, and nothing is told by colour.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import xlsxwriter

from sim.report.comparison import Comparison
from sim.report.differences import Difference
from sim.report.figures.figure import Placed
from sim.report.foretold import Judged

MOST_ROWS, LONGEST_NAME, TOP = 20_000, 31, 4
SEEN, NARROWEST, WIDEST, COVER_WIDTH = 200, 8, 60, 90
EPOCH = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
MISSING = "[x]"
NOTES = [
    "Clear: the 95% interval, adjusted (Holm) for all comparisons of the table, leaves out no "
    "change.",
    "Intervals hold luck between replicates alone, not doubt about the model's parameters.",
    f"{MISSING} marks a value that is not available, such as the interval of a single run.",
    "z marks what does not apply, such as the interval of a published figure.",
]
LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16, "font_name": "Arial"},
    "head": {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "font_name": "Arial"},
    "text": {"text_wrap": True, "font_size": 12, "font_name": "Arial"},
    "cell": {"font_name": "Arial"},
}


@dataclass(frozen=True, slots=True)
class Leaf:
    """One sheet: its table, what it shows and where that is from."""

    name: str
    title: str
    table: pd.DataFrame
    notes: str = ""


def write_workbook(path: Path, comparison: Comparison, leaves: Sequence[Leaf]) -> None:
    """Write the spreadsheet; the same tables give the same bytes."""
    with xlsxwriter.Workbook(path, {"strings_to_urls": False}) as book:
        title = f"{comparison.experiment.title}: tables"
        book.set_properties({"title": title, "author": "cpsim", "created": EPOCH})
        styles = {name: book.add_format(look) for name, look in LOOKS.items()}
        write_lines(book.add_worksheet("Cover"), cover(comparison), styles)
        contents = pd.DataFrame(
            {"Sheet": [leaf.name for leaf in leaves], "Table": [leaf.title for leaf in leaves]}
        )
        notes = pd.DataFrame({"Note": NOTES})
        first = [Leaf("Contents", "Contents", contents), Leaf("Notes", "Notes", notes)]
        for number, leaf in enumerate([*first, *leaves]):
            write_leaf(book.add_worksheet(leaf.name), number, leaf, styles)
        for row, leaf in enumerate(leaves, start=TOP + 1):
            link = f"internal:'{leaf.name}'!A1"
            book.get_worksheet_by_name("Contents").write_url(row, 0, link, string=leaf.name)


def cover(comparison: Comparison) -> list[str]:
    """Say what the workbook is, and what it is not."""
    return [
        comparison.experiment.title,
        "Simulated results, not forecasts. They show what follows from the model's assumptions "
        "in an invented place, not what will happen anywhere.",
        comparison.experiment.question,
        f"{comparison.period}; {comparison.spread}; {comparison.where}.",
        "The report beside this file, report.html, says how the results were made, how well the "
        "model fits, and what they rest on.",
    ]


def write_lines(sheet: Any, lines: Sequence[str], styles: Mapping[str, Any]) -> None:
    """Write a sheet of text: a title, and lines below one another."""
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, COVER_WIDTH)
    for row, text in enumerate(lines):
        sheet.write_string(row, 0, text, styles["text" if row else "title"])


def write_leaf(sheet: Any, number: int, leaf: Leaf, styles: Mapping[str, Any]) -> None:
    """Write one table, marked as a table so that it can be read aloud, under its title."""
    table = filled(leaf.table)
    sheet.hide_gridlines(2)
    sheet.write_string(0, 0, leaf.title, styles["title"])
    sheet.write_string(1, 0, "This worksheet contains one table. Notes: worksheet Notes.")
    sheet.write_string(2, 0, leaf.notes)
    sheet.add_table(TOP, 0, TOP + len(table), len(table.columns) - 1, {
        "name": f"table_{number}", "style": None, "autofilter": False,
        "columns": [
            {"header": str(name), "header_format": styles["head"]} for name in table.columns
        ],
        "data": table.to_numpy().tolist(),
    })  # fmt: skip
    for place, name in enumerate(table.columns):
        sheet.set_column(place, place, width(str(name), table[name]), styles["cell"])
    sheet.freeze_panes(TOP + 1, 1)


def width(name: str, column: pd.Series) -> float:
    """Choose a column's width in letters."""
    longest = max((len(str(value)) for value in column.head(SEEN)), default=0)
    return min(max(len(name), longest, NARROWEST) + 2, WIDEST)


def filled(table: pd.DataFrame) -> pd.DataFrame:
    """Mark missing values, which must not be empty cells."""
    plain = table.reset_index(drop=True).astype(object)
    return plain.where(plain.notna() & (plain != ""), MISSING)


def leaves(parts: Mapping[str, Any]) -> list[Leaf]:
    """Gather the tables of a report.

    parts : headline, official, calibration (tables); differences, foretold; figures
    """
    policies = of_differences(parts["differences"])
    expected = of_foretold(parts["foretold"])
    found = [
        Leaf("Headline", "Changes in the headline measures", parts["headline"]),
        Leaf("Policies", "What each policy changes, by when, where and at what price", policies),
        Leaf("Expected", "What was expected before the run, and what was found", expected),
        Leaf("Calibration", "Published figures of the base year, and the model", parts["fit"]),
        Leaf("Official layout", "Yearly figures in the columns of DfE's open data",
             parts["official"]),
        *(of_figure(placed) for placed in parts["figures"]),
    ]  # fmt: skip
    return [leaf for leaf in found if 0 < len(leaf.table) <= MOST_ROWS]


def of_differences(differences: Sequence[Difference]) -> pd.DataFrame:
    """Lay out what each policy changes, a row for each action."""
    return pd.DataFrame([
        {"Policy": one.policy, "Action": part.title, "What changes": "; ".join(part.changes),
         "When": part.when, "Where": part.where, "Declared price": part.cost,
         "Declared price in all": one.total}
        for one in differences
        for part in one.parts
    ])  # fmt: skip


def of_foretold(foretold: Sequence[Judged]) -> pd.DataFrame:
    """Lay out the expectations."""
    return pd.DataFrame([
        {"Policy": one.policy, "Expected": one.text, "Verdict": one.verdict, "Found": one.found}
        for one in foretold
    ])  # fmt: skip


def of_figure(placed: Placed) -> Leaf:
    """Lay out the numbers behind a figure."""
    name = f"Figure {placed.number}"
    title = f"Numbers behind figure {placed.number}. {placed.figure.title}"
    return Leaf(name[:LONGEST_NAME], title, placed.figure.data, placed.figure.subtitle)
