"""What we assume about decisions: base criteria, and what moves them."""

from typing import Annotated

from sim.parameters.section import parameter

SOLVED = (
    "Solved once so that base-year flows hold, then fixed: "
    "no rule reads a target or a realised rate."
)


# fmt: off
class Decisions:
    """Evidence meets a criterion: base, authority, worker, experience, load, fear and norm."""

    section_47: Annotated[float, parameter(
        2.0, "belief at which an enquiry begins", unit="SD", low=0.3, high=3.8, role="fixed",
        evidence="derived", source="demand 1.15", note=SOLVED)]
    conference: Annotated[float, parameter(
        1.612, "belief at which an enquiry goes to conference", unit="SD", low=-0.4, high=3.2,
        role="fixed", evidence="derived", source="demand 1.91", note=SOLVED)]
    plan: Annotated[float, parameter(
        0.445, "belief at which a conference makes a plan", unit="SD", low=-1.4, high=3.2,
        role="fixed", evidence="derived", source="demand 1.92", note=SOLVED)]
    step_down: Annotated[float, parameter(
        -0.0854, "belief below which a review ends a plan", unit="SD", low=-1.4, high=2.7,
        role="fixed", evidence="derived", source="demand 1.18, demand 1.62", note=SOLVED)]
    first_review: Annotated[float, parameter(
        0.11, "how much harder the first review is", unit="SD", low=0.0, high=1.6)]
    in_need: Annotated[float, parameter(
        1.674, "evidence of need at which an assessment finds a child in need", unit="SD", low=0.0,
        high=3.0, role="fixed", evidence="derived", source="demand 1.05", note=SOLVED)]
    end_need: Annotated[float, parameter(
        3.627, "belief in need below which a review closes a case", unit="SD", low=0.0, high=5.0,
        role="fixed", evidence="derived", source="demand 1.19, demand 1.27", note=SOLVED)]
    proceedings: Annotated[float, parameter(
        0.688, "belief at which a review of a plan goes to court", unit="SD", low=-0.4, high=4.2,
        role="fixed", evidence="derived", source="demand 1.35", note=SOLVED)]
    care_order: Annotated[float, parameter(
        -0.12, "belief at which a court makes a care order", unit="SD", low=-1.0, high=2.1,
        role="fixed", note="About 70% of applications.")]
    return_home: Annotated[float, parameter(
        -0.5845, "belief below which a review of care sends children home", unit="SD", low=-4.0,
        high=1.0, role="fixed", evidence="derived", source="demand 5.31", note=SOLVED)]
    placed_elsewhere: Annotated[float, parameter(
        0.233,
        "children in care who leave it for good: adoption, special guardianship, 18th birthday",
        unit="per year", low=0.08, high=0.4, role="fixed", evidence="derived",
        source="demand 1.34")]
    care_by_agreement: Annotated[float, parameter(
        0.0036, "children in need or on a plan who enter care by agreement", unit="per year",
        low=0.0, high=0.1, role="fixed", evidence="derived", source="demand 1.32, demand 1.35",
        note="At no need on file.")]
    interim_care: Annotated[float, parameter(
        0.85, "proceedings in which the child enters care at once", unit="share", low=0.5, high=1.0,
        role="fixed")]
    plan_other_endings: Annotated[float, parameter(
        0.16, "plans that end by moves, agreement and age", unit="per year", low=0.08, high=0.3,
        role="fixed")]
    plan_first_review_weeks: Annotated[float, parameter(
        12.0, "first review of a plan", unit="weeks", low=8, high=14, role="fixed",
        note="Statutory: three months.")]
    plan_review_weeks: Annotated[float, parameter(
        26.0, "later reviews of a plan", unit="weeks", low=13, high=30, role="fixed",
        note="Statutory: six months.")]
    care_review_weeks: Annotated[float, parameter(
        26.0, "reviews of children in care", unit="weeks", low=13, high=30, role="fixed",
        note="Statutory: six months, after the first two.")]
    need_first_review_weeks: Annotated[float, parameter(
        5.0, "first review of a child in need after assessment", unit="weeks", low=2, high=12,
        role="fixed")]
    need_review_weeks: Annotated[float, parameter(
        9.0, "later reviews of a child in need", unit="weeks", low=4, high=13, role="fixed")]
    proceedings_weeks: Annotated[float, parameter(
        42.0, "mean length of care proceedings", unit="weeks", low=26, high=52, role="fixed",
        evidence="published", source="demand 1.80, demand 1.81",
        note="Drawn evenly from half of it to one and a half times it.")]
    enquiry_gap_weeks: Annotated[float, parameter(
        20.0, "time after an enquiry before the same evidence opens another", unit="weeks", low=4,
        high=52)]
    worker_spread: Annotated[float, parameter(
        0.5, "spread of criterion between workers", unit="SD", low=0.3, high=0.8,
        evidence="derived", source="demand 3.17")]
    consistency_of_rules: Annotated[float, parameter(
        0.5, "share of workers' own differences of criterion that a full level of rules takes",
        unit="share", low=0.0, high=1.0)]
    manager_weight: Annotated[float, parameter(
        0.4, "share of a worker's own criterion that a manager's signature takes away",
        unit="share", low=0.1, high=0.8)]
    authority_spread: Annotated[float, parameter(
        0.15, "lasting spread of criterion between authorities", unit="SD", low=0.1, high=0.4,
        evidence="derived", source="demand 1.100")]
    door_custom_spread: Annotated[float, parameter(
        0.29, "spread between authorities of the front door's custom of the year", unit="SD",
        low=0.0, high=0.6, evidence="derived", source="demand 1.105")]
    enquiry_custom_spread: Annotated[float, parameter(
        0.19, "spread between authorities of the custom of the year in opening enquiries",
        unit="SD", low=0.0, high=0.5, evidence="derived", source="demand 1.104, demand 1.105")]
    customs_together: Annotated[float, parameter(
        0.6, "correlation between the customs of an authority's front door and of its enquiries",
        unit="correlation", low=0.0, high=0.9, evidence="derived", source="demand 1.104")]
    custom_persistence: Annotated[float, parameter(
        0.68, "correlation of an authority's customs with its own a year later",
        unit="correlation", low=0.4, high=0.9, evidence="derived", source="demand 1.105")]
    experience_shift: Annotated[float, parameter(
        0.15, "rise of the criterion by ten years' experience", unit="SD", low=0.0, high=0.3,
        evidence="derived", source="workforce W234")]
    load_shift: Annotated[float, parameter(
        0.1, "rise of the criterion as load rises by one", unit="SD", low=0.0, high=0.3,
        evidence="derived", source="workforce W231")]
    fear_shift: Annotated[float, parameter(
        0.2, "fall of the criterion for each SD of fear", unit="SD", low=0.0, high=0.5,
        evidence="derived", source="workforce W234")]
    criterion_change: Annotated[float, parameter(
        0.0, "movement of every threshold: up raises the bar", unit="SD", low=-1.0, high=1.0,
        role="lever", note="A published threshold document, or a minister's word.",
        price="hours: casework.assessment_hours, casework.enquiry_hours of whom it brings")]
    family_group_share: Annotated[float, parameter(
        0.0, "families offered a family group meeting before proceedings, beyond the base year's",
        unit="share", low=0.0, high=1.0, role="lever", price="pounds: money.family_group_cost",
        note="Current law from April 2026.")]
    family_group_averts: Annotated[float, parameter(
        0.19, "applications to court that such a meeting averts for a year", unit="share", low=0.05,
        high=0.30, evidence="derived", source="demand 5.25",
        note="36.2 against 44.8% in care after a year, a ratio of 0.81 (0.70 to 0.95).")]
    family_group_weeks: Annotated[float, parameter(
        52.0, "time for which a family's own plan holds before court is considered again",
        unit="weeks", low=26, high=104, role="fixed", evidence="derived", source="demand 5.25",
        note="The trial followed families for a year.")]
    second_look: Annotated[float, parameter(
        0.5, "closures of doubtful cases that good supervision looks at again", unit="share",
        low=0.0, high=0.9)]
    second_look_margin: Annotated[float, parameter(
        0.5, "how near the criterion a closure must be for a second look", unit="SD", low=0.1,
        high=1.0)]
    agreement_of_need: Annotated[float, parameter(
        2.0, "times likelier that care by agreement is for each SD more of need on file",
        unit="ratio", low=1.0, high=4.0, role="fixed")]
    agreement_need_most: Annotated[float, parameter(
        4.0, "need on file beyond which care by agreement grows no likelier", unit="SD", low=2.0,
        high=6.0, role="fixed")]
