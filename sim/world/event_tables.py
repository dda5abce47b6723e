"""Tables of what happens now and then: serious incidents, judgements of inspectors, stories."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from sim.casefile.status import CaseStatus
from sim.measures.counters import CELLS
from sim.rules.consequences import INCIDENT_COLUMNS
from sim.rules.press import STORY_COLUMNS
from sim.state.organisation import FOCUSED, FULL, JOINT, MONITORING, Area
from sim.world.settings import GRADES
from sim.world.world import JUDGEMENT_COLUMNS

if TYPE_CHECKING:
    from sim.state.trace import Book
    from sim.world.world import World

KNOWN = ("never", "closed", "open")
VISITS = {FULL: "full", MONITORING: "monitoring", FOCUSED: "focused", JOINT: "joint"}
AREAS = {
    Area.PROTECTION: "help and protection", Area.CARE: "children in care",
    Area.LEADERS: "leaders", Area.OVERALL: "overall",
}  # fmt: skip


def event_tables(world: World) -> dict[str, pd.DataFrame]:
    """Write the tables of a run, by name."""
    return {
        "incidents": incidents(world),
        "judgements": judgements(world),
        "stories": stories(world),
    }


def written(book: Book, columns: tuple[str, ...]) -> pd.DataFrame:
    """Turn a book into a table."""
    return pd.DataFrame(book.rows[: book.count[0]].copy(), columns=list(columns))


def names_of(world: World) -> np.ndarray:
    """Give the authorities' names."""
    return np.array([place.name for place in world.setting.authorities])


def placed(world: World, frame: pd.DataFrame) -> pd.DataFrame:
    """Name the authority and quintile of each row's cell."""
    cell = frame["cell"].astype(int)
    frame.insert(0, "authority", names_of(world)[cell // CELLS])
    frame.insert(1, "quintile", cell % CELLS)
    frame["cell"] = cell
    return frame


def incidents(world: World) -> pd.DataFrame:
    """Write serious incidents, drawn at full scale."""
    frame = placed(world, written(world.tables.incidents, INCIDENT_COLUMNS)).drop(columns="cell")
    frame["week"] = frame["week"].astype(int)
    frame["family"] = frame["family"].astype(int)
    frame["age_band"] = np.where(frame.pop("infant") > 0, "under 1", "1 and over")
    statuses = np.array([status.name for status in CaseStatus])
    frame["status_then"] = statuses[frame.pop("status").astype(int)]
    frame["known"] = np.array(KNOWN)[frame["known"].astype(int)]
    for flag in ("fatal", "published"):
        frame[flag] = frame[flag] > 0
    return frame


def judgements(world: World) -> pd.DataFrame:
    """Write inspectors' visits, and what they judged of each area."""
    frame = written(world.tables.judgements, JUDGEMENT_COLUMNS).astype(int)
    return pd.DataFrame(
        {
            "week": frame["week"],
            "authority": names_of(world)[frame["authority"]],
            "visit": frame["visit"].map(VISITS).astype(object),
            "area": frame["area"].map(AREAS).astype(object),
            "grade": np.array(GRADES)[frame["grade"]],
        }
    )


def stories(world: World) -> pd.DataFrame:
    """Write what was in the papers, and how much was written of it."""
    frame = written(world.tables.stories, STORY_COLUMNS)
    frame = frame[frame["week"] >= 0].reset_index(drop=True)
    return pd.DataFrame(
        {
            "week": frame["week"].astype(int),
            "authority": names_of(world)[frame["authority"].astype(int)],
            "about": np.where(frame["judgement"] > 0, "judgement", "incident"),
            "size": frame["size"],
            "first_month": frame["first_month"],
            "first_year": frame["first_year"],
        }
    )
