"""Moment: what one stage of one week changed for a family, and how it stood before and after."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from sim.casefile.status import ASSESSMENT
from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.state.columns import NEVER
from sim.study.story.diary import OPENING, Diary, Entry

type What = tuple[str, str]
ADULT = 18


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a story.

    side  : truth or file
    rows  : of the diary, that it rests on
    parts : whether truth and file part here
    plain : whether it says no more than how things stood
    """

    week: int
    date: date
    side: str
    text: str
    rows: tuple[int, ...]
    parts: bool = False
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """One stage of one week of one family.

    before, now : values by book and column
    changed     : rows of the diary that this stage wrote
    latest      : entry that last set each value; `earlier` before this stage
    """

    week: int
    date: date
    stage: str
    before: Mapping[What, float]
    now: Mapping[What, float]
    changed: Mapping[What, int]
    latest: Mapping[What, Entry]
    earlier: Mapping[What, Entry]

    def has(self, book: str, *columns: str) -> bool:
        """Whether all of these changed."""
        return all((book, column) in self.changed for column in columns)

    def file(self, column: str) -> float:
        """Read the file as it stands after the stage."""
        return self.now["file", column]

    def file_before(self, column: str) -> float:
        """Read the file as it stood before the stage."""
        return self.before["file", column]

    def truth(self, column: str) -> float:
        """Read the truth as it stands after the stage."""
        return self.now["truth", column]

    @property
    def bars(self) -> dict[str, float]:
        """Give the thresholds that this stage's decision met, by name, SD."""
        return {name: self.now[book, name] for book, name in self.changed if book == "threshold"}

    def beyond(self, name: str, evidence: str = "belief") -> float:
        """Give how far the file lies above a threshold that this stage's decision met, SD."""
        return self.file(evidence) - self.bars[name]

    def rows(self, *whats: str) -> tuple[int, ...]:
        """Give the rows that last set these values, each written as book.column."""
        keys = [(book, column) for book, _, column in (what.partition(".") for what in whats)]
        return tuple(sorted({self.latest[key].row for key in keys if key in self.latest}))

    def say(
        self, side: str, text: str, *whats: str, parts: bool = False, plain: bool = False
    ) -> Sentence:
        """Make a sentence that rests on these values."""
        return Sentence(self.week, self.date, side, text, self.rows(*whats), parts, plain)

    @property
    def changed_family(self) -> bool:
        """Whether the family has grown up in this stage."""
        return self.stage != OPENING and ("family", "first_birth") in self.changed

    @property
    def is_open(self) -> bool:
        """Whether a case is open after the stage."""
        return self.file("status") >= ASSESSMENT

    @property
    def hears_of_incident(self) -> bool:
        """Whether a serious incident was reported to the front door this week."""
        told = self.latest.get(("file", "incident"))
        return told is not None and (told.week, told.before, told.after) == (self.week, 1, 0)

    @property
    def file_is_away(self) -> bool:
        """Whether what was on file before a move cannot be read yet."""
        return self.week < self.file("file_comes")

    def ages(self) -> list[float]:
        """Give the ages of the children under 18, in years, eldest first."""
        first, spacing = self.now["family", "first_birth"], self.now["family", "spacing"]
        born = int(self.now["family", "born"])
        ages = [(self.week - first - child * spacing) / WEEKS_IN_YEAR for child in range(born)]
        return [age for age in ages if 0 <= age < ADULT]


def moments(diary: Diary) -> Iterator[Moment]:
    """Go through a diary stage by stage; the first moment is how the family stood."""
    now: dict[What, float] = {}
    latest: dict[What, Entry] = {}
    for (_, stage), group in groupby(diary.entries, key=lambda one: (one.week, one.stage)):
        entries: list[Entry] = list(group)
        before, earlier = dict(now), dict(latest)
        now |= {one.what: one.after for one in entries}
        changed = {one.what: one.row for one in entries}
        latest |= {one.what: one for one in entries}
        first = entries[0]
        yield Moment(
            first.week, first.date, stage, before, dict(now), changed, dict(latest), earlier
        )


def is_opening(moment: Moment) -> bool:
    """Whether a moment says how the family stood when its story begins."""
    return moment.stage == OPENING


def ever(week: float) -> bool:
    """Whether something that the file dates has happened."""
    return week > NEVER
