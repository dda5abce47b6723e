"""The page's section on a sweep: luck, where policies fail, regret, and the worth of knowing."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.analysis.sweeps.information import worth_of_knowing
from sim.analysis.sweeps.levels import levels
from sim.analysis.sweeps.prim import Box, discover
from sim.analysis.sweeps.robustness import regret
from sim.report.comparison import Comparison
from sim.report.numbers import counted, listed, quoted
from sim.report.swept.inputs import told_apart
from sim.report.swept.sensitivity import luck
from sim.report.swept.swept import Swept, label, swept, value
from sim.report.words.effect import Subject
from sim.scenario.varying.design import Method
from sim.scenario.varying.point import is_fact

FEWEST, MOST_SHOWN = 50, 8
FUTURES: tuple[Method, ...] = ("lhs", "sobol", "list")
type Lines = list[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Section:
    """What the page says of a sweep.

    said    : sentences
    regret  : for each policy: how often best, and its regret, mean, usual and most
    worth   : for each factor: what knowing it would gain
    subject : the measure that regret and worth are of, with its unit
    inputs  : for each measure and factor, what draws of the ensemble differ in, and luck
    """

    said: list[str]
    regret: Lines
    worth: Lines
    subject: str
    inputs: Lines


def section(comparison: Comparison) -> Section | None:
    """Gather the section; nothing without a design."""
    found = swept(comparison)
    if found is None:
        return None
    subject = next((one for one in comparison.subjects if one.better != "neither"), None)
    said = [luck(found, one) for one in comparison.subjects[:MOST_SHOWN]]
    inputs = told_apart(found)
    if subject is None or not comparison.policies:
        return Section(said, [], [], "", inputs)
    if lacking := no_futures(found):
        return Section(
            [*said, f"Regret and the worth of knowing are not told: {lacking}."], [], [], "", inputs
        )
    said += [failing(found, subject, policy) for policy in comparison.policies]
    worth, points = worth_of(found, subject)
    named = f"{subject.label} ({subject.shown.unit})"
    return Section(
        said, regrets(found, subject, worth), gains(found, subject, points, worth), named, inputs
    )


def no_futures(found: Swept) -> str:
    """Say why the points of a design are not futures that may come; nothing where they are."""
    design = found.comparison.experiment.design
    if design is None or design.method not in FUTURES:
        return "the points of this design are laid out to compare, and are no sample of futures"
    decided = [label(name) for name in found.names if not is_fact(name)]
    if decided:
        return f"{listed([quoted(one) for one in decided])} is decided, and does not come about"
    many = len(found.points)
    return f"{many} futures are too few, {FEWEST} are needed" if many < FEWEST else ""


def worth_of(
    found: Swept, subject: Subject
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:  # fmt: skip
    """Take the worth of every scenario at each point: the measure, the more the better.

    returns : (futures, scenarios), and the points of those futures of which all is known
    """
    runs, many = found.comparison.runs, len(found.points)
    sign = -1.0 if subject.better == "lower" else 1.0
    each = [levels(runs, many, subject.name, name).values for name in found.comparison.scenarios]
    worth = sign * np.column_stack(each)
    known = ~np.isnan(worth).any(axis=1)
    return worth[known], found.points[known]


def failing(found: Swept, subject: Subject, policy: str) -> str:
    """Say in which futures a policy does not change a measure by what matters."""
    changes = found.changes(subject, policy)
    known = ~np.isnan(changes)
    gained = -changes[known] if subject.better == "lower" else changes[known]
    fails = gained < subject.matters
    name = quoted(found.comparison.titles[policy])
    share = f"{fails.mean():.0%} of {counted(int(known.sum()), 'future')}"
    least = subject.shown.with_unit(subject.shown.number(subject.matters))
    head = f"{name} betters {subject.mid} by less than {least} in {share}"
    box = discover(found.points[known], fails, found.names)
    if box is None or not box.limits:
        return f"{head}, which no factor sets apart."
    return f"{head}. {in_words(box)}"


def in_words(box: Box) -> str:
    """Tell a box in a sentence."""
    limits = [f"“{label(one.factor)}” lies from {value(one.factor, one.low)} to "
              f"{value(one.factor, one.high)}" for one in box.limits]  # fmt: skip
    return (
        f"They gather where {listed(limits)}: there it falls short in {box.density:.0%}, and "
        f"{box.coverage:.0%} of all that fall short lie there."
    )


def regrets(found: Swept, subject: Subject, worth: NDArray[np.float64]) -> Lines:
    """Tell how much each scenario may be regretted against the best in each future."""
    titles = [found.comparison.titles[name] for name in found.comparison.scenarios]
    number = subject.shown.number
    return [
        (str(row["policy"]), f"{row['best']:.0%}", number(row["mean"]), number(row["usual_most"]),
         number(row["most"]))
        for row in regret(worth, titles).to_dict("records")
    ]  # fmt: skip


def gains(
    found: Swept, subject: Subject, points: NDArray[np.float64], worth: NDArray[np.float64]
) -> Lines:
    """Tell what a choice among the scenarios would gain if each factor were known."""
    told = worth_of_knowing(points, worth, found.names).to_dict("records")
    known = sorted(told[:-1], key=lambda row: -row["worth"])[:MOST_SHOWN]
    rows = [(label(str(row["factor"])), gain(subject, row)) for row in known]
    return [*rows, ("All of them, and luck", gain(subject, told[-1]))]


def gain(subject: Subject, row: dict[Hashable, Any]) -> str:
    """Write a gain with its standard error, by which luck is told from it."""
    worth, error = (subject.shown.number(float(row[name])) for name in ("worth", "error"))
    return f"{worth} ±{error}"
