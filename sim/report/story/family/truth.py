"""What was true: the family's children, pressure, harm, and what became of them."""

from collections.abc import Iterator

from sim.casefile.events import ENQUIRED
from sim.casefile.timescales import THREE_MONTHS
from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.report.numbers import capital, counted
from sim.report.story.moment import Moment, Sentence, ever, is_opening
from sim.report.story.words import children, harm_word, span, their_ages
from sim.rules.family import TURN_WEEKS
from sim.study.story.diary import DIED

FIFTHS = (
    "the least deprived fifth of areas", "the second least deprived fifth of areas",
    "the middle fifth of areas by deprivation", "the second most deprived fifth of areas",
    "the most deprived fifth of areas",
)  # fmt: skip
MILD, SEVERE, VERY = 0.7, 1.5, 2.5  # severity, of a usual one when it begins
PRESSED = 1.0  # log pressure
AT_HOME, FOR_GOOD = 0, 1


def severity_word(severity: float) -> str:
    """Say how severe harm is, against how it usually is when it begins."""
    if severity < MILD:
        return "less severe than most"
    if severity < SEVERE:
        return "of usual severity"
    return "severe" if severity < VERY else "very severe"


def opening(moment: Moment) -> Iterator[Sentence]:
    """Say who the family is."""
    if not is_opening(moment):
        return
    fifth = FIFTHS[(int(moment.now["family", "decile"]) - 1) // 2]
    pressure = moment.truth("pressure")
    how = "as much pressure as most"
    if abs(pressure) > PRESSED:
        how = "more pressure than most" if pressure > 0 else "less pressure than most"
    yield moment.say(
        "truth",
        f"The family had {children(moment.ages())}. It lived in {fifth}, under {how} families.",
        "family.first_birth", "family.spacing", "family.born", "family.decile", "truth.pressure",
    )  # fmt: skip
    if moment.truth("harm"):
        yield going_on(moment)


def births(moment: Moment) -> Iterator[Sentence]:
    """Tell of children born and grown up; the model looks once a quarter."""
    if not moment.has("family", "children") or is_opening(moment) or moment.changed_family:
        return
    before, now = moment.before["family", "children"], moment.now["family", "children"]
    news = "Another child had been born" if now > before else "The eldest had turned 18"
    yield moment.say(
        "truth", f"{news}: the family now had {children(moment.ages())}.",
        "family.children", "family.first_birth", "family.spacing", "family.born",
    )  # fmt: skip


def grown_up(moment: Moment) -> Iterator[Sentence]:
    """Tell that the youngest child is an adult, which ends a family's story."""
    if moment.changed_family:
        yield moment.say("truth", "The youngest child turned 18.", "family.first_birth")


def harm_begins(moment: Moment) -> Iterator[Sentence]:
    """Tell how harm began."""
    if not moment.has("truth", "harm") or not moment.truth("harm") or is_opening(moment):
        return
    lasting = "of a lasting kind" if moment.truth("chronic") else "of a passing kind"
    hidden = "The family hid it." if moment.truth("deceives") else "The family did not hide it."
    yield moment.say(
        "truth",
        f"{capital(harm_word(moment.truth('harm')))} began{once_more(moment)}, {lasting} and "
        f"{severity_word(moment.truth('severity'))}. {their_ages(moment.ages())} {hidden}",
        "truth.harm", "truth.chronic", "truth.severity", "truth.deceives",
        *(["truth.relapse_from"] if once_more(moment) else []),
    )  # fmt: skip


def once_more(moment: Moment) -> str:
    """Say how long before harm had ended in this family, where there had been any."""
    ended = moment.truth("relapse_from")
    return f", {span(moment.week - ended)} after earlier harm had ended" if ever(ended) else ""


def harm_ends(moment: Moment) -> Iterator[Sentence]:
    """Tell how harm ended, and whether anyone had recognised it."""
    if not moment.has("truth", "harm") or moment.truth("harm"):
        return
    if moment.changed_family or is_opening(moment):
        return
    lasted = span(moment.week - moment.before["truth", "onset"])
    word = harm_word(moment.before["truth", "harm"])
    known = ever(moment.now["observer", "recognised"])
    unseen = "" if known else " It had never been recognised."
    care = moment.stage == "outcomes"
    how = "stopped when the children went into care" if care else "came to an end"
    yield moment.say(
        "truth", f"The {word} {how}, {lasted} after it began.{unseen}",
        "truth.harm", "truth.onset", "observer.recognised", *(["truth.away"] if care else []),
    )  # fmt: skip


def harm_wears_on(moment: Moment) -> Iterator[Sentence]:
    """Tell, once a year, that harm still goes on."""
    if moment.stage != "families" or not moment.has("truth", "severity"):
        return
    if not moment.truth("harm") or moment.has("truth", "harm"):
        return
    weeks = moment.week - moment.truth("onset")
    years = int(weeks / WEEKS_IN_YEAR)
    if years > int((weeks - TURN_WEEKS) / WEEKS_IN_YEAR):
        yield moment.say(
            "truth",
            f"The {harm_word(moment.truth('harm'))} had gone on for more than "
            f"{counted(years, 'year')} and was {severity_word(moment.truth('severity'))}.",
            "truth.harm", "truth.onset", "truth.severity",
        )  # fmt: skip


def noticed(moment: Moment) -> Iterator[Sentence]:
    """Tell that someone outside the family saw harm for the first time."""
    seen = moment.has("observer", "noticed") and moment.stage == "partners"
    if not seen or not ever(moment.now["observer", "noticed"]):
        return
    kept = "" if moment.has("file", "contact_waits") else ", and did not pass it on"
    yield moment.say(
        "truth",
        f"Someone outside the family saw a sign for the first time, {after(moment)}{kept}.",
        "observer.noticed", "truth.onset",
    )  # fmt: skip


def after(moment: Moment) -> str:
    """Say how long after the onset of harm something happened."""
    weeks, word = moment.week - moment.truth("onset"), harm_word(moment.truth("harm"))
    return f"{span(weeks)} after the {word} began" if weeks else f"in the week the {word} began"


def trust_lost(moment: Moment) -> Iterator[Sentence]:
    """Tell what an enquiry cost."""
    lost = moment.has("truth", "trust") and moment.has("file", "event")
    if lost and moment.stage == "casework" and moment.file("event") == ENQUIRED:
        if moment.truth("trust") >= moment.before["truth", "trust"]:
            return
        text = "The enquiry cost the family some of its trust in services."
        yield moment.say("truth", text, "truth.trust", "file.event")


def recognised(moment: Moment) -> Iterator[Sentence]:
    """Tell that harm was recognised at last."""
    told = moment.has("observer", "recognised") and moment.stage == "outcomes"
    if told and ever(moment.now["observer", "recognised"]) and moment.before["truth", "harm"]:
        weeks = moment.week - moment.truth("onset")
        word = harm_word(moment.before["truth", "harm"])
        yield moment.say(
            "truth", f"With that the {word} was recognised, {span(weeks)} after it began.",
            "observer.recognised", "truth.onset",
        )  # fmt: skip


def moved(moment: Moment) -> Iterator[Sentence]:
    """Tell that the children left home or came back."""
    if not moment.has("truth", "away") or moment.stage != "outcomes" or moment.has("truth", "harm"):
        return
    away = moment.truth("away")
    text = "The children left home and lived in care."
    if away == FOR_GOOD:
        text = "The children had a permanent home elsewhere."
    if away == AT_HOME:
        text = "The children came home, and with them more pressure."
    yield moment.say("truth", text, "truth.away")


def incident(moment: Moment) -> Iterator[Sentence]:
    """Tell of a serious incident."""
    if not moment.has("truth", "incident"):
        return
    fatal = moment.truth("incident") == DIED
    what = "A child died" if fatal else "A child came to serious harm"
    told = moment.file("incident")
    unheard = "" if told else (
        " It befell one of the real families that this simulated one stands for, not the one whose "
        "file this is."
    )  # fmt: skip
    yield moment.say(
        "truth", f"{what}, {after(moment)}: a serious incident.{unheard}",
        "truth.incident", "truth.harm", "truth.onset", "file.incident",
    )  # fmt: skip


def going_on(moment: Moment) -> Sentence:
    """Say that harm went on, and for how long it had."""
    weeks = moment.week - moment.truth("onset")
    word = harm_word(moment.truth("harm"))
    text = f"The {word} had gone on for {span(weeks)}." if weeks else f"The {word} had just begun."
    return moment.say("truth", text, "truth.harm", "truth.onset", plain=True)


def standing(moment: Moment) -> Sentence:
    """Say how things stood in truth."""
    if moment.truth("harm"):
        return going_on(moment)
    if moment.truth("away"):
        return moment.say("truth", "The children lived away from home.", "truth.away", plain=True)
    return moment.say("truth", "No child was being harmed.", "truth.harm", plain=True)


def quiet(moment: Moment) -> bool:
    """Whether there was no harm, nor had been in the three months a decision looks back on."""
    ended = moment.now["observer", "ended"]
    return not moment.truth("harm") and not (ever(ended) and moment.week - ended <= THREE_MONTHS)


TRUE = (
    opening, births, grown_up, harm_begins, harm_ends, harm_wears_on, noticed, trust_lost,
    incident, recognised, moved,
)  # fmt: skip
