"""The model held against published patterns, from a notebook."""

from pathlib import Path

import pandas as pd

from sim.report.calibrated.validated import validated
from sim.scenario import altered
from sim.scenario.held_against.validation import load_validation
from sim.study.execute import execute
from sim.study.store import open_results


def validate(
    name: str, *, results: Path | None = None, workers: int | None = None,
    replicates: int | None = None, out: Path | None = None, quiet: bool = False,
) -> pd.DataFrame:  # fmt: skip
    """Hold the model against published patterns; give a row for each, with its verdict.

    results : a results folder to hold against them; without it, their experiment is run
    """
    asked = load_validation(name)
    path = results or execute(
        altered(asked.experiment, replicates, None), out, workers, quiet=quiet
    )
    return validated(open_results(path), asked)
