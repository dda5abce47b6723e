"""What an experiment varies: a number of the model, over a range or some values."""

from dataclasses import dataclass
from typing import Literal

type Spread = Literal["uniform", "triangular", "normal"]
SPREADS: tuple[Spread, ...] = ("uniform", "triangular", "normal")
# Designs whose names are known; sim.scenario.reading.factors says which are carried out.
METHODS = ("goal", "grid", "one-at-a-time", "lhs", "morris", "sobol", "list")


@dataclass(frozen=True, slots=True)
class Factor:
    """One number varied across an experiment.

    low, high : ends of its range, in the parameter's unit
    values    : the values themselves where they are listed, in the order of the file
    shape     : how values are spread over the range
    """

    parameter: str
    low: float
    high: float
    values: tuple[float, ...] = ()
    shape: Spread = "uniform"
