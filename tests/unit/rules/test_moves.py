"""Moves that no review makes, on one case."""

from types import SimpleNamespace

import numpy as np
import pytest

from sim.casefile.status import CHILD_IN_NEED, IN_CARE
from sim.kernel.chance import Chance, keys
from sim.kernel.compiled import interpreted
from sim.measures.counters import index
from sim.rules.care import move_otherwise
from sim.rules.weighing import DecisionLuck, Sections
from sim.state.case import Case
from sim.state.columns import NEVER, NOBODY
from sim.state.decided import blank_decided
from sim.state.tables import blank_tally
from sim.world.settings import in_force
from tests.worlds import SEED, small


@pytest.mark.parametrize(("enquiry", "conference"), [(0.5, NOBODY), (NOBODY, 1.5)])
def test_care_by_agreement_drops_the_enquiry_or_conference_under_way(enquiry, conference):
    """Otherwise the conference put children in care on a plan, and nobody counted them out."""
    held = in_force(small(parameters={"decisions.care_by_agreement": 1e6})).viewed()
    names = ("decisions", "casework", "families", "allocation", "management", "loops", "media")
    sections = Sections(*(getattr(held, name)[0] for name in names), blank_decided(1))
    record = SimpleNamespace(
        status=CHILD_IN_NEED, status_since=3, review_due=0, need=1.0, reviews=1, transfer=0,
        assessment_left=NOBODY, enquiry_left=enquiry, conference_left=conference,
    )  # fmt: skip
    home, truth = SimpleNamespace(cell=1, children=2), SimpleNamespace(harm=0)
    case = Case(home, truth, record, SimpleNamespace(ended=NEVER), 0, 9)
    tally = blank_tally(1)
    luck = keys(Chance(SEED, 0), DecisionLuck, "decisions", 9)
    interpreted(move_otherwise)(case, sections, luck, tally)
    assert record.status == IN_CARE
    assert record.enquiry_left == record.conference_left == NOBODY
    dropped = "enquiries_dropped" if enquiry > 0 else "conferences_dropped"
    counted = [index(name) for name in ("care_started", "removals_unharmed", dropped)]
    assert np.flatnonzero(tally[1]).tolist() == sorted(counted)
    assert tally[1, counted].tolist() == [2.0, 2.0, 2.0]
