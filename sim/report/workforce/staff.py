"""Staff: how the permanent staff of an experiment are, by experience and grade."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from sim.analysis.breakdown import broken_down
from sim.analysis.paired import effects
from sim.analysis.yearly import RUN
from sim.report.comparison import LEVEL, Comparison
from sim.report.numbers import Shown
from sim.report.words.effect import Effect, Subject
from sim.state.staffed import EXPERIENCE, GRADES
from sim.study.merge import in_period

BY = {
    "experience": ("experience in the profession", EXPERIENCE),
    "grade": ("grade", GRADES),
}
# What is told of each group: scale, what is added up, over what, and how it is written.
TOLD = {
    "strain": (1.0, "strain", "fte", Shown("SD", 2), "Strain", 0.05),
    "stressed": (100.0, "stressed", "fte", Shown("%", 1), "Stressed", 2.0),
    "absence": (100.0, "days_sick", "days_contracted", Shown("%", 1), "Sickness absence", 0.1),
    "cases": (1.0, "cases", "fte", Shown("cases per FTE", 1), "Cases", 0.3),
    "overtime": (1.0, "hours_overtime", "fte", Shown("hours a week", 1), "Overtime", 0.2),
}
DRAWN = ("strain", "absence")
OVER_WEEKS = ["fte", "strain", "stressed", "cases"]


@dataclass(frozen=True)
class Staff:
    """Permanent staff of the period that is compared.

    table : rows of `staff` in the period
    """

    comparison: Comparison
    table: pd.DataFrame

    @cached_property
    def sums(self) -> pd.DataFrame:
        """Weeks of work, and what they are weighed by, of each run, grade and experience."""
        own = self.table[self.table["terms"] == "permanent"]
        weeks = own["fte"] * own["weeks"]
        whole = own.assign(
            strain=own["strain"] * weeks, stressed=own["stressed"] * weeks,
            cases=own["cases"] * own["weeks"], fte=weeks,
        )  # fmt: skip
        columns = [*OVER_WEEKS, "days_sick", "days_contracted", "hours_overtime"]
        keys = [*RUN, "grade", "experience"]
        return whole.groupby(keys, sort=False, as_index=False)[columns].sum()

    @cached_property
    def values(self) -> pd.DataFrame:
        """What is told of each group of each run.

        returns : columns scenario, draw, replicate, by, group, measure, value
        """
        parts = []
        for by in BY:
            sums = self.sums.drop(columns=[one for one in BY if one != by])
            rows = sums.groupby([*RUN, by], sort=False, as_index=False).sum()
            for name, (scale, top, over, *_) in TOLD.items():
                value = scale * rows[top] / rows[over].where(rows[over] > 0)
                own = rows[RUN].assign(by=by, group=rows[by], measure=name, value=value)
                parts.append(own.dropna(subset="value"))
        return pd.concat(parts, ignore_index=True)

    @cached_property
    def levels(self) -> pd.DataFrame:
        """Levels and unadjusted paired changes of every group and scenario."""
        keys = ["by", "group", "measure"]
        return broken_down(self.values, keys, self.comparison.baseline, LEVEL)

    @cached_property
    def wide(self) -> pd.DataFrame:
        """What is drawn, a row for each run and a column for each level."""
        drawn = self.values[self.values["measure"].isin(DRAWN)]
        cells = drawn["measure"] + "|" + drawn["group"]
        named = drawn.assign(cell=cells)
        return named.pivot(index=RUN, columns="cell", values="value").reset_index()

    @cached_property
    def changes(self) -> list[Effect]:
        """Paired changes of all that is drawn, adjusted together."""
        if not self.comparison.policies:
            return []
        names = [str(name) for name in self.wide if name not in RUN]
        return self.comparison.in_order(effects(self.wide, names, self.comparison.baseline, LEVEL))

    def groups(self, by: str) -> list[str]:
        """List the groups that are known of, in order."""
        known = set(self.values.loc[self.values["by"] == by, "group"])
        return [one for one in BY[by][1] if one in known]

    def level(self, scenario: str, by: str, measure: str) -> pd.DataFrame:
        """Levels of one scenario by group: columns value, low, high."""
        all_ = self.levels
        chosen = (all_["scenario"] == scenario) & (all_["by"] == by) & (all_["measure"] == measure)
        return all_[chosen].set_index("group")[["value", "low", "high"]]


def staff(comparison: Comparison) -> Staff | None:
    """Read the staff; nothing if the results hold none of the period."""
    table = comparison.known("staff")
    if table is None:
        return None
    rows = in_period(table, comparison.scenarios[comparison.baseline].start, comparison.experiment)
    found = Staff(comparison, rows)
    return found if set(comparison.scenarios) <= set(found.sums["scenario"]) else None


def subject(measure: str) -> Subject:
    """Say how a measure of a group is named and written."""
    shown, label, matters = TOLD[measure][3:]
    return Subject(measure, label, "lower", matters, shown)


def highest(found: Staff, by: str, measure: str) -> Sequence[str]:
    """Find the group where a measure is highest and those not clearly below it, in their order.

    Groups of the scenario compared with are held against the highest replicate by replicate,
    adjusted together.
    """
    values = found.values
    rows = values[(values["measure"] == measure) & (values["by"] == by)]
    own = rows[rows["scenario"] == found.comparison.baseline]
    means = own.groupby("group")["value"].mean()
    top = str(means.idxmax())
    as_scenarios = own.assign(scenario=own["group"])[[*RUN, "value"]]
    if len(means) == 1:
        return [top]
    told = effects(as_scenarios, ["value"], top, LEVEL)
    tied = set(told.loc[~told["clear"].astype(bool), "scenario"])
    return [one for one in found.groups(by) if one == top or one in tied]
