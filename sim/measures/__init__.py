"""Measures: what we count, with its unit, direction and official definition."""

from sim.measures.detection import DETECTION, HARM, NEEDLESS
from sim.measures.governance import GOVERNANCE
from sim.measures.measure import Measure
from sim.measures.system import FLOWS, MONEY, STOCKS
from sim.measures.workforce import ORGANISATION, WORKFORCE
from sim.measures.working_life import WORKING_LIFE

ALL = (
    *DETECTION, *NEEDLESS, *HARM, *WORKFORCE, *WORKING_LIFE, *FLOWS, *STOCKS, *ORGANISATION,
    *GOVERNANCE, *MONEY,
)  # fmt: skip
MEASURES: dict[str, Measure] = {measure.name: measure for measure in ALL}

__all__ = ["MEASURES", "Measure"]
