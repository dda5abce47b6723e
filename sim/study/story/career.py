"""Career: live a run again, and write down the working life of one person, wherever it leads.

The follower finds the person after every stage, in a post or between posts, copies what the rows
hold and touches nothing. `tests/law/test_working_life.py` shows that the run stays the same.
"""

from dataclasses import replace
from typing import Any

import numpy as np

from sim.kernel.compiled import interpreted
from sim.model import ChildrensServices
from sim.rules.exits import JOB_COLUMNS
from sim.rules.people import in_first_year
from sim.rules.strain import supervision_sd
from sim.scenario import Scenario
from sim.state.columns import NEVER, NOBODY, column
from sim.state.worker import EMPLOYED, VACANT
from sim.study.replicate import past_of
from sim.study.story.absent import never_came, refuse_nobody
from sim.study.story.chronicle import Chronicle, Tick, Values, weeks
from sim.study.story.diary import OPENING, Diary
from sim.study.story.hazard import Before, hazard_of
from sim.study.story.person import Person

POST = ("authority", "team", "kind", "number", "fte", "filled", "seated")
ELSEWHERE = ("team", "kind", "number")  # what nobody has between posts
PERSON = (
    "came_from", "newly_qualified", "senior", "started", "talent", "own_criterion", "strain",
    "stressed", "fear", "shaken", "sick_until", "suspended_until", "leaves", "leaves_for", "held",
    "load",
)  # fmt: skip
WHO, ENDED_BY, SINCE = (JOB_COLUMNS.index(name) for name in ("person", "ended_by", "started"))


class Career(Chronicle):
    """Watches one person of a world, from outside.

    place : table and row in which the person was last found; None before and after the story
    ended : whether the person is followed no further
    """

    def __init__(self, world: ChildrensServices, person: Person) -> None:
        """Write down how the person stands, if it is there yet."""
        super().__init__(world, person.number)
        self.person = person
        self.place: tuple[str, int] | None = None
        self.ended = False
        self.before: Before | None = None
        self.jobs = int(world.tables.jobs.count[0])
        self.look(OPENING)

    def diary(self) -> Diary:
        """Give what has been written down so far; it ends where the person is followed no more."""
        whole = super().diary()
        return replace(whole, until=self.entries[-1].week + 1) if self.ended else whole

    def is_at(self, place: tuple[str, int]) -> bool:
        """Whether the person stands in a row."""
        row: Any = getattr(self.world.seen, place[0])[place[1]]
        return (row.first_post, row.first_turn) == self.person and row.filled != VACANT

    def find(self) -> tuple[str, int] | None:
        """Find the person's row, in a post or between posts."""
        if self.place and self.is_at(self.place):
            return self.place
        for name in ("workers", "between"):
            table: Any = getattr(self.world.tables, name)
            here = (column(table, "first_post") == self.person.post) & (
                column(table, "first_turn") == self.person.turn
            )
            for row in np.flatnonzero(here & (column(table, "filled") != VACANT)):
                return name, int(row)
        return None

    def prepare(self, stage: str) -> None:
        """Keep, before the workforce lives its week, what giving notice will meet."""
        in_post = self.place is not None and self.place[0] == "workers"
        if stage == "workforce" and self.place and in_post:
            self.before = Before(self.world, self.world.seen.workers[self.place[1]])

    def look(self, stage: str) -> None:
        """Write down what a stage changed for the person."""
        if self.ended:
            return
        self.place = self.find()
        if stage == "workforce":
            self.note_jobs(stage)
        if self.place:
            before = self.last
            self.note_changes(stage, self.values(self.place))
            self.measure(stage, before)
        elif self.last:
            self.note(stage, "post", "filled", VACANT, self.last["post", "filled"])
            self.ended = True

    def values(self, place: tuple[str, int]) -> Values:
        """Read the person's row, as far as the diary keeps it."""
        row: Any = getattr(self.world.seen, place[0])[place[1]]
        read: Values = {("post", name): getattr(row, name) for name in POST}
        read |= {("person", name): getattr(row, name) for name in PERSON}
        if place[0] == "between":
            read |= {("post", name): NOBODY for name in ELSEWHERE}
            read |= {("person", "held"): 0.0, ("person", "load"): 0.0}
        new = place[0] == "workers" and row.filled == EMPLOYED and interpreted(in_first_year)(row)
        return {**read, ("observer", "protected"): int(new)}

    def note_jobs(self, stage: str) -> None:
        """Write down a job that ended, as the run's book of jobs has it."""
        book = self.world.tables.jobs
        written = int(book.count[0])
        for row in book.rows[self.jobs : written]:
            if int(row[WHO]) == self.whose:
                self.note(stage, "job", "started", int(row[SINCE]))
                self.note(stage, "job", "ended_by", int(row[ENDED_BY]))
        self.jobs = written

    def measure(self, stage: str, before: Values) -> None:
        """Look up what is told of a life at its turns, and at the end of each quarter."""
        noticed = before.get(("person", "leaves"), NEVER) == NEVER < self.last["person", "leaves"]
        ends = stage == "workforce" and self.world.calendar.ends_quarter(self.world.week)
        if not (noticed or ends or not before or self.moved(before)) or self.place is None:
            return
        table, place = self.place
        row: Any = getattr(self.world.seen, table)[place]
        self.note(stage, "observer", "experience", row.experience)
        self.note(stage, "observer", "age", row.age)
        if table == "workers":
            team = self.world.seen.teams[row.team]
            m = self.world.rates.management[row.authority]
            found = interpreted(supervision_sd)(row, team, m)
            self.note(stage, "observer", "supervision", found)
        if ends or noticed:
            self.take_apart(stage, noticed)

    def moved(self, before: Values) -> bool:
        """Whether the person has come to another post, or to stand between posts."""
        return any(before["post", name] != self.last["post", name] for name in ("number", "filled"))

    def take_apart(self, stage: str, noticed: bool) -> None:
        """Write down the hazard of giving notice and what made it, for permanent staff."""
        if self.place is None or self.place[0] != "workers" or self.before is None:
            return
        row = self.world.seen.workers[self.place[1]]
        stayed = row.filled == EMPLOYED and row.seated < self.world.week
        if stayed and (noticed or row.leaves == NEVER):
            parts = hazard_of(self.before, self.world.tables.workers, self.place[1])
            for name, value in parts.items():
                self.note(stage, "hazard", name, value)


def follow_person(
    scenario: Scenario, seed: int, replicate: int, person: Person, tick: Tick = lambda: None,
    *, twin: bool = False,
) -> Diary:  # fmt: skip
    """Live one run again and give the diary of one person.

    tick : called after every week
    twin : whether it may be empty, as another person's twin need not come
    raises InputError where nobody has that number
    """
    world = ChildrensServices(scenario, seed, replicate, past_of(scenario, seed, replicate))
    career = Career(world, person)
    if not career.entries:
        refuse_nobody(world, person)
    for _ in weeks(world, [career]):
        tick()
    if not career.entries and not twin:
        raise never_came(world, person)
    return career.diary()
