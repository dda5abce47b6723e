"""What the observer keeps of a week's staff: how they are and what they work, group by group.

Nothing here is read by any rule.
"""

import numpy as np
from numpy.typing import NDArray

GRADES = (
    "first year", "social worker", "senior practitioner", "without cases", "team manager",
    "service manager",
)  # fmt: skip
EDGES = (1.0, 2.0, 3.0, 5.0, 10.0)
EXPERIENCE = ("under 1", "1 to 2", "2 to 3", "3 to 5", "5 to 10", "10 and over")
TERMS = ("permanent", "agency")
STATE = ("fte", "strain", "stressed", "cases")
WORK = ("days_sick", "days_contracted", "hours_demanded", "hours_available", "hours_overtime")
COUNTED = (*STATE, *WORK)

# By what is counted, authority, grade, experience and terms.
type Staffed = NDArray[np.float64]


def blank_staffed(authorities: int) -> Staffed:
    """Make an empty count of staff."""
    groups = (len(GRADES), len(EXPERIENCE), len(TERMS))
    return np.zeros((len(COUNTED), authorities, *groups))
