"""An inspector: draws files, looks through the gate, and judges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.agents.actor import Actor
from sim.casefile.status import CHILD_PROTECTION
from sim.kernel.chance import normal_quantile, paired
from sim.kernel.compiled import interpreted
from sim.rules.observe import observe_harm
from sim.state.organisation import Inspector as Row

if TYPE_CHECKING:
    from sim.agents.family import Family


class Inspector(Actor):
    """One inspector of the national pool."""

    @property
    def own(self) -> Row:
        """Its row."""
        return self.seen.inspectors[self.row]

    def go(self, place: int, weeks: int, counts: bool) -> None:
        """Go on a visit.

        place  : authority
        weeks  : until another visit can begin
        counts : whether it counts among the visits of a pool that all share
        """
        self.own.place, self.own.free = place, self.week + weeks
        self.own.visits += int(counts)

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
