"""What we assume about the workforce: posts, strain, sickness, exit, recruitment, agency."""

from typing import Annotated

from sim.parameters.section import parameter


# fmt: off
class Workforce:
    """Load becomes strain; people go sick, leave, arrive; agencies cover."""

    families_per_post: Annotated[float, parameter(
        326.0, "families for each case-holding post", unit="ratio", low=200, high=500, role="fixed",
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
    posts_funded: Annotated[float, parameter(
        1.0, "posts, against those of the base year", unit="ratio", low=0.5, high=1.6,
        role="lever",
        price="pounds: money.staff_cost")]
    extra_trainees: Annotated[float, parameter(
        0.0, "further newly qualified in a year, for each post", unit="share", low=0.0, high=0.3,
        role="lever", price="pounds: money.trainee_cost")]
    exit_hazard: Annotated[float, parameter(
        0.142, "leaving at the base year's strain, tenure 10 years aside", unit="per year",
        low=0.14, high=0.19, evidence="derived", source="workforce W005, workforce W077")]
    exit_profession: Annotated[float, parameter(
        0.58, "leavers who leave the profession", unit="share", low=0.5, high=0.65,
        evidence="derived", source="workforce W054")]
    exit_profession_early: Annotated[float, parameter(
        0.45, "the same in the first three years", unit="share", low=0.3, high=0.6)]
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
        0.26, "lasting spread of log exit between authorities", unit="log", low=0.2, high=0.32,
        evidence="derived", source="workforce W077")]
    year_spread: Annotated[float, parameter(
        0.3, "yearly spread of log exit that no mechanism here makes", unit="log", low=0.0,
        high=0.5, evidence="derived", source="workforce W077", note="0.42 in all; part emerges.")]
    tenure_first: Annotated[float, parameter(
        0.9, "exit in the first year here", unit="ratio", low=0.7, high=1.2, evidence="derived",
        source="workforce W042")]
    tenure_second: Annotated[float, parameter(
        1.1, "exit in the second year here", unit="ratio", low=0.9, high=1.4, evidence="derived",
        source="workforce W042")]
    tenure_to_five: Annotated[float, parameter(
        1.25, "exit from two to five years here", unit="ratio", low=1.05, high=1.5,
        evidence="derived", source="workforce W042")]
    tenure_to_ten: Annotated[float, parameter(
        0.85, "exit from five to ten years here", unit="ratio", low=0.6, high=1.1,
        evidence="derived", source="workforce W042")]
    tenure_over_ten: Annotated[float, parameter(
        0.65, "exit after ten years here", unit="ratio", low=0.5, high=0.85, evidence="derived",
        source="workforce W042")]
    age_over_60: Annotated[float, parameter(
        1.5, "exit from age 60", unit="ratio", low=1.2, high=2.0, evidence="derived",
        source="workforce W033")]
    exit_strain: Annotated[float, parameter(
        1.2, "exit for each SD of strain", unit="ratio", low=1.0, high=1.45, evidence="derived",
        source="workforce W205, workforce W201")]
    exit_supervision: Annotated[float, parameter(
        0.85, "exit for each SD of supervision", unit="ratio", low=0.7, high=0.97,
        evidence="derived", source="workforce W202, workforce W204")]
    exit_blame: Annotated[float, parameter(
        1.1, "exit for each SD of fear", unit="ratio", low=0.95, high=1.3, evidence="derived",
        source="workforce W200")]
    exit_pay: Annotated[float, parameter(
        -0.8, "elasticity of exit to relative pay", unit="ratio", low=-1.5, high=-0.2,
        evidence="derived", source="workforce W212")]
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
        0.7, "output in notice", unit="ratio", low=0.5, high=0.9)]
    promoted: Annotated[float, parameter(
        0.03, "case holders who move to other posts in the authority", unit="per year", low=0.015,
        high=0.05, role="fixed", evidence="derived", source="workforce W020, workforce W025",
        note="Stands for the growth of posts (2.3% a year): it went to posts without cases.")]
    strain_of_load: Annotated[float, parameter(
        1.6, "strain gained in a year by a load of two", unit="SD", low=0.6, high=3.0,
        note="At balance a load 10% higher gives 0.3 SD more strain.")]
    strain_of_fear: Annotated[float, parameter(
        0.15, "strain gained in a year for each SD of fear", unit="SD", low=0.0, high=0.5)]
    strain_of_supervision: Annotated[float, parameter(
        0.15, "strain shed in a year for each SD of supervision", unit="SD", low=0.0, high=0.5,
        evidence="derived", source="workforce W202")]
    strain_years: Annotated[float, parameter(
        2.0, "time in which strain fades", unit="years", low=0.5, high=7.0)]
    strain_noise: Annotated[float, parameter(
        1.0, "spread of strain between workers of equal load", unit="SD", low=0.5, high=1.5,
        role="fixed")]
    sickness: Annotated[float, parameter(
        0.64, "spells of sickness for each worker", unit="per year", low=0.2, high=1.0,
        evidence="derived", source="workforce W015")]
    sickness_weeks: Annotated[float, parameter(
        3.6, "mean length of a spell of sickness", unit="weeks", low=1.5, high=6.0,
        evidence="derived", source="workforce W016")]
    sickness_strain: Annotated[float, parameter(
        1.3, "sickness for each SD of strain", unit="ratio", low=1.0, high=1.8)]
    sickness_caseload: Annotated[float, parameter(
        1.02, "sickness for each case above 16", unit="ratio", low=1.0, high=1.05,
        evidence="published", source="workforce W085")]
    hires: Annotated[float, parameter(
        0.165, "hires in a year for each post, at a vacancy rate of 19% and usual pay and name",
        unit="per year", low=0.1, high=0.35, evidence="derived",
        source="workforce W017, workforce W084")]
    hires_vacancy: Annotated[float, parameter(
        0.10, "elasticity of hires to vacancies", unit="ratio", low=0.0, high=0.3,
        evidence="derived", source="workforce W084", note="Hiring is supply-limited.")]
    hires_reputation: Annotated[float, parameter(
        0.5, "elasticity of hires to reputation", unit="ratio", low=0.0, high=1.0)]
    recognition: Annotated[float, parameter(
        0.0, "public recognition of the work", unit="level", low=0.0, high=1.0, role="lever",
        price="stated: awards, a day and a campaign, about £30k a year in each authority")]
    recognition_gain: Annotated[float, parameter(
        0.05, "log hires that recognition adds", unit="log", low=0.0, high=0.15,
        note="Three in four feel unvalued, three in four of the public think well of them "
        "(governance B50); that it moves hires is assumed.")]
    hires_pay: Annotated[float, parameter(
        1.0, "elasticity of hires to relative pay", unit="ratio", low=0.3, high=2.0)]
    usual_vacancy: Annotated[float, parameter(
        0.189, "vacancy rate at which hires are usual", unit="share", low=0.1, high=0.25,
        role="fixed", evidence="published", source="workforce W007")]
    newly_qualified: Annotated[float, parameter(
        0.48, "starters who are newly qualified", unit="share", low=0.4, high=0.6,
        evidence="assumed", source="workforce W121, workforce W124")]
    autumn_share: Annotated[float, parameter(
        0.7, "newly qualified who start in September and October", unit="share", low=0.3, high=0.9,
        role="fixed", note="The others start evenly in the other months.")]
    from_authorities: Annotated[float, parameter(
        0.25, "starters who come from another authority", unit="share", low=0.2, high=0.3,
        evidence="published", source="workforce W053")]
    pay_supplement: Annotated[float, parameter(
        0.0, "pay above the usual rate", unit="share", low=0.0, high=0.4, role="lever",
        price="pounds: money.staff_cost times money.direct_staff_share")]
    agency_base: Annotated[float, parameter(
        0.03, "agency workers for each post filled, beyond vacancies", unit="share", low=0.0,
        high=0.08, evidence="derived", source="workforce W079b")]
    agency_cover: Annotated[float, parameter(
        0.83, "agency workers wanted for each vacancy", unit="share", low=0.5, high=1.0,
        evidence="derived", source="workforce W079b")]
    agency_speed: Annotated[float, parameter(
        2.5, "speed at which agency staff move towards what is wanted", unit="per year", low=0.15,
        high=6.0,
        note="The slow persistence between years (workforce W083) comes mostly from vacancies "
        "themselves.")]
    agency_weeks: Annotated[float, parameter(
        26.0, "mean length of an assignment", unit="weeks", low=13, high=65)]
    agency_limit: Annotated[float, parameter(
        1.0, "agency workers allowed, against those wanted", unit="share", low=0.0, high=1.0,
        role="lever",
        price="pounds: money.staff_cost times money.agency_premium, saved or spent")]
    agency_notice_weeks: Annotated[float, parameter(
        4.0, "notice at the end of an assignment", unit="weeks", low=1, high=8, role="fixed",
        evidence="published", source="workforce W314")]
    promoted_from_years: Annotated[float, parameter(
        2.0, "experience from which promotion is possible", unit="years", low=1, high=4,
        role="fixed")]
    starting_age: Annotated[float, parameter(
        26.0, "least age of those who join, without experience", unit="years", low=21, high=35,
        role="fixed")]
    starting_age_range: Annotated[float, parameter(
        10.0, "how much older others without experience may be", unit="years", low=0, high=25,
        role="fixed")]
    mover_years: Annotated[float, parameter(
        6.0, "mean experience of those who come from another authority", unit="years", low=3,
        high=10, note="Drawn evenly from half of it to one and a half times it.")]
    returner_years: Annotated[float, parameter(
        5.0, "mean experience of those who come back to the work", unit="years", low=2, high=10,
        note="Drawn evenly from half of it to one and a half times it.")]
    agency_years: Annotated[float, parameter(
        6.0, "mean experience of agency workers", unit="years", low=3, high=12,
        note="Drawn evenly from half of it to one and a half times it.")]
    pool_weeks: Annotated[float, parameter(
        13.0, "time in which movers look for a post and mix with those of other authorities",
        unit="weeks", low=4, high=52)]
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
