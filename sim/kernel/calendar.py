"""Calendar: weeks with real dates.

A week begins on a Monday and belongs to the financial year (from 1 April) that its Monday
falls in, so a year holds 52 or 53 weeks. Week 0 is the first that begins on or after the
scenario's start; weeks of the past are negative.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import holidays

type Day = date

WEEKS_IN_YEAR = 365.25 / 7
WORKING_DAYS = 5
APRIL, JULY, AUGUST, SEPTEMBER, OCTOBER, DECEMBER = 4, 7, 8, 9, 10, 12
MONTHS_IN_QUARTER = 3


@dataclass(frozen=True, slots=True)
class Calendar:
    """Dates of the weeks of one run; start is the scenario's first day."""

    start: date

    @property
    def first_monday(self) -> date:
        """Monday of week 0."""
        return self.start + timedelta(days=-self.start.weekday() % 7)

    def date(self, week: int) -> date:
        """Monday of a week."""
        return self.first_monday + timedelta(weeks=week)

    def week(self, day: Day) -> int:
        """Week in which a policy that begins on a day is first in force."""
        return -((self.first_monday - day).days // 7)

    def financial_year(self, week: int) -> int:
        """Financial year of a week, by the calendar year it begins in: 2023 is 2023-24."""
        monday = self.date(week)
        return monday.year - (monday.month < APRIL)

    def quarter(self, week: int) -> tuple[int, int]:
        """Financial year and quarter (1 is April to June) of a week."""
        monday = self.date(week)
        return self.financial_year(week), (monday.month - APRIL) % 12 // MONTHS_IN_QUARTER + 1

    def ends_quarter(self, week: int) -> bool:
        """Whether a week is the last of its quarter."""
        return self.quarter(week) != self.quarter(week + 1)

    def ends_year(self, week: int) -> bool:
        """Whether a week is the last of its financial year."""
        return self.financial_year(week) != self.financial_year(week + 1)

    def last_year_end(self, week: int) -> int:
        """Last week of the financial year before that of a week."""
        return max(one for one in range(week - 53, week) if self.ends_year(one))

    def working_days(self, week: int) -> int:
        """Days of a week, Monday to Friday, that are not bank holidays in England."""
        monday = self.date(week)
        off = bank_holidays(monday.year) | bank_holidays(monday.year + 1)
        return sum(monday + timedelta(days=day) not in off for day in range(WORKING_DAYS))

    def school_share(self, week: int) -> float:
        """Share of a week's five days on which schools are open."""
        return school_days(self.date(week)) / WORKING_DAYS


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """Bank holidays of one year in England."""
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))


@cache
def easter(year: int) -> date:
    """Easter Sunday, found from Good Friday's bank holiday."""
    named = holidays.country_holidays("GB", subdiv="ENG", years=year)
    return next(day for day, name in named.items() if "Good Friday" in name) + timedelta(days=2)


@cache
def school_days(monday: date) -> int:
    """Days of one week on which schools are open, by the common pattern of English terms.

    Six half-terms: closed two weeks at Christmas and at Easter, a week in late October,
    mid-February and late May, and from the last full week of July to the first of September.
    """
    days = [monday + timedelta(days=day) for day in range(WORKING_DAYS)]
    off = bank_holidays(monday.year) | bank_holidays(monday.year + 1)
    return sum(day not in off and not in_school_holiday(day) for day in days)


def in_school_holiday(day: date) -> bool:
    """Whether a day falls in the common pattern of school holidays."""
    year, spring = day.year, easter(day.year)
    spans = (
        (date(year, 1, 1), date(year, 1, 3)),
        (date(year, 2, 14), date(year, 2, 20)),
        (spring - timedelta(days=7), spring + timedelta(days=7)),
        (date(year, 5, 25), date(year, 5, 31)),
        (date(year, JULY, 22), date(year, SEPTEMBER, 2)),
        (date(year, OCTOBER, 25), date(year, OCTOBER, 31)),
        (date(year, DECEMBER, 21), date(year, DECEMBER, 31)),
    )
    return any(first <= day <= last for first, last in spans)
