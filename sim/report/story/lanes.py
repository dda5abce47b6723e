"""Lanes: a life as bars along the years, truth above and the file below, with its twin's."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sim.casefile.status import CaseStatus
from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.report.numbers import counted
from sim.report.story.words import HARM, SEVERAL_KINDS
from sim.study.story.diary import Diary

LADDER = len(CaseStatus) - 1
STATUS = {
    CaseStatus.CLOSED: "no open case", CaseStatus.EARLY_HELP: "early help",
    CaseStatus.ASSESSMENT: "assessment", CaseStatus.CHILD_IN_NEED: "child in need",
    CaseStatus.CHILD_PROTECTION: "child protection plan", CaseStatus.PROCEEDINGS: "proceedings",
    CaseStatus.IN_CARE: "in care",
}  # fmt: skip
MARGIN, LANE, GAP, HEAD = 8, 44, 26, 24
MOST_YEARS = 12


@dataclass(frozen=True, slots=True)
class Bar:
    """One stretch of a lane, in the units of the picture."""

    x: float
    y: float
    width: float
    height: float
    says: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane.

    side  : truth or file
    marks : where triangles stand, each saying `mark`
    """

    title: str
    side: str
    y: float
    bars: tuple[Bar, ...]
    marks: tuple[float, ...] = ()

    @property
    def foot(self) -> float:
        """Where its bars stand."""
        return self.y + LANE


@dataclass(frozen=True, slots=True)
class Stretch:
    """One bar before it is drawn: first week, week after the last, share of the lane's height."""

    since: int
    until: int
    part: float
    says: str


@dataclass(frozen=True, slots=True)
class Track:
    """What a lane shows of a life.

    bars  : its stretches
    marks : weeks in which something struck
    """

    title: str
    side: str
    bars: Callable[[Diary], Sequence[Stretch]]
    marks: Callable[[Diary], Sequence[int]] = lambda _: ()


@dataclass(frozen=True, slots=True)
class Lanes:
    """A picture: its size, its lanes, and its years."""

    width: int
    height: float
    lanes: tuple[Lane, ...]
    years: tuple[tuple[float, str], ...]
    says: str
    left: float = MARGIN

    @property
    def right(self) -> float:
        """Where its lanes end."""
        return self.width - self.left


def lanes(lives: Iterable[tuple[str, Diary]], width: int, tracks: Sequence[Track]) -> Lanes:
    """Draw lives as lanes.

    lives  : the title of each, and its diary
    width  : of the picture, pixels
    tracks : what is drawn of each life
    """
    named = list(lives)
    first = min(life.entries[0].week for _, life in named)
    last = max(life.until for _, life in named)
    scale = (width - 2 * MARGIN) / max(1, last - first)
    made: list[Lane] = []
    for title, life in named:
        for track in tracks:
            y = HEAD + len(made) * (LANE + GAP)
            made.append(lane(f"{track.title}{title}", track, life, y, (first, scale)))
    height = HEAD + len(made) * (LANE + GAP) + 4
    day = named[0][1].entries[0].date
    years = tuple(
        (MARGIN + (week - first) * scale, str(year)) for week, year in new_years(day, first, last)
    )
    says = ". ".join(f"{one.title}: {described(one)}" for one in made)
    return Lanes(width, height, tuple(made), years, says)


def described(one: Lane) -> str:
    """Put a lane into words, for those who do not see it."""
    said = "; ".join(bar.says for bar in one.bars)
    return said + (f"; {counted(len(one.marks), 'serious incident')}" if one.marks else "")


def new_years(day: date, first: int, last: int) -> list[tuple[int, int]]:
    """List the weeks in which years begin.

    day : Monday of the first week
    """
    found, week = [], first + round((366 - day.timetuple().tm_yday) / 7)
    year, every = day.year + 1, 1 if (last - first) / WEEKS_IN_YEAR <= MOST_YEARS else 2
    while week < last:
        found.append((week, year))
        week, year = week + round(WEEKS_IN_YEAR * every), year + every
    return found


def lane(title: str, track: Track, life: Diary, y: float, scaled: tuple[int, float]) -> Lane:
    """Draw one lane of one life."""
    first, scale = scaled
    bars = []
    for one in track.bars(life):
        x, width = MARGIN + (one.since - first) * scale, max(1.5, (one.until - one.since) * scale)
        bars.append(Bar(x, y + LANE * (1 - one.part), width, LANE * one.part, one.says))
    marks = tuple(MARGIN + (week - first) * scale for week in track.marks(life))
    return Lane(title if bars else f"{title} (none)", track.side, y, tuple(bars), marks)


def harm(life: Diary) -> list[Stretch]:
    """Give the stretches in which harm went on."""
    return [
        Stretch(since, until, 1.0, lasted(HARM.get(int(kind), SEVERAL_KINDS), since, until))
        for since, until, kind in stretches(life, ("truth", "harm")) if kind
    ]  # fmt: skip


def file(life: Diary) -> list[Stretch]:
    """Give the stretches in which a case stood somewhere on file."""
    return [
        Stretch(since, until, step / LADDER, lasted(STATUS[CaseStatus(int(step))], since, until))
        for since, until, step in stretches(life, ("file", "status")) if step
    ]  # fmt: skip


def lasted(what: str, since: int, until: int) -> str:
    """Say what a bar stands for, and how long it is."""
    return f"{what} for {max(1, until - since)} weeks"


def incidents(life: Diary) -> list[int]:
    """List the weeks of serious incidents."""
    return [one.week for one in life.entries if one.what == ("truth", "incident")]


def stretches(life: Diary, what: tuple[str, str]) -> list[tuple[int, int, float]]:
    """Cut a life where a value changes: first week, week after the last, value."""
    changes = [(one.week, one.after) for one in life.entries if one.what == what]
    ends = [week for week, _ in changes[1:]] + [life.until]
    return [
        (since, until, value) for (since, value), until in zip(changes, ends, strict=True)
        if until > since
    ]  # fmt: skip


FAMILY_TRACKS = (
    Track("Truth: harm going on", "truth", harm, incidents),
    Track("File: where the case stood", "file", file),
)
