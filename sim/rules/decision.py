"""Decisions on one case: evidence meets a criterion, with a manager's signature."""

from sim.casefile.decisions import IN_NEED, PLAN
from sim.casefile.events import (
    ASSESSED,
    CONFERENCE_HELD,
    COURT_HEARD,
    ENQUIRED,
    HEARD_AGAIN,
    NOTHING,
    REFERRED,
    REVIEWED,
)
from sim.casefile.status import CHILD_IN_NEED, CHILD_PROTECTION, EVER_ON_PLAN, IN_CARE
from sim.casefile.timescales import CONFERENCE_15_DAYS
from sim.kernel.chance import uniform
from sim.kernel.compiled import compiled
from sim.measures.counters import index
from sim.rules.care import after_court, move_otherwise, review_care
from sim.rules.criterion import Moved, moved
from sim.rules.decision_tally import count_plan
from sim.rules.enquiry import after_enquiry, consider_enquiry
from sim.rules.moves import close, find_in_need, move_to
from sim.rules.observe import observe_kind
from sim.rules.review import review_need, review_plan
from sim.rules.weighing import DecisionLuck, Sections, note_weighing, weigh
from sim.state.case import Case
from sim.state.columns import NOBODY, Rows
from sim.state.organisation import Council
from sim.state.tables import Tally
from sim.state.worker import Worker

NOT_IN_NEED = index("referrals_not_in_need")
CONFERENCES, IN_15 = index("conferences"), index("conferences_15")


@compiled
def after_assessment(case: Case, why: Moved, s: Sections, tally: Tally) -> None:
    """Decide after an assessment: in need, not in need, or towards an enquiry."""
    record = case.record
    weigh(record, s.casework)
    record.need = record.need_evidence
    consider_enquiry(case, why, s, tally)
    enquiring = record.enquiry_left >= 0.0 or record.conference_left >= 0.0
    needs = record.need > s.decisions.in_need + why.shift
    note_weighing(case, IN_NEED, record.need, s.decisions.in_need, needs, why, s)
    if needs or enquiring:
        find_in_need(case, s.allocation, tally)
        move_to(case, CHILD_IN_NEED, tally)
        record.review_due = case.week + int(s.decisions.need_first_review_weeks)
    else:
        tally[case.home.cell, NOT_IN_NEED] += case.home.children
        close(case, tally)


@compiled
def after_conference(case: Case, why: Moved, s: Sections, luck: DecisionLuck, tally: Tally) -> None:
    """Decide at a conference: a plan, or not."""
    record = case.record
    weigh(record, s.casework)
    record.conference_left = NOBODY
    tally[case.home.cell, CONFERENCES] += case.home.children
    if case.week - record.enquiry_began <= CONFERENCE_15_DAYS:
        tally[case.home.cell, IN_15] += case.home.children
    agreed = record.belief > s.decisions.plan + why.shift
    note_weighing(case, PLAN, record.belief, s.decisions.plan, agreed, why, s)
    if agreed:
        find_in_need(case, s.allocation, tally)
        record.category = observe_kind(case.truth, s.families, uniform(luck.kind, case.number))
        count_plan(case, tally)
        record.plans += 1
        record.ever |= EVER_ON_PLAN
        move_to(case, CHILD_PROTECTION, tally)
        record.review_due = case.week + int(s.decisions.plan_first_review_weeks)


@compiled
def review(
    case: Case, why: Moved, supervision: float, s: Sections, luck: DecisionLuck, tally: Tally
) -> None:
    """Review what a case is under: a plan, care, or help in need."""
    if case.record.status == CHILD_PROTECTION:
        review_plan(case, why, supervision, s, luck, tally)
    elif case.record.status == IN_CARE:
        review_care(case, why, supervision, s, luck, tally)
    else:
        review_need(case, why, supervision, s, luck, tally)


@compiled
def decide(
    case: Case, council: Council, workers: Rows[Worker], supervision: float, s: Sections,
    luck: DecisionLuck, tally: Tally,
) -> None:  # fmt: skip
    """Decide on what has reached a case this week.

    supervision : quality of the manager's supervision, 0 to 1
    """
    event = case.record.event
    case.record.event = NOTHING
    if event == NOTHING:
        move_otherwise(case, s, luck, tally)
        return
    why = moved(council, workers, case.record.worker, s.decisions, s.media, s.loops)
    if event in (REFERRED, HEARD_AGAIN):
        consider_enquiry(case, why, s, tally)
    elif event == ASSESSED:
        after_assessment(case, why, s, tally)
    elif event == ENQUIRED:
        after_enquiry(case, why, s, luck, tally)
    elif event == CONFERENCE_HELD:
        after_conference(case, why, s, luck, tally)
    elif event == REVIEWED:
        review(case, why, supervision, s, luck, tally)
    elif event == COURT_HEARD:
        after_court(case, s, tally)
