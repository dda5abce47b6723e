"""What we assume about casework: hours, visits, skill and what workers can see."""

from typing import Annotated

from sim.parameters.section import parameter

HOURS = "Hours per child; with the flows of 2023-24 they add up to a load of about one."


# fmt: off
class Casework:
    """Workers spend their hours; each contact yields an observation and some help."""

    contract_hours: Annotated[float, parameter(
        37.0, "contracted week", unit="hours per week", low=35, high=40, role="fixed")]
    leave_share: Annotated[float, parameter(
        0.145, "contracted time taken by leave and bank holidays", unit="share", low=0.12,
        high=0.18, role="fixed")]
    supervision_hours: Annotated[float, parameter(
        24.0, "supervision each worker should get", unit="hours per year", low=6, high=60,
        role="lever", note="At most management.supervision_time shared by the team is given, with "
        "six workers 25 hours: more needs a narrower management.span. It is taken whole out of "
        "the worker's week, given or not.",
        price="hours: out of casework.contract_hours, and out of management.supervision_time")]
    training_hours: Annotated[float, parameter(
        40.0, "training for each worker", unit="hours per year", low=0, high=160, role="lever",
        price="hours: out of casework.contract_hours; stated: fees of courses")]
    team_hours: Annotated[float, parameter(
        30.0, "team meetings for each worker", unit="hours per year", low=10, high=60,
        role="fixed")]
    other_share: Annotated[float, parameter(
        0.08, "contracted time spent on other things", unit="share", low=0.04, high=0.14)]
    assessment_hours: Annotated[float, parameter(
        12.0, "hours of an assessment", unit="hours", low=8, high=18, note=HOURS)]
    enquiry_hours: Annotated[float, parameter(
        8.0, "hours of a section 47 enquiry", unit="hours", low=5, high=14, note=HOURS)]
    conference_hours: Annotated[float, parameter(
        10.0, "hours of an initial conference", unit="hours", low=6, high=16, note=HOURS)]
    court_hours: Annotated[float, parameter(
        70.0, "hours of care proceedings", unit="hours", low=40, high=110, note=HOURS)]
    plan_hours: Annotated[float, parameter(
        2.0, "hours a week on a child protection plan", unit="hours per week", low=1.2, high=3.0,
        note=HOURS)]
    in_need_hours: Annotated[float, parameter(
        0.95, "hours a week on a child in need plan", unit="hours per week", low=0.6, high=1.5,
        note=HOURS)]
    care_hours: Annotated[float, parameter(
        1.25, "hours a week on a child in care", unit="hours per week", low=0.8, high=2.0,
        note=HOURS)]
    other_hours: Annotated[float, parameter(
        0.45, "hours a week on another child in need", unit="hours per week", low=0.2, high=0.9,
        note=HOURS)]
    recording_of_rules: Annotated[float, parameter(
        0.2, "recording added, against all of a task's hours, as rules rise from 0 to 1",
        unit="share", low=0.0, high=0.5)]
    recording_of_fear: Annotated[float, parameter(
        0.03, "recording added, against all of a task's hours, for each SD of fear", unit="share",
        low=0.0, high=0.1,
        note="Staff who fear blame write more down.")]
    direct_share: Annotated[float, parameter(
        0.33, "case hours spent with children and families", unit="share", low=0.2, high=0.45,
        role="fixed", evidence="derived", source="workforce W162")]
    travel_share: Annotated[float, parameter(
        0.12, "case hours spent on the way", unit="share", low=0.06, high=0.2, role="fixed")]
    recording_share: Annotated[float, parameter(
        0.35, "case hours spent recording, at the usual rules", unit="share", low=0.25, high=0.5,
        role="fixed", evidence="derived", source="workforce W178",
        note="29 of 45 hours at a computer, which is more than recording.")]
    overtime_share: Annotated[float, parameter(
        0.12, "overtime worked at most, against contracted time", unit="share", low=0.0, high=0.25,
        evidence="derived", source="workforce W179")]
    shortest_visit: Annotated[float, parameter(
        0.7, "shortest time on a task, against the full time", unit="ratio", low=0.5, high=0.9)]
    visit_weeks_plan: Annotated[float, parameter(
        2.0, "time between visits under a plan", unit="weeks", low=1, high=4, role="lever",
        price="hours: casework.visit_hours")]
    visit_weeks_in_need: Annotated[float, parameter(
        5.0, "time between visits to a child in need", unit="weeks", low=2, high=8, role="lever",
        price="hours: casework.visit_hours")]
    visit_weeks_care: Annotated[float, parameter(
        6.0, "time between visits to a child in care", unit="weeks", low=3, high=12, role="lever",
        price="hours: casework.visit_hours")]
    assessment_shortest: Annotated[float, parameter(
        1.5, "shortest assessment with time to do it", unit="weeks", low=1, high=4, role="fixed",
        evidence="published", source="demand 1.56")]
    assessment_longest: Annotated[float, parameter(
        10.7, "longest assessment with time to do it", unit="weeks", low=8, high=14, role="fixed",
        evidence="published", source="demand 1.56, demand 1.24")]
    enquiry_weeks: Annotated[float, parameter(
        1.0, "length of an enquiry up to its finding", unit="weeks", low=1, high=3, role="fixed")]
    conference_shortest: Annotated[float, parameter(
        1.0, "shortest wait for a conference after the finding", unit="weeks", low=0.5, high=1.5,
        role="fixed", evidence="derived", source="demand 1.57",
        note="Diaries of partners and families, so even between shortest and longest.")]
    conference_longest: Annotated[float, parameter(
        2.223, "longest wait for a conference after the finding", unit="weeks", low=1.5, high=4.0,
        role="fixed", evidence="derived", source="demand 1.57, demand 1.25",
        note="Four in five are then within 15 working days of the enquiry's start.")]
    discrimination: Annotated[float, parameter(
        2.1, "how well a skilled worker with time and knowledge tells harm", unit="d′", low=1.4,
        high=2.8, evidence="derived", source="demand 3.15, demand 3.17",
        note="Realised at an enquiry, after skill, time and concealment, about 1.3 (0.9 to 1.8).")]
    assessment_share: Annotated[float, parameter(
        0.6, "discrimination of an assessment, against an enquiry", unit="ratio", low=0.3,
        high=1.0)]
    conference_share: Annotated[float, parameter(
        0.6, "discrimination added by a conference, against an enquiry", unit="ratio", low=0.2,
        high=1.0)]
    visit_share: Annotated[float, parameter(
        0.35, "discrimination of a visit, against an enquiry", unit="ratio", low=0.1, high=0.7)]
    visit_weight: Annotated[float, parameter(
        0.06, "weight of one visit in the belief on file", unit="share", low=0.02, high=0.2)]
    old_belief: Annotated[float, parameter(
        0.5, "weight of the belief on file against new evidence", unit="share", low=0.3, high=0.8,
        note="Confirmation: an opinion once formed persists.")]
    need_loading: Annotated[float, parameter(
        0.8, "how far a family's pressure shows as need", unit="SD", low=0.5, high=1.2)]
    plan_on_file: Annotated[float, parameter(
        0.3, "evidence of harm that an earlier plan on file adds to an assessment, enquiry or "
        "conference", unit="SD", low=0.0, high=0.8)]
    need_on_file: Annotated[float, parameter(
        0.65, "evidence of need that earlier need on file adds", unit="SD", low=0.0, high=1.5)]
    lasting_need_shows: Annotated[float, parameter(
        2.5, "evidence of need that lasting need adds", unit="SD", low=1.0, high=4.0)]
    usual_visibility: Annotated[float, parameter(
        0.75, "part of a look's discrimination that harm usually leaves, as who looks expects",
        unit="ratio", low=0.5, high=1.0,
        note="Some families hide harm and some kinds of it show less: nobody knows which.")]
    concealment_effect: Annotated[float, parameter(
        0.6, "share of discrimination lost at full concealment", unit="share", low=0.3, high=0.8)]
    skill_start: Annotated[float, parameter(
        0.65, "skill of the newly qualified, against the experienced", unit="ratio", low=0.5,
        high=0.8, evidence="derived", source="workforce W138")]
    skill_years: Annotated[float, parameter(
        1.2, "time in which skill grows", unit="years", low=0.7, high=2.5, evidence="derived",
        source="workforce W137")]
    skill_spread: Annotated[float, parameter(
        0.12, "spread of skill between workers of equal experience", unit="ratio", low=0.0,
        high=0.25)]
    agency_skill: Annotated[float, parameter(
        0.9, "what an agency worker gets done, against a permanent one", unit="ratio", low=0.75,
        high=1.0)]
    training_gain: Annotated[float, parameter(
        0.2, "share of discrimination that a doubling of training adds in live work", unit="ratio",
        low=0.0, high=0.5, note="Far less than training adds to knowledge.")]
    training_of_supervision: Annotated[float, parameter(
        0.25, "training that each SD of supervision is worth, against usual training",
        unit="ratio per SD", low=0.0, high=0.6, note="Reflective supervision teaches.")]
    training_years: Annotated[float, parameter(
        1.44, "time in which training fades (a half-life of one year)", unit="years", low=0.7,
        high=3.0)]
    knowledge_weeks: Annotated[float, parameter(
        12.0, "time in which a worker comes to know a case", unit="weeks", low=4, high=26)]
    knowledge_floor: Annotated[float, parameter(
        0.7, "discrimination on a case not yet known, against one well known", unit="ratio",
        low=0.5, high=0.9)]
    second_opinion_share: Annotated[float, parameter(
        0.0, "enquiries and reviews with a second-opinion visit", unit="share", low=0.0, high=1.0,
        role="lever",
        price="hours: casework.second_opinion_hours")]
    second_opinion_gain: Annotated[float, parameter(
        0.25, "share of discrimination that a second opinion adds", unit="ratio", low=0.0,
        high=0.41, evidence="derived", source="demand 3.17",
        note="Two opinions that agree at 0.58 add at most a quarter.")]
    second_opinion_hours: Annotated[float, parameter(
        6.0, "hours of a second-opinion visit", unit="hours", low=2, high=12)]
    structured_tools: Annotated[float, parameter(
        0.0, "assessments made with a structured tool", unit="share", low=0.0, high=1.0,
        role="lever",
        price="hours: casework.structured_tools_hours; stated: licences and training")]
    structured_tools_gain: Annotated[float, parameter(
        0.1, "share of discrimination that a structured tool adds", unit="ratio", low=0.0, high=0.3,
        evidence="derived", source="demand 3.14, demand 3.15")]
    structured_tools_hours: Annotated[float, parameter(
        1.5, "hours that a structured tool adds to an assessment", unit="hours", low=0.5, high=3.0)]
    joint_visit_share: Annotated[float, parameter(
        0.0, "visits made together with a partner agency", unit="share", low=0.0, high=1.0,
        role="lever", price="hours: casework.joint_visit_hours")]
    joint_visit_gain: Annotated[float, parameter(
        0.2, "share of discrimination that a joint visit adds", unit="ratio", low=0.0, high=0.4)]
    joint_visit_hours: Annotated[float, parameter(
        0.4, "hours that a joint visit takes to arrange, for each child", unit="hours", low=0.1,
        high=1.0)]
    intensive_share: Annotated[float, parameter(
        0.0, "children on a plan whose family gets intensive work", unit="share", low=0.0, high=1.0,
        role="lever", price="hours: casework.intensive_hours")]
    intensive_gain: Annotated[float, parameter(
        0.3, "help that intensive work adds to a plan, against the usual", unit="ratio", low=0.0,
        high=0.8, note="Uncontrolled studies alone (governance M12, demand 5.26).")]
    intensive_hours: Annotated[float, parameter(
        2.0, "hours a week that intensive work adds to a plan, for each child",
        unit="hours per week", low=1.0, high=4.0)]
    expert_visit_share: Annotated[float, parameter(
        0.0, "assessments and enquiries in which an expert sees the child, too", unit="share",
        low=0.0, high=1.0, role="lever",
        price="hours: casework.expert_visit_hours; pounds: money.expert_visit_cost",
        note="A paediatrician, psychologist or other specialist.")]
    expert_visit_gain: Annotated[float, parameter(
        0.2, "share of discrimination that an expert adds", unit="ratio", low=0.0, high=0.5)]
    expert_visit_hours: Annotated[float, parameter(
        1.0, "hours that an expert's visit adds to an assessment or enquiry, for each child",
        unit="hours", low=0.5, high=3.0)]
    family_help_share: Annotated[float, parameter(
        0.0, "children in need held by family help lead practitioners", unit="share", low=0.0,
        high=0.9, role="lever", price="pounds: money.family_help_cost",
        note="Current law from April 2026; an even share of every such case.")]
    family_help_oversight: Annotated[float, parameter(
        0.3, "hours that a social worker keeps for such a child, against holding the case",
        unit="share", low=0.1, high=0.5)]
    family_help_skill: Annotated[float, parameter(
        0.9, "what a lead practitioner sees, against a social worker", unit="ratio", low=0.7,
        high=1.0)]
    multi_agency_share: Annotated[float, parameter(
        0.0, "enquiries and conferences led by a multi-agency child protection team", unit="share",
        low=0.0, high=1.0, role="lever", price="hours: casework.multi_agency_hours",
        note="Current law from April 2026.")]
    multi_agency_gain: Annotated[float, parameter(
        0.1, "share of discrimination that such a team adds", unit="ratio", low=0.0, high=0.25,
        note="No trial; reviews name what the teams are to mend (governance M20).")]
    multi_agency_hours: Annotated[float, parameter(
        2.0, "hours that such a team adds to an enquiry or conference, for each child",
        unit="hours", low=0.5, high=5.0)]
    reorganising: Annotated[float, parameter(
        0.0, "teams that are being reorganised", unit="share", low=0.0, high=1.0, role="lever",
        price="hours: casework.reorganising_hours; stated: consultants and redundancy")]
    reorganising_hours: Annotated[float, parameter(
        1.0, "hours a week that a reorganisation takes from each worker", unit="hours per week",
        low=0.3, high=3.0)]
    duty_cover: Annotated[float, parameter(
        0.25, "visits that a duty worker makes for a colleague who is away", unit="share", low=0.0,
        high=0.6)]
    duty_skill: Annotated[float, parameter(
        0.7, "skill of a duty worker on a case that is not theirs", unit="ratio", low=0.4,
        high=1.0)]
    load_weeks: Annotated[float, parameter(
        8.0, "time over which load is felt", unit="weeks", low=2, high=26)]
    dose_weeks: Annotated[float, parameter(
        10.0, "time over which visits add up to help", unit="weeks", low=4, high=26)]
    training_usual_hours: Annotated[float, parameter(
        40.0, "training each worker got in the base year", unit="hours per year", low=20, high=60,
        role="fixed")]
    skill_least: Annotated[float, parameter(
        0.3, "least skill of any worker, against the experienced", unit="ratio", low=0.1, high=0.5)]
    duty_pace: Annotated[float, parameter(
        0.5, "pace of enquiries and conferences of a case that nobody holds, against others",
        unit="ratio", low=0.2, high=1.0)]
    visit_hours: Annotated[float, parameter(
        1.6, "hours of a visit with its travel, for each child", unit="hours", low=0.8, high=3.0,
        note="The usual visits are within the weekly hours of a case; more or fewer add or spare.")]
    visit_usual_plan: Annotated[float, parameter(
        2.0, "time between visits under a plan in the base year", unit="weeks", low=1, high=4,
        role="fixed")]
    visit_usual_in_need: Annotated[float, parameter(
        5.0, "time between visits to a child in need in the base year", unit="weeks", low=2, high=8,
        role="fixed")]
    visit_usual_care: Annotated[float, parameter(
        6.0, "time between visits to a child in care in the base year", unit="weeks", low=3,
        high=12, role="fixed")]
