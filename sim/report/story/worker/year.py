"""Year: weeks in which a working life went on, put into a sentence on either side."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from sim.casefile.timescales import YEAR
from sim.report.numbers import counted, plain
from sim.report.story.moment import Moment, Sentence
from sim.report.story.words import span, times
from sim.report.story.worker.words import in_post, sd, signed_sd
from sim.state.worker import WITH_CASES

A_FEW = 8
LONG = 4  # weeks off sick from which a spell is told by itself
LITTLE_FEAR = 0.05


@dataclass(slots=True)
class Stretch:
    """Weeks in a post in which nothing else was told: what they held.

    sick : spells too short to be told by themselves: row, weeks
    rows : of the diary, that last set what was felt, at the beginning
    """

    since: int | None = None
    held: list[float] = field(default_factory=list)
    load: list[float] = field(default_factory=list)
    strain: list[float] = field(default_factory=list)
    fear: float = 0.0
    supervision: float | None = None
    sick: list[tuple[int, int]] = field(default_factory=list)
    rows: set[int] = field(default_factory=set)
    latest: tuple[int, ...] = ()
    supervised: tuple[int, ...] = ()

    def take(self, moment: Moment) -> None:
        """Take in a week of work, as it was when the workforce had lived it."""
        if moment.stage != "workforce" or not in_post(moment.now):
            return
        if self.since is None:
            self.since = moment.week
            self.rows |= set(moment.rows("person.strain"))
        if moment.now["post", "kind"] == WITH_CASES:
            self.held.append(moment.now["person", "held"])
            self.load.append(moment.now["person", "load"])
        self.strain.append(moment.now["person", "strain"])
        self.fear = moment.now["person", "fear"]
        self.latest = moment.rows("person.held", "person.load", "person.strain", "person.fear")
        if moment.has("observer", "supervision"):
            self.supervision = moment.now["observer", "supervision"]
            self.supervised = moment.rows("observer.supervision")
        until = int(moment.now["person", "sick_until"])
        if moment.has("person", "sick_until") and 0 < until - moment.week < LONG:
            self.sick.append((moment.rows("person.sick_until")[0], until - moment.week))

    def is_over(self, week: int) -> bool:
        """Whether a year has gone by."""
        return self.since is not None and week - self.since >= YEAR

    def tell(self, week: int, day: date) -> Iterator[Sentence]:
        """Put the stretch into a sentence for each side, or none where it was short."""
        if self.since is None or week - self.since < A_FEW:
            return
        length = span(week - self.since).removeprefix("one ")
        rows = tuple(sorted({*self.rows, *self.latest}))
        if filed := self.on_file():
            text = f"In the {length} before, they {filed}."
            rests = tuple(sorted({*self.latest, *(row for row, _ in self.sick)}))
            yield Sentence(week, day, "file", text, rests)
        text = f"In the {length} before, {self.in_truth()}."
        yield Sentence(week, day, "truth", text, tuple(sorted({*rows, *self.supervised})))

    def on_file(self) -> str:
        """Say how many children they held, and how long they were off sick."""
        said = []
        if self.held:
            said.append(f"held {children(self.held)}")
        if self.sick:
            weeks = sum(weeks for _, weeks in self.sick)
            said.append(f"went off sick {times(len(self.sick))}, for {counted(weeks, 'week')}"
                        f"{' in all' if len(self.sick) > 1 else ''}")  # fmt: skip
        return ", and ".join(said)

    def in_truth(self) -> str:
        """Say what load there was, how strain moved, and how good supervision was."""
        said = []
        if self.load:
            mean = sum(self.load) / len(self.load)
            said.append(f"cases asked for {plain(mean, 2)} times the hours there were")
        first, last = signed_sd(self.strain[0]), signed_sd(self.strain[-1])
        went = f"went from {first} to {last}" if first != last else f"was {last} at either end"
        said.append(f"strain {went}")
        if abs(self.fear) >= LITTLE_FEAR:
            said.append(f"their own fear stood at {signed_sd(self.fear)}")
        if self.supervision is not None:
            said.append(f"supervision of the team was {sd(self.supervision)} at the last")
        return "; ".join(said)


def children(held: list[float]) -> str:
    """Say how many children were held over some weeks."""
    mean, least, most = (round(one) for one in (sum(held) / len(held), min(held), max(held)))
    if least == most:
        return counted(most, "child", "children")
    return f"{counted(mean, 'child', 'children')} on average, between {least} and {most}"
