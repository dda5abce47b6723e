"""Diary: everything that changed in one life's rows, week by week and stage by stage."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

OPENING = "opening"
HARMED, DIED = 1, 2  # what a diary writes of a serious incident
FIRST_BIRTH = ("family", "first_birth")
COLUMNS = ("row", "scenario", "week", "date", "stage", "book", "column", "before", "after")


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: a value before and after a stage of a week.

    row    : its number in the diary, from 1
    stage  : of the week; "opening" for how the family stood when the run began
    book   : of a family truth, file, family, observer, threshold (of a decision), added (to its
             evidence, by what was on file) or worker; of a person post, person, job, observer or
             hazard (of giving notice)
    before : what the column held before, None for what is only looked up
    """

    row: int
    week: int
    date: date
    stage: str
    book: str
    column: str
    before: float | None
    after: float

    @property
    def what(self) -> tuple[str, str]:
        """Book and column."""
        return self.book, self.column

    @property
    def said(self) -> tuple[object, ...]:
        """All but its number: what two lives are compared by."""
        return self.week, self.stage, self.book, self.column, self.before, self.after


@dataclass(frozen=True, slots=True)
class Diary:
    """One life under one scenario: a family's, or a social worker's.

    whose : number of the family, or permanent number of the person
    until : week after its last
    """

    scenario: str
    title: str
    whose: int
    entries: tuple[Entry, ...]
    until: int

    def numbered_from(self, first: int) -> "Diary":
        """Give its rows numbers from another on."""
        moved = (replace(one, row=first + place) for place, one in enumerate(self.entries))
        return replace(self, entries=tuple(moved))

    def of_the_family_in(self, week: int) -> "Diary":
        """Keep the life of the family that has the slot in one week, from its first row on.

        A slot lives on when its youngest child has grown up, as another family. What its rows
        held when the family began stands as the family's opening.
        """
        births = [
            one.week for one in self.entries if one.what == FIRST_BIRTH and one.stage != OPENING
        ]
        first = max((birth for birth in births if birth <= week), default=None)
        last = min((birth for birth in births if birth > week), default=self.until)
        kept = [one for one in self.entries if one.week < last or ends(one, last)]
        if first is not None:
            kept = [*opening_at(kept, first), *(one for one in kept if one.week >= first)]
            kept = [one for one in kept if not (one.week == first and one.stage == "families")]
        return replace(self, entries=tuple(kept), until=last)

    def frame(self) -> pd.DataFrame:
        """Write it as a table."""
        rows = [
            (
                one.row, self.scenario, one.week, one.date, one.stage, one.book, one.column,
                one.before, one.after,
            )
            for one in self.entries
        ]  # fmt: skip
        return pd.DataFrame(rows, columns=list(COLUMNS))


def ends(one: Entry, last: int) -> bool:
    """Whether a row is the one that says that the family has grown up."""
    return one.week == last and one.stage == "families" and one.what == FIRST_BIRTH


def opening_at(entries: Iterable[Entry], week: int) -> list[Entry]:
    """Gather what each column last held when a family began, as its opening rows."""
    latest: dict[tuple[str, str], Entry] = {}
    for one in entries:
        if one.week < week or (one.week == week and one.stage in (OPENING, "events", "families")):
            latest[one.what] = replace(one, week=week, stage=OPENING, before=None)
    day = next(one.date for one in entries if one.week == week)
    return sorted((replace(one, date=day) for one in latest.values()), key=lambda one: one.row)
