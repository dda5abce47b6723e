"""Moved: a family goes to live in another authority, and its file follows later."""

from collections.abc import Iterator

from sim.report.numbers import counted
from sim.report.story.moment import Moment, Sentence, ever, is_opening
from sim.state.columns import NOBODY


def moves(moment: Moment) -> bool:
    """Whether the family moved to another authority; a new family in its place has not."""
    has = moment.has("family", "authority")
    return has and not is_opening(moment) and not moment.changed_family


def away(moment: Moment) -> Iterator[Sentence]:
    """Tell that the family moved."""
    if moves(moment):
        yield moment.say("truth", "The family moved to another authority.", "family.authority")


def file_follows(moment: Moment) -> Iterator[Sentence]:
    """Tell what became of the file, and of an open case."""
    if not moves(moment):
        return
    late = moment.file("file_comes") - moment.week
    rests = ["family.authority", "file.file_comes", "file.worker", "file.knowledge"]
    when = f"was to follow in {counted(int(late), 'week')}" if late > 0 else "went with it"
    if moment.is_open:
        lost = moment.file_before("worker") != NOBODY
        holds = "the social worker who knew it did not go with it" if lost else "nobody held it yet"
        text = (
            f"The case passed to the authority that the family had moved to; {holds}, and the file "
            f"{when}."
        )
        yield moment.say("file", text, *rests)
    elif ever(moment.file("last_referral")):
        text = f"The family moved away, and its file {when}."
        yield moment.say("file", text, *rests[:2], "file.last_referral")
