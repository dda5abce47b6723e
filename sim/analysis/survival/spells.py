"""Spells: who is followed, from when, until what.

Only spells that start inside the window are used, so nobody enters late and long stayers are
not counted twice over.
"""

import pandas as pd

from sim.kernel.errors import CpsimError

CENSORING = ("promoted",)
PROFESSION, AUTHORITY, AGENCY = "profession", "another authority", "agency"
LEFT_FOR = {
    "profession": PROFESSION,
    "retired": PROFESSION,
    "another authority": AUTHORITY,
    "agency": AGENCY,
}
"""Where a job's ending leads; who retires leaves the profession."""
DESTINATIONS = (PROFESSION, AUTHORITY, AGENCY)
STAYED = ""


def job_spells(
    jobs: pd.DataFrame, first_week: int, last_week: int, newly_qualified: bool | None = None
) -> pd.DataFrame:
    """Make spells from the jobs of permanent staff that began inside a window.

    Somebody promoted to a post that is not simulated has not left, so that spell is followed up
    to the promotion and no further.

    jobs       : employment spells; stop_week -1 for those still in post
    last_week  : last week that is looked at; who leaves later is still in post
    returns    : the same rows with columns weeks (int), ended (bool) and left_for (of `LEFT_FOR`,
                 or `STAYED` where nobody left)
    raises CpsimError for an ending that leads nowhere known
    """
    began = jobs["start_week"].between(first_week, last_week) & ~jobs["agency"].astype(bool)
    if newly_qualified is not None:
        began &= jobs["newly_qualified"].astype(bool) == newly_qualified
    kept = jobs[began]
    open_still = ~kept["stop_week"].between(0, last_week)
    stop = kept["stop_week"].where(~open_still, last_week)
    ended = ~open_still & ~kept["ended_by"].isin(CENSORING)
    weeks = (stop - kept["start_week"]).clip(lower=0)
    return kept.assign(weeks=weeks, ended=ended, left_for=destinations(kept["ended_by"], ended))


def destinations(ended_by: pd.Series, ended: pd.Series) -> pd.Series:
    """Name where those lead who left; nobody may be lost on the way."""
    left_for = ended_by.map(LEFT_FOR).where(ended, STAYED)
    if left_for.isna().any():
        unknown = ended_by[left_for.isna()].iloc[0]
        raise CpsimError(
            f"Table jobs has a job ended by “{unknown}”, which is no destination of leavers "
            f"({', '.join(LEFT_FOR)}). Run the experiment again with this version."
        )
    return left_for


def recognition_spells(spells: pd.DataFrame, first_week: int, last_week: int) -> pd.DataFrame:
    """Make child-spells from harm that began inside a window, ended by being recognised.

    Each child of a family is counted, as the measures of recognition count them. Harm that ended
    unseen can never be recognised: it stays among those followed to the last week, so that the
    curve is the share of all child-spells recognised by then. What is recognised after the last
    week is not yet recognised in it, whatever came later.

    Harm that begins under protection is left out: nothing finds it.

    spells    : the table `spells`; recognised_week -1 for what was not
    last_week : last week of the window, or of what was simulated
    returns   : a row for each child, with columns weeks (int) and ended (bool)
    """
    unprotected = spells["recognised_week"] != spells["onset_week"]
    began = spells[spells["onset_week"].between(first_week, last_week) & unprotected]
    kept = began.loc[began.index.repeat(began["children"].astype(int))].reset_index(drop=True)
    ended = kept["recognised_week"].between(0, last_week)
    stop = kept["recognised_week"].where(ended, last_week)
    return kept.assign(weeks=(stop - kept["onset_week"]).clip(lower=0), ended=ended)
