"""Assumptions that matter: what the policies change, and the unmeasured numbers beside it."""

from dataclasses import dataclass
from datetime import date

from sim.kernel.quantities import CASES, formatted
from sim.parameters.registry import registry
from sim.parameters.section import Parameter
from sim.report.comparison import Comparison
from sim.report.numbers import capital, shown
from sim.scenario.policy import Change, Cost

MOST = 24
SWITCHES = ("loops", "couplings")
BEFALLEN = {
    "one": "in one authority drawn at random",
    "all": "in every authority that it is meant for",
}


@dataclass(frozen=True, slots=True)
class Assumption:
    """One number that nobody has measured well."""

    name: str
    label: str
    value: str
    limits: str
    evidence: str
    note: str
    reach: float


def moved(change: Change, one: Parameter) -> str:
    """Write how a lever moves from its default."""
    before = worded(one.default, one)
    if change.operation == "multiply":
        return f"{before} → {worded(one.default * change.value, one)} (× {change.value:g})"
    after = change.value + (one.default if change.operation == "by" else 0)
    return f"{before} → {worded(after, one)}"


def worded(value: float, one: Parameter) -> str:
    """Write a value of a parameter as in a sentence; no cap on cases is none."""
    if one.unit == CASES and value == 0:
        return "none"
    return formatted(value, one.unit, thousands=True)


def price(cost: Cost) -> str:
    """Write what an action costs."""
    parts = [
        f"{pounds(amount)} {words}"
        for amount, words in ((cost.set_up, "to set up"), (cost.yearly, "a year"))
        if amount
    ]
    prices = f" ({cost.prices} prices)" if parts and cost.prices else ""
    return " and ".join(parts) + prices if parts else "none declared"


def pounds(amount: float) -> str:
    """Write pounds by the million or billion where there are many."""
    form = shown("£", 0, amount)
    return form.with_unit(form.number(amount)) if amount >= 0 else f"−{pounds(-amount)}"


def assumed(comparison: Comparison) -> list[Assumption]:
    """List the unmeasured numbers of the sections that the policies touch, widest first."""
    touched = {
        change.parameter.partition(".")[0]
        for scenario in comparison.scenarios.values()
        for action in scenario.actions
        for change in action.changes
    }
    found = [
        assumption(name, one)
        for name, one in registry().items()
        if one.role == "uncertainty" and one.evidence in ("assumed", "elicited")
        and name.partition(".")[0] in touched.difference(SWITCHES)
    ]  # fmt: skip
    return sorted(found, key=lambda one: -one.reach)


def assumption(name: str, one: Parameter) -> Assumption:
    """Write one unmeasured number."""
    return Assumption(
        name=name, label=capital(one.label), value=worded(one.default, one),
        limits=f"{worded(one.low, one)} to {worded(one.high, one)}",
        evidence=one.evidence, note=one.note, reach=reach(one),
    )  # fmt: skip


def reach(one: Parameter) -> float:
    """Say how wide a number's range is against its size."""
    size = max(abs(one.default), (abs(one.low) + abs(one.high)) / 4, 1e-12)
    return (one.high - one.low) / size


def shocks(comparison: Comparison) -> list[str]:
    """Write the shocks of each scenario."""
    return [
        f"{comparison.titles[name]}: {shock.kind.replace('_', ' ')}, {dated(shock.start)}, "
        f"{BEFALLEN[shock.chosen]}."
        for name, scenario in comparison.scenarios.items()
        for shock in scenario.shocks
    ]


def dated(day: date) -> str:
    """Write a day."""
    return f"{day.day} {day:%B %Y}"
