"""Story: two lives told, with all that a page, a text and a table say of them."""

import shlex
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path

import pandas as pd

from sim.report.numbers import quoted
from sim.report.story.moment import Sentence
from sim.report.story.parting import Parting, dated, parted
from sim.report.story.tell import Week, tell
from sim.report.story.words import LITTLE, NEAR, WELL
from sim.study.story.diary import Diary
from sim.study.story.life import Lives

FEW_ROWS = 6
DIARY, SENTENCES = "story.csv", "sentences.csv"
TITLES = {
    "missed-longest": "Harm that nobody recognised for longest",
    "missed-though-known": "Harm that was missed although the family was known",
    "missed-here": "Harm that was missed here, and recognised under another policy",
    "needless-plan": "A child protection plan without harm",
    "serious-incident": "A serious incident",
    "incident-though-known": "A serious incident in a family that was known",
}
INVENTED = (
    "No such family exists. A simulation invented it, its children and everyone who worked with it."
)

NOTES = (
    "The truth side is what the simulation knows. Nobody who works with the family in it "
    "can read that; they see what is on file.",
    "A threshold is where evidence must lie for a step to be taken. “Only just”, “a "
    f"little”, “well” and “far” mean less than {NEAR:g}, {LITTLE:g}, {WELL:g}, and {WELL:g} or "
    "more standard deviations of the noise in one observation. Keeping a child in need plan going "
    "has a threshold of its own, higher than that for beginning one.",
    "Evidence is noisy: without harm it can lie far above a threshold by chance, and "
    "with harm far below.",
    f"Numbers in brackets are rows of {DIARY}, which holds every change in the family's "
    f"rows of the model's tables; {SENTENCES} lists them for each sentence.",
    "The model looks at births and ages once a quarter. A serious incident is reported as a "
    "contact with strong evidence, which joins the file where a case is open; what police, "
    "criminal courts or safeguarding reviews then do is not in the model.",
)


@dataclass(frozen=True)
class Story:
    """A family's life under one scenario, and its twin's.

    folder : where its page, text and tables were written
    """

    lives: Lives
    folder: Path | None = None

    @cached_property
    def weeks(self) -> list[Week]:
        """The life, told."""
        return tell(self.lives.life)

    @cached_property
    def whole_twin(self) -> list[Week]:
        """The twin's life, told from its beginning."""
        return tell(self.lives.twin) if self.lives.twin else []

    @cached_property
    def parting(self) -> Parting | None:
        """Where the two lives part."""
        return parted(self.lives, self.weeks, self.whole_twin) if self.lives.twin else None

    @property
    def twin(self) -> list[Week]:
        """The weeks of the twin's life that read otherwise."""
        here = {one.week: one.said for one in self.weeks}
        return [one for one in self.whole_twin if one.said != here.get(one.week)]

    @property
    def title(self) -> str:
        """Heading of the page."""
        return TITLES.get(self.lives.picked.rule, "One family's story")

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
        """Say which family of which run this is, and how it was picked."""
        asked, picked = self.lives.asked, self.lives.picked
        scenario = asked.scenario
        first = (
            f"Family {picked.family} of scenario “{scenario.name}” ({self.here}), seed "
            f"{asked.seed}, replicate {asked.replicate}, from {dated(scenario.start)} to "
            f"{dated(scenario.end)}."
        )
        return [first, self.why]

    @property
    def why(self) -> str:
        """Say by which rule the family was picked, and out of how many."""
        picked = self.lives.picked
        if not picked.rule:
            return "It was asked for by its number, not picked by a rule."
        said = f"Picked by the rule “{picked.rule}”: {picked.said}; of {picked.many:,} "
        said += f"{picked.candidates}. It is an extreme, not an example of what is usual."
        if picked.other_way is not None:
            said += (
                f" The other way round, {picked.other_way:,} were recognised here and never under "
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
        return self.parting.sentences(self.there) if self.parting else []

    @property
    def notes(self) -> list[str]:
        """Say what a reader must know to read it rightly."""
        notes = [*NOTES]
        if self.lives.asked.scenario.quick:
            notes.insert(0, "This is a quick look: too few families are simulated for teams to "
                            "mean anything.")  # fmt: skip
        scale = self.lives.asked.scenario.population_scale
        if scale < 1.0:
            notes.append(
                f"One simulated family stands for about {1 / scale:.2g} real ones. Serious "
                "incidents are drawn for each real one, so they strike a simulated family that "
                "much oftener, and are reported that much more seldom."
            )
        return notes

    @property
    def command(self) -> str:
        """Write the command that makes this story again."""
        asked = self.lives.asked
        how = ["--pick", asked.rule] if asked.rule else ["--family", str(asked.family)]
        against = ["--against", asked.against.name] if asked.against else []
        again = ["--replicate", str(asked.replicate), "--seed", str(asked.seed)]
        return shlex.join(["cpsim", "story", asked.scenario.name, *how, *against, *again])

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
        lines = [f"# {self.title}", "", f"**{INVENTED}**", "", *between(self.origin)]
        lines += [self.counted, "", f"## What happened under “{self.here}”", ""]
        lines += [line for week in self.weeks for line in in_text(week)]
        if self.parting:
            lines += [f"## The same family under “{self.there}”", "", *between(self.parting_said)]
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
