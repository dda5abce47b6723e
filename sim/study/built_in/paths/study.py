"""The study of paths, in words: cpsim study paths."""

from collections.abc import Hashable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from sim.parameters.registry import registry
from sim.scenario import Scenario
from sim.study.built_in.paths.leaving import COUNTED, LEAVING
from sim.study.built_in.paths.shares import TOTAL, all_effects, carried, shares
from sim.study.built_in.stationarity import quiet
from sim.study.built_in.study import SEED, Found, Size, Study

REPLICATES, YEARS, SETTLING = 8, 8, 3
DIRECT = "workforce.exit_caseload"
UNITS = {
    LEAVING: "leaving, % of its usual level",
    "vacancy": "vacancy rate, points",
    "absence": "sickness absence, points",
    "visits_done": "visits done, points",
}


def told(table: pd.DataFrame, beside: Mapping[Hashable, float], years: str) -> str:
    """Write each path's part for people to read, and what the rise in demand was."""
    lines = []
    for measure, rows in table.groupby("measure", sort=False):
        lines += [f"{UNITS[str(measure)]:<42}{'part':>9}{'95% interval':>20}{'share':>8}"]
        lines += [line(row) for row in rows.to_dict("records")]
        lines.append("")
    n = int(table["n"].max())
    return "\n".join([
        *lines,
        f"{n} replicates, {years}; parts are averages over all orders of the paths, and shares "
        "are given where the whole is clear.",
        f"More demand: {beside['referrals']:+.1f}% referrals, {beside['caseload']:+.2f} cases per "
        f"case holder, {beside['load']:+.3f} load, {beside['strain']:+.2f} SD strain; leavers as "
        f"counted {beside[COUNTED]:+.1f}%.",
        direct(beside["caseload"]),
    ])  # fmt: skip


def line(row: Mapping[Hashable, Any]) -> str:
    """Write one path's line; the total has all of the effect."""
    interval = f"{row['low']:+.2f} to {row['high']:+.2f}"
    share = "" if row["path"] == TOTAL or np.isnan(row["share"]) else f"{row['share']:.0%}"
    return f"  {row['label']:<40}{row['mean']:>+9.2f}{interval:>20}{share:>8}"


def direct(cases: float) -> str:
    """Say what so many more cases do directly, at the number in use and at its prior's ends."""
    one = registry()[DIRECT]
    middle, low, high = (100 * (base**cases - 1) for base in (one.default, one.low, one.high))
    return (
        f"So many cases more raise a case holder's exit directly by {middle:+.1f}%, and by "
        f"{low:+.1f} to {high:+.1f}% over the range of {DIRECT}."
    )


def study(scenario: Scenario, size: Size) -> Found:
    """Find by which paths a rise in demand makes people leave."""
    world = quiet(scenario, size.years)
    effects = all_effects(world, size.replicates, SEED, SETTLING, size.workers)
    table = shares(effects)
    years = f"years {SETTLING + 1} to {size.years} of a lasting rise"
    return Found(told(table, carried(effects), years), table)


PATHS_OF_DEMAND = Study(
    "by which paths does demand make staff leave, and how much by each?",
    REPLICATES, YEARS, SETTLING + 2, study,
)  # fmt: skip
