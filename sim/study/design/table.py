"""The design as a table: a row for each point, a column for each factor."""

import pandas as pd

from sim.parameters.registry import registry
from sim.scenario import Experiment
from sim.study.plan import draws

DESIGN = "design"


def points_table(experiment: Experiment) -> pd.DataFrame:
    """Lay out the points of an experiment.

    returns : columns draw and one for each factor, by its dotted name, in the parameter's unit;
              a single row without factors where nothing is varied
    """
    names = [one.parameter for one in experiment.factors] if experiment.points else []
    rows = pd.DataFrame(list(experiment.points), columns=names, dtype=float) if names else None
    every = {draw for n in range(experiment.replicates) for draw in draws(experiment, n)}
    table = pd.DataFrame({"draw": sorted(every)})
    return table if rows is None else pd.concat([table, rows], axis="columns")


def factor_words(experiment: Experiment) -> dict[str, dict[str, str]]:
    """Say what each factor's column holds."""
    return {
        one.parameter: {"label": registry()[one.parameter].label,
                        "unit": registry()[one.parameter].unit}
        for one in (experiment.factors if experiment.points else ())
    }  # fmt: skip
