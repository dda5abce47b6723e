"""Words of a working life: numbers of a diary in the words of employers."""

from collections.abc import Mapping

from sim.report.numbers import plain, signed
from sim.report.story.moment import Moment, What
from sim.rules.exits import (
    ASSIGNMENT_ENDED,
    AUTHORITY,
    PROFESSION,
    PROMOTED,
    RETIRED,
    TO_AGENCY,
)
from sim.rules.people import FIRST_POST, FROM_AGENCY, FROM_AUTHORITY, RETURNED
from sim.scenario import Scenario
from sim.state.worker import (
    AGENCY,
    EMPLOYED,
    SERVICE_MANAGER,
    TEAM_MANAGER,
    VACANT,
    WITH_CASES,
    WITHOUT_CASES,
)

GRADES = {
    WITH_CASES: "a social worker with cases", WITHOUT_CASES: "a social worker without cases",
    TEAM_MANAGER: "a team manager", SERVICE_MANAGER: "a service manager",
}  # fmt: skip
SENIOR = "a senior practitioner"
CAME = {
    FIRST_POST: "newly qualified, into a first post",
    FROM_AUTHORITY: "from another authority",
    RETURNED: "from outside the profession, from abroad or from other social work",
    FROM_AGENCY: "from agency work",
}
LEFT_FOR = {
    PROFESSION: "to leave the profession", RETIRED: "to retire",
    AUTHORITY: "for a post with another authority", TO_AGENCY: "to work through an agency",
    PROMOTED: "for a post that is not simulated", ASSIGNMENT_ENDED: "as the assignment ended",
}  # fmt: skip
type Places = tuple[str, ...]


def places_of(scenario: Scenario) -> Places:
    """Name the authorities of a scenario, in their order."""
    return tuple(place.name for place in scenario.authorities)


def grade(values: Mapping[What, float]) -> str:
    """Name the grade of somebody in a post."""
    kind = int(values["post", "kind"])
    return SENIOR if values["person", "senior"] and kind == WITH_CASES else GRADES[kind]


def short_grade(values: Mapping[What, float]) -> str:
    """Name the grade of somebody in a post, without what goes without saying."""
    name = grade(values).removeprefix("a ")
    return {"social worker with cases": "social worker"}.get(name, name)


def where(values: Mapping[What, float], places: Places) -> str:
    """Name the authority of somebody's post, or last post."""
    return places[int(values["post", "authority"])]


def filled(values: Mapping[What, float]) -> int:
    """Say how somebody stands: EMPLOYED, AGENCY, LOOKING, ON_BOOKS, or VACANT for gone."""
    return int(values.get(("post", "filled"), VACANT))


def in_post(values: Mapping[What, float]) -> bool:
    """Whether somebody holds a post, permanently or through an agency."""
    return filled(values) in (EMPLOYED, AGENCY)


def arrives(moment: Moment) -> bool:
    """Whether the story begins with this moment."""
    return not moment.before


def sd(value: float) -> str:
    """Write a distance from what is usual: 0.4 SD above usual."""
    if abs(value) < 0.05:
        return "as usual"
    return f"{plain(abs(value), 1)} SD {'above' if value > 0 else 'below'} usual"


def signed_sd(value: float) -> str:
    """Write a standing on a scale of SD."""
    return f"{signed(value, 1)} SD"
