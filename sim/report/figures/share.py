"""Sharing: what a figure shows, shared out over pictures that fit a printed page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure as Picture

from sim.report.figures.figure import Draw
from sim.report.figures.style import WIDE, Canvas, picture

TALLEST = 10.5
"""Inches of a wide picture that fit on an A4 page, below the figure's title and subtitle."""


def shared[T](items: Sequence[T], tall: Callable[[Sequence[T]], float]) -> list[Sequence[T]]:
    """Share items out over pictures, evenly and in order, over as few as a page's height allows.

    tall : inches that a picture of some of the items takes
    """
    parts: list[Sequence[T]] = []
    for count in range(1, len(items) + 1):
        size = -(-len(items) // count)
        parts = [items[at : at + size] for at in range(0, len(items), size)]
        if all(tall(part) <= TALLEST for part in parts):
            break
    return parts


def sheets[T](
    items: Sequence[T], tall: Callable[[Sequence[T]], float],
    draw: Callable[[Sequence[T], int, Canvas], Picture],
) -> tuple[Draw, ...]:  # fmt: skip
    """Draw small charts, one for each item, on as many pictures as they take.

    draw : makes a picture of some items, given how many stand on the fullest picture, which
           decides how wide the charts of all are
    """
    parts = shared(items, tall)
    return tuple(partial(draw, part, len(parts[0])) for part in parts)


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of small charts.

    head, row : inches above the charts, and of each row
    """

    head: float
    row: float

    def tall(self, items: Sequence[Any]) -> float:
        """Say how high a picture with a chart for each item is on a page, in inches."""
        return self.height(len(items), WIDE.columns(len(items)))

    def height(self, many: int, columns: int) -> float:
        """Say how high a picture of so many charts is, in inches."""
        return self.head + self.row * -(-many // columns)

    def empty(
        self, canvas: Canvas, many: int, columns: int, **axes: Any
    ) -> tuple[Picture, list[Axes]]:
        """Make a picture with so many empty charts in rows.

        axes : which of their axes the charts share
        """
        chart = picture(canvas, self.height(many, columns))
        panels = list(chart.subplots(-(-many // columns), columns, squeeze=False, **axes).flat)
        for panel in panels[many:]:
            panel.set_visible(False)
        return chart, panels[:many]


def reach(panel: Axes, x: Sequence[float], y: Sequence[float]) -> None:
    """Let a chart's axes reach these points, so that all pictures of a figure have one scale."""
    panel.update_datalim(list(zip(x, y, strict=True)))
