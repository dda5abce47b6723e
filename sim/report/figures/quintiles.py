"""Effects by deprivation: who gains and who loses."""

from textwrap import fill

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Picture

from sim.analysis.paired import effects
from sim.measures import MEASURES
from sim.measures.compute import by_quintile
from sim.report.comparison import LEVEL, RUN, Comparison
from sim.report.figure import Figure
from sim.report.numbers import capital, listed, quoted
from sim.report.sentences import Effect, Subject
from sim.report.style import DARK, house_style, key, picture, sample
from sim.report.ticks import Ticks

MOST = 3
QUINTILES = (1, 2, 3, 4, 5)
NAMES = ("1\nleast\ndeprived", "2", "3", "4", "5\nmost\ndeprived")
SPREAD = 0.6


def quintiles(comparison: Comparison) -> Figure | None:
    """Draw the effects on the first few measures that can be told apart by deprivation."""
    names = [one.name for one in comparison.measures if by_quintile(MEASURES[one.name])][:MOST]
    if not names or not comparison.policies:
        return None
    paired = by_deprivation(comparison, names)
    cells = paired["quintile"].tolist()
    told = [(one.measure, cell, one) for one, cell in zip(rows_of(paired), cells, strict=True)]
    subjects = [comparison.subject(name) for name in names]
    with house_style("quintiles"):
        chart = drawn(comparison, subjects, told)
    return Figure(
        name="by-deprivation",
        title=title(comparison, told),
        subtitle=f"Change from {quoted(comparison.titles[comparison.baseline])} by quintile of "
        f"deprivation, {comparison.period}, {comparison.where}; paired over {comparison.spread}; "
        f"95% intervals; solid if clear after adjustment for {len(told)} comparisons (Holm)",
        alt=f"Dots with intervals by quintile of deprivation. {title(comparison, told)}.",
        description=description(comparison, told),
        data=paired,
        table=table(comparison, told),
        picture=chart,
    )


def rows_of(paired: pd.DataFrame) -> list[Effect]:
    """Take the effects out of a table."""
    return [Effect.of(row) for row in paired.itertuples()]


def by_deprivation(comparison: Comparison, names: list[str]) -> pd.DataFrame:
    """Take paired differences within each quintile, adjusted all together."""
    rows = comparison.period_rows
    values = comparison.by(names, "quintile", rows[rows["quintile"] > 0])
    values = values.assign(cell=values["measure"] + "|" + values["quintile"].astype(str))
    wide = values.pivot(index=RUN, columns="cell", values="value").reset_index()
    cells = [f"{name}|{quintile}" for name in names for quintile in QUINTILES]
    paired = effects(wide, [cell for cell in cells if cell in wide], comparison.baseline, LEVEL)
    parts = paired["measure"].str.split("|", expand=True)
    return paired.assign(measure=parts[0], quintile=parts[1].astype(int))


type Told = list[tuple[str, int, Effect]]


def drawn(comparison: Comparison, subjects: list[Subject], told: Told) -> Picture:
    """Draw a panel for each measure."""
    chart = picture(4.3)
    panels = chart.subplots(1, len(subjects), squeeze=False).flat
    for panel, subject in zip(panels, subjects, strict=True):
        frame(panel, subject)
        for _, quintile, effect in (one for one in told if one[0] == subject.name):
            dot(panel, comparison, quintile, effect)
    key(chart, [
        sample(comparison.titles[name], comparison.looks[name], linestyle="-")
        for name in comparison.policies
    ])  # fmt: skip
    return chart


def frame(panel: Axes, subject: Subject) -> None:
    """Prepare a panel with the line of no change."""
    panel.set_title(fill(f"{subject.label} ({subject.shown.unit})", 38), fontsize=10.5)
    panel.axhline(0, color=DARK, lw=1.2, zorder=1)
    panel.set_xticks(QUINTILES, NAMES)
    panel.set_xlim(0.5, len(QUINTILES) + 0.5)
    panel.yaxis.set_major_formatter(Ticks(subject))


def dot(panel: Axes, comparison: Comparison, quintile: int, effect: Effect) -> None:
    """Draw one effect beside those of the other policies."""
    many = len(comparison.policies)
    step = comparison.policies.index(effect.scenario) - (many - 1) / 2
    x = quintile + step * SPREAD / max(many, 2)
    look = comparison.looks[effect.scenario]
    panel.plot([x, x], [effect.low, effect.high], color=look.colour, lw=2.2)
    panel.plot(
        [x], [effect.change], marker=look.marker, color=look.colour, markersize=7.5, lw=0,
        markerfacecolor=look.colour if effect.clear else "white", markeredgewidth=1.6,
    )  # fmt: skip


def title(comparison: Comparison, told: Told) -> str:
    """Tell where changes are clear, and nothing of differences between quintiles."""
    clear = [one for one in told if one[2].clear]
    if not clear:
        return "No clear change in any quintile of deprivation"
    poor, rich = (sum(one[1] == quintile for one in clear) for quintile in (5, 1))
    each = len(told) // len(QUINTILES)
    between = len(clear) - poor - rich
    others = f", {between} of {each * (len(QUINTILES) - 2)} in the other fifths" if between else ""
    return (
        f"Clear changes: {poor or 'none'} of {each} in the most deprived fifth, "
        f"{rich or 'none'} of {each} in the least{others}"
    )


def description(comparison: Comparison, told: Told) -> str:
    """Tell each policy's changes in the most and the least deprived fifth."""
    parts = []
    for measure, quintile, effect in told:
        if quintile in (1, len(QUINTILES)):
            end = "most" if quintile > 1 else "least"
            subject = comparison.subject(measure)
            change = subject.shown.change(effect.change)
            clear = "" if effect.clear else ", not clear"
            parts.append(
                f"{subject.mid} {change} in the {end} deprived fifth with "
                f"{quoted(comparison.titles[effect.scenario])}{clear}"
            )
    return f"{capital(listed(parts))}."


def table(comparison: Comparison, told: Told) -> pd.DataFrame:
    """Show every effect of every quintile."""
    rows = []
    for measure, quintile, effect in told:
        subject = comparison.subject(measure)
        rows.append({
            "Measure": f"{subject.label} ({subject.shown.unit})",
            "Quintile (5 most deprived)": f"{quintile}",
            "Policy": comparison.titles[effect.scenario],
            "Baseline": subject.shown.number(effect.baseline),
            "Change": subject.shown.change(effect.change),
            "95% interval": subject.shown.changes(effect.low, effect.high),
            "Clear": "clear" if effect.clear else "not clear",
        })  # fmt: skip
    return pd.DataFrame(rows)
