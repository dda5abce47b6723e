"""Extreme conditions: with nobody to work, everything waits; with nothing seen, nothing is done."""

from hashlib import sha256

import pandas as pd

from sim.casefile.status import ASSESSMENT
from sim.state.columns import NEVER, NOBODY, column
from sim.state.worker import VACANT
from tests.worlds import NOBODY_COMES, small, world

NOBODY_STAYS = {
    **NOBODY_COMES, "workforce.posts_funded": 0.0, "workforce.first_covered": 0.0,
    "workforce.exit_hazard": 1000.0, "management.manager_exit": 1000.0,
    "workforce.notice_weeks": 0.0,
}  # fmt: skip
NOTHING_SEEN = {
    "partners.true_signs": 0.0, "partners.false_signs": 0.0,
    "outcomes.incident_rate": 0.0, "outcomes.incident_infant": 0.0,
}  # fmt: skip

SERVICES = ("signs", "contacts", "referrals", "assessments", "enquiries", "plans_started",
            "care_started", "early_help_started", "incidents", "worker_changes")  # fmt: skip


def totals(setting, replicate=0):
    model = world(setting, replicate)
    quarterly = model.run()["quarterly"]
    return model, quarterly.sum(numeric_only=True), quarterly


def test_with_no_staff_everything_waits_and_nothing_breaks():
    model, total, quarterly = totals(small(families=5280, past=1, parameters=NOBODY_STAYS))
    assert (column(model.tables.workers, "filled") == VACANT).all()
    record = model.tables.record
    case = column(record, "status") >= ASSESSMENT
    assert case.sum() > 50
    assert (column(record, "worker")[case] == NOBODY).all()
    assert total.assessments == total.visits_done == total.worker_changes == 0
    assert total.hours_available == total.starters == total.agency_staff_weeks == 0
    assert total.referrals > 0
    # urgent work alone is done on duty, so plans begin, late and few
    waiting = quarterly.groupby("first_week").unallocated.sum()
    assert waiting.iloc[-1] > waiting.iloc[0] > 0
    assert quarterly.drop(columns=["quarter", "authority"]).notna().all(axis=None)


def test_with_no_signs_nobody_is_referred_helped_or_protected():
    setting = small(families=5280, past=0, parameters=NOTHING_SEEN)
    model, total, _ = totals(setting)
    assert [name for name in SERVICES if total[name] != 0] == []
    assert total.spells_began > 0
    assert total.harmed_open_weeks == total.recognised == 0
    assert model.tables.known.count[0] == model.tables.queue.count[0] == 0


def test_with_no_harm_every_plan_is_needless():
    setting = small(families=5280, past=2, parameters={"families.onset_rate": 0.0})
    _, total, _ = totals(setting)
    assert total.spells_began == total.harmed_weeks == total.plans_harmed == total.recognised == 0
    assert total.plans_started == total.plans_unharmed > 0
    assert total.incidents == 0


def test_with_the_door_shut_nobody_is_referred_and_contacts_wait():
    """Only one contact of a family waits; later ones join it."""
    setting = small(families=5280, past=0, parameters={"front_door.hub_hours": 0.0})
    model, total, _ = totals(setting)
    assert total.contacts > 0
    assert total.referrals == total.contacts_screened == total.assessments == 0
    waits = column(model.tables.record, "contact_waits")
    assert (waits != NEVER).sum() == model.tables.queue.count[0] > 0


def hashes(setting, replicate=0):
    """A hash of every table of a run."""
    tables = world(setting, replicate).run()
    return {
        name: sha256(pd.util.hash_pandas_object(table).to_numpy().tobytes()).hexdigest()
        for name, table in tables.items()
    }


def test_a_run_made_again_gives_the_same_bytes_and_another_replicate_does_not():
    setting = small(families=2640)
    again = hashes(setting)
    assert hashes(setting) == again
    other = hashes(setting, replicate=1)
    assert all(other[name] != again[name] for name in ("quarterly", "spells", "jobs"))
