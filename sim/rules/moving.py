"""A family moves to another authority; its file follows it later."""

from sim.casefile.status import ASSESSMENT, PROCEEDINGS
from sim.kernel.chance import uniform
from sim.kernel.compiled import compiled
from sim.measures.counters import CELLS, index
from sim.parameters.families import Families
from sim.rules.family import FamilyLuck
from sim.state.columns import NOBODY, Rows
from sim.state.household import Household
from sim.state.organisation import Council
from sim.state.record import Record
from sim.state.tables import Tally
from sim.state.truth import Truth

UNALLOCATED = index("unallocated_began")


@compiled
def live_in(home: Household, authority: int, population: Tally) -> None:
    """Make a family's home in an authority, in a neighbourhood like the one it comes from."""
    population[home.cell] -= home.children
    home.cell += (authority - home.authority) * CELLS
    home.authority = authority
    population[home.cell] += home.children


@compiled
def elsewhere(councils: Rows[Council], authority: int, u: float) -> int:
    """Choose another authority, likelier the more families live there; the same if alone.

    u : uniform
    """
    others = 0.0
    for a in range(len(councils)):
        others += councils[a].real_families if a != authority else 0.0
    place, chosen = u * others, authority
    for a in range(len(councils)):
        if a != authority and place >= 0.0:
            chosen = a
            place -= councils[a].real_families
    return chosen


@compiled
def may_move(
    home: Household, truth: Truth, record: Record, councils: Rows[Council], i: int, week: int,
    chance: float, p: Families, luck: FamilyLuck, population: Tally, tally: Tally,
) -> None:  # fmt: skip
    """Move a family once in a while; its case waits for a worker who has not met it.

    Children in care and before court stay with the authority that has them.

    chance : that a family moves in this turn
    """
    if uniform(luck.moves, i) >= chance or truth.away or record.status >= PROCEEDINGS:
        return
    there = elsewhere(councils, home.authority, uniform(luck.where, i))
    if there == home.authority:
        return
    live_in(home, there, population)
    record.file_comes = week + int(p.file_lag_weeks)
    if record.status >= ASSESSMENT:
        if record.worker != NOBODY:
            tally[home.cell, UNALLOCATED] += home.children
        record.worker = NOBODY
        record.transfer = 0
        record.knowledge = 0.0
        record.stalled_until = record.file_comes
