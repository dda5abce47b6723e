"""How rates follow deprivation and threshold: `python -m tests.measured.between RESULTS`.

RESULTS are those of `cpsim run calibration-twenty --replicates 8`. What is printed stands in
scenarios/between.yaml, from which `cpsim place new` infers where a council stands.
"""

import sys

import numpy as np

from sim.analysis.between import panel
from sim.measures import MEASURES
from sim.scenario.council import between
from sim.study.store import open_results


def followed(path: str) -> dict[str, tuple[float, float, float]]:
    """Fit the log of each rate, on average over runs and years, to where authorities stand.

    returns : for each rate, what an authority like England's mean has; slopes on deprivation and
              on threshold
    """
    results = open_results(path)
    places = sorted(results.experiment.scenarios[0].authorities, key=lambda one: one.name)
    stand = np.array([(1.0, one.deprivation, one.threshold) for one in places])
    rows = results.table("quarterly")
    found = {}
    for name, one in between()["rates"].items():
        each = [
            np.log(panel(own, MEASURES[one["measure"]])).mean(axis=0)
            for _, own in rows.groupby(["scenario", "draw", "replicate"])
        ]
        middle, *slopes = np.linalg.lstsq(stand, np.mean(each, axis=0))[0]
        found[name] = (float(np.exp(middle)), *map(float, slopes))
    return found


if __name__ == "__main__":
    for name, (middle, deprivation, threshold) in followed(sys.argv[1]).items():
        print(f"{name}: middle: {middle:.3g}, of_deprivation: {deprivation:.2f}, "
              f"of_threshold: {threshold:.2f}")  # fmt: skip
