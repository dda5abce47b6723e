"""Workbook: the report's tables as an accessible spreadsheet, in the Analysis Function's layout.

One table a sheet, beginning in column A, with a cover, a list of contents and notes; numbers
are numbers, and nothing is told by colour.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import gptables
import pandas as pd

from sim.report.comparison import Comparison
from sim.report.differences import Difference
from sim.report.figure import Placed
from sim.report.foretold import Judged

MOST_ROWS, LONGEST_NAME = 20_000, 31
EPOCH = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
MISSING = "[x]"
NOTES = {
    "clear": "Clear: the 95% interval, adjusted (Holm) for all comparisons of the table, leaves "
    "out no change.",
    "luck": "Intervals hold luck between replicates alone, not doubt about the model's parameters.",
    "x": f"{MISSING} marks a value that is not available, such as the interval of a single run.",
}
REFERENCES = " " + "".join(f"$${name}$$" for name in NOTES)


@dataclass(frozen=True, slots=True)
class Leaf:
    """One sheet: its table, what it shows and where that is from."""

    name: str
    title: str
    table: pd.DataFrame
    notes: str = ""


def write_workbook(path: Path, comparison: Comparison, leaves: Sequence[Leaf]) -> None:
    """Write the spreadsheet; the same tables give the same bytes."""
    book = gptables.produce_workbook(
        filename=str(path),
        sheets={leaf.name: sheet(n, leaf) for n, leaf in enumerate(leaves, start=1)},
        cover=cover(comparison),
        notes_table=notes(),
        contentsheet_options={"column_names": ["Sheet", "Table"]},
    )  # fmt: skip
    title = f"{comparison.experiment.title}: tables"
    book.set_properties({"title": title, "author": "cpsim", "created": EPOCH})
    book.close()


def notes() -> pd.DataFrame:
    """Lay out the notes that hold for all tables."""
    return pd.DataFrame({"Note reference": list(NOTES), "Note text": list(NOTES.values())})


def cover(comparison: Comparison) -> gptables.Cover:
    """Say what the workbook is, and what it is not."""
    return gptables.Cover(
        title=comparison.experiment.title,
        intro=[
            "Simulated results, not forecasts. They show what follows from the model's "
            "assumptions in an invented place, not what will happen anywhere.",
            f"{comparison.period}; {comparison.spread}; {comparison.where}.",
        ],
        about=[
            comparison.experiment.question,
            "The report beside this file (report.html) says how the results were made, how well "
            "the model fits, and what they rest on.",
        ],
        cover_label="Cover",
    )


def sheet(number: int, leaf: Leaf) -> gptables.GPTable:
    """Lay out one table."""
    return gptables.GPTable(
        table=filled(leaf.table),
        table_name=f"table_{number}",
        title=f"Table {number}: {leaf.title}{REFERENCES if number == 1 else ''}",
        instructions="This worksheet contains one table. Notes are on the Notes worksheet.",
        source=leaf.notes or "cpsim",
        index_columns={},
    )


def filled(table: pd.DataFrame) -> pd.DataFrame:
    """Mark missing values, which must not be empty cells; a sign alone is written as a word."""
    plain = table.reset_index(drop=True).astype(object).replace({"%": "per cent"})
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
