"""The causal diagram: every loop's causes in turn, drawn from the registry of loops."""

from collections.abc import Mapping, Sequence
from functools import partial
from textwrap import fill

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Picture
from matplotlib.lines import Line2D

from sim.parameters.loops import Kind, Loop
from sim.report.comparison import Comparison
from sim.report.figures.figure import Figure
from sim.report.figures.share import shared
from sim.report.figures.style import WIDE, Canvas, key, picture
from sim.report.loops.layout import Places, connected, placed
from sim.report.numbers import capital, counted, listed, quoted
from sim.scenario.telling.loops import groups, loops

WRAP, LETTER, LINE, ROOM, MARGIN = 12, 0.075, 0.17, 0.32, 0.25
HEAD = 0.4
COLOURS: dict[Kind, str] = {"reinforcing": "#801650", "balancing": "#12436D"}


def diagram(comparison: Comparison) -> Figure:
    """Draw all loops; those that a scenario switches off are told."""
    known = loops()
    return Figure(
        name="loops",
        title=title(comparison, known),
        subtitle="Each arrow leads from a cause to what it moves; a panel for each group of loops",
        alt=f"Causes joined by arrows into {counted(len(known), 'loop')}, a panel for each group.",
        description=" ".join(
            f"{capital(name.replace('_', ' '))} ({one.kind}): {one.label}."
            for name, one in known.items()
        ),
        data=numbers(comparison, known),
        table=shown(comparison, known),
        sheets=tuple(
            partial(drawn, some)
            for some in shared([Panel(known, group, WIDE.width) for group in groups()], height_of)
        ),
    )


def title(comparison: Comparison, known: Mapping[str, Loop]) -> str:
    """Tell how many loops there are, and which scenarios switch some off."""
    balancing = sum(one.kind == "balancing" for one in known.values())
    many = counted(len(known), "feedback loop")
    said = f"{many} can be switched off, {balancing} of them balancing"
    off = [
        f"{listed(sorted(one.loops_off))} in {quoted(comparison.titles[name])}"
        for name, one in comparison.scenarios.items()
        if one.loops_off
    ]
    return f"{said}; off are {listed(off)}" if off else f"{said}; all of them run here"


def numbers(comparison: Comparison, known: Mapping[str, Loop]) -> pd.DataFrame:
    """Lay out every link of every loop."""
    return pd.DataFrame([
        {"loop": name, "kind": one.kind, "group": one.group, "cause": cause, "moves": moves}
        for name, one in known.items()
        for cause, moves in zip(one.chain, one.chain[1:], strict=False)
    ])  # fmt: skip


def shown(comparison: Comparison, known: Mapping[str, Loop]) -> pd.DataFrame:
    """Show every loop's chain, and where it is off."""
    return pd.DataFrame([
        {
            "Loop": name, "Kind": one.kind, "Group": one.group, "Causes": one.label,
            "Off in": listed([
                quoted(comparison.titles[other])
                for other, scenario in comparison.scenarios.items() if name in scenario.loops_off
            ]) or "none",
        }
        for name, one in known.items()
    ])  # fmt: skip


class Panel:
    """The loops of one group, and where their causes stand.

    links  : kind of the loop that leads from each cause to what it moves
    at     : place of each cause, inches from the upper left
    height : of all, inches
    """

    def __init__(self, known: Mapping[str, Loop], group: str, width: float) -> None:
        """Place the causes of a group's loops in a panel so wide."""
        self.known, self.group = known, group
        loops_ = [one for one in known.values() if one.group == group]
        self.links = {
            link: one.kind for one in reversed(loops_)
            for link in zip(one.chain, one.chain[1:], strict=False)
        }  # fmt: skip
        names = list(dict.fromkeys(cause for one in loops_ for cause in one.chain))
        room = width - 2 * MARGIN
        parts = [
            (part, placed(part, self.links, np.array([size(name) for name in part]), room))
            for part in connected(names, self.links)
        ]
        self.at, self.height = stacked(parts, room)


def height_of(panels: Sequence[Panel]) -> float:
    """Height of a picture of some panels, inches."""
    return sum(panel.height + 2 * MARGIN + HEAD for panel in panels) + HEAD


def drawn(panels: Sequence[Panel], canvas: Canvas) -> Picture:
    """Draw a panel for each of some groups, one below another."""
    here = [Panel(panel.known, panel.group, canvas.width) for panel in panels]
    chart = picture(canvas, height_of(here))
    rows = chart.subplots(len(here), height_ratios=[panel.height for panel in here], squeeze=False)
    for panel, axes in zip(here, rows[:, 0], strict=True):
        axes.set_axis_off()
        axes.set(xticks=[], yticks=[])
        axes.set_title(capital(panel.group), loc="left")
        axes.set_xlim(-MARGIN, canvas.width - MARGIN)
        axes.set_ylim(panel.height + MARGIN, -MARGIN)
        for (cause, moves), kind in panel.links.items():
            arrow(axes, panel.at[cause], panel.at[moves], size(moves), COLOURS[kind])
        for name, (x, y) in panel.at.items():
            box = {"boxstyle": "round,pad=0.2", "facecolor": "white", "edgecolor": "#BFBFBF"}
            axes.text(x, y, lines_of(name), ha="center", va="center", fontsize=9, bbox=box)
    key(chart, [
        Line2D([], [], color=one, lw=2.5, label=f"{capital(kind)} loop")
        for kind, one in COLOURS.items()
    ])  # fmt: skip
    return chart


def lines_of(name: str) -> str:
    """Write a label in short lines."""
    return fill(name, WRAP, break_long_words=False)


def size(name: str) -> tuple[float, float]:
    """Give the room that a label takes, inches."""
    lines = lines_of(name).split("\n")
    return LETTER * max(map(len, lines)) + ROOM, LINE * len(lines) + ROOM


def stacked(
    parts: Sequence[tuple[Sequence[str], Places]], width: float
) -> tuple[dict[str, tuple[float, float]], float]:
    """Set parts beside one another as far as they fit, and below.

    returns : the place of each cause, and the height of all
    """
    at: dict[str, tuple[float, float]] = {}
    left, top, tall = 0.0, 0.0, 0.0
    for names, places in parts:
        sizes = np.array([size(name) for name in names])
        across, down = (places + sizes / 2.0).max(axis=0)
        if left and left + across > width:
            left, top, tall = 0.0, top + tall, 0.0
        for name, (x, y) in zip(names, places, strict=True):
            at[name] = (left + x, top + y)
        left, tall = left + across, max(tall, down)
    return at, top + tall


def arrow(
    panel: Axes, start: tuple[float, float], end: tuple[float, float], room: tuple[float, float],
    colour: str,
) -> None:  # fmt: skip
    """Draw an arrow from one label to the edge of another."""
    panel.annotate(
        "", end, start,
        arrowprops={
            "arrowstyle": "-|>", "color": colour, "lw": 1.4, "shrinkA": 12,
            "shrinkB": 36 * min(room), "connectionstyle": "arc3,rad=0.1",
        },
    )  # fmt: skip
