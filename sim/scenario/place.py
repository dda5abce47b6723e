"""Places: the authorities side by side in which a scenario plays."""

from collections.abc import Mapping
from dataclasses import dataclass

JUDGEMENTS = ("outstanding", "good", "requires improvement", "inadequate")
KINDS = ("county", "unitary", "metropolitan", "london")


@dataclass(frozen=True, slots=True)
class Group:
    """Authorities that a report takes together, by their names."""

    name: str
    authorities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Authority:
    """One local authority as it stands at the start.

    families            : real families with dependent children
    deprivation         : mean shift in log deprivation; 0 is England's
    help_and_protection : the judgement in force
    parameters          : values that differ here from the rest of the place
    threshold           : lasting shift of its criteria against England's, SD, above nought for
                          a higher bar; drawn by each replicate's luck where it is not known
    """

    name: str
    families: int
    deprivation: float
    kind: str
    region: str
    help_and_protection: str
    parameters: Mapping[str, float]
    threshold: float | None = None
