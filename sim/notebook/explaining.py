"""Through which loops a policy does what it does, from a notebook."""

from pathlib import Path

import pandas as pd

from sim.report.studies.explained import explained, write
from sim.study.execute import execute
from sim.study.explain.asking import results_of, wanted
from sim.study.store import open_results


def explain(
    name: str, *, groups: str | None = None, open_group: str | None = None,
    workers: int | None = None, replicates: int | None = None, seed: int | None = None,
    out: Path | None = None, quiet: bool = False,
) -> pd.DataFrame:  # fmt: skip
    """Split a policy's effects among groups of feedback loops; write the table and figures.

    name       : a policy, an experiment, or the results folder of an explanation
    groups     : groups of loops to tell apart, as “blame,money”; all if none are named
    open_group : a group whose loops are told apart instead
    out        : a new folder; without it, one under results/
    """
    path = results_of(name)
    if path is None:
        asked = wanted(name, groups, open_group, replicates, seed)
        path = execute(asked, out, workers, quiet=quiet)
    results = open_results(path)
    write(results)
    return explained(results)
