"""Decisions on one case: evidence meets a criterion, with a manager's signature."""

from math import exp
from typing import NamedTuple

import numpy as np

from sim.casefile.events import (
    ASSESSED, CONFERENCE_HELD, COURT_HEARD, ENQUIRED, HEARD_AGAIN, NOTHING, REFERRED, REVIEWED,
)  # fmt: skip
from sim.casefile.status import (
    ASSESSMENT, CHILD_IN_NEED, CHILD_PROTECTION, CLOSED, EVER_IN_NEED, EVER_ON_PLAN, IN_CARE, PROCEEDINGS,
)  # fmt: skip
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
    count_care, count_closure, count_consideration, count_finding, count_leaving_status, count_plan,
    looked_after, CARE_ENDED,
)  # fmt: skip
from sim.rules.harm import weekly_chance
from sim.rules.observe import observe_harm, observe_kind
from sim.state.columns import NEVER, NOBODY
from sim.state.household import Household
from sim.state.record import Record
from sim.state.trace import Trace
from sim.state.truth import Truth

NOT_IN_NEED, NEEDS_STARTED = index("referrals_not_in_need"), index("needs_started")
CONFERENCES, IN_15 = index("conferences"), index("conferences_15")
APPLICATIONS = index("applications")
LN2 = 0.6931471805599453


class DecisionLuck(NamedTuple):
    """What is drawn when a case is decided on."""

    wait: np.uint64
    court: np.uint64
    interim: np.uint64
    move: np.uint64
    look: np.uint64
    second: np.uint64
    kind: np.uint64


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
def consider_enquiry(home: Household, truth: Truth, record: Record, trace: Trace, week: int, shift: float, s: Sections, tally: object) -> None:
    """Hold a strategy discussion: does the belief on file call for an enquiry?"""
    open_already = record.enquiry_left >= 0.0 or record.conference_left >= 0.0
    recent = week - record.last_enquiry < s.decisions.enquiry_gap_weeks
    if open_already or recent or record.status > CHILD_IN_NEED:
        return
    bar = s.decisions.section_47 + shift
    begun = record.belief > bar
    concealed = record.belief + 0.5 * trace.concealed > bar
    count_consideration(home, truth, trace, week, begun, concealed, tally)
    if begun:
        record.enquiry_left = s.casework.enquiry_weeks
        record.enquiry_began = week
        record.last_enquiry = week


@compiled
def move_to(home: Household, record: Record, status: int, week: int, tally: object) -> None:
    """Move a case along the ladder."""
    count_leaving_status(home, record, week, tally)
    record.status = status
    record.status_since = week
    record.reviews = 0


@compiled
def find_in_need(home: Household, record: Record, week: int, s: Sections, tally: object) -> None:
    """Begin an episode of need, dated from the referral, and hand it to a longer-term team."""
    if record.in_need_since == NEVER:
        record.in_need_since = record.opened
        tally[home.cell, NEEDS_STARTED] += home.children  # type: ignore[index]
    record.ever |= EVER_IN_NEED
    record.assessment_left = NOBODY
    if s.allocation.one_team < 1.0 and record.status == ASSESSMENT:
        record.transfer = 1


@compiled
def close(home: Household, truth: Truth, record: Record, trace: Trace, week: int, tally: object) -> None:
    """Close a case."""
    count_closure(home, truth, record, trace, week, tally)
    if looked_after(record):
        tally[home.cell, CARE_ENDED] += home.children  # type: ignore[index]
    move_to(home, record, CLOSED, week, tally)
    record.in_need_since = NEVER
    record.worker = NOBODY
    record.transfer = 0
    record.assessment_left = NOBODY
    record.enquiry_left = NOBODY
    record.conference_left = NOBODY
    record.dose = 0.0
    record.interim = 0


@compiled
def after_assessment(home: Household, truth: Truth, record: Record, trace: Trace, week: int, shift: float, s: Sections, tally: object) -> None:
    """Decide after an assessment: in need, not in need, or towards an enquiry."""
    weigh(record, s.casework)
    record.need = record.need_evidence
    consider_enquiry(home, truth, record, trace, week, shift, s, tally)
    enquiring = record.enquiry_left >= 0.0 or record.conference_left >= 0.0
    if record.need > s.decisions.in_need + shift or enquiring:
        find_in_need(home, record, week, s, tally)
        move_to(home, record, CHILD_IN_NEED, week, tally)
        record.review_due = week + int(s.decisions.need_first_review_weeks)
    else:
        tally[home.cell, NOT_IN_NEED] += home.children  # type: ignore[index]
        close(home, truth, record, trace, week, tally)


@compiled
def after_enquiry(home: Household, truth: Truth, record: Record, trace: Trace, i: int, week: int, shift: float, s: Sections, luck: DecisionLuck, tally: object) -> None:
    """Decide after an enquiry: a conference, or not."""
    weigh(record, s.casework)
    record.enquiry_left = NOBODY
    bar = s.decisions.conference + shift
    onward = record.belief > bar
    count_finding(home, truth, trace, week, onward, record.belief + 0.5 * trace.concealed > bar, tally)
    if onward:
        u = uniform(luck.wait, i)
        record.conference_left = 1.0 + s.casework.conference_weeks * u * u


@compiled
def after_conference(home: Household, truth: Truth, record: Record, trace: Trace, i: int, week: int, shift: float, s: Sections, luck: DecisionLuck, tally: object) -> None:
    """Decide at a conference: a plan, or not."""
    weigh(record, s.casework)
    record.conference_left = NOBODY
    tally[home.cell, CONFERENCES] += home.children  # type: ignore[index]
    if week - record.enquiry_began <= CONFERENCE_15_DAYS:
        tally[home.cell, IN_15] += home.children  # type: ignore[index]
    if record.belief > s.decisions.plan + shift:
        find_in_need(home, record, week, s, tally)
        record.category = observe_kind(truth, s.families, uniform(luck.kind, i))
        count_plan(home, truth, record, trace, week, tally)
        record.plans += 1
        record.ever |= EVER_ON_PLAN
        move_to(home, record, CHILD_PROTECTION, week, tally)
        record.review_due = week + int(s.decisions.plan_first_review_weeks)


@compiled
def begin_proceedings(home: Household, truth: Truth, record: Record, trace: Trace, i: int, week: int, s: Sections, luck: DecisionLuck, tally: object) -> None:
    """Apply to court; most children enter care at once."""
    tally[home.cell, APPLICATIONS] += 1.0  # type: ignore[index]
    move_to(home, record, PROCEEDINGS, week, tally)
    record.court_due = week + int(s.decisions.proceedings_weeks * (0.5 + uniform(luck.court, i)))
    record.interim = 1 if uniform(luck.interim, i) < s.decisions.interim_care else 0
    if record.interim:
        count_care(home, truth, trace, week, tally)


@compiled
def second_look(truth: Truth, i: int, doubt: float, supervision: float, s: Sections, luck: DecisionLuck) -> bool:
    """Whether a manager who looks again at a doubtful step stops it.

    doubt : how far the belief lies below the criterion, SD
    """
    doubtful = doubt < s.decisions.second_look_margin
    looks = uniform(luck.look, i) < s.decisions.second_look * supervision
    if not (doubtful and looks):
        return False
    noise = normal_quantile(uniform(luck.second, i))
    skill = s.management.audit_discrimination
    seen = observe_harm(truth, skill, 0.0, noise, s.families, s.casework, s.loops.distrust_conceals)
    return seen > skill


@compiled
def review_plan(home: Household, truth: Truth, record: Record, trace: Trace, i: int, week: int, shift: float, supervision: float, s: Sections, luck: DecisionLuck, tally: object) -> None:
    """Review a plan: to court, step down, or go on."""
    weigh(record, s.casework)
    first = s.decisions.first_review if record.reviews == 0 else 0.0
    bar = s.decisions.step_down + shift - first
    record.reviews += 1
    record.review_due = week + int(s.decisions.plan_review_weeks)
    if record.belief > s.decisions.proceedings + shift:
        begin_proceedings(home, truth, record, trace, i, week, s, luck, tally)
    elif record.belief < bar and not second_look(truth, i, bar - record.belief, supervision, s, luck):
        step_down(home, record, week, s, tally)


@compiled
def step_down(home: Household, record: Record, week: int, s: Sections, tally: object) -> None:
    """Step a case down to a child in need plan."""
    move_to(home, record, CHILD_IN_NEED, week, tally)
    record.interim = 0
    record.review_due = week + int(s.decisions.need_review_weeks)


@compiled
def review_need(home: Household, truth: Truth, record: Record, trace: Trace, i: int, week: int, shift: float, supervision: float, s: Sections, luck: DecisionLuck, tally: object) -> None:
    """Review a child in need: towards an enquiry, close, or go on."""
    weigh(record, s.casework)
    kept = s.casework.old_belief
    record.need = kept * record.need + (1.0 - kept) * record.need_evidence
    record.reviews += 1
    record.review_due = week + int(s.decisions.need_review_weeks)
    consider_enquiry(home, truth, record, trace, week, shift, s, tally)
    bar = s.decisions.end_need + shift
    if record.enquiry_left < 0.0 and record.need < bar:
        if not second_look(truth, i, s.decisions.section_47 + shift - record.belief, supervision, s, luck):
            close(home, truth, record, trace, week, tally)


@compiled
def after_court(home: Household, truth: Truth, record: Record, trace: Trace, week: int, s: Sections, tally: object) -> None:
    """Decide at court: a care order, or home under a child in need plan."""
    weigh(record, s.casework)
    if record.belief > s.decisions.care_order:
        if not record.interim:
            count_care(home, truth, trace, week, tally)
        move_to(home, record, IN_CARE, week, tally)
    else:
        if record.interim:
            tally[home.cell, CARE_ENDED] += home.children  # type: ignore[index]
        step_down(home, record, week, s, tally)


@compiled
def move_otherwise(home: Household, truth: Truth, record: Record, trace: Trace, i: int, week: int, s: Sections, luck: DecisionLuck, tally: object) -> None:
    """Let the moves happen that no review makes: agreement, moves away, return home, adoption."""
    u = uniform(luck.move, i)
    if record.status == IN_CARE:
        home_again = weekly_chance(s.decisions.return_home)
        if u < home_again:
            tally[home.cell, CARE_ENDED] += home.children  # type: ignore[index]
            step_down(home, record, week, s, tally)
        elif u < home_again + weekly_chance(s.decisions.placed_elsewhere):
            record.placed = 1
            close(home, truth, record, trace, week, tally)
        return
    if record.status != CHILD_IN_NEED and record.status != CHILD_PROTECTION:
        return
    agreed = weekly_chance(s.decisions.care_by_agreement * exp(LN2 * min(4.0, record.need)))
    if u < agreed:
        count_care(home, truth, trace, week, tally)
        move_to(home, record, IN_CARE, week, tally)
    elif record.status == CHILD_PROTECTION and u < agreed + weekly_chance(s.decisions.plan_other_endings):
        step_down(home, record, week, s, tally)


@compiled
def decide(home: Household, truth: Truth, record: Record, trace: Trace, i: int, week: int, shift: float, supervision: float, s: Sections, luck: DecisionLuck, tally: object) -> None:
    """Decide on what has reached a case this week.

    shift       : movement of the criterion by council and worker, SD
    supervision : quality of the manager's supervision, 0 to 1
    """
    event = record.event
    record.event = NOTHING
    if event == REFERRED or event == HEARD_AGAIN:
        consider_enquiry(home, truth, record, trace, week, shift, s, tally)
    elif event == ASSESSED:
        after_assessment(home, truth, record, trace, week, shift, s, tally)
    elif event == ENQUIRED:
        after_enquiry(home, truth, record, trace, i, week, shift, s, luck, tally)
    elif event == CONFERENCE_HELD:
        after_conference(home, truth, record, trace, i, week, shift, s, luck, tally)
    elif event == REVIEWED and record.status == CHILD_PROTECTION:
        review_plan(home, truth, record, trace, i, week, shift, supervision, s, luck, tally)
    elif event == REVIEWED:
        review_need(home, truth, record, trace, i, week, shift, supervision, s, luck, tally)
    elif event == COURT_HEARD:
        after_court(home, truth, record, trace, week, s, tally)
    else:
        move_otherwise(home, truth, record, trace, i, week, s, luck, tally)
