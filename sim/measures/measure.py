"""What a measure is: a ratio of counters with a unit, a direction and a definition."""

from dataclasses import dataclass
from typing import Literal

type How = Literal["yearly", "sum", "end", "census", "mean"]
type Term = tuple[str, How]
type Better = Literal["lower", "higher", "neither"]
type Room = Literal["detection", "needless", "harm", "workforce", "system", "money"]


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing measured: scale × (sum of top) ÷ (sum of over).

    top, over  : (counter, how): yearly (added up, per year), sum, end (last week of the
                 period), census (mean over each 30 September of the period, or its last week
                 where it holds none), mean (average over its weeks); an empty `over` is 1
    matters    : smallest change worth acting on, in `unit`
    definition : what is counted, in a sentence
    follows    : official definition it follows, or "" if there is none
    """

    name: str
    label: str
    unit: str
    room: Room
    better: Better
    counts: str
    decimals: int
    matters: float
    scale: float
    top: tuple[Term, ...]
    over: tuple[Term, ...]
    definition: str
    follows: str = ""
    source: str = ""


PER_10000 = 1e4
PERCENT = 100.0


def rate(  # noqa: PLR0913 - a definition states all its parts
    name: str, label: str, counter: str, *, room: Room, better: Better, matters: float,
    definition: str, decimals: int = 1, follows: str = "", source: str = "",
    counts: str = "children",
) -> Measure:  # fmt: skip
    """Define a flow per 10,000 children and year."""
    return Measure(
        name, label, "per 10,000 children a year", room, better, counts, decimals, matters,
        PER_10000, ((counter, "yearly"),), (("children", "mean"),), definition, follows, source,
    )  # fmt: skip


def level(  # noqa: PLR0913 - a definition states all its parts
    name: str, label: str, counter: str, *, room: Room, better: Better, matters: float,
    definition: str, decimals: int = 1, follows: str = "", source: str = "",
) -> Measure:  # fmt: skip
    """Define a stock per 10,000 children at the end of the period."""
    return Measure(
        name, label, "per 10,000 children", room, better, "children", decimals, matters,
        PER_10000, ((counter, "end"),), (("children", "end"),), definition, follows, source,
    )  # fmt: skip


def share(  # noqa: PLR0913 - a definition states all its parts
    name: str, label: str, top: Term | tuple[Term, ...], over: Term | tuple[Term, ...], *,
    room: Room, better: Better, matters: float, definition: str, counts: str = "children",
    decimals: int = 1, unit: str = "%", scale: float = PERCENT, follows: str = "", source: str = "",
) -> Measure:  # fmt: skip
    """Define a share or another ratio of counters."""
    return Measure(
        name, label, unit, room, better, counts, decimals, matters, scale,
        terms(top), terms(over), definition, follows, source,
    )  # fmt: skip


def terms(given: Term | tuple[Term, ...]) -> tuple[Term, ...]:
    """Accept one term or several."""
    if given and isinstance(given[0], str):
        return (given,)
    return given
