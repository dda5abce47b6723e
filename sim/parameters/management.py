"""What we assume about managers: supervision, second looks and truth upwards."""

from typing import Annotated

from sim.parameters.section import parameter


# fmt: off
class Management:
    """Managers supervise, sign, and pass bad news up or not."""

    span: Annotated[float, parameter(
        6.0, "social workers to a team manager", unit="count", low=3, high=10, role="lever",
        evidence="derived", source="workforce W027", price="pounds: money.manager_cost",
        note="Below about 6.25 workers a narrower span frees hours that nobody asks for, and does "
        "next to nothing, unless casework.supervision_hours is raised with it: five workers have "
        "30 hours each, four 37.5.")]
    supervision_time: Annotated[float, parameter(
        150.0, "hours a year a team manager has for supervision", unit="hours per year", low=80,
        high=400, note="With 6.25 workers 24 hours each, all that they ask for by default; the "
        "newly qualified count as management.newly_qualified_supervision says.")]
    reflective_share: Annotated[float, parameter(
        0.5, "supervision that is reflective rather than a check of tasks", unit="share", low=0.0,
        high=1.0, role="lever",
        price="hours: within casework.supervision_hours; stated: managers' training")]
    skill_spread: Annotated[float, parameter(
        0.15, "spread of managers' skill", unit="ratio", low=0.0, high=0.3)]
    manager_exit: Annotated[float, parameter(
        0.14, "team managers who leave, before what tenure and age make of it", unit="per year",
        low=0.08, high=0.2)]
    acting_skill: Annotated[float, parameter(
        0.75, "skill of whoever stands in for a manager, against the usual", unit="ratio", low=0.5,
        high=1.0)]
    appointing_weeks: Annotated[float, parameter(
        13.0, "mean time in which a manager's post is filled from within", unit="weeks", low=4,
        high=40)]
    manager_years: Annotated[float, parameter(
        5.0, "experience from which a social worker may become a manager", unit="years", low=3,
        high=8, role="fixed")]
    newly_qualified_supervision: Annotated[float, parameter(
        2.0, "supervision that the newly qualified take, against others", unit="ratio", low=1.0,
        high=3.0, note="Weekly, then fortnightly, against monthly.")]
    safety_usual: Annotated[float, parameter(
        0.5, "psychological safety without blame", unit="level", low=0.3, high=0.8)]
    safety_of_blame: Annotated[float, parameter(
        0.08, "safety lost in a month of full blame", unit="level", low=0.02, high=0.3)]
    safety_of_removal: Annotated[float, parameter(
        0.15, "safety lost when a director is removed for a failure", unit="level", low=0.0,
        high=0.4)]
    safety_months: Annotated[float, parameter(
        24.0, "time in which safety comes back", unit="months", low=18, high=36)]
    just_culture: Annotated[float, parameter(
        0.0, "how far the employer answers error with learning and shields its staff", unit="level",
        low=0.0, high=1.0, role="lever",
        price="stated: training of managers, reviews, and a post to keep it, about £80k a year")]
    shield: Annotated[float, parameter(
        0.6, "share of blame that a full just culture keeps from staff", unit="share", low=0.2,
        high=0.9, evidence="derived", source="governance B63",
        note="Disciplinary cases fell by 85% in one trust, uncontrolled.")]
    honesty_least: Annotated[float, parameter(
        0.1, "problems passed up one level without safety", unit="share", low=0.0, high=0.3)]
    honesty_gain: Annotated[float, parameter(
        0.6, "more of them passed up with full safety", unit="share", low=0.3, high=0.8,
        evidence="derived", source="governance B65")]
    audit_files: Annotated[float, parameter(
        6.0, "files a team manager audits in a quarter", unit="count", low=0, high=20)]
    audit_discrimination: Annotated[float, parameter(
        0.8, "how well an audit tells harm from its file and a call", unit="d′", low=0.3, high=1.5)]
    doubt_margin: Annotated[float, parameter(
        0.5, "how far past half-way a second look must see harm before a manager acts on it",
        unit="ratio", low=0.0, high=0.8,
        note="Against the depth of the look; half-way as everyone counts it. Managers are wary of "
        "overruling a file.")]
    correction: Annotated[float, parameter(
        0.15, "rise of supervision for each share of problems heard of", unit="level", low=0.0,
        high=0.4)]
    annual_report: Annotated[float, parameter(
        0.0, "a public report on safeguarding each year", unit="level", low=0.0, high=1.0,
        role="lever", price="stated: an analyst and print, about £40k a year in each authority")]
    annual_report_gain: Annotated[float, parameter(
        0.2, "share of unspoken problems that such a report brings up", unit="share", low=0.0,
        high=0.4)]
    reorganising_cost: Annotated[float, parameter(
        0.15, "quality of supervision lost while teams are reorganised", unit="level", low=0.0,
        high=0.3, note="As at a change of director.")]
    manager_training: Annotated[float, parameter(
        0.0, "managers trained in what they supervise", unit="share", low=0.0, high=1.0,
        role="lever", price="hours: management.manager_training_hours; stated: fees")]
    manager_training_gain: Annotated[float, parameter(
        0.1, "quality of supervision that such training adds", unit="ratio", low=0.0, high=0.25,
        note="A programme that trained supervisors cut exits by 44% (workforce W204).")]
    manager_training_hours: Annotated[float, parameter(
        10.0, "hours of supervision given up for it", unit="hours per year", low=4, high=30)]
    supervision_usual: Annotated[float, parameter(
        0.5, "quality of supervision in the base year", unit="level", low=0.3, high=0.7,
        role="fixed")]
    supervision_spread: Annotated[float, parameter(
        0.15, "spread of that quality: one SD", unit="level", low=0.05, high=0.3, role="fixed")]
    supervision_usual_hours: Annotated[float, parameter(
        24.0, "supervision each worker got in the base year", unit="hours per year", low=12,
        high=36, role="fixed")]
    memory_weeks: Annotated[float, parameter(
        26.0, "time over which an authority takes its own figures", unit="weeks", low=4, high=52,
        role="fixed")]
    checking_worth: Annotated[float, parameter(
        0.5, "worth of supervision that only checks tasks, against the usual mix", unit="ratio",
        low=0.2, high=0.8)]
    skill_least: Annotated[float, parameter(
        0.4, "least skill of any manager, against the usual", unit="ratio", low=0.2, high=0.7,
        role="fixed")]
    first_figures: Annotated[float, parameter(
        0.8, "figures and reports of practice when a world begins", unit="level", low=0.5, high=1.0,
        role="fixed", note="Forgotten within the past that comes before every run.")]
    quality_of_placing: Annotated[float, parameter(
        0.4, "weight of files rightly placed in the index of practice quality", unit="share",
        low=0.2, high=0.6, role="fixed",
        note="The index is for the reader of results; nobody in the model reads it.")]
    usual_problems: Annotated[float, parameter(
        0.4, "audited files with a problem in the base year", unit="share", low=0.1, high=0.7,
        role="fixed", note="Its mean there; stands in for them where silence is off.")]
    poor_practice: Annotated[float, parameter(
        0.72, "practice quality below which the observer calls practice poor", unit="level",
        low=0.4, high=0.9, role="fixed", note="The worst fifth of authorities in the base year, as "
        "a fifth are judged inadequate (governance I11).")]
    quality_of_timeliness: Annotated[float, parameter(
        0.2, "weight of assessments in time in that index", unit="share", low=0.0, high=0.4,
        role="fixed")]
    quality_of_visits: Annotated[float, parameter(
        0.2, "weight of visits done in that index", unit="share", low=0.0, high=0.4, role="fixed")]
    quality_of_supervision: Annotated[float, parameter(
        0.2, "weight of supervision in that index", unit="share", low=0.0, high=0.4, role="fixed")]
