"""Grades: how far judgements last, and what staff are like where they are good or poor."""

import numpy as np
import pandas as pd
from scipy import stats

from sim.analysis.statistics.span import Span
from sim.measures.compute import CENSUS_QUARTER
from sim.measures.statistic import FEWEST_AUTHORITIES

ORDER = ("inadequate", "requires improvement", "good", "outstanding")


def succession_of_grades(judgements: pd.DataFrame, _: Span) -> float:
    """Tell the rank correlation of full judgements with the next of the same authority.

    judgements : rows of one run
    """
    full = judgements[judgements["visit"] == "full"].sort_values(["authority", "week"])
    full = full[full["area"] == "help and protection"]
    grade = full["grade"].map({name: number for number, name in enumerate(ORDER)})
    after = grade.groupby(full["authority"]).shift(-1)
    known = after.notna()
    if full.loc[known, "authority"].nunique() < FEWEST_AUTHORITIES:
        return np.nan
    if min(grade[known].nunique(), after[known].nunique()) == 1:
        return np.nan
    return float(stats.spearmanr(grade[known], after[known]).statistic)


def agency_by_grade(quarterly: pd.DataFrame, _: Span) -> float:
    """Tell the agency rate of authorities judged inadequate over that of outstanding ones.

    quarterly : rows of one run
    """
    census = quarterly[quarterly["quarter"].str.endswith(CENSUS_QUARTER)]
    if census["authority"].nunique() < FEWEST_AUTHORITIES:
        return np.nan
    worst, best = (
        census.loc[census[name] > 0.0, ["agency_staff", "in_post"]].sum()
        for name in ("judged_inadequate", "judged_outstanding")
    )
    rates = [one["agency_staff"] / one.sum() if one.sum() else np.nan for one in (worst, best)]
    return float(rates[0] / rates[1]) if rates[1] else np.nan
