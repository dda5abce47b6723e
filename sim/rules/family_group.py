"""Family group decision making: a family's own plan, before a council goes to court."""

import numpy as np

from sim.kernel.chance import uniform
from sim.kernel.compiled import compiled
from sim.parameters.decisions import Decisions
from sim.state.case import Case


@compiled
def family_plans(case: Case, luck: np.uint64, p: Decisions) -> bool:
    """Whether a family's own plan averts an application to court for its time.

    luck : key of the draw
    """
    averted = uniform(luck, case.number) < p.family_group_share * p.family_group_averts
    if averted:
        case.record.review_due = case.week + int(p.family_group_weeks)
    return averted
