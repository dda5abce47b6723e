"""Follow: live a run again, and write down whatever changes in one family.

Worlds are determined by scenario, seed and replicate, so the same run can be lived as often as
one likes. The follower stands outside: it copies the family's rows after every stage and
touches nothing. `tests/law/test_story.py` shows that the run's tables stay the same.
"""

from typing import Any

from sim.kernel.errors import InputError
from sim.model import ChildrensServices
from sim.rules.consequences import INCIDENT_COLUMNS
from sim.scenario import Scenario
from sim.state.columns import NEVER, NOBODY
from sim.state.worker import AGENCY
from sim.study.replicate import past_of
from sim.study.story.chronicle import Chronicle, Tick, Values, weeks
from sim.study.story.diary import DIED, HARMED, OPENING, Diary
from sim.study.story.met import door_bar, met

BOOKS = {"family": "homes", "truth": "truth", "file": "record", "observer": "trace"}
FATAL = INCIDENT_COLUMNS.index("fatal")
WHOSE = INCIDENT_COLUMNS.index("family")


class Follower(Chronicle):
    """Watches one family of a world, from outside."""

    def __init__(self, world: ChildrensServices, family: int) -> None:
        """Write down how the family stands."""
        super().__init__(world, family)
        self.family = family
        self.raw: list[bytes] = []
        self.incidents = int(world.tables.incidents.count[0])
        self.met: Values = {}
        self.look(OPENING)

    def rows(self) -> dict[str, Any]:
        """Look at the family's rows, by book."""
        tables = self.world.tables
        return {book: getattr(tables, name)[self.family] for book, name in BOOKS.items()}

    def prepare(self, stage: str) -> None:
        """Look up, before a stage, what its decision will meet."""
        self.met = met(self.world, self.family) if stage == "decisions" else {}

    def look(self, stage: str) -> None:
        """Write down what a stage changed, and what its decision was held against."""
        rows = self.rows()
        raw = [row.tobytes() for row in rows.values()]
        if raw != self.raw:
            self.compare(stage, values(rows))
            self.raw = raw
        self.note_incidents(stage)

    def compare(self, stage: str, now: Values) -> None:
        """Write down how the family's rows differ from what they were."""
        waits = ("file", "contact_waits")
        if stage == "front_door" and self.last[waits] != NEVER and now[waits] == NEVER:
            self.met = {("threshold", "front_door"): door_bar(self.world, self.family)}
        for (book, column), value in self.met.items():
            self.note(stage, book, column, value)
        self.met = {}
        taken = now["file", "allocated"] != self.last.get(("file", "allocated"))
        self.note_changes(stage, now)
        if now["file", "worker"] != NOBODY and taken:
            self.introduce(stage, int(now["file", "worker"]))

    def introduce(self, stage: str, post: int) -> None:
        """Write down who now holds the case."""
        worker = self.world.seen.workers[post]
        self.note(stage, "worker", "experience", worker.experience)
        self.note(stage, "worker", "newly_qualified", worker.newly_qualified)
        self.note(stage, "worker", "agency", int(worker.filled == AGENCY))

    def note_incidents(self, stage: str) -> None:
        """Write down a serious incident."""
        book = self.world.tables.incidents
        written = int(book.count[0])
        if written == self.incidents:
            return
        for row in book.rows[self.incidents : written]:
            if int(row[WHOSE]) == self.family:
                self.note(stage, "truth", "incident", DIED if row[FATAL] else HARMED, 0)
        self.incidents = written


def values(rows: dict[str, Any]) -> Values:
    """Read rows as numbers, by book and column."""
    return {
        (book, part): row[part].item() for book, row in rows.items() for part in row.dtype.names
    }


def follow(
    scenario: Scenario, seed: int, replicate: int, family: int, tick: Tick = lambda: None
) -> Diary:
    """Live one run again and give the diary of one family, whatever family has its place.

    tick : called after every week
    raises InputError where there is no such family
    """
    world = ChildrensServices(scenario, seed, replicate, past_of(scenario, seed, replicate))
    if not 0 <= family < len(world.tables.homes):
        raise no_family(scenario, family, len(world.tables.homes))
    follower = Follower(world, family)
    for _ in weeks(world, [follower]):
        tick()
    return follower.diary()


def no_family(scenario: Scenario, family: int, families: int) -> InputError:
    """Say that there is no family of that number."""
    return InputError.command_line(
        f"There is no family {family:,} in “{scenario.name}”.",
        f"Its {families:,} families are numbered from 0 to {families - 1}.",
    )
