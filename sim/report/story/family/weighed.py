"""Weighed: what was on file against a threshold, in the words that decisions share."""

from collections.abc import Iterator

from sim.report.story.family.beside import beside
from sim.report.story.moment import Moment, Sentence
from sim.report.story.words import distance

CONCERN = "the concern on file"


def enquiry_begun(moment: Moment) -> bool:
    """Whether a section 47 enquiry began."""
    return moment.has("file", "last_enquiry")


def gap(moment: Moment, name: str, evidence: str = "belief") -> str:
    """Say how far the file lay from a threshold."""
    return distance(moment.beyond(name, evidence))


def no_enquiry(moment: Moment) -> str:
    """Say how far the file fell short of an enquiry, where it did."""
    if "section_47" not in moment.bars or moment.beyond("section_47") > 0.0:
        return ""
    return f" {CONCERN.capitalize()} was {gap(moment, 'section_47')} the threshold for an enquiry."


def told(moment: Moment, text: str, acts: bool, *whats: str) -> Iterator[Sentence]:
    """Give a decision as the file has it, and what was true of it."""
    yield moment.say("file", text, *whats)
    yield beside(moment, acts)


def earlier_plan(moment: Moment) -> str:
    """Say what an earlier plan added to the evidence, once a case."""
    if not moment.has("added", "plan_on_file"):
        return ""
    more, before = (
        moment.now["added", "plan_on_file"],
        moment.earlier.get(("added", "plan_on_file")),
    )
    if before and before.week >= moment.file("opened") and before.after == more:
        return ""
    if more:
        return " The earlier child protection plan on file added to the concern."
    return " The file with the earlier child protection plan had not come yet."
