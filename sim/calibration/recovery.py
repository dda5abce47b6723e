"""Recovery: whether the method finds again what made a run, where that is known.

Some points of the last wave are held out, the emulator is fitted to all others, and what a held-out
point ran to, with an error such as targets have, is fitted as if it had been published.
"""

from dataclasses import replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sim.analysis.fitting import Numbers
from sim.analysis.fitting.updating import brought
from sim.calibration.ground import Told
from sim.calibration.search import Searched, begun, clipped, erred

TRUTHS = 40
CHECKED, POINTS = 3, 8
LOW, HIGH = 0.05, 0.95


def recovery(searched: Searched, truths: int = TRUTHS) -> tuple[pd.DataFrame, Numbers]:
    """Fit truths that were held out.

    returns : a row for each number: name, covered (share of truths inside the 5 to 95% of the
              points that fit), left (standard deviation left of the prior's), known (correlation of
              truths with the means of what fits them); and the scores of those points: (truths,
              points, numbers)
    """
    held = held_out(searched, truths)
    truth = searched.waves[-1].scores[held]
    found = fits(searched, held)
    low, high = np.quantile(found, [LOW, HIGH], axis=1)
    means = found.mean(axis=1)
    inside = (low <= truth) & (truth <= high)
    known = [correlation(*pair) for pair in zip(truth.T, means.T, strict=True)]
    table = pd.DataFrame({
        "name": searched.ground.space.names, "covered": inside.mean(axis=0),
        "left": found.std(axis=1).mean(axis=0), "known": known,
    })  # fmt: skip
    return table.sort_values("left", kind="stable").reset_index(drop=True), found


def correlation(one: Numbers, other: Numbers) -> float:
    """Correlate two columns; not a number where one is the same everywhere."""
    alike = np.ptp(one) == 0.0 or np.ptp(other) == 0.0
    return np.nan if alike else float(np.corrcoef(one, other)[0, 1])


def held_out(searched: Searched, truths: int) -> NDArray[np.int64]:
    """Choose the places of the truths in the last wave, evenly."""
    return np.linspace(0, len(searched.waves[-1].scores) - 1, truths).astype(int)


def fits(searched: Searched, held: NDArray[np.int64]) -> Numbers:
    """Bring the other points of the last wave to where they agree with each truth in turn.

    returns : (truths, points, numbers)
    """
    ground, last, waves = searched.ground, searched.waves[-1], len(searched.waves)
    others = np.setdiff1d(np.arange(len(last.scores)), held)
    rest = Told(last.scores[others], last.outputs[others])
    emulator = replace(searched, waves=(*searched.waves[:-1], rest)).emulator
    variance = ground.aims.errors**2 + np.nan_to_num(emulator.error) ** 2
    prior, ran = begun(ground, waves - 1)[others], clipped(rest.outputs, ground.aims)
    made_up = last.outputs[held] + erred(ground, 1)[held]
    errors = erred(ground)[others]
    return np.array([
        brought(prior, rest.scores, aims + errors - ran, emulator, variance) for aims in made_up
    ])  # fmt: skip


def checked(searched: Searched, found: Numbers) -> pd.DataFrame:
    """Run some of the points that fit, for a few truths, and hold them against those truths.

    found   : as `recovery` gives them
    returns : columns truth, name, of_truth, low, high (of the runs), inside; on targets’ scales
    """
    ground, last = searched.ground, searched.waves[-1]
    held, rows = held_out(searched, len(found)), []
    number = int(searched.centre.world.max())
    own = np.flatnonzero(searched.centre.world == number)
    spread = np.sqrt(searched.variance)
    for turn in range(min(CHECKED, len(found))):
        points = ground.space.values(found[turn, :POINTS])
        asked = ground.at_points(ground.asked.worlds[number], points, ground.asked.seed + turn)
        ran = ground.outputs(f"recovered-{turn + 1}", asked)
        for n in own:
            truth, mean = last.outputs[held[turn], n], np.nanmean(ran[:, n])
            wide = 2.0 * np.hypot(spread[n], np.nanstd(ran[:, n], ddof=1))
            rows.append((turn + 1, ground.targets[n].name, truth, mean - wide, mean + wide))
    table = pd.DataFrame(rows, columns=["truth", "name", "of_truth", "low", "high"])
    return table.assign(inside=table["of_truth"].between(table["low"], table["high"]))
