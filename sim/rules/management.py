"""What a manager does: supervise, keep a team safe, look again at files, and leave or stay."""

from math import exp, sqrt
from typing import NamedTuple

import numpy as np

from sim.casefile.status import CHILD_PROTECTION
from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.chance import normal_quantile, uniform
from sim.kernel.compiled import compiled
from sim.parameters.casework import Casework
from sim.parameters.families import Families
from sim.parameters.inspection import Inspection
from sim.parameters.intervention import Intervention
from sim.parameters.leadership import Leadership
from sim.parameters.loops import Loops
from sim.parameters.management import Management
from sim.parameters.media import Media
from sim.rules.culture import blame_on_staff, lift_of_insight, safety_at_rest
from sim.rules.intervention import lift_of_rung
from sim.rules.observe import observe_harm
from sim.rules.people import luck_number
from sim.state.columns import Rows
from sim.state.organisation import COMMISSIONER, GOOD, Chief, Council, Director, Manager, Team
from sim.state.record import Record
from sim.state.truth import Truth
from sim.state.worker import VACANT, Worker

MONTHS_IN_YEAR = 12


class ManagementLuck(NamedTuple):
    """What is drawn for the files that managers look at again."""

    audit: np.uint64


class ManagerLuck(NamedTuple):
    """What is drawn once for each manager."""

    skill: np.uint64


@compiled
def lifted_from_above(
    council: Council, chief: Chief, director: Director, week: int, leading: Leadership,
    inspecting: Inspection, intervening: Intervention, media: Media, loops: Loops,
) -> float:  # fmt: skip
    """Lift of supervision by attention and intervention, less what a new director costs."""
    lift = leading.improvement * chief.appetite * (chief.attention - leading.attention_usual)
    doubt = leading.director_belief_usual - director.belief
    lift += leading.mending * doubt
    lift += leading.director_effect * (director.skill - 1.0)
    lift += media.learning_gain * (council.learning - media.usual_learning)
    support = lift_of_rung(council, week, intervening)
    if council.grade < GOOD:
        support += inspecting.partner_capacity * inspecting.sector_partner
    lift += support * loops.grade_brings_resource
    if week - council.judged < WEEKS_IN_YEAR:
        lift += lift_of_insight(council.style, inspecting)
    if council.rung >= COMMISSIONER:
        lift -= intervening.blurred * loops.delegate_to_be_safe
    return lift - leading.disruption * council.unsettled


@compiled
def heard(team: Team, m: Management, loops: Loops) -> float:
    """Share of a team's problems that are spoken of beyond what is usual."""
    said = team.problems * m.honesty_gain * (team.safety - m.safety_usual) * loops.silence
    unspoken = 1.0 - honesty(team.safety, m, loops)
    return said + team.problems * unspoken * brought_up(m)


@compiled
def problems_of(council: Council, teams: Rows[Team]) -> float:
    """Mean share of audited files with a problem, over an authority's teams."""
    problems = 0.0
    for row in range(council.first_team, council.end_team):
        problems += teams[row].problems
    return problems / (council.end_team - council.first_team)


@compiled
def brought_up(m: Management) -> float:
    """Share of the problems that nobody speaks of which a public report brings up."""
    return m.annual_report * m.annual_report_gain


@compiled
def duty_to_report(leading: Leadership) -> float:
    """Give the attention, and the share of what is held back, that a duty to report adds."""
    return leading.reporting_gain * leading.reporting_duty


@compiled
def honesty(safety: float, m: Management, loops: Loops) -> float:
    """Share of problems passed up one level."""
    felt = safety if loops.silence else m.safety_usual
    return m.honesty_least + m.honesty_gain * felt


@compiled
def supervise(
    team: Team, manager: Manager, workers: float, lift: float, m: Management, c: Casework,
    loops: Loops,
) -> None:  # fmt: skip
    """Set the quality of a team's supervision for the month.

    workers : people in the team now, each as often as it takes supervision; a narrower span since
              it was made brings more managers
    lift    : as `lifted_from_above` gives it
    """
    learning = m.manager_training * m.manager_training_hours
    each = (m.supervision_time - learning) / max(1.0, workers * m.span / team.span)
    hours = min(c.supervision_hours, each)
    team.supervised = hours
    time = sqrt(hours / m.supervision_usual_hours)
    quality = m.supervision_usual * manager.skill * time * (m.checking_worth + m.reflective_share)
    quality *= 1.0 + m.manager_training * m.manager_training_gain
    quality += lift + m.correction * heard(team, m, loops)
    quality -= m.reorganising_cost * c.reorganising
    team.supervision = min(1.0, max(0.0, quality))


@compiled
def keep_team_safe(
    team: Team, council: Council, weeks: int, m: Management, media: Media, loops: Loops
) -> None:
    """Let blame wear a team's safety down, and time bring it back."""
    beyond = (council.blame - media.background_blame) * blame_on_staff(m) * loops.silence
    rest = safety_at_rest(m)
    months = weeks / (WEEKS_IN_YEAR / MONTHS_IN_YEAR)
    team.safety += (rest - team.safety) * (1.0 - exp(-months / m.safety_months))
    team.safety = max(0.0, team.safety - m.safety_of_blame * max(0.0, beyond) * months)


@compiled
def skilled(u: float, spread: float, m: Management) -> float:
    """Skill of somebody new to a manager's post; 1 is usual.

    u      : uniform
    spread : SD of skill among those who come
    """
    return max(m.skill_least, 1.0 + spread * normal_quantile(u))


@compiled
def answer_for(manager: Manager, seat: Worker, week: int, m: Management, luck: ManagerLuck) -> None:
    """Let whoever holds the post answer for it; somebody stands in while it is vacant."""
    if seat.filled == VACANT:
        manager.skill = m.acting_skill
    elif manager.occupant != seat.occupant:
        manager.occupant = seat.occupant
        manager.started = week
        manager.own_skill = skilled(uniform(luck.skill, luck_number(seat)), m.skill_spread, m)
    if seat.filled != VACANT:
        manager.skill = manager.own_skill


@compiled
def doubts(
    truth: Truth, record: Record, i: int, f: Families, c: Casework, m: Management, loops: Loops,
    luck: ManagementLuck,
) -> bool:  # fmt: skip
    """Whether what a manager sees of a family at an audit does not fit its file."""
    noise = normal_quantile(uniform(luck.audit, i))
    depth = m.audit_discrimination
    seen = observe_harm(truth, depth, 0.0, noise, f, c, loops.distrust_conceals)
    return bool((seen > m.doubt_margin * depth) != (record.status >= CHILD_PROTECTION))
