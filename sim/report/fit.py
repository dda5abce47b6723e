"""How well the model fits: its base year held against what was published."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from sim.analysis.calibration import NEAR, NOT_COMPARED, calibration
from sim.analysis.statistics.readers import TABLES, statistics
from sim.analysis.statistics.span import Span
from sim.analysis.targets import load_targets
from sim.analysis.yearly import RUN
from sim.measures import MEASURES
from sim.measures.statistic import STATISTICS
from sim.report.comparison import Comparison
from sim.report.numbers import NO_INTERVAL, plain

BASE_YEAR = "2023-24"
QUARTERS_IN_A_YEAR = 4
CORE = (
    "referrals", "section_47", "plans_started", "plans_stock", "cin_stock", "looked_after",
    "turnover", "vacancy", "agency", "caseload",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the calibration table."""

    label: str
    unit: str
    target: str
    model: str
    interval: str
    verdict: str
    words: str
    source: str

    @property
    def is_missed(self) -> bool:
        """Whether the model lies outside the tolerance."""
        return self.verdict in ("near", "out")


@dataclass(frozen=True)
class Fit:
    """The base year of the scenario compared with, against the targets."""

    comparison: Comparison

    @cached_property
    def year(self) -> str:
        """The year that is compared: the base year, or the first whole one if it was not run."""
        counted = self.rows.drop_duplicates("quarter")["quarter"].str[:7].value_counts()
        whole = sorted(counted.index[counted == QUARTERS_IN_A_YEAR])
        if BASE_YEAR in whole or not whole:
            return BASE_YEAR
        return str(whole[0])

    @property
    def is_base_year(self) -> bool:
        """Whether the base year itself was run."""
        return self.year == BASE_YEAR and bool((self.rows["quarter"].str[:7] == BASE_YEAR).any())

    @cached_property
    def rows(self) -> pd.DataFrame:
        """Counters of the scenario compared with."""
        quarterly = self.comparison.quarterly
        return quarterly[quarterly["scenario"] == self.comparison.baseline]

    @cached_property
    def table(self) -> pd.DataFrame:
        """Target, model and verdict, row by row."""
        targets = load_targets()
        names = sorted({one.measure for one in targets if one.measure in MEASURES} - {None})
        chosen = self.rows[self.rows["quarter"].str[:7] == self.year]
        if chosen.empty:
            return calibration(targets, pd.DataFrame())
        values = self.comparison.by(names, "year", chosen)
        wide = values.pivot(index=RUN, columns="measure", values="value")
        return calibration(targets, wide.join(self.statistics).reset_index())

    @cached_property
    def statistics(self) -> pd.DataFrame:
        """What no ratio of counters can give, for each run of the scenario compared with."""
        known = {name: self.comparison.known(name) for name in TABLES if name != "quarterly"}
        tables = {"quarterly": self.rows} | {
            name: table[table["scenario"] == self.comparison.baseline]
            for name, table in known.items()
            if table is not None
        }
        ends = self.rows["first_week"] + self.rows["weeks"] - 1
        scale = self.comparison.scenarios[self.comparison.baseline].population_scale
        return statistics(tables, Span(self.year, int(ends.max()), scale))

    def count(self, verdict: str) -> int:
        """Count the targets with one verdict."""
        return int((self.table["verdict"] == verdict).sum())

    @property
    def core(self) -> tuple[int, int]:
        """Count the core flows and rates within 30% of their targets, and all of them."""
        rows = self.table[self.table["name"].isin(CORE) & (self.table["verdict"] != NOT_COMPARED)]
        return int((rows["verdict"] != "out").sum()), len(rows)

    @property
    def compared(self) -> int:
        """Number of targets that the model has a measure for."""
        return len(self.table) - self.count(NOT_COMPARED)

    def missed(self, verdict: str) -> list[str]:
        """Name what is measured with one verdict: headline measures first, then the worst."""
        rows = self.table[self.table["verdict"] == verdict]
        headline = {one.name for one in self.comparison.measures}
        order = rows.assign(other=~rows["measure"].isin(headline), size=-rows["off"].abs())
        ranked = order.sort_values(["other", "size"])["measure"]
        return [label_of(str(name)) for name in ranked]

    @cached_property
    def parts(self) -> dict[str, list[Line]]:
        """Rows for the page, by part of the system; those that are not compared apart."""
        shown = self.table[self.table["verdict"] != NOT_COMPARED]
        return {
            str(part): [line(row) for row in rows.to_dict("records")]
            for part, rows in shown.groupby("part", sort=False)
        }

    @property
    def over_the_run(self) -> list[str]:
        """Targets that are compared over all that was run, and not over the year alone."""
        rows = self.table[self.table["verdict"] != NOT_COMPARED]
        return [
            str(row.label)
            for row in rows.itertuples()
            if row.measure in STATISTICS and STATISTICS[str(row.measure)].over == "run"
        ]

    @property
    def left_out(self) -> list[tuple[str, str]]:
        """Targets that are not compared, each with the reason."""
        rows = self.table[self.table["verdict"] == NOT_COMPARED]
        nothing = "Nothing of the kind happened in the year, or it was not run."
        return [(str(row.label), str(row.reason) or nothing) for row in rows.itertuples()]


def label_of(name: str) -> str:
    """Name a measure or a statistic in words."""
    return MEASURES[name].label if name in MEASURES else STATISTICS[name].label


def line(row: Mapping[Hashable, Any]) -> Line:
    """Write one row."""
    target, tolerance, model = row["target"], row["tolerance"], row["model"]
    low, high = row["low"], row["high"]
    digits = decimals(target, tolerance)
    interval = NO_INTERVAL if np.isnan(low) else f"{plain(low, digits)} to {plain(high, digits)}"
    return Line(
        label=str(row["label"]), unit=str(row["unit"]),
        target=f"{plain(target, digits)} ± {plain(tolerance, digits)}",
        model=plain(model, digits), interval=interval, verdict=str(row["verdict"]),
        words=words(str(row["verdict"]), row["off"]), source=str(row["source"]),
    )  # fmt: skip


def decimals(target: float, tolerance: float) -> int:
    """Write as many decimals as the target and its tolerance carry."""
    return max(len(f"{one:g}".partition(".")[2]) for one in (target, tolerance))


def words(verdict: str, off: float) -> str:
    """Say in words whether the model agrees."""
    if verdict == "in":
        return "in"
    way = "high" if off > 0 else "low"
    if verdict == "near":
        return f"out: {abs(off):.0%} too {way}"
    size = f"{abs(off):.1%} too {way}" if abs(off) < 1 else f"{1 + off:.1f} times the target"
    return f"out by more than {NEAR:.0%}: {size}"
