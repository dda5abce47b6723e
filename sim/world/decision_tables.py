"""The tables of a run's decisions: against the truth, by their margin, and what made their bar."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sim.casefile.decisions import DECISIONS
from sim.scenario import Scenario
from sim.state.decided import (
    AGE_BANDS,
    BAND,
    BANDS,
    LOWEST,
    PARTS,
    QUINTILES,
    TRUTHS,
    Decided,
)

type Quarters = Sequence[tuple[str, int]]


def decision_tables(
    quarters: Quarters, weeks: Sequence[int], decided: Sequence[Decided], setting: Scenario
) -> dict[str, pd.DataFrame]:
    """Write three tables, a row for each quarter and group in which something was decided.

    decided : counts of simulated children, quarter by quarter
    returns : decisions (by truth, age and quintile), margins (by evidence less criterion) and
              criteria (mean of each part of the criterion, by authority)
    """
    gross = 1.0 / setting.population_scale
    names = [place.name for place in setting.authorities]
    groups = np.array([one.groups for one in decided]) * gross
    margins = np.array([one.margins for one in decided]) * gross
    parts = np.array([one.parts for one in decided])
    labels = [*DECISIONS]
    bands = list(LOWEST + BAND * np.arange(BANDS))
    by_group = long(
        quarters, weeks, groups[..., 0],
        {"decision": labels, "truth": TRUTHS, "youngest": AGE_BANDS,
         "quintile": [*range(1, QUINTILES + 1)]},
    )  # fmt: skip
    above = groups[..., 1].reshape(-1)[by_group.index]
    by_margin = long(
        quarters, weeks, margins,
        {"decision": labels, "harmed": [False, True], "margin": bands},
    )  # fmt: skip
    axes = {"authority": names, "decision": labels}
    criteria = long(quarters, weeks, parts[..., 0] * gross, axes)
    sums = parts[..., 1:].reshape(-1, len(PARTS))[criteria.index]
    counts = parts[..., 0].reshape(-1)[criteria.index]
    for place, part in enumerate(PARTS):
        criteria[part] = sums[:, place] / counts
    return {
        "decisions": by_group.assign(above=above).reset_index(drop=True),
        "margins": by_margin.reset_index(drop=True),
        "criteria": criteria.reset_index(drop=True),
    }


def long(
    quarters: Quarters,
    weeks: Sequence[int],
    counts: NDArray[np.float64],
    axes: Mapping[str, Sequence[object]],
) -> pd.DataFrame:
    """Turn counts into rows, leaving out what never happened.

    counts  : (quarters, *axes)
    returns : columns quarter, first_week, weeks, the axes, children; the index is the row's place
              among all groups
    """
    place = np.flatnonzero(counts)
    at = np.unravel_index(place, counts.shape)
    frame = pd.DataFrame(
        {
            "quarter": np.array([name for name, _ in quarters], dtype=object)[at[0]],
            "first_week": np.array([week for _, week in quarters])[at[0]],
            "weeks": np.array(weeks)[at[0]],
        },
        index=place,
    )
    for column, labels, where in zip(axes, axes.values(), at[1:], strict=True):
        frame[column] = np.array(labels)[where]
    frame["children"] = counts.reshape(-1)[place]
    return frame
