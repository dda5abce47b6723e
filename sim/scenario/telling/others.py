"""Places, experiments and the list of all files, in words."""

from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

from sim.scenario.experiment import load_experiment
from sim.scenario.find import ROOMS, files
from sim.scenario.held_against.backtest import load_backtest
from sim.scenario.held_against.calibration import load_calibration
from sim.scenario.held_against.validation import load_validation
from sim.scenario.load import load_place
from sim.scenario.place import Authority
from sim.scenario.reading.origins import file_origins, place_origins
from sim.scenario.reading.shape import Kind, kind_of
from sim.scenario.reading.sheet import Sheet, read_sheet
from sim.scenario.scenario import Experiment
from sim.scenario.telling.show import Row, authority_rows, written

HELD_AGAINST: dict[Kind, Callable[[Path], object]] = {
    "calibration": lambda file: asdict(load_calibration(file)),
    "validation": lambda file: asdict(load_validation(file)),
    "backtest": lambda file: asdict(load_backtest(file)),
}
COLUMNS = ("name", "kind", "title", "file")


def index() -> Iterator[tuple[str, str, str, str]]:
    """List every file of scenarios, places and experiments, with what it says it is."""
    for room in ROOMS:
        for file in files(room):
            sheet = read_sheet(file)
            kind = kind_of(sheet.top.data)
            yield (
                sheet.top.text(kind) or file.stem,
                kind,
                sheet.top.text("title") or "",
                sheet.shown,
            )


def described(file: Path, kind: Kind) -> tuple[object, str]:
    """Describe any file but a scenario: as one document, and in words with origins."""
    if kind == "place":
        authorities, sheet = load_place(file), read_sheet(file)
        return [asdict(one) for one in authorities], written(
            place_rows(sheet, authorities), place_origins(sheet, authorities)
        )
    if kind in HELD_AGAINST:
        lines = file.read_text(encoding="utf-8")
        return HELD_AGAINST[kind](file), lines.rstrip("\n")
    asked = load_experiment(file)
    content = asdict(asked) | {"scenarios": [one.name for one in asked.scenarios]}
    return content, written(experiment_rows(asked), file_origins(read_sheet(file)))


def place_rows(sheet: Sheet, authorities: tuple[Authority, ...]) -> list[Row]:
    """Say what a place is made of: its authorities, and what differs in each."""
    families = sum(one.families for one in authorities)
    return [
        (f"{sheet.top.text('place')}: {sheet.top.text('title') or ''}", "place"),
        (f"{len(authorities)} authorities, {families:,} families", ""),
        *(row for one in authorities for row in authority_rows(one)),
    ]


def experiment_rows(asked: Experiment) -> list[Row]:
    """Say what an experiment asks, of which scenarios, by how many runs."""
    return [
        (f"{asked.name}: {asked.title}", "experiment"),
        *([(asked.question, "question")] if asked.question else []),
        (f"  scenarios: {', '.join(one.name for one in asked.scenarios)}", "scenarios"),
        (f"  against: {asked.against}", "against"),
        (f"  replicates: {many(asked)}", "replicates"),
        (f"  seed: {asked.seed}", "seed"),
        (f"  measures: {', '.join(asked.measures) or 'chosen by the report'}", "measures"),
        (f"  period: {asked.period_start} to {asked.period_end}", "period"),
        *((f"  {one.name}: {', '.join(one.authorities)}", "groups") for one in asked.groups),
        *(
            (f"  {one.name} foretells: {foretold.text}", "")
            for one in asked.scenarios
            for foretold in one.expectations
        ),
    ]


def many(asked: Experiment) -> str:
    """Say how many replicates there are."""
    wanted = asked.precision
    if wanted is None:
        return f"{asked.replicates}"
    return (
        f"{wanted.start} to {wanted.most}, until {', '.join(wanted.measures)} within "
        f"{100 * wanted.half_width:.3g}% of {wanted.of}"
    )
