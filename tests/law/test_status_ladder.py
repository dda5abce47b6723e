"""A case moves along the ladder only as the table of moves allows."""

import numpy as np

from sim.casefile.status import MOVES, CaseStatus
from sim.state.columns import column
from tests.worlds import small, world

WEEKS = 104


def test_every_move_of_every_case_is_in_the_table():
    model = world(small(families=5280, past=4))
    seen = set()
    for _ in range(WEEKS):
        before = column(model.tables.record, "status").copy()
        model.step()
        now = column(model.tables.record, "status")
        moved = np.flatnonzero(before != now)
        seen |= set(zip(before[moved].tolist(), now[moved].tolist(), strict=True))
    allowed = {(int(one), int(to)) for one, others in MOVES.items() for to in others}
    grown_up = {(int(one), int(CaseStatus.CLOSED)) for one in CaseStatus}
    assert seen <= allowed | grown_up, sorted(seen - allowed - grown_up)
    assert len(seen) >= 10
