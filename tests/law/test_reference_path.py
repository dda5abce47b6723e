"""The agents' week and the compiled week are one week, byte for byte."""

import pandas as pd

from tests.worlds import different, small, world

WEEKS = 104
HAPPENED = (
    "contacts", "referrals", "enquiries", "plans_started", "needs_ended", "leavers", "starters",
    "worker_changes", "spells_began", "spells_ended", "early_help_started",
)  # fmt: skip


def test_agents_one_by_one_write_the_same_bytes_as_the_compiled_week():
    setting = small(families=4000, past=6)
    compiled, agents = world(setting), world(setting)
    for week in range(WEEKS):
        compiled.step()
        agents.step_by_agents()
        assert different(compiled, agents) == [], f"week {week}"
    mine, theirs = compiled.recorder.tables(), agents.recorder.tables()
    assert mine.keys() == theirs.keys()
    for name, table in mine.items():
        pd.testing.assert_frame_equal(table, theirs[name], check_exact=True)
    counted = mine["quarterly"]
    for happened in HAPPENED:
        assert counted[happened].sum() > 0, f"the two weeks never met a case of {happened}"
