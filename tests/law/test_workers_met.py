"""Children's workers are counted once a year, and what changing staff costs follows its parts."""

import numpy as np
import pytest

from sim.casefile.status import ASSESSMENT
from sim.measures.counters import index
from sim.state.columns import NOBODY, column
from tests.worlds import small, world


@pytest.fixture(scope="module")
def year():
    """A world at the end of its first financial year, and the workers its open cases met."""
    model = world(small(families=12_000, past=4))
    record, homes = model.tables.record, model.tables.homes
    met = (column(record, "worker") != NOBODY).astype(int)
    while True:
        model.step()
        met += column(record, "allocated") == model.week - 1
        if model.calendar.ends_year(model.week - 1):
            break
    began = model.calendar.last_year_end(model.week - 1)
    open_ = (column(record, "status") >= ASSESSMENT) & (column(record, "opened") <= began)
    return model, met[open_], column(homes, "children")[open_]


def counted(model, name):
    return model.tables.tally[:, index(name)].sum()


def test_the_year_before_ended_the_week_before_the_run(year):
    assert year[0].calendar.last_year_end(year[0].week - 1) == -1


def test_children_open_all_year_are_told_by_the_workers_they_met(year):
    model, met, children = year
    assert counted(model, "open_all_year") == children.sum() > 20
    assert counted(model, "open_all_year_one_worker") == children[met == 1].sum() > 0
    assert counted(model, "open_all_year_three_workers") == children[met >= 3].sum() > 0
    assert (met == 2).any()


def test_a_new_year_begins_with_the_worker_of_the_day(year):
    t = year[0].tables
    known = t.known.families[: t.known.count[0]]
    still = known[column(t.record, "status")[known] >= ASSESSMENT]
    has_worker = column(t.record, "worker")[still] != NOBODY
    np.testing.assert_array_equal(column(t.record, "workers_met")[still], has_worker)


def test_the_cost_of_churn_is_that_of_its_parts_and_no_further_spend(year):
    model = year[0]
    rates = model.rates.money[0]
    rows = model.recorder.tables()["quarterly"].sum(numeric_only=True)
    hour = rates.staff_cost * rates.direct_staff_share
    hour /= model.rates.casework[0].contract_hours * 365.25 / 7
    assert rows["churn_recruiting"] == pytest.approx(rows["starters"] * rates.recruiting_cost)
    assert rows["churn_agency"] == pytest.approx(
        rows["spend_agency"] * (1 - 1 / rates.agency_premium)
    )
    assert rows["churn_hours"] == pytest.approx(rows["hours_lost"] * hour)
    parts = [name for name in rows.index if name.startswith("spend_")]
    assert rows["spend"] == pytest.approx(rows[parts].sum())
    assert min(rows["churn_recruiting"], rows["churn_agency"], rows["churn_hours"]) > 0
