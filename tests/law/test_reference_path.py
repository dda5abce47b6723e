"""The agents' week and the compiled week are one week, byte for byte."""

import pandas as pd

from sim.parameters.registry import registry
from tests.worlds import different, moved, small, world

WEEKS, FEW_WEEKS = 104, 40
HAPPENED = (
    "contacts", "referrals", "enquiries", "plans_started", "needs_ended", "leavers", "starters",
    "worker_changes", "spells_began", "spells_ended", "early_help_started",
)  # fmt: skip


def test_both_lives_agree_when_every_lever_is_moved():
    before = small(families=2640, past=2)
    levers = {name: one for name, one in registry().items() if one.role == "lever"}
    moves = [(name, "to", between(one)) for name, one in levers.items()]
    setting = moved(before, "all", *moves)
    compiled, agents = world(setting), world(setting)
    for week in range(FEW_WEEKS):
        compiled.step()
        agents.step_by_agents()
        assert different(compiled, agents) == [], f"week {week}"
    assert different(compiled, still(world(before))) != []


def between(one):
    """A value off the default: half-way to the limit that is farther from it."""
    limit = one.high if one.high - one.default > one.default - one.low else one.low
    return (one.default + limit) / 2


def still(model):
    for _ in range(FEW_WEEKS):
        model.step()
    return model


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
