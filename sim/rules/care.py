"""Court and care: orders, care by agreement, return home, and leaving for good."""

from math import exp, log

from sim.casefile.decisions import CARE_KEPT, CARE_ORDER
from sim.casefile.status import CHILD_IN_NEED, CHILD_PROTECTION, IN_CARE
from sim.kernel.chance import uniform
from sim.kernel.compiled import compiled
from sim.rules.criterion import Moved, unmoved
from sim.rules.decision_tally import CARE_ENDED, count_care
from sim.rules.harm import weekly_chance
from sim.rules.moves import change_team, close, drop_tasks, move_to, step_down
from sim.rules.review import second_look
from sim.rules.weighing import DecisionLuck, Sections, note_weighing, weigh
from sim.state.case import Case
from sim.state.tables import Tally


@compiled
def enter_care(case: Case, s: Sections, tally: Tally) -> None:
    """Begin care, to be reviewed when its time comes."""
    change_team(case.record, s.allocation)
    drop_tasks(case, tally)
    move_to(case, IN_CARE, tally)
    case.record.review_due = case.week + int(s.decisions.care_review_weeks)


@compiled
def after_court(case: Case, s: Sections, tally: Tally) -> None:
    """Decide at court: a care order, or home under a child in need plan."""
    record = case.record
    weigh(record, s.casework)
    ordered = record.belief > s.decisions.care_order
    note_weighing(case, CARE_ORDER, record.belief, s.decisions.care_order, ordered, unmoved(), s)
    if ordered:
        if not record.interim:
            count_care(case, tally)
        enter_care(case, s, tally)
    else:
        if record.interim:
            tally[case.home.cell, CARE_ENDED] += case.home.children
        step_down(case, s.decisions, tally)


@compiled
def review_care(
    case: Case, why: Moved, supervision: float, s: Sections, luck: DecisionLuck, tally: Tally
) -> None:
    """Review a child in care: home under a child in need plan, or go on."""
    record, d = case.record, s.decisions
    weigh(record, s.casework)
    record.reviews += 1
    record.review_due = case.week + int(d.care_review_weeks)
    doubt = d.return_home + why.shift - record.belief
    note_weighing(case, CARE_KEPT, record.belief, d.return_home, doubt <= 0.0, why, s)
    if doubt > 0.0 and not second_look(case, doubt, supervision, s, luck):
        tally[case.home.cell, CARE_ENDED] += case.home.children
        step_down(case, d, tally)


@compiled
def move_otherwise(case: Case, s: Sections, luck: DecisionLuck, tally: Tally) -> None:
    """Let the moves happen that no review makes: agreement, other endings, leaving for good."""
    record, d = case.record, s.decisions
    u = uniform(luck.move, case.number)
    if record.status == IN_CARE:
        if u < weekly_chance(d.placed_elsewhere):
            record.placed = 1
            close(case, tally)
        return
    if record.status not in (CHILD_IN_NEED, CHILD_PROTECTION):
        return
    likelier = exp(log(d.agreement_of_need) * min(d.agreement_need_most, record.need))
    agreed = weekly_chance(d.care_by_agreement * likelier)
    if u < agreed:
        count_care(case, tally)
        enter_care(case, s, tally)
    elif record.status == CHILD_PROTECTION and u < agreed + weekly_chance(d.plan_other_endings):
        step_down(case, d, tally)
