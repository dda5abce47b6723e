"""Person: the permanent number of a social worker, as a run holds it and as people write it."""

import re
from typing import NamedTuple

from sim.kernel.chance import paired
from sim.kernel.compiled import interpreted

WRITTEN = re.compile(r"(\d+)-(\d+)")


class Person(NamedTuple):
    """A social worker: the first post it held, and how many had held that by then."""

    post: int
    turn: int

    @property
    def number(self) -> int:
        """The number by which it draws, and which the table of jobs gives."""
        return int(interpreted(paired)(self.post, self.turn))

    def __str__(self) -> str:
        """Write it shortly: 100012-3 is the third holder of post 100,012."""
        return f"{self.post}-{self.turn}"


PAIRS = Person(1, 0).number


def of_number(number: int) -> Person:
    """Read the number that the table of jobs gives."""
    return Person(*divmod(number, PAIRS))


def person_called(typed: str) -> Person | None:
    """Read a person's number, short or as the table of jobs gives it; None where it is none."""
    if short := WRITTEN.fullmatch(typed):
        return Person(int(short[1]), int(short[2]))
    return of_number(int(typed)) if typed.isdecimal() else None
