"""Heat map: a measure over a grid of two factors, with its number in each cell."""

from functools import partial
from textwrap import fill

import numpy as np
import pandas as pd
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure as Picture

from sim.report.comparison import Comparison
from sim.report.figures.figure import Figure
from sim.report.figures.style import BLUES, Canvas, picture
from sim.report.swept.swept import Swept, label, swept, value
from sim.report.words.effect import Subject

TWO, CELL, WRAP = 2, 0.5, 22
BESIDE_LABELS = 0.7  # of the picture's width, beside the names of its rows
SHADES = LinearSegmentedColormap.from_list("shades", [BLUES[4], BLUES[2], BLUES[0]])
DARKEST = 0.55


def heat(comparison: Comparison) -> Figure | None:
    """Draw the first measure over a grid of two factors; nothing for any other design."""
    found = swept(comparison)
    if found is None or found.design.method != "grid" or len(found.factors) != TWO:
        return None
    subject = comparison.subjects[0]
    cells = table(found, subject)
    if cells.isna().all(axis=None):
        return None
    best = extreme(cells, subject)
    return Figure(
        name="heat",
        title=f"{subject.label}: {best}",
        subtitle=f"{subject.shown.unit}: {found.subject_in_words}, mean over replicates; "
        f"{comparison.period}, {comparison.where}",
        alt=f"A grid of cells, darker where the number is larger. {best}.",
        description=f"Rows are {label(found.names[0])}, columns {label(found.names[1])}.",
        data=cells.reset_index(),
        table=shown(found, cells, subject),
        sheets=(partial(drawn, found, cells, subject),),
    )


def table(found: Swept, subject: Subject) -> pd.DataFrame:
    """Lay out the measure: a row for each value of the first factor, a column for the second."""
    rows, columns = found.points.T
    long = pd.DataFrame({"row": rows, "column": columns, "value": found.levels(subject).values})
    return long.pivot_table(index="row", columns="column", values="value", dropna=False)


def extreme(cells: pd.DataFrame, subject: Subject) -> str:
    """Tell the smallest and the largest number."""
    least, most = (subject.shown.number(float(one)) for one in (np.nanmin(cells), np.nanmax(cells)))
    return f"from {least} to {most} over the grid"


def shown(found: Swept, cells: pd.DataFrame, subject: Subject) -> pd.DataFrame:
    """Show the grid as a table."""
    first, second = found.names
    written = cells.map(lambda one: subject.shown.number(float(one)))
    written.columns = [value(second, float(one)) for one in cells.columns]
    written.insert(0, label(first), [value(first, float(one)) for one in cells.index])
    return written


def drawn(found: Swept, cells: pd.DataFrame, subject: Subject, canvas: Canvas) -> Picture:
    """Draw the grid."""
    first, second = found.names
    chart = picture(canvas, 1.2 + CELL * len(cells))
    panel = chart.subplots()
    numbers = cells.to_numpy(dtype=float)
    low, high = float(np.nanmin(numbers)), float(np.nanmax(numbers))
    panel.imshow(numbers, cmap=SHADES, aspect="auto", vmin=low, vmax=high)
    for i, row in enumerate(numbers):
        for j, one in enumerate(row):
            dark = high > low and (one - low) / (high - low) > DARKEST
            panel.text(j, i, subject.shown.number(one), ha="center", va="center", fontsize=9.5,
                       color="white" if dark else "black")  # fmt: skip
    panel.set_xticks(range(cells.shape[1]), [value(second, float(one)) for one in cells.columns])
    panel.set_yticks(range(len(cells)), [value(first, float(one)) for one in cells.index])
    panel.set_xlabel(fill(label(second), int(canvas.letters(1) * BESIDE_LABELS)))
    panel.set_ylabel(fill(label(first), WRAP))
    panel.grid(visible=False)
    panel.tick_params(length=0)
    return chart
