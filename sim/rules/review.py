"""Reviews of plans and of children in need: step up, step down, close, or go on."""

from sim.casefile.decisions import NEED_KEPT, PLAN_KEPT, PROCEEDINGS
from sim.kernel.chance import normal_quantile, uniform
from sim.kernel.compiled import compiled
from sim.parameters.decisions import Decisions
from sim.rules.criterion import Moved, of_enquiries
from sim.rules.enquiry import consider_enquiry
from sim.rules.family_group import family_plans
from sim.rules.moves import begin_proceedings, change_team, close, step_down
from sim.rules.observe import observe_harm
from sim.rules.weighing import DecisionLuck, Sections, note_weighing, weigh
from sim.state.case import Case
from sim.state.record import Record
from sim.state.tables import Tally


@compiled
def second_look(
    case: Case, doubt: float, supervision: float, s: Sections, luck: DecisionLuck
) -> bool:
    """Whether a manager who looks again at a doubtful step stops it.

    doubt : how far the belief lies below the criterion, SD
    """
    doubtful = doubt < s.decisions.second_look_margin
    looks = uniform(luck.look, case.number) < s.decisions.second_look * supervision
    if not (doubtful and looks):
        return False
    noise = normal_quantile(uniform(luck.second, case.number))
    skill = s.management.audit_discrimination
    seen = observe_harm(
        case.truth, skill, 0.0, noise, s.families, s.casework, s.loops.distrust_conceals
    )
    return seen > s.management.doubt_margin * skill


@compiled
def keeping_plan(record: Record, d: Decisions) -> float:
    """Give the criterion for keeping a plan before it is moved: lower at the first review, SD."""
    return d.step_down - (d.first_review if record.reviews == 0 else 0.0)


@compiled
def review_plan(
    case: Case, why: Moved, supervision: float, s: Sections, luck: DecisionLuck, tally: Tally
) -> None:
    """Review a plan: to court, step down, or go on.

    The first review cannot go to court: work before proceedings fills the time to the next.
    """
    record, d = case.record, s.decisions
    weigh(record, s.casework)
    base = keeping_plan(record, d)
    doubt = base + why.shift - record.belief
    reviewed_before = record.reviews > 0
    record.reviews += 1
    record.review_due = case.week + int(d.plan_review_weeks)
    to_court = record.belief > d.proceedings + why.shift
    note_weighing(case, PROCEEDINGS, record.belief, d.proceedings, to_court, why, s)
    note_weighing(case, PLAN_KEPT, record.belief, base, doubt <= 0.0, why, s)
    if to_court and reviewed_before:
        if family_plans(case, luck.family, d):
            return
        court, interim = uniform(luck.court, case.number), uniform(luck.interim, case.number)
        begin_proceedings(case, court, interim, d, tally)
        change_team(record, s.allocation)
    elif doubt > 0.0 and not second_look(case, doubt, supervision, s, luck):
        step_down(case, d, tally)


@compiled
def review_need(
    case: Case, why: Moved, supervision: float, s: Sections, luck: DecisionLuck, tally: Tally
) -> None:
    """Review a child in need: towards an enquiry, close, or go on."""
    record, d = case.record, s.decisions
    weigh(record, s.casework)
    kept = s.casework.old_belief
    record.need = kept * record.need + (1.0 - kept) * record.need_evidence
    record.reviews += 1
    record.review_due = case.week + int(d.need_review_weeks)
    consider_enquiry(case, why, s, tally)
    needs = record.need >= d.end_need + why.shift
    note_weighing(case, NEED_KEPT, record.need, d.end_need, needs, why, s)
    doubt = d.section_47 + of_enquiries(why).shift - record.belief
    closing = record.enquiry_left < 0.0 and not needs
    if closing and not second_look(case, doubt, supervision, s, luck):
        close(case, tally)
