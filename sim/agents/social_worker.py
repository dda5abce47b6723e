"""A social worker: plans the week, works on cases, decides, feels the strain, stays or goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.agents.actor import Actor
from sim.kernel.compiled import interpreted
from sim.measures.counters import CELLS
from sim.rules.casework import CaseworkLuck, work
from sim.rules.employment import EmploymentLuck, live_week
from sim.rules.hours import plan_week
from sim.state.worker import Worker

if TYPE_CHECKING:
    from sim.agents.family import Family


class SocialWorker(Actor):
    """Whoever holds a post this week; its number is the post's row."""

    @property
    def job(self) -> Worker:
        """The post and its holder."""
        return self.seen.workers[self.row]

    def plan_week(self) -> None:
        """Fit the week's demand into the hours there are."""
        t, a = self.seen, self.job.authority
        interpreted(plan_week)(
            self.job, t.teams[self.job.team], t.councils[a], self.rates("casework", a),
            self.rates("workforce", a), self.rates("decisions", a), self.rates("management", a),
            self.rates("media", a), self.rates("loops", a), self.week, t.tally, a * CELLS,
        )  # fmt: skip

    def live_week(self, luck: EmploymentLuck) -> None:
        """Feel the load, fall sick, grow into the work, give notice."""
        t, a = self.seen, self.job.authority
        interpreted(live_week)(
            self.job, t.teams[self.job.team], t.councils[a], self.week, self.rates("workforce", a),
            self.rates("casework", a), self.rates("management", a), self.rates("media", a),
            self.rates("loops", a), luck, t.tally, a * CELLS,
        )  # fmt: skip

    def work(self, family: Family, luck: CaseworkLuck) -> None:
        """Work on a family's case for a week; for a case that nobody holds, as duty worker."""
        t, a = self.seen, family.home.authority
        interpreted(work)(
            family.home, family.truth, family.record, family.trace, family.row, self.week,
            t.workers, self.rates("families", a), self.rates("casework", a), self.rates("loops", a),
            luck, t.tally, a * CELLS,
        )  # fmt: skip
