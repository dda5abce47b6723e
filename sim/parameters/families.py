"""What we assume about families: pressure, harm, concealment and what help does."""

from typing import Annotated

from sim.parameters.section import parameter


# fmt: off
class Families:
    """Pressure drifts; a few families come to harm their children; help fades or works."""

    deprivation_sd: Annotated[float, parameter(
        0.7, "spread of log pressure that comes from deprivation", unit="log", low=0.6, high=0.8,
        evidence="derived", source="demand 5.11",
        note="Gives plan rates about 10 times apart between tenths.")]
    risk_sd: Annotated[float, parameter(
        0.88, "spread of log pressure that comes from other lasting risk factors", unit="log",
        low=0.4, high=1.1,
        note="With deprivation an SD of about 1.12; decides 'ever by 18' against re-referral.")]
    transient_sd: Annotated[float, parameter(
        0.8, "spread of the passing part of log pressure", unit="log", low=0.5, high=1.2)]
    transient_years: Annotated[float, parameter(
        0.7, "time in which passing pressure fades", unit="years", low=0.3, high=1.5)]
    pressure_per_child: Annotated[float, parameter(
        0.25, "log pressure for each further child", unit="log", low=0.1, high=0.4)]
    one_child: Annotated[float, parameter(
        0.29, "families that have one child", unit="share", low=0.2, high=0.4, role="fixed",
        note="Sizes are chosen to give 1.72 dependent children to a family (12.06 million in 7.0 "
        "million).")]
    two_children: Annotated[float, parameter(
        0.46, "families that have two children", unit="share", low=0.3, high=0.5, role="fixed")]
    three_children: Annotated[float, parameter(
        0.20, "families that have three children; the rest have four", unit="share", low=0.1,
        high=0.21, role="fixed")]
    spacing_years: Annotated[float, parameter(
        2.8, "mean time between births in a family", unit="years", low=2, high=4, role="fixed",
        note="Drawn evenly from half of it to one and a half times it.")]
    onset_rate: Annotated[float, parameter(
        0.0173, "spells of significant harm that begin, for each child-year without harm",
        unit="per year", low=0.013, high=0.023, evidence="derived",
        source="demand 2.01, demand 2.02",
        note="Recurrences included; siblings share their family's spells.")]
    onset_slope: Annotated[float, parameter(
        1.0, "log-slope of harm's onset on pressure", unit="ratio", low=0.7, high=1.3)]
    onset_infant: Annotated[float, parameter(
        1.5, "onset for infants, against ages 1 to 10", unit="ratio", low=1.0, high=2.5)]
    onset_adolescent: Annotated[float, parameter(
        1.6, "onset from age 11, against ages 1 to 10", unit="ratio", low=1.0, high=2.5,
        evidence="derived", source="demand 2.01")]
    relapse: Annotated[float, parameter(
        5.15, "onset of harm just after a spell has ended, against a family that never harmed",
        unit="ratio", low=1.0, high=6.0, evidence="assumed", source="demand 5.27",
        note="Recurrence is about six times as likely, most of all at first; lasting pressure "
        "makes a part of that which is not known. Set by hand with the years in which it fades.")]
    relapse_years: Annotated[float, parameter(
        2.0, "time in which that fades", unit="years", low=0.3, high=3.0, evidence="assumed",
        source="demand 5.27",
        note="Set by hand to repeat plans and to closed cases that are referred again.")]
    chronic_share: Annotated[float, parameter(
        0.4, "spells that are chronic", unit="share", low=0.3, high=0.65, evidence="derived",
        source="demand 2.23")]
    transient_spell_years: Annotated[float, parameter(
        0.6, "mean length of a transient spell without help", unit="years", low=0.4, high=1.0)]
    chronic_spell_years: Annotated[float, parameter(
        3.0, "mean length of a chronic spell without help", unit="years", low=3.0, high=4.0)]
    kind_neglect: Annotated[float, parameter(
        0.45, "spells that are neglect", unit="share", low=0.3, high=0.55, evidence="derived",
        source="demand 1.60")]
    kind_emotional: Annotated[float, parameter(
        0.31, "spells that are emotional abuse", unit="share", low=0.2, high=0.4,
        evidence="derived", source="demand 1.60")]
    kind_physical: Annotated[float, parameter(
        0.085, "spells that are physical abuse", unit="share", low=0.05, high=0.2,
        evidence="derived", source="demand 1.60")]
    kind_sexual: Annotated[float, parameter(
        0.09, "spells that are sexual abuse; the rest are of several kinds", unit="share", low=0.05,
        high=0.13, evidence="derived", source="demand 2.11",
        note="Detected half as often, so 9% at onset gives 4% of plans.")]
    sexual_visibility: Annotated[float, parameter(
        0.65, "discrimination for sexual abuse against other kinds", unit="ratio", low=0.3,
        high=1.0, evidence="derived", source="demand 2.11")]
    severity_spread: Annotated[float, parameter(
        0.5, "spread of log severity at onset", unit="log", low=0.2, high=0.8)]
    severity_growth: Annotated[float, parameter(
        0.2, "growth of log severity while harm goes on", unit="per year", low=0.0, high=0.5)]
    deceiving_share: Annotated[float, parameter(
        0.25, "families that would actively deceive if they harmed", unit="share", low=0.1,
        high=0.5)]
    deception: Annotated[float, parameter(
        0.7, "concealment of a family that deceives", unit="level", low=0.4, high=1.0)]
    openness: Annotated[float, parameter(
        0.1, "concealment of a family that does not", unit="level", low=0.0, high=0.3)]
    concealment_of_distrust: Annotated[float, parameter(
        0.5, "concealment added as trust falls from 1 to 0", unit="level", low=0.0, high=0.8)]
    trust_start: Annotated[float, parameter(
        0.6, "trust in services before any contact", unit="level", low=0.4, high=0.8)]
    trust_of_visit: Annotated[float, parameter(
        0.01, "share of missing trust won by a good visit", unit="share", low=0.0, high=0.05)]
    distrust_of_enquiry: Annotated[float, parameter(
        0.25, "share of trust lost by an enquiry", unit="share", low=0.0, high=0.5)]
    distrust_of_handover: Annotated[float, parameter(
        0.1, "share of trust lost by a change of worker", unit="share", low=0.0, high=0.3)]
    lasting_need: Annotated[float, parameter(
        0.06, "families whose need, once there, lasts", unit="share", low=0.03, high=0.10)]
    plan_effect: Annotated[float, parameter(
        1.54, "hazard that a spell ends under a plan at full dose, against none", unit="ratio",
        low=1.1, high=2.5, evidence="derived", source="demand 5.27",
        note="A hazard 35% lower for going on, 10% to 60%; no trial.")]
    in_need_effect: Annotated[float, parameter(
        1.2, "the same under a child in need plan", unit="ratio", low=1.0, high=1.6)]
    early_help_effect: Annotated[float, parameter(
        0.35, "log pressure taken off by a spell of early help", unit="log", low=0.0, high=0.7,
        evidence="derived", source="demand 5.21",
        note="Gives an elasticity of children in need of about −0.08.")]
    universal_help: Annotated[float, parameter(
        0.0, "log pressure that universal services take off in a year before school", unit="log",
        low=0.0, high=0.2, role="lever", price="pounds: money.universal_help_cost")]
    need_help_effect: Annotated[float, parameter(
        0.10, "log pressure taken off by a year of a child in need or protection plan at full dose",
        unit="log", low=0.0, high=0.4)]
    help_years: Annotated[float, parameter(
        2.0, "time in which the effect of help fades", unit="years", low=1.0, high=4.0)]
    moves: Annotated[float, parameter(
        0.02, "families that move to another authority", unit="per year", low=0.0, high=0.05,
        note="Families with the children in care or before court stay with their authority.")]
    file_lag_weeks: Annotated[float, parameter(
        6.0, "time in which the file of a family that has moved is not there to be read",
        unit="weeks", low=0.0, high=26.0)]
    return_pressure: Annotated[float, parameter(
        0.5, "log pressure added on a return home from care, fading as help does", unit="log",
        low=0.0, high=1.0, evidence="derived", source="demand 5.29")]
    usual_protection: Annotated[float, parameter(
        1.04, "hazard that harm ends, against no help, in the base year", unit="ratio", low=1.0,
        high=3.0, role="fixed", note="Its mean among the harmed there; for all where protection's "
        "loop is off.")]
