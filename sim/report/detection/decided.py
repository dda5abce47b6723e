"""Decided: what an experiment's decisions found and alarmed, as the page needs it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from sim.analysis.decisions.detection import called, rates, wide
from sim.analysis.decisions.roc import areas, curves, mean_curve
from sim.analysis.intervals import Interval, over_replicates
from sim.analysis.paired import effects
from sim.analysis.yearly import RUN
from sim.casefile.decisions import DECISIONS
from sim.report.comparison import LEVEL, Comparison, has_values
from sim.report.numbers import Shown
from sim.report.words.effect import Effect, Subject, by_place

STAGES = ("screening", "section 47", "conference", "plan", "proceedings")
ASKS = {
    "screening": "Is a contact accepted as a referral?",
    "in need": "Is a child found in need after assessment?",
    "section 47": "Is a section 47 enquiry begun?",
    "conference": "Does an enquiry go to a conference?",
    "plan": "Does a conference agree a plan?",
    "plan kept": "Does a review keep a plan?",
    "need kept": "Does a review keep a child in need’s case open?",
    "proceedings": "Does a review of a plan look to court?",
    "care order": "Does the court order care?",
    "care kept": "Does a review keep a child in care?",
}
SHARES = {
    "sensitivity": ("Sensitivity", "higher", 1.0),
    "specificity": ("Specificity", "higher", 0.5),
}
# A twentieth of an SD moves a share of one half by two percentage points.
PLACES = {"d_prime": ("d′", "higher", 0.05), "criterion": ("Criterion", "neither", 0.05)}

AREAS = ("area", "d_area")


@dataclass(frozen=True)
class Decided:
    """Decisions of the period that is compared, held against the truth.

    decisions, margins : the tables of these names
    """

    comparison: Comparison
    decisions: pd.DataFrame
    margins: pd.DataFrame

    @cached_property
    def runs(self) -> pd.DataFrame:
        """A row for each run; numbers of each decision, shares in per cent."""
        found = rates(self.decisions)
        percent = found.assign(**{name: 100 * found[name] for name in SHARES})
        both = percent.merge(areas(self.swept), on=[*RUN, "decision"], how="left")
        return wide(both, [*SHARES, *PLACES, *AREAS])

    @cached_property
    def swept(self) -> pd.DataFrame:
        """Each run's decisions, swept over the criterion."""
        return curves(self.margins)

    @cached_property
    def curve(self) -> pd.DataFrame:
        """The same on average over replicates."""
        return mean_curve(self.swept)

    @cached_property
    def known(self) -> list[str]:
        """Decisions of which every scenario has a d′, in the order of the ladder."""
        return [one for one in DECISIONS if has_values(self.runs, called("d_prime", one))]

    @property
    def stages(self) -> list[str]:
        """Those that are drawn."""
        return [one for one in STAGES if one in self.known]

    def level(self, name: str, decision: str, scenario: str | None = None) -> Interval:
        """Mean over replicates of one number of one decision under one scenario."""
        found = self.levels[called(name, decision), scenario or self.comparison.baseline]
        return within(found) if name in SHARES else found

    @cached_property
    def levels(self) -> dict[tuple[str, str], Interval]:
        """Means over replicates of every number of every decision, by scenario."""
        return {
            (name, str(scenario)): over_replicates(rows, name, LEVEL)
            for scenario, rows in self.runs.groupby("scenario", sort=False)
            for name in rows.columns.difference(RUN)
        }

    def changes(self, names: Sequence[str], among: Sequence[str]) -> list[Effect]:
        """Compare numbers of decisions in pairs, adjusted together."""
        asked = [called(name, one) for one in among for name in names]
        if not (asked and self.comparison.policies):
            return []
        paired = effects(self.runs, asked, self.comparison.baseline, LEVEL)
        return self.comparison.in_order(paired)

    @cached_property
    def moves(self) -> list[Effect]:
        """Changes in d′ and criterion of the decisions that are drawn."""
        return self.changes(list(PLACES), self.stages)

    @cached_property
    def shares(self) -> list[Effect]:
        """Changes in sensitivity and specificity of every decision."""
        return self.changes(list(SHARES), self.known)

    @cached_property
    def places(self) -> list[Effect]:
        """Changes in d′ and criterion of every decision."""
        return self.changes(list(PLACES), self.known)

    def share_of(self, name: str, decision: str, scenario: str) -> Effect | None:
        """Find one of these; nothing for the scenario compared with."""
        return self.shares_by_place.get((called(name, decision), scenario))

    @cached_property
    def shares_by_place(self) -> dict[tuple[str, str], Effect]:
        """The same by measure and scenario."""
        return by_place(self.shares)

    @cached_property
    def moves_by_place(self) -> dict[tuple[str, str], Effect]:
        """Moves by measure and scenario."""
        return by_place(self.moves)


def within(found: Interval) -> Interval:
    """Keep the interval of a percentage among percentages."""
    low, high = (float(np.clip(edge, 0.0, 100.0)) for edge in (found.low, found.high))
    return Interval(found.mean, low, high, found.n)


def decided(comparison: Comparison) -> Decided | None:
    """Read the decisions; nothing if the results hold none of the period."""
    tables = comparison.decided
    if not {"decisions", "margins"} <= set(tables) or any(one.empty for one in tables.values()):
        return None
    found = Decided(comparison, tables["decisions"], tables["margins"])
    return found if found.known else None


def shown_of(name: str) -> Shown:
    """Say how one number of decisions is written."""
    return Shown("%", 1) if name in SHARES else Shown("SD", 2)


def subject_of(name: str, decision: str) -> Subject:
    """Say how one number of one decision is named and written."""
    label, better, matters = (SHARES | PLACES)[name]
    return Subject(called(name, decision), f"{label}, {decision}", better, matters, shown_of(name))
