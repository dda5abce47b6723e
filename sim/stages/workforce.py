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
from sim.parameters.decisions import Decisions
from sim.parameters.loops import Loops
from sim.parameters.management import Management
from sim.parameters.media import Media
from sim.parameters.workforce import Workforce
from sim.rules.employment import EmploymentLuck, live_week
from sim.rules.recruitment import (
    PersonLuck,
    agency_a_week,
    count_staff,
    cover,
    hires_a_week,
    qualified_a_week,
    season_of,
    welcome,
)
from sim.state.columns import Rows, column
from sim.state.organisation import Council, Team
from sim.state.tables import Tally
from sim.state.trace import Book
from sim.state.worker import EMPLOYED, Worker
from sim.world.world import World

LEFT_FOR_AUTHORITY = index("leavers_authority")


class HiringLuck(NamedTuple):
    """What is drawn for an authority that hires."""

    newly_qualified: np.uint64
    movers: np.uint64
    returners: np.uint64
    agency: np.uint64
    year: np.uint64


def run(world: World) -> None:
    """Let every worker live a week, then hire."""
    t, p = world.tables, world.parameters
    fund_posts(world)
    live_all(
        t.workers, t.teams, t.councils, world.week, p.workforce, p.casework, p.management, p.media,
        p.loops, world.luck(EmploymentLuck, "workforce"), t.jobs, t.tally,
    )  # fmt: skip
    hire_all(
        hiring(world), t.workers, t.councils, p.workforce, p.casework, p.decisions, p.media,
        p.loops, t.jobs, t.tally,
    )  # fmt: skip


def by_agents(world: World) -> None:
    """Run the same week, one worker after another."""
    fund_posts(world)
    luck = world.luck(EmploymentLuck, "workforce")
    for worker in world.social_workers:
        worker.live_week(luck)
    t, r = world.seen, world.rates
    interpreted(hire_all)(
        hiring(world), t.workers, t.councils, r.workforce, r.casework, r.decisions, r.media,
        r.loops, t.jobs, t.tally,
    )  # fmt: skip


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


class Hiring(NamedTuple):
    """What hiring needs to know of the week."""

    week: int
    month: int
    ends_year: bool
    shared: bool  # whether authorities hire from one pool of movers
    luck: HiringLuck
    person: PersonLuck


def hiring(world: World) -> Hiring:
    """Tell what hiring needs to know of the week."""
    shared = world.rates.couplings[0].labour_market == 1.0
    return Hiring(
        world.week, world.calendar.date(world.week).month, world.calendar.ends_year(world.week),
        shared, world.luck(HiringLuck, "hiring"), world.luck(PersonLuck, "person"),
    )  # fmt: skip


@compiled
def hire_all(
    now: Hiring, workers: Rows[Worker], councils: Rows[Council], w: Rows[Workforce],
    c: Rows[Casework], d: Rows[Decisions], media: Rows[Media], loops: Rows[Loops], jobs: Book,
    tally: Tally,
) -> None:  # fmt: skip
    """Let people come: newly qualified, movers, returners, agency workers."""
    places = len(councils)
    refill_pool(now.shared, councils, w, media, tally)
    for turn in range(places):  # movers are few: each week another authority asks first
        a = (turn + now.week) % places
        if now.ends_year:  # the part of exit that no mechanism here makes
            councils[a].year_effect = w[a].year_spread * normal_quantile(uniform(now.luck.year, a))
        hire(now, a, workers, councils, w[a], c[a], d[a], loops[a], jobs, tally)


@compiled
def refill_pool(
    shared: bool, councils: Rows[Council], w: Rows[Workforce], media: Rows[Media], tally: Tally
) -> None:
    """Let those who left for another authority look for a post; some come from elsewhere."""
    places = len(councils)
    for first in range(1 if shared else places):
        last = places if shared else first + 1
        posts, left = 0, 0.0
        for a in range(first, last):
            posts += councils[a].posts
            left += tally[a * CELLS, LEFT_FOR_AUTHORITY]
        rates, pool = w[first], councils[first]
        usual = posts * rates.hires * rates.from_authorities * rates.pool_weeks / WEEKS_IN_YEAR
        outside = 1.0 - (last - first) / media[first].england_authorities
        pool.movers += left + outside * (usual - pool.movers) / rates.pool_weeks


@compiled
def hire(
    now: Hiring, a: int, workers: Rows[Worker], councils: Rows[Council], w: Workforce, c: Casework,
    d: Decisions, loops: Loops, jobs: Book, tally: Tally,
) -> None:  # fmt: skip
    """Let people come to one authority; movers come out of the pool, where others miss them."""
    council, week, person, organisation = councils[a], now.week, now.person, a * CELLS
    staff = count_staff(council, workers)
    weekly = hires_a_week(council, staff.posts, staff.vacancies, w, loops)
    season = season_of(now.month, w.autumn_share)
    qualified = poisson_quantile(
        uniform(now.luck.newly_qualified, a), qualified_a_week(weekly, staff.posts, season, w)
    )
    pool = councils[0] if now.shared else council
    wanted = poisson_quantile(uniform(now.luck.movers, a), weekly * w.from_authorities)
    movers = min(wanted, int(pool.movers))
    pool.movers -= movers
    rest = 1.0 - w.newly_qualified - w.from_authorities
    returners = poisson_quantile(uniform(now.luck.returners, a), weekly * rest)
    rest_of = (week, w, c, d, person, jobs, tally, organisation)
    welcome(council, workers, qualified, 0.0, *rest_of)
    welcome(council, workers, movers, w.mover_years, *rest_of)
    welcome(council, workers, returners, w.returner_years, *rest_of)
    staff = count_staff(council, workers)
    agency = agency_a_week(staff.employed, staff.vacancies, staff.agency, w)
    coming = poisson_quantile(uniform(now.luck.agency, a), agency)
    cover(council, workers, coming, week, w, c, d, person, jobs)
