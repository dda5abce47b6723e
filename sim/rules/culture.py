"""How error is answered: by employers who learn or blame, by inspectors who explain or condemn."""

from sim.kernel.compiled import compiled
from sim.parameters.inspection import Inspection
from sim.parameters.management import Management
from sim.parameters.media import Media
from sim.state.organisation import Council


@compiled
def fear_beyond(council: Council, media: Media) -> float:
    """Fear of an authority beyond its baseline mean, SD."""
    return council.fear - media.fear_of_blame * media.background_blame


@compiled
def blame_on_staff(m: Management) -> float:
    """Share of the blame on an authority that reaches its staff."""
    return 1.0 - m.shield * m.just_culture


@compiled
def safety_at_rest(m: Management) -> float:
    """Psychological safety that a team comes back to."""
    return min(1.0, m.safety_usual + (1.0 - m.safety_usual) * m.just_culture)


@compiled
def answers_with_removal(m: Management) -> float:
    """How far an employer still answers failure with somebody's removal."""
    return 1.0 - m.just_culture


def explained(p: Inspection) -> float:
    """How far an inspection explains what it found."""
    return p.style


@compiled
def lift_of_insight(style: float, p: Inspection) -> float:
    """Lift of supervision for a year after an inspection that explains.

    style : how far that inspection explained
    """
    return p.insight_gain * style


@compiled
def blame_of_verdict(p: Inspection) -> float:
    """Blame that an inadequate judgement brings."""
    return p.blame_of_judgement * (1.0 - p.style)
