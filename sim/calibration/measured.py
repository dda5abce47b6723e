"""Measured: what runs give for each target, and for what nobody publishes."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from sim.analysis.statistics.readers import READERS
from sim.analysis.statistics.span import Span
from sim.analysis.targets import Target
from sim.measures import MEASURES
from sim.measures.compute import value
from sim.study.merge import RUN, whole, with_run
from sim.study.plan import Run, plan
from sim.study.store import LEDGER, Results, read_lines

BASE_YEAR = "2023-24"
WATCHED = (
    "harm_prevalence", "recognised_52w", "harmed_protected", "sensitivity_plan",
    "false_alarms_plan", "needless_plans",
)  # fmt: skip
"""Measures that nobody publishes, such as how many children are harmed."""


def measured(results: Results, targets: Sequence[Target]) -> pd.DataFrame:
    """Measure every finished run of an experiment, in the base year.

    returns : a row for each run, with columns draw, replicate, seconds (of processor time, its past
              with it), one for each target, in its unit, and one for each of `WATCHED`; not a
              number where a run cannot tell it
    """
    there, seconds = results.finished(), spent(results)
    return pd.DataFrame([
        {"draw": run.draw, "replicate": run.replicate,
         "seconds": seconds.get(run.key, 0.0) + seconds.get(run.past, 0.0),
         **row(results, run, targets)}
        for run in plan(results.experiment) if run.key in there
    ])  # fmt: skip


def spent(results: Results) -> dict[str, float]:
    """Give the processor seconds that each run took, and each past, by its name."""
    lines = read_lines(results.path / LEDGER)
    return {
        line["past" if line["kind"] == "past" else "key"]: line["cpu_seconds"] for line in lines
    }


def row(results: Results, run: Run, targets: Sequence[Target]) -> dict[str, float]:
    """Measure one run."""
    tables = {name: with_run(one, run) for name, one in results.tables_of(run.key).items()}
    return of_run(tables, targets, results.experiment.scenarios[0].population_scale)


def of_run(
    tables: Mapping[str, pd.DataFrame], targets: Sequence[Target], scale: float
) -> dict[str, float]:
    """Give a run's value of each target that has a measure, and of what is watched, by its name.

    tables : of the run, each with the columns scenario, draw and replicate
    scale  : families simulated ÷ families real
    """
    quarterly = tables["quarterly"]
    span = Span(BASE_YEAR, int((quarterly["first_week"] + quarterly["weeks"] - 1).max()), scale)
    year = whole(quarterly[quarterly["quarter"].str[:7] == span.year].drop(columns=RUN))
    told = {
        one.name: one.times * of_target(str(one.measure), tables, year, span)
        for one in targets
        if one.measure
    }
    return told | {name: of_target(name, tables, year, span) for name in WATCHED}


def of_target(
    measure: str, tables: Mapping[str, pd.DataFrame], year: pd.DataFrame, span: Span
) -> float:
    """Give one measure of the base year, or a statistic of a run."""
    if measure in MEASURES:
        return value(MEASURES[measure], year) if len(year) else np.nan
    table, read = READERS[measure]
    return read(tables[table], span)
