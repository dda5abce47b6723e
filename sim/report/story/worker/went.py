"""Went: notice and what made it, departures, and where the story ends."""

from collections.abc import Iterator

from sim.report.numbers import counted, listed, plain
from sim.report.story.moment import Moment, Sentence, is_opening
from sim.report.story.words import span
from sim.report.story.worker.words import LEFT_FOR, Places, arrives, filled, where
from sim.rules.exits import (
    ASSIGNMENT_ENDED,
    AUTHORITY,
    OLD,
    PROFESSION,
    PROMOTED,
    RETIRED,
    TO_AGENCY,
)
from sim.state.columns import NEVER
from sim.state.worker import AGENCY, EMPLOYED, ON_BOOKS, VACANT
from sim.study.story.hazard import FACTORS

MADE_BY = {
    "tenure": "for time in the authority", "age": f"for an age of {OLD:g} or more",
    "strain": "for strain", "supervision": "for supervision in the team",
    "blame": "for fear of blame", "pay": "for pay", "caseload": "for the number of cases itself",
    "peers": "since a colleague of the team had left in the last half-year",
    "authority": "since people always leave that authority {more}",
    "year": "since people left it {more} in that year",
}  # fmt: skip
NEAR_ONE = 0.03


def notice(moment: Moment, _: Places) -> Iterator[Sentence]:
    """Tell that they gave notice, for where, and what made it."""
    if not gives_notice(moment):
        return
    for_where = LEFT_FOR[int(moment.now["person", "leaves_for"])]
    late = counted(int(moment.now["person", "leaves"] - moment.week), "week")
    yield moment.say("file", f"Gave notice, to go in {late}.", "person.leaves")
    yield moment.say(
        "truth", f"They gave notice {for_where}. {hazard(moment)}",
        "person.leaves_for", *(f"hazard.{name}" for name in ("total", "usual", *FACTORS)),
    )  # fmt: skip


def gives_notice(moment: Moment) -> bool:
    """Whether a permanent member of staff gave notice."""
    has = moment.has("person", "leaves") and moment.has("hazard", "total")
    return has and moment.now["person", "leaves"] > NEVER and filled(moment.now) == EMPLOYED


def hazard(moment: Moment) -> str:
    """Say how large the hazard was and what made it, largest first."""
    total, usual = moment.now["hazard", "total"], moment.now["hazard", "usual"]
    ratios = {name: moment.now["hazard", name] for name in FACTORS}
    told = [name for name, ratio in ratios.items() if abs(ratio - 1.0) >= NEAR_ONE]
    told.sort(key=lambda name: -max(ratios[name], 1.0 / ratios[name]))
    said = [f"{plain(ratios[name], 2)} {made_by(name, ratios[name])}" for name in told]
    times = f", times {listed(said)}" if said else ""
    rest = "" if len(told) == len(FACTORS) else "; nothing else moved it by as much as 3%"
    return (
        f"The hazard of giving notice stood at {plain(total, 2)} a year: {plain(usual, 2)} as "
        f"usual in such a post{times}{rest}."
    )


def made_by(name: str, ratio: float) -> str:
    """Say what a factor is."""
    return MADE_BY[name].format(more="more than others" if ratio > 1.0 else "less than others")


def left(moment: Moment, places: Places) -> Iterator[Sentence]:
    """Tell that a job ended, and for where."""
    if not moment.has("job", "ended_by"):
        return
    why, place = int(moment.now["job", "ended_by"]), where(moment.before, places)
    long = span(max(1, moment.week - moment.now["job", "started"]))
    said = f"Left {place} after {long}."
    if why == ASSIGNMENT_ENDED:
        said = f"The assignment in {place} ended, after {long}."
    elif why == PROMOTED:
        said = f"Moved to a post of {place} that is not simulated, after {long}."
    elif why == RETIRED:
        said = f"Retired from {place} after {long} there."
    yield moment.say("file", said, "job.ended_by", "job.started")
    if why in (PROFESSION, AUTHORITY, TO_AGENCY):
        text = f"They left {LEFT_FOR[why]}." if why != PROFESSION else "They left the profession."
        yield moment.say("truth", text, "job.ended_by")


def ends(moment: Moment, _: Places) -> Iterator[Sentence]:
    """Tell that the model follows them no further, and why."""
    gone = moment.has("post", "filled") and filled(moment.now) == VACANT
    if not gone or arrives(moment) or is_opening(moment):
        return
    why = int(moment.now["job", "ended_by"]) if moment.has("job", "ended_by") else 0
    rests = ["post.filled", *(["job.ended_by"] if why else [])]
    yield moment.say("truth", f"The story ends here: {where_it_ends(moment, why)}", *rests)


def where_it_ends(moment: Moment, why: int) -> str:
    """Say where the model loses somebody.

    why : a job ended in the same week; 0 where none did
    """
    if why in (PROFESSION, RETIRED):
        return (
            "those who have left the profession are counted and not followed, and whoever comes "
            "back is counted as somebody new."
        )
    if why == PROMOTED:
        return "those in posts that are not simulated are not followed."
    if why == ASSIGNMENT_ENDED or filled(moment.before) == AGENCY:
        return "they gave up agency work for other work."
    if filled(moment.before) == ON_BOOKS or why == TO_AGENCY:
        return (
            "they left these agencies, for other work or for agencies of the rest of England; the "
            "model does not say which."
        )
    return "they found a post in the rest of England, whose posts are not simulated one by one."


GOINGS = (notice, left, ends)
