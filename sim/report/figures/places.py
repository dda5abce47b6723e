"""Groups of authorities: what the experiment tells apart, over the whole period and by year."""

import re
from collections.abc import Iterator, Sequence
from textwrap import fill

import pandas as pd

from sim.report.comparison import Comparison
from sim.report.figures.figure import Figure
from sim.report.figures.groups import Grouping, figure
from sim.scenario.place import Group

MOST = 8
WRAP = 12
FEWEST_YEARS = 2


def groups(comparison: Comparison) -> Iterator[Figure | None]:
    """Draw the effects in each group that the experiment names, and then year by year in each."""
    told = comparison.experiment.groups
    if not told:
        return
    names = [one.name for one in comparison.measures][:MOST]
    rows = of_groups(comparison.period_rows, told)
    yield figure(comparison, beside_one_another(told), names, rows)
    for group in told:
        own = rows[rows["group"] == group.name]
        years = sorted(whole_years(own))
        if len(years) >= FEWEST_YEARS:
            yield figure(comparison, over_years(group, years), names, in_years(own, years))


def of_groups(rows: pd.DataFrame, told: Sequence[Group]) -> pd.DataFrame:
    """Name the group of each row, and leave out authorities of none."""
    group_of = {name: group.name for group in told for name in group.authorities}
    return rows.assign(group=rows["authority"].map(group_of)).dropna(subset=["group"])


def beside_one_another(told: Sequence[Group]) -> Grouping:
    """Set the groups beside one another."""
    names = tuple(group.name for group in told)
    sizes = ", ".join(f"{group.name}: {len(group.authorities)}" for group in told)
    return Grouping(
        name="by-group", column="group", cells=names,
        ticks=tuple(fill(name, WRAP) for name in names), words=names, one="group",
        by=f"group of authorities ({sizes})", heading="Group", ends=names, rest="",
    )  # fmt: skip


def over_years(group: Group, years: Sequence[str]) -> Grouping:
    """Set the years of one group beside one another."""
    slug = re.sub(r"[^a-z0-9]+", "-", group.name.lower()).strip("-")
    return Grouping(
        name=f"by-year-{slug}", column="year", cells=tuple(years),
        ticks=tuple(year[2:] for year in years), words=tuple(years), one="year",
        by=f"financial year in {group.name}", heading="Year", ends=(years[0], years[-1]),
        rest="the years between",
    )  # fmt: skip


def whole_years(rows: pd.DataFrame) -> list[str]:
    """Name the financial years of which every quarter lies in the period."""
    quarters = rows["quarter"].drop_duplicates().str[:7].value_counts()
    return [str(year) for year in quarters.index[quarters == 4]]


def in_years(rows: pd.DataFrame, years: Sequence[str]) -> pd.DataFrame:
    """Keep the rows of these years."""
    return rows[rows["quarter"].str[:7].isin(years)]
