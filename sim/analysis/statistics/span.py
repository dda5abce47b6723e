"""Span: what of a run a statistic looks at."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Facts of the runs that their tables do not hold.

    year      : financial year that targets are compared with, as 2023-24
    last_week : last week simulated, counted from the start of the run
    scale     : families simulated ÷ families real
    """

    year: str
    last_week: int
    scale: float
