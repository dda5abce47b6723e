"""What we assume about inspection: visits, their teams and hours, and what is judged."""

from typing import Annotated

from sim.parameters.section import parameter


# fmt: off
class Inspection:
    """Inspectors draw files, look for themselves, and judge."""

    cycle_weeks: Annotated[float, parameter(
        160.0, "time between full inspections", unit="weeks", low=52, high=312, role="lever",
        evidence="published", source="governance I32, governance I40",
        price="hours: inspection.hosting_hours; pounds: inspection.day_cost")]
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
        0.75, "judged practice from which it is good", unit="level", low=0.4, high=0.9,
        role="fixed", evidence="derived", source="governance I11")]
    adequate: Annotated[float, parameter(
        0.63, "judged practice below which it is inadequate", unit="level", low=0.3, high=0.85,
        role="fixed", evidence="derived", source="governance I11")]
    severity_of_blame: Annotated[float, parameter(
        0.05, "severity that full national blame adds", unit="level", low=0.0, high=0.15)]
    severity_years: Annotated[float, parameter(
        2.0, "memory of that severity", unit="years", low=0.5, high=6.0)]
    style: Annotated[float, parameter(
        0.0, "from verdict (0) to insight (1)", unit="level", low=0.0, high=1.0, role="lever",
        price="stated: inspectors' training, and time to explain")]
    blame_of_judgement: Annotated[float, parameter(
        0.5, "blame that an inadequate judgement brings", unit="level", low=0.2, high=1.0)]
    reputation_of_grade: Annotated[float, parameter(
        0.32, "log of its name that an authority gains with each grade", unit="log", low=0.0,
        high=0.8, evidence="derived", source="governance I75")]
    usual_grade: Annotated[float, parameter(
        1.3, "mean grade of authorities in the base year, from 0 for inadequate to 3", unit="level",
        low=0.5, high=2.0, role="fixed", evidence="derived", source="governance I11")]
    emergency_money: Annotated[float, parameter(
        0.06, "budget added after an inadequate judgement", unit="share", low=0.0, high=0.15,
        evidence="derived", source="governance D16")]
    inspectors_per_authority: Annotated[float, parameter(
        0.17, "inspectors for each authority in the country", unit="ratio", low=0.05, high=0.3,
        role="fixed", evidence="assumed", source="governance I44, governance I45")]
    strength: Annotated[float, parameter(
        1.0, "inspectors against the base year", unit="ratio", low=0.5, high=2.0, role="lever",
        price="pounds: inspection.day_cost, for the visits that no longer wait")]
    overall_grade: Annotated[float, parameter(
        1.0, "whether the areas are summed up in one overall grade", unit="switch", low=0, high=1,
        role="lever", price="stated: nothing", note="Until April 2026; then areas alone.")]
    care_files: Annotated[float, parameter(
        10.0, "files of children in care drawn at a full inspection", unit="count", low=3, high=30,
        role="fixed")]
    letter_files: Annotated[float, parameter(
        10.0, "files drawn at a visit without a full judgement", unit="count", low=3, high=30,
        role="fixed", evidence="derived", source="governance I35, governance I37")]
    monitoring_weeks: Annotated[float, parameter(
        13.0, "time between monitoring visits where the judgement is inadequate", unit="weeks",
        low=8, high=52, role="lever", evidence="published", source="governance I31",
        price="hours: inspection.monitoring_hours; pounds: inspection.day_cost")]
    focused: Annotated[float, parameter(
        1.0, "focused visits between two full inspections", unit="count", low=0, high=3,
        role="lever", evidence="derived", source="governance I35, governance I44",
        price="hours: inspection.focused_hours; pounds: inspection.day_cost")]
    joint: Annotated[float, parameter(
        0.06, "joint targeted inspections of an authority", unit="per year", low=0.0, high=0.5,
        role="lever",
        price="hours: inspection.joint_hours; pounds: inspection.day_cost")]
    notice_days: Annotated[float, parameter(
        5.0, "working days of notice before a full inspection", unit="days", low=0, high=20,
        role="lever", evidence="published", source="governance I33",
        price="hours: inspection.preparing_hours")]
    hosting_hours: Annotated[float, parameter(
        18.0, "hours that each case holder gives to two weeks of full inspection", unit="hours",
        low=5, high=40, evidence="derived", source="governance I33")]
    short_hours: Annotated[float, parameter(
        10.0, "the same to one week, where the last judgement was good or better", unit="hours",
        low=3, high=25, evidence="derived", source="governance I31, governance I33")]
    focused_hours: Annotated[float, parameter(
        2.0, "the same to a focused visit", unit="hours", low=0.5, high=6, evidence="derived",
        source="governance I35")]
    monitoring_hours: Annotated[float, parameter(
        2.0, "the same to a monitoring visit", unit="hours", low=0.5, high=6)]
    joint_hours: Annotated[float, parameter(
        3.0, "the same to a joint targeted inspection", unit="hours", low=1, high=8,
        evidence="derived", source="governance I37, governance I38")]
    preparing_hours: Annotated[float, parameter(
        4.0, "hours that each case holder gives to preparing, for each week of notice",
        unit="hours", low=0, high=10)]
    preparing_gain: Annotated[float, parameter(
        0.1, "drawn files put right on paper for each week of notice", unit="share", low=0.0,
        high=0.3, note="The record changes, the family does not.")]
    full_days: Annotated[float, parameter(
        45.0, "inspectors' days for a full inspection of two weeks", unit="days", low=30, high=70,
        role="fixed", evidence="derived", source="governance I44")]
    short_days: Annotated[float, parameter(
        30.0, "the same for one week", unit="days", low=20, high=50, role="fixed",
        evidence="derived", source="governance I44")]
    focused_days: Annotated[float, parameter(
        8.0, "the same for a focused visit", unit="days", low=4, high=16, role="fixed",
        evidence="derived", source="governance I44")]
    monitoring_days: Annotated[float, parameter(
        6.0, "the same for a monitoring visit", unit="days", low=3, high=12, role="fixed",
        evidence="derived", source="governance I44")]
    joint_days: Annotated[float, parameter(
        21.0, "the same for a joint targeted inspection", unit="days", low=10, high=40,
        role="fixed", evidence="derived", source="governance I37")]
    inspector_days: Annotated[float, parameter(
        170.0, "days of a year that an inspector gives to these visits", unit="days", low=120,
        high=200, role="fixed", note="A visit waits until enough of them are free.")]
    day_cost: Annotated[float, parameter(
        700.0, "a day of an inspector", unit="£", low=450, high=1000)]
    letter_weight: Annotated[float, parameter(
        0.3, "way that leaders' belief goes to what a visit without a judgement found",
        unit="share", low=0.0, high=0.8)]
    weight_leader: Annotated[float, parameter(
        0.12, "weight of the director's skill in the judgement of leaders", unit="share", low=0.0,
        high=0.5)]
    weight_comfort: Annotated[float, parameter(
        0.3, "weight of belief beyond practice in the judgement of leaders", unit="share",
        low=0.0, high=0.6)]
    usual_comfort: Annotated[float, parameter(
        0.08, "chief executives' belief above judged practice in the base year", unit="level",
        low=-0.3, high=0.5, role="fixed", note="Its mean there.")]
    short_team: Annotated[float, parameter(
        2.0, "inspectors to any other visit", unit="count", low=1, high=7, role="fixed",
        evidence="published", source="governance I35, governance I37")]
    team: Annotated[float, parameter(
        4.0, "inspectors to a full inspection", unit="count", low=2, high=8, role="fixed",
        evidence="published", source="governance I34")]
    weight_files: Annotated[float, parameter(
        0.4, "weight of files rightly placed in a judgement of practice", unit="share", low=0.2,
        high=0.6)]
    weight_indicators: Annotated[float, parameter(
        0.4, "weight of the authority's own indicators", unit="share", low=0.1, high=0.6)]
    weight_supervision: Annotated[float, parameter(
        0.2, "weight of supervision", unit="share", low=0.0, high=0.4)]
    weight_stability: Annotated[float, parameter(
        0.2, "weight of posts that permanent staff hold, beyond the usual", unit="share", low=0.0,
        high=0.8, evidence="derived", source="governance I70, governance I76")]
    usual_stability: Annotated[float, parameter(
        0.81, "posts that permanent staff hold in the base year", unit="share", low=0.7, high=0.95,
        role="fixed", evidence="published", source="workforce W007")]
    reputation_years: Annotated[float, parameter(
        0.7, "time in which a name follows the judgement", unit="years", low=0.3, high=3.0)]
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
