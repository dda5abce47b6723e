"""Readers: for each statistic, the table that it is read from and the function that reads it."""

from collections.abc import Callable, Mapping

import pandas as pd

from sim.analysis.between import (
    agency_persistence,
    caseload_spread,
    turnover_persistence,
    turnover_spread,
    vacancy_persistence,
)
from sim.analysis.careers import in_profession
from sim.analysis.statistics.grades import agency_by_grade, succession_of_grades
from sim.analysis.statistics.press import coverage_in_first_month
from sim.analysis.statistics.span import Span
from sim.analysis.yearly import RUN

type Reader = Callable[[pd.DataFrame, Span], float]

READERS: dict[str, tuple[str, Reader]] = {
    "caseload_sd": ("quarterly", caseload_spread),
    "turnover_sd": ("quarterly", turnover_spread),
    "turnover_lag1": ("quarterly", turnover_persistence),
    "vacancy_lag1": ("quarterly", vacancy_persistence),
    "agency_lag1": ("quarterly", agency_persistence),
    "agency_by_grade_ratio": ("quarterly", agency_by_grade),
    "attention_month_1": ("stories", coverage_in_first_month),
    "grade_persistence": ("judgements", succession_of_grades),
    "nq_profession_3y": ("jobs", lambda jobs, span: in_profession(jobs, span.last_week)),
}
TABLES = tuple(dict.fromkeys(table for table, _ in READERS.values()))


def statistics(tables: Mapping[str, pd.DataFrame], span: Span) -> pd.DataFrame:
    """Work out every statistic of every run of one scenario.

    tables  : joined tables by name, with columns scenario, draw, replicate; one may be lacking
    returns : a row for each run, indexed by scenario, draw and replicate; a column for each
              statistic whose table is there, not a number where a run cannot tell it
    """
    found = {
        name: pd.Series(
            {run: read(rows, span) for run, rows in tables[table].groupby(RUN, sort=False)},
            dtype=float,
        )
        for name, (table, read) in READERS.items()
        if table in tables
    }
    return pd.DataFrame(found).rename_axis(RUN)
