"""A week of the labour market: supply meets vacancies, in each authority by its pull."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.chance import poisson_quantile, uniform
from sim.kernel.compiled import compiled
from sim.measures.counters import CELLS, index
from sim.parameters.loops import Loops
from sim.parameters.market import Market as Rates
from sim.parameters.money import Money
from sim.parameters.workforce import Workforce
from sim.rules.arrivals import ArrivalLuck, Hall, settle_in, welcome
from sim.rules.people import (
    FIRST_POST,
    FROM_AGENCY,
    FROM_AUTHORITY,
    RETURNED,
    Made,
    be_born,
    be_numbered,
    luck_number,
    seat,
    vacate,
)
from sim.rules.posts import count_staff, held_vacant
from sim.rules.supply import (
    Reach,
    claim,
    drawn_from,
    others_a_week,
    pull_of,
    qualified_a_week,
    returning_a_week,
    size_of,
)
from sim.state.columns import NOBODY, Rows
from sim.state.market import Market
from sim.state.organisation import Council
from sim.state.worker import BOOKS, LOOKING, ON_BOOKS, POST_NUMBERS, VACANT

MOVED_OUT, AGENCY_ENTERED = index("moved_out"), index("agency_entered")


class Places(NamedTuple):
    """How a market's authorities stand this week.

    pull    : (authorities,) how each draws people, times what its size counts for
    usual   : (authorities,) the same at the usual pull
    region  : (authorities,) region
    posts   : (authorities,) posts of every kind, FTE
    hires   : (authorities,) share of those who would come whom spending controls let in
    outside : authorities of the rest of England, of all and of each region
    """

    pull: NDArray[np.float64]
    usual: NDArray[np.float64]
    region: NDArray[np.int64]
    posts: NDArray[np.float64]
    hires: NDArray[np.float64]
    outside: float
    outside_region: NDArray[np.float64]


@compiled
def places_of(
    hall: Hall, councils: Rows[Council], w: Rows[Workforce], p: Rows[Rates], money: Rows[Money],
    loops: Rows[Loops], england: float, shared: bool,
) -> Places:  # fmt: skip
    """See how authorities draw people this week.

    england : authorities in all
    shared  : whether they share one market; if not, each is alone, and none is outside
    """
    n = len(councils)
    pull, usual, posts, hires = np.zeros(n), np.zeros(n), np.zeros(n), np.zeros(n)
    region = np.zeros(n, np.int64)
    for a in range(n):
        council = councils[a]
        usual[a] = size_of(council.all_posts, p[a])
        staff = count_staff(council, hall.workers)
        pull[a] = usual[a] * pull_of(council, staff, w[a], p[a], loops[a])
        hires[a] = 1.0 - held_vacant(council, money[a])
        posts[a], region[a] = council.all_posts, council.region
    outside = max(0.0, england - n) if shared else 0.0
    lacking = missing_by_region(region, outside, england, p[0].regions)
    return Places(pull, usual, region, posts, hires, outside, lacking)


@compiled
def missing_by_region(
    region: NDArray[np.int64], outside: float, england: float, regions: float
) -> NDArray[np.float64]:
    """Share the rest of England out among regions, to each by what it lacks of an even part.

    region  : (authorities,) region
    returns : (authorities,) authorities of the rest of England in the region of each
    """
    n, even = len(region), england / regions
    lacking = np.zeros(n)
    known, total = 0, 0.0
    for a in range(n):
        there, before = 0, 0
        for b in range(n):
            there += 1 if region[b] == region[a] else 0
            before += 1 if region[b] == region[a] and b < a else 0
        lacking[a] = max(0.0, even - there)
        if before == 0:
            known += 1
            total += lacking[a]
    total += max(0.0, regions - known) * even
    return lacking * (outside / total) if total > 0.0 else lacking


@compiled
def reach_of(places: Places, a: int, near: bool, without: int) -> Reach:
    """Add up what draws people to all places, or to those of an authority's region.

    near    : whether the region alone
    without : an authority that is left out, since they leave it; NOBODY for none
    """
    inside, posts = 0.0, 0.0
    for b in range(len(places.pull)):
        if near and places.region[b] != places.region[a]:
            continue
        posts += places.posts[b]
        inside += places.pull[b] if b != without else 0.0
    missing = places.outside_region[a] if near else places.outside
    mean = places.usual.mean()
    return Reach(inside, missing * mean, posts + missing * places.posts.mean())


@compiled
def claim_of(places: Places, a: int, shared: bool, p: Rates) -> float:
    """Share of a market's people who come to one authority; all of them if it is alone."""
    if not shared:
        return 1.0
    everywhere = reach_of(places, a, False, NOBODY)
    return claim(places.pull[a], everywhere, reach_of(places, a, True, NOBODY), p)


@compiled
def update_pull(market: Market, places: Places, first: int, last: int) -> None:
    """Note how much more than usual a market's councils draw people, over the last year."""
    now, usual = 0.0, 0.0
    for a in range(first, last):
        now += places.pull[a]
        usual += places.usual[a]
    rest = places.outside * places.usual.mean()
    market.pull += ((now + rest) / (usual + rest) - market.pull) / WEEKS_IN_YEAR


@compiled
def arrive_from_supply(
    hall: Hall, council: Council, market: Market, part: float, a: int, p: Rates, made: Made,
    luck: ArrivalLuck,
) -> None:  # fmt: skip
    """Let the newly qualified and those who come back come to one authority.

    part : of the market's people that it draws
    """
    organisation = a * CELLS
    wanted = poisson_quantile(uniform(luck.qualified, a), part * qualified_a_week(market, p))
    came = welcome(
        hall, council, min(wanted, int(market.qualified)), 0.0, FIRST_POST, made, organisation
    )
    market.qualified -= came
    own = council.qualified * (1.0 - np.exp(-1.0 / p.qualified_weeks))
    wanted = poisson_quantile(uniform(luck.trained_here, a), own)
    wanted = min(wanted, int(council.qualified))
    council.qualified -= welcome(hall, council, wanted, 0.0, FIRST_POST, made, organisation)
    back, others = returning_a_week(market, p), others_a_week(market, p)
    wanted = poisson_quantile(uniform(luck.returning, a), part * (back + others))
    came = welcome(hall, council, wanted, p.returner_years, RETURNED, made, organisation)
    if came:
        market.left = max(0.0, market.left - came * back / (back + others))


@compiled
def go_elsewhere(market: Market, part: float, p: Rates) -> None:
    """Let the rest of England take its part of the newly qualified and of those who come back.

    part : of the market's people that it draws
    """
    market.qualified -= part * qualified_a_week(market, p)
    market.left -= part * returning_a_week(market, p)


@compiled
def arrive_from_england(
    hall: Hall, council: Council, places: Places, a: int, shared: bool, p: Rates, made: Made,
    luck: ArrivalLuck,
) -> None:  # fmt: skip
    """Let people of the rest of England move here, from authorities and from agencies.

    Alone, an authority has all its movers so, and its agency workers take its own posts.
    """
    if shared:
        everywhere, near = reach_of(places, a, False, NOBODY), reach_of(places, a, True, NOBODY)
        mean = places.posts.mean()
        local, wide = places.outside_region[a] * mean, places.outside * mean
        posts = drawn_from(local, wide, places.pull[a], everywhere, near, p)
    else:
        posts = council.all_posts * places.pull[a] / places.usual[a]
    posts *= places.hires[a]
    people = poisson_quantile(uniform(luck.movers, a), p.movers * posts / WEEKS_IN_YEAR)
    welcome(hall, council, people, p.mover_years, FROM_AUTHORITY, made, a * CELLS)
    if shared:
        agency = p.agency_to_post * p.agency_usual * posts / WEEKS_IN_YEAR
        people = poisson_quantile(uniform(luck.from_agency, a), agency)
        welcome(hall, council, people, p.agency_years, FROM_AGENCY, made, a * CELLS)


@compiled
def where_to(places: Places, origin: int, without: int, near: bool, u: float) -> int:
    """Choose an authority for somebody who looks for a post, NOBODY for the rest of England.

    without : an authority that they have left and do not go back to; NOBODY for none
    near    : whether they look in the region alone
    u       : uniform
    """
    reach = reach_of(places, origin, near, without)
    point = u * (reach.inside + reach.outside)
    for a in range(len(places.pull)):
        if a == without or (near and places.region[a] != places.region[origin]):
            continue
        if point < places.pull[a]:
            return a
        point -= places.pull[a]
    return NOBODY


@compiled
def draws(places: Places, origin: int, near: bool, without: int) -> bool:
    """Whether any place draws somebody who looks for a post."""
    reach = reach_of(places, origin, near, without)
    return bool(reach.inside + reach.outside > 0.0)


@compiled
def look_around(
    hall: Hall, row: int, councils: Rows[Council], places: Places, shared: bool, p: Rates,
    made: Made,
) -> None:  # fmt: skip
    """Let somebody who looks for a post find one, here or in the rest of England, or wait."""
    person = hall.between[row]
    n = luck_number(person)
    if person.filled != LOOKING or uniform(made.search.found, n) > 1.0 / p.looking_weeks:
        return
    origin = person.authority
    without = origin if person.came_from == FROM_AUTHORITY else NOBODY
    there = origin if without == NOBODY else NOBODY
    if shared:
        near = uniform(made.search.near, n) < p.near_share
        near = near and draws(places, origin, True, without)
        if not draws(places, origin, near, without):
            return
        there = where_to(places, origin, without, near, uniform(made.search.where, n))
    let_in = 1.0 if there == NOBODY else places.hires[there]
    if uniform(made.search.found, n) > let_in / p.looking_weeks:
        return
    if there == NOBODY:
        hall.tally[origin * CELLS, MOVED_OUT] += 1.0
        vacate(person)
    else:
        settle_in(hall, councils[there], person, made, there * CELLS)


@compiled
def enter_books(
    hall: Hall, council: Council, a: int, outside: float, p: Rates, made: Made, luck: ArrivalLuck
) -> None:
    """Let people come to agencies: from elsewhere, and from those of the rest of England.

    outside : share of the market that is the rest of England
    """
    each = p.agency_entry / WEEKS_IN_YEAR + outside * p.books / p.books_weeks
    people = poisson_quantile(uniform(luck.entering, a), each * council.all_posts)
    for row in range(len(hall.between)):
        if people == 0:
            return
        person = hall.between[row]
        if person.filled == VACANT:
            seat(person, ON_BOOKS, made.week)
            person.authority, person.fte = a, 1.0
            council.entered += 1
            be_numbered(person, a * POST_NUMBERS + BOOKS, council.entered)
            be_born(person, p.agency_years, FROM_AGENCY, made)
            hall.tally[a * CELLS, AGENCY_ENTERED] += 1.0
            people -= 1
