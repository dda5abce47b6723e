"""The hub's hours for contacts: those it is given, less what work with partners takes of them."""

from sim.kernel.compiled import compiled
from sim.parameters.front_door import FrontDoor
from sim.parameters.partners import Partners


@compiled
def hours_for_contacts(p: FrontDoor, q: Partners) -> float:
    """Hours a week that a hub has for contacts, for 10,000 children."""
    feedback = q.co_location * q.co_location_hours
    policing = q.standards * q.standards_hours
    return max(0.0, p.hub_hours - feedback - policing)


@compiled
def hours_beyond_usual(p: FrontDoor) -> float:
    """Hours a week that a hub is given beyond those of the base year, for 10,000 children."""
    return p.hub_hours - p.usual_hub_hours
