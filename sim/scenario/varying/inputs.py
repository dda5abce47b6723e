"""Inputs: values of the uncertain numbers that differ from replicate to replicate."""

from collections.abc import Mapping
from dataclasses import dataclass

from sim.scenario.varying.design import Points


@dataclass(frozen=True, slots=True)
class Inputs:
    """Draws of the uncertain numbers, one for each replicate.

    model   : version of the model that they were found with
    numbers : names of the parameters
    draws   : (replicates,) which draw each replicate lives with, from 1; several may share one
    rows    : (replicates, numbers) their values, in the parameters' units
    """

    model: str
    numbers: tuple[str, ...]
    draws: tuple[int, ...]
    rows: Points

    def of(self, replicate: int) -> Mapping[str, float]:
        """Give the values that a replicate lives with."""
        return dict(zip(self.numbers, self.rows[replicate], strict=True))
