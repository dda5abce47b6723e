"""Follow: live a run again, and write down whatever changes in one family.

Worlds are determined by scenario, seed and replicate, so the same run can be lived as often as
one likes. The follower stands outside: it copies the family's rows after every stage and
touches nothing. `tests/law/test_story.py` shows that the run's tables stay the same.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sim.kernel.errors import InputError
from sim.model import WEEK, ChildrensServices, stage_name
from sim.rules.consequences import INCIDENT_COLUMNS
from sim.scenario import Scenario
from sim.state.columns import NEVER, NOBODY
from sim.state.worker import AGENCY
from sim.study.replicate import past_of
from sim.study.story.diary import DIED, HARMED, OPENING, Diary, Entry
from sim.study.story.met import Values, door_bar, met

BOOKS = {"family": "homes", "truth": "truth", "file": "record", "observer": "trace"}
FATAL = INCIDENT_COLUMNS.index("fatal")
WHOSE = INCIDENT_COLUMNS.index("family")
type Tick = Callable[[], object]


class Follower:
    """Watches one family of a world, from outside."""

    def __init__(self, world: ChildrensServices, family: int) -> None:
        """Write down how the family stands."""
        self.world, self.family = world, family
        self.entries: list[Entry] = []
        self.last: Values = {}
        self.raw: list[bytes] = []
        self.incidents = int(world.tables.incidents.count[0])
        self.met: Values = {}
        self.look(OPENING)

    def rows(self) -> dict[str, Any]:
        """Look at the family's rows, by book."""
        tables = self.world.tables
        return {book: getattr(tables, name)[self.family] for book, name in BOOKS.items()}

    def note(self, stage: str, book: str, column: str, after: float, before: Any = None) -> None:
        """Write one row."""
        world, number = self.world, len(self.entries) + 1
        day = world.calendar.date(world.week)
        self.entries.append(Entry(number, world.week, day, stage, book, column, before, after))

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
        for (book, column), value in now.items():
            before = self.last.get((book, column))
            if before != value:
                self.note(stage, book, column, value, before)
        taken = now["file", "allocated"] != self.last.get(("file", "allocated"))
        if now["file", "worker"] != NOBODY and taken:
            self.introduce(stage, int(now["file", "worker"]))
        self.last = now

    def diary(self) -> Diary:
        """Give what has been written down so far."""
        named = self.world.setting
        return Diary(named.name, named.title, self.family, tuple(self.entries), self.world.week)

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


def weeks(world: ChildrensServices, followers: Sequence[Follower]) -> Iterator[int]:
    """Live the world's weeks as `step` does, and let followers look after each stage."""
    while world.week < world.last_week:
        world.begin_week()
        for one in followers:
            one.look("events")
        for stage in WEEK:
            name = stage_name(stage)
            for one in followers:
                one.prepare(name)
            stage.run(world)
            for one in followers:
                one.look(name)
        world.end_week()
        yield world.week


def no_family(scenario: Scenario, family: int, families: int) -> InputError:
    """Say that there is no family of that number."""
    return InputError.command_line(
        f"There is no family {family:,} in “{scenario.name}”.",
        f"Its {families:,} families are numbered from 0 to {families - 1}.",
    )
