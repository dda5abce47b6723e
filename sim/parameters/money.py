"""What we assume about money, in 2023-24 prices."""

from typing import Annotated

from sim.parameters.section import parameter


# fmt: off
class Money:
    """A budget in real terms: staff, agency, placements, then early help as what is left."""

    growth: Annotated[float, parameter(
        0.016, "growth of the budget in real terms", unit="% a year", low=-0.1, high=0.12,
        role="lever", evidence="derived", source="demand 6.01, demand 6.02",
        note="What the base year's services come to when money.placement_growth raises the half of "
        "spending that is placements; spending published grew by 3%, with more children in care.",
        price="pounds: what is left of a budget goes to money.early_help_per_child")]
    foreseen_growth: Annotated[float, parameter(
        0.016, "growth of what statutory services cost, as councils foresee it", unit="% a year",
        low=0.0, high=0.06, evidence="derived", source="demand 6.01, demand 6.02",
        note="What money.growth is set by; budgets that grow by less leave a shortfall.")]
    need_adjustment: Annotated[float, parameter(
        0.0, "budgets shared out by need in place of what was spent before", unit="share", low=0.0,
        high=1.0, role="lever", price="stated: nothing, since it moves money between authorities",
        note="Shares out what the simulated authorities had; what a place gains, others lose.")]
    need_of_deprivation: Annotated[float, parameter(
        0.83, "log of need that a formula sees for each SD of deprivation", unit="log", low=0.4,
        high=1.2, role="fixed", evidence="derived", source="demand 5.11",
        note="A third more for each tenth.")]
    early_help_growth: Annotated[float, parameter(
        0.0, "growth of ring-fenced early help in real terms", unit="% a year", low=-0.2, high=0.4,
        role="lever",
        price="pounds: money.early_help_per_child")]
    early_help_ring_fence: Annotated[float, parameter(
        0.0, "early help protected from other overspends", unit="share", low=0.0, high=1.0,
        role="lever",
        price="pounds: money.early_help_per_child")]
    early_help_per_child: Annotated[float, parameter(
        230.0, "early-help budget for each child", unit="£ per year", low=150, high=320,
        role="fixed", evidence="published", source="demand 6.04, demand 6.06")]
    early_help_floor: Annotated[float, parameter(
        0.6, "least early help, against the base year's", unit="share", low=0.2, high=0.9)]
    staff_cost: Annotated[float, parameter(
        152000.0, "safeguarding spend for each case-holding post, overheads and managers included",
        unit="£ per year", low=120000, high=200000, role="fixed", evidence="derived",
        source="demand 6.03, workforce W012")]
    direct_staff_share: Annotated[float, parameter(
        0.4, "of that, the pay and on-costs of the case holder", unit="share", low=0.3, high=0.5,
        role="fixed")]
    agency_premium: Annotated[float, parameter(
        1.53, "cost of an agency worker, against an employed one", unit="ratio", low=1.2, high=1.6,
        evidence="derived", source="workforce W300")]
    placement_week: Annotated[float, parameter(
        1865.0, "cost of a week in care", unit="£ per week", low=1500, high=2300, role="fixed",
        evidence="published", source="demand 6.12")]
    placement_growth: Annotated[float, parameter(
        0.03, "growth of placement prices in real terms", unit="% a year", low=0.0, high=0.1)]
    placement_scarcity: Annotated[float, parameter(
        0.5, "elasticity of placement prices to children in care", unit="ratio", low=0.0, high=1.5)]
    other_per_child: Annotated[float, parameter(
        43.0, "other spend for each child", unit="£ per year", low=20, high=80, role="fixed",
        evidence="derived", source="demand 6.01")]
    overspend_met: Annotated[float, parameter(
        0.7, "foreseen shortfall of statutory services and early help that budgets meet",
        unit="share", low=0.6, high=0.8)]
    reserves: Annotated[float, parameter(
        0.5, "what is carried that reserves pay off each year", unit="share", low=0.0, high=1.0,
        note="The council's money beside the budget; it is counted, and belongs to no service.")]
    controls_of_overspend: Annotated[float, parameter(
        5.0, "spending controls, from none to a full freeze on hiring, for each share of the "
        "budget that is overspent", unit="ratio", low=0.0, high=12.0,
        note="Full controls at a fifth of the budget.")]
    posts_held: Annotated[float, parameter(
        0.6, "hires and agency workers that full spending controls stop", unit="share", low=0.0,
        high=1.0)]
    adequacy_duty: Annotated[float, parameter(
        0.0, "a duty to judge resources each year, and to meet what is found short", unit="level",
        low=0.0, high=1.0, role="lever",
        price="pounds: what it keeps of money.early_help_per_child; stated: the yearly judgement",
        note="Meets so much of what money.overspend_met leaves.")]
    agency_price_cap: Annotated[float, parameter(
        2.0, "most that an agency worker may cost, against an employed one", unit="ratio", low=1.1,
        high=2.0, role="lever", price="pounds: money.agency_premium, saved",
        note="Current law from October 2025; that it drives agency workers away is left out.")]
    family_help_cost: Annotated[float, parameter(
        60.0, "cost for each child of the place, if practitioners held all children in need",
        unit="£ per year", low=30, high=100, evidence="assumed", source="law 01, workforce W312",
        note="200 in 10,000 held by 12 practitioners at £48k; 30% of it makes £217m in England.")]
    family_group_cost: Annotated[float, parameter(
        1.7, "cost for each child of the place, if all families before court got a meeting",
        unit="£ per year", low=0.8, high=4.0, evidence="derived", source="law 02",
        note="£20m over 12 million children.")]
    hub_hour_cost: Annotated[float, parameter(
        52.0, "cost of an hour at the hub", unit="£", low=35, high=75, role="fixed",
        evidence="derived", source="workforce W307", note="£40 in 2013-14, in prices of 2023-24.")]
    trainee_cost: Annotated[float, parameter(
        57000.0, "cost of training one social worker", unit="£", low=18000, high=80000,
        evidence="derived", source="workforce W308",
        note="A fast track: £45k in 2016, brought to 2023-24 by money.price_growth.")]
    centre_cost: Annotated[float, parameter(
        30.0, "cost for each child of the place of centres that reach all under five",
        unit="£ per year", low=10, high=80, evidence="derived", source="demand 6.05",
        note="Children's centres cost about £49 a child in 2024-25, for all that they do.")]
    universal_help_cost: Annotated[float, parameter(
        2500.0, "cost for each child of the place of a log of pressure taken off in a year",
        unit="£ per year", low=500, high=10000,
        note="Sure Start at its height had no effect on referrals that shows (demand 5.22).")]
    expert_visit_cost: Annotated[float, parameter(
        27.0, "cost for each child of the place, if an expert saw every child assessed or enquired "
        "into", unit="£ per year", low=10, high=60,
        note="About 670 in 10,000 children a year at £400 each.")]
    manager_cost: Annotated[float, parameter(
        85000.0, "a further team manager, with on-costs", unit="£ per year", low=65000, high=110000,
        role="fixed", evidence="assumed", source="workforce W304, workforce W312")]
    recruiting_cost: Annotated[float, parameter(
        6000.0, "cost of recruiting a social worker: advertising, fees, panels, checks, induction",
        unit="£", low=3000, high=12000, source="workforce W310",
        note="A finder's fee of 16 to 20% of a year's salary, about 2009. Beside spend: it lies in "
        "money.staff_cost, and only the cost of churn reads it.")]
    price_growth: Annotated[float, parameter(
        0.033, "growth of prices in general, by which actions' costs come to 2023-24 prices",
        unit="% a year", low=0.02, high=0.05, role="fixed",
        note="GDP deflator of 2024-25 and of 2025-26 as forecast; not checked against its source")]
