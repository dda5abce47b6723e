"""What we assume about the front door: screening, the file, early help."""

from typing import Annotated

from sim.parameters.section import parameter


# fmt: off
class FrontDoor:
    """Contacts are screened within the hub's hours; some become referrals."""

    discrimination: Annotated[float, parameter(
        1.3, "how well screening tells present harm", unit="d′", low=0.7, high=1.7,
        note="Forecasts of future harm do worse (demand 3.11): 1.3 is for harm that is there.")]
    pressure_loading: Annotated[float, parameter(
        0.4, "how far a family's pressure reads as harm at the door", unit="SD", low=0.2, high=0.8)]
    criterion: Annotated[float, parameter(
        1.197, "evidence at which a contact becomes a referral", unit="SD", low=-0.1, high=2.4,
        role="fixed", evidence="derived", source="demand 1.20",
        note="Solved once so that base-year referrals hold.")]
    no_action_margin: Annotated[float, parameter(
        0.059, "referrals this little above the criterion end without an assessment", unit="SD",
        low=0.0, high=0.3, role="fixed", evidence="derived", source="demand 1.04")]
    incident_evidence: Annotated[float, parameter(
        4.0, "evidence that a serious incident adds to the contact that reports it", unit="SD",
        low=2.0, high=6.0)]
    file_bonus: Annotated[float, parameter(
        0.55, "evidence that a recent referral on file adds", unit="SD", low=0.4, high=1.5)]
    file_years: Annotated[float, parameter(
        0.8, "time in which a referral on file fades", unit="years", low=0.4, high=2.0)]
    file_bonus_usual: Annotated[float, parameter(
        0.08, "evidence that files add on average, used when the loop is off", unit="SD", low=0.0,
        high=0.6, role="fixed", note="Mean over contacts of the baseline.")]
    usual_load: Annotated[float, parameter(
        1.0, "load at which the door's criterion is its base", unit="ratio", low=0.8, high=1.2,
        role="fixed")]
    hours_per_contact: Annotated[float, parameter(
        0.4, "hours to screen a contact, for each child", unit="hours", low=0.2, high=1.0)]
    hub_hours: Annotated[float, parameter(
        22.0, "hours a week of the hub, for 10,000 children", unit="hours per week", low=10,
        high=60, role="lever", evidence="derived", source="demand 1.70",
        note="Contacts times hours, with 15% to spare.",
        price="pounds: money.hub_hour_cost for each hour beyond front_door.usual_hub_hours")]
    fastest_screening: Annotated[float, parameter(
        0.6, "shortest time on a contact, against the full time", unit="ratio", low=0.4, high=0.9)]
    load_brake: Annotated[float, parameter(
        0.35, "how far the criterion rises as case holders' load rises by one", unit="SD", low=0.0,
        high=0.6, evidence="derived", source="workforce W231",
        note="Elasticity of conversion −0.5 to −1.")]
    shared_triage: Annotated[float, parameter(
        0.0, "contacts screened together with partners", unit="share", low=0.0, high=1.0,
        role="lever",
        price="hours: front_door.shared_triage_hours")]
    shared_triage_gain: Annotated[float, parameter(
        0.3, "discrimination gained by screening together", unit="d′", low=0.0, high=0.6)]
    shared_triage_hours: Annotated[float, parameter(
        0.1, "hours that screening together adds to a contact, for each child", unit="hours",
        low=0.0, high=0.3)]
    relatives_weight: Annotated[float, parameter(
        0.0, "further weight given to reports of family and public", unit="SD", low=-0.5, high=1.0,
        role="lever", price="hours: casework.assessment_hours of the referrals it brings")]
    usual_hub_hours: Annotated[float, parameter(
        22.0, "hours a week of the hub in the base year, for 10,000 children",
        unit="hours per week", low=10, high=60, role="fixed", evidence="derived",
        source="demand 1.70")]
    early_help_margin: Annotated[float, parameter(
        0.559, "contacts this little below the criterion are offered early help", unit="SD",
        low=0.1, high=1.5, role="fixed", evidence="derived", source="demand 1.71")]
    early_help_weeks: Annotated[float, parameter(
        26.0, "length of a spell of early help", unit="weeks", low=12, high=52)]
    early_help_place_cost: Annotated[float, parameter(
        17000.0, "early-help budget for each child's place", unit="£ per year", low=5000,
        high=40000, role="fixed", evidence="derived", source="demand 6.06, demand 1.71",
        note="All early-help spend over places; centres and youth work are in it.")]
