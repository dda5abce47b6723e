"""Commands that list what there is."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from sim.cli.options import Json, Results
from sim.cli.output import say, say_json, say_table
from sim.kernel.errors import InputError, MachineError


def results(
    folder: Annotated[Path, typer.Argument(help="Where results are.")] = Path("results"),
    as_json: Json = False,
) -> None:
    """List past results, newest first."""
    rows = []
    for file in sorted(folder.glob("*/manifest.json"), reverse=True):
        if not file.parent.is_symlink():
            manifest = json.loads(file.read_text(encoding="utf-8"))
            counts = manifest["runs"]
            rows.append([file.parent, manifest["status"], counts["finished"], counts["planned"]])
    say_table(["results", "status", "finished", "planned"], rows, as_json)


def query(
    path: Results,
    sql: Annotated[str, typer.Argument(help="A question, as select … from runs.")],
    to: Annotated[
        Path | None, typer.Option(help="A new .csv or .xlsx file for the answer.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Ask the tables of past results by SQL."""
    from sim.report.files.query import query as ask
    from sim.report.files.query import written

    answer = ask(path, sql)
    if to is not None:
        say({"answer": written(answer, to)}, as_json)
    elif as_json:
        say_json(json.loads(answer.to_json(orient="records", date_format="iso")))
    else:
        typer.echo(answer.to_string(index=False))


def parameters(
    group: Annotated[str | None, typer.Argument(help="A section, a parameter, or a word.")] = None,
    levers: Annotated[bool, typer.Option("--levers", help="Only what a policy may move.")] = False,
    as_json: Json = False,
) -> None:
    """List the numbers of the model: unit, range, role, evidence, source."""
    from sim.parameters import listing

    found = listing.found(group, levers)
    if as_json:
        say_json({name: asdict(one) for name, one in found.items()})
    elif len(found) == 1:
        say(listing.details(*next(iter(found.items()))), as_json)
    else:
        say_table(listing.COLUMNS, listing.rows(found), as_json)


def measures(
    name: Annotated[
        str | None, typer.Argument(help="A measure, a room such as workforce, or a word.")
    ] = None,
    as_json: Json = False,
) -> None:
    """List what is measured: unit, direction, what it counts, definition."""
    from sim.measures import listing

    found = listing.found(name)
    if len(found) == 1 and not as_json:
        say(listing.details(found[0]), as_json)
    else:
        say_table(listing.COLUMNS, listing.rows(found), as_json)


def loops(
    scenario: Annotated[str, typer.Argument(help="Whose switches are told.")] = "baseline",
    as_json: Json = False,
) -> None:
    """List the feedback loops: kind, group, whether each runs, and its chain of causes."""
    from sim.scenario import load_scenario
    from sim.scenario.telling import loops as telling

    say_table(telling.COLUMNS, telling.rows(load_scenario(scenario)), as_json)


def errors(
    code: Annotated[str | None, typer.Argument(help="One code, as E303.")] = None,
    as_json: Json = False,
) -> None:
    """Explain the codes of mistakes: what each means, an example, and what helps."""
    from sim.scenario.codes import CODES

    if code is None:
        say_table(["code", "what is wrong"], [[k, v.title] for k, v in CODES.items()], as_json)
        return
    from sim.scenario.codes.page import plain

    one = CODES.get(code.upper())
    if not one:
        raise InputError.command_line(
            f"There is no code “{code}”.", f"There are: {', '.join(CODES)}."
        )
    if as_json:
        say_json(asdict(one))
    else:
        typer.echo(plain(one))


def doctor(as_json: Json = False) -> None:
    """Check this machine: Python, packages, room, write access."""
    from sim.kernel.machine import checks
    from sim.scenario.find import HOME

    found = checks(HOME)
    rows = [[one.name, "good" if one.good else "bad", one.found] for one in found]
    say_table(["check", "state", "found"], rows, as_json)
    if bad := [one for one in found if not one.good]:
        raise MachineError("\n".join(f"{one.name}: {one.advice}" for one in bad))
