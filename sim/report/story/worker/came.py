"""Came: who somebody is, and how they came to where the story finds them."""

from collections.abc import Iterator

from sim.report.numbers import counted
from sim.report.story.moment import Moment, Sentence, is_opening
from sim.report.story.words import span
from sim.report.story.worker.words import (
    CAME,
    Places,
    arrives,
    filled,
    grade,
    signed_sd,
    where,
)
from sim.rules.people import FROM_AGENCY, FROM_AUTHORITY
from sim.state.worker import AGENCY, EMPLOYED, LOOKING, ON_BOOKS

LITTLE_TALENT = 0.1  # of skill, against others of equal experience


def who(moment: Moment, _: Places) -> Iterator[Sentence]:
    """Say who they are."""
    if not arrives(moment):
        return
    age, years = moment.now["observer", "age"], moment.now["observer", "experience"]
    talent = moment.now["person", "talent"]
    how = "were about as able as most" if abs(talent) < LITTLE_TALENT else (
        f"were {'more' if talent > 0 else 'less'} able than most"
    )  # fmt: skip
    stressed = ", and they counted as stressed" if moment.now["person", "stressed"] else ""
    yield moment.say(
        "truth",
        f"They were {int(age)}, with {experience(years)}, and {how} of equal experience. Strain "
        f"stood at {signed_sd(moment.now['person', 'strain'])}{stressed}.",
        "observer.age", "observer.experience", "person.talent", "person.strain",
        "person.stressed",
    )  # fmt: skip


def experience(years: float) -> str:
    """Say how long somebody has worked in the profession."""
    if years == 0.0:
        return "no experience in the profession yet"
    name = "less than a year" if years < 1.0 else counted(int(years), "year")
    return f"{name} in the profession"


def stood(moment: Moment, places: Places) -> Iterator[Sentence]:
    """Say where they stood when the run began."""
    if not is_opening(moment):
        return
    now, place = moment.now, where(moment.now, places)
    long = span(max(1, moment.week - now["person", "started"]))
    said = {
        EMPLOYED: f"In post in {place} as {grade_or_none(moment)}, there for {long}.",
        AGENCY: f"In {place} through an agency, as {grade_or_none(moment)}, for {long}.",
        LOOKING: f"No authority employed them. The last was {place}.",
        ON_BOOKS: f"On an agency's books, between assignments. The last was in {place}.",
    }[filled(now)]
    yield moment.say(
        "file", said + under_way(moment), "post.filled", "post.authority", "post.kind",
        "person.senior", "person.started", "person.leaves", "person.sick_until",
    )  # fmt: skip


def under_way(moment: Moment) -> str:
    """Say that they were off sick or in notice already."""
    sick = moment.now["person", "sick_until"] - moment.week
    late = moment.now["person", "leaves"] - moment.week
    off = " They were off sick." if sick > 0 else ""
    if late < 0 or filled(moment.now) != EMPLOYED:
        return off
    return f"{off} Notice had been given, to go in {counted(int(late), 'week')}."


def grade_or_none(moment: Moment) -> str:
    """Name the grade, where there is a post."""
    return grade(moment.now) if filled(moment.now) in (EMPLOYED, AGENCY) else ""


def took_post(moment: Moment, places: Places) -> Iterator[Sentence]:
    """Tell that they came to a permanent post of an authority."""
    came = moment.has("person", "started") and not is_opening(moment)
    if not came or filled(moment.now) != EMPLOYED:
        return
    origin = int(moment.now["person", "came_from"])
    how = CAME[origin]
    if arrives(moment) and origin == FROM_AUTHORITY:
        how = "from an authority of the rest of England"
    elif origin == FROM_AUTHORITY:
        how = f"from {where(moment.before, places)}"
    new = moment.now["observer", "protected"]
    shield = " The caseload of the first year is protected." if new else ""
    text = f"Came to {where(moment.now, places)} {how}, as {grade(moment.now)}.{shield}"
    yield moment.say(
        "file", text, "person.started", "person.came_from", "post.authority", "post.kind",
        "observer.protected",
    )  # fmt: skip


def on_assignment(moment: Moment, places: Places) -> Iterator[Sentence]:
    """Tell that an agency sent them to an authority."""
    sent = moment.has("person", "started") and filled(moment.now) == AGENCY
    if sent and not is_opening(moment):
        text = f"Came to {where(moment.now, places)} through an agency, as {grade(moment.now)}."
        yield moment.say("file", text, "post.filled", "post.authority", "post.kind")


def between_posts(moment: Moment, _: Places) -> Iterator[Sentence]:
    """Tell that they stand between posts: looking for one, or on an agency's books."""
    if not moment.has("post", "filled") or is_opening(moment):
        return
    if filled(moment.now) == LOOKING:
        text = "They looked for a post with another authority."
        if moment.now["person", "came_from"] == FROM_AGENCY:
            text = "They looked for a permanent post."
        yield moment.say("truth", text, "post.filled", "person.came_from")
    elif filled(moment.now) == ON_BOOKS:
        new = "came to an agency from elsewhere and " if arrives(moment) else ""
        text = f"They {new}stood on its books, waiting for an assignment."
        text = text if new else "They stood on an agency's books, waiting for an assignment."
        yield moment.say("truth", text, "post.filled")


ARRIVALS = (who, stood, took_post, on_assignment, between_posts)
