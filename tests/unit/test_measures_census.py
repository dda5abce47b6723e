"""Staff are counted each 30 September, as the workforce census counts them."""

import pandas as pd
import pytest

from sim.analysis.yearly import by_year
from sim.measures import MEASURES
from sim.measures.compute import table, total, value

VACANT = [20, 10, 30, 40, 50, 14, 60, 70]
YEARS = ("2024-25", "2025-26")


@pytest.fixture
def rows():
    quarters = [f"{year} Q{n}" for year in YEARS for n in (1, 2, 3, 4)]
    one = pd.DataFrame({
        "scenario": "baseline", "draw": 0, "replicate": 0, "quarter": quarters,
        "first_week": range(0, 104, 13), "weeks": 13, "authority": "A", "vacancies": VACANT,
        "posts": 100,
    })  # fmt: skip
    return pd.concat([one, one.assign(authority="B", vacancies=0)], ignore_index=True)


def test_a_period_of_years_has_the_mean_of_its_censuses(rows):
    assert total(rows, "vacancies", "census") == pytest.approx(12.0)
    assert value(MEASURES["vacancy"], rows) == pytest.approx(6.0)
    assert total(rows, "vacancies", "end") == 70


def test_each_year_has_its_own_census(rows):
    found = table(rows, ["vacancy"], by=("year",))["value"]
    assert list(found) == pytest.approx([5.0, 7.0])
    assert list(by_year(rows, [MEASURES["vacancy"]])["value"]) == pytest.approx([5.0, 7.0])


def test_a_period_without_a_census_is_told_of_its_last_week(rows):
    winter = rows[rows["quarter"].isin(["2024-25 Q3", "2024-25 Q4"])]
    assert value(MEASURES["vacancy"], winter) == pytest.approx(20.0)
    each = table(rows, ["vacancy"], by=("quarter",))["value"]
    assert list(each) == pytest.approx([one / 2 for one in VACANT])
