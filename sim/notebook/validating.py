"""The model held against what is published, from a notebook."""

from pathlib import Path

import pandas as pd

from sim.report.calibrated.backtested import backtested
from sim.report.calibrated.validated import validated
from sim.scenario.held_against.backtest import load_backtest
from sim.scenario.held_against.validation import load_validation
from sim.study.execute import asked_or_given


def validate(
    name: str, *, results: Path | None = None, workers: int | None = None,
    replicates: int | None = None, out: Path | None = None, quiet: bool = False,
) -> pd.DataFrame:  # fmt: skip
    """Hold the model against published patterns; give a row for each, with its verdict.

    results : a results folder to hold against them; without it, their experiment is run
    """
    asked = load_validation(name)
    found = asked_or_given(asked.experiment, results, replicates, out, workers, quiet=quiet)
    return validated(found, asked)


def backtest(
    name: str, *, results: Path | None = None, workers: int | None = None,
    replicates: int | None = None, out: Path | None = None, quiet: bool = False,
) -> pd.DataFrame:  # fmt: skip
    """Score what a run from an earlier year foretold; give a row for each forecaster.

    results : a results folder to hold against it; without it, its experiment is run
    """
    asked = load_backtest(name)
    found = asked_or_given(asked.experiment, results, replicates, out, workers, quiet=quiet)
    return backtested(found, asked)[1]
