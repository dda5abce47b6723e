"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from sim.kernel.whole import whole

LATEST = Path("results/latest")


def number(option: str, low: int, what: str) -> Any:
    """Make an option that takes a whole number, and refuses any other in our own words."""
    return typer.Option(option, parser=reader(option, low), metavar="NUMBER", help=what)


def reader(option: str, low: int) -> Callable[[str], int]:
    """Make what reads the number of an option."""
    return lambda typed: whole(typed, option, low)


Json = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")]
Quiet = Annotated[bool, typer.Option("--quiet", help="Show no progress.")]
Workers = Annotated[int | None, number("--workers", 0, "Processes; one for each core.")]
Replicates = Annotated[int | None, number("--replicates", 1, "Streams of luck for each scenario.")]
Seed = Annotated[int | None, number("--seed", 0, "The one number that sets all luck.")]
Out = Annotated[Path | None, typer.Option(help="A new folder for the results.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would be run, and stop.")]
Results = Annotated[Path, typer.Argument(help="A results folder.")]
FailFast = Annotated[bool, typer.Option("--fail-fast", help="Stop at the first failed run.")]
Timeout = Annotated[
    str | None,
    typer.Option(
        help="Longest that a run may take, its process’s start included, as “10 minutes”."
    ),
]
Shard = Annotated[str | None, typer.Option(help="Make one part of the runs alone, as 1/3.")]
Scheduler = Annotated[
    str | None, typer.Option(help="Address of a Dask scheduler whose workers make the runs.")
]
