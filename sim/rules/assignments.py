"""Agency workers: how many are wanted, and who is sent."""

from math import exp

import numpy as np
from numpy.typing import NDArray

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.compiled import compiled
from sim.parameters.workforce import Workforce
from sim.rules.arrivals import Hall, send_on_assignment
from sim.rules.posts import Staff, count_staff, find_extra, find_post, vacant_posts
from sim.state.columns import NOBODY, Rows
from sim.state.organisation import Council
from sim.state.worker import ON_BOOKS, VACANT, WITH_CASES, WITHOUT_CASES, Worker

APART = 0.618  # turns far apart from one another, all from one draw


@compiled
def agency_a_week(staff: Staff, name: float, w: Workforce) -> float:
    """Agency workers asked for in a week: to replace, and slowly towards what is wanted.

    name : of the authority, log; where it is poor more are called in for each vacancy
    """
    wanted = (w.agency_base * staff.employed + w.agency_cover * staff.vacancies) * w.agency_limit
    wanted *= exp(-w.agency_of_name * name)
    missing = max(0.0, wanted - staff.agency)
    replaced = min(staff.agency, wanted) / (w.agency_weeks + w.agency_notice_weeks)
    fte = replaced + w.agency_speed * missing / WEEKS_IN_YEAR
    return fte * staff.open / max(1.0, staff.posts)


@compiled
def place_to_cover(
    council: Council, workers: Rows[Worker], staff: Staff, w: Workforce, u: float
) -> int:
    """Choose a place for an agency worker: vacant posts, and a few beyond them.

    u : uniform
    """
    beyond = find_extra(council, workers)
    with_cases = vacant_posts(council, workers, WITH_CASES, False)
    others = vacant_posts(council, workers, WITHOUT_CASES, False)
    empty = with_cases + others
    spare = staff.beyond < w.agency_base * staff.employed
    if beyond != NOBODY and (spare or empty == 0):
        return beyond
    if empty == 0:
        return NOBODY
    kind = WITH_CASES if u * empty < with_cases else WITHOUT_CASES
    return find_post(council, workers, kind, VACANT)


@compiled
def next_on_books(between: Rows[Worker], waiting: NDArray[np.int64], only: int) -> int:
    """Choose somebody on an agency's books, NOBODY if there is nobody.

    waiting : rows of those between posts, in the week's order
    only    : authority that they last worked for, NOBODY for any
    """
    for row in waiting:
        known = only == NOBODY or between[row].authority == only
        if between[row].filled == ON_BOOKS and known:
            return int(row)
    return NOBODY


@compiled
def cover(
    hall: Hall, council: Council, people: int, waiting: NDArray[np.int64], only: int, w: Workforce,
    week: int, u: float,
) -> None:  # fmt: skip
    """Let agency workers come, as long as there are places and people on the books.

    waiting : rows of those between posts, in the week's order
    only    : authority that they last worked for, NOBODY for any
    u       : uniform
    """
    for done in range(people):
        staff = count_staff(council, hall.workers)
        turn = (u + APART * done) % 1.0
        row = place_to_cover(council, hall.workers, staff, w, turn)
        person = next_on_books(hall.between, waiting, only)
        if min(row, person) == NOBODY:
            return
        send_on_assignment(hall, row, hall.between[person], week)
