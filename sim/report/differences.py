"""Differences: what each policy's file changes, in words: what, by when, where, at what price."""

from dataclasses import dataclass
from datetime import date, timedelta

from sim.parameters.registry import registry
from sim.report.assumptions import SWITCHES, moved, pounds, price
from sim.report.comparison import Comparison
from sim.report.numbers import capital, month
from sim.scenario import Scenario
from sim.scenario.policy import Action, Change, Where
from sim.scenario.telling.diff import values, whole

DAYS_IN_A_YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Part:
    """One action of a policy, in words."""

    title: str
    changes: list[str]
    when: str
    where: str
    cost: str


@dataclass(frozen=True, slots=True)
class Difference:
    """All that one scenario changes.

    other : differences that no action makes: facts, loops, the world
    total : the price that its file declares, over the period that is compared
    """

    policy: str
    question: str
    parts: list[Part]
    other: list[str]
    total: str


def differences(comparison: Comparison) -> list[Difference]:
    """Tell what each policy changes against the scenario it is compared with."""
    base = comparison.scenarios[comparison.baseline]
    return [
        difference(comparison, base, comparison.scenarios[name]) for name in comparison.policies
    ]


def difference(comparison: Comparison, base: Scenario, policy: Scenario) -> Difference:
    """Tell what one policy changes."""
    own = [action for action in policy.dated if action not in base.dated]
    return Difference(
        comparison.titles[policy.name], policy.question, [part(action) for action in own],
        [*whole(base, policy), *values(base, policy), *dropped(base, policy)],
        total(comparison, own),
    )  # fmt: skip


def dropped(base: Scenario, policy: Scenario) -> list[str]:
    """Name the law and the actions of the scenario compared with that a policy leaves out."""
    return [f"Leaves out “{one.title}”." for one in base.dated if one not in policy.dated]


def part(action: Action) -> Part:
    """Write one action."""
    return Part(
        action.title, [changed(change) for change in action.changes], when(action),
        where(action.where), price(action.cost),
    )  # fmt: skip


def changed(change: Change) -> str:
    """Write one change of a lever; a switch is told as it is set."""
    one = registry()[change.parameter]
    if change.parameter.partition(".")[0] in SWITCHES:
        return f"{capital(one.label)}: {'on' if change.value else 'off'}"
    return f"{capital(one.label)}: {moved(change, one)}"


def when(action: Action) -> str:
    """Write from when, in full by when, and until when."""
    words = f"from {month(action.start)}"
    if action.phase_in_weeks:
        full = action.start + timedelta(weeks=action.phase_in_weeks)
        words += f", in full by {month(full)}"
    return f"{words}, until {month(action.until)}" if action.until else words


def where(place: Where) -> str:
    """Write where."""
    parts = [*place.names, *place.kinds, *place.regions]
    parts += [f"where help and protection is {grade}" for grade in place.help_and_protection]
    return ", ".join(parts) or "everywhere"


def total(comparison: Comparison, actions: list[Action]) -> str:
    """Add up declared prices over the period, to three digits, if they are of one year."""
    years = {action.cost.prices for action in actions if action.cost.set_up or action.cost.yearly}
    if not years:
        return "none declared"
    if len(years) > 1:
        return "declared in prices of different years, so not added up"
    first, last = comparison.experiment.period_start, comparison.experiment.period_end
    spent = float(f"{sum(within(action, first, last) for action in actions):.3g}")
    return f"{pounds(spent)} over {comparison.period} ({years.pop()} prices)"


def within(action: Action, first: date, last: date) -> float:
    """Give what an action is declared to cost between two days."""
    begun, ended = max(action.start, first), min(action.until or last, last)
    days = max((ended - begun).days + 1, 0)
    set_up = action.cost.set_up if first <= action.start <= last else 0.0
    return set_up + action.cost.yearly * days / DAYS_IN_A_YEAR
