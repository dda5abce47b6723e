"""Each path's share of the effect, averaged over all orders of switching paths on."""

from collections.abc import Hashable, Iterable, Mapping

import numpy as np
import pandas as pd
from scipy import stats

from sim.kernel.shapley import shapley
from sim.scenario import Scenario
from sim.study.built_in.paths.leaving import BESIDE, COUNTED, LEAVING, MEASURES, run_watched
from sim.study.built_in.paths.switches import PATHS, REST, REST_LABEL, settings, switched
from sim.study.built_in.study import side_by_side
from sim.study.replicate import past_of

TOTAL, TOTAL_LABEL = "total", "All together"
LABELS = {**{path.name: path.label for path in PATHS}, REST: REST_LABEL, TOTAL: TOTAL_LABEL}
EFFECTS = (LEAVING, *MEASURES)
LEVEL = 0.95

type Setting = frozenset[str]
type Effects = dict[Setting, dict[str, float]]


def effects_of(scenario: Scenario, seed: int, replicate: int, settling: int = 0) -> Effects:
    """Run one replicate with and without more demand, under every setting of the switches.

    settling : years left out at the start, in which strain gathers
    """
    past_of(scenario, seed, replicate)
    found = {}
    for on in settings():
        usual = run_watched(switched(scenario, on, more=False), seed, replicate, settling)
        more = run_watched(switched(scenario, on, more=True), seed, replicate, settling)
        found[on] = compared(usual, more)
    return found


def compared(usual: Mapping[str, float], more: Mapping[str, float]) -> dict[str, float]:
    """Give what more demand does: of leaving in % of its usual level, of measures in their units.

    A path that is off moves the level of leaving too; its share of a change must not hold that.
    Referrals, cases and strain come along, since a path needs something to carry.
    """
    effect = {name: more[name] - usual[name] for name in (*MEASURES, *BESIDE)}
    effect["referrals"] = 100.0 * effect["referrals"] / usual["referrals"]
    for name in (LEAVING, COUNTED):
        effect[name] = 100.0 * (more[name] / usual[name] - 1.0)
    return effect


def parts(effects: Effects, measure: str) -> dict[str, float]:
    """Split one replicate's effect on a measure: the paths, the rest, and the total they make."""
    worth = {on: effect[measure] for on, effect in effects.items()}
    names = [path.name for path in PATHS]
    return {
        **shapley(worth, names),
        REST: worth[frozenset()],
        TOTAL: worth[frozenset(names)],
    }


def all_effects(
    scenario: Scenario, replicates: int, seed: int, settling: int = 0, workers: int = 1
) -> list[Effects]:
    """Run every replicate, several at a time."""
    tasks = [(scenario, seed, replicate, settling) for replicate in range(replicates)]
    return side_by_side(effects_of, tasks, workers)


def shares(effects: Iterable[Effects]) -> pd.DataFrame:
    """Give each path's part of the effect on each measure, with 95% intervals over replicates.

    returns : columns measure, path, label, mean, low, high (% of leaving; or the measure's unit),
              share (of the mean total, where that is clear), n
    """
    held = list(effects)
    rows = []
    for measure in EFFECTS:
        split = pd.DataFrame([parts(one, measure) for one in held])
        whole, error = float(split[TOTAL].mean()), half_width(split[TOTAL])
        clear = abs(whole) > error
        for name in split:
            mean, half = float(split[name].mean()), half_width(split[name])
            rows.append({
                "measure": measure, "path": str(name), "label": LABELS[str(name)],
                "mean": mean, "low": mean - half, "high": mean + half,
                "share": mean / whole if clear else float("nan"), "n": len(split),
            })  # fmt: skip
    return pd.DataFrame(rows)


def half_width(values: pd.Series) -> float:
    """Half the width of a 95% t interval of the mean; unknown for one value."""
    if len(values) == 1:
        return float("nan")
    error = float(values.std(ddof=1)) / np.sqrt(len(values))
    return float(error * stats.t.ppf((1 + LEVEL) / 2, len(values) - 1))


def carried(effects: Iterable[Effects]) -> dict[Hashable, float]:
    """Give what more demand brings with every path on, averaged over replicates."""
    whole = frozenset(path.name for path in PATHS)
    means = pd.DataFrame([one[whole] for one in effects]).mean()
    return {name: float(value) for name, value in means.items()}
