"""Commands about scenario files."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from sim.cli.options import Json
from sim.cli.output import say_json, say_table
from sim.kernel.errors import InputError

Scenario = Annotated[str, typer.Argument(help="Name or file of a scenario.")]


def check(
    names: Annotated[list[str] | None, typer.Argument(help="Names or files; all if none.")] = None,
    watch: Annotated[
        bool, typer.Option("--watch", help="Check again whenever a file is saved, until Ctrl-C.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Check scenarios, places and experiments without running them."""
    from sim.scenario.check import check_files, watch_files, well

    if watch:
        watch_files(names or [], typer.echo)
        return
    try:
        checked = check_files(names or [])
    except InputError as wrong:
        if not as_json:
            raise
        say_json({"mistakes": [asdict(one) for one in wrong.problems]})
        raise typer.Exit(wrong.exit_code) from wrong
    if as_json:
        say_json({"checked": checked, "mistakes": []})
    else:
        typer.echo(well(checked))


def show(
    name: Annotated[
        str | None, typer.Argument(help="A scenario, place or experiment; a list if none.")
    ] = None,
    at: Annotated[
        str | None, typer.Option(help="What holds on a day: 2028-04 or “year 3”.")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Every parameter.")] = False,
    as_json: Json = False,
) -> None:
    """Show a scenario with every value and where it was set; or a place, or an experiment."""
    from sim.scenario.check import look_up
    from sim.scenario.reading.shape import kind_of
    from sim.scenario.reading.sheet import read_sheet
    from sim.scenario.telling import others

    if name is None:
        say_table(others.COLUMNS, others.index(), as_json)
        return
    file = look_up(name)
    kind = kind_of(read_sheet(file).top.data)
    if kind == "scenario":
        show_scenario(file, at, everything, as_json)
        return
    if at:
        raise InputError.command_line(f"“{name}” is of no day.", "Give --at for a scenario.")
    content, said = others.described(file, kind)
    if as_json:
        say_json(content)
    else:
        typer.echo(said)


def show_scenario(file: Path, at: str | None, everything: bool, as_json: bool) -> None:
    """Show a scenario: whole, or as it is on a day."""
    from sim.scenario import load_scenario
    from sim.scenario.telling import on_a_day
    from sim.scenario.telling.show import show as in_words

    scenario = load_scenario(file)
    if at:
        day = on_a_day.read_day(at, scenario)
        content = on_a_day.as_content(scenario, day)
        said = on_a_day.show_at(scenario, day)
    else:
        origins = dict(scenario.origins)
        content = {**scenario.resolved(), "meaning": scenario.meaning, "origins": origins}
        said = in_words(scenario, everything)
    if as_json:
        say_json(content)
    else:
        typer.echo(said)


def diff(one: Scenario, other: Scenario, as_json: Json = False) -> None:
    """Say in words how one scenario differs from another."""
    from sim.scenario import load_scenario
    from sim.scenario.telling.diff import differences

    said = differences(load_scenario(one), load_scenario(other))
    if as_json:
        say_json(said)
    else:
        typer.echo("\n".join(said) or "They mean the same.")


def new(
    name: Annotated[str, typer.Argument(help="Name of the file to write.")],
    kind: Annotated[
        str, typer.Option("--kind", help="scenario, bundle, place or experiment.")
    ] = "scenario",
) -> None:
    """Write a scenario, a bundle, a place or an experiment to start from, with comments."""
    from sim.scenario.new import write

    typer.echo(write(name, kind))
