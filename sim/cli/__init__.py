"""The command line: each command calls one thing and prints what it gives back.

Commands import what they need when they run, so that help and checks start at once.
"""

import sys
import traceback

import typer

from sim.cli.app import app
from sim.kernel.errors import CpsimError, InputError

FAULT = "This is a fault in the program, not in your files. Please report it with the lines above."


def main() -> None:
    """Run the command line, and leave with the code that the outcome has."""
    try:
        app()
    except CpsimError as error:
        typer.echo("\n\n".join(filter(None, (str(error), summary(error)))), err=True)
        sys.exit(error.exit_code)
    except Exception:
        traceback.print_exc()
        typer.echo(FAULT, err=True)
        sys.exit(CpsimError.exit_code)


def summary(error: CpsimError) -> str:
    """Count the mistakes in files, and say where more is said about them."""
    problems = error.problems if isinstance(error, InputError) else []
    found = [one for one in problems if one.line]
    if not found:
        return ""
    many = "1 mistake" if len(found) == 1 else f"{len(found)} mistakes"
    return f"{many}. `cpsim errors {found[0].code}` says more about {found[0].code}."


__all__ = ["main"]
