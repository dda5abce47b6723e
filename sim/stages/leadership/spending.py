"""What a week costs, by head."""

import numpy as np

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.compiled import interpreted
from sim.kernel.prices import in_base_prices
from sim.measures.counters import CELLS, index
from sim.rules.exits import relative_pay
from sim.rules.intervention import cost_a_week
from sim.rules.prices import agency_cost, hub_beyond, practitioners, services, trainees
from sim.state.columns import column
from sim.state.worker import AGENCY, EMPLOYED, TEAM_MANAGER
from sim.world.world import World

LOOKED_AFTER, UNACCOMPANIED = index("looked_after"), index("unaccompanied")
SPEND, BUDGET, BY_DEPARTMENT = index("spend"), index("budget"), index("cost_intervention")
HEADS = {
    name: index(f"spend_{name}")
    for name in ("staff", "agency", "placements", "early_help", "other", "policy")
}


def spend(world: World) -> None:
    """Spend a week's money, by head, in real pounds of simulated size; grossing comes later."""
    looked_after = world.tables.tally[:, LOOKED_AFTER].reshape(-1, CELLS).sum(axis=1)
    unaccompanied = world.tables.tally[:, UNACCOMPANIED].reshape(-1, CELLS).sum(axis=1)
    years = max(0, world.week) / WEEKS_IN_YEAR
    for a, council in enumerate(world.councils):
        rates = world.rates.money[a]
        children = world.children_in(a)
        employed, agency = pay_of_staff(world, a)
        heads = {
            "staff": employed + overheads(world, a) + further_staff(world, a),
            "agency": agency,
            "placements": (looked_after[a] + unaccompanied[a])
            * rates.placement_week
            * price(world, a, looked_after[a], years),
            "early_help": council.early_help_budget,
            "other": children * rates.other_per_child / WEEKS_IN_YEAR + further_services(world, a),
            "policy": policy_cost(world, a),
        }
        pay_heads(world, a, heads)
        world.tables.tally[a * CELLS, BY_DEPARTMENT] += intervention_cost(world, a)


def pay_of_staff(world: World, a: int) -> tuple[float, float]:
    """Pay, with on-costs, of a week's permanent staff and of agency workers."""
    council, workers, rates = world.councils[a], world.tables.workers, world.rates.money[a]
    rows = slice(council.first_worker, council.end_worker)
    filled, fte = column(workers, "filled")[rows], column(workers, "fte")[rows]
    manages = column(workers, "kind")[rows] >= TEAM_MANAGER
    social_worker = rates.staff_cost * rates.direct_staff_share / WEEKS_IN_YEAR
    each = fte * np.where(manages, rates.manager_cost / WEEKS_IN_YEAR, social_worker)
    pay = interpreted(relative_pay)(world.rates.workforce[a])
    employed = float(each[filled == EMPLOYED].sum()) * pay
    return employed, float(each[filled == AGENCY].sum()) * agency_cost(rates)


def overheads(world: World, a: int) -> float:
    """Cost a week of all in safeguarding but the pay of social workers and their managers."""
    council, rates = world.councils[a], world.rates.money[a]
    social_worker = rates.staff_cost * rates.direct_staff_share
    managers = council.all_posts - council.posts - council.other_posts
    paid = social_worker * (council.posts + council.other_posts) + rates.manager_cost * managers
    rest = rates.staff_cost * council.posts - paid
    more = council.posts * (world.rates.workforce[a].posts_funded - 1.0)
    added = rates.staff_cost - social_worker
    return float(rest + more * added) / WEEKS_IN_YEAR


def further_staff(world: World, a: int) -> float:
    """Cost a week of the people whom levers bring beside case holders."""
    r, children = world.rates, world.children_in(a)
    beside = practitioners(children, r.money[a], r.casework[a])
    beside += hub_beyond(children, r.money[a], r.front_door[a])
    beside += trainees(world.councils[a].trainees, r.money[a])
    return further_managers(world, a) + beside


def further_services(world: World, a: int) -> float:
    """Cost a week of the services that levers bring."""
    r = world.rates
    return services(
        world.children_in(a), r.money[a], r.decisions[a], r.partners[a], r.families[a],
        r.casework[a],
    )  # fmt: skip


def further_managers(world: World, a: int) -> float:
    """Cost a week of the team managers that a narrower span brings."""
    council, span = world.councils[a], world.rates.management[a].span
    made = world.seen.teams[council.first_team].span
    posts = council.posts * world.rates.workforce[a].posts_funded
    further = posts * (1.0 / span - 1.0 / made)
    return float(further * world.rates.money[a].manager_cost / WEEKS_IN_YEAR)


def pay_heads(world: World, a: int, heads: dict[str, float]) -> None:
    """Enter a week's spending under its heads; together they are all that is spent."""
    tally, council = world.tables.tally, world.councils[a]
    for name, amount in heads.items():
        tally[a * CELLS, HEADS[name]] += amount
    total = sum(heads.values())
    tally[a * CELLS, SPEND] += total
    tally[a * CELLS, BUDGET] += council.budget
    council.spent += total
    council.granted += council.budget
    council.weeks_spent += 1


def intervention_cost(world: World, a: int) -> float:
    """Cost a week of intervention, at simulated size: the department's money, not the council's."""
    each = interpreted(cost_a_week)(world.councils[a], world.week, world.rates.intervention[a])
    return each * world.setting.population_scale


def price(world: World, a: int, looked_after: float, years: float) -> float:
    """Price of a placement against the base year: growth, and scarcity with children in care."""
    rates, council = world.rates.money[a], world.councils[a]
    growth = (1.0 + rates.placement_growth) ** years
    if not council.usual_care or world.rates.loops[a].placement_price == 0.0:
        return float(growth)
    return float(
        growth * (looked_after / council.usual_care) ** rates.placement_scarcity
        if looked_after
        else growth
    )


def policy_cost(world: World, a: int) -> float:
    """Price of the scenario's own actions this week: this authority's part, at simulated size."""
    total = 0.0
    for action in world.setting.actions:
        if not world.timeline.holds(action, world.week) or not world.timeline.meant[action.name][a]:
            continue
        meant = world.timeline.meant[action.name]
        share = world.councils[a].real_families / sum(
            council.real_families
            for council, in_it in zip(world.councils, meant, strict=True)
            if in_it
        )
        first = world.week == max(0, world.calendar.week(action.start))
        pounds = action.cost.yearly / WEEKS_IN_YEAR + (action.cost.set_up if first else 0.0)
        growth = world.rates.money[a].price_growth
        total += share * in_base_prices(pounds, action.cost.prices, growth)
    return total * world.setting.population_scale
