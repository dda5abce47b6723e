"""Partners: agencies see true and false signs, and pass some on as contacts.

Reads    families through `observe`; the calendar; blame; how the council responded
Changes  contacts that wait; what the agencies are ready to pass on
Draws    partners.*
"""

import numpy as np
from numpy.typing import NDArray

from sim.kernel.chance import uniform
from sim.kernel.compiled import compiled
from sim.parameters.casework import Casework
from sim.parameters.families import Families
from sim.parameters.loops import Loops
from sim.parameters.media import Media
from sim.parameters.partners import Partners
from sim.rules.agency import look_at_week, think_again
from sim.rules.observe import could_be_seen
from sim.rules.signs import AGENCY_COUNT, SignLuck, see_sign
from sim.state.columns import Rows
from sim.state.household import Household
from sim.state.organisation import Agency, Council
from sim.state.record import Record
from sim.state.tables import Lists, Tally
from sim.state.trace import Trace
from sim.state.truth import Chances, Truth
from sim.world.world import World

MONTH = 4


def run(world: World) -> None:
    """Let agencies see families for a week."""
    t, p = world.tables, world.parameters
    ready_all(
        t.agencies, t.councils, world.calendar.school_share(world.week), closed_share(world),
        world.week % MONTH == 0, p.partners, p.casework, p.media, p.loops,
    )  # fmt: skip
    notice(
        t.homes, t.truth, t.record, t.trace, t.chances, world.week, t.agencies, p.families,
        p.partners, p.casework, p.loops, world.luck(SignLuck, "partners"), t.queue, t.tally,
    )  # fmt: skip


def by_agents(world: World) -> None:
    """Run the same week, one agency and one family after another."""
    open_share, closed = world.calendar.school_share(world.week), closed_share(world)
    for agency in world.partner_agencies:
        agency.look_at_week(open_share, closed[agency.row].item())
        if world.week % MONTH == 0:
            agency.think_again()
    luck = world.luck(SignLuck, "partners")
    for family in world.families:
        if family.could_be_seen(luck):
            family.be_seen(luck)


def closed_share(world: World) -> NDArray[np.float64]:
    """Give the share of each agency's contact with families that a closure takes away."""
    closed = np.zeros(len(world.tables.agencies))
    for (authority, kind), share in world.closures.items():
        closed[authority * AGENCY_COUNT + kind] = share
    return closed


@compiled
def ready_all(
    agencies: Rows[Agency], councils: Rows[Council], school_share: float,
    closed: NDArray[np.float64], month: bool, q: Rows[Partners], c: Rows[Casework], m: Rows[Media],
    loops: Rows[Loops],
) -> None:  # fmt: skip
    """Let each agency look at the week and, once a month, at the press and the answers it got."""
    for row in range(len(agencies)):
        a = agencies[row].authority
        look_at_week(agencies[row], school_share, closed[row], q[a])
        if month:
            think_again(agencies[row], councils[a], q[a], c[a], m[a], loops[a])


@compiled
def notice(
    homes: Rows[Household], truth: Rows[Truth], record: Rows[Record], trace: Rows[Trace],
    chances: Chances, week: int, agencies: Rows[Agency], p: Rows[Families], q: Rows[Partners],
    c: Rows[Casework], loops: Rows[Loops], luck: SignLuck, queue: Lists, tally: Tally,
) -> None:  # fmt: skip
    """Draw once for each family whether someone could see a sign."""
    for i in range(len(homes)):
        if could_be_seen(chances, i, uniform(luck.sign, i)):
            a = homes[i].authority
            see_sign(
                homes[i], truth[i], record[i], trace[i], i, week, agencies, p[a], q[a], c[a],
                loops[a], luck, queue, tally,
            )  # fmt: skip
