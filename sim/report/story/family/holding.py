"""Who held the case, and how the weeks between events went: visits, reviews, contacts."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from sim.casefile.events import REVIEWED
from sim.casefile.status import (
    ASSESSMENT,
    CHILD_IN_NEED,
    CHILD_PROTECTION,
    CLOSED,
    IN_CARE,
    CaseStatus,
)
from sim.report.numbers import capital, counted, listed
from sim.report.story.family.truth import quiet
from sim.report.story.moment import Moment, Sentence, ever, is_opening
from sim.report.story.words import STANDING, agency_word, distance, span, times
from sim.state.columns import NOBODY

MOVED = 0.4  # of the concern on file, SD; less is not told
TOO_FEW = 2
A_FEW = 3  # weeks
KEPT_BY = {
    CHILD_IN_NEED: ("need", "end_need"), CHILD_PROTECTION: ("belief", "step_down"),
    IN_CARE: ("belief", "return_home"),
}  # fmt: skip
KEPT = {
    CHILD_IN_NEED: ("the case going", "need", "the threshold for ending it"),
    CHILD_PROTECTION: ("the plan going", "concern", "the threshold for ending it"),
    IN_CARE: ("the children in care", "concern", "what a return home allows"),
}


def worker_changed(moment: Moment) -> Iterator[Sentence]:
    """Tell who took the case, from whom, and how long nobody held it."""
    if moment.stage != "allocation" or not moment.is_open:
        return
    rests = ("file.worker", "file.allocated", "worker.experience", "worker.newly_qualified",
             "worker.agency", "file.knowledge")  # fmt: skip
    if moment.has("file", "allocated"):
        yield moment.say("file", taken(moment), *rests)
    elif moment.has("file", "worker"):
        text = "The social worker had left, and nobody held the case."
        yield moment.say("file", text, "file.worker")


def taken(moment: Moment) -> str:
    """Say how a case came to a social worker."""
    who = worker_word(moment)
    was = moment.file_before("allocated")
    waited = moment.week - moment.earlier["file", "worker"].week
    again = ever(was) and was >= moment.file("opened")
    if not again:
        weeks = moment.week - int(moment.file("opened"))
        late = f" after {counted(weeks, 'week')}" if weeks > 1 else ""
        return f"The case was allocated{late} to {who}."
    lost = " Part of what was known of the family was lost." if knows_less(moment) else ""
    if moment.file_before("transfer") and moment.file_before("worker") != NOBODY:
        return f"The case passed to the next team, to {who}.{lost}"
    if moment.file_before("worker") != NOBODY:
        return f"The social worker had left; {who} took over, unplanned.{lost}"
    if not waited:
        return f"{capital(who)} took over in the same week."
    return f"After {counted(waited, 'week')} without a social worker, {who} took over.{lost}"


def knows_less(moment: Moment) -> bool:
    """Whether knowledge of the family was lost."""
    return moment.has("file", "knowledge") and (
        moment.file("knowledge") < moment.file_before("knowledge")
    )


def worker_word(moment: Moment) -> str:
    """Say who took a case."""
    years = moment.now["worker", "experience"]
    agency = "an agency social worker" if moment.now["worker", "agency"] else "a social worker"
    if years < 1.0:
        new = moment.now["worker", "newly_qualified"]
        return "a newly qualified social worker" if new else f"{agency} in the first year of work"
    return f"{agency} with {counted(int(years), 'year')} of experience"


def file_opens(moment: Moment) -> Iterator[Sentence]:
    """Say what was on file when the story begins."""
    if not is_opening(moment):
        return
    last = moment.file("last_referral")
    if moment.is_open:
        name = STANDING[CaseStatus(int(moment.file("status")))].removesuffix(".")
        text = f"{name}, {span(max(1, moment.week - moment.file('opened')))} after the referral."
        yield moment.say("file", text, "file.status", "file.opened")
        return
    if not ever(last):
        yield moment.say("file", "No referral was on file.", "file.last_referral")
        return
    plans = int(moment.file("plans"))
    had = f", and {counted(plans, 'child protection plan')}" if plans else ""
    text = f"On file was a referral of {span(moment.week - last)} before{had}."
    yield moment.say("file", text, "file.last_referral", "file.plans")


@dataclass(slots=True)
class Stretch:
    """Weeks in which a case went on without a turn: what they held, to be told in one sentence.

    status : under which its latest review was held
    """

    since: int | None = None
    status: int = CLOSED
    made: list[int] = field(default_factory=list)
    missed: list[int] = field(default_factory=list)
    reviews: list[int] = field(default_factory=list)
    contacts: list[tuple[int, str]] = field(default_factory=list)
    beliefs: list[tuple[int, float]] = field(default_factory=list)
    gaps: list[float] = field(default_factory=list)
    needless: bool = False
    held: bool = False

    def take(self, moment: Moment) -> None:
        """Take in what a stage brought."""
        if self.since is None:
            self.since = moment.week
        self.held |= moment.file("worker") != NOBODY
        belief = moment.has("file", "belief")
        if belief and not self.beliefs:
            self.beliefs.append((moment.latest["file", "belief"].row, moment.file_before("belief")))
        if moment.stage == "casework" and moment.has("file", "visit_due"):
            (self.made if belief else self.missed).append(moment.changed["file", "visit_due"])
        if moment.stage == "front_door" and joined(moment):
            row = moment.changed["file", "contact_waits"]
            self.contacts.append((row, agency_word(moment.file("source"))))
        if kept_on(moment):
            self.review(moment)
        if belief:
            self.beliefs.append((moment.latest["file", "belief"].row, moment.file("belief")))

    def review(self, moment: Moment) -> None:
        """Take in a review that left things as they were, and how near it came to ending them."""
        self.status = int(moment.file("status"))
        evidence, name = KEPT_BY[self.status]
        self.gaps.append(moment.beyond(name, evidence))
        self.reviews += moment.rows("file.event", f"file.{evidence}", f"threshold.{name}")
        self.needless |= self.status == CHILD_PROTECTION and quiet(moment)

    def tell(self, week: int, day: date) -> Sentence | None:
        """Put the stretch into one sentence, or none where nothing happened."""
        parts = [one for one in (self.visits(), self.heard(), self.looked_at()) if one]
        if not parts or self.since is None or self.is_brief(week):
            return None
        rows = [*self.made, *self.missed, *self.reviews, *(row for row, _ in self.contacts)]
        rows += [row for row, _ in self.beliefs[-1:]]
        length = span(max(1, week - self.since))
        text = f"In the {length.removeprefix('one ')} before, {'; '.join(parts)}.{self.concern()}"
        return Sentence(week, day, "file", text, tuple(sorted(set(rows))), parts=self.needless)

    def is_brief(self, week: int) -> bool:
        """Whether it was a week or two in which visits were made, and no more."""
        more = self.missed or self.contacts or self.gaps
        return week - (self.since or 0) < A_FEW and not more

    def visits(self) -> str:
        """Say how often the family was visited, and how many visits were missed."""
        made, missed = len(self.made), len(self.missed)
        if not made:
            due = f"none of the {counted(missed, 'visit')} due was"
            due = "the one visit due was not" if missed == 1 else due
            why = "" if self.held else "no social worker held the case, and "
            return f"{why}{due} made" if missed else ""
        done = f"the family was visited {times(made)}"
        if missed:
            were = "was" if missed == 1 else "were"
            done += f", and {counted(missed, 'visit')} that {were} due did not happen"
        return done

    def heard(self) -> str:
        """Say what others passed on meanwhile."""
        if not self.contacts:
            return ""
        who = listed(list(dict.fromkeys(name for _, name in self.contacts)))
        many = len(self.contacts)
        return f"{counted(many, 'contact')} from {who} {'was' if many == 1 else 'were'} added"

    def looked_at(self) -> str:
        """Say how often a review kept things as they were, and by how much at the last."""
        if not self.gaps:
            return ""
        kept, why, end = KEPT[self.status]
        kept = f"{counted(len(self.gaps), 'review')} kept {kept}"
        at = "" if len(self.gaps) == 1 else "at the last "
        if self.gaps[-1] < 0.0:
            return f"{kept}, {at}because a manager looked again"
        return f"{kept}, {at}with {why} {distance(self.gaps[-1])} {end}"

    def concern(self) -> str:
        """Say how the concern on file moved, if it moved much."""
        if len(self.beliefs) < TOO_FEW:
            return ""
        moved = self.beliefs[-1][1] - self.beliefs[0][1]
        if abs(moved) < MOVED:
            return ""
        return f" The concern on file {'grew' if moved > 0 else 'eased'}."


def joined(moment: Moment) -> bool:
    """Whether a contact was added to an open case; a serious incident is told by itself."""
    added = moment.has("file", "contact_waits") and moment.file_before("status") >= ASSESSMENT
    return added and not moment.hears_of_incident


def kept_on(moment: Moment) -> bool:
    """Whether a review left things as they were."""
    return (
        moment.stage == "decisions"
        and moment.file_before("event") == REVIEWED
        and moment.file_before("status") in KEPT
        and not moment.has("file", "status")
        and not moment.has("file", "last_enquiry")
    )


HOLDING = (file_opens, worker_changed)
