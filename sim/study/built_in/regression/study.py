"""The study of regression to the mean: cpsim study regression.

Judgements are noisy, so the worst-judged are partly those with bad luck, and improve at their next
inspection if nobody does anything. What they rise with every loop of improvement off bounds what
any lever for failing authorities may claim.
"""

from collections.abc import Hashable, Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from sim.scenario import Action, Change, Cost, Scenario, Where
from sim.study.built_in.regression.pairs import added, pairs_of, pooled
from sim.study.built_in.stationarity import quiet
from sim.study.built_in.study import Found, Size, Study, side_by_side
from sim.world.settings import GRADES

REPLICATES, YEARS, SHORTEST = 30, 12, 7
IMPROVE = (
    "grade_brings_resource", "inspection_corrects_belief", "incidents_bring_attention",
    "poor_leaders_replaced", "prescription_standardises", "silence", "publicity_chills_learning",
)  # fmt: skip
"""Loops by which a judgement, or what it or anyone else brings to light, makes practice better."""

MENDING = "leadership.mending"
"""What directors mend of what they have come to doubt, which no loop switches by itself."""

ON, OFF, MORE = "all loops on", "loops of improvement off", "what the loops add"
WHAT = ("judgement", "practice")


def unimproved(scenario: Scenario) -> Scenario:
    """Switch the loops of improvement off on the first day, and mending; the past stays."""
    names = (*(f"loops.{name}" for name in IMPROVE), MENDING)
    changes = tuple(Change(name, "to", 0.0) for name in names)
    action = Action("unimproved", OFF, scenario.start, None, 0, Where(), changes, Cost())
    return replace(scenario, name="unimproved", actions=(*scenario.actions, action))


def regression(scenario: Scenario, replicates: int, workers: int = 1) -> pd.DataFrame:
    """Measure how far authorities rise or fall from one full judgement to the next.

    returns : a row for each first grade, change and setting of the loops: pairs, mean, low, high
    """
    settings = {ON: scenario, OFF: unimproved(scenario)}
    tasks = [(one, n) for one in settings.values() for n in range(replicates)]
    made = side_by_side(pairs_of, tasks, workers)
    runs = {ON: made[:replicates], OFF: made[replicates:]}
    rows = []
    for first, grade in enumerate(GRADES):
        for what in WHAT:
            on, off = (added(runs[one], first, what) for one in (ON, OFF))
            counts = {ON: on[1].sum(), OFF: off[1].sum(), MORE: min(on[1].sum(), off[1].sum())}
            if min((on[1] > 0).sum(), (off[1] > 0).sum()) <= 1:
                continue
            parts = {ON: pooled(on), OFF: pooled(off), MORE: pooled(on, off)}
            rows += [
                {"first": grade, "what": what, "loops": name, "pairs": int(counts[name]),
                 **part._asdict()}
                for name, part in parts.items()
            ]  # fmt: skip
    return pd.DataFrame(rows)


def told(table: pd.DataFrame, size: Size) -> str:
    """Write the table for people to read."""
    head = f"{'first judgement':<34}{'pairs':>7}{'change':>9}{'95% interval':>20}"
    lines = []
    for what, unit in zip(WHAT, ("grades", "index of practice"), strict=True):
        lines += ["", f"{what}, {unit}", head]
        lines += [line(row) for row in table[table["what"] == what].to_dict("records")]
    off = ", ".join((*IMPROVE, MENDING))
    note = f"{size.replicates} replicates of {size.years} years. Off: {off}."
    return "\n".join([*lines[1:], "", note])


def line(row: Mapping[Hashable, Any]) -> str:
    """Write one line."""
    name = row["first"] if row["loops"] == ON else f"  {row['loops']}"
    interval = f"{row['low']:+.3f} to {row['high']:+.3f}"
    return f"{name:<34}{row['pairs']:>7}{row['mean']:>+9.3f}{interval:>20}"


def study(scenario: Scenario, size: Size) -> Found:
    """Measure what the worst-judged rise by themselves, and with loops of improvement."""
    table = regression(quiet(scenario, size.years), size.replicates, size.workers)
    return Found(told(table, size), table)


REGRESSION = Study(
    "how much do the worst-judged improve by chance alone?", REPLICATES, YEARS, SHORTEST, study
)
