"""What is asked of replicates: that effects be so precise, and how many may be made for it."""

from dataclasses import dataclass
from typing import Literal

type Of = Literal["effect", "level"]
EFFECT: Of = "effect"
OFS: tuple[Of, ...] = (EFFECT, "level")


@dataclass(frozen=True, slots=True)
class Precision:
    """When replicates are enough.

    half_width : most that half of each 95% interval may be, as a share of what `of` names: the
                 effect itself, or the measure's level in the scenario compared with
    measures   : whose effects are to be so precise, in every scenario
    start      : replicates at the first look
    step       : replicates added between looks
    look_ahead : further looks in a row at which all must still be as precise
    most       : replicates at which it ends in any case
    """

    half_width: float
    of: Of
    measures: tuple[str, ...]
    start: int
    step: int
    look_ahead: int
    most: int
