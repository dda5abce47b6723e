"""Hours: where the week of a case holder goes, scenario by scenario."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from textwrap import fill

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Picture
from matplotlib.patches import Patch

from sim.analysis.breakdown import broken_down
from sim.analysis.yearly import RUN
from sim.report.comparison import LEVEL, Comparison
from sim.report.figures.chosen import chosen, left_out
from sim.report.figures.figure import Figure
from sim.report.figures.style import BLUES, DARK, Canvas, key, picture
from sim.report.numbers import Shown, listed, percent, quoted
from sim.report.words.effect import Effect
from sim.report.words.sentences import about_one_measure, interval_kind
from sim.report.workforce.levels import written
from sim.report.workforce.section import life

HOLDERS = "case_holders_weeks"
HOURS = Shown("hours a week", 1)
DIRECT = "hours_direct"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the week: the counters that it adds up, and how it is drawn."""

    label: str
    counters: tuple[str, ...]
    colour: str
    hatch: str = ""
    letters: str = "white"
    is_work: bool = True


PARTS = (
    Part("Direct work with families", (DIRECT,), BLUES[0]),
    Part("Travel", ("hours_travel",), BLUES[2], letters="black"),
    Part("Recording", ("hours_recording",), "#801650"),
    Part("Meetings and calls on cases", ("hours_meetings_on_cases",), "#28A197", letters="black"),
    Part("Supervision and training", ("hours_supervision", "hours_training"), "#A285D1",
         letters="black"),
    Part("Team meetings and the rest", ("hours_meetings",), BLUES[3], letters="black"),
    Part("Leave and sickness", ("hours_leave", "hours_sick"), "white", "//", DARK, is_work=False),
    Part("Spare, or lost to pace", ("hours_spare", "hours_lost"), "white", "..", DARK,
         is_work=False),
)  # fmt: skip
BAR, HEAD, FEWEST_HOURS = 0.62, 1.9, 1.1
"""Inches of a bar and of all else; hours from which a part holds its number."""
WRAP = {"wide": 26, "narrow": 16}
WORKED = (
    "Hours worked are all but leave, sickness, spare hours and those lost to the slower pace of "
    "notice and of agency workers; overtime is worked on cases and makes the week longer."
)


def hours(comparison: Comparison) -> Figure | None:
    """Draw where a case holder's week goes; nothing where nobody holds cases."""
    all_told = life(comparison)
    by_run = per_holder(comparison)
    if by_run["value"].isna().all() or not comparison.is_known("direct_work"):
        return None
    own = [one for one in all_told if one.measure == "direct_work"]
    levels = broken_down(by_run, ["part"], comparison.baseline, LEVEL)
    names = chosen(comparison, own)
    told = stands(comparison, levels)
    return Figure(
        name="hours",
        title=title(comparison, own),
        subtitle="Hours a week of each full-time case holder, agency workers included; "
        f"{comparison.period}, {comparison.where}; means of {comparison.spread}"
        + (interval_kind(all_told) if own else "")
        + left_out(comparison, names),
        alt=f"Stacked bars of a week’s hours. {told}",
        description=f"{told} {WORKED}",
        data=levels,
        table=table(comparison, levels),
        sheets=(partial(drawn, comparison, by_name(levels), names),),
    )


def per_holder(comparison: Comparison) -> pd.DataFrame:
    """Share out each run's hours over its case holders.

    returns : columns scenario, draw, replicate, part, value in hours a week
    """
    needed = [HOLDERS, *(name for part in PARTS for name in part.counters)]
    sums = comparison.period_rows.groupby(RUN, sort=False, as_index=False)[needed].sum()
    there = sums[HOLDERS].where(sums[HOLDERS] > 0)
    parts = [
        sums[RUN].assign(part=part.label, value=sums[list(part.counters)].sum(axis=1) / there)
        for part in PARTS
    ]
    return pd.concat(parts, ignore_index=True)


def by_name(levels: pd.DataFrame) -> dict[str, dict[str, float]]:
    """Lay out mean hours by scenario and part."""
    return {
        str(name): dict(zip(rows["part"], rows["value"], strict=True))
        for name, rows in levels.groupby("scenario", sort=False)
    }


def title(comparison: Comparison, own: Sequence[Effect]) -> str:
    """Tell how much of working time is direct work, and which policies change that."""
    share = percent(comparison.level("direct_work").mean / 100)
    head = f"{share} of working time is direct work under "
    head += quoted(comparison.titles[comparison.baseline])
    if not own:
        return head
    subject = comparison.subject("direct_work")
    said = about_one_measure(own, subject, comparison.titles)
    return f"{head}. {said}"


def stands(comparison: Comparison, levels: pd.DataFrame) -> str:
    """Tell the parts of the week under the scenario compared with."""
    own = by_name(levels)[comparison.baseline]
    parts = [f"{HOURS.number(value)} of {label.lower()}" for label, value in own.items()]
    named = quoted(comparison.titles[comparison.baseline])
    return f"Under {named} a week holds, in hours, {listed(parts)}."


def table(comparison: Comparison, levels: pd.DataFrame) -> pd.DataFrame:
    """Show every part of the week, as a reader should meet it."""
    return pd.DataFrame([
        {
            "Scenario": comparison.titles[str(row.scenario)],
            "Part of the week (hours)": str(row.part),
            **written(row, HOURS),
        }
        for row in levels.itertuples()
    ])  # fmt: skip


def drawn(
    comparison: Comparison, known: Mapping[str, Mapping[str, float]], names: Sequence[str],
    canvas: Canvas,
) -> Picture:  # fmt: skip
    """Draw a bar for each scenario."""
    chart = picture(canvas, HEAD + BAR * len(names))
    panel = chart.subplots()
    for place, name in enumerate(names):
        bar(panel, place, known[name], canvas)
    titles = [fill(comparison.titles[name], WRAP[canvas.name]) for name in names]
    panel.set_yticks(range(len(names)), titles)
    panel.set_ylim(len(names) - 0.5, -0.5)
    panel.grid(visible=True, axis="x")
    panel.grid(visible=False, axis="y")
    panel.set_xlabel("Hours a week, full-time")
    key(chart, [
        Patch(facecolor=part.colour, hatch=part.hatch, edgecolor=DARK, lw=0.6, label=part.label)
        for part in PARTS
    ])  # fmt: skip
    return chart


def bar(panel: Axes, place: int, hours_: Mapping[str, float], canvas: Canvas) -> None:
    """Draw one scenario's week, each part with its number where there is room for it."""
    left, room = 0.0, FEWEST_HOURS * (1 if canvas.most > 2 else 2)
    for part in PARTS:
        width = hours_[part.label]
        panel.barh(
            place, width, left=left, height=0.7, color=part.colour, hatch=part.hatch,
            edgecolor=DARK, lw=0.6,
        )  # fmt: skip
        if width >= room:
            panel.text(
                left + width / 2, place, HOURS.number(width), ha="center", va="center",
                color=part.letters, fontsize=9.5,
                bbox={"facecolor": part.colour, "edgecolor": "none", "pad": 1.0},
            )  # fmt: skip
        left += width
