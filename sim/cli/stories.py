"""The command that tells one life's story: a family's, or a social worker's."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sim.cli.options import DryRun, Json, Quiet, Seed, number
from sim.cli.output import say, say_json

if TYPE_CHECKING:
    from sim.study.story.life import Asked

PICKS = (
    "missed-longest (if none is named), missed-though-known, missed-here, needless-plan, "
    "serious-incident or incident-though-known"
)
WORKER_PICKS = (
    "burnt-out, newly-qualified-who-left, moved, went-to-agency, became-manager, "
    "incident-in-a-case or left-here"
)


def story(
    name: Annotated[
        str, typer.Argument(help="A scenario, an experiment, or a results folder.")
    ],
    pick: Annotated[
        str | None,
        typer.Option(help=f"The rule that picks the family: {PICKS}."),
    ] = None,
    family: Annotated[
        int | None, number("--family", 0, "The family's number, in place of a rule.")
    ] = None,
    worker: Annotated[
        str | None,
        typer.Option(
            metavar="NUMBER|RULE",
            help="A social worker's number, such as 12-3 (the third holder of post 12), or the "
            f"rule that picks one: {WORKER_PICKS}.",
        ),
    ] = None,
    scenario: Annotated[
        str | None,
        typer.Option(help="Which of an experiment's scenarios; the one compared with if none."),
    ] = None,
    against: Annotated[
        str | None, typer.Option(help="The scenario in which its twin lives.")
    ] = None,
    replicate: Annotated[int, number("--replicate", 0, "Which stream of luck.")] = 0,
    seed: Seed = None,
    out: Annotated[Path | None, typer.Option(help="A new folder for the story.")] = None,
    dry_run: DryRun = False, quiet: Quiet = False, as_json: Json = False,
) -> None:  # fmt: skip
    """Write one invented life, a family's or a worker's: what was true beside what was on file."""
    from sim.study.story.asking import asked_for, described, new_folder

    asked = asked_for(
        name,
        against,
        scenario=scenario,
        pick=pick,
        family=family,
        worker=worker,
        replicate=replicate,
        seed=seed,
    )
    folder = new_folder(asked, out)
    if dry_run:
        say(described(asked, folder), as_json)
        return
    tell(asked, folder, quiet=quiet, as_json=as_json)


def tell(asked: "Asked", folder: Path, *, quiet: bool, as_json: bool) -> None:
    """Live the runs, write the story, and print it with the folder's path."""
    from sim.report.story.page import PAGE, facts_of, write_story
    from sim.study.progress import fitting
    from sim.study.story.life import lives

    told = write_story(lives(asked, fitting(quiet=quiet or as_json)), folder)
    page = folder / PAGE
    if as_json:
        say_json({**facts_of(told), "story": str(folder), "page": str(page)})
    else:
        typer.echo(told.text())
        say({"story": str(folder), "page": str(page)}, as_json)
