"""A comparison: the results of one experiment, with what every part of the page needs of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

import pandas as pd

from sim.analysis.intervals import Interval, over_replicates
from sim.analysis.paired import FEWEST, effects
from sim.analysis.yearly import RUN
from sim.kernel.calendar import Calendar
from sim.measures import MEASURES, Measure
from sim.measures.compute import table
from sim.report import counters
from sim.report.figures.style import Look, looks
from sim.report.numbers import counted, month, shown
from sim.report.words.effect import Effect, Subject, by_place
from sim.scenario import Experiment, Scenario
from sim.scenario.place import Group
from sim.study.merge import in_period, remeasured
from sim.study.store import Results

LEVEL = 0.95
NONE_DRAWN = "one replicate has no interval, so none is drawn"
HEADLINE = (
    "recognised_52w", "missed", "needless_enquiries", "needless_plans", "harmed_weeks",
    "re_referral", "unallocated", "caseload", "turnover", "vacancy", "agency", "spend",
)  # fmt: skip


@dataclass(frozen=True)
class Comparison:
    """Everything known of one experiment, in all its places or in one group of them."""

    results: Results
    group: Group | None = None

    @property
    def experiment(self) -> Experiment:
        """What was asked."""
        return self.results.experiment

    @property
    def manifest(self) -> Mapping[str, Any]:
        """How it was run."""
        return self.results.manifest

    @cached_property
    def whole(self) -> "Comparison":
        """The same of all places."""
        return type(self)(self.results) if self.group else self

    @cached_property
    def others(self) -> list["Comparison"]:
        """The same of every other group that the experiment names."""
        named = self.experiment.groups if self.group else ()
        return [type(self)(self.results, one) for one in named if one != self.group]

    @cached_property
    def runs(self) -> pd.DataFrame:
        """One row for each run, with every measure over the experiment's period."""
        if self.group is None:
            return self.results.table("runs")
        return remeasured(self.whole.runs, counters.own(self.whole.period_rows, self.group))

    @cached_property
    def scenarios(self) -> dict[str, Scenario]:
        """Scenarios that have results, the one compared with first."""
        done = set(self.whole.runs["scenario"])
        given = {one.name: one for one in self.experiment.scenarios if one.name in done}
        first = self.baseline
        return {first: given[first], **given} if first in given else given

    @property
    def baseline(self) -> str:
        """Name of the scenario that the others are compared with."""
        return self.experiment.against

    @cached_property
    def policies(self) -> list[str]:
        """Names of the scenarios compared with it."""
        return [name for name in self.scenarios if name != self.baseline]

    @cached_property
    def titles(self) -> dict[str, str]:
        """What each scenario is called on the page."""
        return {name: one.title or name for name, one in self.scenarios.items()}

    @cached_property
    def looks(self) -> dict[str, Look]:
        """How each scenario is drawn."""
        return looks(self.baseline, self.policies)

    @cached_property
    def measures(self) -> list[Measure]:
        """Measures that are compared: those asked for, or else the report's own choice.

        Where none of those asked for is known, the report's own choice stands in for them.
        """
        asked, own = (
            [MEASURES[name] for name in names if self.is_known(name)]
            for names in (self.experiment.measures, HEADLINE)
        )
        return asked or own

    @cached_property
    def unknown(self) -> list[Measure]:
        """Measures asked for that some scenario has no value of in the period."""
        asked = self.experiment.measures
        return [MEASURES[name] for name in asked if name in MEASURES and not self.is_known(name)]

    def is_known(self, name: str) -> bool:
        """Whether a measure has values in every scenario."""
        return has_values(self.runs, name)

    @cached_property
    def subjects(self) -> list[Subject]:
        """The same, as sentences and tables need them."""
        return [self.subject(one.name) for one in self.measures]

    def subject(self, name: str) -> Subject:
        """Say how a measure is named and written."""
        one = MEASURES[name]
        typical = float(self.runs[name].abs().max()) if name in self.runs else 0.0
        written = shown(one.unit, one.decimals, typical)
        return Subject(name, one.label, one.better, one.matters, written)

    @cached_property
    def effect_table(self) -> pd.DataFrame:
        """Paired differences of the headline measures, adjusted together."""
        names = [one.name for one in self.measures]
        return effects(self.runs, names, self.baseline, LEVEL) if self.policies else pd.DataFrame()

    @cached_property
    def effects(self) -> list[Effect]:
        """The same, one by one, policies in the order of the experiment."""
        return self.in_order(self.effect_table)

    def in_order(self, paired: pd.DataFrame) -> list[Effect]:
        """Take effects out of a table, policies in the order of the experiment."""
        told = [Effect.of(row) for row in paired.itertuples()]
        return sorted(told, key=lambda effect: self.policies.index(effect.scenario))

    def effects_on(self, measure: str) -> list[Effect]:
        """Effects of all policies on one measure."""
        return [effect for effect in self.effects if effect.measure == measure]

    def effects_of(self, scenario: str) -> list[Effect]:
        """Effects of one policy on all measures."""
        return [effect for effect in self.effects if effect.scenario == scenario]

    def effects_among(self, names: Sequence[str]) -> list[Effect]:
        """Compare any measures, adjusted together.

        One that stands in the headline table keeps what is said of it there, so that the page
        never says two things of one change.
        """
        if not self.policies:
            return []
        paired = effects(self.runs, names, self.baseline, LEVEL)
        headline = by_place(self.effects)
        own = self.in_order(paired)
        return [headline.get((one.measure, one.scenario), one) for one in own]

    def level(self, measure: str, scenario: str | None = None) -> Interval:
        """Mean level of a measure under one scenario, with its interval over replicates."""
        rows = self.runs[self.runs["scenario"] == (scenario or self.baseline)]
        return over_replicates(rows, measure, LEVEL)

    @cached_property
    def quarterly(self) -> pd.DataFrame:
        """Counters of every run by quarter and authority."""
        return counters.by_quarter(self.blocks("quarterly"), "authority", beside=["quintile"])

    @cached_property
    def by_deprivation(self) -> pd.DataFrame:
        """Counters of every run by quarter of the period and quintile of deprivation."""
        kept = counters.by_quarter(self.blocks("quarterly"), "quintile", beside=["authority"])
        return self.in_period(kept[kept["quintile"] > 0])

    def by(
        self, names: Sequence[str], group: str, rows: pd.DataFrame | None = None
    ) -> pd.DataFrame:
        """Compute measures of every run by quarter, year or another column of the rows.

        returns : columns scenario, draw, replicate, the group, measure, value
        """
        source = counters.slim(self.quarterly if rows is None else rows, names, group)
        parts = [
            table(part, names, by=(group,)).assign(
                **dict(zip(RUN, cast(tuple[Any, ...], run), strict=True))
            )
            for run, part in source.groupby(RUN, sort=False)
        ]
        return pd.concat(parts, ignore_index=True)

    def has(self, name: str) -> bool:
        """Whether the results hold a table."""
        return (self.results.path / f"{name}.parquet").is_file()

    def blocks(self, name: str, columns: Sequence[str] | None = None) -> Iterator[pd.DataFrame]:
        """Read a table block by block, where it is too large to be held whole."""
        for rows in self.results.blocks(name, columns):
            yield counters.own(rows, self.group)

    def known(self, name: str) -> pd.DataFrame | None:
        """Read a table that the results may lack; nothing if they do."""
        return counters.own(self.results.table(name), self.group) if self.has(name) else None

    @cached_property
    def decided(self) -> dict[str, pd.DataFrame]:
        """Children decided on in the period, added up over its quarters; what there is of it."""
        start = self.scenarios[self.baseline].start
        return {
            name: counters.decided(self.blocks(name), start, self.experiment)
            for name in counters.DECIDED
            if self.has(name)
        }

    def in_period(self, rows: pd.DataFrame) -> pd.DataFrame:
        """Keep the quarters that lie in the experiment's period."""
        return in_period(rows, self.scenarios[self.baseline].start, self.experiment)

    @cached_property
    def calendar(self) -> Calendar:
        """Weeks of the runs as dates."""
        return Calendar(self.scenarios[self.baseline].start)

    @cached_property
    def period_rows(self) -> pd.DataFrame:
        """The rows of `quarterly` that lie in the experiment's period."""
        return self.in_period(self.quarterly)

    @property
    def first_week(self) -> int:
        """First week of the period that is compared."""
        return self.calendar.week(self.experiment.period_start)

    @property
    def last_week(self) -> int:
        """Last week of the period that is compared."""
        ends = self.quarterly["first_week"] + self.quarterly["weeks"] - 1
        return min(self.calendar.week(self.experiment.period_end), int(ends.max()))

    @property
    def period(self) -> str:
        """The period that is compared, in words."""
        return f"{month(self.experiment.period_start)} to {month(self.experiment.period_end)}"

    @cached_property
    def replicates(self) -> int:
        """Number of replicates of the scenario compared with."""
        return int(self.runs.loc[self.runs["scenario"] == self.baseline, "replicate"].nunique())

    @cached_property
    def runs_each(self) -> int:
        """Number of runs of the scenario compared with: replicates, at every point of a design."""
        return int((self.runs["scenario"] == self.baseline).sum())

    @property
    def has_intervals(self) -> bool:
        """Whether there are enough replicates for intervals."""
        return self.replicates >= FEWEST

    @property
    def dots(self) -> str:
        """What a figure of effects is made of, in words."""
        return "Dots with intervals" if self.has_intervals else "Dots"

    def of_intervals(self, words: str) -> str:
        """Give what a figure says of its intervals, or that there are none to draw."""
        return words if self.has_intervals else NONE_DRAWN

    @property
    def spread(self) -> str:
        """Number of replicates, in words, and of the points that each averages over."""
        words = f"{counted(self.replicates, 'replicate')} of each scenario"
        points = self.runs["draw"].nunique()
        if self.experiment.has_draws:
            return f"{words}, with {counted(points, 'draw')} of “{self.experiment.ensemble}”"
        return words if points == 1 else f"{words}, each the mean of {points:,} points"

    @property
    def where(self) -> str:
        """The place simulated, in words."""
        places = self.scenarios[self.baseline].authorities
        if self.group is None:
            return f"simulated, {counted(len(places), 'authority', 'authorities')}"
        return f"simulated, {self.group.name}: {len(self.group.authorities)} of {len(places)}"


def has_values(runs: pd.DataFrame, name: str) -> bool:
    """Whether a column is there, with values in some run of every scenario."""
    return name in runs and bool(runs[name].notna().groupby(runs["scenario"]).any().all())
