"""Whose turn it is to get a worker."""

from types import SimpleNamespace

import numpy as np

from sim.casefile.status import CHILD_IN_NEED, CHILD_PROTECTION
from sim.kernel.compiled import interpreted
from sim.rules.allocation import in_turn
from sim.state.columns import NOBODY
from sim.state.tables import Lists


def case(opened, status=CHILD_IN_NEED, worker=NOBODY, enquiry=NOBODY, transfer=0):
    return SimpleNamespace(
        opened=opened, status=status, worker=worker, enquiry_left=enquiry, transfer=transfer
    )


def test_urgent_cases_come_first_and_of_equals_the_one_referred_longest_ago():
    record = [
        case(-3), case(-50), case(7, CHILD_PROTECTION), case(-50), case(2, enquiry=1.0),
        case(-99, worker=4), case(-60, worker=4, transfer=1),
    ]  # fmt: skip
    known = Lists(np.arange(7, dtype=np.int32), np.array([7]))
    assert interpreted(in_turn)(record, known).tolist() == [4, 2, 6, 1, 3, 0]
