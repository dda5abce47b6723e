"""Ticks: numbers along an axis, all with the same decimals and true minus signs."""

from collections.abc import Sequence

from matplotlib.ticker import Formatter

from sim.report.numbers import plain
from sim.report.words.effect import Subject

MOST_DECIMALS = 6


class Ticks(Formatter):
    """Write the ticks of one measure; levels of percentages carry their sign."""

    def __init__(self, subject: Subject, *, levels: bool = False) -> None:
        self.divide = subject.shown.divide
        self.sign = "%" if levels and subject.shown.unit.startswith("%") else ""

    def __call__(self, value: float, _: int | None = None) -> str:
        """Write one tick by itself."""
        return self.format_ticks([value])[0]

    def format_ticks(self, values: Sequence[float]) -> list[str]:
        """Write all ticks of an axis with as many decimals as the finest of them needs."""
        scaled = [float(value) / self.divide for value in values]
        digits = max((needed(value) for value in scaled), default=0)
        return [f"{plain(value, digits)}{self.sign}" for value in scaled]


def needed(value: float) -> int:
    """Count the decimals that a tick needs."""
    return len(f"{value:.{MOST_DECIMALS}f}".rstrip("0").partition(".")[2])
