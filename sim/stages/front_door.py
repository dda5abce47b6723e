"""Front door: contacts are screened within the hub's hours, oldest first; some become referrals.

Reads    contacts that wait; files; families through `observe`; load, fear and norms
Changes  files: referrals, cases opened, early help; contacts that still wait
Draws    front_door.*
"""

import numpy as np
from numpy.typing import NDArray

from sim.kernel.compiled import compiled, interpreted
from sim.measures.counters import CELLS
from sim.parameters.casework import Casework
from sim.parameters.decisions import Decisions
from sim.parameters.families import Families
from sim.parameters.front_door import FrontDoor
from sim.parameters.loops import Loops
from sim.parameters.media import Media
from sim.parameters.partners import Partners
from sim.rules.agency import take_in_answers
from sim.rules.criterion import council_shift, moved
from sim.rules.hub import hours_for_contacts
from sim.rules.screening import ScreeningLuck, contact_hours, door, pace_of_screening, screen
from sim.rules.signs import AGENCY_COUNT
from sim.state.columns import NOBODY, Rows
from sim.state.decided import Decided
from sim.state.household import Household
from sim.state.organisation import Agency, Council
from sim.state.record import Record
from sim.state.tables import Lists, Tally
from sim.state.trace import Trace
from sim.state.truth import Truth
from sim.state.worker import Worker
from sim.world.world import World

TEN_THOUSAND = 1e4
ROUNDING = 1e-9  # hours; a hub that hurries ends its hours with the last contact, and screens it


def run(world: World) -> None:
    """Screen this week's contacts."""
    t, p = world.tables, world.parameters
    hours = ready_hubs(world)
    screen_all(
        t.homes, t.truth, t.record, t.trace, world.week, hours, t.councils, t.agencies,
        p.front_door, p.families, p.casework, p.loops, p.decisions, p.media, t.workers,
        world.luck(ScreeningLuck, "front_door"), t.queue, t.known, t.helped, t.decided, t.tally,
    )  # fmt: skip
    remember_answers(t.agencies, p.partners)


def by_agents(world: World) -> None:
    """Run the same week, one contact after another."""
    t = world.seen
    hours = ready_hubs(world)
    luck = world.luck(ScreeningLuck, "front_door")
    interpreted(screen_all)(
        t.homes, t.truth, t.record, t.trace, world.week, hours, t.councils, t.agencies,
        world.rates.front_door, world.rates.families, world.rates.casework, world.rates.loops,
        world.rates.decisions, world.rates.media, t.workers, luck, t.queue, t.known, t.helped,
        t.decided, t.tally,
    )  # fmt: skip
    for agency in world.partner_agencies:
        agency.take_in_answers()


def ready_hubs(world: World) -> NDArray[np.float64]:
    """Set each council's bar for the week, and give the hours of its hub."""
    hours = np.zeros(len(world.councils))
    for a, council in enumerate(world.councils):
        r = world.rates
        council.shift = interpreted(council_shift)(council, r.decisions[a], r.media[a], r.loops[a])
        children = world.tables.population[a * CELLS : (a + 1) * CELLS].sum()
        hourly = interpreted(hours_for_contacts)(r.front_door[a], r.partners[a])
        hours[a] = hourly * children / TEN_THOUSAND
    return hours


@compiled
def remember_answers(agencies: Rows[Agency], q: Rows[Partners]) -> None:
    """Let agencies take in how many of their contacts were accepted."""
    for row in range(len(agencies)):
        take_in_answers(agencies[row], q[agencies[row].authority])


@compiled
def screen_all(
    homes: Rows[Household], truth: Rows[Truth], record: Rows[Record], trace: Rows[Trace], week: int,
    hours: NDArray[np.float64], councils: Rows[Council], agencies: Rows[Agency], p: Rows[FrontDoor],
    f: Rows[Families], c: Rows[Casework], loops: Rows[Loops], d: Rows[Decisions], m: Rows[Media],
    workers: Rows[Worker], luck: ScreeningLuck, queue: Lists, known: Lists, helped: Lists,
    decided: Decided, tally: Tally,
) -> None:  # fmt: skip
    """Screen contacts in the order they came, while their authority's hours last."""
    asked = np.zeros(len(councils))
    for k in range(queue.count[0]):
        home = homes[queue.families[k]]
        asked[home.authority] += home.children * contact_hours(p[home.authority])
    bars = [
        door(moved(councils[a], workers, NOBODY, d[a], m[a], loops[a]), councils[a], p[a], loops[a])
        for a in range(len(councils))
    ]
    for a in range(len(councils)):
        councils[a].pace = pace_of_screening(asked[a], hours[a], p[a])
    left = hours.copy()
    waiting = 0
    for k in range(queue.count[0]):
        i = int(queue.families[k])
        home = homes[i]
        a = home.authority
        pace = councils[a].pace
        left[a] -= home.children * contact_hours(p[a]) * pace
        if left[a] < -ROUNDING:
            queue.families[waiting] = i
            waiting += 1
            continue
        screen(
            home, truth[i], record[i], trace[i], i, week, pace, bars[a], councils[a],
            agencies[a * AGENCY_COUNT + record[i].source], p[a], f[a], c[a], loops[a], luck, known,
            helped, decided, tally,
        )  # fmt: skip
    queue.count[0] = waiting
