"""Study: what every built-in study has: a question, its usual size, and how it is carried out."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any, NamedTuple

import pandas as pd

from sim.kernel.errors import InputError
from sim.scenario import Scenario
from sim.study.progress import fitting

SEED = 20260401
FEWEST = 2  # replicates: an interval needs them


class Size(NamedTuple):
    """How large a study is to be."""

    replicates: int
    years: int
    workers: int = 1


class Found(NamedTuple):
    """What a study found: in words and figures, and as the table that it keeps."""

    text: str
    table: pd.DataFrame


@dataclass(frozen=True, slots=True)
class Study:
    """One study of the model itself.

    asks         : its question
    replicates   : how many unless others are asked for
    years        : of each run, likewise
    fewest_years : the fewest that it can be made with; as many as `years` if it has a fixed end
    is_quiet     : whether it takes everything that has a date out of the scenario
    """

    asks: str
    replicates: int
    years: int
    fewest_years: int
    carry_out: Callable[[Scenario, Size], Found]
    is_quiet: bool = True

    def size(self, replicates: int | None, years: int | None, workers: int) -> Size:
        """Give the size that is asked for, or refuse it."""
        many = self.replicates if replicates is None else replicates
        if many < FEWEST:
            raise InputError.command_line(
                "A study tells intervals, which one replicate has none of.",
                f"Give --replicates {FEWEST} or more; {self.replicates} if none are given.",
            )
        length = self.years if years is None else years
        if length < self.fewest_years:
            raise InputError.command_line(
                f"This study is of {self.fewest_years} years or more, and {length} are asked for.",
                f"Give --years {self.fewest_years} or more; {self.years} if none are given.",
            )
        if self.fewest_years == self.years < length:
            raise InputError.command_line(
                f"This study is of {self.years} years, and {length} are asked for.",
                "Leave out --years: its end is fixed.",
            )
        return Size(many, length, max(1, workers))

    def made_with(self, scenario: Scenario) -> str:
        """Say what of a scenario is left out, where it has any of that."""
        parts = {"actions": scenario.actions, "dated law": scenario.law, "shocks": scenario.shocks}
        left = [name for name, some in parts.items() if some and self.is_quiet]
        return f"Made without the {' or '.join(left)} of “{scenario.name}”." if left else ""


def side_by_side[T](make: Callable[..., T], replicates: Sequence[tuple[Any, ...]], workers: int
                    ) -> list[T]:  # fmt: skip
    """Make every replicate, several at a time, tell how far it is, and give them back in order.

    replicates : arguments of each
    """
    columns = list(zip(*replicates, strict=True))
    if workers == 1:
        return told(map(make, *columns), len(replicates))
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        return told(pool.map(make, *columns), len(replicates))


def told[T](made: Iterable[T], many: int) -> list[T]:
    """Gather what is made, and tell on standard error how much there is of it."""
    meter = fitting(quiet=False)
    meter.begin(many, many)
    found = []
    for one in made:
        found.append(one)
        meter.advance(len(found), len(found), 0)
    meter.end()
    return found
