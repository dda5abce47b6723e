"""Criteria: what made up the bar that evidence had to clear, decision by decision."""

from collections.abc import Sequence

import pandas as pd

from sim.analysis.yearly import RUN

TOTAL, DIGITS = "criterion", 9


def composed(criteria: pd.DataFrame, parts: Sequence[str]) -> pd.DataFrame:
    """Take each run's mean of every part of the criterion, over quarters and authorities.

    criteria : the table `criteria`: means of the parts, with the children that they are means of
    returns  : columns scenario, draw, replicate, decision, part (the last of them "criterion",
               their sum), value (SD), rounded so that sums in another order do not differ
    """
    keys = [*RUN, "decision"]
    weighted = criteria[list(parts)].mul(criteria["children"], axis="index")
    sums = pd.concat([criteria[[*keys, "children"]], weighted], axis="columns")
    sums = sums.groupby(keys, sort=False).sum()
    means = sums[list(parts)].div(sums["children"], axis="index")
    whole = means.assign(**{TOTAL: means.sum(axis="columns")})
    long = whole.round(DIGITS).reset_index().melt(keys, var_name="part", value_name="value")
    return long[[*keys, "part", "value"]]


def pooled(table: pd.DataFrame, leaving_out: Sequence[str] = ()) -> pd.DataFrame:
    """Take the mean over decisions, each counting once, and lay out the parts as measures."""
    kept = table[~table["decision"].isin(leaving_out)]
    means = kept.groupby([*RUN, "part"], sort=False)["value"].mean()
    return means.unstack("part").reset_index()
