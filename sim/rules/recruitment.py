"""Who comes: hires that supply limits, and agency workers who cover."""

from math import exp, log
from typing import NamedTuple

import numpy as np

from sim.kernel.calendar import OCTOBER, SEPTEMBER, WEEKS_IN_YEAR
from sim.kernel.chance import normal_quantile, uniform
from sim.kernel.compiled import compiled
from sim.measures.counters import index
from sim.parameters.casework import Casework
from sim.parameters.decisions import Decisions
from sim.parameters.loops import Loops
from sim.parameters.workforce import Workforce
from sim.rules.employment import ASSIGNMENT_ENDED, luck_number, relative_pay, write_job
from sim.state.columns import NEVER, NOBODY, Rows
from sim.state.organisation import Council
from sim.state.tables import Tally
from sim.state.trace import Book
from sim.state.worker import AGENCY, EMPLOYED, VACANT, Worker

STARTERS, NEWLY_QUALIFIED = index("starters"), index("starters_newly_qualified")
AUTUMN = (SEPTEMBER, OCTOBER)
MONTHS = 12


class PersonLuck(NamedTuple):
    """What is drawn for a person who comes."""

    talent: np.uint64
    criterion: np.uint64
    years: np.uint64
    late: np.uint64


class Staff(NamedTuple):
    """An authority's posts and people, counted."""

    posts: float
    vacancies: float  # posts without a permanent holder
    employed: float
    agency: float
    beyond: float  # agency workers in no funded post


@compiled
def count_staff(council: Council, workers: Rows[Worker]) -> Staff:
    """Count an authority's posts and people."""
    posts, vacancies, employed, agency, beyond = 0.0, 0.0, 0.0, 0.0, 0.0
    for row in range(council.first_worker, council.end_worker):
        worker = workers[row]
        employed += 1.0 if worker.filled == EMPLOYED else 0.0
        agency += 1.0 if worker.filled == AGENCY else 0.0
        beyond += 1.0 if worker.extra and worker.filled == AGENCY else 0.0
        if worker.open:
            posts += 1.0
            vacancies += 1.0 if worker.filled != EMPLOYED else 0.0
    return Staff(posts, vacancies, employed, agency, beyond)


@compiled
def find_place(council: Council, workers: Rows[Worker], extra: int, filled: int) -> int:
    """Find an authority's first place of a kind, NOBODY if there is none.

    extra  : 1 for places beyond the posts, which only agency workers take; 0 for funded posts
    filled : how it is held now
    """
    for row in range(council.first_worker, council.end_worker):
        worker = workers[row]
        offered = worker.extra == 1 if extra else worker.open == 1
        if offered and worker.filled == filled:
            return row
    return NOBODY


@compiled
def hires_a_week(
    council: Council, posts: float, vacancies: float, w: Workforce, loops: Loops
) -> float:
    """People whom an authority would hire in a week: moved little by vacancies, more by name.

    posts, vacancies : funded posts, and those without a permanent holder
    """
    if vacancies <= 0.0:
        return 0.0
    wanting = exp(w.hires_vacancy * log(vacancies / posts / w.usual_vacancy))
    name = exp(w.hires_reputation * council.reputation * loops.grade_workforce_spiral)
    name *= exp(w.recognition * w.recognition_gain)
    pay = exp(w.hires_pay * log(relative_pay(w)))
    return min(vacancies, w.hires * posts * wanting * name * pay / WEEKS_IN_YEAR)


@compiled
def qualified_a_week(hires: float, posts: float, season: float, w: Workforce) -> float:
    """Newly qualified who would come in a week: of usual hires, and of further trainees."""
    return hires * w.newly_qualified * season + further_trainees(posts, w) * season


@compiled
def further_trainees(posts: float, w: Workforce) -> float:
    """Further trainees who finish in a week, spread over the year."""
    return w.extra_trainees * posts / WEEKS_IN_YEAR


@compiled
def season_of(month: int, autumn_share: float) -> float:
    """How many of the newly qualified start in a month, against an even spread."""
    if month in AUTUMN:
        return autumn_share * MONTHS / len(AUTUMN)
    return (1.0 - autumn_share) * MONTHS / (MONTHS - len(AUTUMN))


@compiled
def agency_a_week(staff: float, vacancies: float, agency: float, w: Workforce) -> float:
    """Agency workers who come in a week: to replace, and slowly towards what is wanted."""
    wanted = (w.agency_base * staff + w.agency_cover * vacancies) * w.agency_limit
    missing = max(0.0, wanted - agency)
    replaced = min(agency, wanted) / (w.agency_weeks + w.agency_notice_weeks)
    return replaced + w.agency_speed * missing / WEEKS_IN_YEAR


@compiled
def join(
    worker: Worker, how: int, years: float, late: float, talent: float, own: float, week: int,
    w: Workforce, c: Casework, d: Decisions,
) -> None:  # fmt: skip
    """Put a person into a post.

    how   : EMPLOYED or AGENCY
    years : experience in the profession
    late  : how late in life it began, 0 to 1
    """
    worker.filled = how
    worker.occupant += 1
    worker.started = week
    worker.experience = years
    worker.newly_qualified = 1 if how == EMPLOYED and years <= 0.0 else 0
    worker.age = w.starting_age + years + w.starting_age_range * late
    worker.talent = c.skill_spread * talent
    worker.own_criterion = d.worker_spread * own
    worker.strain = 0.0
    worker.training = 1.0
    worker.sick_until = NEVER
    worker.leaves = NEVER
    worker.leaves_for = 0
    worker.load = 1.0


@compiled
def seat(
    worker: Worker, how: int, years: float, week: int, w: Workforce, c: Casework, d: Decisions,
    luck: PersonLuck, jobs: Book,
) -> None:  # fmt: skip
    """Seat one person, with the luck of the post and of who holds it.

    years : mean experience of those who come this way
    """
    if worker.filled == AGENCY:
        worker.leaves_for = ASSIGNMENT_ENDED
        write_job(worker, week, jobs)
    n = luck_number(worker)
    drawn = years * (0.5 + uniform(luck.years, n))
    talent = normal_quantile(uniform(luck.talent, n))
    own = normal_quantile(uniform(luck.criterion, n))
    join(worker, how, drawn, uniform(luck.late, n), talent, own, week, w, c, d)


@compiled
def welcome(
    council: Council, workers: Rows[Worker], people: int, years: float, week: int, w: Workforce,
    c: Casework, d: Decisions, luck: PersonLuck, jobs: Book, tally: Tally, organisation: int,
) -> None:  # fmt: skip
    """Put new permanent staff into vacant posts, uncovered ones first.

    years : mean experience; 0 for the newly qualified
    """
    for _ in range(people):
        row = find_place(council, workers, 0, VACANT)
        if row == NOBODY:
            row = find_place(council, workers, 0, AGENCY)
        if row == NOBODY:
            return
        seat(workers[row], EMPLOYED, years, week, w, c, d, luck, jobs)
        tally[organisation, STARTERS] += 1.0
        tally[organisation, NEWLY_QUALIFIED] += 1.0 if years == 0.0 else 0.0


@compiled
def cover(
    council: Council, workers: Rows[Worker], people: int, week: int, w: Workforce, c: Casework,
    d: Decisions, luck: PersonLuck, jobs: Book,
) -> None:  # fmt: skip
    """Let agency workers come, to vacant posts and a few beyond them."""
    for _ in range(people):
        staff = count_staff(council, workers)
        beyond = find_place(council, workers, 1, VACANT)
        empty = find_place(council, workers, 0, VACANT)
        spare = staff.beyond < w.agency_base * staff.employed
        row = beyond if beyond != NOBODY and (spare or empty == NOBODY) else empty
        if row == NOBODY:
            return
        seat(workers[row], AGENCY, w.agency_years, week, w, c, d, luck, jobs)
