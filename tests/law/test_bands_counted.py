"""Counts by age, length and caseload are counted again from the tables themselves."""

import numpy as np
import pytest

from sim.casefile.status import CHILD_PROTECTION
from sim.measures.counters import index
from sim.state.columns import column
from sim.state.worker import AGENCY, EMPLOYED, WITH_CASES
from tests.worlds import small, world

WEEKS, YEAR = 104, 365.25 / 7
AGES = {"plans_under_1": (0, 1), "plans_1_to_4": (1, 5), "plans_5_to_9": (5, 10),
        "plans_10_to_15": (10, 16)}  # fmt: skip
CASES = {"holders_under_10": (0, 10), "holders_10_to_15": (10, 15),
         "holders_15_to_20": (15, 20), "holders_20_to_25": (20, 25)}  # fmt: skip
LENGTHS = {"3m": (0, 13), "6m": (14, 26), "1y": (27, 52), "2y": (104, 10_000)}


def on_a_plan(model):
    """Week since which each family is on a plan, and its children; by family."""
    status = column(model.tables.record, "status")
    since = column(model.tables.record, "status_since")
    children = column(model.tables.homes, "children")
    return {int(i): (int(since[i]), int(children[i]))
            for i in np.flatnonzero(status == CHILD_PROTECTION)}  # fmt: skip


def aged(model, low, high):
    """Children on a plan of some age."""
    t, found = model.tables, 0
    for i in on_a_plan(model):
        first, gap = column(t.homes, "first_birth")[i], column(t.homes, "spacing")[i]
        ages = (model.week - 1 - first - gap * np.arange(column(t.homes, "born")[i])) / YEAR
        found += int(((ages >= low) & (ages < high)).sum())
    return found


def holding(model, low, high):
    """Case holders with some number of cases for a full week, FTE."""
    read = {name: column(model.tables.workers, name) for name in ("filled", "kind", "fte", "held")}
    there = np.isin(read["filled"], (EMPLOYED, AGENCY)) & (read["kind"] == WITH_CASES)
    with np.errstate(divide="ignore", invalid="ignore"):
        cases = read["held"] / read["fte"]
    return float(read["fte"][there & (read["held"] > 0) & (cases >= low) & (cases < high)].sum())


@pytest.fixture(scope="module")
def lived():
    model = world(small(families=12_000, past=4, years=3))
    rows, ended = [], dict.fromkeys(LENGTHS, 0)
    counts = dict.fromkeys(("plans_ended", *(f"plans_ended_{one}" for one in LENGTHS)), 0.0)
    before = on_a_plan(model)
    for _ in range(WEEKS):
        model.step()
        tally = model.tables.tally.sum(axis=0)
        rows.append({
            **{name: (tally[index(name)], aged(model, *ends)) for name, ends in AGES.items()},
            **{name: (tally[index(name)], holding(model, *ends)) for name, ends in CASES.items()},
        })  # fmt: skip
        after = on_a_plan(model)
        for i in before.keys() - after.keys():
            since, children = before[i]
            for name, (low, high) in LENGTHS.items():
                ended[name] += children * (low <= model.week - 1 - since <= high)
        before = after
        for name in counts:
            counts[name] += tally[index(name)]
    return rows, ended, counts


@pytest.mark.parametrize("name", [*AGES, *CASES])
def test_every_week_is_counted_as_the_tables_have_it(lived, name):
    counted, again = np.array([row[name] for row in lived[0]]).T
    assert again.sum() > 0
    np.testing.assert_allclose(counted, again)


@pytest.mark.parametrize("length", LENGTHS)
def test_plans_that_ended_are_counted_by_their_length(lived, length):
    _, ended, counts = lived
    # a family whose child grew up, or that moved, in the week a plan ended counts otherwise here
    assert counts[f"plans_ended_{length}"] == pytest.approx(ended[length], rel=0.05, abs=4)


def test_lengths_leave_only_plans_of_one_to_two_years(lived):
    counts = lived[2]
    told = sum(counts[f"plans_ended_{one}"] for one in LENGTHS)
    assert 0 < told < counts["plans_ended"]
