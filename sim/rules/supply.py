"""Supply: students in training, people out of the profession, and who draws them where."""

from math import exp, log
from typing import NamedTuple

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.compiled import compiled
from sim.parameters.loops import Loops
from sim.parameters.market import Market as Rates
from sim.parameters.workforce import Workforce
from sim.rules.exits import relative_pay
from sim.rules.posts import Staff
from sim.state.market import Market
from sim.state.organisation import Council

LEAST_VACANCY = LEAST_PULL = 0.01  # for logarithms


class Reach(NamedTuple):
    """How much draws people to all places of a market, or to those of one region.

    inside  : of the authorities that are simulated, each at its present pull
    outside : of the rest of England, at its usual pull
    posts   : of both, FTE
    """

    inside: float
    outside: float
    posts: float


@compiled
def pull_of(council: Council, staff: Staff, w: Workforce, p: Rates, loops: Loops) -> float:
    """How an authority draws people, against the base year: vacancies, name, recognition, pay."""
    if staff.vacancies <= 0.0:
        return 0.0
    vacancy = max(LEAST_VACANCY, staff.vacancies / max(1.0, staff.posts))
    log_pull = p.pull_of_vacancies * log(vacancy / w.usual_vacancy)
    log_pull += p.pull_of_name * council.reputation * loops.grade_workforce_spiral
    log_pull += w.recognition * w.recognition_gain
    return exp(log_pull + p.pull_of_pay * log(relative_pay(w)))


@compiled
def size_of(posts: float, p: Rates) -> float:
    """Weigh an authority's size among those who look for a post."""
    return exp(p.size_elasticity * log(max(1.0, posts)))


@compiled
def begin_year(market: Market, fear: float, alarm: float, p: Rates) -> None:
    """Let students move up a year in September, some qualify, and others begin.

    fear  : mean fear in the market's councils beyond its baseline mean, SD; the rest of England
            has none
    alarm : the same of the memory of publicised incidents: campaigns follow it
    """
    market.qualified += (market.degree_1 + market.masters_1 + market.fast) * p.completion
    market.degree_1, market.degree_2 = market.degree_2, market.degree_3
    market.masters_1 = market.masters_2
    more = p.intake_of_alarm * alarm - p.intake_of_fear * fear
    begin = students(market.posts, p) * max(0.0, 1.0 + more)
    enrol(market, begin * drawn_in(market, p), p)


@compiled
def enrol(market: Market, begin: float, p: Rates) -> None:
    """Put those who begin into the first year of each course."""
    market.degree_3 = begin * p.degree_share
    market.masters_2 = begin * p.masters_share
    market.fast = begin * (1.0 - p.degree_share - p.masters_share)


@compiled
def students(posts: float, p: Rates) -> float:
    """Students who begin in a usual year."""
    return p.supply * p.qualified * posts / p.completion


@compiled
def fill_courses(market: Market, p: Rates) -> None:
    """Put the usual number of students into every year, and people out of the profession."""
    enrol(market, students(market.posts, p), p)
    market.degree_1 = market.degree_2 = market.degree_3
    market.masters_1 = market.masters_2
    market.left = p.left * market.posts
    market.pull = 1.0


@compiled
def qualified_a_week(market: Market, p: Rates) -> float:
    """Newly qualified who find a first post in a week."""
    return market.qualified * (1.0 - exp(-1.0 / p.qualified_weeks))


@compiled
def drawn_in(market: Market, p: Rates) -> float:
    """How many more than usual come who would else do other work."""
    return exp((1.0 - p.rivalry) * log(max(LEAST_PULL, market.pull)))


@compiled
def returning_a_week(market: Market, p: Rates) -> float:
    """People out of the profession who come back in a week."""
    return p.returns * market.left * drawn_in(market, p) / WEEKS_IN_YEAR


@compiled
def others_a_week(market: Market, p: Rates) -> float:
    """People who come from abroad and from other social work in a week."""
    return p.supply * p.others * market.posts * drawn_in(market, p) / WEEKS_IN_YEAR


@compiled
def lose_touch(market: Market, outside: float, p: Rates) -> None:
    """Let some of those without a post turn to other work; the rest of England's leavers come.

    outside : posts of the rest of England
    """
    dt = 1.0 / WEEKS_IN_YEAR
    market.qualified *= exp(-p.qualified_lost * dt)
    usual = p.left * (p.returns + p.forgotten) * outside
    market.left += usual * dt - p.forgotten * market.left * dt


@compiled
def claim(pull: float, all_of: Reach, near: Reach, p: Rates) -> float:
    """Share of the people of a market who come to one authority.

    pull   : how the authority draws people, times what its size counts for
    all_of : of the whole market; near : of its region, as far as people look there alone
    """
    return drawn_from(near.posts / all_of.posts, 1.0, pull, all_of, near, p)


@compiled
def drawn_from(
    local: float, wide: float, pull: float, all_of: Reach, near: Reach, p: Rates
) -> float:
    """Draw an authority's part of people who look, some in its region alone and some anywhere.

    local, wide : how many there are, were all to look in the region or anywhere
    """
    there = near.inside + near.outside
    anywhere = all_of.inside + all_of.outside
    here = local * pull / there if there > 0.0 else 0.0
    far = wide * pull / anywhere if anywhere > 0.0 else 0.0
    return p.near_share * here + (1.0 - p.near_share) * far


@compiled
def train_here(council: Council, market: Market, w: Workforce, p: Rates) -> None:
    """Let further trainees qualify in September, and others begin.

    Those of last year who found no post here look for one everywhere.
    """
    market.qualified += council.qualified
    council.qualified = council.trainees * p.completion
    council.trainees = w.extra_trainees * council.posts


@compiled
def hours_for_trainees(council: Council, holders: float, w: Workforce) -> float:
    """Hours a week that each case holder gives to trainees on placement."""
    return w.trainee_hours * council.trainees / max(1.0, holders)
