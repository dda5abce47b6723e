"""Inspection: visits, judgements, letters, and the department's ladder.

Reads    files, and families through `observe`; indicators; national blame
Changes  judgements, interventions, belief, names; hours that visits take; inspectors' days
Draws    inspection.*
"""

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.stages.inspection.intervention import review
from sim.stages.inspection.judging import harden
from sim.stages.inspection.visits import announce_due, end_visit, host, judge_inadequate
from sim.state.columns import NEVER
from sim.state.organisation import NO_VISIT
from sim.world.world import World


def run(world: World) -> None:
    """End and announce visits, review interventions, and let names change slowly."""
    for a, council in enumerate(world.councils):
        harden(world, a)
        if council.visit != NO_VISIT and world.week >= council.visit_ends:
            end_visit(world, a)
        if council.rung_due != NEVER and world.week >= council.rung_due:
            review(world, a)
        rates = world.rates.inspection[a]
        target = rates.reputation_of_grade * (council.grade - rates.usual_grade)
        years = rates.reputation_years * WEEKS_IN_YEAR
        council.reputation += (target - council.reputation) / years
    announce_due(world)
    for a in range(len(world.councils)):
        host(world, a)


by_agents = run

__all__ = ["by_agents", "judge_inadequate", "run"]
