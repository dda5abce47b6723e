"""Validated: results held against the patterns of a validation file."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from sim.analysis.intervals import mean_interval
from sim.analysis.statistics import patterns
from sim.analysis.statistics.patterns import verdict
from sim.analysis.statistics.readers import READERS
from sim.analysis.statistics.span import Span
from sim.kernel.errors import InputError
from sim.measures import MEASURES
from sim.measures.compute import value
from sim.report.files.query import query
from sim.scenario.held_against.validation import Pattern, Validation
from sim.study.merge import RUN, in_period, whole, with_run
from sim.study.plan import Run
from sim.study.store import Results

FILE = "validation.csv"
YEAR = 7


def validated(results: Results, asked: Validation) -> pd.DataFrame:
    """Hold results against patterns, and keep the table in their folder.

    returns : a row for each pattern: pattern, title, published, band_low, band_high, model, low,
              high (mean over runs, and its 95% interval), runs, verdict, source
    """
    lines = [one for one in results.ledger().values() if one["scenario"] == scenario_of(results)]
    runs = [Run(one["key"], one["scenario"], one["draw"], one["replicate"], "") for one in lines]
    told = [of_run(results, run, asked) for run in runs]
    rows = [
        row(one, [each.get(one.name, np.nan) for each in told], results) for one in asked.patterns
    ]
    table = pd.DataFrame(rows)
    table.to_csv(results.path / FILE, index=False, lineterminator="\n")
    return table


@dataclass(frozen=True)
class Ran:
    """One run, over the experiment's period.

    quarterly : its rows, with the columns that name the run
    """

    quarterly: pd.DataFrame
    tables: Mapping[str, pd.DataFrame]
    span: Span

    def measure(self, name: str) -> float:
        """Give a measure over everything, or a statistic."""
        if name not in READERS:
            return value(MEASURES[name], whole(self.quarterly.drop(columns=RUN)))
        table, read = READERS[name]
        return read(self.quarterly if table == "quarterly" else self.tables[table], self.span)


def scenario_of(results: Results) -> str:
    """Name the scenario that is held against patterns: the one that others are compared with."""
    names = [one.name for one in results.experiment.scenarios]
    return results.experiment.against if results.experiment.against in names else names[0]


def of_run(results: Results, run: Run, asked: Validation) -> dict[str, float]:
    """Give a run's value of each pattern; what a query asks, it asks of all runs together."""
    experiment, tables = results.experiment, results.tables_of(run.key)
    scenario = next(one for one in experiment.scenarios if one.name == run.scenario)
    rows = with_run(in_period(tables["quarterly"], scenario.start, experiment), run)
    last = int((rows["first_week"] + rows["weeks"] - 1).max())
    year = str(rows["quarter"].iloc[0])[:YEAR]
    ran = Ran(rows, tables, Span(year, last, scenario.population_scale))
    return {one.name: of_pattern(ran, one) for one in asked.patterns if one.how != "query"}


def of_pattern(ran: Ran, one: Pattern) -> float:
    """Give a run's value of one pattern."""
    match one.how:
        case "variation":
            return patterns.variation(ran.quarterly, *one.of)
        case "correlation":
            return patterns.together(ran.quarterly, *one.of)
        case "persistence":
            return patterns.persistence(ran.quarterly, one.of[0], one.years)
        case "gradient":
            return patterns.gradient(ran.quarterly, *one.of)
        case _:
            return ran.measure(*one.of)


def row(one: Pattern, values: list[float], results: Results) -> dict[str, object]:
    """Hold one pattern against its values."""
    if one.how == "query":
        values = [answer(one, results)]
    found = mean_interval(pd.Series(values, dtype=float))
    return {
        "pattern": one.name, "title": one.title, "published": one.value, "band_low": one.low,
        "band_high": one.high, "model": found.mean, "low": found.low, "high": found.high,
        "runs": found.n, "verdict": verdict(found.mean, one.low, one.high), "source": one.source,
    }  # fmt: skip


def answer(one: Pattern, results: Results) -> float:
    """Ask a pattern’s own question, whose answer is one number."""
    found = query(results.path, one.of[0])
    if found.shape != (1, 1):
        raise InputError.command_line(
            f"The query of “{one.name}” gives {found.shape[0]} rows and {found.shape[1]} columns.",
            "Ask for one number, as: select sum(plans) / sum(children) from quarterly",
        )
    return float(found.to_numpy(dtype=float)[0, 0])
