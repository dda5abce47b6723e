"""Expectations: what a scenario's author foretells before it is run, so that it can be judged."""

from dataclasses import dataclass
from typing import Literal

type Direction = Literal["rises", "falls", "stays"]


@dataclass(frozen=True, slots=True)
class Expectation:
    """One line of `expect`: which measure moves which way, against what, and why.

    text    : the line as its author wrote it
    least   : smallest change meant, in the measure's own unit; 0 where any will do. For "stays"
              it is the most that the measure may move; 0 there means its `matters`
    against : scenario to compare with; "" for the one that the experiment compares with
    because : the mechanism by which it is foretold, "" where none is given
    """

    text: str
    measure: str
    direction: Direction
    least: float = 0.0
    against: str = ""
    because: str = ""
