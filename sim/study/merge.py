"""Merge: the runs' tables joined in the order of the runs, and a row of measures for each run.

The order is by scenario, draw and replicate, so joined files are equal to the last byte
however many processes made them, in whatever order, and however often they were stopped.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sim.kernel.calendar import Calendar
from sim.measures import MEASURES
from sim.measures.compute import value
from sim.scenario import Experiment
from sim.study.design.table import DESIGN, factor_words, points_table
from sim.study.dictionary import column_metadata, write_dictionary
from sim.study.plan import Run
from sim.study.store import DICTIONARY, RUNS_FOLDER, Results
from sim.study.tables import SUFFIX, column_words, file_hash, read_table, write_table

RUNS = "runs"
RUN = ["scenario", "draw", "replicate"]
PERIOD = ["quarter", "first_week", "weeks"]


def merge(
    results: Results, runs: Sequence[Run], go_on: Callable[[], None] = lambda: None
) -> dict[str, str]:
    """Join the tables of finished runs; give back the hash of each joined file.

    go_on : called before each run is read; raises to leave off, with tables before it joined
    """
    there = results.finished()
    ordered = sorted((run for run in runs if run.key in there), key=lambda run: run.place)
    if not ordered:
        return {}
    names = sorted(path.stem for path in run_folder(results, ordered[0]).glob(f"*{SUFFIX}"))
    for name in names:
        frames = (one for run in ordered for one in [read_on(results, run, name, go_on)])
        write_table(results.path / f"{name}{SUFFIX}", frames, column_metadata(name))
    experiment = results.experiment
    measured = pd.DataFrame(measured_rows(results, ordered, go_on))
    varied = column_metadata(RUNS) | factor_words(experiment)
    write_table(results.path / f"{RUNS}{SUFFIX}", [measured], varied)
    made = [*names, RUNS]
    if experiment.points:
        write_table(results.path / f"{DESIGN}{SUFFIX}", [points_table(experiment)], varied)
        made.append(DESIGN)
    files = [results.path / f"{name}{SUFFIX}" for name in made]
    write_dictionary(
        results.path / DICTIONARY, {file.stem: list(column_words(file)) for file in files}
    )
    return {file.name: file_hash(file) for file in (*files, results.path / DICTIONARY)}


def read_on(results: Results, run: Run, name: str, go_on: Callable[[], None]) -> pd.DataFrame:
    """Read one table of one run, with the columns that say whose rows they are."""
    go_on()
    return with_run(read_run(results, run, name), run)


def run_folder(results: Results, run: Run) -> Path:
    """Say where a run's own tables are."""
    return results.path / RUNS_FOLDER / run.key


def read_run(results: Results, run: Run, name: str) -> pd.DataFrame:
    """Read one table of one run."""
    return read_table(run_folder(results, run) / f"{name}{SUFFIX}")


def with_run(frame: pd.DataFrame, run: Run) -> pd.DataFrame:
    """Put in front of a table the columns that say whose rows they are."""
    named = pd.DataFrame(
        {"scenario": run.scenario, "draw": run.draw, "replicate": run.replicate},
        index=frame.index,
    )
    return pd.concat([named, frame], axis="columns")


def measured_rows(
    results: Results, runs: Sequence[Run], go_on: Callable[[], None]
) -> Iterator[dict[str, object]]:
    """Compute every measure over the experiment's period, a row for each run, one at a time."""
    experiment = results.experiment
    points = points_table(experiment).set_index("draw").to_dict("index")
    starts = {scenario.name: scenario.start for scenario in experiment.scenarios}
    for run in runs:
        go_on()
        quarterly = read_run(results, run, "quarterly")
        columns = columns_of(whole(in_period(quarterly, starts[run.scenario], experiment)))
        yield {
            "key": run.key,
            "scenario": run.scenario,
            "draw": run.draw,
            "replicate": run.replicate,
            **{str(name): number for name, number in points[run.draw].items()},
            **{name: value(measure, columns) for name, measure in MEASURES.items()},
        }


def columns_of(frame: pd.DataFrame) -> dict[str, NDArray[Any]]:
    """Take a table apart into its columns, which measures read in a tenth of the time."""
    return {
        str(name): np.asarray(column, dtype=str if name == "quarter" else None)
        for name, column in frame.items()
    }


def remeasured(runs: pd.DataFrame, quarterly: pd.DataFrame) -> pd.DataFrame:
    """Compute the measures of runs again, of some of the rows that they have in the period.

    runs      : a row for each run, with every measure
    quarterly : rows of some authorities, of all runs
    returns   : as `runs`, with the measures of these authorities
    """
    rows = {key: whole(part.drop(columns=RUN)) for key, part in quarterly.groupby(RUN, sort=False)}
    found = {
        name: [value(MEASURES[name], rows[key]) for key in runs[RUN].itertuples(index=False)]
        for name in MEASURES
        if name in runs
    }
    return runs.assign(**found)


def in_period(quarterly: pd.DataFrame, start: date, experiment: Experiment) -> pd.DataFrame:
    """Keep the quarters all of whose weeks begin within the experiment's period."""
    calendar = Calendar(start)
    first, last = calendar.week(experiment.period_start), calendar.week(experiment.period_end)
    ends = quarterly["first_week"] + quarterly["weeks"] - 1
    beyond = calendar.date(last) > experiment.period_end
    return quarterly[(quarterly["first_week"] >= first) & (ends <= last - beyond)]


def whole(quarterly: pd.DataFrame) -> pd.DataFrame:
    """Add up authorities and quintiles: all that a measure over everything needs."""
    counters = quarterly.drop(columns=["authority", "quintile"], errors="ignore")
    return counters.groupby(PERIOD, sort=True, as_index=False).sum()
