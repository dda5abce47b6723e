"""Estimate: how long an experiment will take, on how much disk and memory, from a timed sample."""

from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from sim.kernel.calendar import WEEKS_IN_YEAR, Calendar
from sim.model import ChildrensServices, build_past
from sim.scenario import Experiment, Scenario
from sim.study.design.points import drawn
from sim.study.plan import Run, plan, planned
from sim.study.replicate import past_file, warm_up
from sim.study.tables import Tables, write_tables
from sim.study.worker import memory_mb

SAMPLE = 26
"""Weeks that are run and timed; the past before them is a year."""
BYTES_IN_A_MB = 1e6
COPIES = 2
"""Rows of a run lie in its own tables and in those joined of all runs."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What a timed sample of the first scenario took.

    past_week, week : seconds for each week of a past and of a run, writing included
    bytes_a_run     : on disk, however short it is
    bytes_a_week    : on disk, for each week of it, by what half of the sample's rows take less
    memory_mb       : most that a process held
    """

    past_week: float
    week: float
    bytes_a_run: float
    bytes_a_week: float
    memory_mb: int


@dataclass(frozen=True, slots=True)
class Estimate:
    """What an experiment is expected to take."""

    seconds: float
    disk_mb: float
    memory_mb: int


def sampled(scenario: Scenario, seed: int) -> Sample:
    """Build a year of past and run half a year of a scenario, whole, and see what it takes."""
    warm_up(scenario)
    short = replace(scenario, past_years=1, end=scenario.start + timedelta(weeks=SAMPLE))
    begun = perf_counter()
    past = build_past(short, seed, 0)
    built = perf_counter()
    tables = ChildrensServices(short, seed, 0, past).run()
    size = on_disk(tables)
    ended = perf_counter()
    half = on_disk({name: table.iloc[: len(table) // 2] for name, table in tables.items()})
    weekly = max(0.0, (size - half) / (SAMPLE / 2))
    return Sample(
        (built - begun) / WEEKS_IN_YEAR, (ended - built) / SAMPLE, max(0.0, size - weekly * SAMPLE),
        COPIES * weekly, memory_mb(),
    )  # fmt: skip


def on_disk(tables: Tables) -> int:
    """Count the bytes that tables take when they are written."""
    with TemporaryDirectory() as folder:
        write_tables(Path(folder), tables)
        return sum(file.stat().st_size for file in Path(folder).iterdir())


def estimated(experiment: Experiment, workers: int) -> Estimate:
    """Say what all runs of an experiment will take, pasts that are not in the cache included."""
    asked = drawn(experiment)
    sample, runs = sampled(asked.scenarios[0], asked.seed), plan(asked)
    weeks = {one.name: Calendar(one.start).week(one.end) for one in asked.scenarios}
    often = planned(asked)["runs"] / len(runs)  # more than once where a goal is sought
    simulated = often * sum(weeks[run.scenario] for run in runs)
    seconds = simulated * sample.week + past_weeks(asked, runs) * sample.past_week
    at_once = max(1, min(workers, len(runs)))
    size = often * len(runs) * sample.bytes_a_run + simulated * sample.bytes_a_week
    return Estimate(seconds / at_once, size / BYTES_IN_A_MB, sample.memory_mb * at_once)


def past_weeks(experiment: Experiment, runs: tuple[Run, ...]) -> float:
    """Count the weeks of past that have to be simulated first."""
    years = {one.name: one.past_years for one in experiment.scenarios}
    pasts = {run.past: years[run.scenario] for run in runs}
    missing = [years for past, years in pasts.items() if not past_file(past).exists()]
    return sum(missing) * WEEKS_IN_YEAR
