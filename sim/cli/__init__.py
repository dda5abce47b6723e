"""The command line: each command calls one thing and prints what it gives back.

Commands import what they need when they run, so that help and checks start at once.
"""

import sys
import traceback

import typer

from sim.cli.app import app
from sim.kernel.errors import CpsimError

FAULT = "This is a fault in the program, not in your files. Please report it with the lines above."


def main() -> None:
    """Run the command line, and leave with the code that the outcome has."""
    try:
        app()
    except CpsimError as error:
        typer.echo(str(error), err=True)
        sys.exit(error.exit_code)
    except Exception:
        traceback.print_exc()
        typer.echo(FAULT, err=True)
        sys.exit(CpsimError.exit_code)


__all__ = ["main"]
