"""The commands that hold the model against figures that it was not fitted to."""

from pathlib import Path
from typing import Annotated

import typer

from sim.cli.options import Json, Out, Quiet, Replicates, Workers
from sim.cli.output import say_json, say_table
from sim.kernel.errors import CheckFailed

SCORED = (
    "forecaster", "score, % of last known", "against persistence", "95% interval",
    "inside 90%", "better on",
)  # fmt: skip
type Given = Annotated[
    Path | None, typer.Option(help="Results to hold against it; else its experiment is run.")
]
HEADS = ("pattern", "published", "band", "model", "95% interval", "verdict", "source")


def validate(
    name: Annotated[str, typer.Argument(help="A validation: its name or file.")],
    results: Given = None,
    workers: Workers = None, replicates: Replicates = None, out: Out = None,
    quiet: Quiet = False, as_json: Json = False,
) -> None:  # fmt: skip
    """Hold the model against published patterns: pass, near or fail; leaves with 5 if one fails."""
    from sim.report.calibrated.validated import validated
    from sim.scenario.held_against.validation import load_validation
    from sim.study.execute import asked_or_given

    asked = load_validation(name)
    found = asked_or_given(
        asked.experiment, results, replicates, out, workers, quiet=quiet or as_json
    )
    table = validated(found, asked)
    rows = table.to_dict("records")
    if as_json:
        say_json({"validation": asked.name, "results": str(found.path), "patterns": rows})
    else:
        say_table(HEADS, [
            (one["title"], f"{one['published']:g}", f"{one['band_low']:g} to {one['band_high']:g}",
             f"{one['model']:.3g}", f"{one['low']:.3g} to {one['high']:.3g}", one["verdict"],
             one["source"])
            for one in rows
        ], as_json=False)  # fmt: skip
    failed = int((table["verdict"] == "fail").sum())
    if failed:
        raise CheckFailed(f"{failed} of {len(table)} patterns fail.")


def backtest(
    name: Annotated[str, typer.Argument(help="A back-test: its name or file.")],
    results: Given = None,
    workers: Workers = None, replicates: Replicates = None, out: Out = None,
    quiet: Quiet = False, as_json: Json = False,
) -> None:  # fmt: skip
    """Run from an earlier year and score what was foretold, beside persistence and trend."""
    from sim.report.calibrated.backtested import backtested
    from sim.scenario.held_against.backtest import load_backtest
    from sim.study.execute import asked_or_given

    asked = load_backtest(name)
    found = asked_or_given(
        asked.experiment, results, replicates, out, workers, quiet=quiet or as_json
    )
    scores = backtested(found, asked)[1].to_dict("records")
    if as_json:
        say_json({"backtest": asked.name, "results": str(found.path), "scores": scores})
        return
    say_table(SCORED, [
        (one["forecaster"], f"{one['off']:.1f}", f"{one['against']:+.1f}",
         f"{one['against_low']:+.1f} to {one['against_high']:+.1f}", f"{one['inside']:.0%}",
         f"{one['better']} of {one['of']}")
        for one in scores
    ], as_json=False)  # fmt: skip
