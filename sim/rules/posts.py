"""An authority's posts: how many are funded, filled, covered and vacant, and where they are."""

from typing import NamedTuple

from sim.kernel.compiled import compiled
from sim.parameters.money import Money
from sim.parameters.workforce import Workforce
from sim.state.columns import NOBODY, Rows
from sim.state.organisation import Council
from sim.state.worker import AGENCY, EMPLOYED, VACANT, WITH_CASES, Worker


class Staff(NamedTuple):
    """An authority's posts and people, FTE."""

    open: int  # funded posts, counted
    posts: float
    vacancies: float  # without a permanent holder
    employed: float
    agency: float
    beyond: float  # agency workers in no funded post


@compiled
def fund_posts(council: Council, workers: Rows[Worker], w: Workforce) -> None:
    """Open or close case-holding posts as the authority can fund; a holder stays until leaving."""
    funded = council.first_worker + round(council.seats * w.posts_funded)
    for row in range(council.first_worker, council.end_worker):
        worker = workers[row]
        if worker.kind == WITH_CASES and worker.extra == 0:
            worker.open = 1 if row < funded or worker.filled == EMPLOYED else 0


@compiled
def held_vacant(council: Council, m: Money) -> float:
    """Share of hires, and of agency workers asked for, that spending controls stop."""
    return council.controls * m.posts_held


@compiled
def count_staff(council: Council, workers: Rows[Worker]) -> Staff:
    """Count an authority's posts and people of every kind."""
    funded, posts, vacancies, employed, agency, beyond = 0, 0.0, 0.0, 0.0, 0.0, 0.0
    for row in range(council.first_worker, council.end_worker):
        worker = workers[row]
        employed += worker.fte if worker.filled == EMPLOYED else 0.0
        agency += worker.fte if worker.filled == AGENCY else 0.0
        beyond += worker.fte if worker.extra and worker.filled == AGENCY else 0.0
        if worker.open:
            funded += 1
            posts += worker.fte
            vacancies += worker.fte if worker.filled != EMPLOYED else 0.0
    return Staff(funded, posts, vacancies, employed, agency, beyond)


@compiled
def find_post(council: Council, workers: Rows[Worker], kind: int, filled: int) -> int:
    """Find an authority's first funded post of a kind that is held so, NOBODY if none is."""
    for row in range(council.first_worker, council.end_worker):
        worker = workers[row]
        if worker.open == 1 and worker.kind == kind and worker.filled == filled:
            return row
    return NOBODY


@compiled
def find_extra(council: Council, workers: Rows[Worker]) -> int:
    """Find a place beyond the posts, which only agency workers take, NOBODY if there is none."""
    for row in range(council.first_worker, council.end_worker):
        if workers[row].extra == 1 and workers[row].filled == VACANT:
            return row
    return NOBODY


@compiled
def vacant_posts(council: Council, workers: Rows[Worker], kind: int, covered: bool) -> int:
    """Count funded posts of a kind without a permanent holder.

    covered : whether those that an agency worker covers count, too
    """
    count = 0
    for row in range(council.first_worker, council.end_worker):
        worker = workers[row]
        if worker.open == 1 and worker.kind == kind:
            empty = worker.filled == VACANT or (covered and worker.filled == AGENCY)
            count += 1 if empty else 0
    return count


@compiled
def find_vacancy(council: Council, workers: Rows[Worker], kind: int) -> int:
    """Find a post of a kind for a permanent holder: an uncovered one first."""
    row = find_post(council, workers, kind, VACANT)
    return row if row != NOBODY else find_post(council, workers, kind, AGENCY)
