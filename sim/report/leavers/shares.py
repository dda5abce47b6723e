"""Shares of joiners that have left by where to and by when, and what policies change in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from sim.analysis.intervals import Interval, over_replicates
from sim.analysis.paired import effects
from sim.analysis.survival.curves import at_risk
from sim.analysis.survival.incidence import incidence_by_run
from sim.analysis.survival.spells import AGENCY, AUTHORITY, DESTINATIONS, PROFESSION
from sim.analysis.yearly import RUN
from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.report.comparison import LEVEL, Comparison
from sim.report.figures.retention import FEWEST, SPARE
from sim.report.numbers import Shown
from sim.report.words.effect import Effect, Subject

YEARS = {1: "one year", 2: "two years", 3: "three years", 5: "five years"}
VERBS = {
    PROFESSION: "leaving the profession",
    AUTHORITY: "moving to another authority",
    AGENCY: "moving to an agency",
}
DONE = {
    PROFESSION: "had left the profession",
    AUTHORITY: "had moved to another authority",
    AGENCY: "had moved to an agency",
}
SHOWN, MATTERS = Shown("%", 1), 1.0


@dataclass(frozen=True, slots=True)
class Staff:
    """Whose destinations a figure shows."""

    name: str
    who: str
    joining: str
    newly_qualified: bool | None


ALL = Staff("destinations", "Staff", "permanent social workers who join in the period", None)
NEW = Staff(
    "destinations-newly-qualified", "Newly qualified staff",
    "permanent social workers who join newly qualified in the period", True,
)  # fmt: skip


@dataclass(frozen=True)
class Leavers:
    """What the runs say of where one kind of staff goes.

    followed : spells of all scenarios
    """

    comparison: Comparison
    staff: Staff
    followed: pd.DataFrame

    @cached_property
    def spells(self) -> Mapping[str, pd.DataFrame]:
        """Spells of each scenario."""
        rows = self.followed
        return {name: rows[rows["scenario"] == name] for name in self.comparison.scenarios}

    @cached_property
    def years(self) -> list[int]:
        """Years after joining at which enough are still followed in every scenario."""
        return [
            year
            for year in YEARS
            if min(at_risk(part, [weeks(year)])[0] for part in self.spells.values()) >= FEWEST
        ]

    @property
    def horizon(self) -> int:
        """The year that the title is about: one that enough of the period's joiners can reach."""
        length = self.comparison.last_week - self.comparison.first_week
        reached = [year for year in self.years if weeks(year) * SPARE <= length]
        return max(reached, default=self.years[0])

    @cached_property
    def shares(self) -> pd.DataFrame:
        """Each run's own share gone by each way and year, in per cent."""
        rows = incidence_by_run(self.followed, [weeks(year) for year in self.years])
        year = rows["week"].map({weeks(year): year for year in self.years})
        percents = 100.0 * rows["share"]
        return rows.assign(year=year, percent=percents, place=places(rows["cause"], year))

    @cached_property
    def paired(self) -> pd.DataFrame:
        """Differences from the scenario compared with, all adjusted together."""
        wide = self.shares.pivot(index=RUN, columns="place", values="percent").reset_index()
        runs = self.comparison.runs[RUN].merge(wide, "left", on=RUN)
        names = [f"{cause}|{year}" for cause in DESTINATIONS for year in self.years]
        return effects(runs, names, self.comparison.baseline, LEVEL)

    @cached_property
    def told(self) -> list[tuple[str, int, Effect]]:
        """The same one by one: destination, year and effect."""
        if not self.comparison.policies:
            return []
        parts = self.paired["measure"].str.split("|")
        return [
            (str(cause), int(year), Effect.of(row))
            for (cause, year), row in zip(parts, self.paired.itertuples(), strict=True)
        ]

    @property
    def effects(self) -> list[Effect]:
        """All effects that were adjusted together."""
        return [one[2] for one in self.told]

    @property
    def differ(self) -> bool:
        """Whether some policy's runs differ from those they are compared with."""
        return any(not effect.is_nought for effect in self.effects)

    def subject(self, cause: str, year: int) -> Subject:
        """Say what a share is of."""
        label = f"{self.staff.who} {VERBS[cause]} within {YEARS[year]} of joining"
        return Subject(f"{cause}|{year}", label, "lower", MATTERS, SHOWN)

    def level(self, scenario: str, cause: str, year: int) -> Interval:
        """Mean share over replicates in per cent, with its interval."""
        rows = self.shares[self.shares["scenario"] == scenario]
        rows = rows[(rows["cause"] == cause) & (rows["year"] == year)]
        return over_replicates(rows, "percent", LEVEL)


def weeks(year: int) -> float:
    """Turn years since joining into weeks."""
    return year * WEEKS_IN_YEAR


def places(cause: pd.Series, year: pd.Series) -> pd.Series:
    """Name each share by destination and year."""
    return cause.str.cat(year.astype(str), sep="|")
