"""Workforce: load becomes strain; sickness; exits; notice; recruitment; agency cover; skill.

Reads    load, supervision, fear, pay, the pool of movers
Changes  workers; the pool of movers; books of employment
Draws    workforce.*
"""

from typing import NamedTuple

import numpy as np

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.chance import normal_quantile, poisson_quantile, uniform
from sim.kernel.compiled import compiled, interpreted
from sim.measures.counters import CELLS, index
from sim.parameters.casework import Casework
from sim.parameters.loops import Loops
from sim.parameters.management import Management
from sim.parameters.media import Media
from sim.parameters.workforce import Workforce
from sim.rules.employment import (
    ASSIGNMENT_ENDED,
    EmploymentLuck,
    live_week,
    luck_number,
    write_job,
)
from sim.rules.recruitment import agency_a_week, hires_a_week, join, season_of
from sim.state.columns import Rows, column
from sim.state.organisation import Council, Team
from sim.state.tables import Tally
from sim.state.trace import Book
from sim.state.worker import AGENCY, EMPLOYED, VACANT, Worker
from sim.world.world import World

STARTERS, NEWLY_QUALIFIED = index("starters"), index("starters_newly_qualified")
LEFT_FOR_AUTHORITY = index("leavers_authority")


class HiringLuck(NamedTuple):
    """What is drawn for an authority that hires."""

    newly_qualified: np.uint64
    movers: np.uint64
    returners: np.uint64
    agency: np.uint64
    year: np.uint64


class PersonLuck(NamedTuple):
    """What is drawn for a person who comes."""

    talent: np.uint64
    criterion: np.uint64
    years: np.uint64
    late: np.uint64


def run(world: World) -> None:
    """Let every worker live a week, then hire."""
    t, p = world.tables, world.parameters
    fund_posts(world)
    live_all(
        t.workers, t.teams, t.councils, world.week, p.workforce, p.casework, p.management, p.media,
        p.loops, world.luck(EmploymentLuck, "workforce"), t.jobs, t.tally,
    )  # fmt: skip
    hire(world)


def by_agents(world: World) -> None:
    """Run the same week, one worker after another."""
    fund_posts(world)
    luck = world.luck(EmploymentLuck, "workforce")
    for worker in world.social_workers:
        worker.live_week(luck)
    hire(world)


def fund_posts(world: World) -> None:
    """Open or close posts as the authority can fund; a holder stays until leaving."""
    workers = world.tables.workers
    funded = np.array(
        [
            council.first_worker + round(council.posts * world.rates.workforce[a].posts_funded)
            for a, council in enumerate(world.councils)
        ]
    )
    in_funded = np.arange(len(workers)) < funded[column(workers, "authority")]
    kept = in_funded | (column(workers, "filled") == EMPLOYED)
    column(workers, "open")[:] = kept & (column(workers, "extra") == 0)


@compiled
def live_all(
    workers: Rows[Worker], teams: Rows[Team], councils: Rows[Council], week: int,
    w: Rows[Workforce], c: Rows[Casework], m: Rows[Management], media: Rows[Media],
    loops: Rows[Loops], luck: EmploymentLuck, jobs: Book, tally: Tally,
) -> None:  # fmt: skip
    """Let every worker live a week."""
    for post in range(len(workers)):
        a = workers[post].authority
        live_week(
            workers[post], teams[workers[post].team], councils[a], week, w[a], c[a], m[a], media[a],
            loops[a], luck, jobs, tally, a * CELLS,
        )  # fmt: skip


def hire(world: World) -> None:
    """Let people come: newly qualified, movers, returners, agency workers."""
    luck = world.luck(HiringLuck, "hiring")
    shared = world.rates.couplings[0].labour_market == 1.0
    refill_pool(world, shared)
    places = len(world.councils)
    for turn in range(places):  # movers are few: each week another authority asks first
        a = (turn + world.week) % places
        council = world.councils[a]
        new_year(world, a, luck)
        staff = Staff(world, a)
        rates, loops = world.rates.workforce[a], world.rates.loops[a]
        weekly = interpreted(hires_a_week)(council, staff.posts, staff.vacancies, rates, loops)
        season = season_of(world.calendar.date(world.week).month, rates.autumn_share)
        qualified = poisson_quantile(
            uniform(luck.newly_qualified, a), weekly * rates.newly_qualified * season
        )
        movers = poisson_quantile(uniform(luck.movers, a), weekly * rates.from_authorities)
        rest = 1.0 - rates.newly_qualified - rates.from_authorities
        returners = poisson_quantile(uniform(luck.returners, a), weekly * rest)
        movers = take_movers(world, a, movers, shared)
        staff.welcome(qualified, 0.0)
        staff.welcome(movers, rates.mover_years)
        staff.welcome(returners, rates.returner_years)
        staff.cover(luck)


def refill_pool(world: World, shared: bool) -> None:
    """Let those who left for another authority look for a post; some come from elsewhere."""
    left = world.tables.tally[::CELLS, LEFT_FOR_AUTHORITY]
    everyone = list(range(len(world.councils)))
    for members in [everyone] if shared else [[a] for a in everyone]:
        rates = world.rates.workforce[members[0]]
        posts = sum(world.councils[a].posts for a in members)
        usual = posts * rates.hires * rates.from_authorities * rates.pool_weeks / WEEKS_IN_YEAR
        outside = 1.0 - len(members) / world.rates.media[members[0]].england_authorities
        pool = world.councils[members[0]]
        pool.movers += (
            float(left[members].sum()) + outside * (usual - pool.movers) / rates.pool_weeks
        )


def take_movers(world: World, a: int, wanted: int, shared: bool) -> int:
    """Take movers out of the pool: one authority's gain is another's loss."""
    pool = world.councils[0] if shared else world.councils[a]
    taken = min(wanted, int(pool.movers))
    pool.movers -= taken
    return taken


def new_year(world: World, a: int, luck: HiringLuck) -> None:
    """Draw, once a financial year, the part of exit that no mechanism here makes."""
    if world.calendar.ends_year(world.week):
        spread = world.rates.workforce[a].year_spread
        world.councils[a].year_effect = spread * normal_quantile(uniform(luck.year, a))


class Staff:
    """One authority's posts this week, and the people who come to them."""

    def __init__(self, world: World, authority: int) -> None:
        """Look at the posts."""
        self.world, self.a = world, authority
        self.council = world.councils[authority]
        self.rows = slice(self.council.first_worker, self.council.end_worker)
        workers = world.tables.workers
        self.filled = column(workers, "filled")[self.rows]
        self.open = column(workers, "open")[self.rows] == 1
        self.extra = column(workers, "extra")[self.rows] == 1
        self.posts = float(self.open.sum())
        self.vacancies = float((self.open & (self.filled != EMPLOYED)).sum())

    def welcome(self, people: int, years: float) -> None:
        """Put new permanent staff into vacant posts, uncovered ones first.

        years : mean experience; 0 for the newly qualified
        """
        for _ in range(people):
            empty = np.flatnonzero(self.open & (self.filled == VACANT))
            covered = np.flatnonzero(self.open & (self.filled == AGENCY))
            if not len(empty) and not len(covered):
                return
            self.seat(int(empty[0] if len(empty) else covered[0]), EMPLOYED, years)
            tally = self.world.tables.tally
            tally[self.a * CELLS, STARTERS] += 1.0
            tally[self.a * CELLS, NEWLY_QUALIFIED] += 1.0 if years == 0.0 else 0.0

    def cover(self, luck: HiringLuck) -> None:
        """Let agency workers come, to vacant posts and a few beyond them."""
        agency = float((self.filled == AGENCY).sum())
        staff = float((self.filled == EMPLOYED).sum())
        vacancies = float((self.open & (self.filled != EMPLOYED)).sum())
        rates = self.world.rates.workforce[self.a]
        weekly = interpreted(agency_a_week)(staff, vacancies, agency, rates)
        for _ in range(poisson_quantile(uniform(luck.agency, self.a), weekly)):
            extra = np.flatnonzero(self.extra & (self.filled == VACANT))
            empty = np.flatnonzero(self.open & (self.filled == VACANT))
            spare = (self.extra & (self.filled == AGENCY)).sum() < rates.agency_base * staff
            place = extra if (spare or not len(empty)) and len(extra) else empty
            if not len(place):
                return
            self.seat(int(place[0]), AGENCY, rates.agency_years)

    def seat(self, place: int, how: int, years: float) -> None:
        """Seat one person, with the luck of the post and of who holds it."""
        world, row = self.world, self.council.first_worker + place
        worker = world.seen.workers[row]
        luck = world.luck(PersonLuck, "person")
        if worker.filled == AGENCY:
            worker.leaves_for = ASSIGNMENT_ENDED
            interpreted(write_job)(worker, world.week, world.tables.jobs)
        n = interpreted(luck_number)(worker)
        drawn = years * (0.5 + uniform(luck.years, n))
        talent, own = (
            normal_quantile(uniform(luck.talent, n)),
            normal_quantile(uniform(luck.criterion, n)),
        )
        a = self.a
        rates = world.rates
        interpreted(join)(
            worker, how, drawn, uniform(luck.late, n), talent, own, world.week,
            rates.workforce[a], rates.casework[a], rates.decisions[a],
        )  # fmt: skip
