"""The page: one self-contained report.html from a results folder."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
from markupsafe import Markup

from sim.kernel.errors import InputError
from sim.measures import MEASURES, Measure
from sim.report import answer, assumptions, caveats, differences, foretold, making, tables
from sim.report.beside.about import about
from sim.report.beside.events import done, events
from sim.report.beside.spread import FEWEST_DRAWS, spread
from sim.report.beside.together import bundles
from sim.report.comparison import Comparison
from sim.report.course import Courses, gathered
from sim.report.detection.operating import operating
from sim.report.detection.section import leaves as of_decisions
from sim.report.detection.section import said as of_detection
from sim.report.detection.section import write_files
from sim.report.figures.chosen import over_time
from sim.report.figures.effects import data as labelled
from sim.report.figures.effects import effects
from sim.report.figures.fan import fans
from sim.report.figures.figure import Figure, Placed, place
from sim.report.figures.groupings import kinds, quintiles
from sim.report.figures.places import groups
from sim.report.figures.precision import precision
from sim.report.figures.retention import newly_qualified, recognition, retention
from sim.report.figures.tradeoff import FOUND, NEEDLESS, tradeoff
from sim.report.files.findings import FINDINGS, found
from sim.report.files.official import official, series
from sim.report.files.workbook import leaves, write_workbook
from sim.report.filled import filled
from sim.report.fit import Fit
from sim.report.glossary import used
from sim.report.leavers.figure import destinations, newly_qualified_destinations
from sim.report.loops.diagram import diagram
from sim.report.numbers import counted
from sim.report.swept.heat import heat
from sim.report.swept.lines import lines
from sim.report.swept.section import section as swept_section
from sim.report.swept.sensitivity import sensitivity
from sim.report.swept.years import years
from sim.report.workforce.hours import hours
from sim.report.workforce.lives import lives
from sim.report.workforce.section import section
from sim.study.store import open_results

REPORT, FIGURES, WORKBOOK = "report.html", "figures", "report.xlsx"
RUNS_TABLE = "runs.parquet"
type Maker = Callable[[Comparison], Figure | None]


def write(path: Path | str) -> Path:
    """Write the report of a results folder, with its figures and tables; give back the page.

    raises InputError for a folder whose runs are not joined, as a shard's are not
    """
    if not (open_results(path).path / RUNS_TABLE).is_file():
        raise InputError.command_line(
            f"{path} holds no joined tables, and a report is about these.",
            "Go on with cpsim resume, or join all shards with cpsim merge.",
        )
    comparison = about(open_results(path))
    folder = comparison.results.path
    fit = Fit(comparison.whole)
    clear_away(folder / FIGURES)
    placed = [
        place(figure, number, folder / FIGURES)
        for number, figure in enumerate(figures(comparison), start=1)
    ]
    said = contents(comparison, fit, placed)
    write_tables(folder, comparison, fit, said)
    page = folder / REPORT
    glossary = used(rendered({**said, "glossary": []}))
    page.write_text(rendered({**said, "glossary": glossary}), encoding="utf-8")
    return page


def write_tables(folder: Path, comparison: Comparison, fit: Fit, said: dict[str, Any]) -> None:
    """Write what the page says as CSV files, a spreadsheet and a file for machines."""
    official_table = said["official"]
    tables_ = {
        folder / "headline.csv": comparison.effect_table,
        folder / "official.csv": official_table,
        folder / FIGURES / "calibration.csv": fit.table,
    }
    if said["events"]:
        tables_[folder / "events.csv"] = done(comparison)
    for file, table in tables_.items():
        table.to_csv(file, index=False, lineterminator="\n")
    headline = labelled(comparison) if comparison.policies else pd.DataFrame()
    sheets = leaves({**said, "headline": headline, "fit": fit.table})
    write_workbook(
        folder / WORKBOOK,
        comparison,
        [*sheets, *of_decisions(said["decisions"], said["incidents"])],
    )
    write_files(folder, said["decisions"])
    findings = found(comparison, said)
    (folder / FINDINGS).write_text(findings, encoding="utf-8")


def clear_away(folder: Path) -> None:
    """Take away the figures of an earlier report, which may have had others."""
    for old in list(folder.glob("[0-9][0-9]-*.*")):
        old.unlink()


def figures(comparison: Comparison) -> list[Figure]:
    """Make the figures that the results can carry, in the order of the page."""
    of_sweeps: tuple[Maker, ...] = (sensitivity, years, heat, lines)
    made: list[Figure | None] = [draw(comparison) for draw in of_sweeps]
    if comparison.policies:
        made.append(effects(comparison))
    made += groups(comparison.whole)
    made += [fans(comparison, name) for name in over_time(comparison)]
    others: tuple[Maker, ...] = (
        retention,
        newly_qualified,
        destinations,
        newly_qualified_destinations,
        lives,
        hours,
        recognition,
    )
    made += [draw(comparison) for draw in others]
    made += [operating(comparison.whole), tradeoff(comparison), quintiles(comparison)]
    made += [kinds(comparison.whole), precision(comparison), diagram(comparison)]
    return [figure for figure in made if figure is not None]


def rendered(said: dict[str, Any]) -> str:
    """Fill in the page."""
    return filled("report.html.j2", said, cells=cells, svg=Markup)


def contents(comparison: Comparison, fit: Fit, placed: list[Placed]) -> dict[str, Any]:
    """Gather what the page says."""
    course, table = Courses(comparison), official(comparison.whole)
    money = [
        name for name in MEASURES if MEASURES[name].room == "money" and comparison.is_known(name)
    ]
    shown = [*(one.name for one in comparison.measures), *money]
    return {
        "comparison": comparison,
        "scenario_count": counted(len(comparison.scenarios), "scenario"),
        "is_quick": any(one.quick for one in comparison.scenarios.values()),
        **answer.said(comparison),
        "headline": tables.headline(comparison),
        "caveats": caveats.caveats(comparison, fit),
        "figures": placed,
        "fit": fit,
        "budget": caveats.budget(comparison),
        "money": tables.of_measures(comparison, money) if money else None,
        "differences": differences.differences(comparison),
        "foretold": foretold.judged(comparison),
        **of_detection(comparison.whole),
        "workforce": section(comparison),
        **over_the_years(course),
        **beside(comparison),
        "assumed": assumptions.assumed(comparison),
        "most_assumed": assumptions.MOST,
        "official": table,
        "series": series(comparison.whole, table),
        **how_made(comparison),
        "definitions": defined(shown, comparison),
    }


def beside(comparison: Comparison) -> dict[str, Any]:
    """Gather what scenarios beside one another tell: bundles, events and sweeps."""
    return {
        "swept": swept_section(comparison),
        "spread": spread(comparison),
        "fewest_draws": FEWEST_DRAWS,
        "bundles": bundles(comparison),
        "events": events(comparison),
        "shocks": assumptions.shocks(comparison),
    }


def how_made(comparison: Comparison) -> dict[str, Any]:
    """Gather what another needs to make the same results."""
    return {
        "failed": making.failed(comparison),
        "facts": making.facts(comparison),
        "hashes": making.hashes(comparison),
    }


def over_the_years(course: Courses) -> dict[str, Any]:
    """Gather what the page says of when and by which path."""
    return {
        "mechanisms": gathered(course.mechanisms),
        "moments": course.moments,
        "still": gathered([(title, still) for title, _, still in course.moments if still]),
    }


def defined(names: list[str], comparison: Comparison) -> list[Measure]:
    """List the measures that the page uses, each once."""
    used = dict.fromkeys([*names, *over_time(comparison), FOUND, NEEDLESS])
    return [MEASURES[name] for name in used if name in comparison.runs]


def cells(table: pd.DataFrame) -> list[list[str]]:
    """Give the rows of a table as text."""
    return [[str(value) for value in row] for row in table.itertuples(index=False, name=None)]
