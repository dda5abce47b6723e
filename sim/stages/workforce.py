"""Workforce: load becomes strain; sickness; exits; notice; who comes; agency cover; skill.

Reads    load, supervision, fear, pay, names
Changes  workers; people between posts; the labour market; books of employment
Draws    workforce.*
"""

from typing import NamedTuple

from sim.kernel.calendar import SEPTEMBER
from sim.kernel.chance import normal_quantile, poisson_quantile, uniform
from sim.kernel.compiled import compiled, interpreted
from sim.measures.counters import CELLS
from sim.parameters.casework import Casework
from sim.parameters.decisions import Decisions
from sim.parameters.leadership import Leadership
from sim.parameters.loops import Loops
from sim.parameters.management import Management
from sim.parameters.market import Market as Rates
from sim.parameters.media import Media
from sim.parameters.money import Money
from sim.parameters.workforce import Workforce
from sim.rules.arrivals import ArrivalLuck, Hall
from sim.rules.assignments import agency_a_week, cover
from sim.rules.culture import fear_beyond
from sim.rules.departures import PartingLuck, move_beyond, part, wait
from sim.rules.employment import EmploymentLuck, live_week
from sim.rules.inside import appoint_managers, fill_from_within
from sim.rules.labour_market import (
    Places,
    arrive_from_england,
    arrive_from_supply,
    claim_of,
    enter_books,
    go_elsewhere,
    look_around,
    places_of,
    update_pull,
)
from sim.rules.people import BirthLuck, Made, SearchLuck, in_weeks_order
from sim.rules.posts import count_staff, fund_posts, held_vacant
from sim.rules.supply import begin_year, hours_for_trainees, lose_touch, train_here
from sim.state.columns import NOBODY, Rows
from sim.state.market import Market
from sim.state.organisation import Council, Team
from sim.state.tables import Tally
from sim.state.worker import VACANT, WITH_CASES, Worker
from sim.world.staff_table import count_work
from sim.world.world import World


class Week(NamedTuple):
    """What the labour market needs to know of the week."""

    week: int
    term_begins: bool  # the first week of September
    ends_year: bool
    shared: bool  # whether authorities share one labour market
    england: float  # authorities in all
    arrival: ArrivalLuck
    birth: BirthLuck
    search: SearchLuck
    parting: PartingLuck
    working: EmploymentLuck


class Numbers(NamedTuple):
    """The numbers in force, a row for each authority."""

    workforce: Rows[Workforce]
    market: Rows[Rates]
    casework: Rows[Casework]
    decisions: Rows[Decisions]
    management: Rows[Management]
    media: Rows[Media]
    leadership: Rows[Leadership]
    money: Rows[Money]
    loops: Rows[Loops]


def run(world: World) -> None:
    """Let every worker live a week; then some go, and others come."""
    t, p = world.tables, world.parameters
    count_work(world)
    live_all(
        t.workers, t.teams, t.councils, world.week, p.workforce, p.casework, p.management, p.media,
        p.loops, world.luck(EmploymentLuck, "workforce"), t.tally,
    )  # fmt: skip
    numbers = Numbers(
        p.workforce, p.market, p.casework, p.decisions, p.management, p.media, p.leadership,
        p.money, p.loops,
    )  # fmt: skip
    hall = Hall(t.workers, t.between, t.jobs, t.tally)
    meet(this_week(world), hall, t.councils, t.teams, t.markets, numbers)


def by_agents(world: World) -> None:
    """Run the same week, one worker after another."""
    count_work(world)
    luck = world.luck(EmploymentLuck, "workforce")
    for worker in world.social_workers:
        worker.live_week(luck)
    t, r = world.seen, world.rates
    numbers = Numbers(
        r.workforce, r.market, r.casework, r.decisions, r.management, r.media, r.leadership,
        r.money, r.loops,
    )  # fmt: skip
    hall = Hall(t.workers, t.between, t.jobs, t.tally)
    interpreted(meet)(this_week(world), hall, t.councils, t.teams, t.markets, numbers)


def this_week(world: World) -> Week:
    """Tell what the labour market needs to know of the week."""
    date, before = (world.calendar.date(week) for week in (world.week, world.week - 1))
    rates = world.rates
    return Week(
        world.week, date.month == SEPTEMBER != before.month, world.calendar.ends_year(world.week),
        rates.couplings[0].labour_market == 1.0, rates.media[0].england_authorities,
        world.luck(ArrivalLuck, "hiring"), world.lasting_luck(BirthLuck, "person"),
        world.luck(SearchLuck, "search"),
        world.luck(PartingLuck, "parting"), world.luck(EmploymentLuck, "workforce"),
    )  # fmt: skip


@compiled
def live_all(
    workers: Rows[Worker], teams: Rows[Team], councils: Rows[Council], week: int,
    w: Rows[Workforce], c: Rows[Casework], m: Rows[Management], media: Rows[Media],
    loops: Rows[Loops], luck: EmploymentLuck, tally: Tally,
) -> None:  # fmt: skip
    """Let every worker live a week."""
    for post in range(len(workers)):
        a = workers[post].authority
        live_week(
            workers[post], teams[workers[post].team], councils[a], week, w[a], c[a], m[a], media[a],
            loops[a], luck, tally, a * CELLS,
        )  # fmt: skip


@compiled
def meet(
    now: Week, hall: Hall, councils: Rows[Council], teams: Rows[Team], markets: Rows[Market],
    p: Numbers,
) -> None:  # fmt: skip
    """Let some go and others come."""
    if now.term_begins:
        begin_term(now, councils, markets, p)
    for a in range(len(councils)):
        let_go(now, hall, councils[a], teams, markets[0 if now.shared else a], a, p)
        fund_posts(councils[a], hall.workers, p.workforce[a])
    drawn = places_of(
        hall, councils, p.workforce, p.market, p.money, p.loops, now.england, now.shared
    )
    look_all(now, hall, councils, markets, drawn, p)
    rest = 1.0
    for turn in range(len(councils)):  # people are few: each week another authority comes first
        a = (turn + now.week) % len(councils)
        here = claim_of(drawn, a, now.shared, p.market[a])
        market = markets[0 if now.shared else a]
        arrive(now, hall, councils[a], market, drawn, here, a, p)
        rest -= here
    if now.shared:
        go_elsewhere(markets[0], rest, p.market[0])
    close_markets(now, hall, councils, markets, drawn, p)


@compiled
def look_all(
    now: Week, hall: Hall, councils: Rows[Council], markets: Rows[Market], drawn: Places,
    p: Numbers,
) -> None:  # fmt: skip
    """Let people between posts live a week, and those who look for a post look."""
    rest = outside_share(now, len(councils))
    for row in in_weeks_order(hall.between, now.parting.order):
        person = hall.between[row]
        a = person.authority
        market = markets[0 if now.shared else a]
        wait(hall, person, market, p.market[a], rest, now.parting, a * CELLS)
        made = Made(now.week, now.birth, now.search, p.workforce[a], p.casework[a], p.decisions[a])
        look_around(hall, row, councils, drawn, now.shared, p.market[a], made)


@compiled
def arrive(
    now: Week, hall: Hall, council: Council, market: Market, drawn: Places, here: float, a: int,
    p: Numbers,
) -> None:  # fmt: skip
    """Let people come to an authority from every side, then fill posts from within.

    here : share of the market's people whom it draws
    """
    rates = p.market[a]
    made = Made(now.week, now.birth, now.search, p.workforce[a], p.casework[a], p.decisions[a])
    let_in = here * drawn.hires[a]
    arrive_from_supply(hall, council, market, let_in, a, rates, made, now.arrival)
    arrive_from_england(hall, council, drawn, a, now.shared, rates, made, now.arrival)
    staff_authority(now, hall, council, a, p)
    rest = outside_share(now, len(drawn.pull))
    enter_books(hall, council, a, rest, rates, made, now.arrival)


@compiled
def outside_share(now: Week, places: int) -> float:
    """Share of the market's authorities that are the rest of England."""
    return max(0.0, 1.0 - places / now.england) if now.shared else 0.0


@compiled
def begin_term(now: Week, councils: Rows[Council], markets: Rows[Market], p: Numbers) -> None:
    """Let a year of students qualify in September, and the next begin."""
    for row in range(1 if now.shared else len(markets)):
        fear, alarm = 0.0, 0.0
        for a in range(len(councils)):
            if now.shared or a == row:
                part = councils[a].all_posts / markets[row].posts
                fear += part * fear_beyond(councils[a], p.media[a]) * p.loops[a].blame_drives_exit
                beyond = councils[a].incident_alarm - p.leadership[a].usual_alarm
                alarm += part * beyond * p.loops[a].alarm_recruits
        begin_year(markets[row], fear, alarm, p.market[row])
    for a in range(len(councils)):
        train_here(councils[a], markets[0 if now.shared else a], p.workforce[a], p.market[a])


@compiled
def let_go(
    now: Week, hall: Hall, council: Council, teams: Rows[Team], market: Market, a: int, p: Numbers
) -> None:
    """Let those go whose notice ends, and those who move to posts that are not simulated."""
    organisation = a * CELLS
    if now.ends_year:  # the part of exit that no mechanism here makes
        drawn = normal_quantile(uniform(now.arrival.year, a))
        council.year_effect = p.workforce[a].year_spread * drawn
    for row in range(council.first_worker, council.end_worker):
        worker = hall.workers[row]
        team = teams[worker.team]
        part(
            hall, worker, team, market, p.market[a], p.workforce[a], now.week, now.parting,
            organisation,
        )  # fmt: skip
        move_beyond(
            hall, worker, team, council, p.workforce[a], now.week, now.parting, organisation
        )


@compiled
def staff_authority(now: Week, hall: Hall, council: Council, a: int, p: Numbers) -> None:
    """Fill posts from within, then let agency workers cover what is left."""
    tally, organisation, w = hall.tally, a * CELLS, p.workforce[a]
    fill_from_within(hall, council, w, now.week, now.working, organisation)
    appoint_managers(
        council, hall.workers, p.management[a], now.week, now.working, tally, organisation
    )
    fund_posts(council, hall.workers, w)
    staff = count_staff(council, hall.workers)
    name = council.reputation * p.loops[a].grade_workforce_spiral
    wanted = agency_a_week(staff, name, w) * (1.0 - held_vacant(council, p.money[a]))
    coming = poisson_quantile(uniform(now.arrival.agency, a), wanted)
    if coming == 0:
        return
    waiting = in_weeks_order(hall.between, now.parting.order)
    only = NOBODY if now.shared else a
    cover(hall, council, coming, waiting, only, w, now.week, uniform(now.arrival.covering, a))


@compiled
def close_markets(
    now: Week, hall: Hall, councils: Rows[Council], markets: Rows[Market], drawn: Places,
    p: Numbers,
) -> None:  # fmt: skip
    """Note how councils draw people, and let those without a post drift away."""
    places = len(councils)
    for row in range(1 if now.shared else places):
        last = places if now.shared else row + 1
        update_pull(markets[row], drawn, row, last)
        lose_touch(markets[row], markets[row].posts - drawn.posts[row:last].sum(), p.market[row])
    for a in range(places):
        council = councils[a]
        holders = 0.0
        for row in range(council.first_worker, council.end_worker):
            worker = hall.workers[row]
            holds = worker.kind == WITH_CASES and worker.filled != VACANT
            holders += worker.fte if holds else 0.0
        council.placement_hours = hours_for_trainees(council, holders, p.workforce[a])
