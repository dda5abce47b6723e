"""Groupings: deprivation of children's neighbourhoods, and kinds of council."""

from sim.measures import MEASURES
from sim.measures.compute import by_quintile
from sim.report.comparison import Comparison
from sim.report.figures.chosen import over_time
from sim.report.figures.figure import Figure
from sim.report.figures.groups import Grouping, figure
from sim.report.numbers import counted
from sim.scenario.place import KINDS

MOST, MANY, FEW = 3, 8, 2

DEPRIVATION = Grouping(
    name="by-deprivation", column="quintile", cells=(1, 2, 3, 4, 5),
    ticks=("1\nleast", "2", "3", "4", "5\nmost"),
    words=("the least deprived fifth", "the second fifth", "the middle fifth", "the fourth fifth",
           "the most deprived fifth"),
    one="quintile of deprivation", by="quintile of deprivation",
    heading="Quintile (5 most deprived)", ends=(5, 1), rest="the other fifths",
)  # fmt: skip
NAMES = {
    "county": ("county", "counties"), "unitary": ("unitary", "unitary authorities"),
    "metropolitan": ("metro-\npolitan", "metropolitan districts"),
    "london": ("London", "London boroughs"),
}  # fmt: skip


def quintiles(comparison: Comparison) -> Figure | None:
    """Draw the effects on the first few measures that can be told apart by deprivation."""
    names = [one.name for one in comparison.measures if by_quintile(MEASURES[one.name])]
    if not names or not comparison.policies:  # a sweep of many runs is read through for them
        return None
    return figure(comparison, DEPRIVATION, names[: most(comparison)], comparison.by_deprivation)


def kinds(comparison: Comparison) -> Figure | None:
    """Draw the effects by kind of council: the question's measure, and the clearest changes."""
    places = comparison.scenarios[comparison.baseline].authorities
    cells = tuple(kind for kind in KINDS if any(place.kind == kind for place in places))
    if len(cells) < FEW:
        return None
    group = Grouping(
        name="by-kind-of-place", column="kind", cells=cells,
        ticks=tuple(NAMES[kind][0] for kind in cells),
        words=tuple(NAMES[kind][1] for kind in cells), one="kind of place",
        by=f"kind of place ({who(comparison, cells)})", heading="Kind of place", ends=cells,
        rest="",
    )  # fmt: skip
    kind_of = {place.name: place.kind for place in places}
    rows = comparison.period_rows
    names = over_time(comparison)[: most(comparison)]
    return figure(comparison, group, names, rows.assign(kind=rows["authority"].map(kind_of)))


def who(comparison: Comparison, cells: tuple[str, ...]) -> str:
    """Count the authorities of each kind."""
    places = comparison.scenarios[comparison.baseline].authorities
    counts = {kind: sum(place.kind == kind for place in places) for kind in cells}
    if len(set(counts.values())) == 1:
        many = counted(counts[cells[0]], "authority", "authorities")
        return f"{many} of each"
    return ", ".join(f"{n} {NAMES[kind][1]}" for kind, n in counts.items())


def most(comparison: Comparison) -> int:
    """Choose how many measures to break down: fewer where there are many policies."""
    return FEW if len(comparison.policies) > MANY else MOST
