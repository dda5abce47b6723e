"""Statistics: what the calibration table compares and no ratio of counters can give.

A measure can be taken of any weeks and places. A statistic compares years, places or people
with one another, so it is worked out for a whole run, by `sim.analysis.statistics`, and no
policy is judged by it.
"""

from dataclasses import dataclass
from typing import Literal

type Over = Literal["year", "run"]

ROOM = "calibration"
FEWEST_AUTHORITIES, FEWEST_YEARS = 10, 3


@dataclass(frozen=True, slots=True)
class Statistic:
    """One statistic of a run.

    over       : what it is taken over: the year that targets are compared with, or the whole run
    definition : what is compared with what, in a sentence
    needs      : what it cannot be known without, said where it is not
    source     : evidence that it follows
    """

    name: str
    label: str
    unit: str
    counts: str
    over: Over
    definition: str
    needs: str
    source: str

    better = "neither"


def persistence(of: str, measure: str) -> Statistic:
    """Define how far authorities keep their places from one year to the next."""
    return Statistic(
        f"{measure}_lag1", f"Persistence of {of} between authorities", "correlation", "authorities",
        "run", f"Correlation of authorities' {of} with their own a year later, over all pairs of "
        "successive years, each year measured from its own mean.",
        ENOUGH, "workforce W078",
    )  # fmt: skip


ENOUGH = (
    f"It compares authorities over the years: {FEWEST_AUTHORITIES} of them, {FEWEST_YEARS} whole "
    "financial years and some difference between them are the least from which it is worked out."
)
SPREAD = Statistic(
    "turnover_sd", "Spread of turnover between authorities", "percentage points", "authorities",
    "run", "Standard deviation between authorities of turnover in a year, without the part that "
    "the luck of few leavers makes.",
    ENOUGH, "workforce W077",
)  # fmt: skip
CASES = Statistic(
    "caseload_sd", "Spread of cases between social workers", "cases per FTE", "cases", "year",
    "Standard deviation between case holders of the cases that each holds for each FTE, at the "
    "year's census.",
    "Nobody held cases at the census.", "workforce W060",
)  # fmt: skip
CAREERS = Statistic(
    "nq_profession_3y", "Newly qualified still in the profession after three years", "%",
    "workers", "run", "Share of those who begin newly qualified in the run who work in children's "
    "social work three years later, for whichever authority or agency.",
    "A run longer than three years is the least in which anybody can be followed so long.",
    "workforce W127",
)  # fmt: skip

GRADED = (
    f"{FEWEST_AUTHORITIES} authorities are the least from which it is worked out, some of them "
    "judged as it asks."
)
SUCCESSION = Statistic(
    "grade_persistence", "Rank correlation of successive judgements", "correlation",
    "authorities", "run", "Rank correlation (Spearman) of each full judgement with the "
    "authority's next, over all pairs of the run; under one framework, where the published one "
    "is across a change of framework.",
    GRADED, "governance I50",
)  # fmt: skip
BY_GRADE = Statistic(
    "agency_by_grade_ratio", "Agency rate of inadequate over outstanding authorities", "ratio",
    "authorities", "run", "Agency rate at censuses of authorities then judged inadequate, over "
    "that of those then judged outstanding, over all censuses of the run.",
    GRADED, "governance I75",
)  # fmt: skip
MONTH = Statistic(
    "attention_month_1", "Share of a year's press coverage in the first month", "%",
    "stories", "run", "Of what is written within a year of stories about incidents, what is "
    "written within 30 days.",
    "A story a year old is the least from which it is worked out.", "governance B30 B31",
)  # fmt: skip

ALL = (
    CASES, SPREAD, CAREERS, persistence("turnover", "turnover"),
    persistence("vacancy rates", "vacancy"), persistence("agency rates", "agency"), SUCCESSION,
    BY_GRADE, MONTH,
)  # fmt: skip
STATISTICS: dict[str, Statistic] = {one.name: one for one in ALL}
