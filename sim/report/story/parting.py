"""Parting: until when two lives are the same, and what first differed, in words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sim.report.story.tell import Week
from sim.study.story.diary import Entry
from sim.study.story.life import Lives

WORDS = {
    ("file", "worker"): "which social worker held the case",
    ("file", "allocated"): "when the case was allocated",
    ("file", "belief"): "the concern about harm on file",
    ("file", "need"): "the need on file",
    ("file", "evidence"): "the evidence of harm that was gathered",
    ("file", "need_evidence"): "the evidence of need that was gathered",
    ("file", "knowledge"): "how well the worker knew the family",
    ("file", "dose"): "how much help reached the family",
    ("file", "status"): "where the family stood with services",
    ("file", "contact_waits"): "whether a concern waited to be screened",
    ("file", "visit_due"): "when a visit was due",
    ("file", "assessment_left"): "how far the assessment had got",
    ("file", "enquiry_left"): "how far the enquiry had got",
    ("file", "conference_left"): "how far the conference had got",
    ("file", "file_comes"): "when the file followed the family",
    ("file", "incident"): "whether a serious incident was reported",
    ("file", "closed"): "when the case was closed",
    ("file", "review_due"): "when a review was due",
    ("file", "transfer"): "whether the case was to pass to the next team",
    ("file", "stalled_until"): "how long a change of worker held up the work",
    ("family", "authority"): "where the family lived",
    ("truth", "trust"): "the family's trust in services",
    ("truth", "help"): "what help had done for the family",
    ("truth", "pressure"): "the pressure on the family",
    ("truth", "passing_pressure"): "the pressure on the family",
}
FEW_DIGITS, ALL_DIGITS = 4, 18
THRESHOLDS = {
    "front_door": "of the front door", "section_47": "for a section 47 enquiry",
    "conference": "for a conference", "plan": "for a plan", "step_down": "for keeping the plan",
    "proceedings": "for court", "care_order": "for a care order", "in_need": "of need",
    "end_need": "for going on with a child in need plan", "return_home": "for staying in care",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Parting:
    """Where a life and its twin part.

    day      : of the first row that differs; None if none does
    what     : differed first, in words; `what_there` the twin's row
    here     : the row that holds it; `there` in the twin
    told_day : of the first week that the two stories tell otherwise; None if there is none
    """

    day: date | None
    what: str
    here: Entry | None
    there: Entry | None
    told_day: date | None
    what_there: str = ""

    def sentences(self, twin: str, whom: str) -> list[str]:
        """Say it plainly.

        twin : title of the other scenario
        whom : what is told of: the family, or the person
        """
        if self.day is None:
            return ["The two lives are the same to the last digit, for the whole run."]
        rows = " and ".join(f"row {one.row}" for one in (self.here, self.there) if one)
        said = [
            f"Until the week of {dated(self.day)} the two lives are the same, to the last digit. "
            f"{self.first(twin)} ({rows} of story.csv)."
        ]
        if self.told_day is None:
            return [*said, f"Nothing that this page tells of {whom} differed: the twin's story "
                    "would read the same."]  # fmt: skip
        told = (
            f"What happened to {whom} first differed in the week of {dated(self.told_day)}. "
            "Weeks that read the same in both lives are left out below."
        )
        return [*said, told]

    def first(self, twin: str) -> str:
        """Say what first differed: two values of one thing, or two things that changed.

        twin : title of the other scenario
        """
        if not of_one_kind(self.here, self.there) and self.what != self.what_there:
            return (
                f"What changed next then was {self.what} here, and {self.what_there} under “{twin}”"
            )
        values = apart(self.here, self.there)
        if not of_one_kind(self.here, self.there):
            return f"What first differed then was {self.what}"
        return (
            f"What first differed then was {self.what}: {values[0]} here and {values[1]} under "
            f"“{twin}”"
        )


def of_one_kind(here: Entry | None, there: Entry | None) -> bool:
    """Whether two rows are about the same thing, so that their values can be compared."""
    return here is None or there is None or here.what == there.what


def dated(day: date) -> str:
    """Write a date: 4 May 2026."""
    return f"{day.day} {day:%B %Y}"


def apart(here: Entry | None, there: Entry | None) -> tuple[str, str]:
    """Write two values with as many digits as it takes to tell them apart."""
    for digits in range(FEW_DIGITS, ALL_DIGITS):
        one, other = value(here, digits), value(there, digits)
        if one != other:
            break
    return one, other


def value(entry: Entry | None, digits: int) -> str:
    """Write a value."""
    return "nothing" if entry is None else f"{entry.after:.{digits}g}"


def in_words(entry: Entry) -> str:
    """Say what a row is about."""
    if entry.book == "threshold":
        return f"the threshold {THRESHOLDS.get(entry.column, entry.column)}"
    if entry.book == "worker":
        return "who the social worker was"
    if entry.book == "added":
        return "what an earlier plan on file added to the concern"
    return WORDS.get(entry.what) or f"{entry.column.replace('_', ' ')} ({entry.book})"


def parted(
    lives: Lives, life: list[Week], twin: list[Week], in_words: Callable[[Entry], str] = in_words
) -> Parting:
    """Find where a life and its twin part, in their rows and as they are told.

    in_words : what a row is about
    """
    found = lives.parting
    first = next((one for one in found or () if one), None)
    if found is None or first is None:
        return Parting(None, "", None, None, None)
    told = first_told(life, twin)
    there = in_words(found[1]) if found[1] else ""
    day = min(one.date for one in found if one)
    return Parting(day, in_words(first), *found, told.date if told else None, there)


def first_told(life: list[Week], twin: list[Week]) -> Week | None:
    """Find the first week that reads otherwise in the two stories."""
    here, there = ({one.week: one for one in weeks} for weeks in (life, twin))
    for week in sorted({*here, *there}):
        mine, theirs = here.get(week), there.get(week)
        if (mine and mine.said) != (theirs and theirs.said):
            return mine or theirs
    return None
