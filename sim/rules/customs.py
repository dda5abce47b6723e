"""Customs: how an authority decides a little otherwise than others, and than a year ago."""

from math import sqrt

from sim.kernel.chance import Chance
from sim.parameters.decisions import Decisions
from sim.state.organisation import Council


def drawn_customs(chance: Chance, stage: str, week: int, a: int, p: Decisions) -> list[float]:
    """Draw what a year brings to the customs of an authority's front door and enquiries, SD."""
    door, other = (chance.normal(f"{stage}.{at}_custom", week, a) for at in ("door", "enquiry"))
    enquiry = p.customs_together * door + sqrt(1.0 - p.customs_together**2) * other
    return [p.door_custom_spread * door, p.enquiry_custom_spread * enquiry]


def first_customs(chance: Chance, week: int, a: int, p: Decisions) -> list[float]:
    """Draw the customs of an authority's first year, SD: of its front door, of its enquiries."""
    return drawn_customs(chance, "councils", week, a, p)


def change_customs(council: Council, chance: Chance, week: int, a: int, p: Decisions) -> None:
    """Let an authority's customs move on by a year: as spread as before, and correlated with it."""
    kept, new = p.custom_persistence, sqrt(1.0 - p.custom_persistence**2)
    door, enquiry = drawn_customs(chance, "leadership", week, a, p)
    council.door_custom = kept * council.door_custom + new * door
    council.enquiry_custom = kept * council.enquiry_custom + new * enquiry
