"""Chosen: which measures and policies are drawn where there are too many to take in."""

from collections.abc import Sequence

from sim.report.comparison import Comparison
from sim.report.numbers import counted
from sim.report.words.effect import Effect

MOST = 7
MOST_FANS = 3


def chosen(comparison: Comparison, effects: Sequence[Effect]) -> list[str]:
    """Choose the scenarios to draw: all, or the current one and the clearest few of many.

    effects : of every policy on what the figure shows, one or several of each
    """
    names = list(comparison.scenarios)
    if len(comparison.policies) <= MOST or not effects:
        return names[: MOST + 1]
    ranked = dict.fromkeys(one.scenario for one in sorted(effects, key=lambda one: one.p_holm))
    clearest = list(ranked)[:MOST]
    return [name for name in names if name == comparison.baseline or name in clearest]


def left_out(comparison: Comparison, names: Sequence[str]) -> str:
    """Say that some policies are not drawn; nothing if all are."""
    hidden = len(comparison.scenarios) - len(names)
    if not hidden:
        return ""
    drawn = counted(len(names) - 1, "policy", "policies")
    return f"; drawn are the {drawn} with the clearest changes, {hidden} more are in the table"


def over_time(comparison: Comparison) -> list[str]:
    """Choose what to show over time: the question's own measure, then the clearest changes."""
    first = comparison.measures[0].name
    if comparison.effect_table.empty:
        return [one.name for one in comparison.measures[:MOST_FANS]]
    best = comparison.effect_table.groupby("measure", sort=False)["p_holm"].min()
    ranked = [str(name) for name in best.sort_values(kind="stable").index if name != first]
    return [first, *ranked][:MOST_FANS]
