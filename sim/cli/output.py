"""Printing: for people, or as one JSON document."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import typer

PIPED_WIDTH = 200


def say_json(content: Any) -> None:
    """Print one JSON document."""
    typer.echo(json.dumps(content, indent=2, ensure_ascii=False, default=str))


def say(content: Mapping[str, Any], as_json: bool) -> None:
    """Print names and values."""
    if as_json:
        say_json(content)
        return
    width = max(map(len, content), default=0)
    for name, value in content.items():
        shown = ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else value
        typer.echo(f"{name:<{width}}  {shown}".rstrip())


def say_table(columns: Sequence[str], rows: Iterable[Sequence[Any]], as_json: bool) -> None:
    """Print a table; as JSON, a list of its rows."""
    if as_json:
        say_json([dict(zip(columns, row, strict=True)) for row in rows])
        return
    from rich.console import Console
    from rich.table import Table

    table = Table(*columns, box=None, pad_edge=False)
    for row in rows:
        table.add_row(*map(str, row))
    width = None if sys.stdout.isatty() else PIPED_WIDTH
    Console(width=width, highlight=False, markup=False).print(table)
