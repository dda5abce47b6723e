"""Print by which paths demand makes people leave: python -m sim.study.paths."""

import argparse
from collections.abc import Hashable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from sim.parameters.registry import registry
from sim.scenario import load_scenario
from sim.study.paths.leaving import COUNTED, LEAVING
from sim.study.paths.shares import TOTAL, all_effects, carried, shares
from sim.study.stationarity import quiet

SEED, REPLICATES, YEARS, SETTLING = 20260401, 8, 8, 3
DIRECT = "workforce.exit_caseload"
FILE = "paths.csv"
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


def main() -> None:
    """Run the study on a scenario, print its table, and keep it."""
    asked = argparse.ArgumentParser(prog="python -m sim.study.paths")
    asked.add_argument("scenario", nargs="?", default="baseline")
    asked.add_argument("--replicates", type=int, default=REPLICATES)
    asked.add_argument("--years", type=int, default=YEARS)
    asked.add_argument("--settling", type=int, default=SETTLING, help="years left out before")
    asked.add_argument("--processes", type=int, default=2)
    asked.add_argument("--into", type=Path, help="folder to keep the table in")
    given = asked.parse_args()
    scenario = quiet(load_scenario(given.scenario), given.years)
    effects = all_effects(scenario, given.replicates, SEED, given.settling, given.processes)
    table = shares(effects)
    years = f"years {given.settling + 1} to {given.years} of a lasting rise"
    print(told(table, carried(effects), years))
    if given.into:
        given.into.mkdir(parents=True, exist_ok=True)
        table.to_csv(given.into / FILE, index=False, lineterminator="\n")


if __name__ == "__main__":
    main()
