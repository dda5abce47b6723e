"""A scenario: a place and a policy, with every value known; and an experiment of several."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from sim.scenario.expectation import Expectation
from sim.scenario.goal.goal import Goal
from sim.scenario.goal.precision import Precision
from sim.scenario.place import Authority, Group
from sim.scenario.policy import Action, Shock
from sim.scenario.reading.values import defaults
from sim.scenario.varying.design import Design, Factor, Points
from sim.scenario.varying.inputs import Inputs

HASH_DIGITS = 16
# Words for readers, and what a hash of the results must not depend on.
WORDS = ("name", "title", "question", "quick", "source_files", "origins", "expectations")
OF_THE_PAST = (
    "start", "past_years", "authorities", "population_scale", "parameters", "loops_off",
    "uncoupled",
)  # fmt: skip


@dataclass(frozen=True)
class Scenario:
    """What is supposed, ready to run.

    start, end       : first and last day; results cover the weeks that begin between them
    past_years       : simulated before the start, so that the world begins with a past
    population_scale : families simulated ÷ families real
    parameters       : values that differ from the defaults, before any action
    loops_off        : feedback loops held at their baseline mean
    uncoupled        : what authorities do not share, of `sim.parameters.loops.Couplings`
    expectations     : what its author foretold, to be judged after the run
    law              : what holds from its own dates, whatever the policy; dropped by name
    quick            : a look with too few families to draw conclusions from
    origins          : file and line that set each value, for people to look up
    """

    name: str
    title: str
    question: str
    start: date
    end: date
    past_years: int
    authorities: tuple[Authority, ...]
    population_scale: float
    parameters: Mapping[str, float]
    actions: tuple[Action, ...] = ()
    shocks: tuple[Shock, ...] = ()
    loops_off: tuple[str, ...] = ()
    uncoupled: tuple[str, ...] = ()
    quick: bool = False
    expectations: tuple[Expectation, ...] = ()
    law: tuple[Action, ...] = ()
    source_files: tuple[str, ...] = ()
    origins: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)

    @property
    def dated(self) -> tuple[Action, ...]:
        """The law, then the policy's own actions over it."""
        return (*self.law, *self.actions)

    @property
    def meaning(self) -> str:
        """Hash of everything that can change results: no words, no order of keys."""
        return self.meanings[0]

    @property
    def past_meaning(self) -> str:
        """Hash of everything that shapes the world before the start."""
        return self.meanings[1]

    @property
    def meanings(self) -> tuple[str, str]:
        """Give both hashes at once: a design asks thousands of times."""
        settings = self.resolved()
        whole = digest({key: settings[key] for key in settings if key not in WORDS})
        return whole, digest({key: settings[key] for key in OF_THE_PAST})

    def resolved(self) -> dict[str, Any]:
        """Write the scenario out in full, every parameter filled in, as JSON can hold it."""
        settings = asdict(self) | {"parameters": {**defaults(), **self.parameters}}
        del settings["origins"]
        whole: dict[str, Any] = json.loads(json.dumps(settings, default=str))
        return whole


@dataclass(frozen=True)
class Experiment:
    """The runs that answer one question.

    against                  : name of the scenario that the others are compared with
    measures                 : headline measures; none named means the report's own choice
    period_start, period_end : first and last day over which measures are taken
    goal                     : what is sought, where the experiment seeks a value of a lever
    groups                   : authorities that the report takes together, none of them in two
    notes                    : what a search found, for the report to say beside the question
    factors, design          : numbers that are varied, and how
    precision                : until when replicates are added, where their number is not given
    points                   : of that design, a value for each factor; none before they are drawn
    ensemble                 : name of the one that replicates take their inputs from; none if ""
    inputs                   : those, one draw for each replicate; none before they are taken
    """

    name: str
    title: str
    question: str
    scenarios: tuple[Scenario, ...]
    against: str
    replicates: int
    seed: int
    measures: tuple[str, ...]
    period_start: date
    period_end: date
    goal: Goal | None = None
    groups: tuple[Group, ...] = ()
    notes: tuple[str, ...] = ()
    factors: tuple[Factor, ...] = ()
    design: Design | None = None
    points: Points = ()
    precision: Precision | None = None
    ensemble: str = ""
    inputs: Inputs | None = None

    @property
    def has_draws(self) -> bool:
        """Whether its runs differ in the draws that replicates live with, and in nothing else."""
        return self.inputs is not None and not self.points

    def sample(self, replicate: int) -> int:
        """Give the number of the draw that a replicate lives with; 0 for the defaults."""
        return self.inputs.draws[replicate] if self.inputs else 0


def digest(settings: Mapping[str, Any]) -> str:
    """Hash settings in canonical JSON, whose order of keys means nothing."""
    canonical = json.dumps(without_words(settings), sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:HASH_DIGITS]


def without_words(settings: Any) -> Any:
    """Leave out the titles of actions, which are for readers."""
    if isinstance(settings, list):
        return [without_words(one) for one in settings]
    if isinstance(settings, dict):
        return {key: without_words(one) for key, one in settings.items() if key != "title"}
    return settings
