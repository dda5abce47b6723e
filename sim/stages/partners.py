"""Partners: agencies see true and false signs, and pass some on as contacts.

Reads    families through `observe`; the calendar; blame; how the council responded
Changes  contacts that wait; what the agencies are ready to pass on
Draws    partners.*
"""

from sim.kernel.chance import uniform
from sim.kernel.compiled import compiled
from sim.parameters.casework import Casework
from sim.parameters.families import Families
from sim.parameters.loops import Loops
from sim.parameters.partners import Partners
from sim.rules.observe import could_be_seen
from sim.rules.signs import AGENCY_COUNT, SignLuck, see_sign
from sim.state.columns import Rows
from sim.state.household import Household
from sim.state.organisation import Agency
from sim.state.record import Record
from sim.state.tables import Lists, Tally
from sim.state.trace import Trace
from sim.state.truth import Chances, Truth
from sim.world.world import World

MONTH = 4


def run(world: World) -> None:
    """Let agencies see families for a week."""
    ready_agencies(world)
    t, p = world.tables, world.parameters
    notice(
        t.homes, t.truth, t.record, t.trace, t.chances, world.week, t.agencies, p.families,
        p.partners, p.casework, p.loops, world.luck(SignLuck, "partners"), t.queue, t.tally,
    )  # fmt: skip


def by_agents(world: World) -> None:
    """Run the same week, one family after another."""
    ready_agencies(world)
    luck = world.luck(SignLuck, "partners")
    for family in world.families:
        if family.could_be_seen(luck):
            family.be_seen(luck)


def ready_agencies(world: World) -> None:
    """Let each agency look at the week, the press and the council's answers."""
    open_share = world.calendar.school_share(world.week)
    for number, agency in enumerate(world.partner_agencies):
        closed = world.closures.get(divmod(number, AGENCY_COUNT), 0.0) if world.closures else 0.0
        agency.look_at_week(open_share, closed)
        if world.week % MONTH == 0:
            agency.think_again()


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
