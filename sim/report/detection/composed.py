"""Composed: what made up the criterion of each decision, and which part a policy moved."""

from dataclasses import dataclass

import pandas as pd

from sim.analysis.breakdown import broken_down
from sim.analysis.decisions.criteria import TOTAL, composed, pooled
from sim.analysis.paired import effects
from sim.casefile.decisions import CARE_ORDER, DECISIONS
from sim.report.comparison import LEVEL, Comparison
from sim.report.numbers import Shown
from sim.report.tables import Changes, blocks, laid_out
from sim.report.words.effect import Subject
from sim.state.decided import PARTS
from sim.study.merge import in_period

WORDS = {
    "base": "Base", "by_authority": "Authority’s ways", "by_policy": "Policy",
    "by_worker": "Worker’s own", "by_experience": "Experience", "by_load": "Load",
    "by_fear": "Fear", "by_norm": "Norms", TOTAL: "Criterion",
}  # fmt: skip
SHORT = {**WORDS, "by_authority": "Authority"}
SD, MATTERS = Shown("SD", 2), 0.05


@dataclass(frozen=True, slots=True)
class Made:
    """What made up the criteria.

    parts   : names of the columns
    lines   : of the scenario compared with, each decision with the mean of every part
    changes : of the mean over decisions, part by part, for each policy
    table   : all levels and changes, for files
    """

    parts: list[str]
    lines: list[tuple[str, list[str]]]
    changes: list[Changes]
    table: pd.DataFrame


def made(comparison: Comparison) -> Made | None:
    """Tell what made up the criteria; nothing if the results hold nothing of them."""
    table = comparison.known("criteria")
    if table is None:
        return None
    start = comparison.scenarios[comparison.baseline].start
    rows = in_period(table, start, comparison.experiment)
    if rows.empty:
        return None
    values = composed(rows, PARTS)
    told = broken_down(values, ["decision", "part"], comparison.baseline, LEVEL)
    return Made(list(SHORT.values()), lines(comparison, told), moved(comparison, values), told)


def lines(comparison: Comparison, told: pd.DataFrame) -> list[tuple[str, list[str]]]:
    """Write the mean of every part under the scenario compared with."""
    own = told[told["scenario"] == comparison.baseline]
    values = {
        (name, part): float(value)
        for name, part, value in zip(own["decision"], own["part"], own["value"], strict=True)
    }
    known = dict.fromkeys(own["decision"])
    return [
        (name.capitalize(), [written(part, values[name, part]) for part in WORDS])
        for name in DECISIONS
        if name in known
    ]


def written(part: str, value: float) -> str:
    """Write one part: what moved a criterion with its sign, levels without."""
    return SD.change(value) if part.startswith("by_") else SD.number(value)


def moved(comparison: Comparison, values: pd.DataFrame) -> list[Changes]:
    """Tell which parts each policy moved, on average over decisions but the court's."""
    if not comparison.policies:
        return []
    means = pooled(values, [DECISIONS[CARE_ORDER]])
    names = [TOTAL, *PARTS]
    told = comparison.in_order(effects(means, names, comparison.baseline, LEVEL))
    base = means[means["scenario"] == comparison.baseline]
    lines = [
        (Subject(name, WORDS[name], "neither", MATTERS, SD), SD.number(base[name].mean()), "")
        for name in names
    ]
    return blocks(laid_out(comparison, lines, told))
