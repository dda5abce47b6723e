"""What is really happening in a family. Professionals never read this; `observe` does."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class Truth:
    """One row for each family slot."""

    lasting_pressure: float  # log pressure from deprivation and lasting risk
    passing_pressure: float  # log pressure that comes and goes
    help: float  # log pressure taken off by help; fades
    pressure: float  # their sum, as of the family's last turn
    harm: int  # kind of significant harm now, 0 none
    chronic: int  # whether the spell is chronic
    severity: float  # 1 at a typical onset
    onset: int  # week in which the spell began
    relapse_from: int  # week in which the latest spell ended, NEVER if there was none
    deceives: int  # whether it would actively deceive
    trust: float  # trust in services, 0 to 1
    lasting_need: int  # whether its need, once there, lasts
    away: int  # 0 children at home, 1 left home for good, 2 in care
    removed_for: int  # kind of harm from which care took the children, 0 none
    true_signs: float  # signs of harm a week
    false_signs: float  # signs of pressure a week


class Chances(NamedTuple):
    """What the weekly scan reads of every family, kept apart so that the scan is short.

    change : (n,) chance a week that harm begins, or ends
    sign   : (n,) chance a week that someone could see a sign
    """

    change: NDArray[np.float64]
    sign: NDArray[np.float64]
