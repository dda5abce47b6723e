"""Directions of the child's journey: discrimination, concealment, and an agency that closes."""

from dataclasses import replace
from datetime import date

import pytest

from sim.scenario import Shock, Where
from tests.paired import base, falls, here, rises, rises_not, untouched
from tests.worlds import moved

TERM = date(2024, 9, 2), date(2024, 12, 20)
SEEING = {
    "joint visits": ("casework.joint_visit_share", "casework.joint_visit_gain", "harmed_protected"),
    "experts": ("casework.expert_visit_share", "casework.expert_visit_gain", "sensitivity_plan"),
    "sharing": ("front_door.shared_triage", "front_door.shared_triage_gain", "sensitivity_screening"),
    "multi-agency teams": (
        "casework.multi_agency_share", "casework.multi_agency_gain", "sensitivity_plan",
    ),
}  # fmt: skip
HOURS = {
    "casework.joint_visit_hours": 0.0, "casework.expert_visit_hours": 0.0,
    "front_door.shared_triage_hours": 0.0, "casework.multi_agency_hours": 0.0,
}  # fmt: skip


def without_schools(setting):
    """Schools closed for an autumn term."""
    first, last = TERM
    closed = Shock("agency_closed", first, last, Where(), "all", 1.0, "school")
    return replace(setting, name="closed", shocks=(closed,))


@pytest.mark.parametrize("way", SEEING)
def test_what_helps_to_see_finds_more_and_brings_no_more_needless_plans(way):
    lever, gain, found = SEEING[way]
    after = moved(base(), way, (lever, "to", 1.0))
    rises(base(), after, found)
    rises_not(base(), after, "needless_plans")
    nothing_gained = here(parameters={gain: 0.0, **HOURS})
    untouched(nothing_gained, moved(nothing_gained, way, (lever, "to", 1.0)), found, "needless_plans")


def test_more_time_finds_more_and_brings_no_more_needless_plans():
    """More time to each task; its control is a world in which workers have all the time they ask."""
    strained = here(parameters={"workforce.posts_funded": 0.6})
    after = moved(strained, "time", ("workforce.posts_funded", "to", 1.2))
    rises(strained, after, "sensitivity_plan")
    rises_not(strained, after, "needless_plans")


def test_concealment_lowers_sensitivity():
    hides = ("families.deception", "to", 1.0), ("families.openness", "to", 0.3)
    after = moved(base(), "hiding", *hides)
    falls(base(), after, "sensitivity_plan")
    falls(base(), after, "recognised_52w")
    seen_through = here(parameters={"casework.concealment_effect": 0.0})
    after = moved(seen_through, "hiding", *hides)
    untouched(seen_through, after, "sensitivity_plan", "recognised_52w")


def test_schools_closed_for_a_term_lower_recognition_and_raise_unseen_harm():
    after = without_schools(base())
    falls(base(), after, "recognised")
    rises(base(), after, "unseen_harm")
    open_to_all = here(parameters={"partners.schools_open_in_holidays": 1.0})
    untouched(open_to_all, without_schools(open_to_all), "recognised", "unseen_harm")
