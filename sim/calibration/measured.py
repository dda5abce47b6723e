"""Measured: what runs give for each target."""

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
from sim.study.store import Results

BASE_YEAR = "2023-24"


def measured(results: Results, targets: Sequence[Target]) -> pd.DataFrame:
    """Measure every finished run of an experiment.

    returns : a row for each run, with columns draw, replicate and one for each target, in its unit;
              not a number where a run cannot tell it
    """
    there = results.finished()
    runs = [run for run in plan(results.experiment) if run.key in there]
    return pd.DataFrame([row(results, run, targets) for run in runs])


def row(results: Results, run: Run, targets: Sequence[Target]) -> dict[str, float]:
    """Measure one run."""
    tables = {name: with_run(one, run) for name, one in results.tables_of(run.key).items()}
    told = of_run(tables, targets, results.experiment.scenarios[0].population_scale)
    return {"draw": run.draw, "replicate": run.replicate, **told}


def of_run(
    tables: Mapping[str, pd.DataFrame], targets: Sequence[Target], scale: float
) -> dict[str, float]:
    """Give a run's value of each target that has a measure, by its name.

    tables : of the run, each with the columns scenario, draw and replicate
    scale  : families simulated ÷ families real
    """
    quarterly = tables["quarterly"]
    span = Span(BASE_YEAR, int((quarterly["first_week"] + quarterly["weeks"] - 1).max()), scale)
    year = whole(quarterly[quarterly["quarter"].str[:7] == span.year].drop(columns=RUN))
    return {
        one.name: one.times * of_target(str(one.measure), tables, year, span)
        for one in targets
        if one.measure
    }


def of_target(
    measure: str, tables: Mapping[str, pd.DataFrame], year: pd.DataFrame, span: Span
) -> float:
    """Give one measure of the base year, or a statistic of a run."""
    if measure in MEASURES:
        return value(MEASURES[measure], year) if len(year) else np.nan
    table, read = READERS[measure]
    return read(tables[table], span)
