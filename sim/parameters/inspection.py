"""What we assume about inspection and the department's ladder."""

from typing import Annotated

from sim.parameters.section import parameter


# fmt: off
class Inspection:
    """Inspectors draw files, look for themselves, and judge; the department may step in."""

    cycle_weeks: Annotated[float, parameter(
        160.0, "time between full inspections", unit="weeks", low=52, high=312, role="lever",
        evidence="published", source="governance I32, governance I40",
        price="hours: inspection.hosting_hours")]
    cycle_spread: Annotated[float, parameter(
        26.0, "spread of that time either way", unit="weeks", low=0, high=52, role="fixed",
        evidence="published", source="governance I32")]
    inadequate_cycle_weeks: Annotated[float, parameter(
        104.0, "time to re-inspection after an inadequate judgement", unit="weeks", low=52,
        high=156, role="fixed", evidence="published", source="governance I31")]
    files: Annotated[float, parameter(
        30.0, "files drawn at a full inspection", unit="count", low=5, high=90, evidence="derived",
        source="governance I43")]
    discrimination: Annotated[float, parameter(
        1.6, "how well an inspector tells harm in a file drawn", unit="d′", low=0.8, high=2.4)]
    noise: Annotated[float, parameter(
        0.05, "spread of a team's judgement of practice", unit="level", low=0.02, high=0.15,
        evidence="derived", source="governance I60, governance I61")]
    severity_spread: Annotated[float, parameter(
        0.02, "spread of severity between inspectors", unit="level", low=0.0, high=0.06,
        evidence="derived", source="governance I61")]
    outstanding: Annotated[float, parameter(
        0.8, "judged practice from which it is outstanding", unit="level", low=0.5, high=0.95,
        role="fixed", note="Cuts are set by the first round of a framework (governance I11).")]
    good: Annotated[float, parameter(
        0.725, "judged practice from which it is good", unit="level", low=0.4, high=0.9,
        role="fixed", evidence="derived", source="governance I11")]
    adequate: Annotated[float, parameter(
        0.645, "judged practice below which it is inadequate", unit="level", low=0.3, high=0.85,
        role="fixed", evidence="derived", source="governance I11")]
    severity_of_blame: Annotated[float, parameter(
        0.05, "severity that full national blame adds", unit="level", low=0.0, high=0.15)]
    style: Annotated[float, parameter(
        0.0, "from verdict (0) to insight (1)", unit="level", low=0.0, high=1.0, role="lever",
        price="stated: inspectors' training, and time to explain")]
    hosting_hours: Annotated[float, parameter(
        18.0, "hours that each case holder gives to a full inspection", unit="hours", low=5,
        high=40, evidence="derived", source="governance I33")]
    blame_of_judgement: Annotated[float, parameter(
        0.5, "blame that an inadequate judgement brings", unit="level", low=0.2, high=1.0)]
    reputation_of_grade: Annotated[float, parameter(
        0.25, "log reputation for each grade above requires improvement", unit="log", low=0.0,
        high=0.5, evidence="derived", source="governance I75")]
    emergency_money: Annotated[float, parameter(
        0.06, "budget added after an inadequate judgement", unit="share", low=0.0, high=0.15,
        evidence="derived", source="governance D16")]
    notice_weeks: Annotated[float, parameter(
        8.0, "weeks from an inadequate judgement to an improvement notice", unit="weeks", low=4,
        high=20, role="lever",
        price="stated: the department's case workers")]
    review_weeks: Annotated[float, parameter(
        26.0, "time between reviews of an intervention", unit="weeks", low=13, high=52,
        role="fixed")]
    intervention_capacity: Annotated[float, parameter(
        0.08, "supervision that each rung of intervention adds", unit="level", low=0.0, high=0.2)]
    intervention_disruption: Annotated[float, parameter(
        0.05, "supervision that a new rung costs in its first half-year", unit="level", low=0.0,
        high=0.2)]
    inspectors_per_authority: Annotated[float, parameter(
        0.13, "inspectors for each authority in the country", unit="ratio", low=0.05, high=0.3,
        role="fixed", evidence="assumed", source="governance I44, governance I45")]
    team: Annotated[float, parameter(
        4.0, "inspectors to a full inspection", unit="count", low=2, high=8, role="fixed",
        evidence="published", source="governance I34")]
    hosting_weeks: Annotated[float, parameter(
        4.0, "time over which hosting an inspection takes its hours", unit="weeks", low=1, high=8,
        role="fixed")]
    weight_files: Annotated[float, parameter(
        0.4, "weight of files rightly placed in a judgement of practice", unit="share", low=0.2,
        high=0.6)]
    weight_indicators: Annotated[float, parameter(
        0.4, "weight of the authority's own indicators", unit="share", low=0.1, high=0.6)]
    weight_supervision: Annotated[float, parameter(
        0.2, "weight of supervision", unit="share", low=0.0, high=0.4)]
    reputation_years: Annotated[float, parameter(
        1.0, "time in which a name follows the judgement", unit="years", low=0.3, high=3.0)]
    emergency_years: Annotated[float, parameter(
        2.0, "time after an inadequate judgement for which budget is added", unit="years", low=1.0,
        high=4.0)]
    insight_gain: Annotated[float, parameter(
        0.05, "supervision gained for a year after an inspection that is all insight",
        unit="level", low=0.0, high=0.15)]
    sector_partner: Annotated[float, parameter(
        0.0, "a partner council's help where the judgement is below good", unit="level", low=0.0,
        high=1.0, role="lever", price="stated: about £300k a year in each such authority",
        note="£84m over five years for some 70 authorities (governance D16).")]
    partner_capacity: Annotated[float, parameter(
        0.05, "supervision that a partner council adds", unit="level", low=0.0, high=0.12,
        note="Authorities judged below good fell by a third, uncontrolled (governance D17).")]
    haste: Annotated[float, parameter(
        0.5, "chance that full alarm makes the department go up two rungs at once", unit="share",
        low=0.0, high=1.0)]
    blurred: Annotated[float, parameter(
        0.05, "supervision lost where a commissioner or a trust blurs who answers for it",
        unit="level", low=0.0, high=0.2)]
