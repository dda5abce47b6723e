"""The page's section on the workforce: changes in working life, and levels by grade."""

from dataclasses import dataclass

from sim.report.comparison import Comparison
from sim.report.numbers import Shown
from sim.report.tables import Changes, blocks, changes
from sim.report.words.effect import Effect
from sim.report.workforce.lives import group_name
from sim.report.workforce.staff import BY, TOLD, Staff, staff

LIFE = (
    "strain", "stressed", "stress_began", "stress_ended", "absence", "overtime", "direct_work",
    "recording", "inexperienced", "vacancy_managers", "starters_newly_qualified",
    "starters_authority", "exit_profession", "exit_agency", "exit_retired", "one_worker",
    "three_workers",
)  # fmt: skip
STAFF = Shown("FTE", 0)


@dataclass(frozen=True, slots=True)
class Line:
    """One group of staff: its name, its size, and each level with its interval."""

    label: str
    size: str
    cells: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Section:
    """What the page says of the workforce.

    changes : in working life, a column for each policy
    heads   : of the table of groups
    parts   : of it, each with its heading and lines
    """

    changes: list[Changes]
    heads: list[str]
    parts: list[tuple[str, list[Line]]]


def life_of(comparison: Comparison) -> list[str]:
    """List the measures of working life that are known."""
    return [name for name in LIFE if comparison.is_known(name)]


def life(comparison: Comparison) -> list[Effect]:
    """Compare them, adjusted together."""
    return comparison.effects_among(life_of(comparison))


def section(comparison: Comparison) -> Section | None:
    """Gather the section; nothing if the results hold no count of staff."""
    found = staff(comparison)
    if found is None:
        return None
    subjects = [comparison.subject(name) for name in life_of(comparison)]
    table = changes(comparison, subjects, life(comparison))
    heads = [f"{one[4]} ({one[3].unit})" for one in TOLD.values()]
    parts = [(f"By {words}", lines(found, by)) for by, (words, _) in BY.items()]
    return Section(blocks(table), heads, parts)


def lines(found: Staff, by: str) -> list[Line]:
    """Write the levels of the scenario compared with, group by group."""
    sizes = mean_sizes(found, by)
    return [
        Line(group_name(by, group), STAFF.number(sizes[group]), cells(found, by, group))
        for group in found.groups(by)
    ]


def mean_sizes(found: Staff, by: str) -> dict[str, float]:
    """Count the staff of each group, FTE on average over the period and over runs."""
    comparison = found.comparison
    own = found.sums[found.sums["scenario"] == comparison.baseline]
    weeks = found.table.drop_duplicates("first_week")["weeks"].sum()
    means = own.groupby(by)["fte"].sum() / weeks / comparison.runs_each
    return {str(group): float(value) for group, value in means.items()}


def cells(found: Staff, by: str, group: str) -> list[tuple[str, str]]:
    """Write each level of one group, with its interval."""
    written: list[tuple[str, str]] = []
    for measure, one in TOLD.items():
        level, shown = found.level(found.comparison.baseline, by, measure), one[3]
        if group not in level.index:
            written.append(("none", ""))
            continue
        value, low, high = map(float, level.loc[group])
        written.append((shown.number(value), shown.levels(low, high)))
    return written
