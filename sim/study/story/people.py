"""People: a first pass over a run, that finds which working lives a story could be told of.

Reads whole columns and the book of jobs at the end of each week, and touches nothing.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.model import ChildrensServices
from sim.rules.exits import JOB_COLUMNS
from sim.rules.people import FROM_AUTHORITY
from sim.state.columns import column
from sim.state.worker import AGENCY, EMPLOYED, TEAM_MANAGER, VACANT
from sim.study.story.person import PAIRS


@dataclass(frozen=True, slots=True)
class Turn:
    """What happened to a person in a week of the run."""

    whose: int
    week: int


@dataclass(frozen=True, slots=True)
class Job:
    """A job that ended in the run, as the book of jobs has it.

    started  : week in which it began, negative in the past
    week     : in which it ended
    strain   : of its holder if they were stressed, SD; None if they were not
    """

    whose: int
    started: int
    week: int
    ended_by: int
    came_from: int
    agency: bool
    strain: float | None


class People:
    """What happened to people in one run, gathered week by week.

    appointed : managers, from within
    shaken    : those who held a case in which a serious incident was reported
    moved     : those who came to an authority from another of the run
    sent      : those who came to an authority through an agency
    at_first  : permanent staff when the run began
    """

    def __init__(self, world: ChildrensServices) -> None:
        """Begin with those in post at the start."""
        self.world = world
        self.jobs: list[Job] = []
        self.appointed: list[Turn] = []
        self.moved: list[Turn] = []
        self.sent: list[Turn] = []
        self.strain: dict[int, float] = {}
        self.shaken: list[Turn] = []
        self.at_first = set(self.who(self.employed()).tolist())
        self.known = self.at_first.copy()
        self.take_stress()

    def col(self, name: str) -> NDArray[Any]:
        """Give a column of the posts."""
        return column(self.world.tables.workers, name)

    def employed(self) -> NDArray[np.bool_]:
        """Find the posts that permanent staff hold."""
        held: NDArray[np.bool_] = self.col("filled") == EMPLOYED
        return held

    def who(self, rows: NDArray[np.bool_]) -> NDArray[np.int64]:
        """Permanent numbers of those who hold posts."""
        first = self.col("first_post")[rows].astype(np.int64)
        numbers: NDArray[np.int64] = first * PAIRS + self.col("first_turn")[rows]
        return numbers

    def take(self) -> None:
        """Take in the week that has just ended."""
        week = self.world.week - 1
        self.take_jobs(week)
        self.take_stress()
        shaken = (self.col("shaken") == week) & (self.col("filled") != VACANT)
        self.shaken += [Turn(person, week) for person in self.who(shaken).tolist()]
        fresh = self.employed() & (self.col("seated") == week)
        for person in self.who(fresh & (self.col("kind") >= TEAM_MANAGER)).tolist():
            self.appointed.append(Turn(person, week))
        moved = fresh & (self.col("started") == week) & (self.col("came_from") == FROM_AUTHORITY)
        came_before = [one for one in self.who(moved).tolist() if one in self.known]
        self.moved += [Turn(person, week) for person in came_before]
        self.known.update(self.who(fresh).tolist())
        sent = (self.col("filled") == AGENCY) & (self.col("seated") == week)
        self.sent += [Turn(person, week) for person in self.who(sent).tolist()]

    def take_jobs(self, week: int) -> None:
        """See which jobs ended."""
        book = self.world.tables.jobs
        for row in book.rows[len(self.jobs) : book.count[0]]:
            one = dict(zip(JOB_COLUMNS, row.tolist(), strict=True))
            person = int(one["person"])
            self.jobs.append(
                Job(
                    person, int(one["started"]), week, int(one["ended_by"]),
                    int(one["came_from"]), one["agency"] > 0, self.strain.get(person),
                )
            )  # fmt: skip

    def take_stress(self) -> None:
        """Remember the strain of those who are stressed."""
        stressed = self.employed() & (self.col("stressed") == 1)
        felt = self.col("strain")[stressed].tolist()
        self.strain = dict(zip(self.who(stressed).tolist(), felt, strict=True))

    def close(self) -> None:
        """Nothing goes on that must be written down."""
