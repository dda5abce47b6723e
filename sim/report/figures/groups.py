"""Effects by group: who gains and who loses, by deprivation and by kind of place."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from textwrap import fill

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Picture

from sim.analysis.paired import effects
from sim.analysis.yearly import RUN
from sim.report.comparison import LEVEL, Comparison
from sim.report.figures.figure import Draw, Figure
from sim.report.figures.share import Rows, reach, shared
from sim.report.figures.share import sheets as shared_out
from sim.report.figures.style import DARK, MOST_IN_ONE, WIDE, Canvas, key, picture, sample
from sim.report.figures.ticks import Ticks
from sim.report.numbers import capital, listed, quoted
from sim.report.words.effect import Effect, Subject
from sim.report.words.nothing import told_clear
from sim.report.words.sentences import interval, none_clear

SPREAD, SMALL, TOP, HEIGHT = 0.6, Rows(head=0.9, row=2.0), 0.4, 3.6
MOST_TOLD = 12
type Cell = int | str
type Told = list[tuple[str, Cell, Effect]]


@dataclass(frozen=True, slots=True)
class Grouping:
    """One way of dividing children and places.

    column   : of the rows of counters
    cells    : its values, in order
    ticks    : how each stands on the axis
    words    : how each stands in a sentence
    one, by  : what a cell is called, and what they are told apart by
    heading  : of the table's column
    ends     : cells that the title counts one by one
    rest     : what the others are called
    """

    name: str
    column: str
    cells: tuple[Cell, ...]
    ticks: tuple[str, ...]
    words: tuple[str, ...]
    one: str
    by: str
    heading: str
    ends: tuple[Cell, ...]
    rest: str

    def words_of(self, cell: Cell) -> str:
        """Write a cell as in a sentence."""
        return self.words[self.cells.index(cell)]


def figure(
    comparison: Comparison, group: Grouping, names: Sequence[str], rows: pd.DataFrame
) -> Figure | None:
    """Draw the effects on a few measures in each group.

    rows : counters of the period, with the grouping's column
    """
    if not names or not comparison.policies:
        return None
    paired = by_group(comparison, group, names, rows)
    told = [
        (str(measure), cell, Effect.of(row))
        for measure, cell, row in zip(
            paired["measure"], paired[group.column].tolist(), paired.itertuples(), strict=True
        )
    ]
    return Figure(
        name=group.name,
        title=title(group, told),
        subtitle=f"Change from {quoted(comparison.titles[comparison.baseline])} by {group.by}, "
        f"{comparison.period}, {comparison.where}; paired over {comparison.spread}; "
        + comparison.of_intervals(
            "unadjusted 95% intervals; solid if clear after adjustment for "
            f"{len(told)} comparisons (Holm)"
        ),
        alt=f"{comparison.dots} by {group.by}. {title(group, told)}.",
        description=description(comparison, group, told),
        data=paired,
        table=table(comparison, group, told),
        sheets=sheets(comparison, group, [comparison.subject(name) for name in names], told),
    )


def by_group(
    comparison: Comparison, group: Grouping, names: Sequence[str], rows: pd.DataFrame
) -> pd.DataFrame:
    """Take paired differences within each group, adjusted all together."""
    values = comparison.by(names, group.column, rows)
    values = values.assign(cell=values["measure"] + "|" + values[group.column].astype(str))
    wide = values.pivot(index=RUN, columns="cell", values="value").reset_index()
    kinds = {f"{name}|{cell}": cell for name in names for cell in group.cells}
    paired = effects(wide, [cell for cell in kinds if cell in wide], comparison.baseline, LEVEL)
    cells = paired["measure"].map(kinds)
    measures = paired["measure"].str.partition("|")[0]
    return paired.assign(**{"measure": measures, group.column: cells})


def sheets(
    comparison: Comparison, group: Grouping, subjects: Sequence[Subject], told: Told
) -> tuple[Draw, ...]:
    """Draw all policies side by side, or pictures for each measure where there are many."""
    if len(comparison.scenarios) <= MOST_IN_ONE:
        many, columns = len(subjects), WIDE.columns(len(subjects), fewer(WIDE, len(subjects)))
        parts = shared(subjects, lambda some: TOP + HEIGHT * -(-len(some) // columns))
        return tuple(partial(together, comparison, group, part, told, many=many) for part in parts)
    return tuple(
        sheet
        for subject in subjects
        for sheet in shared_out(
            comparison.policies, SMALL.tall, partial(apart, comparison, group, subject, told)
        )
    )


def fewer(canvas: Canvas, many: int) -> int | None:
    """Halve the charts in a row where they do not all stand in one; None leaves them."""
    return canvas.most // 2 if canvas.most < many else None


def together(
    comparison: Comparison, group: Grouping, subjects: Sequence[Subject], told: Told,
    canvas: Canvas, many: int = 0,
) -> Picture:  # fmt: skip
    """Draw a panel for each of these measures.

    many : measures on all pictures together, where there are more: charts are as wide on each
    """
    columns = canvas.columns(len(subjects), fewer(canvas, max(many, len(subjects))))
    rows = -(-len(subjects) // columns)
    chart = picture(canvas, TOP + HEIGHT * rows)
    panels = list(chart.subplots(rows, columns, squeeze=False).flat)
    for panel in panels[len(subjects) :]:
        panel.set_visible(False)
    for panel, subject in zip(panels, subjects, strict=False):
        frame(panel, group, subject)
        panel.set_title(named(subject, canvas.letters(columns)), fontsize=10.5)
        for _, cell, effect in (one for one in told if one[0] == subject.name):
            dot(panel, comparison, group.cells.index(cell), effect, comparison.policies)
    key(chart, [
        sample(comparison.titles[name], comparison.looks[name], linestyle="-")
        for name in comparison.policies
    ])  # fmt: skip
    return chart


def apart(  # noqa: PLR0913 - what is drawn, of whom, on what
    comparison: Comparison, group: Grouping, subject: Subject, told: Told,
    policies: Sequence[str], room: int, canvas: Canvas,
) -> Picture:  # fmt: skip
    """Draw a panel for each of these policies, all of one measure."""
    columns = canvas.columns(room)
    chart, panels = SMALL.empty(canvas, len(policies), columns, sharex=True, sharey=True)
    own = [one for one in told if one[0] == subject.name]
    for _, _, effect in own:
        reach(panels[0], [0] * 3, [effect.low, effect.change, effect.high])
    for n, (panel, name) in enumerate(zip(panels, policies, strict=True)):
        frame(panel, group, subject)
        panel.tick_params(labelbottom=n + columns >= len(policies))
        panel.set_title(fill(comparison.titles[name], canvas.letters(columns)), fontsize=10.5)
        for _, cell, effect in own:
            if effect.scenario == name:
                dot(panel, comparison, group.cells.index(cell), effect, [name])
    heading = named(subject, canvas.letters(1))
    key(chart, [sample(heading, comparison.looks[comparison.baseline], marker="", lw=0)])
    return chart


def named(subject: Subject, letters: int) -> str:
    """Write a measure with its unit in lines that fit."""
    return fill(f"{subject.label} ({subject.shown.unit})", letters)


def frame(panel: Axes, group: Grouping, subject: Subject) -> None:
    """Prepare a panel with the line of no change."""
    panel.axhline(0, color=DARK, lw=1.2, zorder=1)
    panel.set_xticks(range(len(group.cells)), group.ticks)
    panel.set_xlim(-0.5, len(group.cells) - 0.5)
    panel.yaxis.set_major_formatter(Ticks(subject))


def dot(
    panel: Axes, comparison: Comparison, place: int, effect: Effect, beside: Sequence[str]
) -> None:
    """Draw one effect beside those of the other policies."""
    step = beside.index(effect.scenario) - (len(beside) - 1) / 2
    x = place + step * SPREAD / max(len(beside), 2)
    look = comparison.looks[effect.scenario]
    panel.plot([x, x], [effect.low, effect.high], color=look.colour, lw=2.2)
    panel.plot(
        [x], [effect.change], marker=look.marker, color=look.colour, markersize=7.5, lw=0,
        markerfacecolor=look.colour if effect.clear else "white", markeredgewidth=1.6,
    )  # fmt: skip


def title(group: Grouping, told: Told) -> str:
    """Tell where changes are clear, and nothing of differences between groups."""
    clear = [one[1] for one in told if one[2].clear]
    if not clear:
        return none_clear([one[2] for one in told], f"any {group.one}")
    each = len(told) // len(group.cells)
    said = [
        f"{clear.count(cell) or 'none'} of {each} in {group.words_of(cell)}" for cell in group.ends
    ]
    between = len(clear) - sum(map(clear.count, group.ends))
    if between:
        many = each * (len(group.cells) - len(group.ends))
        said.append(f"{between} of {many} in {group.rest}")
    return f"Clear changes: {', '.join(said)}"


def description(comparison: Comparison, group: Grouping, told: Told) -> str:
    """Tell the changes that are clear, or else those at the ends of the grouping."""
    clear = [one for one in told if one[2].clear]
    shown = clear or [one for one in told if one[1] in group.ends]
    parts = []
    for measure, cell, effect in shown[:MOST_TOLD]:
        subject = comparison.subject(measure)
        note = "" if effect.clear else f", {told_clear(effect)}"
        parts.append(
            f"{subject.mid} {subject.shown.change(effect.change)} in {group.words_of(cell)} with "
            f"{quoted(comparison.titles[effect.scenario])}{note}"
        )
    return f"{capital(listed(parts))}. The table has all {len(told)} changes."


def table(comparison: Comparison, group: Grouping, told: Told) -> pd.DataFrame:
    """Show every effect in every group."""
    rows = []
    for measure, cell, effect in told:
        subject = comparison.subject(measure)
        rows.append({
            "Measure": f"{subject.label} ({subject.shown.unit})",
            group.heading: f"{cell}",
            "Policy": comparison.titles[effect.scenario],
            "Baseline": subject.shown.number(effect.baseline),
            "Change": subject.shown.change(effect.change),
            "Unadjusted 95% interval": interval(effect, subject.shown, effect.low, effect.high),
            "Clear": told_clear(effect),
        })  # fmt: skip
    return pd.DataFrame(rows)
