"""All tables of a world together."""

from dataclasses import dataclass, fields
from typing import Any, NamedTuple, cast

import numpy as np
from numpy.typing import NDArray

from sim.measures.counters import CELLS, NAMES
from sim.state.columns import Rows, Views
from sim.state.decided import Decided
from sim.state.household import Household
from sim.state.market import Market
from sim.state.organisation import (
    Agency,
    Chief,
    Council,
    Director,
    Inspector,
    Manager,
    National,
    Team,
)
from sim.state.record import Record
from sim.state.staffed import Staffed
from sim.state.trace import Book, Trace
from sim.state.truth import Chances, Truth
from sim.state.worker import Worker

type Tally = NDArray[np.float64]  # rows of cells, columns of counters, or one column of them


class Lists(NamedTuple):
    """Families of a kind, so that no stage looks for them: rows, then how many are valid."""

    families: NDArray[np.int32]
    count: NDArray[np.int64]  # type: ignore[assignment]  # (1,); not what a tuple counts


@dataclass(slots=True)
class Tables:
    """The state of a world: plain arrays, so that it can be stored and compared.

    known, harmed, helped : families with an open case, being harmed, in early help
    workers, between      : social workers in their posts, and those between posts
    queue                 : families whose contact waits, oldest first
    population            : (authorities × cells,) dependent children
    tally                 : (authorities × cells, counters) what happened this week
    decided               : what was decided this week, against the truth
    staffed               : who worked this week and how they are, by grade and experience
    """

    homes: Rows[Household]
    truth: Rows[Truth]
    chances: Chances
    record: Rows[Record]
    trace: Rows[Trace]
    workers: Rows[Worker]
    between: Rows[Worker]
    markets: Rows[Market]
    teams: Rows[Team]
    councils: Rows[Council]
    agencies: Rows[Agency]
    managers: Rows[Manager]
    directors: Rows[Director]
    chiefs: Rows[Chief]
    inspectors: Rows[Inspector]
    national: Rows[National]
    known: Lists
    harmed: Lists
    helped: Lists
    queue: Lists
    population: NDArray[np.float64]
    tally: Tally
    decided: Decided
    staffed: Staffed
    spells: Book
    jobs: Book
    incidents: Book
    judgements: Book
    stories: Book

    def viewed(self) -> "Tables":
        """Give the same tables as agents see them: rows in plain Python numbers."""
        seen = {part.name: getattr(self, part.name) for part in fields(self)}
        for name, table in seen.items():
            if isinstance(table, np.ndarray) and table.dtype.names:
                seen[name] = cast(Any, Views(cast(Rows[Any], table)))
        return Tables(**seen)


def blank_tally(authorities: int) -> Tally:
    """Make an empty tally."""
    return np.zeros((authorities * CELLS, len(NAMES)))


def blank_list(families: int) -> Lists:
    """Make an empty list that can hold every family."""
    return Lists(np.zeros(families, np.int32), np.zeros(1, np.int64))


def blank_book(columns: int, rows: int = 4096) -> Book:
    """Make an empty book."""
    return Book(np.zeros((rows, columns)), np.zeros(1, np.int64))


__all__ = ["Lists", "Tables", "Tally", "blank_book", "blank_list", "blank_tally"]
