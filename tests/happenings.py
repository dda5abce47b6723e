"""What can happen to a family, and the sentence that tells it: moments, opening, side, words."""

from tests.diaries import CARED_FOR, DOOR, HARMED, OPEN, TURN_OF_A_PLAN, at_door, decision
from tests.incidents import TOLD_OF_MOVES_AND_INCIDENTS

TOLD = {
    **TOLD_OF_MOVES_AND_INCIDENTS,
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
        "truth",
        "The neglect stopped when the children went into care, three months after it began.",
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
        [(5, "outcomes", {"truth.incident": 1, "file.incident": 1})], HARMED, "truth",
        "A child came to serious harm, three months after the neglect began: a serious incident.",
    ),
    "a death": (
        [(5, "outcomes", {"truth.incident": 2, "file.incident": 1})], HARMED, "truth",
        "A child died, three months after the neglect began: a serious incident.",
    ),
    "harm begins again": (
        [(5, "families", {"truth.harm": 1, "truth.onset": 5})], {"truth.relapse_from": -47},
        "truth",
        "Neglect began, 12 months after earlier harm had ended, of a passing kind and of usual "
        "severity. The children were 6 and 3. The family did not hide it.",
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
    "in need": (
        decision(3, file__need=2.5, threshold__in_need=1.7, threshold__section_47=1.9), OPEN,
        "file", "The assessment was finished after three months, later than the 45 working days "
        "allowed. The need it found was well above the threshold: a child in need plan began. "
        "The concern on file was far below the threshold for an enquiry.",
    ),
    "not in need": (
        decision(3, file__need=1.6, threshold__in_need=1.7, file__status=0),
        {**OPEN, "file.status": 2, "file.opened": -2}, "file",
        "The assessment was finished after six weeks. The need it found was only just below the "
        "threshold, and the case was closed.",
    ),
    "assessment to enquiry": (
        decision(3, file__belief=2.0, threshold__section_47=1.9, threshold__in_need=1.7,
                 file__last_enquiry=4),
        {**OPEN, "file.opened": -2}, "file",
        "The assessment was finished after six weeks. The concern on file was only just "
        "above the threshold for a section 47 enquiry, and one began; until then the children were "
        "in need.",
    ),
    "enquiry on a referral": (
        decision(1, file__belief=2.6, threshold__section_47=1.9, file__last_enquiry=4), OPEN,
        "file", "A strategy discussion found the concern on file well above the threshold for a "
        "section 47 enquiry, and one began.",
    ),
    "enquiry on a contact": (
        decision(2, file__belief=2.6, threshold__section_47=1.9, file__last_enquiry=4), OPEN,
        "file", "After a contact from the police a strategy discussion found the concern on file "
        "well above the threshold for a section 47 enquiry, and one began.",
    ),
    "enquiry to conference": (
        decision(4, file__belief=1.6, threshold__conference=1.5, file__conference_left=2.0),
        {**OPEN, "file.enquiry_began": 2}, "file",
        "The section 47 enquiry ended after two weeks: the concern on file was only "
        "just above the threshold, and a child protection conference was called.",
    ),
    "enquiry to nothing": (
        decision(4, file__belief=-0.6, threshold__conference=1.5),
        {**OPEN, "file.enquiry_began": 2}, "file",
        "The section 47 enquiry ended after two weeks: the concern on file was far "
        "below the threshold, and no conference was called.",
    ),
    "a plan": (
        decision(5, file__belief=0.6, threshold__plan=0.3, file__status=4, file__plans=2,
                 file__category=1),
        {**OPEN, "file.enquiry_began": -1}, "file",
        "The child protection conference was held five weeks after the enquiry began, later than "
        "the 15 working days allowed. The concern on file was a little above the "
        "threshold, and the children were put on a child protection plan, the family's second, "
        "under the category of neglect.",
    ),
    "no plan": (
        decision(5, file__belief=0.2, threshold__plan=0.3), {**OPEN, "file.enquiry_began": 2},
        "file", "The child protection conference was held two weeks after the enquiry began. The "
        "concern on file was only just below the threshold: no plan.",
    ),
    "a plan ends": (
        decision(6, file__belief=-0.6, threshold__step_down=0.0, threshold__proceedings=1.0,
                 file__status=3), TURN_OF_A_PLAN, "file",
        "A review found the concern on file well below the threshold for keeping the "
        "plan. It ended after three months, and a child in need plan took its place.",
    ),
    "to court": (
        decision(6, file__belief=2.6, threshold__step_down=0.0, threshold__proceedings=1.0,
                 file__status=5, file__interim=1), {**TURN_OF_A_PLAN, "file.reviews": 1}, "file",
        "A review found the concern on file far above the threshold for court, three "
        "months into the plan; care proceedings began, and the children went into care at once.",
    ),
    "short of court": (
        decision(6, file__belief=2.6, threshold__step_down=0.0, threshold__proceedings=1.0,
                 file__reviews=1), TURN_OF_A_PLAN, "file",
        "The plan's first review found the concern on file far above the threshold for court. "
        "Court was put off; work before proceedings was to fill the time to the next review.",
    ),
    "an earlier plan weighs": (
        decision(4, file__belief=1.6, threshold__conference=1.5, file__conference_left=2.0,
                 added__plan_on_file=0.3), {**OPEN, "file.enquiry_began": 2}, "file",
        "The section 47 enquiry ended after two weeks: the concern on file was only just above the "
        "threshold, and a child protection conference was called. The earlier child protection "
        "plan on file added to the concern.",
    ),
    "an earlier plan not known yet": (
        decision(4, file__belief=1.4, threshold__conference=1.5, added__plan_on_file=0.0),
        {**OPEN, "file.enquiry_began": 2}, "file",
        "The section 47 enquiry ended after two weeks: the concern on file was only just below the "
        "threshold, and no conference was called. The file with the earlier child protection plan "
        "had not come yet.",
    ),
    "the family's own plan": (
        decision(6, file__belief=2.6, threshold__step_down=0.0, threshold__proceedings=1.0,
                 file__review_due=56), {**TURN_OF_A_PLAN, "file.reviews": 1}, "file",
        "A review found the concern on file far above the threshold for court; a family "
        "group meeting made a plan of the family's own first.",
    ),
    "a case closes": (
        decision(6, file__need=1.0, threshold__end_need=3.0, file__status=0), OPEN, "file",
        "A review found the need on file far below the threshold for going on, and closed the "
        "case, three months after the referral.",
    ),
    "a review to an enquiry": (
        decision(6, file__belief=2.0, threshold__section_47=1.9, file__last_enquiry=4), OPEN,
        "file", "A review found the concern on file only just above the threshold for a "
        "section 47 enquiry, and one began.",
    ),
    "a care order": (
        decision(7, file__belief=2.0, threshold__care_order=-0.1, file__status=6),
        {**OPEN, "file.status": 5}, "file",
        "After three months of proceedings the concern on file was far above what an "
        "order needs: the court made a care order.",
    ),
    "no care order": (
        decision(7, file__belief=-0.2, threshold__care_order=-0.1, file__status=3),
        {**OPEN, "file.status": 5}, "file",
        "After three months of proceedings the concern on file was only just below what "
        "an order needs: the court made no care order; a child in need plan followed.",
    ),
    "care by agreement": (
        [(4, "decisions", {"file.status": 6})], OPEN, "file",
        "The children came into care by agreement.",
    ),
    "return home": (
        decision(6, file__belief=-2.0, threshold__return_home=-1.1, file__status=3), CARED_FOR,
        "file", "After three months in care a review found the concern on file well below what a "
        "return home allows: the children were to go home, on a child in need plan.",
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
