"""The causal diagram: every loop's causes in turn, drawn from the registry of loops."""

from collections.abc import Mapping, Sequence
from functools import partial
from textwrap import fill

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Picture
from matplotlib.lines import Line2D

from sim.parameters.loops import Loop
from sim.report.comparison import Comparison
from sim.report.figures.figure import Figure
from sim.report.figures.style import BLUES, DARK, REFERENCE, Canvas, key, picture
from sim.report.loops.layout import Places, connected, placed
from sim.report.numbers import capital, counted, listed, quoted
from sim.scenario.telling.loops import groups, loops

WRAP, LETTER, LINE, ROOM, MARGIN = 12, 0.075, 0.17, 0.32, 0.25
COLOURS = ("#12436D", "#28A197", "#801650", "#A285D1", DARK, BLUES[1], REFERENCE, "#6B7A00")


def diagram(comparison: Comparison) -> Figure:
    """Draw all loops; those that a scenario switches off are told."""
    known = loops()
    return Figure(
        name="loops",
        title=title(comparison, known),
        subtitle="Each arrow leads from a cause to what it moves, in the colour of its loop's "
        "group; an arrow of several groups has that of the first",
        alt=f"A diagram of causes joined by arrows into {counted(len(known), 'loop')}.",
        description=" ".join(
            f"{capital(name.replace('_', ' '))} ({one.kind}): {one.label}."
            for name, one in known.items()
        ),
        data=numbers(comparison, known),
        table=shown(comparison, known),
        sheets=(partial(drawn, known),),
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


def drawn(known: Mapping[str, Loop], canvas: Canvas) -> Picture:
    """Draw connected causes together, the largest part first, and the others below it."""
    links = {link: one.group for one in reversed(list(known.values()))
             for link in zip(one.chain, one.chain[1:], strict=False)}  # fmt: skip
    room = canvas.width - 2 * MARGIN
    names = list(dict.fromkeys(cause for one in known.values() for cause in one.chain))
    parts = [
        (part, placed(part, links, np.array([size(name) for name in part]), room))
        for part in connected(names, links)
    ]
    at, height = stacked(parts, room)
    chart = picture(canvas, height + 2 * MARGIN)
    panel = chart.subplots()
    panel.set_axis_off()
    panel.set_xlim(-MARGIN, canvas.width - MARGIN)
    panel.set_ylim(height + MARGIN, -MARGIN)
    colour = dict(zip(groups(), COLOURS, strict=False))
    for (cause, moves), group in links.items():
        arrow(panel, at[cause], at[moves], size(moves), colour[group])
    for name, (x, y) in at.items():
        box = {"boxstyle": "round,pad=0.2", "facecolor": "white", "edgecolor": "#BFBFBF"}
        panel.text(x, y, fill(name, WRAP), ha="center", va="center", fontsize=9, bbox=box)
    key(chart, [
        Line2D([], [], color=one, lw=2.5, label=capital(group)) for group, one in colour.items()
    ])  # fmt: skip
    return chart


def size(name: str) -> tuple[float, float]:
    """Give the room that a label takes, inches."""
    lines = fill(name, WRAP).split("\n")
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
