"""Mechanism: which intermediate quantities a policy moved, and in what order.

Each quantity is followed over time like an effect (see `sim.analysis.time`); the error that
the level allows is shared among all quantities and policies that are looked at. An order in
time does not prove that one moved the next.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from sim.analysis.time import Course, course

LEVEL = 0.95
A_YEAR = 4


@dataclass(frozen=True, slots=True)
class Step:
    """One quantity that moved clearly, and stayed so over the last year at least.

    quarter : first quarter from which its change is clear
    change  : change in the last quarter
    """

    measure: str
    quarter: str
    change: float


def courses(
    values: Mapping[str, pd.DataFrame], scenario: str, against: str, policies: int,
    level: float = LEVEL,
) -> dict[str, Course]:  # fmt: skip
    """Follow what a policy did to each quantity.

    values   : of each quantity, one row for each run and quarter, as `fans.by_quarter` gives
    policies : number of policies that are looked at, who share the error allowed
    """
    comparisons = max(1, len(values) * policies)
    return {
        name: course(rows, scenario, against, "neither", level=level, comparisons=comparisons)
        for name, rows in values.items()
    }


def steps(followed: Mapping[str, Course]) -> list[Step]:
    """List the quantities that moved clearly and for a year at least, the earliest first."""
    found = [
        Step(name, str(went.clear_from), went.change)
        for name, went in followed.items()
        if went.clear_from is not None and lasting(went) >= A_YEAR
    ]
    return sorted(found, key=lambda step: step.quarter)


def lasting(went: Course) -> int:
    """Count the quarters over which a change has stayed clear, up to the last."""
    return int((went.moments["moment"] >= went.clear_from).sum())


def first(found: Sequence[Step], many: int) -> list[Step]:
    """Take the first few by date, and those that moved in the same quarter as the last of them."""
    if len(found) <= many:
        return list(found)
    return [step for step in found if step.quarter <= found[many - 1].quarter]
