from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sim.scenario.reading.days import NotADate, first_day, is_price_year, last_day

START = date(2023, 4, 1)


def test_a_month_begins_on_its_first_day_and_ends_with_its_last():
    assert first_day("2028-02") == date(2028, 2, 1)
    assert last_day("2028-02") == date(2028, 2, 29)


def test_a_day_is_itself():
    assert first_day("2026-04-06") == last_day("2026-04-06") == date(2026, 4, 6)


def test_years_of_the_run_count_from_its_start():
    assert first_day("year 1", START) == START
    assert first_day("year 3", START) == date(2025, 4, 1)
    assert last_day("year 3", START) == date(2026, 3, 31)


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("2026-4", "Write 2026-04."),
        ("2026/04", "Write 2026-04."),
        ("April 2026", "Write 2026-04."),
        ("2026 apr", "Write 2026-04."),
        ("2026-13", "Write a month as 2026-04, a day as 2026-04-06, or “year 3” of the run."),
        ("soon", "Write a month as 2026-04, a day as 2026-04-06, or “year 3” of the run."),
    ],
)
def test_a_date_written_otherwise_is_refused_with_what_to_write(written, advice):
    with pytest.raises(NotADate) as refused:
        first_day(written, START)
    assert refused.value.advice == advice


@given(some.text(max_size=12))
def test_any_text_is_a_date_or_refused(written):
    with suppress(NotADate):
        assert isinstance(last_day(written, START), date)


def test_price_years_are_financial_years():
    assert is_price_year("2025-26")
    assert is_price_year("1999-00")
    assert not is_price_year("2025-27")
    assert not is_price_year("2025")
