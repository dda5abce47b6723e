"""Agency workers: how many are wanted, and who is sent."""

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
def agency_a_week(staff: Staff, w: Workforce) -> float:
    """Agency workers asked for in a week, FTE: to replace, and slowly towards what is wanted."""
    wanted = (w.agency_base * staff.employed + w.agency_cover * staff.vacancies) * w.agency_limit
    missing = max(0.0, wanted - staff.agency)
    replaced = min(staff.agency, wanted) / (w.agency_weeks + w.agency_notice_weeks)
    return replaced + w.agency_speed * missing / WEEKS_IN_YEAR


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
def next_on_books(between: Rows[Worker], only: int, u: float) -> int:
    """Choose somebody on an agency's books, NOBODY if there is nobody.

    only : authority that they last worked for, NOBODY for any
    u    : uniform; where the search begins
    """
    first = int(u * len(between))
    for step in range(len(between)):
        row = (first + step) % len(between)
        known = only == NOBODY or between[row].authority == only
        if between[row].filled == ON_BOOKS and known:
            return row
    return NOBODY


@compiled
def cover(
    hall: Hall, council: Council, people: int, only: int, w: Workforce, week: int, u: float
) -> None:
    """Let agency workers come, as long as there are places and people on the books.

    only : authority that they last worked for, NOBODY for any
    u    : uniform
    """
    for done in range(people):
        staff = count_staff(council, hall.workers)
        turn = (u + APART * done) % 1.0
        row = place_to_cover(council, hall.workers, staff, w, turn)
        person = next_on_books(hall.between, only, turn)
        if min(row, person) == NOBODY:
            return
        send_on_assignment(hall, row, hall.between[person], week)
