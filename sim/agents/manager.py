"""A manager: supervises, allocates, signs, audits, and passes bad news up or not."""

from __future__ import annotations

from math import exp, sqrt
from typing import TYPE_CHECKING

from sim.agents.actor import Actor
from sim.casefile.status import CHILD_PROTECTION
from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.chance import normal_quantile, paired
from sim.kernel.compiled import interpreted
from sim.rules.allocation import allocate, release, urgent, wants_worker
from sim.rules.decision import DecisionLuck, Sections, decide
from sim.rules.observe import observe_harm
from sim.state.case import Case
from sim.state.columns import NOBODY
from sim.state.organisation import Manager as Post

if TYPE_CHECKING:
    from sim.agents.family import Family

TEAM_MANAGER, SERVICE_MANAGER, DIRECTOR = 0, 1, 2
MONTHS_IN_YEAR = 12


class Manager(Actor):
    """A team manager, a service manager or a director, by grade."""

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
        interpreted(release)(family.record, self.seen.workers)

    def allocate(self, family: Family, first: bool) -> None:
        """Give a case that wants one a worker, urgent ones first."""
        if (
            not interpreted(wants_worker)(family.record)
            or interpreted(urgent)(family.record) != first
        ):
            return
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
        shift, supervision = t.councils[a].shift, management.supervision_usual
        if record.worker != NOBODY:
            worker = t.workers[record.worker]
            shift += worker.shift
            supervision = t.teams[worker.team].supervision
        sections = Sections(
            self.rates("decisions", a),
            self.rates("casework", a),
            self.rates("families", a),
            self.rates("allocation", a),
            management,
            self.rates("loops", a),
        )
        case = Case(family.home, family.truth, record, family.trace, family.row, self.week)
        interpreted(decide)(case, shift, supervision, sections, luck, t.tally)

    def supervise(self, workers: int) -> None:
        """Set the quality of a team's supervision for the month.

        workers : people in the team now; a narrower span since it was made brings more managers
        """
        a = self.post.authority
        m, team = self.rates("management", a), self.seen.teams[self.post.team]
        each = m.supervision_time / max(1.0, workers * m.span / team.span)
        hours = min(self.rates("casework", a).supervision_hours, each)
        time = sqrt(hours / m.supervision_usual_hours)
        quality = (
            m.supervision_usual * self.post.skill * time * (m.checking_worth + m.reflective_share)
        )
        quality += self.lifted_from_above(a) + m.correction * self.heard(team.problems, team.safety)
        team.supervision = min(1.0, max(0.0, quality))

    def lifted_from_above(self, a: int) -> float:
        """Lift of supervision by attention and intervention, less what a new director costs."""
        council, chief = self.seen.councils[a], self.seen.chiefs[a]
        leading, inspecting = self.rates("leadership", a), self.rates("inspection", a)
        lift = leading.improvement * (chief.attention - leading.attention_usual)
        lift += leading.director_effect * (self.model.directors[a].post.skill - 1.0)
        lift += inspecting.intervention_capacity * council.rung
        if self.week - council.judged < WEEKS_IN_YEAR:
            lift += inspecting.insight_gain * inspecting.style
        if council.rung and self.week - council.rung_since < inspecting.review_weeks:
            lift -= inspecting.intervention_disruption
        return float(lift - leading.disruption * council.unsettled)

    def heard(self, problems: float, safety: float) -> float:
        """Share of a team's problems that are spoken of beyond what is usual."""
        a = self.post.authority
        m = self.rates("management", a)
        silence = self.rates("loops", a).silence
        gap = m.honesty_gain * (safety - m.safety_usual) * silence
        return float(problems * gap)

    def honesty(self, safety: float) -> float:
        """Share of problems passed up one level."""
        a = self.post.authority
        m = self.rates("management", a)
        felt = safety if self.rates("loops", a).silence else m.safety_usual
        return float(m.honesty_least + m.honesty_gain * felt)

    def keep_team_safe(self, weeks: int) -> None:
        """Let blame wear a team's safety down, and time bring it back."""
        a = self.post.authority
        m, team, council = (
            self.rates("management", a),
            self.seen.teams[self.post.team],
            self.seen.councils[a],
        )
        beyond = (council.blame - self.rates("media", a).background_blame) * (
            1.0 - m.shield * m.just_culture
        )
        rest = min(1.0, m.safety_usual + (1.0 - m.safety_usual) * m.just_culture)
        months = weeks / (WEEKS_IN_YEAR / MONTHS_IN_YEAR)
        team.safety += (rest - team.safety) * (1.0 - exp(-months / m.safety_months))
        team.safety = max(0.0, team.safety - m.safety_of_blame * max(0.0, beyond) * months)

    def audit(self, files: list[Family]) -> None:
        """Look again at some of the team's files, and note how many seem wrongly placed."""
        a = self.post.authority
        team, skill = (
            self.seen.teams[self.post.team],
            self.rates("management", a).audit_discrimination,
        )
        wrong = sum(self.doubts(family, skill) for family in files)
        team.problems = wrong / len(files) if files else team.problems

    def doubts(self, family: Family, skill: float) -> bool:
        """Whether what the manager sees of a family does not fit its file."""
        a = self.post.authority
        noise = normal_quantile(self.chance.uniform("management.audit", self.week, family.row))
        seen = interpreted(observe_harm)(
            family.truth, skill, 0.0, noise, self.rates("families", a), self.rates("casework", a),
            self.rates("loops", a).distrust_conceals,
        )  # fmt: skip
        return bool((seen > skill) != (family.record.status >= CHILD_PROTECTION))

    def may_leave(self, weeks: int) -> bool:
        """Leave the post or not; whoever follows differs in skill and unsettles a little."""
        a = self.post.authority
        m = self.rates("management", a)
        chance = 1.0 - exp(-m.manager_exit * weeks / WEEKS_IN_YEAR)
        if self.chance.uniform("management.exit", self.week, self.number) >= chance:
            return False
        self.arrive(m.skill_spread)
        return True

    def arrive(self, spread: float) -> None:
        """Take up the post as someone new."""
        self.post.occupant += 1
        self.post.started = self.week
        luck = self.chance.normal("management.skill", self.week, self.number)
        least = self.rates("management", self.post.authority).skill_least
        self.post.skill = max(least, 1.0 + spread * luck)
