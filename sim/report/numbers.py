"""Numbers as a reader should meet them: true minus, fixed decimals, large pounds, months."""

from dataclasses import dataclass
from datetime import date

import numpy as np

MINUS = "\N{MINUS SIGN}"
UNKNOWN = "not known"
NO_INTERVAL = "no interval"
BARE = ("ratio", "level", "")
LARGE_POUNDS = ((1e9, "£ billion", 2), (1e6, "£ million", 1))


@dataclass(frozen=True, slots=True)
class Shown:
    """How values of one measure are written.

    divide : what values are divided by before they are written
    unit   : after that division
    """

    unit: str
    decimals: int
    divide: float = 1.0

    def number(self, value: float) -> str:
        """Write a level, such as 17.1."""
        return plain(value / self.divide, self.decimals)

    def change(self, value: float) -> str:
        """Write a change with its sign, such as −2.6."""
        return signed(value / self.divide, self.decimals)

    def size(self, value: float) -> str:
        """Write how large a change is, with its unit: 2.6 percentage points."""
        return self.with_unit(plain(abs(value) / self.divide, self.decimals))

    def levels(self, low: float, high: float) -> str:
        """Write an interval of levels, such as 16.2 to 18.0."""
        if np.isnan(low) or np.isnan(high):
            return NO_INTERVAL
        return f"{self.number(low)} to {self.number(high)}"

    def changes(self, low: float, high: float) -> str:
        """Write an interval of changes, such as −3.3 to −1.9."""
        if np.isnan(low) or np.isnan(high):
            return NO_INTERVAL
        return f"{self.change(low)} to {self.change(high)}"

    def with_unit(self, text: str) -> str:
        """Put a unit with a size: points for percentages, the sign before pounds."""
        if self.unit.startswith("%"):
            return f"{text} percentage points"
        if self.unit.startswith("£"):
            return f"£{text}{self.unit[1:]}"
        return text if self.unit in BARE else f"{text} {self.unit}"


def shown(unit: str, decimals: int, typical: float) -> Shown:
    """Choose how to write a measure; pounds by the million or billion when there are many."""
    if unit.startswith(("£ m", "£ b", "£m", "£b")) or not unit.startswith("£"):
        return Shown(unit, decimals)
    for size, name, digits in LARGE_POUNDS:
        if abs(typical) >= size:
            return Shown(name + unit[1:], digits, size)
    return Shown(unit, decimals)


def plain(value: float, decimals: int) -> str:
    """Write a number with a fixed count of decimals and a true minus sign."""
    if value is None or np.isnan(value):
        return UNKNOWN
    text = f"{abs(value):,.{decimals}f}"
    is_zero = not text.strip("0.,")
    return text if is_zero or value >= 0 else MINUS + text


def signed(value: float, decimals: int) -> str:
    """Write a number with its sign; a change that rounds to nought has none."""
    text = plain(value, decimals)
    grows = text[0].isdigit() and text.strip("0.,") != ""
    return f"+{text}" if grows else text


def percent(share: float, decimals: int = 0) -> str:
    """Write a share as a percentage."""
    return UNKNOWN if np.isnan(share) else f"{plain(100 * share, decimals)}%"


def listed(items: list[str], last: str = "and") -> str:
    """Join words as a sentence does: a, b and c."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def mid(text: str) -> str:
    """Write a title as it stands inside a sentence: small first letter unless it is a name."""
    plain_word = len(text) > 1 and text[0].isupper() and (text[1].islower() or text[1] == " ")
    return text[0].lower() + text[1:] if plain_word else text


def capital(text: str) -> str:
    """Begin with a capital letter, leaving the rest alone."""
    return text[:1].upper() + text[1:]


def quoted(title: str) -> str:
    """Write a scenario's title as a name inside a sentence, whatever its grammar."""
    return f"“{title}”"


def counted(n: int, one: str, many: str | None = None) -> str:
    """Write a count with its noun: 1 policy, 3 policies."""
    words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    number = words[n] if n < len(words) else f"{n:,}"
    return f"{number} {one if n == 1 else many or one + 's'}"


def month(day: date) -> str:
    """Write a month and year."""
    return f"{day:%B %Y}"
