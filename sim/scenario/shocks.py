"""The events that a scenario may set."""

from dataclasses import dataclass

AGENCIES = ("police", "school", "health", "professional", "public")


@dataclass(frozen=True, slots=True)
class ShockKind:
    """One kind of event: what its size means, and what else it needs.

    lasts : whether it needs a last day
    """

    label: str
    size: str
    unit: str
    default: float
    low: float
    high: float
    lasts: bool = False
    needs_agency: bool = False
    befalls_one: bool = False


SHOCKS = {
    "publicised_death": ShockKind(
        "a child known to services dies and the press tells the story",
        "attention, where 1 is the most covered case of a usual year", "ratio", 1.0, 0.1, 10.0,
        befalls_one=True,
    ),
    "judged_inadequate": ShockKind(
        "inspectors judge an authority inadequate in every area",
        "blame that it brings, against what such a judgement usually brings", "ratio", 1.0, 0.0,
        5.0, befalls_one=True,
    ),
    "agency_closed": ShockKind(
        "a partner agency stops seeing families",
        "share of its contact with families that is lost", "share", 1.0, 0.0, 1.0,
        lasts=True, needs_agency=True,
    ),
    "funding_cut": ShockKind(
        "the budget for children's services is cut", "share of the budget", "share", 0.1, 0.0, 0.5
    ),
    "recession": ShockKind(
        "families' incomes fall", "rise in every family's log pressure", "SD", 0.2, 0.0, 2.0,
        lasts=True,
    ),
    "surge_of_need": ShockKind(
        "families in need arrive or are found",
        "share of families whose pressure jumps", "share", 0.02, 0.0, 0.2,
    ),
}  # fmt: skip
