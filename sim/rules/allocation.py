"""Who holds a case: releases, turns, transfers, and the choice of the worker with most room."""

import numpy as np
from numpy.typing import NDArray

from sim.casefile.status import ASSESSMENT, CHILD_PROTECTION
from sim.kernel.compiled import compiled
from sim.measures.counters import index
from sim.parameters.allocation import Allocation
from sim.parameters.casework import Casework
from sim.parameters.decisions import Decisions
from sim.parameters.families import Families
from sim.parameters.loops import Loops
from sim.rules.family_help import held_by_worker
from sim.rules.hours import case_hours
from sim.rules.moves import keeps_team
from sim.rules.people import in_first_year
from sim.state.columns import NEVER, NOBODY, Rows
from sim.state.household import Household
from sim.state.organisation import Council
from sim.state.record import Record
from sim.state.tables import Lists, Tally
from sim.state.truth import Truth
from sim.state.worker import VACANT, WITH_CASES, Worker

CHANGES, CHANGES_IN_CARE = index("worker_changes"), index("worker_changes_in_care")

UNALLOCATED, ALLOCATED = index("unallocated_began"), index("unallocated_ended")


@compiled
def release(home: Household, record: Record, workers: Rows[Worker], tally: Tally) -> None:
    """Leave a case without a worker when the one who held it has gone."""
    if record.worker != NOBODY:
        worker = workers[record.worker]
        if worker.filled == VACANT or worker.seated >= record.allocated:
            record.worker = NOBODY
            tally[home.cell, UNALLOCATED] += home.children


@compiled
def room_of(worker: Worker, hours: float, children: float, p: Allocation, week: int) -> float:
    """Load that a worker would have with one case more; infinite if there is no room.

    children : of the case, as far as it counts in a social worker's caseload
    """
    if (
        worker.filled == VACANT
        or worker.leaves > NEVER
        or week < worker.sick_until
        or week < worker.suspended_until
        or worker.supply <= 0.0
    ):
        return 1e9
    share = p.newly_qualified_share if in_first_year(worker) else 1.0
    if p.caseload_cap > 0.0 and worker.held + children > p.caseload_cap * share * worker.fte:
        return 1e9
    load = (worker.demand + hours) / (worker.supply * share)
    return load if load <= p.load_limit else 1e9


@compiled
def match_of(worker: Worker, weighty: bool, p: Allocation) -> float:
    """Load by which a manager sets a worker back for want of experience with a weighty case."""
    if not weighty:
        return 0.0
    return p.experience_match * max(0.0, 1.0 - worker.experience / p.experience_years)


@compiled
def choose_worker(
    workers: Rows[Worker], council: Council, assessing: int, weighty: bool, hours: float,
    children: float, p: Allocation, week: int,
) -> int:  # fmt: skip
    """Choose the worker with the lowest load, of equals the lower post; NOBODY if none has room.

    weighty : whether the case is one for somebody with experience
    """
    best, chosen = 1e8, NOBODY
    one_team = keeps_team(p)
    for post in range(council.first_worker, council.end_worker):
        worker = workers[post]
        if worker.kind != WITH_CASES or (worker.assesses != assessing and not one_team):
            continue
        load = room_of(worker, hours, children, p, week)
        if load >= 1e8:
            continue
        load += match_of(worker, weighty, p)
        if load < best:
            best, chosen = load, post
    return chosen


@compiled
def wants_worker(record: Record) -> bool:
    """Whether a case has no worker, or is to go to a longer-term team."""
    return record.worker == NOBODY or record.transfer == 1


@compiled
def hand_over(
    home: Household, truth: Truth, record: Record, post: int, week: int,
    p: Allocation, f: Families, loops: Loops, tally: Tally,
) -> None:  # fmt: skip
    """Give a case to a worker; a change loses knowledge, trust and, unplanned, weeks."""
    planned = record.transfer == 1 and record.worker != NOBODY
    if record.allocated > record.opened or planned or record.knowledge > 0.0:
        kept = p.knowledge_kept_planned if planned else p.knowledge_kept_unplanned
        record.knowledge *= 1.0 - loops.lost_knowledge * (1.0 - kept)
        truth.trust *= 1.0 - loops.lost_knowledge * f.distrust_of_handover
        if not planned and loops.lost_knowledge > 0.0:
            record.stalled_until = week + int(p.dead_weeks)
        tally[home.cell, CHANGES] += home.children
        if record.status > CHILD_PROTECTION:
            tally[home.cell, CHANGES_IN_CARE] += home.children
    if record.worker == NOBODY:
        tally[home.cell, ALLOCATED] += home.children
    record.worker = post
    record.workers_met += 1
    record.allocated = week
    record.transfer = 0


@compiled
def allocate(
    home: Household, truth: Truth, record: Record, week: int, workers: Rows[Worker],
    council: Council, p: Allocation, f: Families, c: Casework, d: Decisions, loops: Loops,
    tally: Tally,
) -> None:  # fmt: skip
    """Find a worker for a case that wants one; without room it waits, or stays where it is."""
    hours = case_hours(council, home, record, c, d)
    children = home.children * held_by_worker(record, c)
    assessing = 1 if record.status == ASSESSMENT else 0
    weighty = record.status >= CHILD_PROTECTION
    post = choose_worker(workers, council, assessing, weighty, hours, children, p, week)
    stays = post == record.worker
    if stays or post == NOBODY:
        return
    if record.worker != NOBODY:
        old = workers[record.worker]
        old.demand -= hours
        old.held -= children
    new = workers[post]
    new.demand += hours
    new.held += children
    hand_over(home, truth, record, post, week, p, f, loops, tally)


@compiled
def urgent(record: Record) -> bool:
    """Whether a case is allocated before others: plans, proceedings, care, enquiries."""
    return record.status >= CHILD_PROTECTION or record.enquiry_left >= 0.0


@compiled
def in_turn(record: Rows[Record], known: Lists) -> NDArray[np.int64]:
    """Give the cases that want a worker: urgent ones first, then those referred longest ago."""
    rows = np.zeros(known.count[0], np.int64)
    opened = np.zeros(known.count[0], np.int64)
    presses = np.zeros(known.count[0], np.bool_)
    many = 0
    for k in range(known.count[0]):
        i = int(known.families[k])
        if wants_worker(record[i]):
            rows[many], opened[many], presses[many] = i, record[i].opened, urgent(record[i])
            many += 1
    order = np.argsort(opened[:many], kind="mergesort")
    rows, presses = rows[:many][order], presses[:many][order]
    return np.concatenate((rows[presses], rows[~presses]))
