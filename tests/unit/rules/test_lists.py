"""The queue of contacts keeps its order, and each family once."""

import numpy as np
import pytest

from sim.kernel.compiled import interpreted
from sim.rules.lists import add, drop_void
from sim.state.columns import NEVER, Views, blank, column
from sim.state.record import Record
from sim.state.tables import blank_list


@pytest.mark.parametrize("plain", [False, True])
def test_contacts_that_no_longer_wait_leave_the_queue_before_others_join(plain):
    """Else a slot reborn, and seen again in the same week, stood in the queue twice."""
    record, queue = blank(Record, 6), blank_list(12)
    column(record, "contact_waits")[:] = [3, NEVER, 4, NEVER, 5, 2]
    for family in (5, 1, 0, 2, 3, 4):
        add(queue, family)
    if plain:
        interpreted(drop_void)(queue, Views(record))
    else:
        drop_void(queue, record)
    assert queue.families[: queue.count[0]].tolist() == [5, 0, 2, 4]
    column(record, "contact_waits")[1] = 6
    add(queue, 1)
    listed = queue.families[: queue.count[0]]
    assert len(np.unique(listed)) == len(listed) == 5
