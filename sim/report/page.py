"""The page: one self-contained report.html from a results folder."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sim.measures import MEASURES, Measure
from sim.report import answer, assumptions, caveats, making, tables
from sim.report.chosen import over_time
from sim.report.comparison import Comparison
from sim.report.figure import Figure, Placed, place
from sim.report.figures.effects import effects
from sim.report.figures.fan import fans
from sim.report.figures.groupings import kinds, quintiles
from sim.report.figures.precision import precision
from sim.report.figures.retention import recognition, retention
from sim.report.figures.tradeoff import FOUND, NEEDLESS, tradeoff
from sim.report.fit import Fit
from sim.report.numbers import counted
from sim.study.store import open_results

REPORT, FIGURES = "report.html", "figures"
type Maker = Callable[[Comparison], Figure | None]


def write(path: Path | str) -> Path:
    """Write the report of a results folder, with its figures; give back the page's path."""
    comparison = Comparison(open_results(path))
    folder = comparison.results.path
    fit = Fit(comparison)
    clear_away(folder / FIGURES)
    placed = [
        place(figure, number, folder / FIGURES)
        for number, figure in enumerate(figures(comparison), start=1)
    ]
    comparison.effect_table.to_csv(folder / "headline.csv", index=False, lineterminator="\n")
    fit.table.to_csv(folder / FIGURES / "calibration.csv", index=False, lineterminator="\n")
    page = folder / REPORT
    page.write_text(rendered(comparison, fit, placed), encoding="utf-8")
    return page


def clear_away(folder: Path) -> None:
    """Take away the figures of an earlier report, which may have had others."""
    for old in list(folder.glob("[0-9][0-9]-*.*")):
        old.unlink()


def figures(comparison: Comparison) -> list[Figure]:
    """Make the figures that the results can carry, in the order of the page."""
    made: list[Figure | None] = []
    if comparison.policies:
        made.append(effects(comparison))
    made += [fans(comparison, name) for name in over_time(comparison)]
    others: tuple[Maker, ...] = (retention, recognition, tradeoff, quintiles, kinds, precision)
    made += [draw(comparison) for draw in others]
    return [figure for figure in made if figure is not None]


def rendered(comparison: Comparison, fit: Fit, placed: list[Placed]) -> str:
    """Fill in the page."""
    environment = Environment(
        loader=PackageLoader("sim.report", "templates"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.filters["cells"] = cells
    environment.filters["svg"] = Markup
    return environment.get_template("report.html.j2").render(contents(comparison, fit, placed))


def contents(comparison: Comparison, fit: Fit, placed: list[Placed]) -> dict[str, Any]:
    """Gather what the page says."""
    money = [
        name for name in MEASURES if MEASURES[name].room == "money" and comparison.is_known(name)
    ]
    shown = [*(one.name for one in comparison.measures), *money]
    return {
        "comparison": comparison,
        "scenario_count": counted(len(comparison.scenarios), "scenario"),
        "is_quick": any(one.quick for one in comparison.scenarios.values()),
        "answer": answer.answer(comparison),
        "lines": answer.lines(comparison),
        "headline": tables.headline(comparison),
        "caveats": caveats.caveats(comparison, fit),
        "figures": placed,
        "fit": fit,
        "money": tables.of_measures(comparison, money) if money else None,
        "levers": assumptions.levers(comparison),
        "shocks": assumptions.shocks(comparison),
        "assumed": assumptions.assumed(comparison),
        "most_assumed": assumptions.MOST,
        "facts": making.facts(comparison),
        "hashes": making.hashes(comparison),
        "definitions": defined(shown, comparison),
    }


def defined(names: list[str], comparison: Comparison) -> list[Measure]:
    """List the measures that the page uses, each once."""
    used = dict.fromkeys([*names, *over_time(comparison), FOUND, NEEDLESS])
    return [MEASURES[name] for name in used if name in comparison.runs]


def cells(table: pd.DataFrame) -> list[list[str]]:
    """Give the rows of a table as text."""
    return [[str(value) for value in row] for row in table.itertuples(index=False, name=None)]
