"""Space: the uncertain numbers of the catalogue, and where in their ranges a point lies."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from sim.analysis.fitting import Numbers
from sim.analysis.fitting.scores import even, scored
from sim.parameters.registry import registry
from sim.scenario.varying.design import Points


@dataclass(frozen=True, slots=True)
class Space:
    """Every uncertain number, evenly spread over its range beforehand.

    A point has a standard normal score for each of them.

    lows, highs, defaults : (numbers,), in the parameters' units
    """

    names: tuple[str, ...]
    lows: Numbers
    highs: Numbers
    defaults: Numbers

    @classmethod
    def of_catalogue(cls, solved: Collection[str] = ()) -> "Space":
        """Take every number that the catalogue calls uncertain, and those that were solved."""
        chosen = {
            name: one
            for name, one in registry().items()
            if one.role == "uncertainty" or name in solved
        }
        ends = np.array([(one.low, one.high, one.default) for one in chosen.values()])
        return cls(tuple(chosen), *ends.T)

    def values(self, scores: Numbers) -> Points:
        """Give the values of points: (points, numbers) of scores."""
        found = self.lows + (even(scores) + 1.0) / 2.0 * (self.highs - self.lows)
        return tuple(tuple(map(float, row)) for row in found)

    def scores(self, values: Numbers) -> Numbers:
        """Give the scores of values: (points, numbers), or (numbers,)."""
        return scored(2.0 * (values - self.lows) / (self.highs - self.lows) - 1.0)

    def within(self, reach: float, scores: Numbers) -> Numbers:
        """Draw points in towards the defaults, so that they fill a share of each range."""
        centre = even(self.scores(self.defaults))
        return scored(centre + reach * (even(scores) - centre))
