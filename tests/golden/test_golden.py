"""A small run's totals, pinned: whoever changes a result sees it, and says so.

The values stand beside this file in `tiny.yaml`. A change that is meant to move them comes
with a line in the changelog, and the values are written anew by

    CPSIM_GOLDEN=write python -m pytest tests/golden

They are a record of what the model does, not of what is right; the invariants below them
hold whatever the values are.
"""

import os
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tests.worlds import small, world

PINNED = Path(__file__).with_name("tiny.yaml")
WRITE = os.environ.get("CPSIM_GOLDEN") == "write"
COUNTERS = (
    "children_weeks", "harmed_weeks", "spells_began", "spells_ended", "signs", "contacts",
    "contacts_screened", "referrals", "re_referrals", "assessments", "enquiries", "conferences",
    "plans_started", "plans_weeks", "in_need_weeks", "looked_after_weeks", "early_help_started",
    "worker_changes", "visits_due", "visits_done", "hours_demanded", "starters", "in_post_weeks",
    "agency_staff_weeks", "days_sick", "spend_staff", "spend",
)  # fmt: skip


@pytest.fixture(scope="module")
def totals():
    """Totals of two years of two authorities with 2,640 families, at simulated size."""
    model = world(small(families=2640))
    total = model.run()["quarterly"].sum(numeric_only=True) * model.setting.population_scale
    return total


def test_totals_are_as_pinned(totals):
    found = {name: round(float(totals[name]), 3) for name in COUNTERS}
    if WRITE:
        with PINNED.open("w", encoding="utf-8") as file:
            file.write(
                "# Totals of a tiny run; tests/golden/test_golden.py says how to renew them.\n"
            )
            YAML().dump(found, file)
    assert found == YAML(typ="safe").load(PINNED.read_text("utf-8"))


def test_every_total_counts_something(totals):
    assert (totals[list(COUNTERS)] > 0).all()


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("harmed_weeks", "children_weeks"),
        ("contacts", "signs"),
        ("contacts_screened", "contacts"),
        ("referrals", "contacts_screened"),
        ("re_referrals", "referrals"),
        ("assessments", "referrals"),
        ("conferences", "enquiries"),
        ("plans_started", "conferences"),
        ("visits_done", "visits_due"),
        ("spend_staff", "spend"),
    ],
)
def test_a_part_is_no_more_than_its_whole(totals, part, whole):
    assert totals[part] <= totals[whole] * 1.02  # a few of each began before the run
