"""What a sweep is about: its points, its factors in words, and the subject that they drive."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from sim.analysis.sweeps.levels import Levels, levels
from sim.analysis.yearly import by_year
from sim.kernel.quantities import formatted
from sim.measures import MEASURES
from sim.parameters.registry import registry
from sim.report.comparison import Comparison
from sim.report.numbers import capital
from sim.report.words.effect import Subject
from sim.scenario.varying.design import Design, Factor

LONGEST = 60


@dataclass(frozen=True)
class Swept:
    """A comparison whose scenarios ran at every point of a design."""

    comparison: Comparison

    @property
    def design(self) -> Design:
        """How factors were varied; only comparisons with a design come here."""
        design = self.comparison.experiment.design
        assert design is not None
        return design

    @property
    def factors(self) -> tuple[Factor, ...]:
        """What was varied."""
        return self.comparison.experiment.factors

    @cached_property
    def names(self) -> list[str]:
        """Names of the factors."""
        return [one.parameter for one in self.factors]

    @cached_property
    def points(self) -> NDArray[np.float64]:
        """Values, (points, factors)."""
        return np.array(self.comparison.experiment.points, dtype=float)

    @cached_property
    def unit(self) -> NDArray[np.float64]:
        """Where each point lies in its factors' ranges, from 0 to 1, (points, factors)."""
        low, high = (np.array([getattr(one, e) for one in self.factors]) for e in ("low", "high"))
        return np.asarray((self.points - low) / (high - low))

    @property
    def about(self) -> tuple[str, str]:
        """The scenario that factors drive, and what it is compared with, if anything.

        The first policy's effect where there is one, or else the level of the only scenario.
        """
        policies = self.comparison.policies
        if policies:
            return policies[0], self.comparison.baseline
        return self.comparison.baseline, ""

    @property
    def subject_in_words(self) -> str:
        """What is driven, as it stands in a subtitle."""
        scenario, against = self.about
        named = f"“{self.comparison.titles[scenario]}”"
        return f"what {named} changes" if against else f"the level under {named}"

    def levels(self, subject: Subject) -> Levels:
        """Take a measure at every point: what the first policy changes in it, or its level."""
        scenario, against = self.about
        return levels(self.comparison.runs, len(self.points), subject.name, scenario, against)

    def levels_by_year(self, subject: Subject) -> dict[str, Levels]:
        """Take a measure at every point, in each whole financial year."""
        scenario, against = self.about
        yearly = by_year(self.comparison.quarterly, [MEASURES[subject.name]])
        return {
            str(year): levels(own, len(self.points), "value", scenario, against)
            for year, own in yearly.groupby("year", sort=True)
        }

    def changes(self, subject: Subject, policy: str) -> NDArray[np.float64]:
        """Take what a policy changes in a measure at every point."""
        base = self.comparison.baseline
        return levels(self.comparison.runs, len(self.points), subject.name, policy, base).values


def label(name: str) -> str:
    """Name a factor for readers, no longer than fits beside a bar."""
    text = capital(registry()[name].label.partition(";")[0])
    if " → " in text:  # a loop's switch is known by its name
        text = capital(name.partition(".")[2].replace("_", " "))
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"


def value(name: str, number: float) -> str:
    """Write a factor's value in its unit."""
    return formatted(number, registry()[name].unit, True)


def swept(comparison: Comparison) -> Swept | None:
    """Take a comparison as a sweep; nothing where no design varied anything."""
    experiment = comparison.experiment
    return Swept(comparison) if experiment.design and experiment.points else None
