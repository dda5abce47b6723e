"""A family that a policy never touches lives the same life in both worlds."""

from dataclasses import replace

import numpy as np
import pytest

from sim.parameters.registry import registry
from sim.scenario import Shock, Where
from sim.state.columns import column
from tests.worlds import different, moved, small, world

TRUTH = ("lasting_pressure", "passing_pressure", "pressure", "harm", "chronic", "severity", "onset",
         "deceives", "trust", "lasting_need", "away")  # fmt: skip
YEARS = 7
RESTLESS = {"workforce.exit_hazard": 0.5, "workforce.agency_weeks": 8.0,
            "workforce.agency_speed": 6.0, "market.agency_entry": 0.06}  # fmt: skip
"""So many come and go that rows between posts change hands every week."""


def differ(one, other, table, names):
    mine, theirs = getattr(one.tables, table), getattr(other.tables, table)
    return np.any([column(mine, name) != column(theirs, name) for name in names], axis=0)


def test_no_truth_differs_before_record_contact_or_help_does_and_many_do_later():
    setting = small(families=2640, years=YEARS)
    lowered = moved(setting, "lower", ("decisions.criterion_change", "to", -0.8),
                    ("front_door.hub_hours", "multiply", 1.3))  # fmt: skip
    base, policy = world(setting), world(lowered)
    record = [*base.tables.record.dtype.names]
    touched = np.zeros(len(base.tables.homes), bool)
    changed = np.zeros(len(base.tables.homes), bool)
    too_early = 0
    while base.week < base.last_week:
        base.step()
        policy.step()
        touched |= differ(base, policy, "record", record) | differ(base, policy, "truth", ["help"])
        now = differ(base, policy, "truth", TRUTH)
        too_early += int((now & ~touched).sum())
        changed |= now
    assert too_early == 0
    assert changed.mean() >= 0.1


def test_an_action_set_to_its_own_default_changes_nothing():
    setting = small(families=1320)
    rates = world(setting).parameters
    levers = [name for name, one in registry().items() if one.role == "lever"]
    assert len(levers) > 30
    idle = moved(setting, "idle", *((name, "to", rates.get(name, 0)) for name in levers))
    base, same = world(setting), world(idle)
    for _ in range(60):
        base.step()
        same.step()
    assert different(base, same) == []


@pytest.mark.parametrize(
    ("families", "years", "replicate", "numbers"),
    [
        (2640, YEARS, 0, {}),
        (26_400, 4, 1, {}),
        (2640, YEARS, 1, RESTLESS),
        (2640, YEARS, 5, RESTLESS),
    ],
)
def test_uncoupled_a_policy_in_one_authority_leaves_the_other_untouched_for_years(
    families, years, replicate, numbers
):
    apart = ("labour_market", "inspectorate", "press", "family_moves")
    setting = small(families=families, years=years, uncoupled=apart, parameters=numbers)
    changes = (
        ("workforce.posts_funded", "to", 1.3),
        ("media.blame_culture", "to", 3.0),
        ("decisions.criterion_change", "to", -0.5),
    )
    here = moved(setting, "here", *changes, names=("Northmoor",))
    tables = [world(one, replicate).run()["quarterly"] for one in (setting, here)]
    south = [table[table.authority == "Southmere"] for table in tables]
    north = [table[table.authority == "Northmoor"] for table in tables]
    assert south[0].equals(south[1])
    assert not north[0].equals(north[1])


def test_coupled_a_death_in_one_authority_is_felt_in_the_other_at_once():
    setting = small(families=2640)
    death = Shock(
        "publicised_death", setting.start, None, Where(names=("Northmoor",)), "all", 1.0, None
    )
    there = replace(setting, name="death", shocks=(death,))
    base, shaken = (world(one).run()["quarterly"] for one in (setting, there))
    there = [table[table.authority == "Southmere"].groupby("quarter") for table in (base, shaken)]
    before, after = (quarters.fear_weeks.sum().iloc[0] for quarters in there)
    assert after > before
