"""Diaries made by hand: a family of two children whose file is empty, and what a test changes."""

from datetime import date, timedelta

from sim.report.story.moment import Sentence
from sim.report.story.tell import tell
from sim.state.columns import NEVER, NOBODY
from sim.study.story.diary import OPENING, Diary, Entry

MONDAY = date(2023, 4, 3)
YEARS_AGO = 52.18
HELD = {
    "family.first_birth": -6 * YEARS_AGO, "family.spacing": 3 * YEARS_AGO, "family.born": 2,
    "family.children": 2, "family.decile": 9, "truth.pressure": 0.2, "truth.harm": 0,
    "truth.chronic": 0, "truth.severity": 1.0, "truth.onset": NEVER, "truth.deceives": 0,
    "truth.trust": 0.6, "truth.away": 0, "observer.noticed": NEVER, "observer.recognised": NEVER,
    "observer.reached": 0, "observer.concealed": 0.0, "observer.ended": NEVER, "file.status": 0,
    "file.status_since": NEVER, "file.opened": NEVER, "file.last_referral": NEVER,
    "file.last_enquiry": NEVER, "file.contact_waits": NEVER, "file.source": 0,
    "file.worker": NOBODY, "file.allocated": NEVER, "file.transfer": 0, "file.belief": 0.0,
    "file.need": 0.0, "file.event": 0, "file.enquiry_left": NOBODY, "file.conference_left": NOBODY,
    "file.enquiry_began": NEVER, "file.plans": 0, "file.category": 0, "file.interim": 0,
    "family.authority": 0, "truth.relapse_from": NEVER, "file.incident": 0, "file.ever": 0,
    "file.file_comes": NEVER, "file.reviews": 0,
    "file.knowledge": 0.0, "file.visit_due": NEVER, "file.review_due": NEVER,
}  # fmt: skip
HARMED = {"truth.harm": 1, "truth.onset": -10, "truth.severity": 1.0}
OPEN = {"file.status": 3, "file.status_since": -9, "file.opened": -9, "file.last_referral": -9,
        "file.worker": 4, "file.allocated": -9}  # fmt: skip
DOOR = {"threshold.front_door": 1.0, "file.contact_waits": NEVER}
TURN_OF_A_PLAN = {**OPEN, "file.status": 4, "file.plans": 1}
CARED_FOR = {**OPEN, "file.status": 6, "truth.away": 2}


def diary(*moments, **opening):
    """A diary from moments, each (week, stage, values by book.column)."""
    held, entries = {}, []
    start = (0, OPENING, {**HELD, **{name.replace("__", "."): v for name, v in opening.items()}})
    for week, stage, values in (start, *moments):
        for name, value in values.items():
            book, _, column = name.partition(".")
            day = MONDAY + timedelta(weeks=week)
            looked_up = book in ("threshold", "added", "worker") or stage == OPENING
            before = None if looked_up else held.get(name, 0)
            entries.append(
                Entry(len(entries) + 1, week, day, stage, book, column, before, value)
            )  # fmt: skip
            held[name] = value
    last = entries[-1].week
    return Diary("baseline", "Current policy", 7, tuple(entries), last + 1)


def opened_with(values):
    """Write an opening as keyword arguments."""
    return {name.replace(".", "__"): value for name, value in values.items()}


def sentences(*moments, side="file", **opening) -> list[Sentence]:
    """What is told of moments, on one side, beyond how the family stood at first."""
    weeks = tell(diary(*moments, **opening))
    return [one for week in weeks for one in getattr(week, side) if one.week > 0]


def at_door(**values):
    return [
        (3, "partners", {"file.contact_waits": 3, "file.source": 1}),
        (3, "front_door", {**DOOR, **{name.replace("__", "."): v for name, v in values.items()}}),
    ]


def decision(event, **values):
    given = {name.replace("__", "."): value for name, value in values.items()}
    return [(4, "casework", {"file.event": event}), (4, "decisions", {**given, "file.event": 0})]
