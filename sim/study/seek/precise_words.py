"""What replicates until a precision came to, in words."""

from collections.abc import Mapping, Sequence
from math import ceil, inf, isfinite
from typing import TYPE_CHECKING

from sim.measures import MEASURES
from sim.scenario.goal.precision import EFFECT, Precision

if TYPE_CHECKING:
    from sim.study.seek.precise import Look

FAR = 1_000_000


def precise_words(
    wanted: Precision, last: Sequence["Look"], titles: Mapping[str, str], *, held: bool
) -> str:
    """Say whether effects are as precise as asked, and which are not."""
    many = last[0].replicates
    if held:
        after = f", and stayed so for {looks(wanted.look_ahead)}" if wanted.look_ahead else ""
        return (
            f"{many} replicates were made: every effect asked about came within {asked(wanted)} "
            f"(half of its 95% interval){after}."
        )
    short = [one for one in last if not one.is_precise]
    start = f"{many} replicates, the most allowed, were made"
    if not short:
        return f"{start}: effects came within {asked(wanted)} too late to see whether they stay so."
    told = "; ".join(f"{named(one, titles)}, {need(one)}" for one in short)
    return (
        f"{start}, and {len(short)} of {len(last)} effects asked about did not come within "
        f"{asked(wanted)} (half of its 95% interval): {told}."
    )


def asked(wanted: Precision) -> str:
    """Write the precision that was asked for."""
    of = "the effect itself" if wanted.of == EFFECT else "the measure's level"
    return f"{100 * wanted.half_width:.3g}% of {of}"


def looks(many: int) -> str:
    """Count further looks."""
    return "one further look" if many == 1 else f"{many} further looks"


def named(one: "Look", titles: Mapping[str, str]) -> str:
    """Name an effect."""
    return f"“{MEASURES[one.measure].label}” under “{titles[one.scenario]}”"


def need(one: "Look") -> str:
    """Say about how many replicates would do, by the root of their number."""
    wider = one.half_width / one.allowed if one.allowed > 0 else inf
    many = one.replicates * wider**2
    if not isfinite(many) or many > FAR:
        return "which no number of replicates that could be made would bring there"
    return f"which would need about {float(f'{ceil(many):.2g}'):,.0f}"
