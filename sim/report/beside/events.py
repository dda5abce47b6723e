"""Events: what an event did under each policy, against the same policy without it."""

from dataclasses import dataclass

import pandas as pd

from sim.analysis.paired import adjusted, one
from sim.report.comparison import LEVEL, Comparison
from sim.report.tables import Cell, cell
from sim.report.words.effect import Effect, by_place
from sim.scenario.twin import twin_of

EVERYWHERE = "all places"


@dataclass(frozen=True, slots=True)
class Row:
    """One measure: what the event changed in it under each policy."""

    label: str
    unit: str
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class Place:
    """One group of authorities, or all of them."""

    name: str
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class Events:
    """What events did, with the number of comparisons that intervals are adjusted for."""

    heads: list[str]
    places: list[Place]
    comparisons: int


def twins(comparison: Comparison) -> dict[str, str]:
    """Pair each scenario that holds an event with the same scenario without it."""
    scenarios = comparison.scenarios
    found = {name: twin_of(one, scenarios) for name, one in scenarios.items()}
    return {name: twin for name, twin in found.items() if twin}


def done(comparison: Comparison) -> pd.DataFrame:
    """Compare each scenario that holds an event with its twin, in every group of authorities.

    returns : a row for each place, measure and scenario, as `sim.analysis.paired.effects` gives
              them, with columns place and twin; intervals adjusted together; empty without twins
    """
    pairs = twins(comparison)
    rows = [
        {"place": place_of(here), "measure": measure.name, "scenario": name, "twin": twin,
         **one(here.runs, measure.name, name, twin, LEVEL)}
        for here in (comparison, *comparison.others)
        for measure in comparison.measures
        for name, twin in pairs.items()
    ]  # fmt: skip
    table = pd.DataFrame(rows)
    return table if table.empty else adjusted(table, LEVEL)


def place_of(comparison: Comparison) -> str:
    """Name where a comparison is made."""
    return comparison.group.name if comparison.group else EVERYWHERE


def events(comparison: Comparison) -> Events | None:
    """Lay out what events did; nothing where fewer than two policies have a twin without them."""
    table = done(comparison)
    if table.empty or table["scenario"].nunique() == 1:
        return None
    names = list(table["scenario"].unique())
    places = [Place(str(name), rows_of(comparison, rows, names))
              for name, rows in table.groupby("place", sort=False)]  # fmt: skip
    return Events([comparison.titles[name] for name in names], places, len(table))


def rows_of(comparison: Comparison, table: pd.DataFrame, names: list[str]) -> list[Row]:
    """Write one place's changes, a row for each measure."""
    known = by_place(Effect.of(row) for row in table.itertuples())
    return [
        Row(subject.label, subject.shown.unit,
            [cell(known[subject.name, name], subject) for name in names])
        for subject in comparison.subjects
    ]  # fmt: skip
