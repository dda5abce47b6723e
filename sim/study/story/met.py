"""Met: what the decision that waits for a family is held against, looked up from outside."""

from sim.casefile.events import (
    ASSESSED,
    CONFERENCE_HELD,
    COURT_HEARD,
    ENQUIRED,
    HEARD_AGAIN,
    REFERRED,
    REVIEWED,
)
from sim.casefile.status import CHILD_IN_NEED, CHILD_PROTECTION, EVER_ON_PLAN, IN_CARE
from sim.kernel.compiled import interpreted
from sim.model import ChildrensServices
from sim.rules.criterion import Moved, moved, of_enquiries, unmoved
from sim.rules.review import keeping_plan
from sim.rules.screening import door
from sim.state.columns import NOBODY
from sim.state.record import Record
from sim.study.story.chronicle import Values

REACHED = {
    REFERRED: ("section_47",), HEARD_AGAIN: ("section_47",), ASSESSED: ("section_47", "in_need"),
    ENQUIRED: ("conference",), CONFERENCE_HELD: ("plan",), COURT_HEARD: ("care_order",),
}  # fmt: skip
REVIEWS = {CHILD_PROTECTION: ("proceedings", "step_down"), IN_CARE: ("return_home",)}
REVIEW_OF_NEED = ("section_47", "end_need")


def movement(world: ChildrensServices, authority: int, post: int) -> Moved:
    """Look up how far the criteria of whoever holds a case are moved this week."""
    a, r = authority, world.rates
    return interpreted(moved)(
        world.councils[a], world.seen.workers, post, r.decisions[a], r.media[a], r.loops[a]
    )


def door_bar(world: ChildrensServices, family: int) -> float:
    """Look up the threshold of the front door this week."""
    a, rates = world.seen.homes[family].authority, world.rates
    why = movement(world, a, NOBODY)
    shift = interpreted(door)(why, world.councils[a], rates.front_door[a], rates.loops[a]).shift
    return float(rates.front_door[a].criterion + shift)


def criteria(record: Record) -> tuple[str, ...]:
    """Name the criteria of the decision that waits for a case."""
    if record.event in (REFERRED, HEARD_AGAIN) and record.status > CHILD_IN_NEED:
        return ()
    if record.event == REVIEWED:
        return REVIEWS.get(record.status, REVIEW_OF_NEED)
    return REACHED.get(record.event, ())


def thresholds(world: ChildrensServices, family: int) -> dict[str, float]:
    """Look up the thresholds of whatever decision waits for a family, by the number's name."""
    record, a = world.seen.record[family], world.seen.homes[family].authority
    d = world.rates.decisions[a]
    bases = {name: getattr(d, name) for name in criteria(record)}
    if "step_down" in bases:
        bases["step_down"] = interpreted(keeping_plan)(record, d)
    court = record.event == COURT_HEARD
    why = interpreted(unmoved)() if court else movement(world, a, record.worker)
    opening = interpreted(of_enquiries)(why)
    return {
        name: float(base + (opening if name == "section_47" else why).shift)
        for name, base in bases.items()
    }


def added(world: ChildrensServices, family: int) -> dict[str, float]:
    """Look up what an earlier plan adds to the evidence of the decision that waits.

    Nothing while the file has not followed a family that moved.
    """
    record, a = world.seen.record[family], world.seen.homes[family].authority
    more = world.rates.casework[a].plan_on_file * world.rates.loops[a].the_file_speaks
    weighed = record.event in (ASSESSED, ENQUIRED, CONFERENCE_HELD)
    if not (weighed and more and record.ever & EVER_ON_PLAN):
        return {}
    return {"plan_on_file": float(more) if world.week >= record.file_comes else 0.0}


def met(world: ChildrensServices, family: int) -> Values:
    """Look up all that the decision that waits for a family meets, by book and name."""
    looked_up = {"threshold": thresholds(world, family), "added": added(world, family)}
    return {(book, name): value for book, of in looked_up.items() for name, value in of.items()}
