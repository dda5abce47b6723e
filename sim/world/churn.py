"""The observer's count of what changing staff costs. It stands beside spend and adds nothing to it.

Recruiting lies in what an authority spends on each post beyond pay, agency workers are paid in
full under their own head, and hours lost have been paid for: no pound here is spent twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.compiled import interpreted
from sim.measures.counters import CELLS, index
from sim.rules.exits import relative_pay
from sim.rules.prices import agency_cost

if TYPE_CHECKING:
    from sim.world.world import World

STARTERS, AGENCY, LOST = index("starters"), index("spend_agency"), index("hours_lost")
RECRUITING, PREMIUM = index("churn_recruiting"), index("churn_agency")
HOURS = index("churn_hours")


def count_churn(world: World) -> None:
    """Count, in pounds, recruiting, what agency workers cost beyond employed ones, hours lost."""
    tally, rates = world.tables.tally, world.rates
    for a in range(len(world.councils)):
        money, row = rates.money[a], a * CELLS
        pay = interpreted(relative_pay)(rates.workforce[a])
        social_worker = money.staff_cost * money.direct_staff_share * pay
        hours = rates.casework[a].contract_hours * WEEKS_IN_YEAR
        tally[row, RECRUITING] = tally[row, STARTERS] * money.recruiting_cost
        tally[row, PREMIUM] = tally[row, AGENCY] * (1.0 - pay / agency_cost(money))
        tally[row, HOURS] = tally[row, LOST] * social_worker / hours
