"""Reviews of plans, of children in need and of children in care: what each changed."""

from collections.abc import Iterator

from sim.casefile.status import CHILD_IN_NEED, CHILD_PROTECTION, CLOSED, IN_CARE, PROCEEDINGS
from sim.report.story.family.holding import KEPT
from sim.report.story.family.weighed import CONCERN, enquiry_begun, gap, no_enquiry, told
from sim.report.story.moment import Moment, Sentence
from sim.report.story.words import span


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
    elif moment.beyond("proceedings") > 0.0:
        yield from short_of_court(moment)


def short_of_court(moment: Moment) -> Iterator[Sentence]:
    """Tell of a review that met the threshold for court and stopped short of it."""
    if not moment.file_before("reviews"):
        text = (
            f"The plan's first review found {CONCERN} {gap(moment, 'proceedings')} the threshold "
            "for court. Court was put off; work before proceedings was to fill the time to the "
            "next review."
        )
        yield from told(moment, text, True, "file.belief", "threshold.proceedings", "file.reviews")
    else:
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


def care_reviewed(moment: Moment) -> Iterator[Sentence]:
    """Tell of a review that sent children home from care."""
    if moment.file("status") != CHILD_IN_NEED:
        return
    lasted = span(moment.week - moment.file_before("status_since"))
    text = (
        f"After {lasted} in care a review found {CONCERN} {gap(moment, 'return_home')} what a "
        "return home allows: the children were to go home, on a child in need plan."
    )
    yield from told(
        moment, text, False, "file.belief", "threshold.return_home", "file.status",
        "file.status_since",
    )  # fmt: skip


def reviewed(moment: Moment) -> Iterator[Sentence]:
    """Tell of a review that changed something, or that met a serious incident."""
    tellers = {CHILD_PROTECTION: plan_reviewed, IN_CARE: care_reviewed}
    status = int(moment.file_before("status"))
    told_of = list(tellers.get(status, need_reviewed)(moment))
    yield from told_of
    if moment.hears_of_incident and not told_of:
        text = f"A review in the same week kept {KEPT[status][0]}.{no_enquiry(moment)}"
        yield moment.say("file", text, "file.reviews", "file.belief", "file.status")
