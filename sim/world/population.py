"""The first families: drawn so that ages, sizes and deprivation are as they stay."""

import numpy as np
from numpy.typing import NDArray

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.chance import Chance, keys, normal_quantile, normal_share
from sim.kernel.compiled import compiled
from sim.measures.counters import CELLS
from sim.parameters.families import Families
from sim.parameters.loops import Loops
from sim.parameters.partners import Partners
from sim.rules.family import (
    ADULT,
    FamilyLuck,
    begin_family,
    count_children,
    drift,
    passage_of,
    size_of,
)
from sim.rules.harm import refresh
from sim.rules.turn import blank_file
from sim.scenario import Scenario
from sim.state.columns import NEVER, Rows, column
from sim.state.household import Household
from sim.state.organisation import Council
from sim.state.record import Record
from sim.state.tables import Tables
from sim.state.trace import Trace
from sim.state.truth import Chances, Truth
from sim.world.settings import Rates

DECILES = 10


def sizes(setting: Scenario) -> list[int]:
    """Count the simulated families of each authority."""
    return [round(place.families * setting.population_scale) for place in setting.authorities]


def settle(tables: Tables, rates: Rates, chance: Chance, week: int) -> None:
    """Draw the first families, in the middle of their lives."""
    number = np.arange(len(tables.homes))
    place = chance.uniforms("population.place", week, number)
    stage = chance.uniforms("population.stage", week, number)
    size = chance.uniforms("population.size", week, number)
    luck = keys(chance, FamilyLuck, "families", week)
    settle_all(
        tables.homes, tables.truth, tables.record, tables.trace, tables.chances, tables.councils,
        week, place, stage, size, rates.families, rates.partners, rates.loops,
        luck,
    )  # fmt: skip
    cells, children = column(tables.homes, "cell"), column(tables.homes, "children")
    tables.population[:] = np.bincount(cells, children, len(tables.population))


@compiled
def longer_lives(p: Families, u: float) -> float:
    """Turn luck so that larger families are found in proportion to the years they last.

    returns : a uniform number which `size_of` turns into the size of a family found there
    """
    one, two, three = p.one_child, p.two_children, p.three_children
    four = 1.0 - one - two - three
    w1 = one * ADULT
    w2 = two * (ADULT + p.spacing_years)
    w3 = three * (ADULT + 2.0 * p.spacing_years)
    place = u * (w1 + w2 + w3 + four * (ADULT + 3.0 * p.spacing_years))
    if place < w1:
        return 0.5 * one
    if place < w1 + w2:
        return one + 0.5 * two
    return one + two + 0.5 * three if place < w1 + w2 + w3 else 1.0 - 0.5 * four


@compiled
def settle_all(
    homes: Rows[Household], truth: Rows[Truth], record: Rows[Record], trace: Rows[Trace],
    chances: Chances, councils: Rows[Council], week: int, place: NDArray[np.float64],
    stage: NDArray[np.float64], size: NDArray[np.float64], p: Rows[Families], q: Rows[Partners],
    loops: Rows[Loops], luck: FamilyLuck,
) -> None:  # fmt: skip
    """Draw each family: where, since when, and what it is like."""
    for i in range(len(homes)):
        home = homes[i]
        a = home.authority
        tenth = normal_share(councils[a].deprivation + normal_quantile(place[i]))
        home.decile = min(DECILES, 1 + int(DECILES * tenth))
        home.cell = a * CELLS + (home.decile + 1) // 2
        begin_family(home, truth[i], p[a], i, luck)
        resize(home, truth[i], p[a], longer_lives(p[a], size[i]))
        life = ADULT * WEEKS_IN_YEAR + home.spacing * (home.born - 1)
        home.first_birth = week - int(stage[i] * life)
        blank_file(record[i])
        trace[i].changed = NEVER
        trace[i].ended = NEVER
        count_children(home, p[a], week)
        drift(truth[i], passage_of(p[a], 0.0, 0.0), i, luck)
        refresh(home, truth[i], record[i], chances, i, week, p[a], q[a], loops[a])


@compiled
def resize(home: Household, truth: Truth, p: Families, u: float) -> None:
    """Give a family another size than it was drawn with."""
    before = home.born
    home.born = size_of(p, u)
    truth.lasting_pressure += p.pressure_per_child * (home.born - before)
