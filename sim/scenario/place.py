"""Places: the authorities side by side in which a scenario plays."""

from collections.abc import Mapping
from dataclasses import dataclass

JUDGEMENTS = ("outstanding", "good", "requires improvement", "inadequate")
KINDS = ("county", "unitary", "metropolitan", "london")


@dataclass(frozen=True, slots=True)
class Authority:
    """One local authority as it stands at the start.

    families            : real families with dependent children
    deprivation         : mean shift in log deprivation; 0 is England's
    help_and_protection : the judgement in force
    parameters          : values that differ here from the rest of the place
    """

    name: str
    families: int
    deprivation: float
    kind: str
    region: str
    help_and_protection: str
    parameters: Mapping[str, float]
