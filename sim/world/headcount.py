"""The observer's count of posts and people of each authority at a week's end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from sim.measures.counters import CELLS, index
from sim.state.columns import column
from sim.state.worker import AGENCY, EMPLOYED, LOOKING, ON_BOOKS, TEAM_MANAGER, WITH_CASES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from sim.world.world import World

type Columns = dict[str, NDArray[Any]]
type Masks = dict[str, NDArray[np.bool_]]

CASELOADS = {
    "holders_under_10": (0.0, 10.0), "holders_10_to_15": (10.0, 15.0),
    "holders_15_to_20": (15.0, 20.0), "holders_20_to_25": (20.0, 25.0),
}  # fmt: skip
"""Cases for a full week, as the census groups them (workforce W060)."""

FIVE_YEARS = round(5 * 365.25 / 7)
READ = (
    "authority", "filled", "open", "extra", "kind", "fte", "started", "experience", "strain",
    "stressed", "senior", "newly_qualified", "held", "suspended_until",
)  # fmt: skip


def count_staff(world: World) -> None:
    """Count posts and people, FTE, in each authority."""
    workers = {name: column(world.tables.workers, name) for name in READ}
    employed, agency = workers["filled"] == EMPLOYED, workers["filled"] == AGENCY
    holds = (employed | agency) & (workers["kind"] == WITH_CASES)
    add = adder(world, workers["authority"])
    for name, mask in {**of_posts(workers), **of_people(workers, world.week)}.items():
        add(name, workers["fte"] * mask)
    add("people", employed * 1.0)
    add("cases", workers["held"] * holds)
    add("cases_squared", workers["held"] ** 2 / workers["fte"] * holds)
    for name, mask in by_caseload(workers, holds).items():
        add(name, workers["fte"] * mask)
    add("strain", workers["strain"] * workers["fte"] * employed)
    count_between(world)


def by_caseload(workers: Columns, holds: NDArray[np.bool_]) -> Masks:
    """Tell how many cases those who hold any have, for a full week."""
    some, cases = holds & (workers["held"] > 0.0), workers["held"] / workers["fte"]
    return {"holders_of_some": some} | {
        name: some & (cases >= low) & (cases < high) for name, (low, high) in CASELOADS.items()
    }


def of_posts(workers: Columns) -> Masks:
    """Tell which posts there are, of which kinds, and who covers them."""
    employed, agency = workers["filled"] == EMPLOYED, workers["filled"] == AGENCY
    post, manages = workers["open"] == 1, workers["kind"] >= TEAM_MANAGER
    return {
        "posts": post,
        "vacancies": post & ~employed,
        "agency_covering": agency & post,
        "case_posts": post & (workers["kind"] == WITH_CASES),
        "managers_posts": post & manages,
        "managers_vacant": post & manages & ~employed,
    }


def of_people(workers: Columns, week: int) -> Masks:
    """Tell who is there, and how they are."""
    employed, agency = workers["filled"] == EMPLOYED, workers["filled"] == AGENCY
    cases = workers["kind"] == WITH_CASES
    new = (workers["newly_qualified"] == 1) & (workers["experience"] < 1.0)
    stressed = workers["stressed"] == 1
    return {
        "in_post": employed,
        "agency_staff": agency,
        "case_holders": (employed | agency) & cases,
        "managers": employed & (workers["kind"] >= TEAM_MANAGER),
        "first_year": employed & new,
        "seniors": employed & cases & (workers["senior"] == 1),
        "tenure_under_5": employed & (week - workers["started"] < FIVE_YEARS),
        "experience_under_2": employed & (workers["experience"] < 2.0),
        "suspended": employed & (week < workers["suspended_until"]),
        "stressed": employed & stressed,
        "not_stressed": employed & ~stressed,
    }


def adder(world: World, authority: NDArray[np.int32]) -> Any:
    """Make what adds up a column by authority into a counter."""
    tally, places = world.tables.tally, len(world.tables.councils)

    def add(name: str, values: NDArray[np.float64]) -> None:
        tally[::CELLS, index(name)] = np.bincount(authority, values, places)

    return add


def count_between(world: World) -> None:
    """Count people between posts, trainees and the newly qualified, by authority."""
    t = world.tables
    filled = column(t.between, "filled")
    add = adder(world, column(t.between, "authority"))
    add("on_books", (filled == ON_BOOKS) * 1.0)
    add("looking", (filled == LOOKING) * 1.0)
    t.tally[::CELLS, index("trainees")] = column(t.councils, "trainees")
