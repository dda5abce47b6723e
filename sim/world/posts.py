"""The first posts and people: whom each authority employs, and who stands between posts."""

from typing import Any, cast

import numpy as np

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.chance import Chance
from sim.kernel.compiled import interpreted
from sim.parameters.management import Management
from sim.parameters.workforce import Workforce
from sim.rules.supply import fill_courses
from sim.state.columns import NEVER, Rows, Views, blank
from sim.state.market import Market
from sim.state.organisation import Council
from sim.state.worker import (
    AGENCY,
    EMPLOYED,
    POST_NUMBERS,
    SERVICE_MANAGER,
    TEAM_MANAGER,
    WITH_CASES,
    WITHOUT_CASES,
    Worker,
)
from sim.world.settings import Rates

MOST_POSTS = 1.6  # rows for each case-holding post, as far as workforce.posts_funded may rise
EXTRA_POSTS = 0.15  # rows beyond them, which only agency workers take: more than ever come
BETWEEN = 1.0  # rows for people between posts, for each post, when a world begins


def seats[T](kind: type[T], rows: int) -> Views[T]:
    """Make an empty table to fill row by row."""
    return Views(blank(kind, rows))


class Block:
    """The rows of an authority's posts, kind after kind, each beginning where the last ends."""

    def __init__(self, posts: float, w: Workforce, m: Management) -> None:
        """Work out how many rows each kind needs.

        posts : case-holding posts of the base year, FTE
        """
        each = 1.0 - w.part_time_share * (1.0 - w.part_time_fte)
        self.seats = max(2, round(posts / each))
        self.managers = max(2, round(posts / m.span)) + 1
        self.case_rows = int(np.ceil(self.seats * MOST_POSTS))
        self.without_cases = self.case_rows + round(self.seats * w.posts_without_cases)
        self.all_managers = self.without_cases + self.managers
        self.end = self.all_managers + int(np.ceil(self.seats * EXTRA_POSTS))

    def kind(self, place: int) -> int:
        """Kind of the post in a place of the block; the last manager is that of the service."""
        if place < self.case_rows or place >= self.all_managers:
            return WITH_CASES
        if place < self.without_cases:
            return WITHOUT_CASES
        return TEAM_MANAGER if place < self.all_managers - 1 else SERVICE_MANAGER


def workers(
    councils_: Rows[Council], blocks: list[Block], rates: Rates, chance: Chance, week: int
) -> Rows[Worker]:
    """Make the posts, four in five filled, with people in the middle of their careers."""
    table = Views(councils_)
    made = seats(Worker, table[len(table) - 1].end_worker)
    for a in range(len(table)):
        council, block = table[a], blocks[a]
        for row in range(council.first_worker, council.end_worker):
            place = row - council.first_worker
            post = made[row]
            post.authority, post.number = a, a * POST_NUMBERS + place
            post.kind, post.extra = block.kind(place), int(place >= block.all_managers)
            post.open = int(place < block.seats or (place >= block.case_rows and not post.extra))
            lay_out(post, council, block, place, rates.allocation[a].assessment_share)
            contract = chance.uniform("workers.contract", week, post.number)
            part_time = contract < rates.workforce[a].part_time_share
            managing = post.kind >= TEAM_MANAGER
            post.fte = rates.workforce[a].part_time_fte if part_time and not managing else 1.0
            post.leaves = post.shaken = post.sick_until = post.suspended_until = NEVER
            post.time = post.visits = post.discrimination = 1.0
            fill(post, rates, a, chance, week)
        count_posts(council, made)
    return made.table


def lay_out(post: Worker, council: Council, block: Block, place: int, share: float) -> None:
    """Put a post into a team, and with those who assess or those who work longer.

    share : of case-holding posts that assess
    """
    many = council.end_team - council.first_team
    if post.kind == TEAM_MANAGER:
        post.team = council.first_team + place - block.without_cases
        return
    most_seats = int(np.ceil(block.seats / many))
    seat, team = (place // many) % most_seats, place % many
    post.team = council.first_team + team
    post.assesses = int((team + seat / most_seats) / many < share)


def count_posts(council: Council, made: Views[Worker]) -> None:
    """Count a council's posts of the base year, FTE."""
    posts = [made[row] for row in range(council.first_worker, council.end_worker)]
    fte = {
        kind: sum(post.fte for post in posts if post.open and post.kind == kind)
        for kind in (WITH_CASES, WITHOUT_CASES, TEAM_MANAGER, SERVICE_MANAGER)
    }
    council.posts, council.other_posts = fte[WITH_CASES], fte[WITHOUT_CASES]
    council.all_posts = sum(fte.values())


def fill(post: Worker, rates: Rates, a: int, chance: Chance, week: int) -> None:
    """Put someone with a career behind them into a funded post, or leave it vacant."""
    n, w = post.number, rates.workforce[a]
    vacancy = chance.uniform("workers.vacancy", week, n)
    if not post.open or vacancy < w.usual_vacancy * (1.0 - w.first_covered):
        return
    covered = vacancy < w.usual_vacancy and post.kind < TEAM_MANAGER
    tenure = w.first_tenure * chance.uniform("workers.tenure", week, n) ** 2
    years = w.agency_weeks / WEEKS_IN_YEAR if covered else tenure
    post.filled = AGENCY if covered else EMPLOYED
    post.occupant = post.first_turn = 1
    post.first_post = n
    post.started = post.seated = week - int(years * WEEKS_IN_YEAR)
    earlier = w.first_experience * chance.uniform("workers.experience", week, n) ** 2
    post.experience = years + earlier
    later = w.first_age_range * chance.uniform("workers.age", week, n) ** 2
    post.age = w.first_age + post.experience + later
    post.talent = rates.casework[a].skill_spread * chance.normal("workers.talent", week, n)
    post.own_criterion = rates.decisions[a].worker_spread * chance.normal(
        "workers.criterion", week, n
    )
    post.training = 1.0
    post.load = 1.0


def between(rows: int, known: Rows[Worker] | None = None) -> Rows[Worker]:
    """Make rows for people between posts.

    known : rows that are filled already, which come first
    """
    made = seats(Worker, rows)
    for row in range(rows):
        made[row].leaves = made[row].shaken = NEVER
        made[row].sick_until = made[row].suspended_until = NEVER
        made[row].fte = 1.0
    if known is not None:
        cast(Any, made.table)[: len(known)] = known
    return made.table


def room_between(councils_: Rows[Council]) -> int:
    """Give the rows for people between posts that a world begins with."""
    table = Views(councils_)
    return int(np.ceil(BETWEEN * sum(table[a].all_posts for a in range(len(table)))))


def markets(councils_: Rows[Council], rates: Rates) -> Rows[Market]:
    """Make the labour markets: one for all, and one for each authority should it be alone."""
    table = Views(councils_)
    posts = [table[a].all_posts for a in range(len(table))]
    made = seats(Market, len(table))
    shared = rates.couplings[0].labour_market == 1.0
    rest = max(0.0, rates.media[0].england_authorities / len(table) - 1.0) if shared else 0.0
    for a in range(len(table)):
        made[a].posts = sum(posts) * (1.0 + rest) if shared else posts[a]
        interpreted(fill_courses)(made[a], rates.market[a])
    return made.table
