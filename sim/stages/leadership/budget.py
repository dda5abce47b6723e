"""A year's budget: statutory spending first; early help is what is left."""

from math import exp

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.measures.counters import CELLS, index
from sim.rules.prices import overspend_met
from sim.state.organisation import INADEQUATE
from sim.world.world import World

LOOKED_AFTER = index("looked_after")
DRAWN, UNSPENT = index("reserves_drawn"), index("budget_unspent")


def set_budget(world: World, a: int) -> None:
    """Set next year's budget: statutory spending first; early help is what is left, or a floor."""
    council = world.councils[a]
    if world.week < 0:
        set_first_budget(world, a)
    else:
        statutory = statutory_next(world, a)
        carry(world, a)
        planned = plan(world, a)
        short = max(0.0, statutory + first_help(world, a) - planned)
        met = overspend_met(world.rates.money[a]) * short
        council.budget = planned * (1.0 + emergency_money(world, a)) + met
        left = council.budget - statutory - council.overspend / WEEKS_IN_YEAR
        council.controls = controls(world, a)
        council.early_help_budget = left_for_early_help(world, a, left)
    place_cost = world.rates.front_door[a].early_help_place_cost
    council.early_help_places = council.early_help_budget * WEEKS_IN_YEAR / place_cost
    council.spent, council.granted, council.weeks_spent = 0.0, 0.0, 0


def statutory_next(world: World, a: int) -> float:
    """Pounds a week that statutory services will need next year."""
    council, rates = world.councils[a], world.rates.money[a]
    spent = council.spent / council.weeks_spent
    return float((spent - council.early_help_budget) * (1.0 + rates.foreseen_growth))


def carry(world: World, a: int) -> None:
    """Carry what was overspent, but for what reserves pay; a surplus pays it off, or is lost.

    What budgets meet of a shortfall lies in them beforehand, so none of it is met here again.
    """
    council, tally = world.councils[a], world.tables.tally
    owed = council.overspend + council.spent - council.granted
    paid = world.rates.money[a].reserves * max(0.0, owed)
    tally[a * CELLS, DRAWN] += paid
    tally[a * CELLS, UNSPENT] += max(0.0, -owed)
    council.overspend = max(0.0, owed) - paid


def plan(world: World, a: int) -> float:
    """Next year's budget before any shortfall is met or emergency money comes, pounds a week."""
    council, rates = world.councils[a], world.rates.money[a]
    council.growth *= 1.0 + rates.growth
    council.protected_help *= 1.0 + rates.early_help_growth
    return adjusted_for_need(world, a) * council.growth


def adjusted_for_need(world: World, a: int) -> float:
    """Give the base budget: what was spent, or as far as it is adjusted, a part by need."""
    council, adjusted = world.councils[a], world.rates.money[a].need_adjustment
    if adjusted == 0.0:
        return council.base_spend
    whole = sum(other.base_spend for other in world.councils)
    part = need(world, a) / sum(need(world, other) for other in range(len(world.councils)))
    return float((1.0 - adjusted) * council.base_spend + adjusted * whole * part)


def need(world: World, a: int) -> float:
    """Relative need: children, weighed by deprivation."""
    slope = world.rates.money[a].need_of_deprivation
    return world.children_in(a) * exp(slope * world.councils[a].deprivation)


def set_first_budget(world: World, a: int) -> None:
    """Set a budget of the past: what was spent, from which the policy years grow."""
    council = world.councils[a]
    council.base_spend = council.budget = council.spent / council.weeks_spent
    council.usual_care = world.tables.tally[a * CELLS : (a + 1) * CELLS, LOOKED_AFTER].sum()
    council.early_help_budget = council.protected_help = first_help(world, a)
    council.growth = 1.0


def first_help(world: World, a: int) -> float:
    """Early help's weekly budget in the base year."""
    per_child: float = world.rates.money[a].early_help_per_child
    return world.children_in(a) * per_child / WEEKS_IN_YEAR


def emergency_money(world: World, a: int) -> float:
    """Share added to the budget for some years after an inadequate judgement."""
    council, rates = world.councils[a], world.rates.inspection[a]
    recent = world.week - council.judged < rates.emergency_years * WEEKS_IN_YEAR
    brought = rates.emergency_money * world.rates.loops[a].grade_brings_resource
    return float(brought) if council.grade == INADEQUATE and recent else 0.0


def controls(world: World, a: int) -> float:
    """Spending controls of the year, 0 to 1: they grow with what was spent beyond the budget."""
    council, rates = world.councils[a], world.rates.money[a]
    if world.rates.loops[a].late_spend_squeeze == 0.0 or council.budget <= 0.0:
        return 0.0
    carried = council.overspend / (council.budget * WEEKS_IN_YEAR)
    return float(min(1.0, rates.controls_of_overspend * carried))


def left_for_early_help(world: World, a: int, left: float) -> float:
    """Early help's weekly budget: part of it protected, the rest what other spending leaves."""
    council, rates, first = world.councils[a], world.rates.money[a], first_help(world, a)
    most = first * council.growth
    if world.rates.loops[a].late_spend_squeeze == 0.0:
        left = most
    squeezed = min(max(left, rates.early_help_floor * first), most)
    fence = rates.early_help_ring_fence
    return float(fence * max(council.protected_help, squeezed) + (1.0 - fence) * squeezed)
