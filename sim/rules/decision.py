"""Decisions on one case: evidence meets a criterion, with a manager's signature."""

from math import exp, log
from typing import NamedTuple

import numpy as np

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
from sim.casefile.status import (
    CHILD_IN_NEED,
    CHILD_PROTECTION,
    EVER_ON_PLAN,
    IN_CARE,
)
from sim.casefile.timescales import CONFERENCE_15_DAYS
from sim.kernel.chance import normal_quantile, uniform
from sim.kernel.compiled import compiled
from sim.measures.counters import index
from sim.parameters.allocation import Allocation
from sim.parameters.casework import Casework
from sim.parameters.decisions import Decisions
from sim.parameters.families import Families
from sim.parameters.loops import Loops
from sim.parameters.management import Management
from sim.rules.decision_tally import (
    CARE_ENDED,
    count_care,
    count_consideration,
    count_finding,
    count_plan,
)
from sim.rules.family_group import family_plans
from sim.rules.harm import weekly_chance
from sim.rules.moves import (
    begin_proceedings,
    change_team,
    close,
    find_in_need,
    move_to,
    step_down,
)
from sim.rules.observe import observe_harm, observe_kind
from sim.state.case import Case
from sim.state.columns import NOBODY
from sim.state.record import Record
from sim.state.tables import Tally

NOT_IN_NEED = index("referrals_not_in_need")
CONFERENCES, IN_15 = index("conferences"), index("conferences_15")


class DecisionLuck(NamedTuple):
    """What is drawn when a case is decided on."""

    wait: np.uint64
    court: np.uint64
    interim: np.uint64
    move: np.uint64
    look: np.uint64
    second: np.uint64
    kind: np.uint64
    family: np.uint64


class Sections(NamedTuple):
    """The numbers that decisions read, for one authority."""

    decisions: Decisions
    casework: Casework
    families: Families
    allocation: Allocation
    management: Management
    loops: Loops


@compiled
def weigh(record: Record, c: Casework) -> None:
    """Weigh new evidence of harm against the belief on file, which persists."""
    record.belief = c.old_belief * record.belief + (1.0 - c.old_belief) * record.evidence


@compiled
def was_concealed(case: Case, bar: float, c: Casework) -> bool:
    """Whether, for the observer, concealment alone kept the belief from the bar."""
    return case.record.belief + (1.0 - c.old_belief) * case.trace.concealed > bar


@compiled
def consider_enquiry(case: Case, shift: float, s: Sections, tally: Tally) -> None:
    """Hold a strategy discussion: whether the belief on file calls for an enquiry."""
    record = case.record
    open_already = record.enquiry_left >= 0.0 or record.conference_left >= 0.0
    recent = case.week - record.last_enquiry < s.decisions.enquiry_gap_weeks
    if open_already or recent or record.status > CHILD_IN_NEED:
        return
    bar = s.decisions.section_47 + shift
    begun = record.belief > bar
    count_consideration(case, begun, was_concealed(case, bar, s.casework), tally)
    if begun:
        record.enquiry_left = s.casework.enquiry_weeks
        record.enquiry_began = case.week
        record.last_enquiry = case.week


@compiled
def after_assessment(case: Case, shift: float, s: Sections, tally: Tally) -> None:
    """Decide after an assessment: in need, not in need, or towards an enquiry."""
    record = case.record
    weigh(record, s.casework)
    record.need = record.need_evidence
    consider_enquiry(case, shift, s, tally)
    enquiring = record.enquiry_left >= 0.0 or record.conference_left >= 0.0
    if record.need > s.decisions.in_need + shift or enquiring:
        find_in_need(case, s.allocation, tally)
        move_to(case, CHILD_IN_NEED, tally)
        record.review_due = case.week + int(s.decisions.need_first_review_weeks)
    else:
        tally[case.home.cell, NOT_IN_NEED] += case.home.children
        close(case, tally)


@compiled
def after_enquiry(case: Case, shift: float, s: Sections, luck: DecisionLuck, tally: Tally) -> None:
    """Decide after an enquiry: a conference, or not."""
    record = case.record
    weigh(record, s.casework)
    record.enquiry_left = NOBODY
    bar = s.decisions.conference + shift
    onward = record.belief > bar
    count_finding(case, onward, was_concealed(case, bar, s.casework), tally)
    if onward:
        span = s.casework.conference_longest - s.casework.conference_shortest
        wait = s.casework.conference_shortest + span * uniform(luck.wait, case.number)
        record.conference_left = wait


@compiled
def after_conference(
    case: Case, shift: float, s: Sections, luck: DecisionLuck, tally: Tally
) -> None:
    """Decide at a conference: a plan, or not."""
    record = case.record
    weigh(record, s.casework)
    record.conference_left = NOBODY
    tally[case.home.cell, CONFERENCES] += case.home.children
    if case.week - record.enquiry_began <= CONFERENCE_15_DAYS:
        tally[case.home.cell, IN_15] += case.home.children
    if record.belief > s.decisions.plan + shift:
        find_in_need(case, s.allocation, tally)
        record.category = observe_kind(case.truth, s.families, uniform(luck.kind, case.number))
        count_plan(case, tally)
        record.plans += 1
        record.ever |= EVER_ON_PLAN
        move_to(case, CHILD_PROTECTION, tally)
        record.review_due = case.week + int(s.decisions.plan_first_review_weeks)


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
def review_plan(
    case: Case, shift: float, supervision: float, s: Sections, luck: DecisionLuck, tally: Tally
) -> None:
    """Review a plan: to court, step down, or go on."""
    record = case.record
    weigh(record, s.casework)
    first = s.decisions.first_review if record.reviews == 0 else 0.0
    bar = s.decisions.step_down + shift - first
    record.reviews += 1
    record.review_due = case.week + int(s.decisions.plan_review_weeks)
    if record.belief > s.decisions.proceedings + shift:
        if family_plans(case, luck.family, s.decisions):
            return
        court, interim = uniform(luck.court, case.number), uniform(luck.interim, case.number)
        begin_proceedings(case, court, interim, s.decisions, tally)
        change_team(record, s.allocation)
    elif record.belief < bar and not second_look(case, bar - record.belief, supervision, s, luck):
        step_down(case, s.decisions, tally)


@compiled
def review_need(
    case: Case, shift: float, supervision: float, s: Sections, luck: DecisionLuck, tally: Tally
) -> None:
    """Review a child in need: towards an enquiry, close, or go on."""
    record = case.record
    weigh(record, s.casework)
    kept = s.casework.old_belief
    record.need = kept * record.need + (1.0 - kept) * record.need_evidence
    record.reviews += 1
    record.review_due = case.week + int(s.decisions.need_review_weeks)
    consider_enquiry(case, shift, s, tally)
    bar = s.decisions.end_need + shift
    doubt = s.decisions.section_47 + shift - record.belief
    closing = record.enquiry_left < 0.0 and record.need < bar
    if closing and not second_look(case, doubt, supervision, s, luck):
        close(case, tally)


@compiled
def after_court(case: Case, s: Sections, tally: Tally) -> None:
    """Decide at court: a care order, or home under a child in need plan."""
    record = case.record
    weigh(record, s.casework)
    if record.belief > s.decisions.care_order:
        if not record.interim:
            count_care(case, tally)
        change_team(record, s.allocation)
        move_to(case, IN_CARE, tally)
    else:
        if record.interim:
            tally[case.home.cell, CARE_ENDED] += case.home.children
        step_down(case, s.decisions, tally)


@compiled
def move_otherwise(case: Case, s: Sections, luck: DecisionLuck, tally: Tally) -> None:
    """Let the moves happen that no review makes: agreement, moves away, return home, adoption."""
    record = case.record
    u = uniform(luck.move, case.number)
    if record.status == IN_CARE:
        home_again = weekly_chance(s.decisions.return_home)
        if u < home_again:
            tally[case.home.cell, CARE_ENDED] += case.home.children
            step_down(case, s.decisions, tally)
        elif u < home_again + weekly_chance(s.decisions.placed_elsewhere):
            record.placed = 1
            close(case, tally)
        return
    if record.status not in (CHILD_IN_NEED, CHILD_PROTECTION):
        return
    need = min(s.decisions.agreement_need_most, record.need)
    likelier = exp(log(s.decisions.agreement_of_need) * need)
    agreed = weekly_chance(s.decisions.care_by_agreement * likelier)
    otherwise = agreed + weekly_chance(s.decisions.plan_other_endings)
    if u < agreed:
        count_care(case, tally)
        change_team(record, s.allocation)
        move_to(case, IN_CARE, tally)
    elif record.status == CHILD_PROTECTION and u < otherwise:
        step_down(case, s.decisions, tally)


@compiled
def decide(
    case: Case, shift: float, supervision: float, s: Sections, luck: DecisionLuck, tally: Tally
) -> None:
    """Decide on what has reached a case this week.

    shift       : movement of the criterion by council and worker, SD
    supervision : quality of the manager's supervision, 0 to 1
    """
    event = case.record.event
    case.record.event = NOTHING
    if event in (REFERRED, HEARD_AGAIN):
        consider_enquiry(case, shift, s, tally)
    elif event == ASSESSED:
        after_assessment(case, shift, s, tally)
    elif event == ENQUIRED:
        after_enquiry(case, shift, s, luck, tally)
    elif event == CONFERENCE_HELD:
        after_conference(case, shift, s, luck, tally)
    elif event == REVIEWED and case.record.status == CHILD_PROTECTION:
        review_plan(case, shift, supervision, s, luck, tally)
    elif event == REVIEWED:
        review_need(case, shift, supervision, s, luck, tally)
    elif event == COURT_HEARD:
        after_court(case, s, tally)
    else:
        move_otherwise(case, s, luck, tally)
