"""Effects by outcome: what each policy changed, as dots with intervals."""

from collections.abc import Sequence
from functools import partial
from textwrap import fill

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Picture
from matplotlib.lines import Line2D
from matplotlib.ticker import MaxNLocator

from sim.report.answer import unclear
from sim.report.comparison import Comparison
from sim.report.figures.figure import Figure
from sim.report.figures.share import reach, shared
from sim.report.figures.style import DARK, GREY, WIDE, Canvas, Look, key, picture
from sim.report.figures.ticks import Ticks
from sim.report.numbers import UNKNOWN, listed, quoted
from sim.report.words.effect import Effect, Subject
from sim.report.words.nothing import NOUGHT, told_clear
from sim.report.words.sentences import count_clear, interval, sentence, verdict

COLUMNS = {"wide": 3, "narrow": 1}
KEY, ROW, HEAD, LINE = 0.35, 0.34, 1.15, 0.16
WRAP_NAME = 26
SIZE = 8.5
TICKS = 4
LONE = "Change in one replicate, which cannot be told from luck"


def effects(comparison: Comparison) -> Figure:
    """Draw the effects of every policy on every measure of the headline table."""
    total = len(comparison.effects)
    return Figure(
        name="effects",
        title=count_clear(comparison.effects, comparison.titles),
        subtitle=f"Change from {quoted(comparison.titles[comparison.baseline])}, "
        f"{comparison.period}, {comparison.where}; paired differences over {comparison.spread}; "
        + comparison.of_intervals(
            "thick line: unadjusted 95% interval; thin line: the same, "
            f"adjusted for {total} comparisons (Holm)"
        ),
        alt=alt(comparison),
        description=description(comparison),
        data=data(comparison),
        table=table(comparison),
        sheets=tuple(
            partial(drawn, comparison, part, policies)
            for policies in groups(comparison)
            for part in parts(comparison, policies)
        ),
    )


def groups(comparison: Comparison) -> list[Sequence[str]]:
    """Share the policies out over pictures: a panel holds as many as a page has room for."""
    return shared(comparison.policies, lambda some: tall(names_of(comparison, some), 1))


def parts(comparison: Comparison, policies: Sequence[str]) -> list[list[Subject]]:
    """Share the measures out over pictures, in whole rows of panels."""
    columns, subjects = COLUMNS[WIDE.name], comparison.subjects
    names = names_of(comparison, policies)
    rows = [subjects[at : at + columns] for at in range(0, len(subjects), columns)]
    pictures = shared(rows, lambda some: tall(names, len(some)))
    return [[subject for row in some for subject in row] for some in pictures]


def names_of(comparison: Comparison, policies: Sequence[str]) -> list[str]:
    """Write the policies' titles as they stand beside the rows."""
    return [fill(comparison.titles[name], WRAP_NAME) for name in policies]


def tall(names: Sequence[str], rows: int) -> float:
    """Say how high a picture is, in inches, with so many rows of panels and these policies."""
    lines = max(name.count("\n") for name in names) + 1
    return KEY + rows * (HEAD + max(ROW, LINE * lines + 0.06) * len(names))


def drawn(
    comparison: Comparison, subjects: Sequence[Subject], policies: Sequence[str], canvas: Canvas
) -> Picture:
    """Draw a panel for each measure, a row for each policy."""
    columns = COLUMNS[canvas.name]
    rows = -(-len(subjects) // columns)
    names = names_of(comparison, policies)
    chart = picture(canvas, tall(names, rows))
    panels = chart.subplots(rows, columns, squeeze=False).flat
    for n, panel in enumerate(panels):
        if n >= len(subjects):
            panel.set_visible(False)
            continue
        subject = subjects[n]
        frame(panel, subject, names if n % columns == 0 else None, len(policies))
        panel.set_title(named(subject, canvas), fontsize=10.5)
        for effect in comparison.effects_on(subject.name):
            reach(panel, [effect.low_adjusted, effect.change, effect.high_adjusted], [0] * 3)
            if effect.scenario in policies:
                height = policies.index(effect.scenario)
                dot(panel, height, effect, comparison.looks[effect.scenario])
    key(chart, legend() if comparison.has_intervals else [entry(LONE, "white", lw=0)])
    return chart


def named(subject: Subject, canvas: Canvas) -> str:
    """Write a measure's label and unit so that it fits above its panel."""
    unit = f" ({subject.shown.unit})" if subject.shown.unit not in ("level", "") else ""
    room = canvas.letters(COLUMNS[canvas.name] + 1)
    return fill(subject.label + unit, room)


def frame(panel: Axes, subject: Subject, names: list[str] | None, policies: int) -> None:
    """Prepare a panel: the line of no change, ticks with true minus signs."""
    panel.axvline(0, color=DARK, linewidth=1.2, zorder=1)
    panel.grid(visible=True, axis="x")
    panel.grid(visible=False, axis="y")
    panel.set_ylim(policies - 0.4, -0.6)
    panel.set_yticks(range(policies), names or [""] * policies)
    panel.tick_params(axis="y", length=0)
    panel.xaxis.set_major_locator(MaxNLocator(TICKS, steps=[1, 2, 2.5, 5, 10]))
    panel.xaxis.set_major_formatter(Ticks(subject))
    panel.margins(x=0.08)


def dot(panel: Axes, height: int, effect: Effect, look: Look) -> None:
    """Draw one effect: solid if clear, hollow if not."""
    panel.plot([effect.low_adjusted, effect.high_adjusted], [height] * 2, color=look.colour, lw=1.2)
    panel.plot([effect.low, effect.high], [height] * 2, color=look.colour, lw=3.2)
    panel.plot(
        [effect.change], [height], marker=look.marker, color=look.colour, markersize=SIZE,
        markerfacecolor=look.colour if effect.clear else "white", markeredgewidth=1.8, lw=0,
    )  # fmt: skip


def legend() -> list[Line2D]:
    """Explain solid and hollow, thick and thin."""
    return [
        entry("Clear: the adjusted interval leaves out no change", GREY),
        entry("Not clear: it includes no change", "white"),
    ]


def entry(label: str, fill_colour: str, lw: float = 3.2) -> Line2D:
    """Make an entry of the key, with a line of an interval or without."""
    return Line2D([], [], color=GREY, marker="o", markerfacecolor=fill_colour, lw=lw,
                  markeredgewidth=1.8, markersize=SIZE, label=label)  # fmt: skip


def alt(comparison: Comparison) -> str:
    """Tell what the picture shows, from its data."""
    clear = [effect for effect in comparison.effects if effect.clear]
    head = (
        f"{comparison.dots} for {len(comparison.subjects)} measures and "
        f"{len(comparison.policies)} policies; {len(clear)} of "
        f"{len(comparison.effects)} changes are clear."
    )
    largest = [worded(comparison, effect) for effect in clear[:4]]
    return f"{head} {' '.join(largest)}".strip()


def worded(comparison: Comparison, effect: Effect) -> str:
    """Tell one effect as a sentence with a full stop."""
    subject = comparison.subject(effect.measure)
    return (
        sentence(effect, subject, comparison.titles[effect.scenario]).replace(
            " matter, with", " matter with"
        )
        + "."
    )


def description(comparison: Comparison) -> str:
    """Tell every effect, policy by policy."""
    return " ".join(f"{comparison.titles[name]}: {summed(comparison, name)}."
                    for name in comparison.policies)  # fmt: skip


def summed(comparison: Comparison, policy: str) -> str:
    """Tell one policy's effects as the answer does: the clear ones by name, the others counted."""
    own = comparison.effects_of(policy)
    words = [
        f"{subject.mid} {subject.shown.change(effect.change)}"
        f"{' (too small to matter)' if verdict(effect, subject) == 'clear but small' else ''}"
        for effect, subject in ((e, comparison.subject(e.measure)) for e in own if e.clear)
    ]
    parts = [f"clear changes in {listed(words)}"] if words else []
    return "; ".join([*parts, *unclear(comparison, own)])


def data(comparison: Comparison) -> pd.DataFrame:
    """Give the effects as numbers, with labels and units."""
    effects_ = comparison.effect_table
    labels = {one.name: one.label for one in comparison.measures}
    units = {one.name: one.unit for one in comparison.measures}
    return effects_.assign(
        label=effects_["measure"].map(labels), unit=effects_["measure"].map(units)
    )


def table(comparison: Comparison) -> pd.DataFrame:
    """Give the effects as a reader should meet them."""
    rows = []
    for effect in comparison.effects:
        subject = comparison.subject(effect.measure)
        show = subject.shown
        rows.append({
            "Measure": f"{subject.label} ({show.unit})",
            "Policy": comparison.titles[effect.scenario],
            "Baseline": show.number(effect.baseline),
            "Change": show.change(effect.change),
            "Unadjusted 95% interval": interval(effect, show, effect.low, effect.high),
            "Adjusted interval": interval(
                effect, show, effect.low_adjusted, effect.high_adjusted
            ),
            "Clear": told_clear(effect),
            "Same sign": signs(effect),
        })  # fmt: skip
    return pd.DataFrame(rows)


def signs(effect: Effect) -> str:
    """Say how many replicates changed the way their mean did; noughts have no sign."""
    if effect.is_nought or not effect.n:
        return NOUGHT if effect.n else UNKNOWN
    return f"{effect.same_sign:.0%} of {effect.n}"
