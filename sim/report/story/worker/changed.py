"""Changed: what befalls somebody in a post, and where they rise to."""

from collections.abc import Iterator

from sim.report.numbers import counted
from sim.report.story.moment import Moment, Sentence, is_opening
from sim.report.story.worker.words import Places, arrives, filled, grade, signed_sd
from sim.state.worker import EMPLOYED, TEAM_MANAGER, WITH_CASES


def first_year_ends(moment: Moment, _: Places) -> Iterator[Sentence]:
    """Tell that the first year's protection ended."""
    was = moment.has("observer", "protected") and moment.before.get(("observer", "protected"))
    if was and stays(moment):
        text = "The protected first year ended: from now on the caseload is a full one."
        yield moment.say("file", text, "observer.protected")


def stays(moment: Moment) -> bool:
    """Whether they are still in the same employment."""
    return filled(moment.now) == EMPLOYED and not moment.has("job", "ended_by")


def senior(moment: Moment, _: Places) -> Iterator[Sentence]:
    """Tell that they became a senior practitioner."""
    if moment.has("person", "senior") and not arrives(moment):
        yield moment.say("file", "Became a senior practitioner.", "person.senior")


def moved_inside(moment: Moment, _: Places) -> Iterator[Sentence]:
    """Tell that they came to another post of the same authority."""
    if not moment.has("post", "number") or is_opening(moment) or filled(moment.now) != EMPLOYED:
        return
    kind = moment.now["post", "kind"]
    if moment.has("person", "started") and kind < TEAM_MANAGER:
        return
    if kind >= TEAM_MANAGER:
        text = f"Was appointed {grade(moment.now).removeprefix('a ')}, from within."
    elif kind == WITH_CASES:
        text = "Moved to another post with cases."
    else:
        text = "Moved inside the authority, to a post without cases."
    yield moment.say("file", text, "post.number", "post.kind")


def stressed(moment: Moment, _: Places) -> Iterator[Sentence]:
    """Tell that strain passed the bar, or faded."""
    if not moment.has("person", "stressed") or arrives(moment) or is_opening(moment):
        return
    strain = signed_sd(moment.now["person", "strain"])
    if not moment.now["person", "stressed"]:
        text = f"Strain had faded to {strain}: they no longer counted as stressed."
        yield moment.say("truth", text, "person.stressed", "person.strain")
        return
    sick = moment.week < moment.now["person", "sick_until"]
    hidden = "" if sick else " Nothing on file showed it that week."
    text = f"Strain had come to {strain}: they now counted as stressed.{hidden}"
    yield moment.say("truth", text, "person.stressed", "person.strain", parts=not sick)


def suspended(moment: Moment, _: Places) -> Iterator[Sentence]:
    """Tell that they were suspended after a story in the press."""
    weeks = int(moment.now["person", "suspended_until"]) - moment.week
    if moment.has("person", "suspended_until") and weeks > 0 and not is_opening(moment):
        text = (
            "The press had told of a family whose case they held. Was suspended for "
            f"{counted(weeks, 'week')}."
        )
        yield moment.say("file", text, "person.suspended_until")


def incident(moment: Moment, _: Places) -> Iterator[Sentence]:
    """Tell of a serious incident in a family whose case they held."""
    if arrives(moment) or moment.now.get(("person", "shaken")) != moment.week:
        return
    if moment.has("person", "shaken"):
        text = "A serious incident was reported in a family whose case they held."
        yield moment.say("file", text, "person.shaken")
    elif moment.stage == "workforce" and moment.has("person", "fear"):
        fear = signed_sd(moment.now["person", "fear"])
        text = f"The incident left them with a fear of their own, {fear} beyond the authority's."
        yield moment.say("truth", text, "person.fear", "person.shaken")


CHANGES = (first_year_ends, senior, moved_inside, stressed, suspended, incident)
