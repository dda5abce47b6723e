"""Careers made by hand: somebody in a post of two authorities, and what a test changes."""

from datetime import timedelta

from sim.report.story.worker.tell import tell
from sim.scenario import load_scenario
from sim.state.columns import NEVER, NOBODY
from sim.study.story.diary import OPENING, Diary, Entry
from sim.study.story.person import Person
from tests.diaries import MONDAY

WHO = Person(12, 3)
TINY = load_scenario("tiny")
IN_POST = {
    "post.authority": 0, "post.team": 0, "post.kind": 0, "post.number": 12, "post.fte": 1.0,
    "post.filled": 1, "post.seated": -60, "person.came_from": 2, "person.newly_qualified": 0,
    "person.senior": 0, "person.started": -60, "person.talent": 0.0, "person.own_criterion": 0.0,
    "person.strain": 0.2, "person.stressed": 0, "person.fear": 0.0, "person.shaken": NEVER,
    "person.sick_until": NEVER, "person.suspended_until": NEVER, "person.leaves": NEVER,
    "person.leaves_for": 0, "person.held": 16.0, "person.load": 1.0, "observer.protected": 0,
    "observer.experience": 6.5, "observer.age": 35.2, "observer.supervision": 0.3,
}  # fmt: skip
AWAY = {"post.kind": NOBODY, "post.number": NOBODY, "post.team": NOBODY}
ON_BOOKS = {**AWAY, "post.filled": 4, "post.seated": 5}
LOOKING = {**AWAY, "post.filled": 3, "post.seated": 5}
GONE = {"post.filled": 0}
NEW = {
    **IN_POST, "person.came_from": 1, "person.newly_qualified": 1, "person.started": 5,
    "observer.protected": 1, "observer.experience": 0.0,
}  # fmt: skip
HAZARD = {
    "total": 0.45, "usual": 0.15, "tenure": 1.25, "age": 1.0, "strain": 1.5, "supervision": 1.0,
    "blame": 1.02, "pay": 1.0, "caseload": 1.0, "peers": 1.6, "authority": 1.0, "year": 1.0,
}  # fmt: skip


def ended(why, started=-60):
    return {"job.started": started, "job.ended_by": why}


def notice(where, weeks=10):
    factors = {f"hazard.{name}": value for name, value in HAZARD.items()}
    return {"person.leaves": 5 + weeks, "person.leaves_for": where, **factors}


def career(*moments, opening=IN_POST):
    """A diary from moments, each (week, values by book.column); of one who comes, no opening."""
    held, entries = {}, []
    first = [(0, OPENING, opening)] if opening else []
    for week, stage, values in [*first, *((week, *split(values)) for week, values in moments)]:
        for name, value in values.items():
            book, _, column = name.partition(".")
            looked_up = book in ("hazard", "job") or column in ("experience", "age", "supervision")
            before = None if looked_up else held.get(name)
            day = MONDAY + timedelta(weeks=week)
            entries.append(
                Entry(len(entries) + 1, week, day, stage, book, column, before, value)
            )  # fmt: skip
            held[name] = value
    return Diary("baseline", "Current policy", WHO.number, tuple(entries), entries[-1].week + 1)


def split(values):
    """A moment's stage, which is the workforce's unless it is named, and its values."""
    stage = values.get("stage", "workforce")
    return stage, {name: value for name, value in values.items() if name != "stage"}


def said(*moments, side="file", opening=IN_POST):
    """What is told of moments on one side, after the week in which the story begins."""
    weeks = tell(career(*moments, opening=opening), TINY)
    first = 0 if opening else -1
    return [one.text for week in weeks for one in getattr(week, side) if one.week > first]
