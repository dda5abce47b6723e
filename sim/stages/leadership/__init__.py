"""Leadership: belief, attention, money, response to failure, succession, customs.

Reads    indicators, reports, judgements, incidents, spending
Changes  chief executives and directors; budgets, early help's places; spending; customs
Draws    leadership.*
"""

from sim.rules.customs import change_customs
from sim.stages.leadership.budget import set_budget
from sim.stages.leadership.spending import spend
from sim.stages.leadership.succession import answer_failure, succeed
from sim.world.world import World

MONTH = 4


def run(world: World) -> None:
    """Let leaders think, attend and spend; succession and budgets come when they come."""
    spend(world)
    if world.week % MONTH == 0:
        for chief in world.chief_executives:
            chief.think(MONTH)
            chief.attend(MONTH)
        for director in world.directors:
            director.think(MONTH)
        succeed(world, MONTH)
    for chief in world.chief_executives:
        answer_failure(world, chief)
    if world.calendar.ends_year(world.week):
        for a, council in enumerate(world.councils):
            set_budget(world, a)
            change_customs(council, world.chance, world.week, a, world.rates.decisions[a])


by_agents = run
