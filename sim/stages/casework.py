"""Casework: workers spend their hours; each contact yields an observation and some help.

Reads    files, workers, rules; families through `observe`
Changes  workers' week; belief, knowledge and dose on file; trust; what reaches decisions
Draws    casework.*
"""

from sim.kernel.compiled import compiled, interpreted
from sim.measures.counters import CELLS
from sim.parameters.casework import Casework
from sim.parameters.decisions import Decisions
from sim.parameters.families import Families
from sim.parameters.loops import Loops
from sim.parameters.management import Management
from sim.parameters.media import Media
from sim.parameters.workforce import Workforce
from sim.rules.casework import CaseworkLuck, work
from sim.rules.family_help import held_by_worker
from sim.rules.hours import ask_for, plan_week, recording
from sim.state.columns import NOBODY, Rows, column
from sim.state.household import Household
from sim.state.organisation import Council, Team
from sim.state.record import Record
from sim.state.tables import Lists, Tally
from sim.state.trace import Trace
from sim.state.truth import Truth
from sim.state.worker import VACANT, WITH_CASES, Worker
from sim.world.world import World

TEN_THOUSAND = 1e4


def run(world: World) -> None:
    """Let every worker plan and work a week."""
    t, p = world.tables, world.parameters
    share_out(world)
    add_up(t.homes, t.record, t.known, t.workers, t.councils, p.casework, p.decisions)
    plan_all(
        t.workers, t.teams, t.councils, p.casework, p.workforce, p.decisions, p.management,
        p.media, p.loops, world.week, t.tally,
    )  # fmt: skip
    work_all(
        t.homes, t.truth, t.record, t.trace, t.known, world.week, t.workers, p.families, p.casework,
        p.loops, world.luck(CaseworkLuck, "casework"), t.tally,
    )  # fmt: skip


def by_agents(world: World) -> None:
    """Run the same week, one worker and one case after another."""
    t, r = world.seen, world.rates
    share_out(world)
    interpreted(add_up)(t.homes, t.record, t.known, t.workers, t.councils, r.casework, r.decisions)
    for worker in world.social_workers:
        worker.plan_week()
    luck = world.luck(CaseworkLuck, "casework")
    for family in world.known_families():
        worker = world.social_workers[max(0, family.record.worker)]
        worker.work(family, luck)


def share_out(world: World) -> None:
    """Share other children in need among the case holders who are there; see what rules ask."""
    workers = world.tables.workers
    for a, council in enumerate(world.councils):
        rates, casework = world.rates.allocation[a], world.rates.casework[a]
        children = world.children_in(a) / TEN_THOUSAND
        rows = slice(council.first_worker, council.end_worker)
        holds = column(workers, "filled")[rows] != VACANT
        holds &= column(workers, "kind")[rows] == WITH_CASES
        there = max(1.0, float(column(workers, "fte")[rows][holds].sum()))
        disabled = rates.disabled * rates.disabled_held * children / there
        unaccompanied = rates.unaccompanied * children / there
        council.other_cases = disabled + unaccompanied
        council.other_hours = disabled * casework.other_hours + unaccompanied * casework.care_hours
        media, loops = world.rates.media[a], world.rates.loops[a]
        council.recording = interpreted(recording)(council, casework, media, loops)


@compiled
def add_up(
    homes: Rows[Household], record: Rows[Record], known: Lists, workers: Rows[Worker],
    councils: Rows[Council], c: Rows[Casework], d: Rows[Decisions],
) -> None:  # fmt: skip
    """Add up the hours that each worker's cases ask for."""
    for post in range(len(workers)):
        worker = workers[post]
        council = councils[worker.authority]
        holds = worker.kind == WITH_CASES and worker.filled != VACANT
        there = worker.fte if holds else 0.0
        worker.held = there * council.other_cases
        worker.demand = there * council.other_hours
        worker.to_assess = worker.to_enquire = worker.to_protect = 0.0
        worker.to_support = worker.to_care = 0.0
    for k in range(known.count[0]):
        i = int(known.families[k])
        if record[i].worker != NOBODY:
            a = homes[i].authority
            worker = workers[record[i].worker]
            ask_for(worker, councils[a], homes[i], record[i], c[a], d[a])
            worker.held += homes[i].children * held_by_worker(record[i], c[a])


@compiled
def plan_all(
    workers: Rows[Worker], teams: Rows[Team], councils: Rows[Council], c: Rows[Casework],
    w: Rows[Workforce], d: Rows[Decisions], m: Rows[Management], media: Rows[Media],
    loops: Rows[Loops], week: int, tally: Tally,
) -> None:  # fmt: skip
    """Let every worker plan the week."""
    for post in range(len(workers)):
        a = workers[post].authority
        plan_week(
            workers[post], teams[workers[post].team], councils[a], c[a], w[a], d[a], m[a],
            media[a], loops[a], week,
            tally, a * CELLS,
        )  # fmt: skip


@compiled
def work_all(
    homes: Rows[Household], truth: Rows[Truth], record: Rows[Record], trace: Rows[Trace],
    known: Lists, week: int, workers: Rows[Worker], f: Rows[Families], c: Rows[Casework],
    loops: Rows[Loops], luck: CaseworkLuck, tally: Tally,
) -> None:  # fmt: skip
    """Work on every open case."""
    for k in range(known.count[0]):
        i = int(known.families[k])
        a = homes[i].authority
        work(
            homes[i], truth[i], record[i], trace[i], i, week, workers, f[a], c[a], loops[a], luck,
            tally, a * CELLS,
        )  # fmt: skip
