"""Levels and their changes, as both tables of the workforce's figures write them."""

from typing import Any

import pandas as pd

from sim.report.numbers import Shown


def written(row: Any, shown: Shown) -> dict[str, str]:
    """Write a level with its interval, and its change from the scenario compared with.

    row : of what `broken_down` gives
    """
    is_changed = pd.notna(row.change)
    return {
        "Level": shown.number(row.value),
        "95% interval": shown.levels(row.low, row.high),
        "Change": shown.change(row.change) if is_changed else "",
        "Its unadjusted 95% interval": (
            shown.changes(row.change_low, row.change_high) if is_changed else ""
        ),
    }
