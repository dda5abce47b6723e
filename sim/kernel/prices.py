"""Prices: money of one financial year in that of another."""

BASE_YEAR = 2023


def in_base_prices(pounds: float, price_year: str, growth: float) -> float:
    """Bring pounds of a financial year to the prices of 2023-24, in which the model counts.

    price_year : such as "2025-26"; "" for pounds that are in base prices already
    growth     : of prices in general, a share a year
    """
    years = int(price_year[:4]) - BASE_YEAR if price_year else 0
    return pounds / float((1.0 + growth) ** years)
