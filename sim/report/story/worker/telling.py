"""Telling: what the page of a social worker says in words of its own."""

from sim.report.story.parting import dated
from sim.report.story.telling import Telling
from sim.report.story.worker.tell import tell
from sim.report.story.worker.tracks import WORKER_TRACKS, table
from sim.report.story.worker.words import CAME
from sim.scenario import Scenario
from sim.study.story.diary import OPENING, Diary, Entry
from sim.study.story.person import of_number

TITLES = {
    "burnt-out": "A social worker who left the profession under stress",
    "newly-qualified-who-left": "A newly qualified social worker who soon left",
    "moved": "A social worker who went from one authority to another",
    "went-to-agency": "A social worker who left a post for agency work",
    "became-manager": "A social worker who became a manager",
    "incident-in-a-case": "A social worker and a serious incident in one of their cases",
    "left-here": "A social worker who left here, and stayed under another policy",
}
INVENTED = (
    "No such person exists. A simulation invented this social worker, the families and everyone "
    "they worked with."
)
GLANCE = (
    "Striped bars: strain, from two SD below usual at the foot to two above at the top; a "
    "triangle is a serious incident in a case of theirs. Solid bars: where they worked, higher for "
    "each step from agency's books, agency assignment, social worker, post without cases and "
    "senior practitioner to team and service manager; below them, when they were off sick."
)
NOTES = (
    "The truth side is what the simulation knows: strain, fear, load, the hazard of giving notice, "
    "and where somebody goes who leaves. The file side is what an employer's files hold: posts, "
    "grades, children held, absence, notice, serious incidents that were reported.",
    "A hazard is what chance acts on: many with the same stay. Its factors multiply; each is the "
    "hazard against what it would be were that one thing as usual. Retirement from pension age "
    "comes beside it.",
    "Strain, fear and supervision are in standard deviations from what is usual in the base year. "
    "Load is the hours that cases ask for over the hours there are.",
    "A person's number is the first post they held and how many had held it by then. It goes along "
    "from post to post, and is the number in the table of jobs of a run, as post × 1,048,576 + "
    "holder.",
    "Who retires, leaves the profession, finds a post in the rest of England or goes to one that "
    "is not simulated is followed no further.",
    "Numbers in brackets are rows of story.csv, which holds every change in where the person "
    "stands and what they feel, and at each quarter's end and turn what is looked up; "
    "sentences.csv lists them for each sentence.",
)
WORDS = {
    ("person", "strain"): "their strain", ("person", "held"): "how many children they held",
    ("person", "load"): "the load of their cases", ("person", "fear"): "their own fear",
    ("person", "sick_until"): "when they were off sick",
    ("person", "suspended_until"): "when they were suspended",
    ("person", "leaves"): "when they gave notice", ("person", "stressed"): "whether they were "
    "stressed", ("post", "number"): "which post they held",
    ("post", "authority"): "where they worked", ("post", "filled"): "whether they were in a post",
    ("observer", "supervision"): "the supervision of their team",
    ("person", "senior"): "whether they were a senior practitioner",
    ("person", "started"): "when they came",
}  # fmt: skip


def in_words(entry: Entry) -> str:
    """Say what a row is about."""
    if entry.book == "hazard":
        return "the hazard of giving notice"
    if entry.book == "job":
        return "when a job ended"
    return WORDS.get(entry.what) or f"{entry.column.replace('_', ' ')} ({entry.book})"


def kinship(life: Diary, twin: Diary) -> list[str]:
    """Say so where nobody has that number there, or somebody who came otherwise."""
    name = of_number(life.whose)
    if not twin.entries:
        return [f"Nobody of the number {name} came under “{twin.title}”: there is no twin."]
    here, there = came(life), came(twin)
    if here == there:
        return []
    return [
        f"Under “{twin.title}” the number {name} belongs to somebody who came otherwise: "
        f"{said(twin)}, and here {said(life)}. The two share their luck, and with it their "
        "talent; they are not one person under two policies."
    ]


def came(life: Diary) -> tuple[float, ...]:
    """Say when and how somebody came: stage and week, way, authority."""
    first = {one.what: one.after for one in life.entries if one.week == life.entries[0].week}
    return (
        life.entries[0].week, first["person", "came_from"], first["post", "authority"],
        first["post", "filled"],
    )  # fmt: skip


def said(life: Diary) -> str:
    """Say when and how somebody came, in words."""
    first = life.entries[0]
    if first.stage == OPENING:
        return "they were there when the run began"
    how = CAME.get(int(came(life)[1]), "into a post")
    return f"they came {how} in the week of {dated(first.date)}"


def scaled(scenario: Scenario) -> str:
    """Say what the scale means for posts."""
    return (
        f"The scale is {scenario.population_scale:.2g}: there are that many posts for each real "
        "one, and the person is one of them, with a caseload and a team of usual size."
    )


WORKER = Telling(
    one="Social worker", the="the person",
    asked="They were asked for by their number, not picked by a rule.",
    titles=TITLES, untitled="One social worker's story", invented=INVENTED, glance=GLANCE,
    other_way="of those who stayed here left under", notes=NOTES, scaled=scaled,
    names=lambda number: str(of_number(number)), option="--worker", tell=tell,
    tracks=WORKER_TRACKS, in_words=in_words, table=table, kinship=kinship,
)  # fmt: skip
