"""Every way in which the model ends a job is known to those who count leavers."""

from sim.analysis.survival.spells import CENSORING, LEFT_FOR, STAYED
from sim.world.recorder import DESTINATIONS

OF_AGENCY_WORKERS = "assignment ended"


def test_each_ending_leads_somewhere_or_ends_the_following():
    known = {STAYED, OF_AGENCY_WORKERS, *CENSORING, *LEFT_FOR}
    assert set(DESTINATIONS) <= known
