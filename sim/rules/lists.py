"""Writing things down: in a list, in a book, in the tally."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from sim.kernel.compiled import compiled
from sim.state.columns import NEVER, Rows
from sim.state.record import Record
from sim.state.tables import Lists
from sim.state.trace import Book

type Rowed = NDArray[np.int32]


@compiled
def add(lists: Lists, family: int) -> None:
    """Put a family at the end of a list; a full list is a fault that `tidy` prevents."""
    lists.families[lists.count[0]] = family
    lists.count[0] += 1


@compiled
def drop_void(queue: Lists, record: Rows[Record]) -> None:
    """Take contacts that no longer wait out of the queue, and keep the order of the others."""
    waiting = 0
    for k in range(queue.count[0]):
        i = queue.families[k]
        if record[i].contact_waits != NEVER:
            queue.families[waiting] = i
            waiting += 1
    queue.count[0] = waiting


@compiled
def note(book: Book, values: tuple[float, ...]) -> None:
    """Write one row into a book that has room."""
    for place in range(len(values)):
        book.rows[book.count[0], place] = values[place]
    book.count[0] += 1


def keep(lists: Lists, holds: Callable[[Rowed], NDArray[np.bool_]]) -> Rowed:
    """Keep the listed families for which something holds: each once, in order of number.

    holds   : takes listed rows and says for which it does
    returns : the rows kept
    """
    listed = np.sort(lists.families[: lists.count[0]])
    once = np.ones(len(listed), np.bool_)
    once[1:] = listed[1:] != listed[:-1]
    kept = listed[once & holds(listed)]
    lists.families[: len(kept)] = kept
    lists.count[0] = len(kept)
    return kept


def with_room(book: Book, rows: int) -> Book:
    """Give the book back with room for so many rows more."""
    if book.count[0] + rows <= len(book.rows):
        return book
    longer = np.zeros((2 * len(book.rows) + rows, book.rows.shape[1]))
    longer[: len(book.rows)] = book.rows
    return Book(longer, book.count)
