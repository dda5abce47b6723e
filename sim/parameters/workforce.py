"""What we assume about the workforce: posts, strain, sickness, exit, recruitment, agency."""

from typing import Annotated

from sim.parameters.section import parameter

# Published are leaving rates under and over five years; the shape within was recalled, not seen.
TENURE = "Only leaving under and over five years has been published."


# fmt: off
class Workforce:
    """Load becomes strain; people go sick, leave, arrive; agencies cover."""

    families_per_post: Annotated[float, parameter(
        306.0, "families for each case-holding post", unit="ratio", low=200, high=500, role="fixed",
        evidence="derived", source="workforce W012, demand 1.01",
        note="21,111 case holders to 7.0 million families.")]
    posts_for_need: Annotated[float, parameter(
        0.7, "how far posts follow deprivation between authorities", unit="ratio", low=0.0,
        high=1.0, role="fixed", evidence="derived", source="demand 1.110",
        note="Log posts for each SD of deprivation.")]
    posts_for_thresholds: Annotated[float, parameter(
        1.5, "how far posts follow the thresholds that an authority has always had", unit="ratio",
        low=0.0, high=2.5, role="fixed",
        note="Log posts for each SD by which its criteria lie lower; else caseloads would spread "
        "too far.")]
    posts_without_cases: Annotated[float, parameter(
        0.48, "posts of social workers who hold no cases, for each case-holding post",
        unit="ratio", low=0.3, high=0.9, role="fixed", evidence="derived",
        source="workforce W012, workforce W018, workforce W023, workforce W025",
        note="Reviewing officers, conference chairs, fostering and middle managers; team managers "
        "are apart (management.span).")]
    part_time_share: Annotated[float, parameter(
        0.15, "posts that are part-time", unit="share", low=0.1, high=0.25, role="fixed",
        evidence="derived", source="workforce W001, workforce W002",
        note="With the next number 94 FTE for each 100 people.")]
    part_time_fte: Annotated[float, parameter(
        0.6, "a part-time post, against a full week", unit="ratio", low=0.4, high=0.8,
        role="fixed")]
    posts_growth: Annotated[float, parameter(
        0.023, "staff who move in a year to posts that are not simulated, for each post",
        unit="per year", low=0.015, high=0.03, role="fixed", evidence="derived",
        source="workforce W018",
        note="Stands for the growth of posts, which went to posts without cases.")]
    moves_inside: Annotated[float, parameter(
        0.25, "case holders with experience who would take a vacant post without cases",
        unit="per year", low=0.05, high=0.5)]
    inside_years: Annotated[float, parameter(
        2.0, "experience from which such posts are open", unit="years", low=1, high=4,
        role="fixed")]
    senior: Annotated[float, parameter(
        0.25, "experienced social workers who become senior practitioners", unit="per year",
        low=0.05, high=0.4, evidence="derived", source="workforce W020, workforce W021")]
    senior_years: Annotated[float, parameter(
        3.0, "experience from which that is possible", unit="years", low=2, high=5, role="fixed")]
    posts_funded: Annotated[float, parameter(
        1.0, "case-holding posts, against those of the base year", unit="ratio", low=0.5, high=1.6,
        role="lever",
        price="pounds: money.staff_cost")]
    extra_trainees: Annotated[float, parameter(
        0.0, "further trainees who begin each September, for each case-holding post",
        unit="share", low=0.0, high=1.5, role="lever", price="pounds: money.trainee_cost",
        note="They train here for a year, and look for a post here first.")]
    trainee_hours: Annotated[float, parameter(
        1.5, "hours a week that case holders give to each trainee on placement",
        unit="hours per week", low=0.5, high=4.0)]
    trainee_supervision: Annotated[float, parameter(
        0.5, "supervision that a trainee takes, against a social worker", unit="ratio", low=0.2,
        high=1.0)]
    exit_hazard: Annotated[float, parameter(
        0.129, "leaving at usual strain, before what tenure and age make of it", unit="per year",
        low=0.1, high=0.19, evidence="derived", source="workforce W005, workforce W077")]
    exit_without_cases: Annotated[float, parameter(
        0.9, "exit from posts without cases, against case-holding ones at usual strain",
        unit="ratio", low=0.6, high=1.2)]
    exit_profession: Annotated[float, parameter(
        0.58, "leavers who leave the profession", unit="share", low=0.5, high=0.65,
        evidence="derived", source="workforce W054")]
    exit_profession_early: Annotated[float, parameter(
        0.47, "the same in the first three years", unit="share", low=0.3, high=0.6)]
    exit_agency: Annotated[float, parameter(
        0.16, "leavers who join an agency; the rest join another authority", unit="share", low=0.05,
        high=0.2, evidence="derived", source="workforce W054")]
    agency_rules: Annotated[float, parameter(
        0.0, "rules on who may work through an agency, and when", unit="level", low=0.0, high=1.0,
        role="lever", price="pounds: money.agency_premium, saved",
        note="Current law from October 2024: three years employed first, three months away.")]
    agency_rules_effect: Annotated[float, parameter(
        0.5, "moves to agencies that the rules turn into moves between authorities", unit="share",
        low=0.2, high=0.8, evidence="derived", source="workforce W054, workforce W314",
        note="7% of leavers in 2025, against 16% over the years before.")]
    authority_spread: Annotated[float, parameter(
        0.1, "lasting spread of log exit between authorities", unit="log", low=0.0, high=0.32,
        evidence="derived", source="workforce W077", note="0.26 in all; part emerges from names.")]
    year_spread: Annotated[float, parameter(
        0.15, "yearly spread of log exit that no mechanism here makes", unit="log", low=0.0,
        high=0.5, evidence="derived", source="workforce W077", note="0.42 in all; part emerges.")]
    tenure_first: Annotated[float, parameter(
        0.9, "exit in the first year here", unit="ratio", low=0.7, high=1.2,
        source="workforce W042", note=TENURE)]
    tenure_second: Annotated[float, parameter(
        1.1, "exit in the second year here", unit="ratio", low=0.9, high=1.4,
        source="workforce W042", note=TENURE)]
    tenure_to_five: Annotated[float, parameter(
        1.35, "exit from two to five years here", unit="ratio", low=1.05, high=1.5,
        source="workforce W042", note=TENURE)]
    tenure_to_ten: Annotated[float, parameter(
        0.85, "exit from five to ten years here", unit="ratio", low=0.6, high=1.1,
        source="workforce W042", note=TENURE)]
    tenure_over_ten: Annotated[float, parameter(
        0.6, "exit after ten years here", unit="ratio", low=0.5, high=0.85,
        source="workforce W042", note=TENURE)]
    age_over_60: Annotated[float, parameter(
        1.5, "exit from age 60", unit="ratio", low=1.2, high=2.0, evidence="derived",
        source="workforce W033")]
    pension_age: Annotated[float, parameter(
        67.0, "age from which most retire", unit="years", low=65, high=69, role="fixed")]
    retirement: Annotated[float, parameter(
        0.5, "retirement from that age, beside other exits", unit="per year", low=0.3, high=1.0,
        role="fixed")]
    exit_strain: Annotated[float, parameter(
        1.2, "exit for each SD of strain", unit="ratio", low=1.0, high=1.45, evidence="derived",
        source="workforce W205, workforce W201")]
    exit_supervision: Annotated[float, parameter(
        0.85, "exit for each SD of supervision", unit="ratio", low=0.7, high=0.97,
        evidence="derived", source="workforce W202, workforce W204")]
    exit_blame: Annotated[float, parameter(
        1.1, "exit for each SD of fear", unit="ratio", low=0.95, high=1.3, evidence="derived",
        source="workforce W200")]
    exit_of_name: Annotated[float, parameter(
        0.4, "log exit for each log of an authority's name lost", unit="log per log", low=0.0,
        high=1.0, evidence="derived", source="governance I75, governance I76")]
    exit_pay: Annotated[float, parameter(
        -0.8, "elasticity of exit to relative pay", unit="ratio", low=-1.5, high=-0.2,
        evidence="derived", source="workforce W212")]
    exit_rules: Annotated[float, parameter(
        1.3, "exit under a full level of rules beyond the usual", unit="ratio", low=1.0, high=2.0)]
    exit_peer: Annotated[float, parameter(
        1.6, "exit in the half-year after a close colleague left", unit="ratio", low=1.1, high=3.0,
        evidence="derived", source="workforce W205")]
    exit_caseload: Annotated[float, parameter(
        1.011, "exit for each case above 16, directly", unit="ratio", low=0.998, high=1.025,
        evidence="derived", source="workforce W080",
        note="Caseload acts through strain, absence and quality, hardly directly.")]
    usual_caseload: Annotated[float, parameter(
        16.0, "caseload at which that effect is nil", unit="cases", low=14, high=18, role="fixed",
        evidence="published", source="workforce W014")]
    notice_weeks: Annotated[float, parameter(
        10.0, "notice worked", unit="weeks", low=4, high=13, role="fixed")]
    notice_output: Annotated[float, parameter(
        0.7, "mean output in notice; it falls evenly", unit="ratio", low=0.5, high=0.9)]
    strain_of_load: Annotated[float, parameter(
        1.6, "strain gained in a year by a load of two", unit="SD", low=0.6, high=3.0,
        note="At balance a load 10% higher gives 0.3 SD more strain.")]
    strain_of_fear: Annotated[float, parameter(
        0.15, "strain gained in a year for each SD of fear", unit="SD", low=0.0, high=0.5)]
    strain_of_supervision: Annotated[float, parameter(
        0.15, "strain shed in a year for each SD of supervision", unit="SD", low=0.0, high=0.5,
        evidence="derived", source="workforce W202")]
    strain_of_newness: Annotated[float, parameter(
        0.8, "strain gained in a year by whoever has just lost the first year's protection",
        unit="SD", low=0.0, high=1.5, evidence="derived", source="workforce W063",
        note="Full cases before full skill: strain peaks at two to three years' experience.")]
    newness_years: Annotated[float, parameter(
        1.5, "time in which that fades", unit="years", low=1, high=4)]
    stress_bar: Annotated[float, parameter(
        0.8, "strain above which a worker counts as stressed", unit="SD", low=0.0, high=1.0,
        role="fixed", evidence="derived", source="workforce W150, workforce W154")]
    stress_relief: Annotated[float, parameter(
        -0.5, "strain below which a stressed worker counts as recovered", unit="SD", low=-1.0,
        high=0.0, role="fixed")]
    fear_of_incident: Annotated[float, parameter(
        1.0, "fear that a serious incident in a family leaves in whoever held the case", unit="SD",
        low=0.0, high=2.0)]
    fear_years: Annotated[float, parameter(
        1.5, "time in which that fear fades", unit="years", low=0.5, high=4.0)]
    strain_years: Annotated[float, parameter(
        2.0, "time in which strain fades", unit="years", low=0.5, high=7.0)]
    strain_noise: Annotated[float, parameter(
        1.0, "spread of strain between workers of equal load", unit="SD", low=0.5, high=1.5,
        role="fixed")]
    sickness: Annotated[float, parameter(
        0.46, "spells of sickness for each worker", unit="per year", low=0.2, high=1.0,
        evidence="derived", source="workforce W015")]
    sickness_weeks: Annotated[float, parameter(
        3.6, "mean length of a spell of sickness", unit="weeks", low=1.5, high=6.0)]
    sickness_strain: Annotated[float, parameter(
        1.3, "sickness for each SD of strain", unit="ratio", low=1.0, high=1.8)]
    sickness_caseload: Annotated[float, parameter(
        1.02, "sickness for each case above 16", unit="ratio", low=1.0, high=1.05,
        evidence="derived", source="workforce W085")]
    recognition: Annotated[float, parameter(
        0.0, "public recognition of the work", unit="level", low=0.0, high=1.0, role="lever",
        price="stated: awards, a day and a campaign, about £30k a year in each authority")]
    recognition_gain: Annotated[float, parameter(
        0.05, "log pull that recognition adds to an authority", unit="log", low=0.0, high=0.15,
        note="Three in four feel unvalued, three in four of the public think well of them "
        "(governance B50); that it draws people is assumed.")]
    usual_vacancy: Annotated[float, parameter(
        0.189, "vacancy rate at which hires are usual", unit="share", low=0.1, high=0.25,
        role="fixed", evidence="published", source="workforce W007")]
    pay_supplement: Annotated[float, parameter(
        0.0, "pay above the usual rate", unit="share", low=0.0, high=0.4, role="lever",
        price="pounds: money.staff_cost times money.direct_staff_share, and money.manager_cost")]
    agency_base: Annotated[float, parameter(
        0.03, "agency workers for each post filled, beyond vacancies", unit="share", low=0.0,
        high=0.08, evidence="derived", source="workforce W079b")]
    agency_cover: Annotated[float, parameter(
        0.72, "agency workers wanted for each vacancy", unit="share", low=0.5, high=1.0,
        evidence="derived", source="workforce W079b")]
    agency_of_name: Annotated[float, parameter(
        1.2, "log agency workers wanted for each log of an authority's name lost",
        unit="log per log", low=0.0, high=1.5, evidence="derived", source="governance I75, "
        "governance I76", note="Three agency workers to each vacancy covered where judged "
        "inadequate, for two where outstanding.")]
    agency_speed: Annotated[float, parameter(
        2.5, "speed at which agency staff move towards what is wanted", unit="per year", low=0.15,
        high=6.0,
        note="The slow persistence between years (workforce W083) comes mostly from vacancies "
        "themselves.")]
    agency_weeks: Annotated[float, parameter(
        40.0, "mean length of an assignment", unit="weeks", low=13, high=65)]
    agency_limit: Annotated[float, parameter(
        1.0, "agency workers allowed, against those wanted", unit="share", low=0.0, high=1.0,
        role="lever",
        price="pounds: money.staff_cost times money.agency_premium, saved or spent")]
    agency_notice_weeks: Annotated[float, parameter(
        4.0, "notice at the end of an assignment", unit="weeks", low=1, high=8, role="fixed",
        evidence="published", source="workforce W314")]
    starting_age: Annotated[float, parameter(
        22.0, "least age of those who join, without experience", unit="years", low=21, high=35,
        role="fixed", evidence="derived", source="workforce W031")]
    starting_age_range: Annotated[float, parameter(
        36.0, "how much older others without experience may be; most are far less", unit="years",
        low=0, high=40, role="fixed", evidence="derived", source="workforce W031",
        note="28% of starters are under 30 and 17% over 50.")]
    first_covered: Annotated[float, parameter(
        0.74, "vacant posts that an agency worker covers when a world begins", unit="share",
        low=0.0, high=1.0, role="fixed", evidence="published", source="workforce W011",
        note="Forgotten within the past that comes before every run.")]
    first_tenure: Annotated[float, parameter(
        12.0, "longest time in post when a world begins; most have far less", unit="years", low=5,
        high=20, role="fixed", note="Forgotten within the past that comes before every run.")]
    first_experience: Annotated[float, parameter(
        8.0, "longest experience elsewhere when a world begins", unit="years", low=0, high=20,
        role="fixed", note="Forgotten within the past that comes before every run.")]
    first_age: Annotated[float, parameter(
        25.0, "age at the beginning of a career when a world begins", unit="years", low=21, high=35,
        role="fixed", note="Forgotten within the past that comes before every run.")]
    first_age_range: Annotated[float, parameter(
        22.0, "how much older the latest to begin were", unit="years", low=0, high=30, role="fixed",
        note="Forgotten within the past that comes before every run.")]
