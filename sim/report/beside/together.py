"""Together: whether a bundle does more, or less, than the sum of what its parts do alone."""

from dataclasses import dataclass
from typing import Any

from sim.analysis.bundles import interplay
from sim.report.comparison import LEVEL, Comparison
from sim.report.words.effect import Effect
from sim.report.words.nothing import nought, told_clear


@dataclass(frozen=True, slots=True)
class Row:
    """One measure of a bundle, in words."""

    measure: str
    unit: str
    together: str
    parts: str
    beyond: str
    interval: str


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle with the policies that it joins, and its measures."""

    title: str
    parts: list[str]
    rows: list[Row]


def bundles(comparison: Comparison) -> list[Bundle]:
    """Compare every bundle whose parts were run beside it with their sum."""
    found = {name: parts_of(comparison, name) for name in comparison.policies}
    return [bundle(comparison, name, parts) for name, parts in found.items() if parts]


def parts_of(comparison: Comparison, name: str) -> list[str]:
    """Name the policies that together hold a policy's actions, no more and no less."""
    base = comparison.scenarios[comparison.baseline].dated
    own = {
        one: [action for action in comparison.scenarios[one].dated if action not in base]
        for one in comparison.policies
    }
    inside = [
        other
        for other, actions in own.items()
        if other != name and actions and all(action in own[name] for action in actions)
    ]
    held = [action for other in inside for action in own[other]]
    whole = len(held) == len(own[name]) and all(action in held for action in own[name])
    return inside if whole and len(inside) > 1 else []


def bundle(comparison: Comparison, name: str, parts: list[str]) -> Bundle:
    """Compare one bundle with the sum of its parts."""
    measures = [one.name for one in comparison.measures]
    table = interplay(comparison.runs, measures, name, parts, comparison.baseline, LEVEL)
    rows = [row(comparison, found) for found in table.itertuples()]
    return Bundle(comparison.titles[name], [comparison.titles[part] for part in parts], rows)


def row(comparison: Comparison, found: Any) -> Row:
    """Write one measure of a bundle."""
    beyond = Effect.of(found)
    subject = comparison.subject(beyond.measure)
    shown = subject.shown
    told, interval = nought([beyond]) if beyond.is_nought else "", ""
    if not beyond.is_nought:
        said = told_clear(beyond)
        word = "" if said == "clear" else f" ({said})"
        told = f"{shown.change(beyond.change)}{word}"
        interval = shown.changes(beyond.low_adjusted, beyond.high_adjusted)
    return Row(
        subject.label, shown.unit, shown.change(found.together), shown.change(beyond.baseline),
        told, interval,
    )  # fmt: skip
