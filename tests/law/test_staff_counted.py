"""Staff are counted once: the table by grade and experience agrees with the counters."""

import numpy as np
import pytest

from sim.state.staffed import COUNTED, EXPERIENCE, GRADES, STATE, WORK
from sim.study.dictionary import words
from tests.worlds import small, world

WEEKS = 60


@pytest.fixture(scope="module")
def tables():
    model = world(small(families=12_000, past=4))
    for _ in range(WEEKS):
        model.step()
    return model.recorder.tables()


def by_quarter(rows, name):
    """A column added up over the groups of each quarter and authority."""
    return rows.groupby(["first_week", "authority"])[name].sum()


def counter(tables, name):
    rows = tables["quarterly"]
    return by_quarter(rows[rows["quintile"] == 0], name)


def weighed(rows, name):
    return rows.assign(**{name: rows[name] * rows["fte"]})


@pytest.mark.parametrize(
    ("among", "name"),
    [
        ("", "in_post"),
        ("first year", "first_year"),
        ("senior practitioner", "seniors"),
        ("manager", "managers"),
    ],
)
def test_staff_of_each_grade_are_those_of_the_headcount(tables, among, name):
    staff = tables["staff"]
    own = staff[(staff["terms"] == "permanent") & staff["grade"].str.contains(among)]
    weeks = own.groupby(["first_week", "authority"])["weeks"].first()
    people = by_quarter(own, "fte") * weeks
    expected = counter(tables, f"{name}_weeks").reindex(people.index)
    assert len(people) > 4
    np.testing.assert_allclose(people, expected)


def test_agency_workers_are_those_of_the_headcount(tables):
    staff = tables["staff"].assign(weeks_here=lambda t: t["fte"] * t["weeks"])
    own = staff[staff["terms"] == "agency"]
    assert own["weeks_here"].sum() > 0
    np.testing.assert_allclose(own["weeks_here"].sum(), counter(tables, "agency_staff_weeks").sum())


@pytest.mark.parametrize("name", ["strain", "stressed"])
def test_means_are_those_of_the_sums(tables, name):
    staff = tables["staff"]
    own = weighed(staff[staff["terms"] == "permanent"], name)
    weeks = own.groupby(["first_week", "authority"])["weeks"].first()
    sums = by_quarter(own, name) * weeks
    np.testing.assert_allclose(sums, counter(tables, f"{name}_weeks").reindex(sums.index))
    assert (sums != 0).any()


@pytest.mark.parametrize("name", WORK)
def test_days_and_hours_are_those_of_the_week_as_it_was_worked(tables, name):
    staff = tables["staff"]
    own = staff[staff["terms"] == "permanent"] if name.startswith("days") else staff
    sums = by_quarter(own, name)
    assert (sums > 0).any()
    np.testing.assert_allclose(sums, counter(tables, name).reindex(sums.index))


def test_cases_are_those_that_case_holders_hold(tables):
    staff = tables["staff"]
    sums = by_quarter(staff.assign(cases=staff["cases"] * staff["weeks"]), "cases")
    np.testing.assert_allclose(sums, counter(tables, "cases_weeks").reindex(sums.index))
    later = staff["grade"].isin(["without cases", "team manager", "service manager"])
    assert (staff.loc[later, "cases"] == 0).all()


def test_groups_are_known_and_what_never_happened_is_left_out(tables):
    staff = tables["staff"]
    assert set(staff["grade"]) == set(GRADES)
    assert set(staff["experience"]) == set(EXPERIENCE)
    assert set(staff.loc[staff["grade"] == "first year", "experience"]) == {"under 1"}
    assert list(staff.columns[-len(COUNTED) :]) == [*STATE, *WORK]
    counted = staff[["fte", *WORK]].to_numpy()
    assert (counted > 0).any(axis=1).all()


@pytest.mark.parametrize("table", ["staff", "jobs"])
def test_the_dictionary_has_words_for_every_column(tables, table):
    assert set(tables[table].columns) <= set(words(table))
