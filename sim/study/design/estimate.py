"""Estimate: how long an experiment will take, on how much disk and memory, from a timed sample."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from sim.kernel.calendar import WEEKS_IN_YEAR, Calendar
from sim.model import ChildrensServices, build_past
from sim.scenario import Experiment, Scenario
from sim.study.design.points import drawn
from sim.study.plan import Run, plan, planned
from sim.study.processes import one_thread, pools
from sim.study.replicate import past_file, warm_up
from sim.study.tables import Tables, read_tables, write_tables
from sim.study.worker import memory_mb

SAMPLE = 26
"""Weeks that are run and timed; the past before them is a year."""
BYTES_IN_A_MB = 1e6
QUARTER = 13
REPORT_SECONDS, REPORT_BYTES = 0.1, 36_000
"""What a report takes for each run, and for each quarter of each authority of it: measured on
nine-levers (results/shown), and no more than a guide."""

COPIES = 2
"""Rows of a run lie in its own tables and in those joined of all runs."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What a timed sample of the first scenario took.

    past_week, week : seconds for each week of a past and of a run
    run, join       : seconds for each run, however long it is: to make and write it, to join it
    bytes_a_run     : on disk, however short it is
    bytes_a_week    : on disk, for each week of it, by what half of the sample's rows take less
    memory_mb       : most that a process held
    """

    past_week: float
    week: float
    run: float
    join: float
    bytes_a_run: float
    bytes_a_week: float
    memory_mb: int


@dataclass(frozen=True, slots=True)
class Estimate:
    """What an experiment is expected to take.

    memory_mb                 : of all processes together, that which starts them included
    report_seconds, report_mb : of the report that is written after the runs
    """

    seconds: float
    disk_mb: float
    memory_mb: int
    report_seconds: float
    report_mb: int


def sampled(scenario: Scenario, seed: int) -> Sample:
    """Build a year of past and run half a year of a scenario, whole, and see what it takes."""
    short = replace(scenario, past_years=1, end=scenario.start + timedelta(weeks=SAMPLE))
    begun = perf_counter()
    past = build_past(short, seed, 0)
    built = perf_counter()
    model = ChildrensServices(short, seed, 0, past)
    ready = perf_counter()
    tables = model.run()
    ended = perf_counter()
    size, written, read = on_disk(tables)
    half, *_ = on_disk({name: table.iloc[: len(table) // 2] for name, table in tables.items()})
    weekly = max(0.0, (size - half) / (SAMPLE / 2))
    return Sample(
        (built - begun) / WEEKS_IN_YEAR, (ended - ready) / SAMPLE, ready - built + written,
        read + written, max(0.0, size - weekly * SAMPLE), COPIES * weekly, memory_mb(),
    )  # fmt: skip


def apart[T](do: Callable[..., T], *given: Any) -> T:
    """Do something in a process of its own, so that what it holds is what a worker holds."""
    with one_thread(), pools(1, None)(1) as pool:
        return pool.submit(do, *given).result()


def on_disk(tables: Tables) -> tuple[int, float, float]:
    """Count the bytes that tables take on disk, and the seconds to write and to read them."""
    with TemporaryDirectory() as folder:
        begun = perf_counter()
        write_tables(Path(folder), tables)
        written = perf_counter()
        read_tables(Path(folder))
        read = perf_counter()
        size = sum(file.stat().st_size for file in Path(folder).iterdir())
    return size, written - begun, read - written


def estimated(experiment: Experiment, workers: int) -> Estimate:
    """Say what all runs of an experiment will take, pasts that are not in the cache included."""
    asked = drawn(experiment)
    apart(warm_up, asked.scenarios[0])  # compiling takes gigabytes, once
    sample, runs = apart(sampled, asked.scenarios[0], asked.seed), plan(asked)
    weeks = {one.name: Calendar(one.start).week(one.end) for one in asked.scenarios}
    many = planned(asked)["runs"]  # each of the plan's more than once where a goal is sought
    simulated = many / len(runs) * sum(weeks[run.scenario] for run in runs)
    made = simulated * sample.week + many * sample.run
    built = past_weeks(asked, runs) * sample.past_week
    quarters = many / len(runs) * rows(asked, runs)
    at_once = max(1, min(workers, len(runs)))
    size = many * sample.bytes_a_run + simulated * sample.bytes_a_week
    return Estimate(
        (made + built) / at_once + many * sample.join, size / BYTES_IN_A_MB,
        sample.memory_mb * (at_once + 1), many * REPORT_SECONDS,
        round(sample.memory_mb + quarters * REPORT_BYTES / BYTES_IN_A_MB),
    )  # fmt: skip


def rows(experiment: Experiment, runs: tuple[Run, ...]) -> int:
    """Count quarters by authority in all runs, which a report holds together."""
    each = {
        one.name: len(one.authorities) * (Calendar(one.start).week(one.end) // QUARTER + 1)
        for one in experiment.scenarios
    }
    return sum(each[run.scenario] for run in runs)


def past_weeks(experiment: Experiment, runs: tuple[Run, ...]) -> float:
    """Count the weeks of past that have to be simulated first."""
    years = {one.name: one.past_years for one in experiment.scenarios}
    pasts = {run.past: years[run.scenario] for run in runs}
    missing = [years for past, years in pasts.items() if not past_file(past).exists()]
    return sum(missing) * WEEKS_IN_YEAR
