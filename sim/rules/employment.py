"""A working life, week by week: strain, sickness, growing into the work, notice, departure."""

from typing import NamedTuple

import numpy as np

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.chance import normal_quantile, uniform
from sim.kernel.compiled import compiled
from sim.measures.counters import index
from sim.parameters.casework import Casework
from sim.parameters.loops import Loops
from sim.parameters.management import Management
from sim.parameters.media import Media
from sim.parameters.workforce import Workforce
from sim.rules.exits import ASSIGNMENT_ENDED, exit_hazard, give_notice
from sim.rules.harm import weekly_chance
from sim.rules.people import luck_number
from sim.rules.strain import be_shaken, fall_sick, feel, note_stress, supervision_sd
from sim.state.columns import NEVER
from sim.state.organisation import Council, Team
from sim.state.tables import Tally
from sim.state.worker import EMPLOYED, VACANT, WITH_CASES, Worker

SICK, CONTRACTED = index("days_sick"), index("days_contracted")
DAYS = 5.0


class EmploymentLuck(NamedTuple):
    """What is drawn in a week of a working life."""

    strain: np.uint64
    sick: np.uint64
    length: np.uint64
    exit: np.uint64
    destination: np.uint64
    senior: np.uint64
    inside: np.uint64
    merit: np.uint64
    appointing: np.uint64


@compiled
def learn(worker: Worker, supervised: float, w: Workforce, c: Casework, u: float) -> None:
    """Grow older and more experienced, keep trained, and become a senior practitioner or not.

    supervised : quality of supervision, SD from the base year's; it trains, too
    u          : uniform
    """
    worker.experience += 1.0 / WEEKS_IN_YEAR
    worker.age += 1.0 / WEEKS_IN_YEAR
    kept = c.training_hours / c.training_usual_hours + c.training_of_supervision * supervised
    missing = kept - worker.training
    worker.training += missing / (c.training_years * WEEKS_IN_YEAR)
    may = worker.kind == WITH_CASES and worker.experience >= w.senior_years
    if may and worker.filled == EMPLOYED and u < weekly_chance(w.senior):
        worker.senior = 1


@compiled
def count_days(worker: Worker, week: int, tally: Tally, organisation: int) -> None:
    """Count the working days of permanent staff, and those lost to sickness."""
    if worker.filled == EMPLOYED:
        tally[organisation, CONTRACTED] += DAYS * worker.fte
        if week < worker.sick_until:
            tally[organisation, SICK] += DAYS * worker.fte


@compiled
def live_week(
    worker: Worker, team: Team, council: Council, week: int, w: Workforce, c: Casework,
    m: Management, media: Media, loops: Loops, luck: EmploymentLuck, tally: Tally,
    organisation: int,
) -> None:  # fmt: skip
    """Live one week of a working life, up to giving notice."""
    if worker.filled == VACANT:
        return
    n = luck_number(worker)
    learn(worker, supervision_sd(worker, team, m), w, c, uniform(luck.senior, n))
    count_days(worker, week, tally, organisation)
    be_shaken(worker, w, m, week)
    feel(worker, team, council, w, m, media, loops, normal_quantile(uniform(luck.strain, n)))
    if worker.filled == EMPLOYED:
        note_stress(worker, w, tally, organisation)
    if week >= worker.sick_until:
        fall_sick(worker, w, loops, week, uniform(luck.sick, n), uniform(luck.length, n))
    if worker.leaves > NEVER:
        return
    if worker.filled == EMPLOYED:
        hazard = exit_hazard(worker, team, council, w, m, media, loops, week)
        give_notice(worker, hazard, w, week, uniform(luck.exit, n), uniform(luck.destination, n))
    elif uniform(luck.exit, n) < 1.0 / w.agency_weeks:
        worker.leaves_for = ASSIGNMENT_ENDED
        worker.leaves = week + int(w.agency_notice_weeks)
