"""Receiver-operating curves: what a decision would find, and alarm, at every other criterion.

The evidence of each child, less the criterion that it met, is kept in bands. Adding one number
to every criterion of a decision moves what lies above it, so the bands, summed from the top, give
the share of harmed children above and of others above, criterion by criterion. At nothing added
that is what was decided. A curve holds for the children who reached the decision as things were:
a criterion that really moved would change who reaches the next, and what is believed of them.
"""

import numpy as np
import pandas as pd
from scipy import stats

from sim.analysis.yearly import RUN

SWEPT = ["hit_rate", "false_alarm_rate"]


def curves(margins: pd.DataFrame) -> pd.DataFrame:
    """Sweep each run's decisions over the criterion.

    margins : the table `margins`: children by whether harmed, and by the lower edge of a band of
              evidence less criterion
    returns : columns scenario, draw, replicate, decision, margin (added to the criterion, SD),
              hit_rate, false_alarm_rate; every run has the same margins, from where all are above
              to where none is
    """
    edges = np.unique([*margins["margin"], 0.0])
    beyond = edges[-1] + (edges[-1] - edges[-2])
    counts = margins.pivot_table(
        index=[*RUN, "decision"], columns=["harmed", "margin"], values="children", aggfunc="sum",
        fill_value=0.0, sort=False,
    )  # fmt: skip
    parts = []
    for is_harmed, name in zip((True, False), SWEPT, strict=True):
        columns = pd.MultiIndex.from_product([[is_harmed], [*edges, beyond]])
        bands = counts.reindex(columns=columns, fill_value=0.0)
        above = bands.to_numpy()[:, ::-1].cumsum(axis=1)[:, ::-1]
        total = np.where(above[:, :1] > 0, above[:, :1], np.nan)
        swept = pd.DataFrame(above / total, counts.index, pd.Index([*edges, beyond]))
        long = swept.reset_index().melt([*RUN, "decision"], var_name="margin", value_name=name)
        parts.append(long.set_index([*RUN, "decision", "margin"]))
    return parts[0].join(parts[1]).reset_index()


def areas(swept: pd.DataFrame) -> pd.DataFrame:
    """Measure the area under each run's curve, and the d′ that it implies.

    The area is the chance that evidence stands higher for a harmed child than for another, each
    measured from the criterion it met; straight lines between bands make it a little too small.
    d_area is √2 times its normal deviate: equal to d′ where evidence is normal and equally spread
    with harm and without, and unlike d′ it leans on the whole curve.

    swept   : as `curves` gives
    returns : columns scenario, draw, replicate, decision, area, d_area (SD)
    """
    laid = swept.pivot(index=[*RUN, "decision"], columns="margin", values=SWEPT)
    hits, alarms = (laid[name].to_numpy(dtype=float)[:, ::-1] for name in SWEPT)
    found = laid.index.to_frame(index=False).assign(area=np.trapezoid(hits, alarms, axis=1))
    return found.assign(d_area=np.sqrt(2) * stats.norm.ppf(found["area"].where(inside(found))))


def inside(found: pd.DataFrame) -> pd.Series:
    """Whether an area has a normal deviate: all or nothing has none."""
    return found["area"].between(0.0, 1.0, inclusive="neither")


def mean_curve(swept: pd.DataFrame) -> pd.DataFrame:
    """Take the mean of the runs' curves, criterion by criterion.

    returns : columns scenario, decision, margin, hit_rate, false_alarm_rate
    """
    keys = ["scenario", "decision", "margin"]
    return swept.groupby(keys, sort=False)[SWEPT].mean().reset_index()
