"""Directions of the levers; each with a control that makes the effect vanish."""

import pytest

from sim.parameters.loops import Loops
from sim.parameters.section import declared
from tests.paired import MANY, STEADY, base, falls, here, rises, untouched
from tests.worlds import NOBODY_COMES, moved

QUIET = tuple(declared(Loops))  # all of them: nothing that happens leads back to anything


def test_more_workers_mean_fewer_unallocated_and_lower_caseloads():
    more = ("workforce.posts_funded", "to", 1.3)
    strained = here(parameters={"workforce.posts_funded": 0.55})
    after = moved(strained, "more", more)
    falls(strained, after, "unallocated")
    falls(strained, after, "caseload")
    nobody_comes = here(  # supervision enough already, so that managers of further posts add none
        parameters={**NOBODY_COMES, "casework.supervision_hours": 6.0},
        loops_off=("late_spend_squeeze",),  # posts cost money even when nobody comes
    )
    untouched(nobody_comes, moved(nobody_comes, "more", more), "unallocated", "caseload")


def test_more_skill_means_higher_sensitivity_and_no_more_needless_plans():
    more = ("casework.discrimination", "to", 2.8)
    after = moved(base(), "skill", more)
    rises(base(), after, "sensitivity_plan")
    falls(base(), after, "needless_plans")
    hidden = here(parameters={  # all harm is hidden, and whoever looks expects so
        "families.deception": 1.0, "families.openness": 1.0, "casework.concealment_effect": 1.0,
        "casework.usual_visibility": 0.0,
    })  # fmt: skip
    untouched(hidden, moved(hidden, "skill", more), "sensitivity_plan", "needless_plans")


def test_a_lower_criterion_means_higher_sensitivity_and_more_needless_plans():
    """Its control is the next test's: the criterion moved by fear alone, and its loop off."""
    lower = ("decisions.criterion_change", "to", -0.5)
    after = moved(base(), "lower", lower)
    rises(base(), after, "sensitivity_screening")
    rises(base(), after, "needless_plans")


def test_fear_lowers_the_criterion_and_with_it_come_more_sensitivity_and_needless_plans():
    """Fear alone, through the criterion alone; its loop off, nothing is left."""
    fear = ("media.naming", "to", 2.0)
    others = tuple(loop for loop in QUIET if loop != "blame_lowers_thresholds")
    afraid = here(loops_off=others)
    after = moved(afraid, "fear", fear)
    falls(afraid, after, "criterion_shift")
    rises(afraid, after, "sensitivity_screening")
    rises(afraid, after, "needless_plans")
    calm = here(loops_off=QUIET)
    untouched(calm, moved(calm, "fear", fear), "sensitivity_screening", "needless_plans")


def test_more_blame_means_a_lower_criterion_and_more_exits():
    more = ("media.blame_culture", "to", 3.0)
    named = ("media.naming", "to", 1.0)
    after = moved(base(), "blame", more, named)
    falls(base(), after, "criterion_shift")
    rises(base(), after, "turnover")
    calm = here(loops_off=QUIET)
    untouched(calm, moved(calm, "blame", more, named), "criterion_shift", "turnover")


def test_a_caseload_cap_means_more_waiting_or_more_spend():
    after = moved(base(), "cap", ("allocation.caseload_cap", "to", 12.0))
    rises(base(), after, "unallocated")
    light = here(parameters={"allocation.load_limit": 0.3})  # hours bind first: nobody meets a cap
    after = moved(light, "cap", ("allocation.caseload_cap", "to", 12.0))
    untouched(light, after, "unallocated", "spend")


@pytest.mark.parametrize("share", [1.0])
def test_second_opinions_find_more_harm_and_cost_hours(share):
    steady = here(parameters=STEADY)
    after = moved(steady, "second", ("casework.second_opinion_share", "to", share))
    rises(steady, after, "load")
    rises(steady, after, "sensitivity_plan", replicates=MANY)
    nothing = {"casework.second_opinion_gain": 0.0, "casework.second_opinion_hours": 0.0}
    free = here(parameters=nothing)
    after = moved(free, "second", ("casework.second_opinion_share", "to", share))
    untouched(free, after, "load", "missed")
