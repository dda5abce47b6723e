"""Who comes: hires that supply limits, and agency workers who cover."""

from math import exp, log

from sim.kernel.calendar import OCTOBER, SEPTEMBER, WEEKS_IN_YEAR
from sim.kernel.compiled import compiled
from sim.parameters.casework import Casework
from sim.parameters.decisions import Decisions
from sim.parameters.loops import Loops
from sim.parameters.workforce import Workforce
from sim.state.columns import NEVER
from sim.state.organisation import Council
from sim.state.worker import EMPLOYED, Worker

AUTUMN = (SEPTEMBER, OCTOBER)
MONTHS = 12


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
    pay = exp(w.hires_pay * log(1.0 + w.pay_supplement))
    return min(vacancies, w.hires * posts * wanting * name * pay / WEEKS_IN_YEAR)


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
