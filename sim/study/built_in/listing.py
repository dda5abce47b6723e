"""Listing: the built-in studies by name."""

from sim.kernel.errors import InputError
from sim.scenario.reading.mistakes import did_you_mean
from sim.study.built_in.corners.study import STABILITY
from sim.study.built_in.paths.study import PATHS_OF_DEMAND
from sim.study.built_in.projection.study import PROJECTION
from sim.study.built_in.regression.study import REGRESSION
from sim.study.built_in.responses.study import RESPONSES
from sim.study.built_in.scale.study import SCALE
from sim.study.built_in.stationarity import STATIONARITY
from sim.study.built_in.study import Study

STUDIES: dict[str, Study] = {
    "stationarity": STATIONARITY,
    "scale": SCALE,
    "responses": RESPONSES,
    "paths": PATHS_OF_DEMAND,
    "projection": PROJECTION,
    "regression": REGRESSION,
    "corners": STABILITY,
}


def study_called(name: str) -> Study:
    """Find a study, or say which there are."""
    if name in STUDIES:
        return STUDIES[name]
    raise InputError.command_line(f"There is no study “{name}”.", did_you_mean(name, STUDIES))
