"""Workers: the rules that pick the working life that is told."""

from collections import Counter
from collections.abc import Sequence

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.rules.exits import AUTHORITY, PROFESSION, RETIRED, TO_AGENCY
from sim.rules.people import FIRST_POST
from sim.scenario import Scenario
from sim.study.story.career import follow_person
from sim.study.story.chronicle import Tick
from sim.study.story.diary import Diary
from sim.study.story.people import Job, People, Turn
from sim.study.story.person import of_number
from sim.study.story.pick import Kind, Picked, Rule

BY_CHOICE = (PROFESSION, AUTHORITY, TO_AGENCY)
AWAY = (*BY_CHOICE, RETIRED)
EARLY = 2 * WEEKS_IN_YEAR


def left(people: People, *where: int) -> list[Job]:
    """List the jobs of permanent staff that ended so, by when they did."""
    found = [one for one in people.jobs if not one.agency and one.ended_by in where]
    return sorted(found, key=lambda one: (one.week, one.whose))


def burnt_out(people: People) -> Sequence[Job]:
    """List those who left the profession under stress, the most strained first."""
    found = [one for one in left(people, PROFESSION) if (one.strain or 0.0) > 0.0]
    return sorted(found, key=lambda one: -(one.strain or 0.0))


def newly_qualified(people: People) -> Sequence[Job]:
    """List the newly qualified who came in the run and soon left, the soonest first."""
    found = [
        one for one in left(people, *BY_CHOICE)
        if one.came_from == FIRST_POST and one.started >= 0 and one.week - one.started < EARLY
    ]  # fmt: skip
    return sorted(found, key=lambda one: one.week - one.started)


def movers(people: People) -> Sequence[Turn]:
    """List those who came to an authority from another of the run, the most often first."""
    moves = Counter(one.whose for one in people.moved)
    first = {one.whose: one for one in reversed(people.moved)}
    return sorted(first.values(), key=lambda one: (-moves[one.whose], one.week, one.whose))


def gone_to_agencies(people: People) -> Sequence[Job]:
    """List those who left a post for an agency, who then had the most assignments first."""
    sent = Counter(
        job.whose
        for job in left(people, TO_AGENCY) for one in people.sent
        if one.whose == job.whose and one.week >= job.week
    )  # fmt: skip
    return sorted(left(people, TO_AGENCY), key=lambda job: -sent[job.whose])


def only_here(here: People, there: People) -> Sequence[Job]:
    """List those in post from the start who left their authority here, and stayed there."""
    gone = {one.whose for one in left(there, *AWAY)}
    once: dict[int, Job] = {}
    for one in left(here, *AWAY):
        if one.whose in here.at_first and one.whose not in gone and one.started < 0:
            once.setdefault(one.whose, one)
    return list(once.values())


RULES: dict[str, Rule] = {
    "burnt-out": Rule(
        "who left the profession while counted as stressed, of them the one with most strain",
        "permanent staff who left the profession while counted as stressed, with strain above "
        "usual",
        lambda people, _: burnt_out(people),
    ),
    "newly-qualified-who-left": Rule(
        "who came newly qualified in the run and left by choice within two years, of them the one "
        "who left soonest",
        "people who came newly qualified and left by choice within two years",
        lambda people, _: newly_qualified(people),
    ),
    "moved": Rule(
        "who came to an authority from another of the run, of them the one who did so most often",
        "people who came to an authority from another of the run",
        lambda people, _: movers(people),
    ),
    "went-to-agency": Rule(
        "who left a permanent post to work through an agency, of them the one who then had the "
        "most assignments",
        "permanent staff who left to work through an agency",
        lambda people, _: gone_to_agencies(people),
    ),
    "became-manager": Rule(
        "the first who was appointed a manager from within",
        "appointments of managers",
        lambda people, _: people.appointed,
    ),
    "incident-in-a-case": Rule(
        "the first who held a case in which a serious incident was reported",
        "serious incidents that were reported in a case that somebody held",
        lambda people, _: people.shaken,
    ),
    "left-here": Rule(
        "the first of those in post when the run starts who left their authority here, and did not "
        "under the other scenario",
        "people in post when the run starts who left here and not under the other scenario",
        only_here,
        compares=True,
    ),
}


def followed(
    scenario: Scenario, seed: int, replicate: int, picked: Picked, tick: Tick, twin: bool
) -> Diary:
    """Live a run again and keep the diary of the person who was picked."""
    return follow_person(scenario, seed, replicate, of_number(picked.whose), tick, twin=twin)


WORKER = Kind("social worker", "authorities", "--worker", RULES, People, followed)
