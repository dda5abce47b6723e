"""England in small, and what is switched: behaviour, posts, and students who begin."""

from dataclasses import dataclass, replace
from datetime import date

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.parameters.registry import registry
from sim.scenario import Action, Change, Cost, Scenario, Where
from sim.study.built_in.stationarity import quiet

THEIRS = {2023: 32_952.0, 2034: 45_989.0}
"""In post at the start, and needed (workforce W171); what they say of starting is 3,500 a year."""

THEIR_STUDENTS = 3_500.0
POSTS_NOW, POSTS_TREND = 40_842.0, 0.026
"""Posts of 2023, and their growth a year since 2017 (workforce W018), FTE."""

FIRST, LAST = 2023, 2034
CHANGED = date(2023, 10, 1)
MOST_POSTS = 1.6
"""Case-holding posts for which a world has room, against those it began with."""

OFF = (
    *(
        Change(f"loops.{name}", "to", 0.0)
        for name in (
            "blame_drives_exit", "strain_absence_load", "exits_spread", "grade_workforce_spiral",
        )
    ),
    Change("workforce.exit_supervision", "to", 1.0),
    Change("workforce.exit_caseload", "to", 1.0),
    Change("workforce.sickness_caseload", "to", 1.0),
    Change("market.intake_of_fear", "to", 0.0),
)  # fmt: skip
"""Behaviour: all by which load, strain, blame, support, colleagues and name move who stays, who
falls sick and who comes. Tenure, age, vacancies and chance go on as they are."""


@dataclass(frozen=True, slots=True)
class Case:
    """One future.

    behaviour : whether it is on
    posts     : “trend”, or “need”: as many as the model has room for
    students  : who begin in a year, against now
    """

    behaviour: bool
    posts: str
    students: float = 1.0


STUDENTS = (1.0, 1.5, 2.0, 2.5)
CASES = tuple(
    Case(behaviour, posts, students)
    for behaviour in (False, True)
    for posts, some in (("trend", (1.0,)), ("need", STUDENTS))
    for students in some
)


def england(scenario: Scenario) -> Scenario:
    """Let a scenario's place stand for all of England: nobody comes from beyond it, or goes there.

    Stories are then told to all of England by a few authorities, far too loud; so the national
    press is left out.
    """
    closed = {"media.england_authorities": len(scenario.authorities), "market.near_share": 0.0}
    alone = replace(
        scenario,
        parameters={**scenario.parameters, **closed},
        uncoupled=(*scenario.uncoupled, "press"),
        loops_off=(*scenario.loops_off, "inspectorate_protects_itself"),
    )
    return quiet(alone, LAST - scenario.start.year + 1)


def future(world: Scenario, case: Case, calm: float = 1.0) -> Scenario:
    """Give a world one future from October 2023; its past stays.

    calm : exits with behaviour off, against those of the rates' own defaults, so that staff leave
           as often as they did
    """
    grow = Change("workforce.posts_funded", "to", posts_by_2034(case.posts))
    phased = round((LAST - FIRST) * WEEKS_IN_YEAR)
    actions = [Action("posts", "posts", CHANGED, None, phased, Where(), (grow,), Cost())]
    now = [Change("workforce.posts_growth", "to", 0.0)]
    now.append(Change("market.qualified", "multiply", case.students))
    if not case.behaviour:
        now += [*OFF, *calmed(calm)]
    actions.append(Action("rest", "rest", CHANGED, None, 0, Where(), tuple(now), Cost()))
    return replace(world, actions=tuple(actions))


def calmed(calm: float) -> list[Change]:
    """Scale what leaving starts from."""
    names = ("workforce.exit_hazard", "management.manager_exit")
    return [Change(name, "multiply", calm) for name in names]


def switched_off(world: Scenario, calm: float = 1.0) -> Scenario:
    """Switch behaviour off from a world's first day, and change nothing else."""
    changes = (*OFF, *calmed(calm))
    action = Action("still", "still", world.start, None, 0, Where(), changes, Cost())
    return replace(world, actions=(action,))


def posts_by_2034(posts: str) -> float:
    """Case-holding posts of 2034 against those of 2023, so that all posts grow as meant."""
    if posts == "need":
        return MOST_POSTS
    without, span = map(default, ("workforce.posts_without_cases", "management.span"))
    every = 1.0 + without + 1.0 / span
    return 1.0 + ((1.0 + POSTS_TREND) ** (LAST - FIRST) - 1.0) * every


def students_a_year(students: float) -> float:
    """Students who begin in England in a year, people."""
    qualify = default("market.supply") * default("market.qualified") * POSTS_NOW
    return students * qualify / default("market.completion")


def default(name: str) -> float:
    """Look up a number of the model."""
    return float(registry()[name].default)
