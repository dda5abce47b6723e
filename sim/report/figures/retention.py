"""Retention and recognition: how long social workers stay, and how soon harm is recognised."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from sim.analysis.paired import effects
from sim.analysis.survival.curves import (
    at_risk,
    mean_curve,
    share_at,
    shares_by_run,
)
from sim.analysis.survival.spells import job_spells, recognition_spells
from sim.analysis.yearly import RUN
from sim.report.comparison import Comparison
from sim.report.figures.chosen import chosen, left_out
from sim.report.figures.curves import WEEKS_IN_MONTH, Curves, sheets
from sim.report.figures.figure import Figure
from sim.report.numbers import NO_INTERVAL, Shown, listed, mid, percent, quoted
from sim.report.words.effect import Effect, Subject
from sim.report.words.sentences import about_one_measure, interval_kind

MOMENTS = ((36, "three years"), (24, "two years"), (12, "one year"), (6, "six months"))
SPARE = 1.5
STEPS = {60: 12, 48: 12, 36: 6, 30: 6, 24: 6, 18: 6, 12: 3, 6: 1}
FEWEST = 30
HARM_SPELLS = [*RUN, "authority", "onset_week", "recognised_week", "children"]
"""Columns of `spells` that say when harm began and was recognised."""
INTERVAL = (
    "mean of each replicate's own Kaplan-Meier curve, with its unadjusted 95% band; the title "
    "compares replicate by replicate"
)
LONE = (
    "Kaplan-Meier curve of the one replicate, with its unadjusted 95% band over spells, as if each "
    "were apart, which does not hold the luck between replicates"
)

type Spells = Mapping[str, pd.DataFrame]


@dataclass(frozen=True, slots=True)
class Story:
    """What a figure of curves is about.

    grows : whether the curve shows what has ended (found) rather than what goes on (in post)
    """

    name: str
    label: str
    grows: bool
    y_title: str
    x_title: str
    who: str


RETENTION = Story(
    "retention", "Staff still in post", False, "Still in post in the same authority",
    "Months since joining",
    "Permanent social workers who join in the period; a promotion ends the follow-up, not the job",
)  # fmt: skip
NEWLY_QUALIFIED = Story(
    "retention-newly-qualified", "Newly qualified staff still in post", False,
    "Still in post in the same authority", "Months since joining",
    "Permanent social workers who join newly qualified in the period; a promotion ends the "
    "follow-up, not the job",
)  # fmt: skip
RECOGNITION = Story(
    "recognition", "Harm recognised", True, "Harm recognised by a plan, proceedings or care",
    "Months since the harm began",
    "Child-spells of significant harm that begin in the period, not under protection; those that "
    "end unseen stay in the count",
)  # fmt: skip


def retention(comparison: Comparison) -> Figure | None:
    """Draw how many of the permanent staff who join in the period are still in post."""
    return of_jobs(comparison, RETENTION)


def newly_qualified(comparison: Comparison) -> Figure | None:
    """Draw the same of those who join newly qualified."""
    return of_jobs(comparison, NEWLY_QUALIFIED, newly_qualified=True)


def of_jobs(
    comparison: Comparison, story: Story, *, newly_qualified: bool | None = None
) -> Figure | None:
    """Draw how many are still in post."""
    jobs = comparison.known("jobs")
    if jobs is None:
        return None
    first, last = comparison.first_week, comparison.last_week
    return figure(comparison, job_spells(jobs, first, last, newly_qualified), story)


def recognition(comparison: Comparison) -> Figure | None:
    """Draw how much of the harm that begins in the period has been recognised."""
    if not comparison.has("spells"):
        return None
    first, last = comparison.first_week, comparison.last_week
    parts = [
        recognition_spells(harm, first, last) for harm in comparison.blocks("spells", HARM_SPELLS)
    ]
    return figure(comparison, pd.concat(parts, ignore_index=True), RECOGNITION)


def figure(comparison: Comparison, followed: pd.DataFrame, story: Story) -> Figure | None:
    """Make a figure of curves from spells; none where a scenario has nobody to follow."""
    told = told_of(comparison, followed, story)
    names = chosen(comparison, told)
    spells = {one: followed[followed["scenario"] == one] for one in comparison.scenarios}
    if any(part.empty for part in spells.values()):
        return None
    lines = {one: turned(mean_curve(part), story) for one, part in spells.items()}
    months = ticks(spells)
    top = ceiling(lines, months[-1]) if story.grows else 1.0
    curves = Curves(cut(lines, months[-1]), spells, months, story.y_title, story.x_title, top)
    said = where(comparison, followed, lines, story)
    return Figure(
        name=story.name,
        title=title(comparison, followed, story),
        subtitle=f"{story.y_title}. {story.who}; {comparison.period}, {comparison.where}; "
        f"{INTERVAL if comparison.has_intervals else LONE}"
        f"{interval_kind(told)}{left_out(comparison, names)}",
        alt=f"Curves by months: {mid(story.y_title)}. {said}",
        description=f"{said} The difference in the title is taken replicate by replicate.",
        data=pd.concat([one.assign(scenario=key) for key, one in lines.items()], ignore_index=True),
        table=table(comparison, curves, lines),
        sheets=sheets(comparison, curves, names),
    )


def turned(curve: pd.DataFrame, story: Story) -> pd.DataFrame:
    """Turn a share that goes on into one that has ended, where the story asks for that."""
    if not story.grows:
        return curve
    return curve.assign(share=1 - curve["share"], low=1 - curve["high"], high=1 - curve["low"])


def horizon(comparison: Comparison, followed: pd.DataFrame) -> tuple[float, str]:
    """Choose the longest time that the period holds and enough spells are followed for.

    Enough are FEWEST in every scenario; the shortest time stands where none has so many.
    """
    weeks = comparison.last_week - comparison.first_week
    spells = [part for _, part in followed.groupby("scenario")]
    for months, words in MOMENTS:
        week = months * WEEKS_IN_MONTH
        if week * SPARE <= weeks and min(at_risk(part, [week])[0] for part in spells) >= FEWEST:
            return week, words
    return MOMENTS[-1][0] * WEEKS_IN_MONTH, MOMENTS[-1][1]


def ticks(spells: Spells) -> list[int]:
    """Choose the months on the axis: as far as enough spells of every scenario are followed."""
    enough = [
        month
        for month in STEPS
        if all(at_risk(part, [month * WEEKS_IN_MONTH])[0] >= FEWEST for part in spells.values())
    ]
    end = max(enough, default=min(STEPS))
    return list(range(0, end + 1, STEPS[end]))


def cut(lines: Spells, months: int) -> dict[str, pd.DataFrame]:
    """Keep the part of each curve that is on the axis, drawn to its end."""
    end = months * WEEKS_IN_MONTH
    kept = {name: line[line["week"] <= end] for name, line in lines.items()}
    return {
        name: pd.concat([line, line.iloc[-1:].assign(week=end)], ignore_index=True)
        for name, line in kept.items()
    }


def ceiling(lines: Spells, months: int) -> float:
    """Choose the top of an axis of shares: the next tenth above all that is drawn."""
    end = months * WEEKS_IN_MONTH
    highest = max(float(line.loc[line["week"] <= end, "high"].max()) for line in lines.values())
    return float(min(1.0, np.ceil(highest * 10 + 0.5) / 10))


def shares(comparison: Comparison, followed: pd.DataFrame, story: Story) -> pd.DataFrame:
    """Read each run's own curve at one time, in per cent."""
    runs = shares_by_run(followed, horizon(comparison, followed)[0], story.name)
    share = 1 - runs[story.name] if story.grows else runs[story.name]
    return runs.assign(**{story.name: 100 * share})


def told_of(comparison: Comparison, followed: pd.DataFrame, story: Story) -> list[Effect]:
    """Take the differences at one time in pairs, adjusted over the policies."""
    if not comparison.policies or followed.empty:
        return []
    runs = comparison.runs[RUN].merge(shares(comparison, followed, story), "left", on=RUN)
    paired = effects(runs, [story.name], comparison.baseline)
    return [Effect.of(row) for row in paired.itertuples()]


def title(comparison: Comparison, followed: pd.DataFrame, story: Story) -> str:
    """Tell the difference at one time."""
    words = horizon(comparison, followed)[1]
    subject = Subject(story.name, f"{story.label} after {words}", "higher", 1.0, Shown("%", 1))
    if not comparison.policies:
        mean = shares(comparison, followed, story)[story.name].mean()
        return f"{subject.label}: {percent(mean / 100)} on average over replicates"
    told = told_of(comparison, followed, story)
    return about_one_measure(told, subject, comparison.titles)


def where(comparison: Comparison, followed: pd.DataFrame, lines: Spells, story: Story) -> str:
    """Tell where each curve stands at one time."""
    at, words = horizon(comparison, followed)
    told = [
        f"{percent(share_at(line, at))} with {quoted(comparison.titles[name])}"
        for name, line in lines.items()
    ]
    return f"{story.label} after {words}: {listed(told)}."


def table(comparison: Comparison, curves: Curves, lines: Spells) -> pd.DataFrame:
    """Show each curve at the ticks of the axis, with the number still followed."""
    weeks = [month * WEEKS_IN_MONTH for month in curves.months]
    rows = []
    for name, line in lines.items():
        followed = at_risk(curves.spells[name], weeks)
        for month, week, left in zip(curves.months, weeks, followed, strict=True):
            known = line[line["week"] <= week].iloc[-1]
            rows.append({
                "Scenario": comparison.titles[name], "Months": f"{month}",
                "Share": percent(known["share"], 1),
                "Unadjusted 95% interval": band(known["low"], known["high"]),
                "Still followed": f"{left:,}",
            })  # fmt: skip
    return pd.DataFrame(rows)


def band(low: float, high: float) -> str:
    """Write a band of shares; one replicate has none."""
    return NO_INTERVAL if np.isnan(low) else f"{percent(low, 1)} to {percent(high, 1)}"
