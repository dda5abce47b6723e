"""Every command under its name."""

from collections.abc import Callable
from importlib.metadata import version
from typing import Annotated, Any

import typer

from sim.cli import (
    calibrating,
    explaining,
    files,
    lists,
    places,
    runs,
    stories,
    studies,
    validating,
)

COMMANDS: dict[str, Callable[..., Any]] = {
    "demo": runs.demo,
    "run": runs.run,
    "compare": runs.compare,
    "resume": runs.resume,
    "extend": runs.extend,
    "merge": runs.merge,
    "replay": runs.replay,
    "report": runs.report,
    "explain": explaining.explain,
    "calibrate": calibrating.calibrate,
    "validate": validating.validate,
    "backtest": validating.backtest,
    "story": stories.story,
    "study": studies.study,
    "list": lists.results,
    "query": lists.query,
    "check": files.check,
    "show": files.show,
    "diff": files.diff,
    "new": files.new,
    "parameters": lists.parameters,
    "measures": lists.measures,
    "loops": lists.loops,
    "errors": lists.errors,
    "bench": runs.bench,
    "doctor": lists.doctor,
}

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def say_version(wanted: bool) -> None:
    """Print the version and stop."""
    if wanted:
        typer.echo(f"cpsim {version('cpsim')}")
        raise typer.Exit


@app.callback()
def whole(
    _version: Annotated[
        bool,
        typer.Option("--version", callback=say_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Compare policies for child protection in England by simulating the whole system."""


for name, command in COMMANDS.items():
    app.command(name)(command)
app.add_typer(places.place, name="place")
