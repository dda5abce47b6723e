"""Spread: how much of each effect's spread comes of inputs and of luck, and what would turn it."""

from dataclasses import dataclass

import numpy as np

from sim.analysis.draws.leaning import Lean, leaning
from sim.analysis.draws.sources import Sources, sources
from sim.analysis.fitting import Numbers
from sim.analysis.paired import run_by_run
from sim.parameters.registry import registry
from sim.parameters.section import Parameter
from sim.report.assumptions import worded
from sim.report.comparison import Comparison
from sim.report.numbers import UNKNOWN, counted, mid, percent, quoted
from sim.report.words.effect import Subject
from sim.scenario.generated import GUESSED
from sim.scenario.varying.inputs import Inputs
from sim.study.plan import model_version

FEWEST_DRAWS = 30
"""Draws from which it can be told what an effect leans on."""


@dataclass(frozen=True, slots=True)
class Row:
    """One effect: how far draws differ in it, how far luck moves it, and how likely it is good."""

    measure: str
    policy: str
    change: str
    draws: str
    inputs: str
    luck: str
    chance: str


@dataclass(frozen=True, slots=True)
class Spread:
    """What a comparison over the draws of an ensemble says beside its effects.

    stale : the model that the draws were found with, where it is another by now
    leans : sentences, one for each policy; none where there are too few draws
    """

    ensemble: str
    draws: int
    stale: str
    rows: list[Row]
    leans: list[str]


def spread(comparison: Comparison) -> Spread | None:
    """Tell inputs from luck; nothing where all runs share the defaults."""
    experiment = comparison.experiment
    inputs = experiment.inputs
    if inputs is None or not comparison.policies or not experiment.has_draws:
        return None
    draws = len(set(inputs.draws))
    return Spread(
        ensemble=experiment.ensemble, draws=draws,
        stale=inputs.model if inputs.model != model_version() else "",
        rows=[
            row(found, subject, comparison.titles[policy])
            for subject in comparison.subjects
            for policy in comparison.policies
            if (found := of_effect(comparison, subject.name, policy))
        ],
        leans=[leaned(comparison, policy, inputs) for policy in comparison.policies]
        if draws >= FEWEST_DRAWS else [],
    )  # fmt: skip


def of_effect(comparison: Comparison, measure: str, policy: str) -> Sources | None:
    """Tell inputs from luck in one effect."""
    return sources(run_by_run(comparison.runs, measure, policy, comparison.baseline))


def row(found: Sources, subject: Subject, policy: str) -> Row:
    """Write one effect."""
    shown = subject.shown
    luck = UNKNOWN if np.isnan(found.luck) else shown.number(found.luck)
    return Row(
        subject.label, policy, shown.change(found.mean), shown.changes(*found.range),
        shown.number(found.inputs), luck, chance(found, subject.better),
    )  # fmt: skip


def chance(found: Sources, better: str) -> str:
    """Write how likely a draw is to give a change for the better; nothing where none is better."""
    above = found.chance_above()
    known = {"higher": above, "lower": 1.0 - above}
    return percent(known[better]) if better in known else ""


def leaned(comparison: Comparison, policy: str, inputs: Inputs) -> str:
    """Say on which three assumptions a policy's first effect leans most, and what would turn it."""
    subject, title = comparison.subjects[0], quoted(comparison.titles[policy])
    names = [name for name in inputs.numbers if registry()[name].evidence in GUESSED]
    changes = run_by_run(comparison.runs, subject.name, policy, comparison.baseline)
    lived = [inputs.of(int(replicate)) for replicate in changes.index.get_level_values("replicate")]
    values = np.array([[one[name] for name in names] for one in lived])
    found = leaning(changes.to_numpy(dtype=float), placed(values, names))
    if not found:
        return f"{title}: no assumption moves {subject.mid} further than luck does."
    parts = [turned(one, registry()[names[one.number]], subject) for one in found]
    many = "assumption" if len(parts) == 1 else f"{counted(len(parts), 'assumption')}"
    return f"{title} and {subject.mid} lean most on {many}: {'; '.join(parts)}."


def placed(values: Numbers, names: list[str]) -> Numbers:
    """Say where values lie in their ranges, from −1 to 1."""
    lows = np.array([registry()[name].low for name in names])
    highs = np.array([registry()[name].high for name in names])
    found: Numbers = 2.0 * (values - lows) / (highs - lows) - 1.0
    return found


def turned(lean: Lean, one: Parameter, subject: Subject) -> str:
    """Write one assumption: how it moves the effect, and the value that would turn it."""
    size = subject.shown.change(lean.slope)
    words = f"{mid(one.label)} ({size} for each SD of it"
    if np.isnan(lean.turns):
        return f"{words}; no value in its range turns the effect)"
    value = one.low + (lean.turns + 1.0) / 2.0 * (one.high - one.low)
    return (
        f"{words}; the effect turns at {worded(value, one)}, taken as {worded(one.default, one)})"
    )
