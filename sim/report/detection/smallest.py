"""The smallest effect on serious incidents that the runs could have shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

from sim.analysis.paired import differences
from sim.analysis.power import needed, smallest_of_events, spread_between, with_luck
from sim.report.comparison import Comparison
from sim.report.numbers import UNKNOWN, percent, quoted
from sim.report.words.effect import Effect
from sim.report.words.nothing import NOUGHT
from sim.report.words.sentences import verdict

MEASURE, SHARE = "serious_incidents", 0.10


@dataclass(frozen=True, slots=True)
class Smallest:
    """What the runs could have shown of one policy.

    change     : found, in the unit of the measure
    low, high  : unadjusted 95% interval of it
    smallest   : change that would have been found clear four times in five
    at_least, at_most : 95% range of that, since its spread is known from these pairs alone
    share      : the same as a share of the baseline's level
    replicates : that would show a change of a tenth of that level as often
    """

    scenario: str
    title: str
    baseline: float
    change: float
    low: float
    high: float
    n: int
    smallest: float
    at_least: float
    at_most: float
    share: float
    replicates: int | None
    is_nought: bool
    verdict: str


def could_show(comparison: Comparison) -> list[Smallest]:
    """Judge every policy; nothing without policies, pairs or incidents."""
    if not comparison.has_intervals or not comparison.is_known(MEASURE):
        return []
    return [of_policy(comparison, found) for found in comparison.effects_among([MEASURE])]


def one_incident(comparison: Comparison) -> float:
    """Give what one incident in a run of the scenario compared with is in the measure's unit."""
    incidents = comparison.known("incidents")
    if incidents is None:
        return 0.0
    there = incidents["week"].between(comparison.first_week, comparison.last_week)
    many = int((there & (incidents["scenario"] == comparison.baseline)).sum())
    return comparison.level(MEASURE).mean * comparison.runs_each / many if many else 0.0


def of_policy(comparison: Comparison, found: Effect) -> Smallest:
    """Judge one policy by the spread of its paired differences."""
    name = found.scenario
    paired = differences(comparison.runs, MEASURE, name, comparison.baseline)
    spread, level = float(paired.std(ddof=1)), found.baseline
    n, one = len(paired), one_incident(comparison)
    least = smallest_of_events(spread, n, one)
    between = [smallest_of_events(end, n, one) for end in spread_between(spread, n)]
    tenth = SHARE * level
    return Smallest(
        scenario=name, title=comparison.titles[name], baseline=level, change=found.change,
        low=found.low, high=found.high, n=n, smallest=least,
        at_least=between[0], at_most=between[1], share=least / level if level > 0 else float("nan"),
        replicates=needed(with_luck(spread, tenth, one), tenth) if spread > 0 else None,
        is_nought=found.is_nought, verdict=said_of(comparison, found),
    )  # fmt: skip


def said_of(comparison: Comparison, found: Effect) -> str:
    """Weigh the change found, as the headline table does where it holds it."""
    if found.is_nought:
        return NOUGHT
    weighed = verdict(found, comparison.subject(MEASURE))
    return "clear, and too small to matter" if weighed == "clear but small" else weighed


@dataclass(frozen=True, slots=True)
class Line:
    """One policy on the page."""

    title: str
    change: str
    interval: str
    smallest: str
    between: str
    share: str
    replicates: str
    verdict: str


def lines(comparison: Comparison, told: Sequence[Smallest]) -> list[Line]:
    """Write each policy; one that reached no incident shows nothing of what could be seen."""
    return [line(comparison, one) for one in told]


def line(comparison: Comparison, one: Smallest) -> Line:
    """Write one policy."""
    shown = comparison.subject(MEASURE).shown
    if one.is_nought:
        return Line(one.title, NOUGHT, "", UNKNOWN, "", UNKNOWN, UNKNOWN, "")
    least = shown.number(one.smallest) if isfinite(one.smallest) else UNKNOWN
    many = f"{one.replicates:,}" if one.replicates else "more than a million"
    many = many if one.baseline > 0 else UNKNOWN
    return Line(
        one.title, shown.change(one.change), shown.changes(one.low, one.high), least,
        shown.levels(one.at_least, one.at_most), percent(one.share), many,
        f"({one.verdict})",
    )  # fmt: skip


def sentence(comparison: Comparison, told: Sequence[Smallest]) -> str:
    """Say in a sentence how small an effect on serious incidents could have been seen."""
    seen = [one for one in told if not one.is_nought and isfinite(one.share)]
    if not seen:
        return ""
    ends = sorted(one.share for one in seen)
    between = percent(ends[0]) if percent(ends[0]) == percent(ends[-1]) else (
        f"{percent(ends[0])} to {percent(ends[-1])}"
    )  # fmt: skip
    level, shown = comparison.level(MEASURE), comparison.subject(MEASURE).shown
    return (
        f"Serious incidents are few ({shown.number(level.mean)} {shown.unit} under "
        f"{quoted(comparison.titles[comparison.baseline])}). With {comparison.spread}, a change "
        f"smaller than about {between} of that level would more often than one time in five not "
        "have come out clear, so that no clear change does not mean no change."
    )
