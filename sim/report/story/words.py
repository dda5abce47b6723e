"""Words of a story: numbers of a diary in the words of social work."""

from sim.casefile.events import EMOTIONAL, HEALTH, NEGLECT, PHYSICAL, POLICE, PUBLIC, SCHOOL, SEXUAL
from sim.casefile.status import CaseStatus
from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.report.numbers import counted, listed

HARM = {
    NEGLECT: "neglect",
    EMOTIONAL: "emotional abuse",
    PHYSICAL: "physical abuse",
    SEXUAL: "sexual abuse",
}
SEVERAL_KINDS = "abuse and neglect"
AGENCY = {
    POLICE: "the police",
    SCHOOL: "a school",
    HEALTH: "a health professional",
    PUBLIC: "a relative or member of the public",
}
ANOTHER = "another professional"
STANDING = {
    CaseStatus.CLOSED: "No open case.",
    CaseStatus.EARLY_HELP: "In early help.",
    CaseStatus.ASSESSMENT: "Under assessment.",
    CaseStatus.CHILD_IN_NEED: "On a child in need plan.",
    CaseStatus.CHILD_PROTECTION: "On a child protection plan.",
    CaseStatus.PROCEEDINGS: "In care proceedings.",
    CaseStatus.IN_CARE: "In care.",
}
NEAR, LITTLE, WELL = 0.15, 0.5, 1.0  # of evidence from a threshold, SD
MONTH = WEEKS_IN_YEAR / 12
FEW_WEEKS = 13
FEW_YEARS = 2
UNDER_ONE = 1.0


def harm_word(kind: float) -> str:
    """Name a kind of harm."""
    return HARM.get(int(kind), SEVERAL_KINDS)


def agency_word(source: float) -> str:
    """Name who passed on a concern."""
    return AGENCY.get(int(source), ANOTHER)


def span(weeks: float) -> str:
    """Say a length of time as people do: three weeks, 14 months, five years and two months."""
    if weeks < FEW_WEEKS:
        return counted(round(weeks), "week") if round(weeks) else "less than a week"
    months = round(weeks / MONTH)
    if months < FEW_YEARS * 12:
        return counted(months, "month")
    years, rest = divmod(months, 12)
    return counted(years, "year") + (f" and {counted(rest, 'month')}" if rest else "")


def distance(gap: float) -> str:
    """Say how far evidence lies from a threshold, in SD: above it for more than nought."""
    size = abs(gap)
    over = "above" if gap > 0 else "below"
    if size < NEAR:
        return f"only just {over}"
    if size < LITTLE:
        return f"a little {over}"
    return f"well {over}" if size < WELL else f"far {over}"


def of_age(age: float) -> str:
    """Say an age."""
    return "under one" if age < UNDER_ONE else str(int(age))


def children(ages: list[float]) -> str:
    """Say who the children are: two children, aged 3 and 6."""
    if not ages:
        return "no child under 18"
    return (
        f"{counted(len(ages), 'child', 'children')}, aged {listed([of_age(age) for age in ages])}"
    )


def their_ages(ages: list[float]) -> str:
    """Say how old the children were."""
    who = "The child was" if len(ages) == 1 else "The children were"
    return f"{who} {listed([of_age(age) for age in ages])}." if ages else ""


def nth(number: int) -> str:
    """Say a place in a row: first, second, 7th."""
    words = ("", "first", "second", "third", "fourth", "fifth")
    return words[number] if number < len(words) else f"{number}th"


def times(number: int) -> str:
    """Say how often."""
    return {1: "once", 2: "twice"}.get(number) or f"{counted(number, 'time')}"
