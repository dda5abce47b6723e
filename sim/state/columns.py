"""How tables are made: one array of rows for each kind of thing, read by row and by column.

A kind is a class that only names its fields (int or float). Compiled rules and interpreted
ones read a row in the same words, `row.trust`; the compiled ones from the array itself, the
interpreted ones through a view that gives plain Python numbers.
"""

from collections.abc import Callable
from functools import cache
from typing import Any, Protocol, cast, get_type_hints

import numpy as np
from numpy.typing import NDArray

NEVER = -100_000
NOBODY = -1


class Rows[T](Protocol):
    """A table of things of one kind."""

    def __getitem__(self, row: int, /) -> T: ...

    def __len__(self) -> int: ...


def blank[T](kind: type[T], rows: int) -> Rows[T]:
    """Make a table of zeros."""
    types = {int: np.int32, float: np.float64}
    fields = [(name, types[hint]) for name, hint in get_type_hints(kind).items()]
    return cast(Rows[T], np.zeros(rows, np.dtype(fields, align=True)))


def column(table: Rows[Any], name: str) -> NDArray[Any]:
    """Give one column of a table, to read or to write."""
    return cast(NDArray[Any], table)[name]


class Views[T]:
    """A table as agents see it: rows that read and write the array, in plain Python numbers."""

    def __init__(self, table: Rows[T]) -> None:
        """Look at a table made by `blank`."""
        self.table = table
        array = cast(NDArray[Any], table)
        self.columns = tuple(memoryview(array[name]) for name in array.dtype.names or ())
        self.view = view_class(array.dtype)
        self.rows: dict[int, T] = {}

    def __getitem__(self, row: int) -> T:
        """Give one row; the same object each time."""
        if row not in self.rows:
            self.rows[row] = cast(T, self.view(self.columns, row))
        return self.rows[row]

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.columns[0])


@cache
def view_class(kind: np.dtype[Any]) -> Callable[[tuple[memoryview, ...], int], object]:
    """Make the class of a row: a property for each column."""

    def __init__(self: Any, columns: tuple[memoryview, ...], row: int) -> None:  # noqa: N807
        self._columns, self._row = columns, row

    members: dict[str, Any] = {
        name: member(place, int if kind[name].kind == "i" else float)
        for place, name in enumerate(kind.names or ())
    }
    return type("Row", (), {"__slots__": ("_columns", "_row"), "__init__": __init__, **members})


def member(place: int, number: type[int] | type[float]) -> property:
    """Read and write one column of a row; what is written becomes the column's kind."""

    def read(self: Any) -> Any:
        return self._columns[place][self._row]

    def write(self: Any, value: Any) -> None:
        self._columns[place][self._row] = number(value)

    return property(read, write)
