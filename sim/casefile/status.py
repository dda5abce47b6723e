"""The status ladder, and the only moves it allows."""

from enum import IntEnum


class CaseStatus(IntEnum):
    """Where a family stands with children's services; statutory from ASSESSMENT up."""

    CLOSED = 0
    EARLY_HELP = 1
    ASSESSMENT = 2
    CHILD_IN_NEED = 3
    CHILD_PROTECTION = 4
    PROCEEDINGS = 5
    IN_CARE = 6


MOVES: dict[CaseStatus, frozenset[CaseStatus]] = {
    CaseStatus.CLOSED: frozenset({CaseStatus.EARLY_HELP, CaseStatus.ASSESSMENT}),
    CaseStatus.EARLY_HELP: frozenset({CaseStatus.CLOSED, CaseStatus.ASSESSMENT}),
    CaseStatus.ASSESSMENT: frozenset(
        {CaseStatus.CLOSED, CaseStatus.CHILD_IN_NEED, CaseStatus.CHILD_PROTECTION}
    ),
    CaseStatus.CHILD_IN_NEED: frozenset(
        {CaseStatus.CLOSED, CaseStatus.CHILD_PROTECTION, CaseStatus.IN_CARE}
    ),
    CaseStatus.CHILD_PROTECTION: frozenset(
        {CaseStatus.CHILD_IN_NEED, CaseStatus.PROCEEDINGS, CaseStatus.IN_CARE, CaseStatus.CLOSED}
    ),
    CaseStatus.PROCEEDINGS: frozenset(
        {CaseStatus.IN_CARE, CaseStatus.CHILD_IN_NEED, CaseStatus.CLOSED}
    ),
    CaseStatus.IN_CARE: frozenset({CaseStatus.CHILD_IN_NEED, CaseStatus.CLOSED}),
}

# The same numbers for compiled code.
CLOSED = int(CaseStatus.CLOSED)
EARLY_HELP = int(CaseStatus.EARLY_HELP)
ASSESSMENT = int(CaseStatus.ASSESSMENT)
CHILD_IN_NEED = int(CaseStatus.CHILD_IN_NEED)
CHILD_PROTECTION = int(CaseStatus.CHILD_PROTECTION)
PROCEEDINGS = int(CaseStatus.PROCEEDINGS)
IN_CARE = int(CaseStatus.IN_CARE)

# Marks that stay on a file for good.
EVER_REFERRED, EVER_IN_NEED, EVER_ON_PLAN = 1, 2, 4
