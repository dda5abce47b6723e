"""Directions of the workforce's levers; each with a control."""

from sim.parameters.loops import Couplings
from sim.parameters.section import declared
from tests.paired import STEADY, base, fall_together, falls, here, rises, untouched
from tests.worlds import moved

TRAINING, ARRIVED, LATER = "2023-24 Q4", "2024-25 Q4", "2025-26 Q4"
SUPERVISED = (
    ("management.span", "to", 4.0),
    ("casework.supervision_hours", "to", 36.0),
    ("management.reflective_share", "to", 0.9),
)
TRAINEES = ("workforce.extra_trainees", "to", 0.2)


def test_supervision_lowers_exits():
    after = moved(base(), "supervised", *SUPERVISED)
    rises(base(), after, "supervision")
    falls(base(), after, "turnover")
    alike = here(parameters=STEADY)
    after = moved(alike, "supervised", *SUPERVISED)
    rises(alike, after, "supervision")
    untouched(alike, after, "turnover", "starters")


def test_blame_raises_exits():
    blame = (("media.blame_culture", "to", 3.0), ("media.naming", "to", 1.0))
    rises(base(), moved(base(), "blame", *blame), "leavers")
    alike = here(parameters={**STEADY, "workforce.strain_of_fear": 0.0})
    untouched(alike, moved(alike, "blame", *blame), "leavers")


def test_more_posts_raise_vacancies_first_and_less_where_more_people_come():
    more, come = ("workforce.posts_funded", "to", 1.15), ("market.supply", "to", 3.0)
    posts = moved(base(), "posts", more)
    rises(base(), posts, "vacancy", TRAINING)
    falls(posts, moved(base(), "posts and people", more, come), "vacancy", TRAINING)
    uncoupled = here(uncoupled=tuple(declared(Couplings)))  # what a neighbour does is not felt
    elsewhere = moved(uncoupled, "posts of a neighbour", more, names=("Southmere",))
    untouched(uncoupled, elsewhere, "vacancy", "turnover", quarter=TRAINING, place="Northmoor")


def test_trainees_take_supervision_and_time_before_they_help():
    after = moved(base(), "trainees", TRAINEES)
    falls(base(), after, "supervision", TRAINING)
    rises(base(), after, "hours_meetings", TRAINING)
    free = here(
        parameters={"workforce.trainee_hours": 0.0, "workforce.trainee_supervision": 0.0},
        loops_off=("late_spend_squeeze",),  # training costs money
    )
    untouched(free, moved(free, "trainees", TRAINEES), "supervision", "vacancy", "hours_meetings",
              quarter=TRAINING)  # fmt: skip


def test_trainees_lower_skill_when_they_come_and_help_later():
    after = moved(base(), "trainees", TRAINEES)
    rises(base(), after, "inexperienced", ARRIVED)
    falls(base(), after, "vacancy", LATER)
    falls(base(), after, "agency", LATER)
    for_nothing = here(
        parameters={  # nobody finds a first post, and training takes no time
            "market.qualified_weeks": 1e9, "workforce.trainee_hours": 0.0,
            "workforce.trainee_supervision": 0.0,
        },
        loops_off=("late_spend_squeeze",),
    )  # fmt: skip
    after = moved(for_nothing, "trainees", TRAINEES)
    untouched(for_nothing, after, "inexperienced", "vacancy", "agency", quarter=LATER)


def test_fewer_agency_workers_cost_less_and_leave_more_work_to_others():
    fewer = ("workforce.agency_limit", "to", 0.3)
    short = here(parameters={"workforce.posts_funded": 0.6})
    after = moved(short, "fewer", fewer)
    falls(short, after, "spend_agency")
    fall_together(short, after, "spend_agency", "spend_staff")  # what stays unfilled saves more
    rises(short, after, "load")
    unwanted = here(parameters={"workforce.agency_base": 0.0, "workforce.agency_cover": 0.0})
    untouched(unwanted, moved(unwanted, "fewer", fewer), "load", "spend_agency")


def test_fewer_agency_workers_leave_children_without_one_unless_others_come():
    fewer, more = ("workforce.agency_limit", "to", 0.3), ("market.supply", "multiply", 3.0)
    held = here(parameters={"allocation.caseload_cap": 20.0})  # so that work waits, and not people
    after = moved(held, "fewer", fewer)
    rises(held, after, "unallocated")
    answered = moved(held, "fewer, and more come", fewer, more)
    falls(after, answered, "unallocated")
    nobody = {"workforce.agency_base": 0.0, "workforce.agency_cover": 0.0}
    unwanted = here(parameters={"allocation.caseload_cap": 20.0, **nobody})
    untouched(unwanted, moved(unwanted, "fewer", fewer), "unallocated")
