"""Sources: how much of the spread of an effect comes of inputs, and how much of luck.

Replicates that share a draw of the uncertain numbers differ by luck alone, and draws differ by
both: a one-way analysis of variance with random draws tells them apart (Searle 1971).
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import stats

FEWEST = 2
TAIL = 0.05


@dataclass(frozen=True, slots=True)
class Sources:
    """An effect over draws and luck.

    mean   : over draws and replicates
    inputs : standard deviation between draws of what each would give without luck
    luck   : standard deviation of one run about its draw; not a number where no draw has two
    error  : standard error of the mean, from both
    draws  : how many there are
    """

    mean: float
    inputs: float
    luck: float
    error: float
    draws: int

    @property
    def range(self) -> tuple[float, float]:
        """Give the 5th and 95th per cent of what draws would give without luck."""
        half = float(stats.norm.isf(TAIL)) * self.inputs
        return self.mean - half, self.mean + half

    def chance_above(self, level: float = 0.0) -> float:
        """Give the chance that what a draw gives lies above a level, the mean being as unsure."""
        spread = float(np.hypot(self.inputs, self.error))
        if spread == 0.0:
            return float(self.mean > level)
        return float(stats.norm.sf((level - self.mean) / spread))


def sources(values: pd.Series) -> Sources | None:
    """Tell inputs from luck.

    values  : paired differences indexed by draw and replicate; unknown ones are left out
    returns : nothing where there are fewer than two draws
    """
    known = values.dropna()
    groups = known.groupby(level="draw")
    sizes, means = groups.size(), groups.mean()
    many, total = len(sizes), len(known)
    if many < FEWEST:
        return None
    grand = float(known.mean())
    between = float((sizes * (means - grand) ** 2).sum()) / (many - 1)
    if total == many:
        return Sources(grand, np.sqrt(between), np.nan, np.sqrt(between / many), many)
    within = float(((known - groups.transform("mean")) ** 2).sum()) / (total - many)
    each = (total - float((sizes**2).sum()) / total) / (many - 1)
    inputs = max(0.0, (between - within) / each)
    error = inputs * float((sizes**2).sum()) / total**2 + within / total
    return Sources(
        grand, float(np.sqrt(inputs)), float(np.sqrt(within)), float(np.sqrt(error)), many
    )
