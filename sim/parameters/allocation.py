"""What we assume about allocation: who holds which case, and what a change of worker costs."""

from typing import Annotated

from sim.parameters.section import parameter


# fmt: off
class Allocation:
    """A manager gives each case to the worker with the most spare hours, or it waits."""

    caseload_cap: Annotated[float, parameter(
        0.0, "most cases that a full-time social worker may hold; 0 is no cap", unit="cases", low=0,
        high=60, role="lever",
        price="stated: keeping count and moving cases, about £25k a year in each authority")]
    load_limit: Annotated[float, parameter(
        1.6, "load at which a manager gives a worker no further case", unit="ratio", low=1.0,
        high=2.0)]
    newly_qualified_share: Annotated[float, parameter(
        0.75, "caseload of the newly qualified, against others", unit="ratio", low=0.5, high=1.0,
        role="lever",
        price="hours: their cases go to colleagues, within allocation.load_limit")]
    experience_match: Annotated[float, parameter(
        0.2, "load by which a manager sets a worker without experience back when a plan or a case "
        "in court is given out", unit="ratio", low=0.0, high=0.6)]
    experience_years: Annotated[float, parameter(
        3.0, "experience from which no worker is set back", unit="years", low=1, high=5,
        role="fixed")]
    assessment_share: Annotated[float, parameter(
        0.37, "posts that assess; the others work longer with families", unit="share", low=0.2,
        high=0.6, role="fixed", note="Set so that both kinds of post are equally loaded.")]
    one_team: Annotated[float, parameter(
        0.0, "cases stay with one team from assessment to closure", unit="switch", low=0.0,
        high=1.0, role="lever",
        price="stated: moving staff between teams, about £100k once in each authority")]
    knowledge_kept_planned: Annotated[float, parameter(
        0.8, "case knowledge kept at a planned handover", unit="share", low=0.6, high=0.95)]
    knowledge_kept_unplanned: Annotated[float, parameter(
        0.6, "case knowledge kept when a worker has gone", unit="share", low=0.4, high=0.85)]
    dead_weeks: Annotated[float, parameter(
        4.0, "weeks without progress after an unplanned change of worker", unit="weeks", low=1,
        high=10)]
    disabled: Annotated[float, parameter(
        29.0, "children in need for their disability", unit="per 10,000 children", low=20, high=40,
        role="fixed", evidence="derived", source="demand 1.67, demand 1.19",
        note="8.7% of children in need. A volume that takes hours; not simulated one by one.")]
    disabled_held: Annotated[float, parameter(
        0.95, "of those, held by social workers", unit="share", low=0.5, high=1.0)]
    care_leavers: Annotated[float, parameter(
        33.0, "care leavers who count as children in need", unit="per 10,000 children", low=15,
        high=50, role="fixed",
        note="What is left of children in need; personal advisers hold them.")]
    unaccompanied: Annotated[float, parameter(
        6.0, "unaccompanied children looked after", unit="per 10,000 children", low=4, high=9,
        role="fixed", evidence="derived", source="demand 1.31, demand 1.33",
        note="69 looked after less 63 who are not; social workers hold them, and each has a "
        "placement.")]
    other_in_need_2y: Annotated[float, parameter(
        0.75, "of other children in need, those open two years or more", unit="share", low=0.3,
        high=0.9, role="fixed")]
