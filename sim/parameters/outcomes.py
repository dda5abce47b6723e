"""What we assume about serious incidents."""

from typing import Annotated

from sim.parameters.section import parameter


# fmt: off
class Outcomes:
    """Some harm ends in a serious incident; some incidents are fatal."""

    incident_rate: Annotated[float, parameter(
        0.0005, "serious incidents for each harmed child-year at severity 1, not infants",
        unit="per year", low=0.0002, high=0.001, evidence="derived", source="demand 4.01")]
    incident_infant: Annotated[float, parameter(
        0.0075, "the same for infants", unit="per year", low=0.003, high=0.014, evidence="derived",
        source="demand 4.05")]
    fatal_share: Annotated[float, parameter(
        0.09, "incidents that are deaths from maltreatment", unit="share", low=0.05, high=0.25,
        evidence="derived", source="demand 4.01")]
