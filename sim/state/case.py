"""One case: the rows of one family together, as they stand in one week."""

from typing import NamedTuple

from sim.state.household import Household
from sim.state.record import Record
from sim.state.trace import Trace
from sim.state.truth import Truth


class Case(NamedTuple):
    """What a decision meets; of the truth it sees what `observe` shows, and the observer the rest.

    number : of the family: its row
    """

    home: Household
    truth: Truth
    record: Record
    trace: Trace
    number: int
    week: int
