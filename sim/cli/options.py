"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

LATEST = Path("results/latest")

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")]
Quiet = Annotated[bool, typer.Option("--quiet", help="Show no progress.")]
Workers = Annotated[int | None, typer.Option(min=0, help="Processes; one for each core.")]
Replicates = Annotated[int | None, typer.Option(min=1, help="Streams of luck for each scenario.")]
Seed = Annotated[int | None, typer.Option(min=0, help="The one number that sets all luck.")]
Out = Annotated[Path | None, typer.Option(help="A new folder for the results.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would be run, and stop.")]
Results = Annotated[Path, typer.Argument(help="A results folder.")]
