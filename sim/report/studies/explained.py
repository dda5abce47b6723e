"""Explained: through which loops policies do what they do, in a table, in words and as bars."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from textwrap import fill

import pandas as pd
from matplotlib.figure import Figure as Picture

from sim.analysis.contributions import DIRECT, TOTAL, contributions
from sim.kernel.errors import InputError
from sim.kernel.shapley import subsets
from sim.report.beside.about import about
from sim.report.beside.events import twins
from sim.report.comparison import Comparison
from sim.report.figures.figure import Figure, place
from sim.report.figures.style import Canvas, key, picture
from sim.report.numbers import capital, listed, quoted
from sim.report.studies.bars import bars, legend
from sim.report.words.effect import Subject
from sim.study.explain.variants import Variant, parts_in, variant_called
from sim.study.store import Results

FILE, FIGURES = "explained.csv", "explained"
MOST, HEIGHT, WRAP, COLUMNS = 4, 3.0, 24, {"wide": 2, "narrow": 1}


def explained(results: Results) -> pd.DataFrame:
    """Split every policy's effect on the measures that were asked for among parts.

    returns : as `sim.analysis.contributions.contributions` gives it
    """
    comparison, parts = about(results), parts_in(results.experiment)
    if not parts:
        raise InputError.command_line(
            f"{results.path} holds no runs with loops switched off, so nothing can be explained.",
            "Make them: cpsim explain EXPERIMENT.",
        )
    names = {
        (scenario, on): str(Variant(scenario, frozenset(parts) - on))
        for scenario in [comparison.baseline, *policies(comparison)]
        for on in subsets(parts)
    }
    measures = [one.name for one in comparison.measures]
    return contributions(comparison.runs, measures, names, compared(comparison), parts)


def policies(comparison: Comparison) -> list[str]:
    """Name the policies themselves, with every loop on."""
    return [name for name in comparison.policies if not variant_called(name).off]


def compared(comparison: Comparison) -> dict[str, str]:
    """Say what each policy is compared with: where events are told apart, itself without them."""
    pairs = {name: twin for name, twin in twins(comparison).items() if not variant_called(name).off}
    return pairs or dict.fromkeys(policies(comparison), comparison.baseline)


def write(results: Results) -> tuple[str, list[Path]]:
    """Write the table and a figure for each policy; give back the words and the files."""
    comparison, table = about(results), explained(results)
    file = results.path / FILE
    table.to_csv(file, index=False, lineterminator="\n")
    made = [file]
    for number, policy in enumerate(compared(comparison), start=1):
        rows = table[table["policy"] == policy]
        placed = place(figure(comparison, policy, rows), number, results.path / FIGURES)
        made.append(results.path / FIGURES / f"{placed.stem}.png")
    return words(comparison, table), made


def figure(comparison: Comparison, policy: str, rows: pd.DataFrame) -> Figure:
    """Draw the parts of one policy's effects on the first few measures."""
    subjects = comparison.subjects[:MOST]
    name = comparison.titles[policy]
    return Figure(
        name=f"explained-{policy}",
        title=title(subjects[0], name, rows),
        subtitle=f"Part of the effect of {quoted(name)} that each group of loops adds, averaged "
        f"over all orders in which they are switched on; {comparison.period}, {comparison.where}; "
        f"{comparison.spread}; lines are 95% intervals, not adjusted; parts add up to the total",
        alt=f"Bars for each group of loops and the total. {title(subjects[0], name, rows)}.",
        description=" ".join(said(subject, rows) for subject in subjects),
        data=rows,
        table=shown(comparison, rows),
        sheets=(partial(drawn, subjects, rows),),
    )


def of(rows: pd.DataFrame, measure: str) -> pd.DataFrame:
    """Take one measure's parts, largest first, then the rest, then the total."""
    own = rows[rows["measure"] == measure].set_index("part")
    parts = own.drop([DIRECT, TOTAL]).sort_values("mean", key=abs, ascending=False)
    return pd.concat([parts, own.loc[[DIRECT, TOTAL]]])


def title(subject: Subject, policy: str, rows: pd.DataFrame) -> str:
    """Tell the parts of the first measure that are clear."""
    own = of(rows, subject.name)
    clear = own[(own["low"] > 0) | (own["high"] < 0)].drop(TOTAL, errors="ignore")
    if clear.empty:
        return f"{subject.label}: no part of what {quoted(policy)} does stands out from luck"
    parts = [
        f"{part} ({subject.shown.change(float(mean))})" for part, mean in clear["mean"].items()
    ]
    return f"{subject.label} with {quoted(policy)}, parts that are clear: {listed(parts)}"


def said(subject: Subject, rows: pd.DataFrame) -> str:
    """Tell every part of one measure."""
    own = of(rows, subject.name)
    parts = [f"{part} {subject.shown.change(float(mean))}" for part, mean in own["mean"].items()]
    return f"{subject.label}: {listed(parts)}."


def drawn(subjects: Sequence[Subject], rows: pd.DataFrame, canvas: Canvas) -> Picture:
    """Draw a panel of bars for each measure, in one order of parts."""
    columns = min(COLUMNS[canvas.name], len(subjects))
    lines = -(-len(subjects) // columns)
    order = of(rows, subjects[0].name).index
    chart = picture(canvas, 0.4 + HEIGHT * lines)
    panels = list(chart.subplots(lines, columns, squeeze=False, sharey=True).flat)
    for panel in panels[len(subjects) :]:
        panel.set_visible(False)
    for panel, subject in zip(panels, subjects, strict=False):
        bars(panel, of(rows, subject.name).loc[order], TOTAL)
        heading = f"{subject.label} ({subject.shown.unit})"
        panel.set_title(fill(heading, canvas.letters(columns)), fontsize=10.5)
    panels[0].set_yticks(range(len(order)), [fill(capital(str(one)), WRAP) for one in order])
    panels[0].invert_yaxis()
    key(chart, legend("A group's part"))
    return chart


def shown(comparison: Comparison, rows: pd.DataFrame) -> pd.DataFrame:
    """Show every part of every measure."""
    lines = []
    for row in rows.to_dict("records"):
        subject = comparison.subject(str(row["measure"]))
        written = subject.shown
        is_part = row["part"] not in (DIRECT, TOTAL)
        lines.append({
            "Measure": f"{subject.label} ({written.unit})",
            "Policy": comparison.titles[str(row["policy"])],
            "Part": capital(str(row["part"])),
            "Change": written.change(row["mean"]),
            "95% interval": written.changes(row["low"], row["high"]),
            "Share": "" if pd.isna(row["share"]) else f"{row['share']:.0%}",
            "Taken out alone": written.change(row["alone"]) if is_part else "",
            "Of that": written.changes(row["alone_low"], row["alone_high"]) if is_part else "",
        })  # fmt: skip
    return pd.DataFrame(lines)


def words(comparison: Comparison, table: pd.DataFrame) -> str:
    """Write every part for people to read, policy by policy and measure by measure."""
    lines = []
    for (policy, measure), rows in table.groupby(["policy", "measure"], sort=False):
        subject = comparison.subject(str(measure))
        lines.append(
            f"{subject.label} ({subject.shown.unit}) with {comparison.titles[str(policy)]}"
        )
        for row in rows.to_dict("records"):
            change = subject.shown.change(row["mean"])
            interval = subject.shown.changes(row["low"], row["high"])
            share = "" if pd.isna(row["share"]) else f"{row['share']:.0%}"
            lines.append(f"  {row['part']:<24}{change:>10}{interval:>24}{share:>7}")
        lines.append("")
    return "\n".join(lines).rstrip()
