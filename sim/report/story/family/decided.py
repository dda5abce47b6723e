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
from sim.casefile.status import CHILD_PROTECTION, CLOSED, IN_CARE, CaseStatus
from sim.casefile.timescales import ASSESSMENT_45_DAYS, CONFERENCE_15_DAYS
from sim.report.numbers import capital
from sim.report.story.family.reviewed import reviewed
from sim.report.story.family.weighed import (
    CONCERN,
    earlier_plan,
    enquiry_begun,
    gap,
    no_enquiry,
    told,
)
from sim.report.story.moment import Moment, Sentence
from sim.report.story.words import agency_word, harm_word, nth, span

GOING_ON = {
    CaseStatus.CHILD_PROTECTION: "The children were on a plan already",
    CaseStatus.PROCEEDINGS: "The case was before the court already",
    CaseStatus.IN_CARE: "The children were in care already",
}


def heard(moment: Moment) -> Iterator[Sentence]:
    """Tell of an enquiry begun on a referral or on what others passed on later."""
    if not enquiry_begun(moment):
        yield from left_at_that(moment)
        return
    who = f"a contact from {agency_word(moment.file('source'))}"
    cause = "that" if moment.hears_of_incident else who
    first = "" if moment.before["file", "event"] == REFERRED else f"after {cause} "
    at = capital(f"{first}a strategy discussion")
    text = (
        f"{at} found {CONCERN} {gap(moment, 'section_47')} the threshold for a section 47 enquiry, "
        "and one began."
    )
    yield from told(
        moment, text, True, "file.belief", "threshold.section_47", "file.last_enquiry",
        "file.source",
    )  # fmt: skip


def left_at_that(moment: Moment) -> Iterator[Sentence]:
    """Tell why no enquiry began on a serious incident that was reported on an open case."""
    if not moment.hears_of_incident:
        return
    status = CaseStatus(int(moment.file("status")))
    whats = ["file.incident", "file.status", "file.belief"]
    if moment.file("enquiry_left") >= 0.0 or moment.file("conference_left") >= 0.0:
        text = "An enquiry was going on already."
        yield moment.say("file", text, *whats, "file.enquiry_left", "file.conference_left")
    elif "section_47" not in moment.bars:
        text = f"{GOING_ON[status]}, so no new enquiry was considered."
        yield moment.say("file", text, *whats)
    elif moment.beyond("section_47") > 0.0:
        text = "No new enquiry began, so soon after the last."
        yield from told(moment, text, False, *whats, "threshold.section_47", "file.last_enquiry")
    else:
        text = f"No enquiry began.{no_enquiry(moment)}"
        yield from told(moment, text, False, *whats, "threshold.section_47")


def assessed(moment: Moment) -> Iterator[Sentence]:
    """Tell what an assessment found."""
    weeks = moment.week - moment.file("opened")
    late = ", later than the 45 working days allowed" if weeks > ASSESSMENT_45_DAYS else ""
    done = f"The assessment was finished after {span(weeks)}{late}."
    rests = ["file.opened", "file.need", "threshold.in_need", "file.status", "file.belief",
             "threshold.section_47", "added.plan_on_file"]  # fmt: skip
    earlier = earlier_plan(moment)
    if moment.file("status") == CLOSED:
        text = (
            f"{done} The need it found was {gap(moment, 'in_need', 'need')} the threshold, and the "
            f"case was closed.{no_enquiry(moment)}{earlier}"
        )
        yield from told(moment, text, False, *rests)
        return
    need = f"The need it found was {gap(moment, 'in_need', 'need')} the threshold"
    if enquiry_begun(moment):
        text = (
            f"{done} {CONCERN.capitalize()} was {gap(moment, 'section_47')} the threshold for a "
            f"section 47 enquiry, and one began; until then the children were in need.{earlier}"
        )
        yield from told(moment, text, True, *rests, "file.last_enquiry")
        return
    text = f"{done} {need}: a child in need plan began.{no_enquiry(moment)}{earlier}"
    yield moment.say("file", text, *rests)


def enquired(moment: Moment) -> Iterator[Sentence]:
    """Tell how an enquiry ended."""
    onward = moment.file("conference_left") >= 0.0
    then = "a child protection conference was called" if onward else "no conference was called"
    text = (
        f"The section 47 enquiry ended after {span(moment.week - moment.file('enquiry_began'))}: "
        f"{CONCERN} was {gap(moment, 'conference')} the threshold, and {then}."
        f"{earlier_plan(moment)}"
    )
    yield from told(
        moment, text, onward, "file.belief", "threshold.conference", "file.enquiry_began",
        "file.conference_left", "file.enquiry_left", "added.plan_on_file",
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
    else:
        text = f"The plan ended after {lasted} without a review; a child in need plan followed."
        yield from told(moment, text, False, "file.status", "file.status_since")


TELLERS: dict[int, Callable[[Moment], Iterator[Sentence]]] = {
    NOTHING: moved_otherwise, REFERRED: heard, HEARD_AGAIN: heard, ASSESSED: assessed,
    ENQUIRED: enquired, REVIEWED: reviewed, CONFERENCE_HELD: conferred, COURT_HEARD: court_heard,
}  # fmt: skip


def decided(moment: Moment) -> Iterator[Sentence]:
    """Tell what was decided this week, by what had reached the decision."""
    if moment.stage != "decisions":
        return
    yield from TELLERS[int(moment.file_before("event"))](moment)
