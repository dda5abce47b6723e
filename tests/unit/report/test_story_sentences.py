"""Every kind of event has its sentence, and the rows it rests on hold what it says."""

import pytest

from sim.report.story.moment import moments
from sim.report.story.tell import tell
from tests.diaries import HARMED, OPEN, diary, opened_with, sentences

DOOR = {"threshold.front_door": 1.0, "file.contact_waits": -1}
REVIEW = {"file.event": 6}
TURN_OF_A_PLAN = {**OPEN, "file.status": 4, "file.plans": 1}
CARED_FOR = {**OPEN, "file.status": 6, "truth.away": 2}


def at_door(**values):
    return [
        (3, "partners", {"file.contact_waits": 3, "file.source": 1}),
        (3, "front_door", {**DOOR, **{name.replace("__", "."): v for name, v in values.items()}}),
    ]


def decision(event, **values):
    given = {name.replace("__", "."): value for name, value in values.items()}
    return [(4, "casework", {"file.event": event}), (4, "decisions", {**given, "file.event": 0})]


TOLD = {
    "harm begins": (
        [(5, "families", {"truth.harm": 3, "truth.onset": 5, "truth.chronic": 1})], {}, "truth",
        "Physical abuse began, of a lasting kind and of usual severity. The children were 6 and 3. "
        "The family did not hide it.",
    ),
    "harm ends": (
        [(5, "families", {"truth.harm": 0, "observer.ended": 5})], HARMED, "truth",
        "The neglect came to an end, three months after it began. It had never been recognised.",
    ),
    "harm stops in care": (
        [(5, "outcomes", {"truth.harm": 0, "truth.away": 2, "observer.recognised": 5})], HARMED,
        "truth", "The neglect stopped when the children went into care, three months after it began.",
    ),
    "harm wears on": (
        [(45, "families", {"truth.severity": 2.6})], HARMED, "truth",
        "The neglect had gone on for more than one year and was very severe.",
    ),
    "a sign is seen": (
        [(5, "partners", {"observer.noticed": 5})], HARMED, "truth",
        "Someone outside the family saw a sign for the first time, three months after the neglect "
        "began, and did not pass it on.",
    ),
    "an incident": (
        [(5, "outcomes", {"truth.incident": 1})], HARMED, "truth",
        "A child came to serious harm, three months after the neglect began: a serious incident.",
    ),
    "a death": (
        [(5, "outcomes", {"truth.incident": 2})], HARMED, "truth",
        "A child died, three months after the neglect began: a serious incident.",
    ),
    "harm is recognised": (
        [(5, "outcomes", {"observer.recognised": 5})], HARMED, "truth",
        "With that the neglect was recognised, three months after it began.",
    ),
    "children come home": (
        [(5, "outcomes", {"truth.away": 0})], CARED_FOR, "truth",
        "The children came home, and with them more pressure.",
    ),
    "children leave home": (
        [(5, "outcomes", {"truth.away": 2})], OPEN, "truth",
        "The children left home and lived in care.",
    ),
    "children leave for good": (
        [(5, "outcomes", {"truth.away": 1})], CARED_FOR, "truth",
        "The children had a permanent home elsewhere.",
    ),
    "a birth": (
        [(5, "families", {"family.children": 3, "family.born": 3})], {}, "truth",
        "Another child had been born: the family now had three children, aged 6, 3 and "
        "under one.",
    ),
    "pressure": (
        [(5, "families", {"truth.pressure": 2.0})], {}, "truth",
        "Pressure on the family rose sharply.",
    ),
    "distrust": (
        [(5, "casework", {"file.event": 4, "truth.trust": 0.4})], OPEN, "truth",
        "The enquiry cost the family some of its trust in services.",
    ),
    "grown up": (
        [(5, "families", {"family.first_birth": 5})], {}, "truth", "The youngest child turned 18.",
    ),
    "a contact closed": (
        at_door(), {}, "file",
        "A school passed on a concern. It was below the threshold and was closed.",
    ),
    "early help offered": (
        at_door(file__status=1), {}, "file",
        "A school passed on a concern. It was below the threshold for a referral, near enough to "
        "offer early help.",
    ),
    "early help goes on": (
        at_door(), {"file.status": 1, "file.status_since": -3}, "file",
        "A school passed on a concern. It was below the threshold for a referral, and early help "
        "went on.",
    ),
    "early help ends": (
        [(5, "outcomes", {"file.status": 0})], {"file.status": 1, "file.status_since": -7}, "file",
        "Early help ended after 12 weeks.",
    ),
    "no further action": (
        at_door(file__last_referral=3), {}, "file",
        "A school passed on a concern. It became a referral that was closed with no further "
        "action.",
    ),
    "a referral": (
        at_door(file__status=2, file__opened=3, file__belief=1.3, file__last_referral=3), {},
        "file", "A school passed on a concern. It was a little above the threshold and became a "
        "referral; an assessment was to be made.",
    ),
    "a re-referral": (
        at_door(file__status=2, file__opened=3, file__belief=2.3, file__last_referral=3),
        {"file.last_referral": -6}, "file",
        "A school passed on a concern. It was far above the threshold and became a referral (a "
        "re-referral, nine weeks after the last); an assessment was to be made.",
    ),
    "a contact that waited": (
        [(2, "partners", {"file.contact_waits": 2}), (5, "front_door", DOOR)], {}, "file",
        "The police passed on a concern. It waited three weeks to be screened. It was below the "
        "threshold and was closed.",
    ),
    "an incident reported": (
        [(2, "outcomes", {"file.contact_waits": 2}), (3, "front_door", DOOR)], {}, "file",
        "The incident was reported to the front door. It was below the threshold and was closed.",
    ),
    "in need": (
        decision(3, file__need=2.5, threshold__in_need=1.7, threshold__section_47=1.9), OPEN,
        "file", "The assessment was finished after three months, later than the 45 working days "
        "allowed. The need it found was well above the threshold: a child in need plan began.",
    ),
    "not in need": (
        decision(3, file__need=1.6, threshold__in_need=1.7, file__status=0),
        {**OPEN, "file.status": 2, "file.opened": -2}, "file",
        "The assessment was finished after six weeks. The need it found was only just below the "
        "threshold, and the case was closed.",
    ),
    "assessment to enquiry": (
        decision(3, file__belief=2.0, threshold__section_47=1.9, file__last_enquiry=4),
        {**OPEN, "file.opened": -2}, "file",
        "The assessment was finished after six weeks. The concern about harm on file was only just "
        "above the threshold for a section 47 enquiry, and one began; until then the children were "
        "in need.",
    ),
    "enquiry on a referral": (
        decision(1, file__belief=2.6, threshold__section_47=1.9, file__last_enquiry=4), OPEN,
        "file", "At a strategy discussion the concern about harm on file was well above the "
        "threshold for a section 47 enquiry, and one began.",
    ),
    "enquiry on a contact": (
        decision(2, file__belief=2.6, threshold__section_47=1.9, file__last_enquiry=4), OPEN,
        "file", "A contact from the police was added. At a strategy discussion the concern about "
        "harm on file was well above the threshold for a section 47 enquiry, and one began.",
    ),
    "enquiry to conference": (
        decision(4, file__belief=1.6, threshold__conference=1.5, file__conference_left=2.0),
        {**OPEN, "file.enquiry_began": 2}, "file",
        "The section 47 enquiry ended after two weeks: the concern about harm on file was only "
        "just above the threshold, and a child protection conference was called.",
    ),
    "enquiry to nothing": (
        decision(4, file__belief=-0.6, threshold__conference=1.5),
        {**OPEN, "file.enquiry_began": 2}, "file",
        "The section 47 enquiry ended after two weeks: the concern about harm on file was far "
        "below the threshold, and no conference was called.",
    ),
    "a plan": (
        decision(5, file__belief=0.6, threshold__plan=0.3, file__status=4, file__plans=2,
                 file__category=1),
        {**OPEN, "file.enquiry_began": -1}, "file",
        "The child protection conference was held five weeks after the enquiry began, later than "
        "the 15 working days allowed. The concern about harm on file was a little above the "
        "threshold, and the children were put on a child protection plan, the family's second, "
        "under the category of neglect.",
    ),
    "no plan": (
        decision(5, file__belief=0.2, threshold__plan=0.3), {**OPEN, "file.enquiry_began": 2},
        "file", "The child protection conference was held two weeks after the enquiry began. The "
        "concern about harm on file was only just below the threshold: no plan.",
    ),
    "a plan ends": (
        decision(6, file__belief=-0.6, threshold__step_down=0.0, threshold__proceedings=1.0,
                 file__status=3), TURN_OF_A_PLAN, "file",
        "A review found the concern about harm on file well below the threshold for keeping the "
        "plan. It ended after three months, and a child in need plan took its place.",
    ),
    "to court": (
        decision(6, file__belief=2.6, threshold__step_down=0.0, threshold__proceedings=1.0,
                 file__status=5, file__interim=1), TURN_OF_A_PLAN, "file",
        "A review found the concern about harm on file far above the threshold for court, three "
        "months into the plan; care proceedings began, and the children went into care at once.",
    ),
    "the family's own plan": (
        decision(6, file__belief=2.6, threshold__step_down=0.0, threshold__proceedings=1.0,
                 file__review_due=56), TURN_OF_A_PLAN, "file",
        "A review found the concern about harm on file far above the threshold for court; a family "
        "group meeting made a plan of the family's own first.",
    ),
    "a case closes": (
        decision(6, file__need=1.0, threshold__end_need=3.0, file__status=0), OPEN, "file",
        "A review found the need on file far below the threshold for going on, and closed the "
        "case, three months after the referral.",
    ),
    "a review to an enquiry": (
        decision(6, file__belief=2.0, threshold__section_47=1.9, file__last_enquiry=4), OPEN,
        "file", "A review found the concern about harm on file only just above the threshold for a "
        "section 47 enquiry, and one began.",
    ),
    "a care order": (
        decision(7, file__belief=2.0, threshold__care_order=-0.1, file__status=6),
        {**OPEN, "file.status": 5}, "file",
        "After three months of proceedings the concern about harm on file was far above what an "
        "order needs: the court made a care order.",
    ),
    "no care order": (
        decision(7, file__belief=-0.2, threshold__care_order=-0.1, file__status=3),
        {**OPEN, "file.status": 5}, "file",
        "After three months of proceedings the concern about harm on file was only just below what "
        "an order needs: the court made no care order; a child in need plan followed.",
    ),
    "care by agreement": (
        [(4, "decisions", {"file.status": 6})], OPEN, "file",
        "The children came into care by agreement.",
    ),
    "return home": (
        [(4, "decisions", {"file.status": 3})], CARED_FOR, "file",
        "After three months in care the children returned home, on a child in need plan.",
    ),
    "a permanent home": (
        [(4, "decisions", {"file.status": 0, "file.placed": 1})], CARED_FOR, "file",
        "After three months in care the children left it for a permanent home; the case closed.",
    ),
    "a plan ends otherwise": (
        [(4, "decisions", {"file.status": 3})], TURN_OF_A_PLAN, "file",
        "The plan ended after three months without a review; a child in need plan followed.",
    ),
}  # fmt: skip


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
        (11, "front_door", {"file.contact_waits": -1}),
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
        (4, "decisions", {"file.event": 0, "threshold.step_down": -1.0}),
        (9, "decisions", {"file.status": 3}),
    ]
    assert sentences(*kept, **opened_with(TURN_OF_A_PLAN))[0].parts
    assert not sentences(*kept, **opened_with({**TURN_OF_A_PLAN, **HARMED}))[0].parts


def parts(event, **opening):
    happened, given, _, _ = TOLD[event]
    weeks = tell(diary(*happened, **opened_with({**given, **opening})))
    return weeks[-1].parts, [one.text for one in weeks[-1].truth]


@pytest.mark.parametrize(
    "event", ["a contact closed", "not in need", "enquiry to nothing", "no plan", "a plan ends",
              "a case closes", "no care order", "no further action"],
)  # fmt: skip
def test_letting_go_parts_from_the_truth_while_harm_goes_on(event):
    assert parts(event, **HARMED)[0]
    assert not parts(event)[0]


@pytest.mark.parametrize(
    "event", ["enquiry on a referral", "assessment to enquiry", "enquiry to conference", "a plan",
              "to court", "a care order", "care by agreement"],
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
