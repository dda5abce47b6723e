"""The study of scale, in words: cpsim study scale."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from sim.scenario import Scenario
from sim.study.built_in.scale.agreement import (
    LEVEL,
    THIRD,
    WHOLE,
    agreement,
    pair_of_places,
    rates_at,
)
from sim.study.built_in.study import SEED, Found, Size, Study

REPLICATES, YEARS = 40, 4


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


def study(scenario: Scenario, size: Size) -> Found:
    """Compare the rates of a place whole and at a third."""
    pair = pair_of_places(scenario, size.years)
    whole, part = (
        rates_at(pair, one, size.replicates, SEED, workers=size.workers) for one in (WHOLE, THIRD)
    )
    table = agreement(whole, part)
    return Found(told(table, size.replicates, size.years), table)


SCALE = Study("has a third of a world the rates of the whole?", REPLICATES, YEARS, 1, study, False)
