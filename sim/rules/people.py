"""People: who they are, which goes along from post to post, and how a new one is made."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.kernel.chance import normal_quantile, paired, uniform
from sim.kernel.compiled import compiled
from sim.parameters.casework import Casework
from sim.parameters.decisions import Decisions
from sim.parameters.management import Management
from sim.parameters.workforce import Workforce
from sim.state.columns import NEVER, Rows
from sim.state.worker import EMPLOYED, VACANT, Worker

IN_POST, FIRST_POST, FROM_AUTHORITY, RETURNED, FROM_AGENCY = 0, 1, 2, 3, 4
ORIGINS = ("in post", "first post", "another authority", "returned", "agency")


class BirthLuck(NamedTuple):
    """What is drawn once for each person."""

    talent: np.uint64
    criterion: np.uint64
    years: np.uint64
    late: np.uint64


class SearchLuck(NamedTuple):
    """What is drawn in a week for whoever looks for a post."""

    found: np.uint64
    near: np.uint64
    where: np.uint64
    kind: np.uint64


class Made(NamedTuple):
    """What a person is made and seated by: this week, luck, and the numbers of the authority."""

    week: int
    birth: BirthLuck
    search: SearchLuck
    w: Workforce
    c: Casework
    d: Decisions


@compiled
def luck_number(worker: Worker) -> int:
    """Give the number by which a person draws: its own, wherever it works."""
    return paired(worker.first_post, worker.first_turn)


@compiled
def in_first_year(worker: Worker) -> bool:
    """Whether a worker is in the assessed and supported first year in practice."""
    return bool(worker.newly_qualified and worker.experience < 1.0)


@compiled
def share_of_supervision(worker: Worker, m: Management) -> float:
    """Supervision that somebody with cases takes, against others: the newly qualified more."""
    return m.newly_qualified_supervision if in_first_year(worker) else 1.0


@compiled
def in_weeks_order(people: Rows[Worker], key: np.uint64) -> NDArray[np.int64]:
    """Give the rows of those who stand between posts, in an order drawn from their own numbers.

    So it is the same whichever rows they stand in, and whoever else stands there.
    """
    rows = np.zeros(len(people), np.int64)
    drawn = np.zeros(len(people))
    many = 0
    for row in range(len(people)):
        if people[row].filled != VACANT:
            rows[many], drawn[many] = row, uniform(key, luck_number(people[row]))
            many += 1
    return rows[:many][np.argsort(drawn[:many], kind="mergesort")]


@compiled
def seat(worker: Worker, how: int, week: int) -> None:
    """Let somebody take a post, as EMPLOYED or AGENCY, or stand between posts."""
    worker.filled = how
    worker.seated = week
    worker.occupant += 1
    worker.leaves = NEVER
    worker.leaves_for = 0
    worker.load = 1.0


@compiled
def be_numbered(worker: Worker, post: int, turn: int) -> None:
    """Give a new person its permanent number: a post, and how many have held it."""
    worker.first_post, worker.first_turn = post, turn


@compiled
def be_born(worker: Worker, years: float, came_from: int, made: Made) -> None:
    """Make a person, who has a number already, in the row it sits in.

    years : mean experience of those who come this way; 0 for the newly qualified
    """
    n = luck_number(worker)
    luck, w = made.birth, made.w
    worker.came_from = came_from
    worker.experience = years * (0.5 + uniform(luck.years, n))
    worker.newly_qualified = 1 if came_from == FIRST_POST else 0
    worker.senior = 0
    worker.started = made.week
    late = w.starting_age_range * uniform(luck.late, n) ** 2
    worker.age = w.starting_age + worker.experience + late
    worker.talent = made.c.skill_spread * normal_quantile(uniform(luck.talent, n))
    worker.own_criterion = made.d.worker_spread * normal_quantile(uniform(luck.criterion, n))
    worker.strain = 0.0
    worker.stressed = 0
    worker.fear = 0.0
    worker.shaken = NEVER
    worker.training = 1.0
    worker.sick_until = NEVER
    worker.suspended_until = NEVER


@compiled
def take_along(there: Worker, here: Worker) -> None:
    """Carry a person from one row to another."""
    there.first_post, there.first_turn = here.first_post, here.first_turn
    there.came_from, there.newly_qualified = here.came_from, here.newly_qualified
    there.senior, there.started = here.senior, here.started
    there.experience, there.age = here.experience, here.age
    there.talent, there.own_criterion = here.talent, here.own_criterion
    there.strain, there.stressed = here.strain, here.stressed
    there.fear, there.shaken = here.fear, here.shaken
    there.training, there.sick_until = here.training, here.sick_until
    there.suspended_until = here.suspended_until


@compiled
def begin_here(worker: Worker, came_from: int, week: int) -> None:
    """Begin anew in another authority, or on other terms: tenure counts from here."""
    worker.started = week
    worker.came_from = came_from
    worker.newly_qualified = 0
    worker.suspended_until = NEVER


@compiled
def vacate(worker: Worker) -> None:
    """Leave a row empty; it keeps its number."""
    worker.filled = VACANT
    worker.leaves = NEVER
    worker.leaves_for = 0
    worker.sick_until = NEVER
    worker.suspended_until = NEVER
    worker.supply = 0.0


@compiled
def move(there: Worker, here: Worker, week: int) -> None:
    """Move a permanent member of staff to another post of the same authority."""
    take_along(there, here)
    seat(there, EMPLOYED, week)
    vacate(here)
