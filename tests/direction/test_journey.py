"""Directions of the child's journey: discrimination, concealment, and an agency that closes."""

from dataclasses import replace
from datetime import date

import pytest

from sim.scenario import Shock, Where
from tests.paired import MANY, STEADY, base, falls, here, rises, rises_not, untouched
from tests.worlds import NOBODY_COMES, moved

TERM, AUTUMN = (date(2024, 9, 2), date(2024, 12, 20)), "2024-25 Q3"
SEEING = {
    "casework.joint_visit_share": ("casework.joint_visit_gain", "sensitivity_plan"),
    "casework.expert_visit_share": ("casework.expert_visit_gain", "sensitivity_plan"),
    "front_door.shared_triage": ("front_door.shared_triage_gain", "sensitivity_screening"),
}
FREE = {
    "casework.joint_visit_hours": 0.0, "casework.expert_visit_hours": 0.0,
    "front_door.shared_triage_hours": 0.0, "money.expert_visit_cost": 0.0,
}  # fmt: skip


def without_schools(setting):
    """Schools closed for an autumn term."""
    first, last = TERM
    closed = Shock("agency_closed", first, last, Where(), "all", 1.0, "school")
    return replace(setting, name="closed", shocks=(closed,))


@pytest.mark.parametrize("lever", SEEING)
def test_what_helps_to_see_finds_more_and_brings_no_more_needless_plans(lever):
    """Seeing alone: the hours and pounds that it asks for are left out, and cut time elsewhere."""
    gain, found = SEEING[lever]
    free = here(parameters={**FREE, **STEADY})
    after = moved(free, "seeing", (lever, "to", 1.0))
    rises(free, after, found, replicates=MANY)
    rises_not(free, after, "needless_plans")
    nothing_gained = here(parameters={gain: 0.0, **FREE, **STEADY})
    after = moved(nothing_gained, "seeing", (lever, "to", 1.0))
    untouched(nothing_gained, after, found, "needless_plans")


def test_more_time_finds_more_and_brings_no_more_needless_plans():
    """Hours where posts are in want, with the criterion's own answer to load switched off.

    Its control: posts alone, which nobody takes, bring none.
    """
    unmoved = {"decisions.load_shift": 0.0}
    few = {"workforce.posts_funded": 0.55, **unmoved, **STEADY}
    more = ("workforce.posts_funded", "to", 1.3)
    longer = ("casework.contract_hours", "multiply", 1.4)
    strained = here(parameters=few, loops_off=("capacity_brake",))
    after = moved(strained, "time", longer)
    rises(strained, after, "sensitivity_plan", replicates=MANY)
    rises_not(strained, after, "plans_needless_share")
    nobody = {**few, **NOBODY_COMES}
    nobody |= {"casework.supervision_hours": 6.0}  # so that managers of further posts do nothing
    alone = here(parameters=nobody, loops_off=("capacity_brake", "late_spend_squeeze"))
    untouched(alone, moved(alone, "time", more), "sensitivity_plan", "needless_plans")


def test_concealment_lowers_sensitivity():
    hides = ("families.deception", "to", 1.0), ("families.openness", "to", 0.3)
    after = moved(base(), "hiding", *hides)
    falls(base(), after, "sensitivity_plan")
    falls(base(), after, "recognised_52w")
    seen_through = here(parameters={"casework.concealment_effect": 0.0})
    after = moved(seen_through, "hiding", *hides)
    untouched(seen_through, after, "sensitivity_plan", "recognised_52w")


def test_schools_closed_for_a_term_lower_recognition_and_raise_unseen_harm():
    steady = here(parameters=STEADY)
    after = without_schools(steady)
    falls(steady, after, "recognised", AUTUMN, replicates=MANY)
    rises(steady, after, "unseen_harm", AUTUMN)
    open_to_all = here(parameters={"partners.schools_open_in_holidays": 1.0})
    after = without_schools(open_to_all)
    untouched(open_to_all, after, "recognised", "unseen_harm", quarter=AUTUMN)
