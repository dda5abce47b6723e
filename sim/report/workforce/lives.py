"""Working lives: strain and sickness of social workers by experience and by grade."""

import pandas as pd

from sim.report.comparison import Comparison
from sim.report.figures.chosen import chosen, left_out
from sim.report.figures.figure import Figure
from sim.report.figures.style import MOST_IN_ONE
from sim.report.numbers import capital, listed
from sim.report.words.sentences import count_clear
from sim.report.workforce.levels import written
from sim.report.workforce.picture import sheets
from sim.report.workforce.staff import BY, DRAWN, TOLD, Staff, highest, staff, subject

YEARS = {"under 1": "under one year", "10 and over": "ten years and over"}
MOST_TOLD = 3
NO_TERMS = (
    "Strain is nought at the base year’s load; those who hold full cases for the first time take "
    "most of it in, and leaving takes the most strained away, so that what is left is mixed."
)


def lives(comparison: Comparison) -> Figure | None:
    """Draw the strain and sickness of permanent staff; nothing where they were not counted."""
    found = staff(comparison)
    if found is None:
        return None
    names = drawn(found)
    said = told(found)
    return Figure(
        name="working-lives",
        title=title(found),
        subtitle="Strain and sickness absence of permanent social workers and their managers, by "
        f"experience in the profession and by grade; {comparison.period}, {comparison.where}; "
        + comparison.of_intervals(
            f"markers: means of {comparison.spread}, with unadjusted 95% intervals; the title goes "
            f"by paired differences, adjusted{adjusted(found)} (Holm)"
        )
        + left_out(comparison, names),
        alt=f"Levels by experience and by grade. {said}",
        description=f"{said} {NO_TERMS}",
        data=found.levels,
        table=table(found),
        sheets=sheets(found, names),
    )


def drawn(found: Staff) -> list[str]:
    """Choose the scenarios to draw: no more than a chart can hold."""
    comparison = found.comparison
    names = chosen(comparison, found.changes)
    if len(names) <= MOST_IN_ONE:
        return names
    best = {one.scenario: one.p_holm for one in sorted(found.changes, key=lambda e: -e.p_holm)}
    clearest = sorted(comparison.policies, key=lambda name: best[name])[: MOST_IN_ONE - 1]
    return [name for name in names if name == comparison.baseline or name in clearest]


def adjusted(found: Staff) -> str:
    """Say over how many comparisons policies' changes were adjusted."""
    return f" for {len(found.changes)} comparisons where policies are" if found.changes else ""


def title(found: Staff) -> str:
    """Tell at which experience strain is highest, and which policies moved anything."""
    top = peak(found)
    if not found.changes:
        return capital(top)
    told = count_clear(found.changes, found.comparison.titles, "levels")
    return f"{capital(top)}. {told}"


def peak(found: Staff) -> str:
    """Tell where strain is highest, and no more than replicates can tell apart."""
    if not found.comparison.has_intervals:
        level = found.level(found.comparison.baseline, "experience", "strain")["value"]
        top = years(str(level.idxmax()))
        return f"strain is highest at {top} of experience in the one replicate"
    likely = highest(found, "experience", "strain")
    if len(likely) > MOST_TOLD:
        return "strain is not clearly highest at any length of experience"
    bands = listed([years(one) for one in likely], "or")
    return f"strain is highest at {bands} of experience"


def years(band: str) -> str:
    """Write a band of experience as in a sentence."""
    return YEARS.get(band) or f"{band} years"


def told(found: Staff) -> str:
    """Tell the levels of the scenario compared with."""
    parts = []
    for measure in DRAWN:
        shown, label = TOLD[measure][3:5]
        level = found.level(found.comparison.baseline, "experience", measure)["value"]
        of = [f"{shown.number(level[one])} at {years(one)}" for one in found.groups("experience")]
        parts.append(f"{label} ({shown.unit}) by experience: {listed(of)}.")
    named = found.comparison.titles[found.comparison.baseline]
    return f"Under “{named}”: {' '.join(parts)}"


def table(found: Staff) -> pd.DataFrame:
    """Show every level, as a reader should meet it."""
    rows = []
    for row in found.levels.itertuples():
        shown = subject(str(row.measure)).shown
        rows.append({
            "By": capital(BY[str(row.by)][0]),
            "Group": group_name(str(row.by), str(row.group)),
            "Measure": f"{subject(str(row.measure)).label} ({shown.unit})",
            "Scenario": found.comparison.titles[str(row.scenario)],
            **written(row, shown),
        })  # fmt: skip
    return pd.DataFrame(rows)


def group_name(by: str, group: str) -> str:
    """Write a group's name by itself."""
    return capital(years(group) if by == "experience" else group)
