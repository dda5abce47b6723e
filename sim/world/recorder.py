"""The recorder: adds the week's tally to its quarter, and writes the tables of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from sim.casefile.events import FAILINGS, KINDS
from sim.kernel.compiled import compiled
from sim.measures.counters import CELLS, COUNTERS, NAMES
from sim.rules.exits import DESTINATIONS, JOB_COLUMNS, JOB_GRADES, write_job
from sim.rules.harm import SPELL_COLUMNS, write_spell
from sim.rules.people import ORIGINS
from sim.state.columns import NEVER, NOBODY, Rows
from sim.state.decided import Decided
from sim.state.household import Household
from sim.state.staffed import Staffed
from sim.state.tables import Lists
from sim.state.trace import Book, Trace
from sim.state.truth import Truth
from sim.state.worker import VACANT, Worker
from sim.world.churn import count_churn
from sim.world.council_state import count_state, follow_recovery
from sim.world.decision_tables import decision_tables
from sim.world.event_tables import event_tables, placed, written
from sim.world.headcount import count_staff
from sim.world.staff_table import count_state as count_staff_state
from sim.world.staff_table import staff_table

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from sim.world.world import World

STOCKS = np.array([counter.kind == "stock" for counter in COUNTERS.values()])
ENDINGS = ("ceased", "care", "grew up", "")
GOES_ON = len(ENDINGS) - 1
FOLLOWED = (26, 52, 104)


class Recorder:
    """Sums of one run, quarter by quarter."""

    def __init__(self, world: World) -> None:
        """Begin with nothing."""
        self.closed = False
        self.world = world
        self.quarters: list[tuple[str, int]] = []
        self.weeks: list[int] = []
        self.sums: list[NDArray[np.float64]] = []
        self.ends: list[NDArray[np.float64]] = []
        self.decided: list[Decided] = []
        self.staffed: list[Staffed] = []

    def record(self) -> None:
        """Add this week to its quarter, and clear the tally for the next."""
        year, quarter = self.world.calendar.quarter(self.world.week)
        name = f"{year}-{(year + 1) % 100:02d} Q{quarter}"
        tally = self.world.tables.tally
        if not self.quarters or self.quarters[-1][0] != name:
            self.quarters.append((name, self.world.week))
            self.weeks.append(0)
            self.sums.append(np.zeros_like(tally))
            self.ends.append(np.zeros_like(tally))
            self.decided.append(Decided(*map(np.zeros_like, self.world.tables.decided)))
            self.staffed.append(np.zeros_like(self.world.tables.staffed))
        self.weeks[-1] += 1
        self.sums[-1] += tally
        self.ends[-1][:] = tally
        for sums, counts in zip(self.decided[-1], self.world.tables.decided, strict=True):
            np.add(sums, counts, out=sums)
        self.staffed[-1] += self.world.tables.staffed

    def tables(self) -> dict[str, pd.DataFrame]:
        """Write the run's tables."""
        spells = self.spells()
        return {
            "quarterly": self.quarterly(spells),
            **decision_tables(self.quarters, self.weeks, self.decided, self.world.setting),
            "staff": staff_table(self.quarters, self.weeks, self.staffed, self.world.setting),
            "spells": spells,
            "jobs": self.jobs(),
            **event_tables(self.world),
        }

    def quarterly(self, spells: pd.DataFrame) -> pd.DataFrame:
        """Write a row for each quarter, authority and quintile (0: the organisation)."""
        names = [place.name for place in self.world.setting.authorities]
        sums, ends = np.array(self.sums), np.array(self.ends)
        quarters, cells = sums.shape[:2]
        gross = (
            np.array([c.grossed for c in COUNTERS.values()]) / self.world.setting.population_scale
        )
        gross = np.where(gross > 0.0, gross, 1.0)
        values = np.where(STOCKS, ends, sums) * gross
        frame = pd.DataFrame(values.reshape(quarters * cells, -1), columns=list(NAMES))
        over_weeks = (sums * gross)[:, :, STOCKS].reshape(quarters * cells, -1)
        stocks = [f"{name}_weeks" for name, stock in zip(NAMES, STOCKS, strict=True) if stock]
        frame = pd.concat([frame, pd.DataFrame(over_weeks, columns=stocks)], axis=1)
        frame.insert(0, "quarter", np.repeat([name for name, _ in self.quarters], cells))
        frame.insert(1, "first_week", np.repeat([week for _, week in self.quarters], cells))
        frame.insert(2, "weeks", np.repeat(self.weeks, cells))
        frame.insert(3, "authority", np.tile(np.repeat(names, CELLS), quarters))
        frame.insert(4, "quintile", np.tile(np.arange(CELLS), quarters * len(names)))
        self.follow_cohorts(frame, spells)
        return frame

    def follow_cohorts(self, frame: pd.DataFrame, spells: pd.DataFrame) -> None:
        """Count, in the quarter in which harm began, how much of it was recognised in time.

        Harm that begins under a plan, in proceedings or in care is left out: nothing finds it.
        """
        firsts = np.array([week for _, week in self.quarters])
        found_at_once = spells["recognised_week"] == spells["onset_week"]
        begun = spells[(spells["onset_week"] >= firsts[0]) & ~found_at_once]
        quarter = np.searchsorted(firsts, begun["onset_week"], side="right") - 1
        cell = begun["cell"].to_numpy()
        children = (begun["children"] * begun["weight"]).to_numpy()
        cells = len(frame) // len(firsts)
        row = quarter * cells + cell
        delay = (begun["recognised_week"] - begun["onset_week"]).to_numpy()
        known = begun["recognised_week"].to_numpy() != NOBODY
        for weeks in FOLLOWED:
            long = begun["onset_week"].to_numpy() + weeks < self.world.week
            in_time = long & known & (delay <= weeks)
            followed = np.bincount(row[long], children[long], len(frame))
            frame[f"spells_followed_{weeks}w"] = followed.astype(float)
            frame[f"spells_recognised_{weeks}w"] = np.bincount(
                row[in_time], children[in_time], len(frame)
            ).astype(float)

    def spells(self) -> pd.DataFrame:
        """Write spells of harm: those that ended, then those that go on."""
        self.close_books()
        t = self.world.tables
        frame = placed(self.world, written(t.spells, SPELL_COLUMNS))
        whole = [
            "children",
            "onset_week",
            "end_week",
            "recognised_week",
            "noticed_week",
            "referred_week",
        ]
        frame[whole] = frame[whole].astype(int).replace(NEVER, NOBODY)
        going = frame["ended_by"] == GOES_ON
        frame.loc[going, "end_week"] = NOBODY
        frame["kind"] = np.array(KINDS)[frame["kind"].astype(int)]
        frame["chronic"] = frame["chronic"] > 0
        frame["failing_stage"] = np.array(FAILINGS)[frame.pop("reached").astype(int)]
        frame["ended_by"] = np.array(ENDINGS)[frame["ended_by"].astype(int)]
        frame["weight"] = 1.0 / self.world.setting.population_scale
        return frame

    def close_books(self) -> None:
        """Write down, once, what still goes on when the run ends."""
        t = self.world.tables
        if self.closed:
            return
        self.closed = True
        close_spells(t.homes, t.truth, t.trace, t.harmed, self.world.week, t.spells)
        close_jobs(t.workers, self.world.week - 1, t.jobs)

    def jobs(self) -> pd.DataFrame:
        """Write spells of employment with one authority; agency workers' assignments, too."""
        frame = written(self.world.tables.jobs, JOB_COLUMNS)
        parts = ("fte", "experience", "age")
        whole = [name for name in JOB_COLUMNS if name not in parts]
        frame[whole] = frame[whole].astype(int)
        names = np.array([place.name for place in self.world.setting.authorities])
        frame["authority"] = names[frame["authority"]]
        frame["grade"] = np.array(JOB_GRADES)[frame["grade"]]
        frame["ended_by"] = np.array(DESTINATIONS)[frame["ended_by"]]
        frame["came_from"] = np.array(ORIGINS)[frame["came_from"]]
        for flag in ("newly_qualified", "agency"):
            frame[flag] = frame[flag] > 0
        frame["weight"] = 1.0 / self.world.setting.population_scale
        return frame.rename(columns={"started": "start_week", "stopped": "stop_week"})


@compiled
def close_spells(
    homes: Rows[Household], truth: Rows[Truth], trace: Rows[Trace], harmed: Lists, week: int,
    spells: Book,
) -> None:  # fmt: skip
    """Write down the spells of harm that go on."""
    for k in range(harmed.count[0]):
        i = int(harmed.families[k])
        write_spell(homes[i], truth[i], trace[i], week, GOES_ON, spells)


@compiled
def close_jobs(workers: Rows[Worker], week: int, jobs: Book) -> None:
    """Write down the spells of employment that go on after a week."""
    for post in range(len(workers)):
        if workers[post].filled != VACANT:
            workers[post].leaves_for = 0
            write_job(workers[post], week, NOBODY, jobs)


def count_organisation(world: World) -> None:
    """Count posts, people and states of each authority at the week's end."""
    count_staff(world)
    count_staff_state(world)
    count_churn(world)
    follow_recovery(world)
    count_state(world)
