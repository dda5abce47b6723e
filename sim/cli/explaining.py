"""The command that explains through which loops policies do what they do."""

from typing import Annotated

import typer

from sim.cli.options import DryRun, Json, Out, Quiet, Replicates, Seed, Workers
from sim.cli.output import say, say_json


def explain(
    name: Annotated[
        str, typer.Argument(help="A policy, an experiment, or results of an explanation.")
    ],
    groups: Annotated[
        str | None, typer.Option(help="Groups of loops to tell apart, as blame,money; else all.")
    ] = None,
    open_group: Annotated[
        str | None, typer.Option("--open", help="A group whose loops are told apart instead.")
    ] = None,
    workers: Workers = None, replicates: Replicates = None, seed: Seed = None, out: Out = None,
    dry_run: DryRun = False, quiet: Quiet = False, as_json: Json = False,
) -> None:  # fmt: skip
    """Say how much of a policy's effect runs through each group of feedback loops."""
    from sim.report.studies.explained import explained, write
    from sim.study.execute import execute
    from sim.study.explain.asking import results_of, told_first, wanted
    from sim.study.store import open_results

    path = results_of(name)
    if path is None:
        asked = wanted(name, groups, open_group, replicates, seed)
        first = told_first(asked, workers)
        if dry_run:
            say(first, as_json)
            return
        if not (quiet or as_json):
            say(first, as_json=False)
        path = execute(asked, out, workers, quiet=quiet or as_json)
    results = open_results(path)
    text, files = write(results)
    if as_json:
        table = explained(results).to_dict("records")
        say_json({"results": str(path), "files": [str(one) for one in files], "table": table})
    else:
        typer.echo("\n".join([text, *map(str, files)]))
