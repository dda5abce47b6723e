"""Careers: how long the newly qualified stay in the profession, whoever employs them.

A career follows the permanent number of a person over jobs in several authorities and agencies.
It ends where somebody leaves the profession or retires and takes no other job in the time that
is looked at; who does come back never left. Who goes where nothing can be followed, to an
authority or agency that is not simulated or to a post without one, is followed until then.
"""

import numpy as np
import pandas as pd

from sim.analysis.survival.curves import kaplan_meier, share_at
from sim.analysis.survival.spells import LEFT_FOR, PROFESSION
from sim.kernel.calendar import WEEKS_IN_YEAR

YEARS = 3
LEAVING = [ending for ending, destination in LEFT_FOR.items() if destination == PROFESSION]


def careers(jobs: pd.DataFrame, first_week: int, last_week: int) -> pd.DataFrame:
    """Join the jobs of those who began newly qualified inside a window.

    jobs      : employment spells of one run; stop_week -1 for those still in post
    last_week : last week that is looked at; what comes later has not come yet
    returns   : a row for each career: columns person, weeks (int, from the first start to the
                last stop, gaps included) and ended (bool)
    """
    come = jobs[jobs["start_week"] <= last_week].sort_values("start_week", kind="stable")
    first = come.drop_duplicates("person").set_index("person")
    last = come.drop_duplicates("person", keep="last").set_index("person").loc[first.index]
    began = first["newly_qualified"].astype(bool) & (first["start_week"] >= first_week)
    stopped = last["stop_week"].between(0, last_week)
    weeks = last["stop_week"].where(stopped, last_week) - first["start_week"]
    ended = stopped & last["ended_by"].isin(LEAVING)
    return pd.DataFrame({"weeks": weeks, "ended": ended})[began].reset_index()


def in_profession(jobs: pd.DataFrame, last_week: int) -> float:
    """Tell the share of the newly qualified in the profession three years after they began.

    Kaplan and Meier over those who began from the run's first week on. Not known in runs that
    are no longer than that, or in which nobody is followed so long.

    jobs    : employment spells of one run
    returns : per cent
    """
    made = careers(jobs, 0, last_week)
    if made.empty:
        return np.nan
    return 100.0 * share_at(kaplan_meier(made), YEARS * WEEKS_IN_YEAR)
