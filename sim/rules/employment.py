"""A case holder's working life: strain, sickness, exit, departure."""

from math import exp, floor, log, sqrt
from typing import NamedTuple

import numpy as np

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.chance import normal_quantile, paired, uniform
from sim.kernel.compiled import compiled
from sim.measures.counters import index
from sim.parameters.casework import Casework
from sim.parameters.loops import Loops
from sim.parameters.management import Management
from sim.parameters.media import Media
from sim.parameters.workforce import Workforce
from sim.rules.harm import weekly_chance
from sim.rules.lists import note
from sim.state.columns import NEVER
from sim.state.organisation import Council, Team
from sim.state.tables import Tally
from sim.state.trace import Book
from sim.state.worker import AGENCY, EMPLOYED, VACANT, Worker

PROFESSION, AUTHORITY, TO_AGENCY, PROMOTED, ASSIGNMENT_ENDED = 1, 2, 3, 4, 5
DESTINATIONS = ("", "profession", "another authority", "agency", "promoted", "assignment ended")
JOB_COLUMNS = ("authority", "number", "started", "stopped", "ended_by", "newly_qualified", "agency")
SICK, CONTRACTED = index("days_sick"), index("days_contracted")
LEAVERS, LEAVERS_UNDER_5 = index("leavers"), index("leavers_under_5")
TO_PROFESSION = index("leavers_profession")
TO_AUTHORITY, TO_AGENCIES = index("leavers_authority"), index("leavers_agency")
DAYS = 5.0
OLD, EARLY_YEARS, HALF_YEAR = 60.0, 3.0, 26


class EmploymentLuck(NamedTuple):
    """What is drawn in a week of a working life."""

    strain: np.uint64
    sick: np.uint64
    length: np.uint64
    exit: np.uint64
    destination: np.uint64


@compiled
def luck_number(worker: Worker) -> int:
    """Give the number by which a person draws: the post's number and who holds it."""
    return paired(worker.number, worker.occupant)


@compiled
def tenure_factor(years: float, w: Workforce) -> float:
    """Exit by time in the authority."""
    if years < 1.0:
        return w.tenure_first
    if years < 2.0:
        return w.tenure_second
    if years < 5.0:
        return w.tenure_to_five
    return w.tenure_to_ten if years < 10.0 else w.tenure_over_ten


@compiled
def power(base: float, exponent: float) -> float:
    """Raise a positive number, the same way in both lives."""
    return exp(exponent * log(base))


@compiled
def supervision_sd(team: Team, m: Management) -> float:
    """Quality of supervision in SD from the base year's."""
    return (team.supervision - m.supervision_usual) / m.supervision_spread


@compiled
def fear_beyond(council: Council, media: Media) -> float:
    """Fear beyond its baseline mean, SD."""
    return council.fear - media.fear_of_blame * media.background_blame


@compiled
def relative_pay(w: Workforce) -> float:
    """Pay against the usual rate."""
    return 1.0 + w.pay_supplement


@compiled
def exit_hazard(
    worker: Worker, team: Team, council: Council, w: Workforce, m: Management, media: Media,
    loops: Loops, week: int,
) -> float:  # fmt: skip
    """Yearly hazard that an employed worker gives notice."""
    years = (week - worker.started) / WEEKS_IN_YEAR
    hazard = w.exit_hazard * tenure_factor(years, w)
    if worker.age >= OLD:
        hazard *= w.age_over_60
    hazard *= power(w.exit_strain, worker.strain * loops.strain_absence_load)
    hazard *= power(w.exit_supervision, supervision_sd(team, m))
    hazard *= power(w.exit_blame, fear_beyond(council, media) * loops.blame_drives_exit)
    hazard *= power(relative_pay(w), w.exit_pay)
    hazard *= power(w.exit_caseload, worker.held - w.usual_caseload)
    if week - team.last_exit <= HALF_YEAR and loops.exits_spread > 0.0:
        hazard *= w.exit_peer
    return hazard * exp(council.exit_effect + council.year_effect)


@compiled
def destination_of(u: float, experience: float, w: Workforce) -> int:
    """Where a leaver goes."""
    profession = w.exit_profession_early if experience < EARLY_YEARS else w.exit_profession
    if u < profession:
        return PROFESSION
    agency = w.exit_agency * (1.0 - w.agency_rules * w.agency_rules_effect)
    return TO_AGENCY if u < profession + agency else AUTHORITY


@compiled
def feel(
    worker: Worker,
    team: Team,
    council: Council,
    w: Workforce,
    m: Management,
    media: Media,
    loops: Loops,
    noise: float,
) -> None:
    """Turn a week's load, fear and support into strain; it recovers slowly."""
    dt = 1.0 / WEEKS_IN_YEAR
    inflow = w.strain_of_load * (worker.load - 1.0)
    inflow += w.strain_of_fear * fear_beyond(council, media) * loops.blame_drives_exit
    inflow -= w.strain_of_supervision * supervision_sd(team, m)
    jolt = w.strain_noise * sqrt(2.0 * dt / w.strain_years) * noise
    worker.strain += (inflow - worker.strain / w.strain_years) * dt + jolt


@compiled
def fall_sick(
    worker: Worker, w: Workforce, loops: Loops, week: int, n: int, luck: EmploymentLuck
) -> None:
    """Fall sick or not, and for how long."""
    hazard = w.sickness * power(w.sickness_strain, worker.strain * loops.strain_absence_load)
    hazard *= power(w.sickness_caseload, worker.held - w.usual_caseload)
    if uniform(luck.sick, n) < weekly_chance(hazard):
        length = 1 + floor(-log(1.0 - uniform(luck.length, n)) * (w.sickness_weeks - 0.5))
        worker.sick_until = week + int(length)


@compiled
def depart(
    worker: Worker, team: Team, week: int, jobs: Book, tally: Tally, organisation: int
) -> None:
    """Leave the post; it stays, vacant, with its number."""
    under_5 = week - worker.started < 5.0 * WEEKS_IN_YEAR
    if worker.filled == EMPLOYED and worker.leaves_for != PROMOTED:
        tally[organisation, LEAVERS] += 1.0
        team.last_exit = week
        if under_5:
            tally[organisation, LEAVERS_UNDER_5] += 1.0
        if worker.leaves_for == PROFESSION:
            tally[organisation, TO_PROFESSION] += 1.0
        elif worker.leaves_for == AUTHORITY:
            tally[organisation, TO_AUTHORITY] += 1.0
        else:
            tally[organisation, TO_AGENCIES] += 1.0
    write_job(worker, week, jobs)
    worker.filled = VACANT
    worker.leaves = NEVER
    worker.sick_until = NEVER
    worker.supply = 0.0


@compiled
def write_job(worker: Worker, week: int, jobs: Book) -> None:
    """Write a job's row: JOB_COLUMNS."""
    note(
        jobs,
        (
            float(worker.authority), float(luck_number(worker)), float(worker.started), float(week),
            float(worker.leaves_for), float(worker.newly_qualified),
            1.0 if worker.filled == AGENCY else 0.0,
        ),
    )  # fmt: skip


@compiled
def give_notice(
    worker: Worker, hazard: float, w: Workforce, week: int, n: int, luck: EmploymentLuck
) -> None:
    """Give notice or not, and for which destination; a promotion competes."""
    u = uniform(luck.exit, n)
    leaving = weekly_chance(hazard)
    if u < leaving:
        worker.leaves_for = destination_of(uniform(luck.destination, n), worker.experience, w)
        worker.leaves = week + int(w.notice_weeks)
    elif u < leaving + weekly_chance(w.promoted) and worker.experience > w.promoted_from_years:
        worker.leaves_for = PROMOTED
        worker.leaves = week + int(w.notice_weeks)


@compiled
def live_week(
    worker: Worker, team: Team, council: Council, week: int, w: Workforce, c: Casework,
    m: Management, media: Media, loops: Loops, luck: EmploymentLuck, jobs: Book, tally: Tally,
    organisation: int,
) -> None:  # fmt: skip
    """Live one week of a working life."""
    if worker.filled == VACANT:
        return
    n = luck_number(worker)
    worker.experience += 1.0 / WEEKS_IN_YEAR
    worker.age += 1.0 / WEEKS_IN_YEAR
    worker.training += (c.training_hours / c.training_usual_hours - worker.training) / (
        c.training_years * WEEKS_IN_YEAR
    )
    if worker.filled == EMPLOYED:
        tally[organisation, CONTRACTED] += DAYS
        if week < worker.sick_until:
            tally[organisation, SICK] += DAYS
    feel(worker, team, council, w, m, media, loops, normal_quantile(uniform(luck.strain, n)))
    if week >= worker.sick_until:
        fall_sick(worker, w, loops, week, n, luck)
    if worker.leaves == NEVER and worker.filled == EMPLOYED:
        hazard = exit_hazard(worker, team, council, w, m, media, loops, week)
        give_notice(worker, hazard, w, week, n, luck)
    elif worker.leaves == NEVER and uniform(luck.exit, n) < 1.0 / w.agency_weeks:
        worker.leaves_for = ASSIGNMENT_ENDED
        worker.leaves = week + int(w.agency_notice_weeks)
    elif worker.leaves > NEVER and week >= worker.leaves:
        depart(worker, team, week, jobs, tally, organisation)
