"""Chronicle: what all who follow somebody through a run write down, from outside."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Protocol

from sim.model import WEEK, ChildrensServices, stage_name
from sim.study.story.diary import Diary, Entry

type Tick = Callable[[], object]
type Values = dict[tuple[str, str], float]


class Chronicle:
    """The entries of one diary, written while a world lives.

    whose : number of the family, or permanent number of the person
    last  : values by book and column, as they were last looked at
    """

    def __init__(self, world: ChildrensServices, whose: int) -> None:
        """Begin without a word."""
        self.world, self.whose = world, whose
        self.entries: list[Entry] = []
        self.last: Values = {}

    def note(self, stage: str, book: str, column: str, after: float, before: Any = None) -> None:
        """Write one row."""
        world, number = self.world, len(self.entries) + 1
        day = world.calendar.date(world.week)
        self.entries.append(Entry(number, world.week, day, stage, book, column, before, after))

    def note_changes(self, stage: str, now: Values) -> None:
        """Write down how values differ from what they were."""
        for (book, column), value in now.items():
            before = self.last.get((book, column))
            if before != value:
                self.note(stage, book, column, value, before)
        self.last = now

    def diary(self) -> Diary:
        """Give what has been written down so far."""
        named = self.world.setting
        return Diary(named.name, named.title, self.whose, tuple(self.entries), self.world.week)


class Watcher(Protocol):
    """Whoever looks at a world between its stages."""

    def prepare(self, stage: str) -> None:
        """Look up, before a stage, what it will meet."""

    def look(self, stage: str) -> None:
        """Write down what a stage changed."""


def weeks(world: ChildrensServices, watchers: Sequence[Watcher]) -> Iterator[int]:
    """Live the world's weeks as `step` does, and let watchers look after each stage."""
    while world.week < world.last_week:
        world.begin_week()
        for one in watchers:
            one.look("events")
        for stage in WEEK:
            name = stage_name(stage)
            for one in watchers:
                one.prepare(name)
            stage.run(world)
            for one in watchers:
                one.look(name)
        world.end_week()
        yield world.week
