"""Foretold: what each policy's author expected before the run, and whether it came true."""

from dataclasses import dataclass

import pandas as pd

from sim.analysis.paired import adjusted, one
from sim.report.comparison import LEVEL, Comparison
from sim.report.words.effect import Effect, Subject, by_place
from sim.report.words.nothing import nought
from sim.scenario import Expectation

MET, NOT_MET, OPEN, NOT_RUN = "met", "not met", "not clear", "not compared"


@dataclass(frozen=True, slots=True)
class Judged:
    """One expectation, with what the runs say of it."""

    policy: str
    text: str
    because: str
    verdict: str
    found: str


def judged(comparison: Comparison) -> list[Judged]:
    """Judge every expectation, policy by policy."""
    asked = [
        (name, foretold)
        for name, scenario in comparison.scenarios.items()
        for foretold in scenario.expectations
    ]
    known = [pair for pair in asked if can_be_told(comparison, *pair)]
    effects = dict(zip(known, changes(comparison, known), strict=True))
    return [
        weighed(comparison, *pair, effects[pair]) if pair in effects else unknown(comparison, *pair)
        for pair in asked
    ]


def changes(comparison: Comparison, asked: list[tuple[str, Expectation]]) -> list[Effect]:
    """Take the change that each expectation is about, adjusted for all of them together.

    One that stands in the headline table keeps what is said of it there.
    """
    if not asked:
        return []
    rows = [
        {"measure": foretold.measure, "scenario": name,
         **one(comparison.runs, foretold.measure, name, against(comparison, foretold), LEVEL)}
        for name, foretold in asked
    ]  # fmt: skip
    own = [Effect.of(row) for row in adjusted(pd.DataFrame(rows), LEVEL).itertuples()]
    headline = by_place(comparison.effects)
    return [
        headline.get((effect.measure, effect.scenario), effect)
        if against(comparison, foretold) == comparison.baseline
        else effect
        for effect, (_, foretold) in zip(own, asked, strict=True)
    ]


def against(comparison: Comparison, foretold: Expectation) -> str:
    """Name the scenario that an expectation compares with."""
    return foretold.against or comparison.baseline


def unknown(comparison: Comparison, name: str, foretold: Expectation) -> Judged:
    """Say that an expectation cannot be judged by these runs."""
    found = "these runs lack the measure, or the scenario to compare with"
    return Judged(comparison.titles[name], foretold.text, foretold.because, NOT_RUN, found)


def can_be_told(comparison: Comparison, name: str, foretold: Expectation) -> bool:
    """Whether the runs hold both scenarios and the measure; one is never held against itself."""
    other = against(comparison, foretold)
    return other != name and other in comparison.scenarios and comparison.is_known(foretold.measure)


def weighed(comparison: Comparison, name: str, foretold: Expectation, effect: Effect) -> Judged:
    """Hold one expectation against the change that was found."""
    subject = comparison.subject(foretold.measure)
    low, high = effect.low_adjusted, effect.high_adjusted
    size = f"{subject.shown.change(effect.change)} ({subject.shown.changes(low, high)})"
    found = nought([effect]) if effect.is_nought else f"{size} {subject.shown.unit}"
    is_open = effect.is_nought and not effect.is_whole
    return Judged(
        comparison.titles[name], foretold.text, foretold.because,
        OPEN if is_open else verdict(foretold, subject, low, high),
        f"{subject.label}{of_group(comparison)}: {found}",
    )  # fmt: skip


def of_group(comparison: Comparison) -> str:
    """Say in which group a change was looked for, where the experiment names groups."""
    return f", {comparison.group.name}" if comparison.group else ""


def verdict(foretold: Expectation, subject: Subject, low: float, high: float) -> str:
    """Say whether an interval bears an expectation out, rules it out, or neither.

    low, high : the adjusted interval of the change
    """
    if foretold.direction == "stays":
        room = foretold.least or subject.matters
        if -room < low and high < room:
            return MET
        return NOT_MET if low >= room or high <= -room else OPEN
    if foretold.direction == "falls":
        low, high = -high, -low
    if low > 0 and low >= foretold.least:
        return MET
    return NOT_MET if high <= 0 or high < foretold.least else OPEN
