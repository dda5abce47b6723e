"""Family help: what stays with a social worker when lead practitioners hold children in need."""

from sim.casefile.status import CHILD_IN_NEED
from sim.kernel.compiled import compiled
from sim.parameters.casework import Casework
from sim.state.record import Record


@compiled
def hours_kept(c: Casework) -> float:
    """Hours that children in need still ask of social workers, against holding them all."""
    return 1.0 - c.family_help_share * (1.0 - c.family_help_oversight)


@compiled
def held_by_worker(record: Record, c: Casework) -> float:
    """Share of a case that counts in a social worker's caseload."""
    return 1.0 - c.family_help_share if record.status == CHILD_IN_NEED else 1.0


@compiled
def seen_by_holder(record: Record, c: Casework) -> float:
    """Give what holders of a case see and do, against a social worker who holds it."""
    if record.status != CHILD_IN_NEED:
        return 1.0
    return 1.0 - c.family_help_share * (1.0 - c.family_help_skill)
