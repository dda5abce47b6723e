"""What is sought: a value of one lever, and what is asked of one measure."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Goal:
    """The answer wanted: such as which cap brings turnover under 12% with 80% probability.

    scenario    : name of the one in which the lever is moved
    low, high   : ends of the range of values that may be tried, in the lever's unit
    is_under    : whether the measure is to stay under the bound, or else over it
    bound       : in the measure's unit
    probability : share of replicates that are to meet the goal
    start       : day from which the lever has the value
    """

    scenario: str
    lever: str
    low: float
    high: float
    measure: str
    is_under: bool
    bound: float
    probability: float
    start: date

    def is_met(self, value: float) -> bool:
        """Whether a run's measure meets the goal; one with nothing counted does not."""
        return value < self.bound if self.is_under else value > self.bound
