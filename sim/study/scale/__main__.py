"""Print whether a third of a world has the rates of the whole: python -m sim.study.scale."""

import argparse
from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from sim.scenario import load_scenario
from sim.study.scale.agreement import LEVEL, THIRD, WHOLE, agreement, pair_of_places, rates_at

SEED, REPLICATES, YEARS = 20260401, 40, 4


def told(found: pd.DataFrame, replicates: int, years: int) -> str:
    """Write the comparison as a table, with what its verdicts mean."""
    head = (
        f"{'rate':<12}{'whole':>8}{'a third':>9}{'difference':>12}"
        f"{f'{LEVEL:.0%} interval':>18}{'tolerance':>11}  verdict"
    )
    note = (
        f"{replicates} replicates at each scale, means of {years} years in two authorities. agree: "
        "the interval of the difference lies within the tolerance of the published rate. differ: "
        "it does not, and leaves out nought. not told apart: more replicates would tell."
    )
    return "\n".join([head, *(line(row) for row in found.to_dict("records")), "", note])


def line(row: Mapping[Hashable, Any]) -> str:
    """Write one rate's line."""
    interval = f"{row['low']:+.2f} to {row['high']:+.2f}"
    return (
        f"{row['rate']:<12}{row['whole']:>8.2f}{row['part']:>9.2f}{row['difference']:>+12.2f}"
        f"{interval:>18}{row['tolerance']:>11g}  {row['verdict']}"
    )


def main() -> None:
    """Run the study on a scenario and print its table."""
    asked = argparse.ArgumentParser(prog="python -m sim.study.scale")
    asked.add_argument("scenario", nargs="?", default="baseline")
    asked.add_argument("--replicates", type=int, default=REPLICATES)
    asked.add_argument("--years", type=int, default=YEARS)
    given = asked.parse_args()
    scenario = pair_of_places(load_scenario(given.scenario), given.years)
    whole, part = (rates_at(scenario, one, given.replicates, SEED) for one in (WHOLE, THIRD))
    print(told(agreement(whole, part), given.replicates, given.years))


if __name__ == "__main__":
    main()
