"""The gate: the only place where a professional's eyes meet what is true.

Partners, screeners, social workers, managers and inspectors all look through these functions;
nothing else that decides reads `Truth`.
"""

from sim.casefile.events import EMOTIONAL, NEGLECT, PHYSICAL, SEXUAL
from sim.kernel.compiled import compiled
from sim.parameters.casework import Casework
from sim.parameters.families import Families
from sim.state.truth import Chances, Truth


@compiled
def concealment(truth: Truth, p: Families, distrust_conceals: float) -> float:
    """How far a family hides harm, 0 to 1: deceit, and distrust that has been learnt."""
    base = p.deception if truth.deceives else p.openness
    lost = max(0.0, p.trust_start - truth.trust) / p.trust_start
    return min(1.0, base + distrust_conceals * p.concealment_of_distrust * lost)


@compiled
def harm_to_see(truth: Truth) -> int:
    """Kind of harm that a look can find: what goes on, or what children in care were taken from."""
    return truth.removed_for if truth.away else truth.harm


@compiled
def visible_share(truth: Truth, p: Families, q: Casework, distrust_conceals: float) -> float:
    """Share of a professional's discrimination that this family leaves."""
    share = 1.0 - q.concealment_effect * concealment(truth, p, distrust_conceals)
    return share * p.sexual_visibility if harm_to_see(truth) == SEXUAL else share


@compiled
def half_way(discrimination: float, q: Casework) -> float:
    """Evidence half-way between what harm and no harm usually show to a look of such a depth."""
    return 0.5 * discrimination * q.usual_visibility


@compiled
def observe_harm(
    truth: Truth, discrimination: float, pressure_loading: float, noise: float,
    p: Families, q: Casework, distrust_conceals: float,
) -> float:  # fmt: skip
    """Look for significant harm: evidence in SD of unit noise, for harm above nought.

    Nought is half-way between what harm and no harm usually show to a look of this depth, so that
    a deeper look errs less both ways at the same criterion (Macmillan and Creelman 2005).

    discrimination   : d′ with an open family, as who looks knows it; concealment lowers it
    pressure_loading : how far pressure alone reads as harm
    """
    seen = pressure_loading * truth.pressure + noise - half_way(discrimination, q)
    if harm_to_see(truth):
        seen += discrimination * visible_share(truth, p, q, distrust_conceals)
    return seen


@compiled
def observe_need(
    truth: Truth, discrimination: float, noise: float, p: Families, q: Casework,
    distrust_conceals: float,
) -> float:  # fmt: skip
    """Look for need: pressure, lasting need, and harm if it shows."""
    seen = q.need_loading * truth.pressure + q.lasting_need_shows * truth.lasting_need + noise
    if harm_to_see(truth):
        seen += discrimination * visible_share(truth, p, q, distrust_conceals)
    return seen


@compiled
def observe_concealed(
    truth: Truth, discrimination: float, p: Families, q: Casework, distrust_conceals: float
) -> float:
    """Measure, for the observer alone, the evidence of harm that concealment took away."""
    if not harm_to_see(truth):
        return 0.0
    return discrimination * q.concealment_effect * concealment(truth, p, distrust_conceals)


@compiled
def could_be_seen(chances: Chances, i: int, u: float) -> bool:
    """Whether someone could see a sign of a family this week: the weekly scan's one look."""
    return bool(u < chances.sign[i])


@compiled
def observe_sign(truth: Truth, u: float) -> float:
    """Look at a family from outside: how far along its signs of harm, then of pressure, luck falls.

    u       : uniform
    returns : in [0, 1) a sign of harm, at that place among them; in [1, 2) one of pressure
    """
    place = u * (truth.true_signs + truth.false_signs)
    if place < truth.true_signs:
        return place / truth.true_signs
    return 1.0 + (place - truth.true_signs) / truth.false_signs


@compiled
def observe_incident(truth: Truth, rate: float, infant_rate: float, infant: bool, u: float) -> bool:
    """See whether harm ends in a serious incident this week; everyone sees one."""
    if not truth.harm or truth.away:
        return False
    return u < (infant_rate if infant else rate) * truth.severity


@compiled
def observe_kind(truth: Truth, p: Families, u: float) -> int:
    """See which kind of harm to record: the true one, or without harm a likely one."""
    if truth.harm and not truth.away:
        return truth.harm
    known = p.kind_neglect + p.kind_emotional + p.kind_physical
    if u * known < p.kind_neglect:
        return NEGLECT
    return EMOTIONAL if u * known < p.kind_neglect + p.kind_emotional else PHYSICAL
