"""At the front door: concerns that others passed on, referrals and early help."""

from collections.abc import Iterator

from sim.casefile.status import ASSESSMENT, CLOSED, EARLY_HELP
from sim.casefile.timescales import YEAR
from sim.report.numbers import capital, counted
from sim.report.story.family.beside import beside
from sim.report.story.family.weighed import gap
from sim.report.story.moment import Moment, Sentence, ever
from sim.report.story.words import agency_word, span


def screened(moment: Moment) -> Iterator[Sentence]:
    """Tell what became of a concern that was screened; one on an open case joins its file."""
    left = moment.has("file", "contact_waits") and not ever(moment.file("contact_waits"))
    if not left or moment.stage != "front_door" or moment.file_before("status") >= ASSESSMENT:
        return
    outcome, acts = outcome_of(moment)
    yield moment.say(
        "file", f"{concern(moment)} {outcome}{not_read(moment)}",
        "file.contact_waits", "file.source", "threshold.front_door", "file.status",
        "file.last_referral",
        *(["file.belief"] if moment.file("status") == ASSESSMENT else []),
        *(["file.incident"] if moment.hears_of_incident else []),
        *(["file.file_comes"] if not_read(moment) else []),
    )  # fmt: skip
    if moment.truth("harm") and not acts:
        yield beside(moment, acts)


def concern(moment: Moment) -> str:
    """Say who passed a concern on, and how long it waited."""
    waited = moment.week - int(moment.file_before("contact_waits"))
    waits = f" It waited {counted(waited, 'week')} to be screened." if waited > 1 else ""
    alone = moment.earlier["file", "contact_waits"].stage == "outcomes"
    if moment.hears_of_incident and alone:
        return f"The incident was reported to the front door.{waits}"
    who = capital(agency_word(moment.file("source")))
    more = " The incident was reported before it was screened." if moment.hears_of_incident else ""
    return f"{who} passed on a concern.{waits}{more}"


def not_read(moment: Moment) -> str:
    """Say that an earlier referral could not be read, the file not having followed a move yet."""
    if not moment.file_is_away or not ever(moment.file_before("last_referral")):
        return ""
    return " The file from before the move had not come, so the earlier referral was not seen."


def outcome_of(moment: Moment) -> tuple[str, bool]:
    """Say what the front door made of a concern, and whether it stepped in."""
    referred = moment.has("file", "last_referral")
    if moment.file("status") == ASSESSMENT:
        far, again = gap(moment, "front_door"), before_that(moment)
        return f"It was {far} the threshold and became a referral{again}; " \
            "an assessment was to be made.", True  # fmt: skip
    if referred:
        again = before_that(moment)
        return f"It became a referral{again} that was closed with no further action.", False
    if moment.file("status") == EARLY_HELP:
        if moment.has("file", "status"):
            text = "It was below the threshold for a referral, near enough to offer early help."
            return text, False
        return "It was below the threshold for a referral, and early help went on.", False
    return "It was below the threshold and was closed.", False


def before_that(moment: Moment) -> str:
    """Say how long it is since an earlier referral."""
    last = moment.file_before("last_referral")
    if not ever(last) or moment.week - last <= 0:
        return ""
    weeks = moment.week - last
    name = "a re-referral, " if weeks <= YEAR else ""
    return f" ({name}{span(weeks)} after the last)"


def early_help_ended(moment: Moment) -> Iterator[Sentence]:
    """Tell that a spell of early help ended."""
    if moment.stage != "outcomes" or not moment.has("file", "status"):
        return
    if moment.file_before("status") == EARLY_HELP and moment.file("status") == CLOSED:
        weeks = moment.week - moment.file_before("status_since")
        yield moment.say(
            "file", f"Early help ended after {span(weeks)}.", "file.status", "file.status_since"
        )


def reported(moment: Moment) -> Iterator[Sentence]:
    """Tell that a serious incident joined the file of an open case."""
    if moment.stage != "front_door" or not moment.hears_of_incident:
        return
    if moment.file_before("status") < ASSESSMENT:
        return
    waited = moment.week - moment.earlier["file", "incident"].week
    late = f" after {counted(waited, 'week')}" if waited > 1 else ""
    grew = moment.file("belief") > moment.file_before("belief")
    concern = ", and the concern on file grew" if grew else ", but the concern on file did not grow"
    yield moment.say(
        "file",
        f"The incident was reported{late} and joined the file of the open case{concern}.",
        "file.incident", "file.contact_waits", "file.belief", "file.status",
    )  # fmt: skip


AT_THE_DOOR = (screened, reported, early_help_ended)
