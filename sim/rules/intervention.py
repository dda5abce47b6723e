"""The department's ladder: what each rung brings, unsettles and costs."""

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.compiled import compiled
from sim.parameters.intervention import Intervention
from sim.state.organisation import NO_RUNG, TRUST, Council


@compiled
def capacity_of(rung: int, p: Intervention) -> float:
    """Supervision that a rung adds."""
    each = (
        0.0, p.adviser_capacity, p.notice_capacity, p.direction_capacity,
        p.commissioner_capacity, p.trust_capacity,
    )  # fmt: skip
    return each[rung]


@compiled
def disruption_of(rung: int, p: Intervention) -> float:
    """Supervision that a rung costs while it is new."""
    each = (
        0.0, p.adviser_disruption, p.notice_disruption, p.direction_disruption,
        p.commissioner_disruption, p.trust_disruption,
    )  # fmt: skip
    return each[rung]


@compiled
def cost_of(rung: int, p: Intervention) -> float:
    """Pounds a year that a rung costs."""
    each = (
        0.0, p.adviser_cost, p.notice_cost, p.direction_cost,
        p.commissioner_cost, p.trust_cost,
    )  # fmt: skip
    return each[rung]


@compiled
def being_set_up(council: Council, week: int, p: Intervention) -> bool:
    """Whether a trust has been decided on and does not run yet."""
    return council.rung == TRUST and week - council.rung_since < p.trust_weeks


@compiled
def lift_of_rung(council: Council, week: int, p: Intervention) -> float:
    """Lift of supervision by an intervention, less what it unsettles while new."""
    if council.rung == NO_RUNG:
        return 0.0
    if being_set_up(council, week, p):
        return p.commissioner_capacity - p.trust_disruption
    new = council.rung != TRUST and week - council.rung_since < p.unsettled_weeks
    return capacity_of(council.rung, p) - (disruption_of(council.rung, p) if new else 0.0)


@compiled
def cost_a_week(council: Council, week: int, p: Intervention) -> float:
    """Pounds a week that an intervention costs at real size."""
    if being_set_up(council, week, p):
        return p.commissioner_cost / WEEKS_IN_YEAR + p.trust_set_up / p.trust_weeks
    return cost_of(council.rung, p) / WEEKS_IN_YEAR
