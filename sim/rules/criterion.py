"""Where the bar lies: what moves the criterion of a decision, and by how much."""

from sim.kernel.compiled import compiled
from sim.parameters.decisions import Decisions
from sim.parameters.loops import Loops
from sim.parameters.media import Media
from sim.state.organisation import Council

YEARS_OF_EXPERIENCE = 10.0


@compiled
def council_shift(council: Council, p: Decisions, m: Media, loops: Loops) -> float:
    """Movement of every criterion in an authority: lasting, by norms, by fear, by policy.

    Fear counts from its baseline mean, so that the base criteria hold in the base year; with
    the loop off only that mean is left.
    """
    usual = m.fear_of_blame * m.background_blame
    fear = p.fear_shift * (council.fear - usual) * loops.blame_lowers_thresholds
    norm = council.norm * loops.blame_lowers_thresholds
    return council.criterion_effect + p.criterion_change - norm - fear


@compiled
def worker_shift(own: float, experience: float, load: float, p: Decisions) -> float:
    """Movement of one worker's criterion: own, by experience and by load, after the signature."""
    years = min(1.0, experience / YEARS_OF_EXPERIENCE) - 0.5
    return own * (1.0 - p.manager_weight) + p.experience_shift * years + p.load_shift * (load - 1.0)
