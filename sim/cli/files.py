"""Commands about scenario files."""

from pathlib import Path
from typing import Annotated

import typer

from sim.cli.options import Json
from sim.cli.output import say_json
from sim.kernel.errors import InputError

Scenario = Annotated[str, typer.Argument(help="Name or file of a scenario.")]


def check(
    names: Annotated[list[str] | None, typer.Argument(help="Names or files; all if none.")] = None,
) -> None:
    """Check scenarios, places and experiments without running them."""
    from sim.scenario.check import check_files

    checked = check_files(names or [])
    word = "file is" if checked == 1 else "files are"
    typer.echo(f"{checked} {word} as they should be.".replace("is as they", "is as it"))


def show(
    name: Scenario,
    everything: Annotated[bool, typer.Option("--all", help="Every parameter.")] = False,
    as_json: Json = False,
) -> None:
    """Show a scenario with every value and where it was set."""
    from sim.scenario import load_scenario
    from sim.scenario.show import show as in_words

    scenario = load_scenario(name)
    if as_json:
        say_json({**scenario.resolved(), "meaning": scenario.meaning})
    else:
        typer.echo(in_words(scenario, everything))


def diff(one: Scenario, other: Scenario, as_json: Json = False) -> None:
    """Say in words how one scenario differs from another."""
    from sim.scenario import load_scenario
    from sim.scenario.diff import differences

    said = differences(load_scenario(one), load_scenario(other))
    if as_json:
        say_json(said)
    else:
        typer.echo("\n".join(said) or "They mean the same.")


def new(name: Annotated[str, typer.Argument(help="Name of the scenario.")]) -> None:
    """Write a scenario to start from, with comments."""
    from sim.scenario.new import template

    file = Path("scenarios") / f"{name}.yaml"
    if file.exists():
        raise InputError.command_line(f"{file} exists already.", "Choose another name.")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(template(name), encoding="utf-8")
    typer.echo(file)
