"""Beside a decision: what was true when it was taken, and whether truth and file part."""

from sim.casefile.events import CONCEALED
from sim.report.story.family.truth import going_on, quiet
from sim.report.story.moment import Moment, Sentence
from sim.report.story.words import span


def beside(moment: Moment, acts: bool) -> Sentence:
    """Say what was true of a decision.

    acts : whether the decision steps in further, as for harm, or lets go, as for none
    """
    if moment.before["truth", "harm"] or moment.truth("harm"):
        return with_harm(moment, acts)
    if quiet(moment):
        text = "No child was being harmed, nor had been in the three months before."
        parts = acts and not moment.truth("away")
        return moment.say(
            "truth", text, "truth.harm", "observer.ended", parts=parts, plain=not parts
        )
    weeks = moment.week - moment.now["observer", "ended"]
    if not weeks:
        return moment.say("truth", "No child was being harmed.", "truth.harm", plain=True)
    text = f"Harm had ended {span(weeks)} before."
    return moment.say("truth", text, "truth.harm", "observer.ended")


def with_harm(moment: Moment, acts: bool) -> Sentence:
    """Say that harm went on, and whether hiding it is what kept it from being seen."""
    said = going_on(moment)
    hid = moment.has("observer", "reached") and moment.now["observer", "reached"] == CONCEALED
    if acts:
        return said
    if not hid:
        return moment.say("truth", said.text, "truth.harm", "truth.onset", parts=True)
    text = f"{said.text} Had the family hidden nothing, the threshold would have been met."
    return moment.say(
        "truth", text, "truth.harm", "truth.onset", "observer.reached", "observer.concealed",
        parts=True,
    )  # fmt: skip
