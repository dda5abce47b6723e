"""Allocation: cases without a worker find one, or wait; handovers when a worker has gone.

Reads    files, workers' load and room
Changes  who holds which case; case knowledge and trust at a handover
Draws    nothing
"""

from sim.casefile.status import ASSESSMENT
from sim.kernel.compiled import compiled, interpreted
from sim.parameters.allocation import Allocation
from sim.parameters.casework import Casework
from sim.parameters.decisions import Decisions
from sim.parameters.families import Families
from sim.parameters.loops import Loops
from sim.rules.allocation import allocate, in_turn, release
from sim.rules.lists import keep
from sim.state.columns import Rows, column
from sim.state.household import Household
from sim.state.organisation import Council
from sim.state.record import Record
from sim.state.tables import Lists, Tally
from sim.state.truth import Truth
from sim.state.worker import Worker
from sim.world.world import World


def run(world: World) -> None:
    """Give every case that wants one a worker, as far as there is room."""
    t, p = world.tables, world.parameters
    tidy(t.record, t.known)
    allocate_all(
        t.homes, t.truth, t.record, t.known, world.week, t.workers, t.councils, p.allocation,
        p.families, p.casework, p.decisions, p.loops, t.tally,
    )  # fmt: skip


def by_agents(world: World) -> None:
    """Run the same week: each service manager, case by case."""
    tidy(world.tables.record, world.tables.known)
    cases = world.known_families()
    for family in cases:
        world.service_managers[family.home.authority].release(family)
    for row in interpreted(in_turn)(world.seen.record, world.tables.known):
        family = world.family(int(row))
        world.service_managers[family.home.authority].allocate(family)


def tidy(record: Rows[Record], known: Lists) -> None:
    """Keep the list of known families true: each open case once, in order of number."""
    status = column(record, "status")
    keep(known, lambda listed: status[listed] >= ASSESSMENT)


@compiled
def allocate_all(
    homes: Rows[Household], truth: Rows[Truth], record: Rows[Record], known: Lists, week: int,
    workers: Rows[Worker], councils: Rows[Council], p: Rows[Allocation], f: Rows[Families],
    c: Rows[Casework], d: Rows[Decisions], loops: Rows[Loops], tally: Tally,
) -> None:  # fmt: skip
    """Release cases whose worker has gone, then allocate, each in its turn."""
    for k in range(known.count[0]):
        i = int(known.families[k])
        release(homes[i], record[i], workers, tally)
    for i in in_turn(record, known):
        a = homes[i].authority
        allocate(
            homes[i], truth[i], record[i], week, workers, councils[a], p[a], f[a], c[a],
            d[a], loops[a], tally,
        )  # fmt: skip
