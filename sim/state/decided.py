"""What the observer keeps of a week's decisions: each against the truth, and what moved its bar.

Nothing here is read by any rule that decides.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.casefile.decisions import DECISIONS
from sim.casefile.events import KINDS

HARMED_LATELY = len(KINDS)  # after the kinds of harm: harm that ended within three months
TRUTHS = (*KINDS, "ended within three months")
AGE_BANDS = ("under 1", "1 to 4", "5 to 10", "11 and over")
QUINTILES = 5
BAND, BANDS = 0.25, 48
LOWEST = -0.5 * BANDS * BAND
PARTS = (
    "base", "by_authority", "by_policy", "by_worker", "by_experience", "by_load", "by_fear",
    "by_norm",
)  # fmt: skip


class Decided(NamedTuple):
    """Children decided on in a week.

    groups  : (decisions, truths, age bands, quintiles, 2) decided on, and found above the bar
    margins : (decisions, 2, bands) without and with harm, by how far evidence lay above the bar
    parts   : (authorities, decisions, 1 + parts) decided on; sums of what makes up the bar, SD
    """

    groups: NDArray[np.float64]
    margins: NDArray[np.float64]
    parts: NDArray[np.float64]


def blank_decided(authorities: int) -> Decided:
    """Make an empty count of decisions."""
    many = len(DECISIONS)
    return Decided(
        np.zeros((many, len(TRUTHS), len(AGE_BANDS), QUINTILES, 2)),
        np.zeros((many, 2, BANDS)),
        np.zeros((authorities, many, 1 + len(PARTS))),
    )
