"""Every kind of event has its sentence, and the rows it rests on hold what it says."""

import pytest

from sim.report.story.moment import moments
from sim.report.story.parting import apart
from sim.report.story.tell import tell
from sim.state.columns import NEVER
from tests.diaries import (
    CARED_FOR,
    HARMED,
    OPEN,
    TURN_OF_A_PLAN,
    diary,
    opened_with,
    sentences,
)
from tests.happenings import TOLD
from tests.incidents import JOINED


@pytest.mark.parametrize("event", TOLD)
def test_every_kind_of_event_has_its_sentence(event):
    happened, opening, side, expected = TOLD[event]
    told = sentences(*happened, side=side, **opened_with(opening))
    assert expected in [one.text for one in told]


@pytest.mark.parametrize("event", TOLD)
def test_every_sentence_rests_on_rows_of_its_week_or_before(event):
    happened, opening, _, _ = TOLD[event]
    life = diary(*happened, **opened_with(opening))
    rows = {one.row: one for one in life.entries}
    for week in tell(life):
        for one in (*week.truth, *week.file):
            assert one.rows, one.text
            assert all(rows[row].week <= one.week for row in one.rows)
            standing = one.plain or (one.side == "truth" and one.parts)
            assert standing or any(rows[row].week == one.week for row in one.rows)


WORKER = {"worker.experience": 3.2, "worker.newly_qualified": 0, "worker.agency": 0}
TAKEN = {
    "first": (
        {**OPEN, "file.worker": -1, "file.opened": 2, "file.allocated": -100_000}, {},
        "The case was allocated after three weeks to a social worker with three years of "
        "experience.",
    ),
    "newly qualified": (
        {**OPEN, "file.worker": -1, "file.opened": 5, "file.allocated": -100_000},
        {"worker.experience": 0.4, "worker.newly_qualified": 1},
        "The case was allocated to a newly qualified social worker.",
    ),
    "handed on": (
        {**OPEN, "file.transfer": 1, "file.knowledge": 0.5},
        {"file.knowledge": 0.4, "worker.agency": 1},
        "The case passed to the next team, to an agency social worker with three years of "
        "experience. Part of what was known of the family was lost.",
    ),
    "unplanned": (
        OPEN, {},
        "The social worker had left; a social worker with three years of experience took over, "
        "unplanned.",
    ),
    "after a gap": (
        {**OPEN, "file.worker": -1}, {},
        "After five weeks without a social worker, a social worker with three years of experience "
        "took over.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("how", TAKEN)
def test_who_takes_a_case_is_told(how):
    opening, more, expected = TAKEN[how]
    values = {"file.worker": 9, "file.allocated": 5, **WORKER, **more}
    told = sentences((5, "allocation", values), **opened_with(opening))
    assert [one.text for one in told] == [expected]


def test_a_case_that_nobody_holds_is_told():
    told = sentences((5, "allocation", {"file.worker": -1}), **opened_with(OPEN))
    assert [one.text for one in told] == ["The social worker had left, and nobody held the case."]


def visits():
    made = [
        (week, "casework", {"file.visit_due": week + 4, "file.belief": 0.1 * week})
        for week in (2, 6, 14)
    ]
    missed = (10, "casework", {"file.visit_due": 14})
    joined = [
        (11, "partners", {"file.contact_waits": 11, "file.source": 2}),
        (11, "front_door", {"file.contact_waits": NEVER}),
    ]
    kept = [
        (15, "casework", {"file.event": 6}),
        (15, "decisions", {"file.event": 0, "file.need": 4.0, "threshold.end_need": 3.8}),
    ]
    return [*made[:2], missed, *joined, made[2], *kept]


def test_quiet_weeks_are_summed_up_in_one_sentence():
    told = sentences(*visits(), (20, "decisions", {"file.status": 6}), **opened_with(OPEN))
    assert told[0].text == (
        "In the four months before, the family was visited three times, and one visit that was due "
        "did not happen; one contact from a health professional was added; one review kept the "
        "case going, with need a little above the threshold for ending it. The concern on file "
        "grew."
    )
    life = diary(*visits(), **opened_with(OPEN))
    due = {one.row for one in life.entries if one.column == "visit_due" and one.week}
    assert due <= set(told[0].rows)


def test_a_case_kept_open_by_a_second_look_is_told():
    told = sentences(
        (4, "casework", {"file.event": 6}),
        (4, "decisions", {"file.event": 0, "file.need": 2.0, "threshold.end_need": 3.8}),
        (9, "decisions", {"file.status": 6}), **opened_with(OPEN),
    )  # fmt: skip
    assert told[0].text.endswith("one review kept the case going, because a manager looked again.")


def test_a_plan_without_harm_that_is_kept_parts_from_the_truth():
    kept = [
        (4, "casework", {"file.event": 6}),
        (
            4,
            "decisions",
            {"file.event": 0, "threshold.step_down": -1.0, "threshold.proceedings": 1.0},
        ),
        (9, "decisions", {"file.status": 3}),
    ]
    assert sentences(*kept, **opened_with(TURN_OF_A_PLAN))[0].parts
    assert not sentences(*kept, **opened_with({**TURN_OF_A_PLAN, **HARMED}))[0].parts


def test_a_week_or_two_of_visits_alone_are_left_to_the_diary():
    visit = (2, "casework", {"file.visit_due": 4, "file.belief": 0.9})
    for week, said in ((4, 0), (5, 1)):
        told = sentences(visit, (week, "decisions", {"file.status": 6}), **opened_with(OPEN))
        assert sum("visited" in one.text for one in told) == said


def test_reviews_in_care_are_summed_up():
    kept = [(4, "casework", {"file.event": 6}),
            (4, "decisions", {"file.event": 0, "threshold.return_home": -1.1})]  # fmt: skip
    gone = (9, "decisions", {"file.status": 0, "file.placed": 1})
    told = sentences(*kept, gone, **opened_with(CARED_FOR))
    assert told[0].text == (
        "In the five weeks before, one review kept the children in care, with concern far above "
        "what a return home allows."
    )


def test_a_reported_incident_is_not_told_again_as_a_contact():
    told = sentences(*JOINED, (9, "decisions", {"file.status": 6}), **opened_with(OPEN))
    assert sum("reported" in one.text for one in told) == 1
    assert not any("contact" in one.text for one in told)


def test_an_earlier_plan_is_told_once_a_case():
    weighs = {"file.event": 0, "file.belief": 1.6, "added.plan_on_file": 0.3}
    happened = [
        (4, "decisions", {**weighs, "threshold.conference": 1.5, "file.conference_left": 2.0}),
        (8, "casework", {"file.event": 3}),
        (8, "decisions", {**weighs, "threshold.in_need": 1.0}),
    ]
    told = sentences(
        (4, "casework", {"file.event": 4}), *happened,
        **opened_with({**OPEN, "file.enquiry_began": 2}),
    )  # fmt: skip
    assert sum("earlier child protection plan" in one.text for one in told) == 1


def test_a_new_family_in_a_slot_has_not_moved():
    new = {"family.first_birth": 5, "family.authority": 2, "file.file_comes": 11}
    told = sentences((5, "families", new), side="truth")
    assert [one.text for one in told] == ["The youngest child turned 18."]


def parts(event, **opening):
    happened, given, _, _ = TOLD[event]
    weeks = tell(diary(*happened, **opened_with({**given, **opening})))
    return weeks[-1].parts, [one.text for one in weeks[-1].truth]


@pytest.mark.parametrize(
    "event", ["a contact closed", "not in need", "enquiry to nothing", "no plan", "a plan ends",
              "a case closes", "no care order", "no further action",
              "an incident that moved too little", "an incident soon after an enquiry"],
)  # fmt: skip
def test_letting_go_parts_from_the_truth_while_harm_goes_on(event):
    assert parts(event, **HARMED)[0]
    assert not parts(event)[0]


@pytest.mark.parametrize(
    "event", ["enquiry on a referral", "assessment to enquiry", "enquiry to conference", "a plan",
              "to court", "a care order", "care by agreement", "short of court",
              "an enquiry on an incident"],
)  # fmt: skip
def test_stepping_in_parts_from_the_truth_where_there_is_no_harm(event):
    assert parts(event)[0]
    assert not parts(event, **HARMED)[0]
    assert not parts(event, **{"observer.ended": 1})[0]


def test_harm_lately_ended_is_said_beside_a_decision():
    assert parts("a plan", **{"observer.ended": 1})[1] == ["Harm had ended three weeks before."]


def test_what_hiding_kept_from_the_file_is_told():
    happened, opening, _, _ = TOLD["enquiry to nothing"]
    hid = (4, "decisions", {"observer.reached": 4, "file.belief": 1.4})
    told = sentences(*happened, hid, side="truth", **opened_with({**opening, **HARMED}))
    assert told[-1].text == (
        "The neglect had gone on for three months. Had the family hidden nothing, the threshold "
        "would have been met."
    )


def test_the_opening_says_who_the_family_is_and_what_is_on_file():
    week = tell(diary((1, "families", {"truth.pressure": 0.3})))[0]
    assert week.said == (
        "The family had two children, aged 6 and 3. It lived in the most deprived fifth of areas, "
        "under as much pressure as most families.",
        "No referral was on file.",
    )


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ({"file.last_referral": -80, "file.plans": 1},
         "On file was a referral of 18 months before, and one child protection plan."),
        (OPEN, "On a child in need plan, nine weeks after the referral."),
    ],
)  # fmt: skip
def test_what_was_on_file_at_first_is_told(opening, expected):
    week = tell(diary((1, "families", {"truth.pressure": 0.3}), **opened_with(opening)))[0]
    assert [one.text for one in week.file] == [expected]


def test_moments_hold_what_was_before_and_after():
    life = diary((3, "families", {"truth.harm": 1}), (3, "outcomes", {"truth.harm": 0}))
    _, begun, ended = moments(life)
    assert (begun.before["truth", "harm"], begun.truth("harm")) == (0, 1)
    assert (ended.before["truth", "harm"], ended.truth("harm")) == (1, 0)
    assert ended.earlier["truth", "harm"].stage == "families"


@pytest.mark.parametrize(
    ("worker", "many", "expected"),
    [
        (-1, 2, "In the 12 weeks before, no social worker held the case, and none of the two "
                "visits due was made."),
        (4, 2, "In the 12 weeks before, none of the two visits due was made."),
        (4, 1, "In the 12 weeks before, the one visit due was not made."),
    ],
)  # fmt: skip
def test_weeks_without_a_visit_are_told(worker, many, expected):
    missed = [(4 * one + 3, "casework", {"file.visit_due": 4 * one + 7}) for one in range(many)]
    opening = {**OPEN, "file.worker": worker}
    told = sentences(*missed, (15, "decisions", {"file.status": 6}), **opened_with(opening))
    assert told[0].text == expected


def test_a_family_without_children_for_now_says_so():
    week = tell(diary((1, "families", {"truth.pressure": 0.3}), family__born=0))[0]
    assert week.said[0].startswith("The family had no child under 18.")


def test_a_case_taken_in_the_week_of_a_move_is_told():
    moved = (5, "families", {"family.authority": 2, "file.file_comes": 11, "file.worker": -1})
    taken = (5, "allocation", {"file.worker": 9, "file.allocated": 5, **WORKER})
    told = sentences(moved, taken, **opened_with(OPEN))
    assert told[-1].text == (
        "A social worker with three years of experience took over in the same week."
    )


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        (1.00692, 1.00704, ("1.0069", "1.007")),
        (3.0, 4.0, ("3", "4")),
        (0.5, 1 / 3, ("0.5", "0.3333")),
    ],
)
def test_values_that_differ_never_read_the_same(here, there, expected):
    one, other = (diary((3, "families", {"truth.pressure": x})).entries[-1] for x in (here, there))
    assert apart(one, other) == expected
    assert apart(one, None)[1] == "nothing"
