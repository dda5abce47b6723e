"""What the observer keeps: how far each spell of harm got, and books of what ended.

Nothing here is read by any rule that decides.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class Trace:
    """One row for each family slot: the present spell of harm."""

    noticed: int  # week in which an agency first saw a sign; NEVER until then, as below
    referred: int  # week of the first referral
    recognised: int  # week in which a plan, proceedings or care began
    reached: int  # how far it got: one of FAILINGS
    concealed: float  # evidence of harm that concealment took from the latest look
    ended: int  # week in which the latest spell ended, NEVER if there was none
    changed: int  # week in which the family's record first changed


class Book(NamedTuple):
    """Rows written one after another: a ledger that costs nothing while nothing happens."""

    rows: NDArray[np.float64]
    count: NDArray[np.int64]  # type: ignore[assignment]  # (1,); not what a tuple counts
