"""Whole numbers that are given to a command or a function rather than in a file."""

import operator
from typing import cast

from sim.kernel.errors import InputError, shortened


def whole(given: object, name: str, low: int) -> int:
    """Take a whole number, as a number or as typed; refuse any other, and one that is too low.

    name : what it is called where it was given, as --replicates
    low  : the least that it may be
    raises InputError
    """
    try:
        number = int(given) if isinstance(given, str) else operator.index(cast(int, given))
    except (TypeError, ValueError):
        message = f"{name} is “{shortened(str(given))}”, and a whole number is needed."
        raise InputError.command_line(message, f"Write {low} or more, in digits.") from None
    if number < low:
        raise InputError.command_line(f"{name} is {number}.", f"It must be {low} or more.")
    return number
