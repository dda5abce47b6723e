"""Batches that tests of the study share: runs invented from their address, machinery that tells."""

import os
import time
from dataclasses import replace
from datetime import date
from errno import ENOSPC

import pandas as pd

from sim.kernel.calendar import Calendar
from sim.kernel.chance import Chance
from sim.measures.counters import COUNTERS
from sim.scenario import Authority, Experiment, Scenario
from sim.study.batch.batch import Machinery
from sim.study.execute import execute
from sim.study.worker import Done, Task, store_run, timed

START = date(2023, 4, 1)


def scenario(name, **changed):
    """A scenario whose name says how its runs behave below."""
    place = (Authority("Northmoor", 15_000, 0.0, "unitary", "north", "good", {"x": 1.0}),)
    plain = Scenario(name, name, "?", START, date(2025, 3, 31), 25, place, 1.0, {})
    return replace(plain, uncoupled=(name,), **changed)  # so that meanings differ


def experiment(*names, replicates=3):
    return Experiment(
        "try", "A try", "Does it work?", tuple(map(scenario, names)), names[0], replicates, 7,
        (), date(2024, 4, 1), date(2025, 3, 31),
    )  # fmt: skip


def invented(scenario, seed, replicate):
    """Tables that depend on the address alone, as a run's do."""
    calendar, chance, rows = Calendar(START), Chance(seed, replicate), []
    week = 0
    while calendar.date(week) <= scenario.end:
        first, quarter = week, calendar.quarter(week)
        while calendar.quarter(week) == quarter:
            week += 1
        row = {"quarter": f"{quarter[0]} Q{quarter[1]}", "first_week": first, "weeks": week - first,
               "authority": "Northmoor", "quintile": 1}  # fmt: skip
        for name, counter in COUNTERS.items():
            row[name] = chance.uniform(f"{scenario.name} {name}", first, 0)
            row |= {f"{name}_weeks": row[name] * row["weeks"]} if counter.kind == "stock" else {}
        rows.append(row)
    incidents = pd.DataFrame({"week": [replicate], "authority": ["Northmoor"]}).iloc[replicate:]
    return {"quarterly": pd.DataFrame(rows), "incidents": incidents}


def make(task: Task):
    """Make one run that behaves as its scenario's name says."""
    behaviour, last = task.run.scenario, task.run.replicate == 2
    once = task.runs_folder.parent / f"begun {behaviour} {task.run.replicate}"
    if behaviour == "raises" and last:
        raise ValueError("a worker with a caseload of −1")
    if behaviour == "dies" and last:
        os._exit(7)
    if behaviour in ("dies once", "dies and hangs") and last and not once.exists():
        once.touch()
        os._exit(7)
    if behaviour == "full disk" and last:
        raise OSError(ENOSPC, os.strerror(ENOSPC))
    if behaviour.endswith("hangs") and last:
        time.sleep(600)
    if behaviour == "slow":
        once.write_text(str(os.getpid()))
        time.sleep(1)
    tables = invented(task.scenario, task.seed, task.run.replicate)
    return store_run(task.runs_folder, task.run.key, tables)


def work(task: Task) -> Done:
    if task.kind == "past" and "no past" in task.run.scenario and task.run.replicate == 1:
        return timed(task, forgetful)
    return timed(task, (lambda _: {}) if task.kind == "past" else make)


def forgetful(task: Task):
    raise OSError("no past")


MACHINERY = Machinery(work=work, warm_up=None)


def start(*names, out=None, workers=0, **changed):
    given = experiment(*names, **changed)
    return execute(given, out, workers, quiet=True, machinery=MACHINERY)


def contents(path):
    return {file.name: file.read_bytes() for file in path.glob("*.parquet")}
