"""Groups of children: sensitivity and specificity by kind of harm, age and deprivation."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from sim.analysis.breakdown import broken_down
from sim.analysis.decisions.detection import NONE, rates
from sim.analysis.intervals import Interval
from sim.analysis.yearly import RUN
from sim.report.comparison import LEVEL
from sim.report.detection.decided import SHARES, Decided, shown_of, within
from sim.state.decided import AGE_BANDS, QUINTILES, TRUTHS

KINDS = {
    "neglect": "Neglect", "emotional": "Emotional abuse", "physical": "Physical abuse",
    "sexual": "Sexual abuse", "several kinds": "Several kinds",
    "ended within three months": "Ended within three months",
}  # fmt: skip
FIFTHS = {1: "1, least deprived", QUINTILES: f"{QUINTILES}, most deprived"}
type Known = dict[tuple[str, str, str, str], Interval]

BY: dict[str, tuple[str, list[Any]]] = {
    "truth": ("Kind of harm", [one for one in TRUTHS if one != NONE]),
    "youngest": ("Age of the youngest child", list(AGE_BANDS)),
    "quintile": ("Quintile of deprivation", list(range(1, QUINTILES + 1))),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One group of children: its name, and a level with its interval for each decision."""

    label: str
    cells: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Table:
    """One share of every group, decision by decision."""

    title: str
    decisions: Sequence[str]
    parts: list[tuple[str, list[Line]]]


def by_group(found: Decided) -> pd.DataFrame:
    """Break sensitivity and specificity down, for every scenario and decision, in per cent.

    returns : columns scenario, decision, by, group, measure, value, low, high, n, change,
              change_low, change_high, pairs; intervals are unadjusted
    """
    parts = []
    for column in BY:
        told = rates(found.decisions, (column,))
        for measure in SHARES:
            rows = told[[*RUN, "decision", column]].assign(value=100 * told[measure])
            kept = rows.dropna(subset="value").rename(columns={column: "group"})
            kept = kept[kept["group"].ne(NONE)]
            parts.append(kept.assign(by=column, measure=measure, group=kept["group"].astype(str)))
    values = pd.concat(parts, ignore_index=True)
    keys = ["decision", "by", "group", "measure"]
    return broken_down(values, keys, found.comparison.baseline, LEVEL)


def tables(found: Decided, groups: pd.DataFrame) -> list[Table]:
    """Lay out the baseline's levels for the page."""
    rows = groups[groups["scenario"] == found.comparison.baseline]
    bounds = rows[["measure", "by", "group", "decision", "value", "low", "high"]]
    known: Known = {
        (measure, by, group, decision): within(Interval(value, low, high, 0))
        for measure, by, group, decision, value, low, high in bounds.itertuples(index=False)
    }
    return [table(found, known, measure) for measure in SHARES]


def table(found: Decided, known: Known, measure: str) -> Table:
    """Lay out one share; a specificity has no kind of harm."""
    parts = []
    for column, (heading, cells) in BY.items():
        lines = [
            Line(named(one), [cell(known, (measure, column, str(one), s)) for s in found.stages])
            for one in cells
            if any((measure, column, str(one), s) in known for s in found.stages)
        ]
        if lines:
            parts.append((heading, lines))
    return Table(SHARES[measure][0], found.stages, parts)


def named(group: Any) -> str:
    """Write a group's name."""
    return KINDS.get(group) or FIFTHS.get(group) or str(group).capitalize()


def cell(known: Known, place: tuple[str, str, str, str]) -> tuple[str, str]:
    """Write one level and its interval; nobody has neither."""
    if place not in known:
        return "nobody", ""
    level, shown = known[place], shown_of(place[0])
    return shown.number(level.mean), shown.levels(level.low, level.high)
