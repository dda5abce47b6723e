"""Recovery: whether the method finds again what made a run, where that is known.

Some points of the last wave are held out, the emulator is fitted to the others, and what those
points ran to, with an error such as targets have, is fitted as if it had been published.
"""

from dataclasses import replace

import numpy as np
import pandas as pd

from sim.analysis.fitting import Numbers
from sim.analysis.fitting.agreement import Aims
from sim.analysis.fitting.sampling import normals
from sim.calibration.ground import Told
from sim.calibration.learnt import EVEN_SD, STEPS, agreeing
from sim.calibration.search import Searched
from sim.kernel.chance import Chance

TRUTHS = 40
CHECKED, POINTS = 3, 8
LOW, HIGH = 0.05, 0.95


def recovery(searched: Searched, truths: int = TRUTHS) -> tuple[pd.DataFrame, Numbers]:
    """Fit truths that were held out.

    returns : a row for each number: name, covered (share of truths inside the 5 to 95% of the
              points that fit), left (standard deviation left of the prior's), known (correlation of
              truths with the means of what fits them); and those points: (truths, points, numbers)
    """
    last = searched.waves[-1]
    held = np.linspace(0, len(last.positions) - 1, truths).astype(int)
    others = np.setdiff1d(np.arange(len(last.positions)), held)
    rest = replace(
        searched, waves=(*searched.waves[:-1], Told(last.positions[others], last.outputs[others]))
    )
    emulator, truth = rest.emulator, last.positions[held]
    found = np.array([
        agreeing(rest, emulator, aims, STEPS // 2, turn=turn)
        for turn, aims in enumerate(made_up(searched, held))
    ])  # fmt: skip
    low, high = np.quantile(found, [LOW, HIGH], axis=1)
    means = found.mean(axis=1)
    inside = (low <= truth) & (truth <= high)
    known = [np.corrcoef(truth[:, n], means[:, n])[0, 1] for n in range(truth.shape[1])]
    table = pd.DataFrame({
        "name": searched.ground.space.names, "covered": inside.mean(axis=0),
        "left": (found.std(axis=1) / EVEN_SD).mean(axis=0), "known": known,
    })  # fmt: skip
    return table.sort_values("left", kind="stable").reset_index(drop=True), found


def made_up(searched: Searched, held: Numbers) -> list[Aims]:
    """Make targets of what held-out points ran to: what was not run is no number."""
    errors, outputs = searched.ground.aims.errors, searched.waves[-1].outputs[held]
    luck = normals(Chance(searched.ground.asked.seed, 2), "fit.start", 0, outputs.shape)
    return [Aims(row, errors) for row in outputs + errors * luck]


def checked(searched: Searched, fits: Numbers) -> pd.DataFrame:
    """Run some of the points that fit, for a few truths, and hold them against those truths.

    fits    : as `recovery` gives them
    returns : columns truth, name, of_truth, low, high (of the runs), inside; on targets’ scales
    """
    ground, last = searched.ground, searched.waves[-1]
    held = np.linspace(0, len(last.positions) - 1, len(fits)).astype(int)
    world, rows = ground.asked.worlds[0], []
    own = np.flatnonzero(searched.centre.world == 0)
    for number in range(min(CHECKED, len(fits))):
        asked = ground.at_points(world, fits[number, :POINTS], ground.asked.seed + number)
        ran = ground.outputs(f"recovered-{number + 1}", asked)
        spread = np.hypot(searched.centre.luck, ground.aims.errors)
        for n in own:
            truth, mean = last.outputs[held[number], n], np.nanmean(ran[:, n])
            wide = 2.0 * np.hypot(spread[n], np.nanstd(ran[:, n], ddof=1))
            rows.append((number + 1, ground.targets[n].name, truth, mean - wide, mean + wide))
    found = pd.DataFrame(rows, columns=["truth", "name", "of_truth", "low", "high"])
    return found.assign(inside=found["of_truth"].between(found["low"], found["high"]))
