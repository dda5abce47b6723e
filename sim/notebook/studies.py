"""A study of the model itself, from a notebook."""

from pathlib import Path

import pandas as pd

from sim.report.studies.keep import carry_out
from sim.scenario import Scenario, load_scenario
from sim.study.built_in.listing import STUDIES


def study_model(
    name: str | None = None, scenario: Scenario | str = "baseline", *,
    replicates: int | None = None, years: int | None = None, workers: int | None = None,
    into: Path | None = None,
) -> pd.DataFrame:  # fmt: skip
    """Carry out a built-in study and give its table; without a name, list them.

    name       : which study
    scenario   : the scenario it is made with
    replicates : streams of luck; like years, the study's own number if not given
    workers    : processes; one for each core if not given
    into       : a folder to keep the table in, and the figure if there is one
    """
    if name is None:
        rows = [(one, found.replicates, found.years, found.asks) for one, found in STUDIES.items()]
        return pd.DataFrame(rows, columns=["study", "replicates", "years", "asks"])
    setting = scenario if isinstance(scenario, Scenario) else load_scenario(scenario)
    return carry_out(name, setting, replicates, years, workers, into).found.table
