"""The command that holds the model against patterns that it was not fitted to."""

from pathlib import Path
from typing import Annotated

import typer

from sim.cli.options import Json, Out, Quiet, Replicates, Workers
from sim.cli.output import say_json, say_table
from sim.kernel.errors import CheckFailed

HEADS = ("pattern", "published", "band", "model", "95% interval", "verdict", "source")


def validate(
    name: Annotated[str, typer.Argument(help="A validation: its name or file.")],
    results: Annotated[
        Path | None, typer.Option(help="Results to hold against it; else its experiment is run.")
    ] = None,
    workers: Workers = None, replicates: Replicates = None, out: Out = None,
    quiet: Quiet = False, as_json: Json = False,
) -> None:  # fmt: skip
    """Hold the model against published patterns: pass, near or fail; leaves with 5 if one fails."""
    from sim.report.calibrated.validated import validated
    from sim.scenario import altered
    from sim.scenario.held_against.validation import load_validation
    from sim.study.execute import execute
    from sim.study.store import open_results

    asked = load_validation(name)
    path = results or execute(
        altered(asked.experiment, replicates, None), out, workers, quiet=quiet or as_json
    )
    table = validated(open_results(path), asked)
    rows = table.to_dict("records")
    if as_json:
        say_json({"validation": asked.name, "results": str(path), "patterns": rows})
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
