"""Moves inside an authority: to posts without cases, and up to manager."""

from sim.kernel.chance import uniform
from sim.kernel.compiled import compiled
from sim.measures.counters import index
from sim.parameters.management import Management
from sim.parameters.workforce import Workforce
from sim.rules.arrivals import Hall, make_way
from sim.rules.employment import EmploymentLuck
from sim.rules.harm import weekly_chance
from sim.rules.people import luck_number, move
from sim.rules.posts import find_vacancy, vacant_posts
from sim.state.columns import NEVER, NOBODY, Rows
from sim.state.organisation import Council
from sim.state.tables import Tally
from sim.state.worker import (
    EMPLOYED,
    SERVICE_MANAGER,
    TEAM_MANAGER,
    VACANT,
    WITH_CASES,
    WITHOUT_CASES,
    Worker,
)

MOVED_INSIDE, APPOINTED = index("moved_inside"), index("managers_appointed")
GAINED = index("inside_gained")


@compiled
def settled(worker: Worker) -> bool:
    """Whether a post is held by permanent staff who have not given notice."""
    return bool(worker.filled == EMPLOYED and worker.leaves == NEVER)


@compiled
def fill_from_within(
    hall: Hall, council: Council, w: Workforce, week: int, luck: EmploymentLuck, organisation: int
) -> None:
    """Let experienced case holders take vacant posts without cases, uncovered ones first."""
    vacant = vacant_posts(council, hall.workers, WITHOUT_CASES, True)
    if vacant == 0:
        return
    chance = weekly_chance(w.moves_inside * vacant / max(1.0, council.other_posts))
    for row in range(council.first_worker, council.end_worker):
        worker = hall.workers[row]
        may = worker.kind == WITH_CASES and settled(worker)
        if not may or worker.experience < w.inside_years:
            continue
        if uniform(luck.inside, luck_number(worker)) < chance:
            there = find_vacancy(council, hall.workers, WITHOUT_CASES)
            if there == NOBODY:
                return
            make_way(hall, hall.workers[there], week)
            hall.tally[organisation, MOVED_INSIDE] += worker.fte
            hall.tally[organisation, GAINED] += hall.workers[there].fte - worker.fte
            move(hall.workers[there], worker, week)


@compiled
def best_candidate(
    council: Council, workers: Rows[Worker], grade: int, m: Management, luck: EmploymentLuck
) -> int:
    """Choose who is to become a manager: seniors before others, then by luck; NOBODY if none may.

    grade : TEAM_MANAGER, from among social workers, or SERVICE_MANAGER, from team managers
    """
    best, chosen = -1.0, NOBODY
    for row in range(council.first_worker, council.end_worker):
        worker = workers[row]
        below = worker.kind == TEAM_MANAGER if grade == SERVICE_MANAGER else worker.kind < grade
        if not below or not settled(worker) or worker.experience < m.manager_years:
            continue
        merit = uniform(luck.merit, luck_number(worker)) + (1.0 if worker.senior else 0.0)
        if merit > best:
            best, chosen = merit, row
    return chosen


@compiled
def appoint_managers(
    council: Council, workers: Rows[Worker], m: Management, week: int, luck: EmploymentLuck,
    tally: Tally, organisation: int,
) -> None:  # fmt: skip
    """Fill managers' posts from within, each after a while; the one promoted leaves a vacancy."""
    chance = 1.0 / m.appointing_weeks
    for row in range(council.first_worker, council.end_worker):
        post = workers[row]
        if post.kind < TEAM_MANAGER or post.filled != VACANT or post.extra:
            continue
        if uniform(luck.appointing, post.number) >= chance:
            continue
        chosen = best_candidate(council, workers, post.kind, m, luck)
        if chosen != NOBODY:
            tally[organisation, APPOINTED] += post.fte
            tally[organisation, GAINED] += post.fte - workers[chosen].fte
            move(post, workers[chosen], week)
