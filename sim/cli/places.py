"""Commands about places: making one from a council’s published figures."""

from typing import Annotated

import typer

from sim.cli.options import Json
from sim.cli.output import say_json

place = typer.Typer(no_args_is_help=True, help="Make places.")

Rate = Annotated[float | None, typer.Option(help="Published, for 10,000 children.")]


@place.command("new")
def new_place(
    name: Annotated[str, typer.Argument(help="Name of the place; its file is written by it.")],
    children: Annotated[int, typer.Option(help="Children to 17 years.")],
    kind: Annotated[
        str, typer.Option(help="county, unitary, metropolitan or london.")
    ] = "unitary",
    region: Annotated[str, typer.Option(help="Region of England.")] = "Midlands",
    grade: Annotated[str, typer.Option(help="Judgement of help and protection.")] = "good",
    free_school_meals: Annotated[
        float | None, typer.Option(help="Pupils eligible, per cent.")
    ] = None,
    referrals: Rate = None, section_47: Rate = None, plans: Rate = None, in_need: Rate = None,
    looked_after: Rate = None, care_applications: Rate = None, as_json: Json = False,
) -> None:  # fmt: skip
    """Write a place file for a council from its published figures, and say how sure it is."""
    from sim.notebook.places import new_place as made

    file, found = made(
        name, children, kind=kind, region=region, grade=grade,
        free_school_meals=free_school_meals, referrals=referrals, section_47=section_47,
        plans=plans, in_need=in_need, looked_after=looked_after,
        care_applications=care_applications,
    )  # fmt: skip
    if as_json:
        say_json({"file": str(file), "families": found.families,
                  "deprivation": found.deprivation, "threshold": found.threshold,
                  "expected": dict(found.expected)})  # fmt: skip
        return
    typer.echo(
        file.read_text(encoding="utf-8") + f"Written to {file}. Check it: cpsim check {name}"
    )
