"""The course of the changes: what moved first, when effects became clear, and dips before that."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

import pandas as pd

from sim.analysis.fans import by_quarter
from sim.analysis.mechanism import Step, courses, first, steps
from sim.analysis.time import Course, Dip, begins, course
from sim.measures import MEASURES
from sim.report.comparison import Comparison
from sim.report.numbers import listed, month
from sim.report.words.nothing import NOUGHT

MOST_STEPS, MOST_TOLD = 3, 5
# Quantities through which a policy may work: what agencies, workers and managers do and feel.
BETWEEN = (
    "early_help", "contacts", "contacts_waiting", "sensitivity_screening",
    "false_alarms_screening", "referrals", "unallocated", "assessed_45", "conference_15",
    "sensitivity_section_47", "false_alarms_section_47", "sensitivity_plan", "false_alarms_plan",
    "closed_too_early", "visits_done", "direct_work", "load", "caseload", "vacancy", "agency",
    "inexperienced", "turnover", "absence", "strain", "worker_changes", "supervision", "safety",
    "fear", "criterion_shift", "false_comfort", "rules",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Moment:
    """When one effect became clear, and its worst dip, in words."""

    measure: str
    unit: str
    clear: str
    dip: str


@dataclass(frozen=True)
class Courses:
    """How changes went over time, policy by policy."""

    comparison: Comparison

    @cached_property
    def between(self) -> list[str]:
        """Intermediate quantities that are looked at: all but the question's own measure."""
        own = self.comparison.measures[0].name
        known = [name for name in BETWEEN if self.comparison.is_known(name)]
        return [name for name in known if name != own]

    @cached_property
    def sums(self) -> pd.DataFrame:
        """Counters of every run and quarter, over all places."""
        rows = self.comparison.quarterly.drop(columns="authority")
        keys = ["scenario", "draw", "replicate", "quarter", "first_week", "weeks"]
        return rows.groupby(keys, sort=False, as_index=False).sum()

    def values(self, name: str) -> pd.DataFrame:
        """Compute a measure by run and quarter, over the period that is compared."""
        last = self.comparison.last_week
        first = self.comparison.first_week
        ends = self.sums["first_week"] + self.sums["weeks"] - 1
        rows = self.sums[(self.sums["first_week"] >= first) & (ends <= last)]
        return by_quarter(rows, MEASURES[name])

    @cached_property
    def mechanisms(self) -> list[tuple[str, str]]:
        """Tell, for each policy, the first quantities that moved clearly."""
        others = {one: self.values(one) for one in self.between if one not in self.headline}
        return [
            (self.comparison.titles[name], self.told(self.paths(name, others)))
            for name in self.comparison.policies
        ]

    def paths(self, name: str, others: Mapping[str, pd.DataFrame]) -> dict[str, Course]:
        """Follow the intermediate quantities under one policy.

        One that stands in the headline table keeps the course that it has there, so that the page
        never gives two dates for one change; the others share the error allowed among themselves.
        """
        own = courses(others, name, self.comparison.baseline, len(self.comparison.policies))
        return {
            one: self.headline[one][name] if one in self.headline else own[one]
            for one in self.between
        }

    @cached_property
    def headline(self) -> dict[str, dict[str, Course]]:
        """Follow the measures of the headline table, each under every policy."""
        measures, policies = self.comparison.measures, self.comparison.policies
        many = len(measures) * len(policies)
        values = {one.name: self.values(one.name) for one in measures}
        return {
            one.name: {
                name: course(values[one.name], name, self.comparison.baseline, one.better,
                             comparisons=many)
                for name in policies
            }
            for one in measures
        }  # fmt: skip

    def told(self, followed: Mapping[str, Course]) -> str:
        """Write the first steps in the order of their dates."""
        found, many = steps(followed), f"{len(followed)} intermediate quantities"
        if followed and all(went.is_nought for went in followed.values()):
            return f"{NOUGHT} in any of {many}, in any replicate or quarter."
        if not found:
            return f"none of {many} moved clearly and stayed so."
        shown = first(found, MOST_STEPS)
        dated = groupby(shown, key=lambda step: step.quarter)
        words = [self.dated(quarter, list(group)) for quarter, group in dated]
        rest = len(found) - len(shown)
        return f"{'; then '.join(words)}{f'; and {rest} more later' if rest else ''}."

    def dated(self, quarter: str, together: Sequence[Step]) -> str:
        """Write what moved in one quarter, and which way; their order within it is not known."""
        named = [
            f"{self.comparison.subject(step.measure).mid} {'up' if step.change > 0 else 'down'}"
            for step in together
        ]
        return f"{listed(named)}, clear from {since(quarter)}"

    @cached_property
    def moments(self) -> list[tuple[str, list[Moment], str]]:
        """List for each policy the measures with a lasting change or a clear dip, and the rest.

        The rest are a sentence, empty if there are none.
        """
        return [self.of_policy(name) for name in self.comparison.policies]

    def of_policy(self, name: str) -> tuple[str, list[Moment], str]:
        """Tell one policy's effects over time."""
        shown, unclear, same = [], [], []
        for measure, by_policy in self.headline.items():
            went = by_policy[name]
            if went.is_nought:
                same.append(self.comparison.subject(measure).mid)
            elif went.clear_from is None and not (went.dip and went.dip.clear):
                unclear.append(self.comparison.subject(measure).mid)
            else:
                shown.append(self.moment(measure, went))
        return self.comparison.titles[name], shown, still(unclear, same)

    def moment(self, measure: str, went: Course) -> Moment:
        """Write one effect's course."""
        subject = self.comparison.subject(measure)
        change = subject.shown.change(went.change)
        clear = (
            f"from {since(str(went.clear_from))}, and {change} in the last quarter"
            if went.clear_from is not None
            else "not clear at the end"
        )
        unit = subject.shown.unit
        return Moment(subject.label, unit, clear, self.dip(measure, went.dip))

    def dip(self, measure: str, dip: Dip | None) -> str:
        """Write the worst movement in the wrong direction."""
        subject = self.comparison.subject(measure)
        if subject.better == "neither":
            return "neither way is wrong"
        if dip is None or not dip.clear:
            return "none that is clear"
        size = (
            f"{subject.shown.change(dip.change)} ({subject.shown.changes(dip.low, dip.high)}) in "
            f"the quarter from {since(str(dip.moment))}"
        )
        if dip.ended is None:
            return f"{size}, and worse to the end"
        return f"{size}, over by {since(str(dip.ended))}"


def since(quarter: str) -> str:
    """Write when a quarter begins."""
    return month(begins(quarter))


def still(unclear: list[str], same: list[str]) -> str:
    """Say, where there are any, which measures have no clear change and which have none at all."""
    told = [
        f"no lasting change and no dip is clear, quarter by quarter, in {shortened(unclear)}",
        f"{NOUGHT} in any replicate or quarter in {shortened(same)}",
    ]
    said = [text for text, named in zip(told, (unclear, same), strict=True) if named]
    return f"{'; '.join(said)}." if said else ""


def shortened(named: list[str]) -> str:
    """Name a few measures, or count many."""
    if len(named) <= MOST_TOLD:
        return listed(named)
    return f"{len(named)} measures"


def gathered(told: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Put together the policies of which the same is said, the first of them first."""
    lines: dict[str, list[str]] = {}
    for title, line in told:
        lines.setdefault(line, []).append(title)
    return [("; ".join(titles), line) for line, titles in lines.items()]
