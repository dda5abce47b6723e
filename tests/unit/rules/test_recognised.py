"""The observer notes a recognition once, in whatever week it comes."""

from types import SimpleNamespace

import pytest

from sim.casefile.events import NEGLECT
from sim.casefile.status import CHILD_PROTECTION
from sim.kernel.compiled import interpreted
from sim.measures.counters import index
from sim.rules.consequences import recognise
from sim.state.columns import NEVER
from sim.state.tables import blank_tally


@pytest.mark.parametrize("week", [-2, -1, 0, 7])
def test_harm_is_recognised_once(week):
    """In the last week of the past, -1, it was once recognised again the week after."""
    home, truth = SimpleNamespace(cell=1, children=3), SimpleNamespace(harm=NEGLECT, onset=week - 4)
    record, trace = SimpleNamespace(status=CHILD_PROTECTION), SimpleNamespace(recognised=NEVER)
    tally = blank_tally(1)
    for later in range(3):
        interpreted(recognise)(home, truth, record, trace, week + later, tally)
    assert trace.recognised == week
    assert tally[1, index("recognised")] == 3.0
