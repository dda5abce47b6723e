"""Who goes: at the end of notice into another post, to an agency, or out of the profession."""

from typing import NamedTuple

import numpy as np

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.chance import uniform
from sim.kernel.compiled import compiled
from sim.measures.counters import index
from sim.parameters.market import Market as Rates
from sim.parameters.workforce import Workforce
from sim.rules.arrivals import Hall, stand_by
from sim.rules.exits import (
    ASSIGNMENT_ENDED,
    AUTHORITY,
    PROFESSION,
    PROMOTED,
    TO_AGENCY,
    depart,
)
from sim.rules.harm import weekly_chance
from sim.rules.people import FROM_AGENCY, FROM_AUTHORITY, luck_number, vacate
from sim.state.columns import NEVER
from sim.state.market import Market
from sim.state.organisation import Council, Team
from sim.state.worker import (
    EMPLOYED,
    LOOKING,
    ON_BOOKS,
    VACANT,
    WITHOUT_CASES,
    Worker,
)

AGENCY_LEFT, AGENCY_JOINED = index("agency_left"), index("agency_joined")
AGENCY_OUT = index("agency_moved_out")


class PartingLuck(NamedTuple):
    """What is drawn when people part, and for those on an agency's books."""

    turn: np.uint64
    beyond: np.uint64
    between: np.uint64
    order: np.uint64


@compiled
def part(
    hall: Hall, worker: Worker, team: Team, market: Market, p: Rates, w: Workforce, week: int,
    luck: PartingLuck, organisation: int,
) -> None:  # fmt: skip
    """Leave a post when notice ends, and go where notice was given for."""
    if worker.filled == VACANT or worker.leaves == NEVER or week < worker.leaves:
        return
    there, status, origin = worker.leaves_for, 0, FROM_AGENCY
    if there == PROFESSION:
        market.left += 1.0
    elif there == AUTHORITY:
        status, origin = LOOKING, FROM_AUTHORITY
    elif there == TO_AGENCY:
        status = ON_BOOKS
        hall.tally[organisation, AGENCY_JOINED] += 1.0
    elif there == ASSIGNMENT_ENDED:
        span = (w.agency_weeks + w.agency_notice_weeks) / WEEKS_IN_YEAR
        turn = uniform(luck.turn, luck_number(worker))
        status = turn_of(hall, market, turn, span, p, organisation)
    if status:
        stand_by(hall, worker, status, origin, week)
    depart(worker, team, week, hall.jobs, hall.tally, organisation)


@compiled
def turn_of(hall: Hall, market: Market, u: float, years: float, p: Rates, organisation: int) -> int:
    """Turn of an agency worker's life: stay on the books, look for a post, or leave for good (0).

    u     : uniform
    years : since the last turn
    """
    to_post, leaving = p.agency_to_post * years, p.agency_exit * years
    if u >= to_post + leaving:
        return ON_BOOKS
    hall.tally[organisation, AGENCY_LEFT] += 1.0
    if u < to_post:
        return LOOKING
    market.left += 1.0
    return 0


@compiled
def move_beyond(
    hall: Hall, worker: Worker, team: Team, council: Council, w: Workforce, week: int,
    luck: PartingLuck, organisation: int,
) -> None:  # fmt: skip
    """Move to a post of the authority that is not simulated: they are the ones that grow."""
    if worker.kind != WITHOUT_CASES or worker.filled != EMPLOYED or worker.leaves > NEVER:
        return
    others = council.all_posts / max(1.0, council.other_posts)
    if uniform(luck.beyond, luck_number(worker)) < weekly_chance(w.posts_growth * others):
        worker.leaves_for = PROMOTED
        depart(worker, team, week, hall.jobs, hall.tally, organisation)


@compiled
def wait(
    hall: Hall, person: Worker, market: Market, p: Rates, outside: float, luck: PartingLuck,
    organisation: int,
) -> None:  # fmt: skip
    """Live a week between posts: on an agency's books, or looking.

    outside : share of the market that is the rest of England, where some find work
    """
    if person.filled == VACANT:
        return
    dt = 1.0 / WEEKS_IN_YEAR
    person.experience += dt
    person.age += dt
    u = uniform(luck.between, luck_number(person))
    if person.filled != ON_BOOKS:
        return
    status = turn_of(hall, market, u, dt, p, organisation)
    if status == LOOKING:
        person.filled, person.came_from = LOOKING, FROM_AGENCY
    elif status == 0:
        vacate(person)
    elif u > 1.0 - outside / p.books_weeks:
        hall.tally[organisation, AGENCY_LEFT] += 1.0
        hall.tally[organisation, AGENCY_OUT] += 1.0
        vacate(person)
