"""Load, blame and poor support become strain; strain becomes sickness; both fade."""

from math import exp, floor, log, sqrt

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.compiled import compiled
from sim.measures.counters import index
from sim.parameters.loops import Loops
from sim.parameters.management import Management
from sim.parameters.media import Media
from sim.parameters.workforce import Workforce
from sim.rules.culture import blame_on_staff, fear_beyond
from sim.rules.harm import weekly_chance
from sim.state.organisation import Council, Team
from sim.state.tables import Tally
from sim.state.worker import TEAM_MANAGER, WITH_CASES, Worker

STRESS_BEGAN, STRESS_ENDED = index("stress_began"), index("stress_ended")
FIRST_YEAR = 1.0


@compiled
def power(base: float, exponent: float) -> float:
    """Raise a positive number, the same way in both lives."""
    return exp(exponent * log(base))


@compiled
def supervision_sd(worker: Worker, team: Team, m: Management) -> float:
    """Quality of the supervision that somebody has, SD from the base year's; managers' is usual."""
    if worker.kind >= TEAM_MANAGER:
        return 0.0
    return (team.supervision - m.supervision_usual) / m.supervision_spread


@compiled
def fear_felt(worker: Worker, council: Council, media: Media) -> float:
    """Fear that a worker feels beyond the usual: the authority's and one's own, SD."""
    return fear_beyond(council, media) + worker.fear


@compiled
def newness(worker: Worker, w: Workforce) -> float:
    """How new full cases are: 1 when the first year's protection ends, then less and less."""
    if worker.experience < FIRST_YEAR or worker.kind != WITH_CASES:
        return 0.0
    return exp(-(worker.experience - FIRST_YEAR) / w.newness_years)


@compiled
def cases_beyond(worker: Worker, w: Workforce) -> float:
    """Cases beyond the usual for each full-time case holder; none for who holds no cases."""
    return worker.held / worker.fte - w.usual_caseload if worker.kind == WITH_CASES else 0.0


@compiled
def be_shaken(worker: Worker, w: Workforce, m: Management, week: int) -> None:
    """Fear more after a serious incident in a family of one's own; it fades."""
    worker.fear *= exp(-1.0 / (w.fear_years * WEEKS_IN_YEAR))
    if worker.shaken == week:
        worker.fear += w.fear_of_incident * blame_on_staff(m)


@compiled
def feel(
    worker: Worker, team: Team, council: Council, w: Workforce, m: Management, media: Media,
    loops: Loops, noise: float,
) -> None:  # fmt: skip
    """Turn a week's load, fear and support into strain; it recovers slowly."""
    dt = 1.0 / WEEKS_IN_YEAR
    load = worker.load if worker.kind == WITH_CASES else 1.0
    inflow = w.strain_of_load * (load - 1.0)
    inflow += w.strain_of_newness * newness(worker, w)
    inflow += w.strain_of_fear * fear_felt(worker, council, media) * loops.blame_drives_exit
    inflow -= w.strain_of_supervision * supervision_sd(worker, team, m)
    jolt = w.strain_noise * sqrt(2.0 * dt / w.strain_years) * noise
    worker.strain += (inflow - worker.strain / w.strain_years) * dt + jolt


@compiled
def note_stress(worker: Worker, w: Workforce, tally: Tally, organisation: int) -> None:
    """Note, for the observer, that a worker has become stressed or has recovered."""
    if worker.stressed == 0 and worker.strain > w.stress_bar:
        worker.stressed = 1
        tally[organisation, STRESS_BEGAN] += worker.fte
    elif worker.stressed == 1 and worker.strain < w.stress_relief:
        worker.stressed = 0
        tally[organisation, STRESS_ENDED] += worker.fte


@compiled
def sickness(worker: Worker, w: Workforce, loops: Loops) -> float:
    """Yearly hazard that a spell of sickness begins."""
    hazard = w.sickness * power(w.sickness_strain, worker.strain * loops.strain_absence_load)
    return hazard * power(w.sickness_caseload, cases_beyond(worker, w))


@compiled
def fall_sick(
    worker: Worker, w: Workforce, loops: Loops, week: int, begins: float, lasts: float
) -> None:
    """Fall sick or not, and for how long.

    begins, lasts : uniform
    """
    if begins < weekly_chance(sickness(worker, w, loops)):
        length = 1 + floor(-log(1.0 - lasts) * (w.sickness_weeks - 0.5))
        worker.sick_until = week + 1 + int(length)  # this week has been worked
