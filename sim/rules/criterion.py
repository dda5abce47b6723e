"""Where the bar lies: what moves the criterion of a decision, and by how much."""

from typing import NamedTuple

from sim.kernel.compiled import arithmetic, compiled
from sim.parameters.decisions import Decisions
from sim.parameters.loops import Loops
from sim.parameters.management import Management
from sim.parameters.media import Media
from sim.rules.culture import fear_beyond
from sim.state.columns import NOBODY, Rows
from sim.state.organisation import Council, Team
from sim.state.worker import Worker

YEARS_OF_EXPERIENCE = 10.0


class Moved(NamedTuple):
    """How far a criterion lies from its base, SD, and why; upwards raises the bar.

    shift          : the sum, as decided with; the parts are for the observer
    enquiry_custom : moves the criterion of enquiries alone, and is no part of the sum
    """

    shift: float
    authority: float
    policy: float
    worker: float
    experience: float
    load: float
    fear: float
    norm: float
    enquiry_custom: float


@compiled
def by_fear(council: Council, p: Decisions, m: Media, loops: Loops) -> float:
    """Movement by fear, counted from its baseline mean: the base criteria hold in the base year.

    With the loop off only that mean is left.
    """
    return -p.fear_shift * fear_beyond(council, m) * loops.blame_lowers_thresholds


@compiled
def by_norm(council: Council, loops: Loops) -> float:
    """Movement by norms, which drift slowly."""
    return -council.norm * loops.blame_lowers_thresholds


@arithmetic
def by_experience(experience: float, rise: float) -> float:
    """Movement by a worker's years in the profession.

    rise : of the criterion by ten years' experience, SD
    """
    return rise * (min(1.0, experience / YEARS_OF_EXPERIENCE) - 0.5)


@compiled
def council_shift(council: Council, p: Decisions, m: Media, loops: Loops) -> float:
    """Movement of every criterion in an authority: lasting, by policy, by fear, by norms."""
    lasting = council.criterion_effect + p.criterion_change
    return lasting + by_norm(council, loops) + by_fear(council, p, m, loops)


@compiled
def by_own_fear(worker: Worker, p: Decisions, loops: Loops) -> float:
    """Movement by a worker's own fear, beyond that of the authority."""
    return -p.fear_shift * worker.fear * loops.blame_lowers_thresholds


@compiled
def by_worker(
    worker: Worker, team: Team, council: Council, p: Decisions, m: Management, media: Media,
    loops: Loops,
) -> float:  # fmt: skip
    """Movement by what is a worker's own, as far as signature and rules leave it.

    The better the supervision, the more of it a signature takes.
    """
    signed = min(1.0, p.manager_weight * team.supervision / m.supervision_usual)
    beyond = (council.rules - media.rules_usual) * loops.prescription_standardises
    alike = max(0.0, 1.0 - p.consistency_of_rules * beyond)
    return worker.own_criterion * (1.0 - signed) * alike


@compiled
def by_case_load(worker: Worker, p: Decisions, loops: Loops) -> float:
    """Movement by a worker's own load."""
    return p.load_shift * (worker.load - 1.0) * loops.capacity_brake


@compiled
def worker_shift(
    worker: Worker, team: Team, council: Council, p: Decisions, m: Management, media: Media,
    loops: Loops,
) -> float:  # fmt: skip
    """Movement of one worker's criterion, after the signature: own, experience, load, fear."""
    own = by_worker(worker, team, council, p, m, media, loops)
    own += by_experience(worker.experience, p.experience_shift)
    return own + by_case_load(worker, p, loops) + by_own_fear(worker, p, loops)


@compiled
def moved(
    council: Council, workers: Rows[Worker], post: int, p: Decisions, m: Media, loops: Loops
) -> Moved:
    """Give how far the criteria of whoever holds a case are moved, part by part."""
    shift, own, experience, load = council.shift, 0.0, 0.0, 0.0
    fear = by_fear(council, p, m, loops)
    if post != NOBODY:
        worker = workers[post]
        shift += worker.shift
        experience = by_experience(worker.experience, p.experience_shift)
        load = by_case_load(worker, p, loops)
        afraid = by_own_fear(worker, p, loops)
        own = worker.shift - experience - load - afraid
        fear += afraid
    return Moved(
        shift, council.criterion_effect, p.criterion_change, own, experience, load, fear,
        by_norm(council, loops), council.enquiry_custom,
    )  # fmt: skip


@compiled
def of_enquiries(why: Moved) -> Moved:
    """Give how far the criterion of enquiries is moved: by this year's custom, too."""
    return Moved(
        why.shift + why.enquiry_custom, why.authority + why.enquiry_custom, why.policy, why.worker,
        why.experience, why.load, why.fear, why.norm, 0.0,
    )  # fmt: skip


@compiled
def unmoved() -> Moved:
    """Give a criterion that nothing moves: the court's."""
    return Moved(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
