"""Lanes: a life as bars along the years, harm above and the file below, with its twin's."""

from collections.abc import Iterable
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
    """One lane: harm, or where the family stood on file."""

    title: str
    kind: str
    y: float
    bars: tuple[Bar, ...]
    marks: tuple[float, ...] = ()

    @property
    def foot(self) -> float:
        """Where its bars stand."""
        return self.y + LANE


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


def lanes(lives: Iterable[tuple[str, Diary]], width: int) -> Lanes:
    """Draw lives as lanes.

    lives : the title of each, and its diary
    width : of the picture, pixels
    """
    named = list(lives)
    first = min(life.entries[0].week for _, life in named)
    last = max(life.until for _, life in named)
    scale = (width - 2 * MARGIN) / max(1, last - first)
    made: list[Lane] = []
    for title, life in named:
        for kind, name in (
            ("harm", "Truth: harm going on"),
            ("file", "File: where the case stood"),
        ):
            y = HEAD + len(made) * (LANE + GAP)
            label = f"{name}{title}"
            made.append(lane(label, kind, life, y, (first, scale)))
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


def lane(title: str, kind: str, life: Diary, y: float, scaled: tuple[int, float]) -> Lane:
    """Draw one lane of one life."""
    first, scale = scaled
    what = ("truth", "harm") if kind == "harm" else ("file", "status")
    bars = []
    for since, until, value in stretches(life, what):
        if not value:
            continue
        part = 1.0 if kind == "harm" else value / LADDER
        x, width = MARGIN + (since - first) * scale, max(1.5, (until - since) * scale)
        says = f"{name_of(kind, value)} for {max(1, until - since)} weeks"
        bars.append(Bar(x, y + LANE * (1 - part), width, LANE * part, says))
    struck = [one.week for one in life.entries if one.what == ("truth", "incident")]
    marks = tuple(MARGIN + (week - first) * scale for week in struck) if kind == "harm" else ()
    return Lane(title if bars else f"{title} (none)", kind, y, tuple(bars), marks)


def name_of(kind: str, value: float) -> str:
    """Name what a bar stands for."""
    if kind == "harm":
        return HARM.get(int(value), SEVERAL_KINDS)
    return STATUS[CaseStatus(int(value))]


def stretches(life: Diary, what: tuple[str, str]) -> list[tuple[int, int, float]]:
    """Cut a life where a value changes: first week, week after the last, value."""
    changes = [(one.week, one.after) for one in life.entries if one.what == what]
    ends = [week for week, _ in changes[1:]] + [life.until]
    return [
        (since, until, value) for (since, value), until in zip(changes, ends, strict=True)
        if until > since
    ]  # fmt: skip
