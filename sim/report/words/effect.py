"""Effects and what they are about, as every sentence and table of the report takes them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sim.analysis.paired import FEWEST
from sim.report.numbers import Shown, mid


@dataclass(frozen=True, slots=True)
class Subject:
    """What a finding is about: a measure, as sentences need it."""

    name: str
    label: str
    better: str
    matters: float
    shown: Shown

    @property
    def mid(self) -> str:
        """The label as it stands inside a sentence."""
        return mid(self.label)


@dataclass(frozen=True, slots=True)
class Effect:
    """What one policy changed in one measure; `low` and `high` stand alone, the others not.

    n          : replicates in which the difference is known
    replicates : replicates run, whether or not it is known in them
    """

    measure: str
    scenario: str
    baseline: float
    change: float
    low: float
    high: float
    low_adjusted: float
    high_adjusted: float
    clear: bool
    n: int
    same_sign: float
    p_holm: float
    replicates: int

    @property
    def is_nought(self) -> bool:
        """Whether every paired difference that is known is exactly nought."""
        width = 0.0 if self.n == 1 else self.high - self.low
        return self.change == 0 and width == 0

    @property
    def is_whole(self) -> bool:
        """Whether the difference is known in every replicate run."""
        return self.n == self.replicates

    @property
    def is_lone(self) -> bool:
        """Whether there are too few replicates for an interval."""
        return self.n < FEWEST and not self.is_nought

    @classmethod
    def of(cls, row: Any) -> "Effect":
        """Take an effect from a row of the table of paired differences."""
        fields = {name: getattr(row, name) for name in cls.__dataclass_fields__}
        return cls(**{**fields, "clear": bool(row.clear), "n": int(row.n),
                      "replicates": int(row.replicates)})  # fmt: skip


def by_place(effects: Iterable[Effect]) -> dict[tuple[str, str], Effect]:
    """Lay effects out by measure and scenario."""
    return {(one.measure, one.scenario): one for one in effects}
