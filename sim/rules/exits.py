"""Why people leave, where they go, and how they part: competing risks, notice, departure."""

from math import exp

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.compiled import compiled
from sim.measures.counters import index
from sim.parameters.loops import Loops
from sim.parameters.management import Management
from sim.parameters.media import Media
from sim.parameters.workforce import Workforce
from sim.rules.harm import weekly_chance
from sim.rules.lists import note
from sim.rules.people import luck_number, vacate
from sim.rules.strain import cases_beyond, fear_felt, power, supervision_sd
from sim.state.columns import NEVER
from sim.state.organisation import Council, Team
from sim.state.tables import Tally
from sim.state.trace import Book
from sim.state.worker import (
    AGENCY,
    EMPLOYED,
    SERVICE_MANAGER,
    TEAM_MANAGER,
    WITH_CASES,
    WITHOUT_CASES,
    Worker,
)

PROFESSION, RETIRED, AUTHORITY, TO_AGENCY, PROMOTED, ASSIGNMENT_ENDED = 1, 2, 3, 4, 5, 6
DESTINATIONS = (
    "", "profession", "retired", "another authority", "agency", "promoted", "assignment ended",
)  # fmt: skip
JOB_GRADES = (
    "social worker", "without cases", "team manager", "service manager", "senior practitioner",
)  # fmt: skip
SENIOR = len(JOB_GRADES) - 1
JOB_COLUMNS = (
    "authority", "person", "grade", "started", "stopped", "ended_by", "newly_qualified", "agency",
    "fte", "experience", "age", "came_from",
)  # fmt: skip
LEAVERS, LEAVERS_UNDER_5 = index("leavers"), index("leavers_under_5")
LEFT_FOR = (
    0, index("leavers_profession"), index("leavers_retired"), index("leavers_authority"),
    index("leavers_agency"),
)  # fmt: skip
MOVED_BEYOND = index("promoted")
OLD, EARLY_YEARS, HALF_YEAR = 60.0, 3.0, 26


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
def relative_pay(w: Workforce) -> float:
    """Pay against the usual rate."""
    return 1.0 + w.pay_supplement


@compiled
def usual_exit(worker: Worker, w: Workforce, m: Management) -> float:
    """Yearly hazard by kind of post, before anything that moves it."""
    if worker.kind in (TEAM_MANAGER, SERVICE_MANAGER):
        return m.manager_exit
    return w.exit_hazard * (w.exit_without_cases if worker.kind == WITHOUT_CASES else 1.0)


@compiled
def exit_hazard(
    worker: Worker, team: Team, council: Council, w: Workforce, m: Management, media: Media,
    loops: Loops, week: int,
) -> float:  # fmt: skip
    """Yearly hazard that an employed worker gives notice, retirement by age aside."""
    years = (week - worker.started) / WEEKS_IN_YEAR
    hazard = usual_exit(worker, w, m) * tenure_factor(years, w)
    if worker.age >= OLD:
        hazard *= w.age_over_60
    hazard *= power(w.exit_strain, worker.strain * loops.strain_absence_load)
    hazard *= power(w.exit_supervision, supervision_sd(worker, team, m))
    hazard *= power(w.exit_blame, fear_felt(worker, council, media) * loops.blame_drives_exit)
    ruled = (council.rules - media.rules_usual) * loops.inexperience_calls_rules
    hazard *= power(w.exit_rules, ruled)
    hazard *= exp(-w.exit_of_name * council.reputation * loops.grade_workforce_spiral)
    hazard *= power(relative_pay(w), w.exit_pay)
    hazard *= power(w.exit_caseload, cases_beyond(worker, w))
    if worker.kind == WITH_CASES and week - team.last_exit <= HALF_YEAR:
        hazard *= power(w.exit_peer, loops.exits_spread)
    return hazard * exp(council.exit_effect + council.year_effect)


@compiled
def destination_of(u: float, worker: Worker, w: Workforce) -> int:
    """Where a leaver goes; who leaves the profession when old has retired."""
    early = worker.experience < EARLY_YEARS
    profession = w.exit_profession_early if early else w.exit_profession
    if u < profession:
        return RETIRED if worker.age >= OLD else PROFESSION
    agency = w.exit_agency * (1.0 - w.agency_rules * w.agency_rules_effect)
    return TO_AGENCY if u < profession + agency else AUTHORITY


@compiled
def give_notice(
    worker: Worker, hazard: float, w: Workforce, week: int, u: float, where: float
) -> None:
    """Give notice or not, and for which destination; retirement by age competes.

    u, where : uniform
    """
    leaving = weekly_chance(hazard)
    retiring = weekly_chance(w.retirement) if worker.age >= w.pension_age else 0.0
    if u < leaving:
        worker.leaves_for = destination_of(where, worker, w)
        worker.leaves = week + int(w.notice_weeks)
    elif u < leaving + retiring:
        worker.leaves_for = RETIRED
        worker.leaves = week + int(w.notice_weeks)


@compiled
def output_in_notice(worker: Worker, w: Workforce, week: int) -> float:
    """Output against the usual: it falls evenly as notice runs, and is whole without notice."""
    if worker.leaves == NEVER or worker.filled != EMPLOYED:
        return 1.0
    run = 1.0 - (worker.leaves - week) / max(1.0, w.notice_weeks)
    return 1.0 - 2.0 * (1.0 - w.notice_output) * min(1.0, max(0.0, run))


@compiled
def count_leaver(worker: Worker, week: int, tally: Tally, organisation: int) -> None:
    """Count whoever leaves the authority's employment, as the census does."""
    tally[organisation, LEAVERS] += worker.fte
    tally[organisation, LEFT_FOR[worker.leaves_for]] += worker.fte
    if week - worker.started < 5.0 * WEEKS_IN_YEAR:
        tally[organisation, LEAVERS_UNDER_5] += worker.fte


@compiled
def depart(
    worker: Worker, team: Team, week: int, jobs: Book, tally: Tally, organisation: int
) -> None:
    """Leave the post; it stays, vacant, with its number."""
    if worker.filled == EMPLOYED and worker.leaves_for != PROMOTED:
        count_leaver(worker, week, tally, organisation)
        if worker.kind == WITH_CASES:
            team.last_exit = week
    elif worker.filled == EMPLOYED:
        tally[organisation, MOVED_BEYOND] += worker.fte
    write_job(worker, week, week, jobs)
    vacate(worker)


@compiled
def grade_of(worker: Worker) -> int:
    """Give a person's grade, as a place in JOB_GRADES."""
    return SENIOR if worker.senior and worker.kind == 0 else worker.kind


@compiled
def write_job(worker: Worker, week: int, stopped: int, jobs: Book) -> None:
    """Write a job's row: JOB_COLUMNS; experience and age as they were when it began.

    week    : the last that was lived
    stopped : the same, NOBODY if the job goes on
    """
    years = (week - worker.started) / WEEKS_IN_YEAR
    note(
        jobs,
        (
            float(worker.authority), float(luck_number(worker)), float(grade_of(worker)),
            float(worker.started), float(stopped), float(worker.leaves_for),
            float(worker.newly_qualified), 1.0 if worker.filled == AGENCY else 0.0, worker.fte,
            worker.experience - years, worker.age - years, float(worker.came_from),
        ),
    )  # fmt: skip
