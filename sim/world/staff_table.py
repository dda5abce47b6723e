"""The table of a run's staff: strain, sickness, cases and hours by grade and experience.

Staff are counted twice a week: as they work it, before some leave and others come, and as they
are when it ends, which is when the census would find them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from sim.kernel.calendar import WORKING_DAYS
from sim.state.columns import column
from sim.state.staffed import COUNTED, EDGES, EXPERIENCE, GRADES, STATE, TERMS, WORK
from sim.state.worker import AGENCY, EMPLOYED, WITH_CASES
from sim.world.decision_tables import long

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd
    from numpy.typing import NDArray

    from sim.scenario import Scenario
    from sim.state.staffed import Staffed
    from sim.world.decision_tables import Quarters
    from sim.world.world import World

FIRST_YEAR, SOCIAL_WORKER, SENIOR = 0, 1, 2
LATER_KINDS = 2  # grades of those without cases follow those of case holders
ONE_YEAR = 1.0
FTE = COUNTED.index("fte")


def count_work(world: World) -> None:
    """Count days and hours of the week, by whoever works it."""
    if world.week < 0:
        return
    rows, places = staff(world)
    fte, supply, demand, kind, authority = read(
        world, rows, "fte", "supply", "demand", "kind", "authority"
    )
    most = column(world.parameters.casework, "overtime_share")[authority]
    days = WORKING_DAYS * fte
    (sick_until,) = read(world, rows, "sick_until")
    worked = np.minimum(demand, supply * (1.0 + most))
    holds = kind == WITH_CASES
    add(world, places, WORK, (
        days * (world.week < sick_until), days, demand * holds, supply * holds,
        np.maximum(0.0, worked - supply) * holds,
    ))  # fmt: skip


def count_state(world: World) -> None:
    """Count people, FTE, and how they are at the week's end."""
    if world.week < 0:
        return
    rows, places = staff(world)
    fte, strain, stressed, held, kind = read(
        world, rows, "fte", "strain", "stressed", "held", "kind"
    )
    add(world, places, STATE, (
        fte, fte * strain, fte * (stressed == 1), held * (kind == WITH_CASES),
    ))  # fmt: skip


def staff(world: World) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Find everybody in post, and the group in which each is counted.

    returns : rows of workers, and for each the place in a count of authorities and groups
    """
    workers = world.tables.workers
    filled = column(workers, "filled")
    rows = np.flatnonzero((filled == EMPLOYED) | (filled == AGENCY))
    kind, experience, new, senior, authority = read(
        world, rows, "kind", "experience", "newly_qualified", "senior", "authority"
    )
    holder = np.where(senior == 1, SENIOR, SOCIAL_WORKER)
    holder[(new == 1) & (experience < ONE_YEAR)] = FIRST_YEAR
    grade = np.where(kind == WITH_CASES, holder, kind + LATER_KINDS)
    band = np.searchsorted(EDGES, experience, side="right")
    terms = (filled[rows] == AGENCY).astype(np.int64)
    groups = world.tables.staffed.shape[1:]
    places = np.ravel_multi_index((authority, grade, band, terms), groups)
    return rows, np.asarray(places)


def read(world: World, rows: NDArray[np.int64], *names: str) -> list[NDArray[Any]]:
    """Read columns of some workers."""
    return [column(world.tables.workers, name)[rows] for name in names]


def add(
    world: World, places: NDArray[np.int64], names: Sequence[str],
    values: Sequence[NDArray[np.float64]],
) -> None:  # fmt: skip
    """Add values up by group."""
    staffed = world.tables.staffed
    for name, value in zip(names, values, strict=True):
        sums = np.bincount(places, value, staffed[0].size)
        staffed[COUNTED.index(name)] = sums.reshape(staffed.shape[1:])


def staff_table(
    quarters: Quarters, weeks: Sequence[int], staffed: Sequence[Staffed], setting: Scenario
) -> pd.DataFrame:
    """Write a row for each quarter, authority, grade, band of experience and terms.

    staffed : sums over the weeks of each quarter, at simulated size
    returns : fte and cases on average over weeks; strain and share stressed of these; days and
              hours of the quarter; groups in which nobody was are left out
    """
    counts = np.array(staffed)
    names = [place.name for place in setting.authorities]
    axes = {"authority": names, "grade": GRADES, "experience": EXPERIENCE, "terms": TERMS}
    anyone = (counts != 0.0).any(axis=1) * 1.0
    frame = long(quarters, weeks, anyone, axes).drop(columns="children")
    columns = {name: counts[:, n].reshape(-1)[frame.index] for n, name in enumerate(COUNTED)}
    fte, over = columns["fte"], frame["weeks"].to_numpy()
    for name in STATE:
        with np.errstate(divide="ignore", invalid="ignore"):
            frame[name] = columns[name] / (fte if name in ("strain", "stressed") else over)
    for name in WORK:
        frame[name] = columns[name]
    gross = [name for name in COUNTED if name not in ("strain", "stressed")]
    frame[gross] /= setting.population_scale
    return frame.reset_index(drop=True)
