"""Who comes: the newly qualified, those who come back, and those who look for another post."""

from typing import NamedTuple

import numpy as np

from sim.kernel.chance import paired, uniform
from sim.kernel.compiled import compiled
from sim.measures.counters import index
from sim.rules.exits import ASSIGNMENT_ENDED, write_job
from sim.rules.people import (
    FROM_AGENCY,
    Made,
    be_born,
    be_numbered,
    begin_here,
    luck_number,
    seat,
    take_along,
    vacate,
)
from sim.rules.posts import find_vacancy, vacant_posts
from sim.state.columns import NOBODY, Rows
from sim.state.organisation import Council
from sim.state.tables import Tally
from sim.state.trace import Book
from sim.state.worker import (
    AGENCY,
    EMPLOYED,
    ON_BOOKS,
    VACANT,
    WITH_CASES,
    WITHOUT_CASES,
    Worker,
)

STARTERS = index("starters")
CAME_FROM = (
    0, index("starters_newly_qualified"), index("starters_authority"), index("starters_returned"),
    index("starters_agency"),
)  # fmt: skip


class Hall(NamedTuple):
    """Where people and posts meet: posts, people between posts, and the books."""

    workers: Rows[Worker]
    between: Rows[Worker]
    jobs: Book
    tally: Tally


class ArrivalLuck(NamedTuple):
    """How many people come to an authority in a week, by the way they come."""

    qualified: np.uint64
    trained_here: np.uint64
    returning: np.uint64
    movers: np.uint64
    from_agency: np.uint64
    agency: np.uint64
    covering: np.uint64
    entering: np.uint64
    year: np.uint64


@compiled
def stand_by(hall: Hall, worker: Worker, status: int, came_from: int, week: int) -> None:
    """Let a person stand between posts, LOOKING or ON_BOOKS; `make_room` keeps rows free.

    came_from : how the next job will have begun
    """
    for row in range(len(hall.between)):
        there = hall.between[row]
        if there.filled == VACANT:
            take_along(there, worker)
            there.authority, there.fte = worker.authority, worker.fte
            there.came_from = came_from
            seat(there, status, week)
            return


@compiled
def choose_post(
    council: Council, workers: Rows[Worker], years: float, from_years: float, u: float
) -> int:
    """Choose a vacant post for somebody with so many years' experience, NOBODY if there is none.

    from_years : experience from which posts without cases are open
    u          : uniform
    """
    with_cases = vacant_posts(council, workers, WITH_CASES, True)
    others = vacant_posts(council, workers, WITHOUT_CASES, True) if years >= from_years else 0
    if with_cases + others == 0:
        return NOBODY
    kind = WITH_CASES if u * (with_cases + others) < with_cases else WITHOUT_CASES
    return find_vacancy(council, workers, kind)


@compiled
def make_way(hall: Hall, worker: Worker, week: int) -> None:
    """Send an agency worker who covers a post back to the agency's books, if there is one."""
    if worker.filled != AGENCY:
        return
    worker.leaves_for = ASSIGNMENT_ENDED
    write_job(worker, week, week, hall.jobs)
    stand_by(hall, worker, ON_BOOKS, FROM_AGENCY, week)
    vacate(worker)


@compiled
def count_starter(worker: Worker, tally: Tally, organisation: int) -> None:
    """Count whoever joins the authority's employment, as the census does."""
    tally[organisation, STARTERS] += worker.fte
    tally[organisation, CAME_FROM[worker.came_from]] += worker.fte


@compiled
def welcome(
    hall: Hall, council: Council, people: int, years: float, came_from: int, made: Made,
    organisation: int,
) -> int:  # fmt: skip
    """Put people who are new to these books into vacant posts; how many found one.

    years : mean experience of those who come this way; 0 for the newly qualified
    """
    for done in range(people):
        u = uniform(made.search.kind, paired(council.first_worker + done, came_from))
        row = choose_post(council, hall.workers, years, made.w.inside_years, u)
        if row == NOBODY:
            return done
        worker = hall.workers[row]
        make_way(hall, worker, made.week)
        seat(worker, EMPLOYED, made.week)
        be_numbered(worker, worker.number, worker.occupant)
        be_born(worker, years, came_from, made)
        count_starter(worker, hall.tally, organisation)
    return people


@compiled
def settle_in(hall: Hall, council: Council, person: Worker, made: Made, organisation: int) -> None:
    """Put somebody who stood between posts into a vacant one, if there is one."""
    n = luck_number(person)
    years = person.experience
    row = choose_post(
        council, hall.workers, years, made.w.inside_years, uniform(made.search.kind, n)
    )
    if row == NOBODY:
        return
    worker = hall.workers[row]
    make_way(hall, worker, made.week)
    take_along(worker, person)
    seat(worker, EMPLOYED, made.week)
    begin_here(worker, person.came_from, made.week)
    count_starter(worker, hall.tally, organisation)
    vacate(person)


@compiled
def send_on_assignment(hall: Hall, row: int, person: Worker, week: int) -> None:
    """Put an agency worker from the books into a post."""
    worker = hall.workers[row]
    take_along(worker, person)
    seat(worker, AGENCY, week)
    begin_here(worker, FROM_AGENCY, week)
    vacate(person)
