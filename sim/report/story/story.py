"""Story: two lives told, with all that a page, a text and a table say of them."""

import shlex
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path

import pandas as pd

from sim.report.numbers import quoted
from sim.report.story.family.telling import FAMILY
from sim.report.story.moment import Sentence
from sim.report.story.parting import Parting, dated, parted
from sim.report.story.tell import Week
from sim.report.story.telling import Telling
from sim.report.story.worker.telling import WORKER
from sim.study.story.diary import Diary
from sim.study.story.life import Lives

FEW_ROWS = 6
TELLINGS = {"family": FAMILY, "social worker": WORKER}


@dataclass(frozen=True)
class Story:
    """One life under one scenario, and its twin's.

    folder : where its page, text and tables were written
    """

    lives: Lives
    folder: Path | None = None

    @property
    def telling(self) -> Telling:
        """How a story of its kind is told."""
        return TELLINGS[self.lives.asked.kind.noun]

    def told(self, life: Diary) -> list[Week]:
        """Tell one life, week by week."""
        return self.telling.tell(life, self.lives.asked.scenario)

    @cached_property
    def weeks(self) -> list[Week]:
        """The life, told."""
        return self.told(self.lives.life)

    @cached_property
    def whole_twin(self) -> list[Week]:
        """The twin's life, told from its beginning."""
        return self.told(self.lives.twin) if self.lives.twin else []

    @cached_property
    def parting(self) -> Parting | None:
        """Where the two lives part."""
        if not self.lives.twin:
            return None
        return parted(self.lives, self.weeks, self.whole_twin, self.telling.in_words)

    @property
    def twin(self) -> list[Week]:
        """The weeks of the twin's life that read otherwise."""
        here = {one.week: one.said for one in self.weeks}
        return [one for one in self.whole_twin if one.said != here.get(one.week)]

    @property
    def title(self) -> str:
        """Heading of the page."""
        return self.telling.titles.get(self.lives.picked.rule, self.telling.untitled)

    @property
    def same(self) -> str:
        """Heading of the twin's life, before the other scenario's title."""
        return f"The same {self.telling.the.removeprefix('the ')}"

    @property
    def here(self) -> str:
        """Title of the scenario that is told."""
        return self.lives.life.title

    @property
    def there(self) -> str:
        """Title of the other scenario."""
        return self.lives.twin.title if self.lives.twin else ""

    @property
    def origin(self) -> list[str]:
        """Say whose life of which run this is, and how it was picked."""
        asked = self.lives.asked
        scenario = asked.scenario
        first = (
            f"{self.telling.one} {self.name} of scenario “{scenario.name}” ({self.here}), seed "
            f"{asked.seed}, replicate {asked.replicate}, from {dated(scenario.start)} to "
            f"{dated(scenario.end)}."
        )
        return [first, self.why]

    @property
    def name(self) -> str:
        """Write the number of whose life this is."""
        return self.telling.names(self.lives.picked.whose)

    @property
    def why(self) -> str:
        """Say by which rule it was picked, and out of how many."""
        picked = self.lives.picked
        if not picked.rule:
            return self.telling.asked
        said = f"Picked by the rule “{picked.rule}”: {picked.said}; of {picked.many:,} "
        said += f"{picked.candidates}. It is an extreme, not an example of what is usual."
        if picked.other_way is not None:
            said += (
                f" The other way round, {picked.other_way:,} {self.telling.other_way} "
                f"{quoted(self.there)}."
            )
        return said

    @property
    def counted(self) -> str:
        """Say in how many weeks truth and file part, as told."""
        many = sum(one.parts for one in self.weeks)
        if not many:
            return "Truth and file never part in what is told of this life."
        return f"Truth and file part in {many} of the {len(self.weeks)} weeks told below."

    @property
    def parting_said(self) -> list[str]:
        """Say until when the two lives are the same."""
        if self.parting is None or self.lives.twin is None:
            return []
        first = self.telling.kinship(self.lives.life, self.lives.twin)
        if not self.lives.twin.entries:
            return first
        return [*first, *self.parting.sentences(self.there, self.telling.the)]

    @cached_property
    def table(self) -> list[list[str]]:
        """The life quarter by quarter: heads, then rows."""
        return self.telling.table(self.lives.life, self.lives.asked.scenario)

    @property
    def notes(self) -> list[str]:
        """Say what a reader must know to read it rightly."""
        notes, scenario = [*self.telling.notes], self.lives.asked.scenario
        if scenario.quick:
            notes.insert(0, "This is a quick look: too few families are simulated for teams to "
                            "mean anything.")  # fmt: skip
        if scenario.population_scale < 1.0:
            notes.append(self.telling.scaled(scenario))
        return notes

    @property
    def command(self) -> str:
        """Write the command that makes this story again."""
        asked = self.lives.asked
        how = [asked.kind.option, asked.rule] if asked.rule else [self.telling.option, self.name]
        against = ["--against", asked.against.name] if asked.against else []
        again = ["--replicate", str(asked.replicate), "--seed", str(asked.seed)]
        named = asked.named or (asked.scenario.name,)
        return shlex.join(["cpsim", "story", *named, *how, *against, *again])

    @property
    def diaries(self) -> list[Diary]:
        """The diaries that sentences rest on."""
        return [one for one in (self.lives.life, self.lives.twin) if one]

    def diary_table(self) -> pd.DataFrame:
        """Write both diaries as one table."""
        return pd.concat([one.frame() for one in self.diaries], ignore_index=True)

    def sentence_table(self) -> pd.DataFrame:
        """Write every sentence with the rows it rests on."""
        told = ((self.lives.life, self.weeks), (self.lives.twin, self.twin))
        rows = [
            (
                life.scenario, one.week, week.date, one.side, one.parts, one.text,
                " ".join(map(str, one.rows)),
            )
            for life, weeks in told if life for week in weeks for one in (*week.truth, *week.file)
        ]  # fmt: skip
        columns = ["scenario", "week", "date", "side", "parts", "sentence", "rows"]
        return pd.DataFrame(rows, columns=columns)

    def text(self) -> str:
        """Write the story as Markdown, which reads as plain text too."""
        lines = [f"# {self.title}", "", f"**{self.telling.invented}**", "", *between(self.origin)]
        lines += [self.counted, "", f"## What happened under “{self.here}”", ""]
        lines += [line for week in self.weeks for line in in_text(week)]
        if self.parting:
            lines += [f"## {self.same} under “{self.there}”", "", *between(self.parting_said)]
            lines += [line for week in self.twin for line in in_text(week)]
        lines += ["## How to read this", "", *[f"- {one}" for one in self.notes], ""]
        return "\n".join([*lines, f"Make it again: `{self.command}`", ""])


def between(lines: list[str]) -> list[str]:
    """Put an empty line below each paragraph."""
    return [part for line in lines for part in (line, "")]


def in_text(week: Week) -> list[str]:
    """Write one week as text."""
    mark = " – truth and file part" if week.parts else ""
    sides = (("Truth", week.truth), ("File", week.file))
    said = [f"- {name}: {' '.join(with_rows(one) for one in side)}" for name, side in sides]
    return [f"**{dated(week.date)}**{mark}", "", *said, ""]


def with_rows(sentence: Sentence) -> str:
    """Write a sentence with the rows it rests on."""
    return f"{sentence.text} [{shown(sentence.rows)}]"


def shown(rows: tuple[int, ...]) -> str:
    """Write row numbers shortly: 3, 5–8; many as their number and their ends."""
    parts = runs(rows)
    if len(parts) > FEW_ROWS:
        return f"{len(rows)} rows, {rows[0]} to {rows[-1]}"
    return ", ".join(str(one) if one == other else f"{one}–{other}" for one, other in parts)


def runs(rows: tuple[int, ...]) -> list[tuple[int, int]]:
    """Gather numbers that follow one another."""
    found = []
    for _, group in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
        numbers = [number for _, number in group]
        found.append((numbers[0], numbers[-1]))
    return found
