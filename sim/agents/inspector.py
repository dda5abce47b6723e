"""An inspector: draws files, looks through the gate, and judges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.agents.actor import Actor
from sim.casefile.status import CHILD_PROTECTION
from sim.kernel.chance import normal_quantile, paired
from sim.kernel.compiled import interpreted
from sim.rules.observe import observe_harm
from sim.state.columns import NOBODY
from sim.state.organisation import Inspector as Row

if TYPE_CHECKING:
    from sim.agents.family import Family


class Inspector(Actor):
    """One inspector of the national pool."""

    @property
    def own(self) -> Row:
        """Its row."""
        return self.seen.inspectors[self.row]

    def go(self, place: int, starts: int, weeks: float) -> None:
        """Go on a visit, after the one that may still be under way.

        place  : authority
        starts : week in which it begins
        weeks  : of its time that the visit takes
        """
        self.own.earlier = self.own.place if self.own.place != NOBODY else self.own.earlier
        self.own.place, self.own.starts = place, starts
        self.own.free = starts + weeks
        self.own.visits += 1

    def is_at(self, place: int) -> bool:
        """Whether it is on a visit to an authority, or announced there."""
        return place in (self.own.place, self.own.earlier)

    def leave(self, place: int) -> None:
        """End its visit to an authority."""
        if self.own.place == place:
            self.own.place = NOBODY
        if self.own.earlier == place:
            self.own.earlier = NOBODY

    def agrees(self, family: Family) -> bool:
        """Whether what the inspector sees of a family fits where its file places it."""
        a = family.home.authority
        skill = self.rates("inspection", a).discrimination
        luck = self.chance.uniform("inspection.file", self.week, paired(family.row, self.row))
        seen = interpreted(observe_harm)(
            family.truth, skill, 0.0, normal_quantile(luck), self.rates("families", a),
            self.rates("casework", a), self.rates("loops", a).distrust_conceals,
        )  # fmt: skip
        return bool((seen > 0.0) == (family.record.status >= CHILD_PROTECTION))
