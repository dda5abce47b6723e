"""A council: what its published figures say of where it stands, as a place file.

Deprivation and threshold are two normal numbers that authorities differ in. Published rates and
free school meals are lines in them, with errors of their own, so that what they say together is a
weighted mean (Bayes's rule for normal numbers), and how sure it is comes with it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import isfinite, log, sqrt
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from ruamel.yaml import YAML

from sim.kernel.errors import InputError
from sim.parameters.registry import registry
from sim.scenario.find import HOME
from sim.scenario.place import JUDGEMENTS, KINDS
from sim.scenario.reading.values import choices

BETWEEN = HOME / "scenarios" / "between.yaml"
HALF = 1.645
"""Standard deviations on either side that hold nine in ten."""

FEWEST_FAMILIES = 1000
LEAST_APART = 0.1
"""Of the log of a rate, which counts of one year alone move by some per cent."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What is published of a council.

    children : of all ages to 17
    meals    : pupils who are eligible for free school meals, per cent; none if not given
    rates    : by name as in scenarios/between.yaml, for 10,000 children
    """

    name: str
    children: int
    kind: str
    region: str
    grade: str = "good"
    meals: float | None = None
    rates: Mapping[str, float] | None = None


@dataclass(frozen=True, slots=True)
class Inferred:
    """Where a council stands: each number with half of its 90% interval.

    expected : what the model gives such a council, by rate
    """

    families: int
    deprivation: tuple[float, float]
    threshold: tuple[float, float]
    expected: Mapping[str, float]


@lru_cache(maxsize=1)
def between() -> Mapping[str, Any]:
    """Read how England's authorities differ."""
    content: Mapping[str, Any] = YAML(typ="safe").load(BETWEEN.read_text(encoding="utf-8"))
    return content


def inferred(figures: Figures) -> Inferred:
    """Infer where a council stands from its figures."""
    refuse_unlikely(figures)
    known = between()
    lines, seen, errors = observed(figures)
    prior = np.array([known["deprivation"]["spread"], known["threshold"]["spread"]]) ** -2.0
    precision = np.diag(prior) + (lines.T / errors**2) @ lines
    cover = np.linalg.inv(precision)
    mean = cover @ (lines.T / errors**2) @ seen
    half = HALF * np.sqrt(np.diag(cover))
    expected = {
        name: one["middle"] * float(np.exp(mean @ [one["of_deprivation"], one["of_threshold"]]))
        for name, one in known["rates"].items()
    }
    return Inferred(
        round(figures.children / children_in_a_family()),
        (float(mean[0]), float(half[0])), (float(mean[1]), float(half[1])), expected,
    )  # fmt: skip


def observed(
    figures: Figures,
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Turn figures into lines in deprivation and threshold.

    returns : (figures, 2) slopes, (figures,) what is seen, (figures,) its standard deviation
    """
    known, rows = between(), []
    if figures.meals is not None:
        of = known["deprivation"]["of_log_meals"]
        seen = of * log(figures.meals / known["free_school_meals"]["middle"])
        rows.append((1.0, 0.0, seen, known["deprivation"]["error"]))
    for name, rate in (figures.rates or {}).items():
        one = known["rates"][name]
        middle = one["percentiles"][2]
        rows.append((one["of_deprivation"], one["of_threshold"], log(rate / middle), apart(one)))
    table = np.array(rows, dtype=float).reshape(-1, 4)
    return table[:, :2], table[:, 2], table[:, 3]


def apart(rate: Mapping[str, Any]) -> float:
    """Give the SD of the log of a rate that neither deprivation nor threshold explains."""
    by_threshold = rate["of_threshold"] * between()["threshold"]["spread"]
    return float(sqrt(max(LEAST_APART**2, rate["left"] ** 2 - by_threshold**2)))


def children_in_a_family() -> float:
    """Give the mean number of children of a family with dependent children."""
    shares = [
        registry()[f"families.{name}"].default
        for name in ("one_child", "two_children", "three_children")
    ]
    return float(np.dot([*shares, 1.0 - sum(shares)], [1, 2, 3, 4]))


def refuse_unlikely(figures: Figures) -> None:
    """Refuse figures that can be no council's."""
    known = between()["rates"]
    for name, rate in (figures.rates or {}).items():
        if name not in known:
            raise InputError.command_line(
                f"There is no rate called “{name}”.", choices(name, tuple(known))
            )
        low, high = known[name]["percentiles"][0] / 3, known[name]["percentiles"][4] * 3
        if not (isfinite(rate) and low <= rate <= high):
            raise InputError.command_line(
                f"{rate:g} for 10,000 children cannot be a council’s rate of {name}.",
                f"England’s lie from {known[name]['percentiles'][0]:g} to "
                f"{known[name]['percentiles'][4]:g} in nine of ten.",
            )
    if figures.meals is not None and not 1.0 <= figures.meals <= 90.0:
        raise InputError.command_line(
            f"{figures.meals:g}% cannot be a council’s share of pupils with free school meals.",
            "Give it in per cent, as 24.5.",
        )
    if figures.children < FEWEST_FAMILIES:
        raise InputError.command_line(
            f"{figures.children} children are no council.", "Give all children to 17 years."
        )
    for given, allowed in ((figures.kind, KINDS), (figures.grade, JUDGEMENTS)):
        if given not in allowed:
            raise InputError.command_line(f"“{given}” is not known.", choices(given, allowed))


def as_file(figures: Figures, found: Inferred, schema: str) -> str:
    """Write a place file that says what was inferred and how sure it is."""
    given = [f"{figures.children:,} children"]
    given += [f"{figures.meals:g}% free school meals"] if figures.meals is not None else []
    given += [f"{name} {rate:g}" for name, rate in (figures.rates or {}).items()]
    told = [
        f"#   {name}: {value:.0f}{beside(figures, name)}" for name, value in found.expected.items()
    ]
    return "\n".join([
        f"# yaml-language-server: $schema={schema}",
        f"# Made from published figures: {', '.join(given)}.",
        "# Inferred from how England’s authorities differ (scenarios/between.yaml); ranges hold",
        "# nine in ten; a threshold above 0 is a higher bar.",
        "# The model gives such a council, for 10,000 children:",
        *told,
        f"place: {figures.name}",
        f"title: A council like {figures.name}",
        "",
        "authorities:",
        f"  - name: {figures.name.capitalize()}",
        f"    families: {found.families}",
        f"    deprivation: {found.deprivation[0]:.2f} SD   # ± {found.deprivation[1]:.2f}",
        f"    threshold: {found.threshold[0]:.2f} SD   # ± {found.threshold[1]:.2f}",
        f"    kind: {figures.kind}",
        f"    region: {figures.region}",
        f"    help_and_protection: {figures.grade}",
        "",
    ])  # fmt: skip


def beside(figures: Figures, name: str) -> str:
    """Write what is published beside what the model gives, where it was given."""
    rates = figures.rates or {}
    return f" (published {rates[name]:g})" if name in rates else ""


def write_place(figures: Figures, file: Path, schema: str) -> tuple[Path, Inferred]:
    """Write a council’s place file; refuse to overwrite one."""
    if file.exists():
        raise InputError.command_line(f"{file} exists already.", "Choose another name.")
    found = inferred(figures)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(as_file(figures, found, schema), encoding="utf-8")
    return file, found
