"""The study of responses, in words: cpsim study responses."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from sim.scenario import Scenario
from sim.study.built_in.responses.effects import BY_COUNTER, LEVEL, responses
from sim.study.built_in.responses.probes import PROBES
from sim.study.built_in.responses.reasons import NOTHING, reason
from sim.study.built_in.study import SEED, Found, Size, Study

REPLICATES, YEARS = 24, 3
NOT_CLEAR = "·"


def told(table: pd.DataFrame, replicates: int, years: int) -> str:
    """Write the answers as a table of targets by probes, then those that only one probe moves."""
    head = f"{'target':<24}{'base':>10}" + "".join(f"{p.label:>16}" for p in PROBES.values())
    lines = [head]
    alone: list[str] = []
    for target, rows in table.groupby("target", sort=False):
        by_probe = rows.set_index("probe").to_dict("index")
        cells = [cell(by_probe[name]) for name in PROBES]
        lines.append(
            f"{target:<24}{rows['base'].iloc[0]:>10.4g}" + "".join(f"{c:>16}" for c in cells)
        )
        moved = [name for name in PROBES if by_probe[name]["clear"]]
        if len(moved) < 2 and target not in BY_COUNTER:
            probe = moved[0] if moved else NOTHING
            by = PROBES[probe].label if moved else "nothing"
            alone.append(f"  {target} ({by}): {reason(str(target), probe)}")
    note = (
        f"Change in % of the base over the first {years} years, {replicates} replicates, "
        f"{LEVEL:.0%} intervals; {NOT_CLEAR} not clear. Schools are shut for the first year; "
        "posts are cut at once, and close as their holders leave."
    )
    return "\n".join([*lines, "", note, "", "Moved by one probe alone, or by none:", *alone])


def cell(row: Mapping[Hashable, Any]) -> str:
    """Write one answer."""
    return f"{row['change']:+.1f} ±{row['half']:.1f}" if row["clear"] else NOT_CLEAR


def study(scenario: Scenario, size: Size) -> Found:
    """Measure what each probe does to each target."""
    table = responses(scenario, size, SEED)
    return Found(told(table, size.replicates, size.years), table)


RESPONSES = Study("what moves each published figure?", REPLICATES, YEARS, 1, study)
