"""Precision: were there enough replicates."""

from collections.abc import Sequence
from functools import partial
from textwrap import fill

import pandas as pd
from matplotlib.figure import Figure as Picture
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator

from sim.analysis.intervals import running_mean
from sim.analysis.paired import differences
from sim.report.comparison import Comparison
from sim.report.figures.figure import Figure
from sim.report.figures.share import Rows, sheets
from sim.report.figures.style import BLUES, DARK, REFERENCE, Canvas, key
from sim.report.figures.ticks import Ticks
from sim.report.numbers import listed, quoted
from sim.report.words.effect import Effect, Subject
from sim.report.words.sentences import about_one_measure, the_same

FEWEST, SMALL = 3, Rows(head=0.5, row=2.5)
MOST_NAMED = 4


def precision(comparison: Comparison) -> Figure | None:
    """Draw how the first measure's effect settles as replicates are added."""
    if not comparison.policies or comparison.replicates < FEWEST:
        return None
    subject = comparison.subjects[0]
    steps = {
        name: running_mean(differences(comparison.runs, subject.name, name, comparison.baseline))
        for name in comparison.policies
    }
    if any(len(one) < 2 for one in steps.values()):
        return None
    return Figure(
        name="precision",
        title=title(comparison.effects_on(subject.name), subject, comparison.titles),
        subtitle=f"Running mean of the paired change in {subject.mid} ({subject.shown.unit}) with "
        f"its unadjusted 95% interval, replicate by replicate; the title goes by the interval "
        f"adjusted for {len(comparison.effects)} comparisons (Holm); {comparison.period}, "
        f"{comparison.where}",
        alt=f"Running means that settle. {ends(comparison, subject, steps)}",
        description=ends(comparison, subject, steps),
        data=pd.concat([one.assign(scenario=name) for name, one in steps.items()]),
        table=table(comparison, subject, steps),
        sheets=sheets(list(steps), SMALL.tall, partial(drawn, comparison, subject, steps)),
    )


def half(effect: Effect) -> float:
    """Half the width of the interval that decides whether a change is clear: the adjusted one."""
    return (effect.high_adjusted - effect.low_adjusted) / 2


def title(effects: Sequence[Effect], subject: Subject, titles: dict[str, str]) -> str:
    """Tell whether the adjusted intervals are narrower than the smallest change that matters.

    A policy that changed nothing at all says nothing of how precise the runs are.
    """
    moved = [effect for effect in effects if not effect.is_nought]
    if not moved:
        return about_one_measure(effects, subject, titles)
    wide = [quoted(titles[one.scenario]) for one in moved if not half(one) <= subject.matters]
    smallest = subject.shown.size(subject.matters)
    same = the_same(effects, titles)
    if not wide:
        return f"Enough replicates to see a change of {smallest} in {subject.mid} (adjusted){same}"
    named = listed(wide) if len(wide) <= MOST_NAMED else f"{len(wide)} of {len(moved)} policies"
    return f"Too few replicates to see a change of {smallest} in {subject.mid} with {named}{same}"


def drawn(
    comparison: Comparison, subject: Subject, steps: dict[str, pd.DataFrame],
    policies: Sequence[str], room: int, canvas: Canvas,
) -> Picture:  # fmt: skip
    """Draw a panel for each of these policies."""
    columns = canvas.columns(room)
    chart, panels = SMALL.empty(canvas, len(policies), columns, sharey=True)
    for panel, name in zip(panels, policies, strict=True):
        one = steps[name]
        title = fill(comparison.titles[name], canvas.letters(columns))
        panel.set_title(title, fontsize=10.5)
        panel.fill_between(one["n"], one["low"], one["high"], color=BLUES[3], lw=0)
        panel.plot(one["n"], one["mean"], color=BLUES[0], marker="o", ms=4)
        panel.axhline(0, color=DARK, lw=1.2)
        for edge in (-subject.matters, subject.matters):
            panel.axhline(edge, color=REFERENCE, lw=1.2, ls=":")
        panel.set_xlabel("Replicates")
        panel.xaxis.set_major_locator(MaxNLocator(6, integer=True))
        panel.yaxis.set_major_formatter(Ticks(subject))
    panels[0].set_ylim(*reach(steps, subject))
    key(chart, [
        Line2D([], [], color=BLUES[0], marker="o", ms=4, label="Mean change so far"),
        Patch(color=BLUES[3], label="95% interval, unadjusted"),
        Line2D([], [], color=REFERENCE, lw=1.2, ls=":", label="Smallest change that matters"),
    ])  # fmt: skip
    return chart


def reach(steps: dict[str, pd.DataFrame], subject: Subject) -> tuple[float, float]:
    """Choose the axis by the intervals of the last steps: those of the first are very wide."""
    late = pd.concat([one[one["n"] >= one["n"].max() / 2] for one in steps.values()])
    low = min(float(late["low"].min()), -subject.matters)
    high = max(float(late["high"].max()), subject.matters)
    return low - (high - low) / 8, high + (high - low) / 8


def ends(comparison: Comparison, subject: Subject, steps: dict[str, pd.DataFrame]) -> str:
    """Tell where each running mean ends."""
    told = []
    for name, one in steps.items():
        last = one.iloc[-1]
        interval = subject.shown.changes(last["low"], last["high"])
        told.append(
            f"{subject.shown.change(last['mean'])} ({interval}, unadjusted) "
            f"after {int(last['n'])} replicates with {quoted(comparison.titles[name])}"
        )
    return f"The mean change in {subject.mid} stands at {listed(told)}."


def table(comparison: Comparison, subject: Subject, steps: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Show every step."""
    return pd.DataFrame([
        {
            "Policy": comparison.titles[name],
            "Replicates": f"{int(n)}",
            "Mean change": subject.shown.change(mean),
            "Unadjusted 95% interval": subject.shown.changes(low, high),
        }
        for name, one in steps.items()
        for n, mean, low, high in one.to_numpy(dtype=float)
    ])  # fmt: skip
