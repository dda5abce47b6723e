"""What we assume about money, in 2023-24 prices."""

from typing import Annotated

from sim.parameters.section import parameter


# fmt: off
class Money:
    """A budget in real terms: staff, agency, placements, then early help as what is left."""

    growth: Annotated[float, parameter(
        0.03, "growth of the budget in real terms", unit="% a year", low=-0.1, high=0.12,
        role="lever", evidence="derived", source="demand 6.01")]
    early_help_growth: Annotated[float, parameter(
        0.0, "growth of ring-fenced early help in real terms", unit="% a year", low=-0.2, high=0.4,
        role="lever")]
    early_help_ring_fence: Annotated[float, parameter(
        0.0, "early help protected from other overspends", unit="share", low=0.0, high=1.0,
        role="lever")]
    early_help_per_child: Annotated[float, parameter(
        230.0, "early-help budget for each child", unit="£ per year", low=150, high=320,
        role="fixed", evidence="published", source="demand 6.04, demand 6.06")]
    early_help_floor: Annotated[float, parameter(
        0.6, "least early help, against the base year's", unit="share", low=0.2, high=0.9)]
    staff_cost: Annotated[float, parameter(
        162000.0, "safeguarding spend for each case-holding post, overheads and managers included",
        unit="£ per year", low=120000, high=200000, role="fixed", evidence="derived",
        source="demand 6.03, workforce W012")]
    direct_staff_share: Annotated[float, parameter(
        0.4, "of that, the pay and on-costs of the case holder", unit="share", low=0.3, high=0.5,
        role="fixed")]
    agency_premium: Annotated[float, parameter(
        1.53, "cost of an agency worker, against an employed one", unit="ratio", low=1.2, high=1.6,
        evidence="published", source="workforce W300")]
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
        0.7, "statutory overspend that budgets meet", unit="share", low=0.6, high=0.8)]
    manager_cost: Annotated[float, parameter(
        85000.0, "a further team manager, with on-costs", unit="£ per year", low=65000, high=110000,
        role="fixed", evidence="derived", source="workforce W304, workforce W312")]
