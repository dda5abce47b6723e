"""How a number is declared: once, with its unit, range, role, evidence and source.

A section is a class with one annotated field for each parameter. In a world it is a table
with one row for each authority, so that a place or a dated action may change a number there.
The formatter leaves sections alone (`fmt: off`): a number to two or three lines, as in a table.
"""

from dataclasses import dataclass
from typing import Any, Literal, get_type_hints

type Role = Literal["lever", "uncertainty", "fixed"]
type Evidence = Literal["published", "derived", "elicited", "assumed"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One number of the model and where it comes from.

    default   : value in the baseline, in `unit`
    low, high : allowed range; for an uncertainty also its 90% range, swept evenly
    source    : key in scenarios/sources.yaml; needed for published and derived numbers
    price     : what moving a lever takes. "hours: …" and "pounds: …" name the numbers by which
                the model counts it; "stated: …" says what an action has to write as its cost
    """

    default: float
    label: str
    unit: str
    low: float
    high: float
    role: Role
    evidence: Evidence
    source: str = ""
    note: str = ""
    price: str = ""


def parameter(  # noqa: PLR0913 - a declaration lists all that must be known
    default: float, label: str, *, unit: str, low: float, high: float,
    role: Role = "uncertainty", evidence: Evidence = "assumed", source: str = "", note: str = "",
    price: str = "",
) -> Parameter:  # fmt: skip
    """Declare a number; refuse one out of its range, without its source or without its price."""
    if not low <= default <= high:
        raise ValueError(f"{label}: {default} is outside {low} to {high}")
    if evidence in ("published", "derived") and not source:
        raise ValueError(f"{label}: a {evidence} number needs a source")
    if (role == "lever") != bool(price):
        raise ValueError(f"{label}: a lever needs a price, and nothing else has one")
    numbers = float(low), float(high)
    return Parameter(float(default), label, unit, *numbers, role, evidence, source, note, price)


def declared(section: Any) -> dict[str, Parameter]:
    """List the parameters that a section declares, by field name."""
    hints = get_type_hints(section, include_extras=True)
    return {
        name: hint.__metadata__[0] for name, hint in hints.items() if hasattr(hint, "__metadata__")
    }
