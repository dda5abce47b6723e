"""The results of runs, as a notebook reads them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd

from sim.analysis.fans import by_quarter
from sim.analysis.paired import PAIR, effects
from sim.analysis.time import Course, course
from sim.analysis.yearly import RUN
from sim.kernel.errors import InputError
from sim.measures import MEASURES, Measure
from sim.measures.compute import BREAKDOWNS
from sim.notebook.pictures import Pictures
from sim.report import write
from sim.report.comparison import Comparison
from sim.report.files.query import query as ask
from sim.report.files.query import written
from sim.report.swept.sensitivity import TELLS, driving
from sim.report.swept.swept import swept
from sim.scenario.reading.mistakes import did_you_mean
from sim.study import store
from sim.study.seek.rounds import answer


@dataclass(frozen=True)
class Results(store.Results):
    """One results folder, with what a notebook asks of it beyond its tables."""

    @cached_property
    def comparison(self) -> Comparison:
        """All that the report knows of these results."""
        return Comparison(store.Results(self.path))

    @property
    def answer(self) -> dict[str, Any] | None:
        """Give the answer of a search, of equal costs or a goal; nothing for other results."""
        return answer(self.path)

    def effects(
        self, measures: Sequence[str] | None = None, *, against: str | None = None,
        level: float = 0.95,
    ) -> pd.DataFrame:  # fmt: skip
        """Compare every scenario with one of them, replicate by replicate.

        measures : names; without them, those of the report's headline table
        against  : name of a scenario; without it, the experiment's own
        returns  : a row for each measure and scenario: baseline, change, low, high, p, n,
                   same_sign, p_holm, clear, low_adjusted, high_adjusted
        """
        names = [one.name for one in self.comparison.measures] if measures is None else measures
        chosen = [known(name).name for name in names]
        return effects(self.table("runs"), chosen, self.base(against), level)

    def paired(self, measure: str, *, against: str | None = None) -> pd.DataFrame:
        """Give what every scenario changed in a measure, run by run, under the same luck.

        returns : columns scenario, draw, replicate, baseline, value, change, and each factor of
                  the design; a change is not a number where either run has no value
        """
        name, base = known(measure).name, self.base(against)
        runs = self.table("runs")
        runs = runs[[*RUN, *self.factors, name]].rename(columns={name: "value"})
        own = runs[runs["scenario"] == base].rename(columns={"value": "baseline"})
        both = runs[runs["scenario"] != base].merge(own[[*PAIR, "baseline"]], on=PAIR)
        both["change"] = both["value"] - both["baseline"]
        return both[[*RUN, "baseline", "value", "change", *self.factors]]

    @property
    def factors(self) -> list[str]:
        """Names of what the design varied, if there is one."""
        return [one.parameter for one in self.experiment.factors if self.experiment.points]

    def sensitivity(self, measure: str, *, by_year: bool = False) -> pd.DataFrame:
        """Tell how much each factor drives what the first policy changes in a measure.

        by_year : in each whole financial year, not over the period
        returns : columns factor, kind, value, low, high, floor, and year if asked for
        """
        found = swept(self.comparison)
        if found is None or found.design.method not in TELLS:
            raise InputError.command_line(
                f"{self.path.name} has no design that tells what drives a measure.",
                f"Run one with design: {{method: …}}, one of {', '.join(TELLS)}.",
            )
        subject = self.comparison.subject(known(measure).name)
        if not by_year:
            return driving(found, found.levels(subject))
        parts = found.levels_by_year(subject).items()
        return pd.concat([driving(found, one).assign(year=year) for year, one in parts])

    def quarterly(self, measure: str) -> pd.DataFrame:
        """Give a measure by quarter: columns scenario, draw, replicate, quarter, weeks, value."""
        return by_quarter(self.table("quarterly"), known(measure))

    def by(self, measure: str, group: str) -> pd.DataFrame:
        """Give a measure of every run by quarter, year, authority or quintile.

        returns : columns scenario, draw, replicate, the group, measure, value
        """
        if group not in BREAKDOWNS:
            raise InputError.command_line(
                f"“{group}” is no breakdown.", f"There are: {', '.join(BREAKDOWNS)}."
            )
        return self.comparison.by([known(measure).name], group)

    def over_time(self, measure: str, scenario: str, *, against: str | None = None) -> Course:
        """Say from when an effect is clear, and how deep its worst dip is."""
        one = known(measure)
        other = self.base(against)
        return course(self.quarterly(measure), self.known_scenario(scenario), other, one.better)

    def base(self, against: str | None) -> str:
        """Name the scenario to compare with: the experiment's own, if none is given."""
        return self.experiment.against if against is None else self.known_scenario(against)

    def known_scenario(self, name: str) -> str:
        """Refuse a scenario that has no results here."""
        names = list(self.table("runs")["scenario"].unique())
        if name not in names:
            raise InputError.command_line(
                f"There are no runs of “{name}” here.", f"There are: {', '.join(names)}."
            )
        return name

    @property
    def plot(self) -> Pictures:
        """The report's figures, one by one."""
        return Pictures(self.comparison)

    def report(self) -> Path:
        """Write the report again; give the path of its page."""
        return write(self.path)


def known(name: str) -> Measure:
    """Find a measure, or say which was meant."""
    if name not in MEASURES:
        advice = did_you_mean(name, MEASURES) or "sim.measure_table() lists them."
        raise InputError.command_line(f"There is no measure called “{name}”.", advice)
    return MEASURES[name]


def open_results(path: str | Path = store.RESULTS / store.LATEST) -> Results:
    """Open a results folder."""
    return Results(store.open_results(path).path)


def write_report(path: str | Path = store.RESULTS / store.LATEST) -> Path:
    """Write the report of a results folder again; give the path of its page."""
    return open_results(path).report()


def query(path: str | Path, sql: str, *, to: str | Path | None = None) -> pd.DataFrame:
    """Ask the tables of a results folder by SQL; every table is there by its name.

    to : a new .csv or .xlsx file into which the answer is written too
    """
    answer = ask(store.open_results(path).path, sql)
    if to is not None:
        written(answer, Path(to))
    return answer
