"""What we assume about partner agencies: what they see and what they pass on."""

from typing import Annotated

from sim.parameters.section import parameter

SHARE_NOTE = "Set so that the mix of referrals by source comes near 2023-24."


# fmt: off
class Partners:
    """Five agencies see true and false signs, and pass on those that cross their threshold."""

    true_signs: Annotated[float, parameter(
        2.1, "signs of harm that all agencies see, for each harmed child-year", unit="per year",
        low=1.0, high=3.0, note="About 1.3 a harmed child-year are passed on.")]
    false_signs: Annotated[float, parameter(
        0.261, "signs of pressure that all agencies see, for each family-year at no pressure",
        unit="per year", low=0.08, high=0.35, evidence="derived", source="demand 1.70",
        note="Set by the contacts of 2023-24.")]
    false_slope: Annotated[float, parameter(
        1.0, "log-slope of signs of pressure on pressure", unit="ratio", low=0.7, high=1.3)]
    visible_severity: Annotated[float, parameter(
        0.3, "log-slope of signs of harm on log severity", unit="ratio", low=0.0, high=0.8)]
    criterion: Annotated[float, parameter(
        0.3, "strength of a sign at which agencies pass it on", unit="SD", low=-0.2, high=0.8)]
    false_police: Annotated[float, parameter(
        0.3, "signs of pressure that police see", unit="share", low=0.3, high=0.5,
        evidence="derived", source="demand 1.58", note=SHARE_NOTE)]
    false_school: Annotated[float, parameter(
        0.25, "signs of pressure that schools see", unit="share", low=0.1, high=0.35,
        evidence="derived", source="demand 1.58", note=SHARE_NOTE)]
    false_health: Annotated[float, parameter(
        0.162, "signs of pressure that health services see", unit="share", low=0.05, high=0.25,
        evidence="derived", source="demand 1.58", note=SHARE_NOTE)]
    false_professional: Annotated[float, parameter(
        0.17, "signs of pressure that other professionals see; the public sees the rest",
        unit="share", low=0.05, high=0.3, evidence="derived", source="demand 1.58",
        note=SHARE_NOTE)]
    true_police: Annotated[float, parameter(
        0.1, "signs of harm that police see", unit="share", low=0.05, high=0.25,
        evidence="derived", source="demand 2.16", note=SHARE_NOTE)]
    true_school: Annotated[float, parameter(
        0.34, "signs of harm that schools see", unit="share", low=0.2, high=0.5, evidence="derived",
        source="demand 2.16", note=SHARE_NOTE)]
    true_health: Annotated[float, parameter(
        0.18, "signs of harm that health services see", unit="share", low=0.1, high=0.3,
        evidence="derived", source="demand 2.16", note=SHARE_NOTE)]
    true_professional: Annotated[float, parameter(
        0.20, "signs of harm that other professionals see; the public sees the rest", unit="share",
        low=0.1, high=0.3, evidence="derived", source="demand 2.16", note=SHARE_NOTE)]
    discrimination_police: Annotated[float, parameter(
        0.4, "how well police tell harm from pressure", unit="d′", low=0.1, high=0.8,
        evidence="derived", source="governance M07")]
    discrimination_school: Annotated[float, parameter(
        0.9, "how well schools tell harm from pressure", unit="d′", low=0.4, high=1.4)]
    discrimination_health: Annotated[float, parameter(
        0.9, "how well health services tell harm from pressure", unit="d′", low=0.4, high=1.4)]
    discrimination_professional: Annotated[float, parameter(
        0.9, "how well other professionals tell harm from pressure", unit="d′", low=0.4, high=1.4)]
    discrimination_public: Annotated[float, parameter(
        0.7, "how well family and public tell harm from pressure", unit="d′", low=0.3, high=1.2)]
    school_under_five: Annotated[float, parameter(
        0.3, "coverage by schools and nurseries of families with only under-fives", unit="share",
        low=0.1, high=0.6)]
    under_fives_reached: Annotated[float, parameter(
        0.0, "children under five whom no school sees, reached by centres", unit="share", low=0.0,
        high=1.0, role="lever", price="pounds: money.centre_cost")]
    health_over_five: Annotated[float, parameter(
        0.6, "coverage by health services of families with only over-fives", unit="share", low=0.3,
        high=0.9)]
    school_holiday: Annotated[float, parameter(
        0.05, "coverage by schools when they are closed", unit="share", low=0.0, high=0.2)]
    schools_open_in_holidays: Annotated[float, parameter(
        0.0, "coverage by schools kept in holidays and closures", unit="share", low=0.0, high=1.0,
        role="lever", note="Schools stay open to vulnerable pupils.",
        price="stated: staff of schools, outside children's services")]
    caution_of_blame: Annotated[float, parameter(
        0.3, "how far blame felt lowers an agency's threshold", unit="SD", low=0.0, high=0.6)]
    fatigue: Annotated[float, parameter(
        0.3, "how far a council that accepts no referrals raises an agency's threshold", unit="SD",
        low=0.0, high=0.8)]
    response_memory: Annotated[float, parameter(
        0.5, "time over which agencies remember how the council responded", unit="years", low=0.2,
        high=2.0)]
    usual_response: Annotated[float, parameter(
        0.21, "share of contacts accepted to which agencies are used", unit="share", low=0.1,
        high=0.4, role="fixed", evidence="published", source="demand 1.70")]
    co_location: Annotated[float, parameter(
        0.0, "agencies that sit with the front door and get feedback", unit="share", low=0.0,
        high=1.0, role="lever",
        price="hours: partners.co_location_hours; stated: desks and systems")]
    co_location_gain: Annotated[float, parameter(
        0.3, "discrimination gained by agencies that sit with the front door", unit="d′", low=0.0,
        high=0.6, note="Governance M10 to M12 give signs, not sizes.")]
    co_location_hours: Annotated[float, parameter(
        1.5, "hours a week that feedback takes from the hub, for 10,000 children",
        unit="hours per week", low=0.5, high=4.0)]
    standards: Annotated[float, parameter(
        0.0, "standards for all agencies that the council sets and polices", unit="level", low=0.0,
        high=1.0, role="lever", price="hours: partners.standards_hours; stated: a small team")]
    standards_gain: Annotated[float, parameter(
        0.15, "discrimination that agencies gain by them", unit="d′", low=0.0, high=0.4)]
    standards_hours: Annotated[float, parameter(
        1.0, "hours a week that policing them takes from the hub, for 10,000 children",
        unit="hours per week", low=0.3, high=3.0)]
    punitive_escalation: Annotated[float, parameter(
        0.0, "escalation that punishes agencies, rather than mends", unit="level", low=0.0,
        high=1.0, role="lever", price="hours: front_door.hours_per_contact of what they pass on")]
    caution_of_escalation: Annotated[float, parameter(
        0.2, "how far such escalation lowers an agency's threshold", unit="SD", low=0.0, high=0.5)]
