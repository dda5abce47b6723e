"""What we assume about the labour market: training, who comes back, who moves, agencies."""

from typing import Annotated

from sim.parameters.section import parameter


# fmt: off
class Market:
    """Supply limits who comes; what one authority gains another loses."""

    supply: Annotated[float, parameter(
        1.055, "people who come from outside the councils, against the base year", unit="ratio",
        low=0.0, high=2.0, role="fixed",
        note="Newly qualified, returners and others together; solved for the vacancy rate.")]
    qualified: Annotated[float, parameter(
        0.071, "newly qualified who come to children's services in a year, for each post",
        unit="per year", low=0.06, high=0.085,
        source="workforce W003, workforce W018, workforce W123",
        note="48% of starters: 45 to 55% by inference, since no count of them was seen.")]
    degree_share: Annotated[float, parameter(
        0.4, "of the newly qualified, those who took a degree of three years", unit="share",
        low=0.3, high=0.6, role="fixed", evidence="assumed", source="workforce W120")]
    masters_share: Annotated[float, parameter(
        0.3, "of the newly qualified, those who took a master's degree of two years", unit="share",
        low=0.2, high=0.4, role="fixed", evidence="assumed", source="workforce W120",
        note="The rest came by a fast track or apprenticeship of a year (workforce W122, W123).")]
    completion: Annotated[float, parameter(
        0.9, "students who qualify", unit="share", low=0.85, high=0.95, role="fixed",
        evidence="published", source="workforce W121")]
    qualified_weeks: Annotated[float, parameter(
        8.0, "time in which the newly qualified find a first post", unit="weeks", low=3, high=20,
        note="From September; most have begun by November.")]
    qualified_lost: Annotated[float, parameter(
        0.3, "newly qualified without a post who turn to other work", unit="per year", low=0.1,
        high=1.0)]
    intake_of_fear: Annotated[float, parameter(
        0.05, "fewer students for each SD of fear in councils", unit="share", low=0.0, high=0.2)]
    intake_of_alarm: Annotated[float, parameter(
        0.1, "more students where publicised incidents are fully remembered: campaigns",
        unit="share", low=0.0, high=0.4)]
    left: Annotated[float, parameter(
        0.42, "people out of the profession who may come back, for each post", unit="share",
        low=0.2, high=0.8, note="At balance with those who leave for good.")]
    returns: Annotated[float, parameter(
        0.06, "people who left the profession and come back", unit="per year", low=0.02, high=0.12)]
    forgotten: Annotated[float, parameter(
        0.12, "people who left the profession and are lost to it", unit="per year", low=0.05,
        high=0.3)]
    others: Annotated[float, parameter(
        0.012, "people who come from abroad and from other social work in a year, for each post",
        unit="per year", low=0.005, high=0.025)]
    returner_years: Annotated[float, parameter(
        5.0, "mean experience of those who come back or from elsewhere", unit="years", low=2,
        high=10, note="Drawn evenly from half of it to one and a half times it.")]
    movers: Annotated[float, parameter(
        0.038, "people of the rest of England who move between authorities in a year, for each "
        "post", unit="per year", low=0.025, high=0.045, role="fixed", evidence="derived",
        source="workforce W053")]
    mover_years: Annotated[float, parameter(
        6.0, "mean experience of those who come from the rest of England", unit="years", low=3,
        high=12, note="Drawn evenly from half of it to one and a half times it.")]
    near_share: Annotated[float, parameter(
        0.8, "people who look for posts in their own region alone", unit="share", low=0.5,
        high=0.95)]
    regions: Annotated[float, parameter(
        9.0, "regions of England", unit="count", low=1, high=12, role="fixed",
        source="workforce W076",
        note="As statistics divide it. Those of a region's authorities that a place does not "
        "hold are the rest of England.")]
    looking_weeks: Annotated[float, parameter(
        2.0, "time in which movers and those who come back find a post", unit="weeks", low=1,
        high=12, evidence="derived", source="workforce W058")]
    size_elasticity: Annotated[float, parameter(
        0.75, "elasticity of those who come to an authority's posts", unit="ratio", low=0.65,
        high=0.85, role="fixed", evidence="derived", source="workforce W084")]
    pull_of_vacancies: Annotated[float, parameter(
        0.12, "elasticity of those who come to vacancies", unit="ratio", low=0.0, high=0.3,
        evidence="derived", source="workforce W084", note="Hiring is supply-limited.")]
    pull_of_name: Annotated[float, parameter(
        0.5, "elasticity of those who come to an authority's name", unit="ratio", low=0.0,
        high=1.0)]
    pull_of_pay: Annotated[float, parameter(
        1.0, "elasticity of those who come to relative pay", unit="ratio", low=0.3, high=2.0)]
    rivalry: Annotated[float, parameter(
        0.6, "of whom an authority draws by pay or name, those whom others lose", unit="share",
        low=0.2, high=1.0, note="The others come from other work, or stay in it less.")]
    agency_entry: Annotated[float, parameter(
        0.026, "people who come to agencies from elsewhere in a year, for each post",
        unit="per year", low=0.005, high=0.03)]
    agency_to_post: Annotated[float, parameter(
        0.06, "agency workers who take a permanent post", unit="per year", low=0.02, high=0.15)]
    agency_usual: Annotated[float, parameter(
        0.18, "agency workers of the rest of England, for each post", unit="share", low=0.14,
        high=0.2, role="fixed", evidence="derived", source="workforce W009, workforce W018")]
    agency_exit: Annotated[float, parameter(
        0.12, "agency workers who leave the profession", unit="per year", low=0.05, high=0.2)]
    agency_years: Annotated[float, parameter(
        6.0, "mean experience of those who come to agencies from elsewhere", unit="years", low=3,
        high=12, note="Drawn evenly from half of it to one and a half times it.")]
    books: Annotated[float, parameter(
        0.02, "agency workers between assignments, for each post", unit="share", low=0.005,
        high=0.06)]
    books_weeks: Annotated[float, parameter(
        13.0, "time in which agencies' workers mix with those of the rest of England",
        unit="weeks", low=4, high=52)]
