"""Outcomes: what help did; protection; serious incidents; what was missed.

Reads    files, truth
Changes  truth: help, chances, children in care; incidents; contacts that wait
Draws    outcomes.*
"""

import numpy as np
from numpy.typing import NDArray

from sim.casefile.events import NO_HARM
from sim.casefile.status import EARLY_HELP
from sim.kernel.compiled import compiled, interpreted
from sim.measures.counters import CELLS
from sim.parameters.families import Families
from sim.parameters.front_door import FrontDoor
from sim.parameters.loops import Loops
from sim.parameters.outcomes import Outcomes
from sim.parameters.partners import Partners
from sim.rules.consequences import OutcomeLuck, end_early_help, follow, risk
from sim.rules.lists import keep
from sim.rules.stocks import (
    CARE_LEAVERS,
    DISABLED,
    IN_NEED,
    IN_NEED_2Y,
    UNACCOMPANIED,
    count_children,
    count_harmed,
    count_known,
    count_past_year,
    count_workers_met,
)
from sim.state.columns import Rows, column
from sim.state.household import Household
from sim.state.record import Record
from sim.state.tables import Lists, Tally
from sim.state.trace import Book, Trace
from sim.state.truth import Chances, Truth
from sim.state.worker import Worker
from sim.world.world import World

TEN_THOUSAND = 1e4


def run(world: World) -> None:
    """Follow the week to its consequences."""
    t, p = world.tables, world.parameters
    right = np.zeros((len(world.councils), 2))
    follow_all(
        t.homes, t.truth, t.record, t.trace, t.chances, t.known, world.week, p.families, p.partners,
        p.loops, t.spells, right, t.tally,
    )  # fmt: skip
    end_help(
        t.homes, t.truth, t.record, t.helped, world.week, p.families, p.front_door, p.loops, t.tally
    )
    tidy(world)
    risk_all(
        t.homes, t.truth, t.record, t.harmed, world.week, world.setting.population_scale,
        p.outcomes, world.luck(OutcomeLuck, "outcomes"), t.workers, t.queue, t.incidents, t.tally,
    )  # fmt: skip
    count(world, right)


def by_agents(world: World) -> None:
    """Run the same week, one family after another."""
    right = np.zeros((len(world.councils), 2))
    for family in world.known_families():
        family.feel_consequences()
        interpreted(count_known)(
            family.home, family.truth, family.record, world.week, right, world.seen.tally
        )
    for family in world.listed(world.tables.helped):
        family.end_early_help()
    tidy(world)
    luck = world.luck(OutcomeLuck, "outcomes")
    for family in world.listed(world.tables.harmed):
        interpreted(count_harmed)(family.home, family.truth, family.record, world.seen.tally)
        family.run_risk(luck, world.setting.population_scale)
    count(world, right)


def count(world: World, right: NDArray[np.float64]) -> None:
    """Count the children that stand on no list walked through above.

    right : (authorities, 2) open cases rightly placed, and all
    """
    t = world.tables
    rates = world.rates.allocation
    for a in range(len(world.councils)):
        cells = slice(a * CELLS, (a + 1) * CELLS)
        tens_of_thousands = t.population[cells] / TEN_THOUSAND
        t.tally[cells, DISABLED] = rates[a].disabled * tens_of_thousands
        t.tally[cells, CARE_LEAVERS] = rates[a].care_leavers * tens_of_thousands
        t.tally[cells, UNACCOMPANIED] = rates[a].unaccompanied * tens_of_thousands
        others = t.tally[cells, [DISABLED, CARE_LEAVERS, UNACCOMPANIED]].sum(axis=1)
        t.tally[cells, IN_NEED] += others
        t.tally[cells, IN_NEED_2Y] += rates[a].other_in_need_2y * others
    if world.calendar.ends_year(world.week):
        count_past_year(t.homes, t.truth, world.week, t.tally)
        began = world.calendar.last_year_end(world.week)
        count_workers_met(t.homes, t.record, t.known, began, t.tally)
    count_children(t.homes, t.helped, t.queue, t.population, t.tally)
    for council, (placed, known) in zip(world.councils, right, strict=True):
        council.right = placed / known if known else 1.0


def tidy(world: World) -> None:
    """Keep the lists of harmed and of helped families true, and count the places in use."""
    t = world.tables
    harm, status = column(t.truth, "harm"), column(t.record, "status")
    keep(t.harmed, lambda listed: harm[listed] > NO_HARM)
    helped = keep(t.helped, lambda listed: status[listed] == EARLY_HELP)
    authority, children = column(t.homes, "authority"), column(t.homes, "children")
    use = np.bincount(authority[helped], children[helped], len(world.councils))
    for council, used in zip(world.councils, use, strict=True):
        council.early_help_used = float(used)


@compiled
def follow_all(
    homes: Rows[Household], truth: Rows[Truth], record: Rows[Record], trace: Rows[Trace],
    chances: Chances, known: Lists, week: int, p: Rows[Families], q: Rows[Partners],
    loops: Rows[Loops], spells: Book, right: NDArray[np.float64], tally: Tally,
) -> None:  # fmt: skip
    """Let help and protection reach every known family, and count it where it then stands."""
    for k in range(known.count[0]):
        i = int(known.families[k])
        a = homes[i].authority
        follow(
            homes[i], truth[i], record[i], trace[i], chances, i, week, p[a], q[a], loops[a], spells,
            tally,
        )  # fmt: skip
        count_known(homes[i], truth[i], record[i], week, right, tally)


@compiled
def end_help(
    homes: Rows[Household], truth: Rows[Truth], record: Rows[Record], helped: Lists, week: int,
    p: Rows[Families], d: Rows[FrontDoor], loops: Rows[Loops], tally: Tally,
) -> None:  # fmt: skip
    """End spells of early help whose time is up."""
    for k in range(helped.count[0]):
        i = int(helped.families[k])
        a = homes[i].authority
        end_early_help(homes[i], truth[i], record[i], week, p[a], d[a], loops[a], tally)


@compiled
def risk_all(
    homes: Rows[Household], truth: Rows[Truth], record: Rows[Record], harmed: Lists, week: int,
    scale: float, p: Rows[Outcomes], luck: OutcomeLuck, workers: Rows[Worker], queue: Lists,
    incidents: Book, tally: Tally,
) -> None:  # fmt: skip
    """Count the families being harmed, and let harm end, rarely, in a serious incident."""
    for k in range(harmed.count[0]):
        i = int(harmed.families[k])
        a = homes[i].authority
        count_harmed(homes[i], truth[i], record[i], tally)
        risk(
            homes[i], truth[i], record[i], i, week, scale, p[a], luck, workers, queue, incidents,
            tally,
        )  # fmt: skip
