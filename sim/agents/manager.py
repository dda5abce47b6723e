"""A manager: supervises, allocates, signs, audits, and passes bad news up or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.agents.actor import Actor
from sim.kernel.chance import paired
from sim.kernel.compiled import interpreted
from sim.rules.allocation import allocate, release
from sim.rules.decision import decide
from sim.rules.management import (
    ManagementLuck,
    ManagerLuck,
    answer_for,
    doubts,
    honesty,
    keep_team_safe,
    lifted_from_above,
    supervise,
)
from sim.rules.weighing import DecisionLuck, Sections
from sim.state.case import Case
from sim.state.columns import NOBODY
from sim.state.organisation import Manager as Post

if TYPE_CHECKING:
    from sim.agents.family import Family


class Manager(Actor):
    """A team manager or a service manager, by grade."""

    @property
    def post(self) -> Post:
        """Its row."""
        return self.seen.managers[self.row]

    @property
    def number(self) -> int:
        """Number by which it draws: the post and who holds it."""
        return paired(self.row, self.post.occupant)

    def release(self, family: Family) -> None:
        """Take a case back from a worker who has gone."""
        interpreted(release)(family.home, family.record, self.seen.workers, self.seen.tally)

    def allocate(self, family: Family) -> None:
        """Give a case that wants one a worker."""
        t, a = self.seen, self.post.authority
        interpreted(allocate)(
            family.home, family.truth, family.record, self.week, t.workers, t.councils[a],
            self.rates("allocation", a), self.rates("families", a), self.rates("casework", a),
            self.rates("decisions", a), self.rates("loops", a), t.tally,
        )  # fmt: skip

    def sign(self, family: Family, luck: DecisionLuck) -> None:
        """Decide with the worker on what has reached a case this week."""
        t, a, record = self.seen, self.post.authority, family.record
        management = self.rates("management", a)
        supervision = management.supervision_usual
        if record.worker != NOBODY:
            supervision = t.teams[t.workers[record.worker].team].supervision
        sections = Sections(
            self.rates("decisions", a),
            self.rates("casework", a),
            self.rates("families", a),
            self.rates("allocation", a),
            management,
            self.rates("loops", a),
            self.rates("media", a),
            t.decided,
        )
        case = Case(family.home, family.truth, record, family.trace, family.row, self.week)
        interpreted(decide)(case, t.councils[a], t.workers, supervision, sections, luck, t.tally)

    def keep_team_safe(self, weeks: int) -> None:
        """Let blame wear the team's safety down, and time bring it back."""
        t, a = self.seen, self.post.authority
        interpreted(keep_team_safe)(
            t.teams[self.post.team], t.councils[a], weeks, self.rates("management", a),
            self.rates("media", a), self.rates("loops", a),
        )  # fmt: skip

    def supervise(self, workers: float) -> None:
        """Set the quality of the team's supervision for the month."""
        t, a = self.seen, self.post.authority
        lift = interpreted(lifted_from_above)(
            t.councils[a], t.chiefs[a], self.model.directors[a].post, self.week,
            self.rates("leadership", a), self.rates("inspection", a),
            self.rates("intervention", a), self.rates("media", a), self.rates("loops", a),
        )  # fmt: skip
        interpreted(supervise)(
            t.teams[self.post.team], self.post, workers, lift, self.rates("management", a),
            self.rates("casework", a), self.rates("loops", a),
        )  # fmt: skip

    def doubts(self, family: Family, luck: ManagementLuck) -> bool:
        """Whether what the manager sees of a family does not fit its file."""
        a = self.post.authority
        return interpreted(doubts)(
            family.truth, family.record, family.row, self.rates("families", a),
            self.rates("casework", a), self.rates("management", a), self.rates("loops", a), luck,
        )  # fmt: skip

    def honesty(self, safety: float) -> float:
        """Share of problems passed up one level."""
        a = self.post.authority
        return interpreted(honesty)(safety, self.rates("management", a), self.rates("loops", a))

    def answer_for(self, luck: ManagerLuck) -> None:
        """Answer for the post as whoever holds it now."""
        seat = self.seen.workers[self.post.seat]
        rates = self.rates("management", self.post.authority)
        interpreted(answer_for)(self.post, seat, self.week, rates, luck)
