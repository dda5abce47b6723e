"""Dates as people write them in scenario files: 2026-04, 2026-04-06, year 3."""

import re
from calendar import month_name, monthrange
from datetime import date, timedelta

MONTH = re.compile(r"(\d{4})-(\d{2})")
YEAR_OF_RUN = re.compile(r"year (\d{1,3})")
LOOSE = re.compile(r"(\d{4})\s*[-/. ]\s*(\d{1,2})")
BRITISH = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
NAMED = re.compile(r"([A-Za-z]{3,9})\s+(\d{4})|(\d{4})\s+([A-Za-z]{3,9})")
PRICES = re.compile(r"(\d{4})-(\d{2})")
DECEMBER, APRIL = 12, 4
FIRST_PRICES, KNOWN_PRICES = 2010, 2025


class NotADate(ValueError):
    """What was written is no date; holds what is wrong and what to write."""

    def __init__(self, written: str) -> None:
        self.message = f"“{written}” is not a month or a date."
        self.advice = f"Write {nearest(written)}."
        super().__init__(f"{self.message} {self.advice}")


def first_day(written: str, start: date | None = None) -> date:
    """Read a date as a beginning: a month begins on its first day.

    start : the horizon's first day, from which "year 3" counts
    """
    return span(written, start)[0]


def last_day(written: str, start: date | None = None) -> date:
    """Read a date as an end: a month ends with its last day, which is still in."""
    return span(written, start)[1]


def span(written: str, start: date | None) -> tuple[date, date]:
    """First and last day of a month, of a year of the run, or of a single day."""
    text = written.strip()
    try:
        if (found := YEAR_OF_RUN.fullmatch(text)) and start and int(found[1]):
            first = years_after(start, int(found[1]) - 1)
            return first, years_after(first, 1) - timedelta(days=1)
        if found := MONTH.fullmatch(text):
            year, month = int(found[1]), int(found[2])
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        day = date.fromisoformat(text)
    except (ValueError, OverflowError):
        raise NotADate(written) from None
    return day, day


def years_after(day: date, years: int) -> date:
    """Return the same day some years later; 29 February becomes 28 in a common year."""
    year = day.year + years
    return day.replace(year=year, day=min(day.day, monthrange(year, day.month)[1]))


def nearest(written: str) -> str:
    """Guess the month that was meant."""
    if (found := LOOSE.match(written.strip())) and 1 <= int(found[2]) <= DECEMBER:
        return f"{found[1]}-{int(found[2]):02}"
    if YEAR_OF_RUN.fullmatch(written.strip()):
        return "year 1 or a later one: years count from the start of the run"
    if (found := BRITISH.fullmatch(written.strip())) and 1 <= int(found[2]) <= DECEMBER:
        return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}"
    if found := NAMED.fullmatch(written.strip()):
        word, year = (found[1] or found[4]), (found[2] or found[3])
        for number, named in enumerate(month_name):
            if named and named.lower().startswith(word.lower()):
                return f"{year}-{number:02}"
    return "a month as 2026-04, a day as 2026-04-06, or “year 3” of the run"


def is_price_year(written: str) -> bool:
    """Whether a text names a financial year: 2025-26."""
    found = PRICES.fullmatch(written.strip())
    return found is not None and (int(found[1]) + 1) % 100 == int(found[2])


def nearest_price_year(written: str) -> str:
    """Guess the financial year that was meant."""
    found = re.match(r"(\d{4})", written.strip())
    year = int(found[1]) if found else KNOWN_PRICES
    return financial_year(year)


def last_price_year(end: date) -> int:
    """First calendar year of the last financial year whose prices a run may be written in.

    That is the run's own last; a run of the past may still be priced as is usual today.
    """
    return max(KNOWN_PRICES, end.year - (end.month < APRIL))


def financial_year(year: int) -> str:
    """Write the financial year that begins in a calendar year."""
    return f"{year}-{(year + 1) % 100:02}"
