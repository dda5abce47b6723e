"""The page's section on decisions: levels, changes, groups and what made up the criteria."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from sim.analysis.decisions.detection import called
from sim.report.comparison import Comparison
from sim.report.detection import groups, smallest
from sim.report.detection.composed import Made, made
from sim.report.detection.decided import (
    AREAS,
    ASKS,
    PLACES,
    SHARES,
    Decided,
    decided,
    shown_of,
    subject_of,
)
from sim.report.files.workbook import Leaf
from sim.report.tables import Changes, blocks, laid_out
from sim.report.words.effect import Effect, by_place

SPREADSHEET_NOTE = "Intervals of groups are unadjusted: a table to look things up in."


@dataclass(frozen=True, slots=True)
class Line:
    """One decision of the scenario compared with: each level with its interval."""

    name: str
    asks: str
    cells: list[tuple[str, str]]


@dataclass(frozen=True)
class Section:
    """What the page says of decisions, and the tables that stand beside it.

    levels  : a line for each decision
    changes : in sensitivity and specificity, a column for each policy
    groups  : sensitivity and specificity of groups of children
    made    : what made up the criteria, if that is known
    """

    levels: list[Line]
    changes: list[Changes]
    groups: list[groups.Table]
    made: Made | None
    files: dict[str, pd.DataFrame] = field(repr=False)


def said(comparison: Comparison) -> dict[str, Any]:
    """Gather what the page says of decisions, and of incidents that the runs could have shown."""
    told = smallest.could_show(comparison)
    return {
        "decisions": section(comparison),
        "incidents": told,
        "incidents_said": smallest.sentence(comparison, told),
        "incident_lines": smallest.lines(comparison, told),
    }


def section(comparison: Comparison) -> Section | None:
    """Gather the section; nothing if the results hold no decisions."""
    found = decided(comparison)
    if found is None:
        return None
    by_group, composed = groups.by_group(found), made(comparison)
    files = {"decisions": of_decisions(found), "decisions-by-group": by_group}
    if composed:
        files["criteria"] = composed.table
    return Section(levels(found), changed(found), groups.tables(found, by_group), composed, files)


def levels(found: Decided) -> list[Line]:
    """Write the levels of the scenario compared with."""
    return [Line(one.capitalize(), ASKS[one], cells(found, one)) for one in found.known]


def cells(found: Decided, decision: str) -> list[tuple[str, str]]:
    """Write one decision's levels, each with its interval."""
    told = []
    for name in (*SHARES, *PLACES, "d_area"):
        shown, level = shown_of(name), found.level(name, decision)
        told.append((shown.number(level.mean), shown.levels(level.low, level.high)))
    return told


def changed(found: Decided) -> list[Changes]:
    """Lay out the changes in sensitivity and specificity."""
    if not found.comparison.policies:
        return []
    lines = [
        (subject_of(name, one), shown_of(name).number(found.level(name, one).mean), "")
        for one in found.known
        for name in SHARES
    ]
    return blocks(laid_out(found.comparison, lines, found.shares))


def of_decisions(found: Decided) -> pd.DataFrame:
    """Give levels and changes of every decision, for files.

    returns : columns scenario, decision, number (sensitivity and specificity in per cent, d_prime,
              criterion and d_area in SD, area), value, low, high, n; for policies also change,
              change_low, change_high (unadjusted), low_adjusted, high_adjusted and clear, which
              are adjusted over the shares of all decisions, and over d′ and c of all decisions
    """
    told = by_place([*found.shares, *found.places])
    rows = []
    for decision in found.known:
        for number in (*SHARES, *PLACES, *AREAS):
            for scenario in found.comparison.scenarios:
                level = found.level(number, decision, scenario)
                effect = told.get((called(number, decision), scenario))
                rows.append({
                    "scenario": scenario, "decision": decision, "number": number,
                    "value": level.mean, "low": level.low, "high": level.high, "n": level.n,
                    **(of_effect(effect) if effect else {}),
                })  # fmt: skip
    return pd.DataFrame(rows)


def of_effect(effect: Effect) -> dict[str, Any]:
    """Take from an effect what stands in a file."""
    return {
        "change": effect.change, "change_low": effect.low, "change_high": effect.high,
        "low_adjusted": effect.low_adjusted, "high_adjusted": effect.high_adjusted,
        "clear": effect.clear,
    }  # fmt: skip


def write_files(folder: Path, told: Section | None) -> None:
    """Write the section's tables beside the page."""
    for name, table in (told.files if told else {}).items():
        table.to_csv(folder / f"{name}.csv", index=False, lineterminator="\n")


def leaves(told: Section | None, incidents: Sequence[smallest.Smallest]) -> list[Leaf]:
    """Lay out the section's tables as sheets."""
    titles = {
        "decisions": ("Decisions", "Decisions held against the truth"),
        "decisions-by-group": ("Decisions by group", "The same by harm, age and deprivation"),
        "criteria": ("Criteria", "What made up the criterion of each decision"),
    }
    sheets = [
        Leaf(*titles[name], table, SPREADSHEET_NOTE if name == "decisions-by-group" else "")
        for name, table in (told.files if told else {}).items()
    ]
    if incidents:
        shown = pd.DataFrame([asdict(one) for one in incidents])
        sheets.append(Leaf("Serious incidents", "The smallest effect that could be shown", shown))
    return sheets
