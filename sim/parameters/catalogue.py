"""The catalogue: all sections together, as a world holds them."""

from sim.parameters.allocation import Allocation
from sim.parameters.casework import Casework
from sim.parameters.decisions import Decisions
from sim.parameters.families import Families
from sim.parameters.front_door import FrontDoor
from sim.parameters.inspection import Inspection
from sim.parameters.intervention import Intervention
from sim.parameters.leadership import Leadership
from sim.parameters.loops import Couplings, Loops
from sim.parameters.management import Management
from sim.parameters.market import Market
from sim.parameters.media import Media
from sim.parameters.money import Money
from sim.parameters.outcomes import Outcomes
from sim.parameters.partners import Partners
from sim.parameters.workforce import Workforce


class Parameters:
    """Every number of the model, by the stage it belongs to."""

    families: Families
    partners: Partners
    front_door: FrontDoor
    allocation: Allocation
    casework: Casework
    decisions: Decisions
    outcomes: Outcomes
    workforce: Workforce
    market: Market
    management: Management
    leadership: Leadership
    inspection: Inspection
    intervention: Intervention
    media: Media
    money: Money
    loops: Loops
    couplings: Couplings
