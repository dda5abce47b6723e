"""Families: pressure drifts; harm starts, worsens, ends; children age; some move; slots are reborn.

Reads    households, truth, the economy of the authority
Changes  truth, chances, home; files of families grown up or moved; their contacts that wait
Draws    families.*
"""

from sim.kernel.chance import uniform
from sim.kernel.compiled import compiled, interpreted
from sim.parameters.families import Families
from sim.parameters.loops import Loops
from sim.parameters.partners import Partners
from sim.rules.family import TURN_WEEKS, FamilyLuck, passage_of
from sim.rules.lists import drop_void
from sim.rules.turn import change, take_turn
from sim.state.columns import Rows
from sim.state.household import Household
from sim.state.organisation import Council
from sim.state.record import Record
from sim.state.tables import Lists, Tally
from sim.state.trace import Book, Trace
from sim.state.truth import Chances, Truth
from sim.world.world import World


def run(world: World) -> None:
    """Let every family live a week."""
    t, p = world.tables, world.parameters
    luck = world.luck(FamilyLuck, "families")
    everyone = (
        t.homes, t.truth, t.record, t.trace, t.chances, world.week, p.families, p.partners, p.loops,
    )  # fmt: skip
    coupled = world.rates.couplings[0].family_moves
    turn(*everyone, t.councils, coupled, luck, t.population, t.spells, t.tally)
    live(*everyone, luck, t.harmed, t.spells, t.tally)
    drop_void(t.queue, t.record)


def by_agents(world: World) -> None:
    """Run the same week, one family after another."""
    luck = world.luck(FamilyLuck, "families")
    for a, council in enumerate(world.councils):
        for family in world.families[slice(*interpreted(turn_of)(council, world.week))]:
            family.take_turn(luck, a)
    for family in world.families:
        if uniform(luck.change, family.row) < world.tables.chances.change[family.row]:
            family.change(luck)
    interpreted(drop_void)(world.seen.queue, world.seen.record)


@compiled
def turn_of(council: Council, week: int) -> tuple[int, int]:
    """Find the families that began in an authority whose turn it is: first, and one past last."""
    families = council.end_family - council.first_family
    place = week % TURN_WEEKS
    first = council.first_family + families * place // TURN_WEEKS
    return first, council.first_family + families * (place + 1) // TURN_WEEKS


@compiled
def turn(
    homes: Rows[Household], truth: Rows[Truth], record: Rows[Record], trace: Rows[Trace],
    chances: Chances, week: int, p: Rows[Families], q: Rows[Partners], loops: Rows[Loops],
    councils: Rows[Council], coupled: float, luck: FamilyLuck, population: Tally, spells: Book,
    tally: Tally,
) -> None:  # fmt: skip
    """Give a thirteenth of the families that began in each authority their turn."""
    for own in range(len(councils)):
        first, last = turn_of(councils[own], week)
        here = passage_of(p[own], councils[own].economic, coupled)
        for i in range(first, last):
            a = homes[i].authority
            passage = here if a == own else passage_of(p[a], councils[a].economic, coupled)
            take_turn(
                homes[i], truth[i], record[i], trace[i], chances, i, own, week, councils,
                passage, p[a], q[a], loops[a], luck, population, spells, tally,
            )  # fmt: skip


@compiled
def live(
    homes: Rows[Household], truth: Rows[Truth], record: Rows[Record], trace: Rows[Trace],
    chances: Chances, week: int, p: Rows[Families], q: Rows[Partners], loops: Rows[Loops],
    luck: FamilyLuck, harmed: Lists, spells: Book, tally: Tally,
) -> None:  # fmt: skip
    """Draw once for each family whether harm begins or ends."""
    for i in range(len(homes)):
        if uniform(luck.change, i) < chances.change[i]:
            a = homes[i].authority
            change(
                homes[i], truth[i], record[i], trace[i], chances, i, week, p[a], q[a], loops[a],
                luck, harmed, spells, tally,
            )  # fmt: skip
