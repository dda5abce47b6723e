"""What an experiment varies, and by which design: numbers of the model, over ranges or values."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

type Spread = Literal["uniform", "triangular", "normal"]
type Method = Literal["grid", "one-at-a-time", "lhs", "morris", "sobol", "list"]
SPREADS: tuple[Spread, ...] = ("uniform", "triangular", "normal")
SAMPLED: tuple[Method, ...] = ("grid", "one-at-a-time", "lhs", "morris", "sobol", "list")
METHODS = ("goal", *SAMPLED)
type Points = tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True)
class Factor:
    """One number varied across an experiment.

    low, high : ends of its range, in the parameter's unit
    values    : the values themselves where they are listed, in the order of the file
    shape     : how values are spread over the range: evenly; by a triangle with its top at the
                default; or by a normal curve cut at the ends, of which they hold 95%
    """

    parameter: str
    low: float
    high: float
    values: tuple[float, ...] = ()
    shape: Spread = "uniform"


@dataclass(frozen=True, slots=True)
class Design:
    """How factors are varied.

    samples      : points of lhs; base samples of sobol, a power of two
    levels       : values of each range in a grid, one at a time, or morris
    trajectories : of morris
    second_order : whether sobol has the runs that interactions of pairs need
    start        : day from which levers have their values; facts have theirs from the first past
    points       : those of a list, a value for each factor
    """

    method: Method
    samples: int = 0
    levels: int = 0
    trajectories: int = 0
    second_order: bool = False
    start: date | None = None
    points: Points = ()
