"""The answers: each target under each probe, paired replicate by replicate."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from ruamel.yaml import YAML
from scipy import stats

from sim.measures import MEASURES
from sim.measures.compute import table, total
from sim.scenario import Scenario
from sim.scenario.find import HOME
from sim.study.built_in.responses.probes import PROBES, probed
from sim.study.built_in.stationarity import QUIET, quiet
from sim.study.built_in.study import Size, side_by_side
from sim.study.replicate import run_once

TARGETS = HOME / "scenarios" / "targets.yaml"
LEVEL = 0.99
"""Of the intervals: of two hundred answers about two would look clear by luck alone."""


BY_COUNTER = {"(children harmed)": "harmed", "(case holders)": "case_holders"}
"""What the probes move first, to see that they do: mean of a counter over the weeks."""


def targets() -> dict[str, str]:
    """Give the measure of each target that has one, in the order of the file; no statistics."""
    entries = YAML(typ="safe").load(TARGETS.read_text("utf-8"))["targets"]
    return {
        name: entry["measure"] for name, entry in entries.items() if entry["measure"] in MEASURES
    }


def annual(quarterly: pd.DataFrame, measures: Sequence[str]) -> pd.Series:
    """Give each measure as published figures do: by financial year, averaged over the years."""
    values = table(quarterly, measures, by=("year",))
    means: pd.Series = values.groupby("measure")["value"].mean()
    for label, counter in BY_COUNTER.items():
        means[label] = total(quarterly, counter, "mean")
    return means


def runs(
    scenario: Scenario, measures: Sequence[str], seed: int, probes: Sequence[str], replicate: int
) -> list[pd.Series]:
    """Run the scenario untouched and under each probe, with the same luck."""
    return [
        annual(run_once(one, seed, replicate)["quarterly"], measures).rename((one.name, replicate))
        for one in (scenario, *(probed(scenario, name) for name in probes))
    ]


def responses(
    scenario: Scenario, size: Size, seed: int, probes: Sequence[str] = tuple(PROBES),
    measures: Mapping[str, str] | None = None,
) -> pd.DataFrame:  # fmt: skip
    """Measure what each probe does to each target over the first years.

    measures : measure of each target; all that have one if not given
    returns  : columns target, probe, base, change, half (% of base), clear
    """
    asked = measures or {**{label: label for label in BY_COUNTER}, **targets()}
    known = sorted({name for name in asked.values() if name in MEASURES})
    still = quiet(scenario, size.years)
    tasks = [(still, known, seed, probes, replicate) for replicate in range(size.replicates)]
    made = side_by_side(runs, tasks, size.workers)
    held = pd.DataFrame([one for several in made for one in several])
    held.index = pd.MultiIndex.from_tuples(held.index, names=["probe", "replicate"])
    rows = [
        {
            "target": target,
            "probe": probe,
            **answer(held[measure].loc[QUIET], held[measure].loc[probe]),
        }
        for target, measure in asked.items()
        for probe in probes
    ]
    return pd.DataFrame(rows)


def answer(before: pd.Series, after: pd.Series) -> dict[str, float | bool]:
    """Describe a paired change, in per cent of the level before."""
    change = (after - before).dropna().to_numpy(dtype=float)
    base = float(before.mean())
    if len(change) < 2 or not base:
        return {"base": base, "change": np.nan, "half": np.nan, "clear": False}
    error = float(change.std(ddof=1)) / np.sqrt(len(change))
    half = 100 * error * float(stats.t.ppf((1 + LEVEL) / 2, len(change) - 1)) / abs(base)
    mean = 100 * float(change.mean()) / abs(base)
    return {"base": base, "change": mean, "half": half, "clear": bool(abs(mean) > half)}
