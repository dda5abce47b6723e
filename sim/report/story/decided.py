"""Decisions on a case: evidence on file against a threshold, and what followed."""

from collections.abc import Callable, Iterator

from sim.casefile.events import (
    ASSESSED,
    CONFERENCE_HELD,
    COURT_HEARD,
    ENQUIRED,
    HEARD_AGAIN,
    NOTHING,
    REFERRED,
    REVIEWED,
)
from sim.casefile.status import (
    CHILD_IN_NEED,
    CHILD_PROTECTION,
    CLOSED,
    IN_CARE,
    PROCEEDINGS,
)
from sim.casefile.timescales import ASSESSMENT_45_DAYS, CONFERENCE_15_DAYS
from sim.report.story.beside import beside
from sim.report.story.moment import Moment, Sentence
from sim.report.story.words import agency_word, distance, harm_word, nth, span

CONCERN = "the concern on file"


def enquiry_begun(moment: Moment) -> bool:
    """Whether a section 47 enquiry began."""
    return moment.has("file", "last_enquiry")


def gap(moment: Moment, name: str, evidence: str = "belief") -> str:
    """Say how far the file lay from a threshold."""
    return distance(moment.file(evidence) - (moment.bar(name) or 0.0))


def no_enquiry(moment: Moment) -> str:
    """Say how far the file fell short of an enquiry, where it did."""
    bar = moment.bar("section_47")
    if bar is None or moment.file("belief") > bar:
        return ""
    return f" {CONCERN.capitalize()} was {gap(moment, 'section_47')} the threshold for an enquiry."


def told(moment: Moment, text: str, acts: bool, *whats: str) -> Iterator[Sentence]:
    """Give a decision as the file has it, and what was true of it."""
    yield moment.say("file", text, *whats)
    yield beside(moment, acts)


def heard(moment: Moment) -> Iterator[Sentence]:
    """Tell of an enquiry begun on a referral or on what others passed on later."""
    if not enquiry_begun(moment):
        return
    who = agency_word(moment.file("source"))
    first = (
        "" if moment.before["file", "event"] == REFERRED else f"A contact from {who} was added. "
    )
    text = (
        f"{first}At a strategy discussion {CONCERN} was {gap(moment, 'section_47')} the threshold "
        "for a section 47 enquiry, and one began."
    )
    yield from told(
        moment, text, True, "file.belief", "threshold.section_47", "file.last_enquiry",
        "file.source",
    )  # fmt: skip


def assessed(moment: Moment) -> Iterator[Sentence]:
    """Tell what an assessment found."""
    weeks = moment.week - moment.file("opened")
    late = ", later than the 45 working days allowed" if weeks > ASSESSMENT_45_DAYS else ""
    done = f"The assessment was finished after {span(weeks)}{late}."
    rests = ["file.opened", "file.need", "threshold.in_need", "file.status", "file.belief",
             "threshold.section_47"]  # fmt: skip
    if moment.file("status") == CLOSED:
        text = (
            f"{done} The need it found was {gap(moment, 'in_need', 'need')} the threshold, and the "
            f"case was closed.{no_enquiry(moment)}"
        )
        yield from told(moment, text, False, *rests)
        return
    need = f"The need it found was {gap(moment, 'in_need', 'need')} the threshold"
    if enquiry_begun(moment):
        text = (
            f"{done} {CONCERN.capitalize()} was {gap(moment, 'section_47')} the threshold for a "
            "section 47 enquiry, and one began; until then the children were in need."
        )
        yield from told(moment, text, True, *rests, "file.last_enquiry")
        return
    text = f"{done} {need}: a child in need plan began.{no_enquiry(moment)}"
    yield moment.say("file", text, *rests)


def enquired(moment: Moment) -> Iterator[Sentence]:
    """Tell how an enquiry ended."""
    onward = moment.file("conference_left") >= 0.0
    then = "a child protection conference was called" if onward else "no conference was called"
    text = (
        f"The section 47 enquiry ended after {span(moment.week - moment.file('enquiry_began'))}: "
        f"{CONCERN} was {gap(moment, 'conference')} the threshold, and {then}."
    )
    yield from told(
        moment, text, onward, "file.belief", "threshold.conference", "file.enquiry_began",
        "file.conference_left", "file.enquiry_left",
    )  # fmt: skip


def conferred(moment: Moment) -> Iterator[Sentence]:
    """Tell what a child protection conference decided."""
    weeks = moment.week - moment.file("enquiry_began")
    late = ", later than the 15 working days allowed" if weeks > CONFERENCE_15_DAYS else ""
    held = f"The child protection conference was held {span(weeks)} after the enquiry began{late}."
    rests = ["file.belief", "threshold.plan", "file.enquiry_began", "file.conference_left"]
    if moment.file("status") != CHILD_PROTECTION:
        text = f"{held} {CONCERN.capitalize()} was {gap(moment, 'plan')} the threshold: no plan."
        yield from told(moment, text, False, *rests)
        return
    plans = int(moment.file("plans"))
    which = "" if plans == 1 else f", the family's {nth(plans)}"
    text = (
        f"{held} {CONCERN.capitalize()} was {gap(moment, 'plan')} the threshold, and the children "
        f"were put on a child protection plan{which}, under the category of "
        f"{harm_word(moment.file('category'))}."
    )
    yield from told(moment, text, True, *rests, "file.status", "file.plans", "file.category")


def plan_reviewed(moment: Moment) -> Iterator[Sentence]:
    """Tell of a review that ended a plan, or took it to court."""
    lasted = span(moment.week - moment.file_before("status_since"))
    if moment.file("status") == PROCEEDINGS:
        where = "went into care at once" if moment.file("interim") else "stayed at home meanwhile"
        text = (
            f"A review found {CONCERN} {gap(moment, 'proceedings')} the threshold for court, "
            f"{lasted} into the plan; care proceedings began, and the children {where}."
        )
        yield from told(
            moment, text, True, "file.belief", "threshold.proceedings", "file.status",
            "file.interim", "file.status_since",
        )  # fmt: skip
    elif moment.file("status") == CHILD_IN_NEED:
        text = (
            f"A review found {CONCERN} {gap(moment, 'step_down')} the threshold for keeping the "
            f"plan. It ended after {lasted}, and a child in need plan took its place."
        )
        yield from told(
            moment, text, False, "file.belief", "threshold.step_down", "file.status",
            "file.status_since",
        )  # fmt: skip
    elif moment.file("belief") > (moment.bar("proceedings") or 0.0):
        text = (
            f"A review found {CONCERN} {gap(moment, 'proceedings')} the threshold for court; a "
            "family group meeting made a plan of the family's own first."
        )
        yield moment.say("file", text, "file.belief", "threshold.proceedings", "file.review_due")


def need_reviewed(moment: Moment) -> Iterator[Sentence]:
    """Tell of a review that closed a case or led to an enquiry."""
    if enquiry_begun(moment):
        text = (
            f"A review found {CONCERN} {gap(moment, 'section_47')} the threshold for a section 47 "
            "enquiry, and one began."
        )
        yield from told(
            moment, text, True, "file.belief", "threshold.section_47", "file.last_enquiry"
        )
    elif moment.file("status") == CLOSED:
        opened = span(moment.week - moment.file("opened"))
        text = (
            f"A review found the need on file {gap(moment, 'end_need', 'need')} the threshold for "
            f"going on, and closed the case, {opened} after the referral.{no_enquiry(moment)}"
        )
        yield from told(
            moment, text, False, "file.need", "threshold.end_need", "file.status", "file.opened",
            "file.belief", "threshold.section_47",
        )  # fmt: skip


def court_heard(moment: Moment) -> Iterator[Sentence]:
    """Tell what the court decided."""
    lasted = span(moment.week - moment.file_before("status_since"))
    ordered = moment.file("status") == IN_CARE
    order = "made a care order" if ordered else "made no care order; a child in need plan followed"
    text = (
        f"After {lasted} of proceedings {CONCERN} was {gap(moment, 'care_order')} what an order "
        f"needs: the court {order}."
    )
    yield from told(
        moment, text, ordered, "file.belief", "threshold.care_order", "file.status",
        "file.status_since",
    )  # fmt: skip


def moved_otherwise(moment: Moment) -> Iterator[Sentence]:
    """Tell of a change of status that no review, conference or court made."""
    if not moment.has("file", "status"):
        return
    was, now = moment.file_before("status"), moment.file("status")
    lasted = span(moment.week - moment.file_before("status_since"))
    if now == IN_CARE:
        yield from told(moment, "The children came into care by agreement.", True, "file.status")
    elif was == IN_CARE and now == CLOSED:
        text = f"After {lasted} in care the children left it for a permanent home; the case closed."
        yield moment.say("file", text, "file.status", "file.placed", "file.status_since")
    elif was == IN_CARE:
        text = f"After {lasted} in care the children returned home, on a child in need plan."
        yield moment.say("file", text, "file.status", "file.status_since")
    else:
        text = f"The plan ended after {lasted} without a review; a child in need plan followed."
        yield from told(moment, text, False, "file.status", "file.status_since")


TELLERS: dict[int, Callable[[Moment], Iterator[Sentence]]] = {
    NOTHING: moved_otherwise, REFERRED: heard, HEARD_AGAIN: heard, ASSESSED: assessed,
    ENQUIRED: enquired, CONFERENCE_HELD: conferred, COURT_HEARD: court_heard,
}  # fmt: skip


def decided(moment: Moment) -> Iterator[Sentence]:
    """Tell what was decided this week, by what had reached the decision."""
    if moment.stage != "decisions":
        return
    event = int(moment.file_before("event"))
    if event != REVIEWED:
        yield from TELLERS[event](moment)
    elif moment.file_before("status") == CHILD_PROTECTION:
        yield from plan_reviewed(moment)
    else:
        yield from need_reviewed(moment)
