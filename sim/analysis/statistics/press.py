"""Press: how fast stories fade."""

import numpy as np
import pandas as pd

from sim.analysis.statistics.span import Span
from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.measures.measure import PERCENT


def coverage_in_first_month(stories: pd.DataFrame, span: Span) -> float:
    """Tell how much of what is written of incidents in a year is written in the first month.

    stories : rows of one run
    """
    followed = stories["week"] + WEEKS_IN_YEAR <= span.last_week
    told = stories[followed & (stories["about"] == "incident")]
    if told.empty:
        return np.nan
    return float(PERCENT * told["first_month"].sum() / told["first_year"].sum())
