"""The command that carries out a study of the model itself."""

from pathlib import Path
from typing import Annotated

import typer

from sim.cli.options import Json, Workers, number
from sim.cli.output import say_json, say_table

OWN = "the study's own number if not given."


def study(
    name: Annotated[
        str | None, typer.Argument(help="Which study; without one, all are listed.")
    ] = None,
    scenario: Annotated[str, typer.Argument(help="The scenario it is made with.")] = "baseline",
    replicates: Annotated[
        int | None, number("--replicates", 1, f"Streams of luck; {OWN}")
    ] = None,
    years: Annotated[int | None, number("--years", 1, f"Years of each run; {OWN}")] = None,
    workers: Workers = None,
    into: Annotated[
        Path | None, typer.Option(help="A folder for its table, and its figure if it has one.")
    ] = None,
    as_json: Json = False,
) -> None:  # fmt: skip
    """Study the model itself: whether it stands still, what moves it, and by which paths."""
    from sim.report.studies.keep import carry_out
    from sim.scenario import load_scenario
    from sim.study.built_in.listing import STUDIES, study_called

    if name is None:
        rows = [(one, found.replicates, found.years, found.asks) for one, found in STUDIES.items()]
        say_table(("study", "replicates", "years", "asks"), rows, as_json)
        return
    study_called(name)  # so that a wrong name is told before a wrong scenario
    done = carry_out(name, load_scenario(scenario), replicates, years, workers, into)
    kept = [str(one) for one in done.kept]
    if as_json:
        table = done.found.table.to_dict("records")
        say_json({"study": name, **done.size._asdict(), "table": table, "kept": kept})
    else:
        typer.echo("\n".join([done.found.text, *kept]))
