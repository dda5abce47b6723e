"""Prices that the model counts by itself: services and posts that levers bring."""

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.compiled import interpreted
from sim.parameters.casework import Casework
from sim.parameters.decisions import Decisions
from sim.parameters.families import Families
from sim.parameters.front_door import FrontDoor
from sim.parameters.money import Money
from sim.parameters.partners import Partners
from sim.rules.hub import hours_beyond_usual

TEN_THOUSAND = 1e4


def practitioners(children: float, m: Money, c: Casework) -> float:
    """Pounds a week for family help lead practitioners."""
    return children * c.family_help_share * m.family_help_cost / WEEKS_IN_YEAR


def hub_beyond(children: float, m: Money, p: FrontDoor) -> float:
    """Pounds a week for the hub's hours beyond those of the base year."""
    hours = interpreted(hours_beyond_usual)(p)
    return children / TEN_THOUSAND * hours * m.hub_hour_cost


def trainees(training: float, m: Money) -> float:
    """Pounds a week for training further social workers, over their year of training.

    training : trainees on placement
    """
    return training * m.trainee_cost / WEEKS_IN_YEAR


def services(
    children: float, m: Money, d: Decisions, q: Partners, f: Families, c: Casework
) -> float:
    """Pounds a week for family group meetings, centres, universal help and expert visits."""
    each = d.family_group_share * m.family_group_cost + q.under_fives_reached * m.centre_cost
    each += f.universal_help * m.universal_help_cost
    each += c.expert_visit_share * m.expert_visit_cost
    return children * each / WEEKS_IN_YEAR


def agency_cost(m: Money) -> float:
    """Cost of an agency worker, against an employed one, under any cap on it."""
    return min(m.agency_premium, m.agency_price_cap)


def overspend_met(m: Money) -> float:
    """Share of a foreseen shortfall that the next budget meets."""
    return m.overspend_met + (1.0 - m.overspend_met) * m.adequacy_duty
