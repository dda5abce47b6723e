"""What we assume about the department's ladder: adviser, notice, direction, commissioner, trust."""

from typing import Annotated

from sim.parameters.section import parameter


# fmt: off
class Intervention:
    """After an inadequate judgement the department may step in, step up, and step out."""

    first_rung: Annotated[float, parameter(
        2.0, "rung on which the department begins: 1 adviser, 2 notice, 3 direction, "
        "4 commissioner, 5 trust", unit="count", low=0, high=5, role="lever", evidence="derived",
        source="governance D01, governance D04",
        price="pounds: intervention.adviser_cost to intervention.trust_cost",
        note="0: it never steps in.")]
    last_rung: Annotated[float, parameter(
        5.0, "highest rung to which the department goes", unit="count", low=1, high=5, role="lever",
        evidence="derived", source="governance D01",
        price="pounds: intervention.adviser_cost to intervention.trust_cost")]
    notice_weeks: Annotated[float, parameter(
        8.0, "weeks from an inadequate judgement to the department's first step", unit="weeks",
        low=1, high=26, role="lever", evidence="derived", source="governance D04",
        price="stated: the department's case workers")]
    review_weeks: Annotated[float, parameter(
        26.0, "time between reviews of an intervention", unit="weeks", low=8, high=52,
        role="lever", evidence="derived", source="governance D04",
        price="stated: the department's case workers")]
    patience: Annotated[float, parameter(
        2.0, "reviews in a row that find nothing better before the department steps up",
        unit="count", low=1, high=6, role="lever",
        price="stated: the department's case workers")]
    new_leader: Annotated[float, parameter(
        0.0, "first steps with which a director of experience is put in", unit="share", low=0.0,
        high=1.0, role="lever", price="stated: search and a premium, about £60k each")]
    adviser_capacity: Annotated[float, parameter(
        0.06, "supervision that an adviser adds", unit="level", low=0.0, high=0.15)]
    notice_capacity: Annotated[float, parameter(
        0.08, "the same under a notice", unit="level", low=0.0, high=0.2)]
    direction_capacity: Annotated[float, parameter(
        0.12, "the same under a direction", unit="level", low=0.0, high=0.25)]
    commissioner_capacity: Annotated[float, parameter(
        0.16, "the same by a commissioner", unit="level", low=0.0, high=0.3)]
    trust_capacity: Annotated[float, parameter(
        0.2, "the same by a trust, once it is set up", unit="level", low=0.0, high=0.4,
        note="The department seeks a more cost-effective answer (governance D15).")]
    adviser_disruption: Annotated[float, parameter(
        0.01, "supervision that an adviser costs in the first half-year", unit="level", low=0.0,
        high=0.1)]
    notice_disruption: Annotated[float, parameter(
        0.05, "the same of a notice", unit="level", low=0.0, high=0.15)]
    direction_disruption: Annotated[float, parameter(
        0.05, "the same of a direction", unit="level", low=0.0, high=0.15)]
    commissioner_disruption: Annotated[float, parameter(
        0.08, "the same of a commissioner", unit="level", low=0.0, high=0.2)]
    trust_disruption: Annotated[float, parameter(
        0.15, "the same of a trust, for as long as it is set up", unit="level", low=0.0, high=0.3)]
    unsettled_weeks: Annotated[float, parameter(
        26.0, "time for which a new rung unsettles", unit="weeks", low=8, high=52, role="fixed")]
    trust_weeks: Annotated[float, parameter(
        78.0, "time in which a trust is set up", unit="weeks", low=52, high=104,
        note="12 to 24 months; until then a commissioner does what can be done.")]
    trust_years: Annotated[float, parameter(
        8.0, "time after which services return from a trust once they are judged better",
        unit="years", low=4.0, high=15.0, evidence="derived", source="governance D13",
        note="Twelve areas in ten years, of which few have returned.")]
    adviser_cost: Annotated[float, parameter(
        150000.0, "an adviser, or a partner council's help", unit="£ per year", low=50000,
        high=300000, evidence="derived", source="governance D16",
        note="£84m over five years for some 70 authorities: £240k a year in each.")]
    notice_cost: Annotated[float, parameter(
        250000.0, "an adviser and the department's own work under a notice", unit="£ per year",
        low=100000, high=500000)]
    direction_cost: Annotated[float, parameter(
        350000.0, "the same under a direction", unit="£ per year", low=150000, high=700000)]
    commissioner_cost: Annotated[float, parameter(
        500000.0, "a commissioner with a team", unit="£ per year", low=250000, high=1000000)]
    trust_cost: Annotated[float, parameter(
        1000000.0, "what a trust costs beyond the council's own running", unit="£ per year",
        low=300000, high=3000000)]
    trust_set_up: Annotated[float, parameter(
        4000000.0, "setting a trust up", unit="£", low=1000000, high=10000000,
        note="Spent evenly over intervention.trust_weeks.")]
    blame_of_step: Annotated[float, parameter(
        0.1, "size of the story that each rung from a notice up makes", unit="ratio", low=0.0,
        high=0.4)]
    relapse_years: Annotated[float, parameter(
        5.0, "time after an intervention within which an inadequate judgement is a relapse",
        unit="years", low=2, high=10, role="fixed")]
    haste: Annotated[float, parameter(
        0.5, "chance that full alarm makes the department go up two rungs at once", unit="share",
        low=0.0, high=1.0)]
    blurred: Annotated[float, parameter(
        0.05, "supervision lost where a commissioner or a trust blurs who answers for it",
        unit="level", low=0.0, high=0.2)]
