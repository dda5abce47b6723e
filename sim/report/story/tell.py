"""Tell: from a diary to a story, week by week, truth on one side and the file on the other."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Protocol

from sim.casefile.status import CaseStatus
from sim.casefile.timescales import YEAR
from sim.report.story.family.decided import decided
from sim.report.story.family.door import AT_THE_DOOR
from sim.report.story.family.holding import HOLDING, Stretch
from sim.report.story.family.moved import away, file_follows
from sim.report.story.family.truth import TRUE, standing
from sim.report.story.moment import Moment, Sentence, is_opening, moments
from sim.report.story.words import STANDING
from sim.study.story.diary import Diary

EVENTS = (*TRUE, away, file_follows, *HOLDING, *AT_THE_DOOR, decided)
type Stood = Callable[[Moment], Sentence]


class Tells(Protocol):
    """What takes in the moments of a life, one after another, and has sentences in the end."""

    sentences: list[Sentence]

    def take(self, moment: Moment) -> None:
        """Take in one moment."""

    def end_stretch(self, moment: Moment) -> None:
        """Tell of the weeks since something was last told."""


SHARPLY = 1.6  # of log pressure; less is not told


@dataclass(frozen=True, slots=True)
class Week:
    """One row of a story: what was true beside what was on file."""

    week: int
    date: date
    truth: tuple[Sentence, ...]
    file: tuple[Sentence, ...]

    @property
    def parts(self) -> bool:
        """Whether truth and file part this week."""
        return any(one.parts for one in (*self.truth, *self.file))

    @property
    def said(self) -> tuple[str, ...]:
        """Its words, without the rows they rest on."""
        return tuple(one.text for one in (*self.truth, *self.file))


@dataclass(slots=True)
class Teller:
    """What must be remembered between weeks to tell a story well.

    pressure : at which the family was when its pressure was last told of
    stretch  : the weeks since the file last had something to tell
    """

    pressure: float = 0.0
    stretch: Stretch = field(default_factory=Stretch)
    sentences: list[Sentence] = field(default_factory=list)

    def take(self, moment: Moment) -> None:
        """Take in one moment."""
        told = [one for event in EVENTS for one in event(moment)]
        filed = any(one.side == "file" for one in told)
        if filed and self.stretch.since != moment.week:
            self.end_stretch(moment)
        self.sentences += told
        if is_opening(moment):
            self.pressure = moment.truth("pressure")
        self.sentences += self.pressed(moment)
        self.go_on(moment, decided=filed and moment.stage == "decisions")
        since = self.stretch.since
        if since is not None and moment.week - since >= YEAR:
            self.end_stretch(moment)

    def go_on(self, moment: Moment, *, decided: bool) -> None:
        """Let the stretch take in a moment, or begin anew where there is no open case.

        decided : whether the moment's decision is told already, with how it moved the concern
        """
        if not moment.is_open:
            self.stretch = Stretch()
        elif decided and self.stretch.since is None:
            self.stretch = Stretch(moment.week)
        elif not decided and not is_opening(moment):
            self.stretch.take(moment)

    def end_stretch(self, moment: Moment) -> None:
        """Tell of the weeks since the file last had something to tell."""
        if said := self.stretch.tell(moment.week, moment.date):
            self.sentences.append(said)
        self.stretch = Stretch()

    def pressed(self, moment: Moment) -> Iterator[Sentence]:
        """Tell that life has become much harder, or easier."""
        moved = moment.truth("pressure") - self.pressure
        if abs(moved) < SHARPLY or moment.changed_family:
            return
        self.pressure = moment.truth("pressure")
        how = "rose sharply" if moved > 0 else "eased a good deal"
        yield moment.say("truth", f"Pressure on the family {how}.", "truth.pressure")


def tell(diary: Diary) -> list[Week]:
    """Tell a life: a row for each week in which something happened."""
    return told_by(Teller(), diary, standing, on_file)


def told_by(teller: Tells, diary: Diary, true: Stood, filed: Stood) -> list[Week]:
    """Let a teller take in a life moment by moment, and put its sentences side by side.

    true, filed : as `side_by_side` takes them
    """
    ends = {}
    last = None
    for moment in moments(diary):
        teller.take(moment)
        ends[moment.week] = last = moment
    if last is None:
        return []
    teller.end_stretch(last)
    return side_by_side(teller.sentences, ends, true, filed)


def side_by_side(
    sentences: list[Sentence], ends: dict[int, Moment], true: Stood, filed: Stood
) -> list[Week]:
    """Put sentences side by side, week by week, up to the last.

    ends        : the last moment of each week
    true, filed : how things stood, for a side that has nothing to tell in a week
    """
    ordered = sorted(sentences, key=lambda one: one.week)
    told = {week: list(said) for week, said in groupby(ordered, key=lambda one: one.week)}
    told.setdefault(max(ends), [])
    return [row(ends[week], said, true, filed) for week, said in told.items()]


def row(end: Moment, said: list[Sentence], true: Stood, filed: Stood) -> Week:
    """Put a week's sentences side by side; a side with none says how things stood."""
    truth = telling([one for one in said if one.side == "truth"]) or (true(end),)
    file = telling([one for one in said if one.side == "file"]) or (filed(end),)
    return Week(end.week, end.date, truth, file)


def telling(said: list[Sentence]) -> tuple[Sentence, ...]:
    """Leave out what is said twice, and how things stood where more is said."""
    once = list({one.text: one for one in said}.values())
    return tuple([one for one in once if not one.plain] or once[:1])


def on_file(moment: Moment) -> Sentence:
    """Say how things stood on file."""
    return moment.say(
        "file", STANDING[CaseStatus(int(moment.file("status")))], "file.status", plain=True
    )
