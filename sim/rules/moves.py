"""Moves along the status ladder, and what each leaves on file."""

from sim.casefile.status import ASSESSMENT, CHILD_IN_NEED, CLOSED, EVER_IN_NEED, PROCEEDINGS
from sim.kernel.compiled import compiled
from sim.measures.counters import index
from sim.parameters.allocation import Allocation
from sim.parameters.decisions import Decisions
from sim.rules.decision_tally import (
    CARE_ENDED,
    count_care,
    count_closure,
    count_dropped,
    count_leaving_status,
    looked_after,
)
from sim.state.case import Case
from sim.state.columns import NEVER, NOBODY
from sim.state.record import Record
from sim.state.tables import Tally

NEEDS_STARTED, APPLICATIONS = index("needs_started"), index("applications")
PROCEEDINGS_STARTED, ALLOCATED = index("proceedings_started"), index("unallocated_ended")


@compiled
def move_to(case: Case, status: int, tally: Tally) -> None:
    """Move a case along the ladder."""
    count_leaving_status(case, tally)
    case.record.status = status
    case.record.status_since = case.week
    case.record.reviews = 0


@compiled
def keeps_team(p: Allocation) -> bool:
    """Whether one team keeps a case throughout."""
    return p.one_team >= 1.0


@compiled
def change_team(record: Record, p: Allocation) -> None:
    """Ask for the case to go to another team, unless one team keeps it throughout."""
    if not keeps_team(p):
        record.transfer = 1


@compiled
def find_in_need(case: Case, p: Allocation, tally: Tally) -> None:
    """Begin an episode of need, dated from the referral, and hand it to a longer-term team."""
    record = case.record
    if record.in_need_since == NEVER:
        record.in_need_since = record.opened
        tally[case.home.cell, NEEDS_STARTED] += case.home.children
    record.ever |= EVER_IN_NEED
    record.assessment_left = NOBODY
    if record.status == ASSESSMENT:
        change_team(record, p)


@compiled
def step_down(case: Case, p: Decisions, tally: Tally) -> None:
    """Step a case down to a child in need plan."""
    move_to(case, CHILD_IN_NEED, tally)
    case.record.interim = 0
    case.record.review_due = case.week + int(p.need_review_weeks)


@compiled
def begin_proceedings(case: Case, court: float, interim: float, p: Decisions, tally: Tally) -> None:
    """Apply to court; most children enter care at once.

    court, interim : uniform, of how long it takes and of an interim order
    """
    tally[case.home.cell, APPLICATIONS] += 1.0
    tally[case.home.cell, PROCEEDINGS_STARTED] += case.home.children
    move_to(case, PROCEEDINGS, tally)
    case.record.court_due = case.week + int(p.proceedings_weeks * (0.5 + court))
    case.record.interim = 1 if interim < p.interim_care else 0
    if case.record.interim:
        count_care(case, tally)


@compiled
def drop_tasks(case: Case, tally: Tally) -> None:
    """Drop the assessment, enquiry and conference under way."""
    count_dropped(case, tally)
    record = case.record
    record.assessment_left = NOBODY
    record.enquiry_left = NOBODY
    record.conference_left = NOBODY


@compiled
def close(case: Case, tally: Tally) -> None:
    """Close a case."""
    record = case.record
    count_closure(case, tally)
    if looked_after(record):
        tally[case.home.cell, CARE_ENDED] += case.home.children
    if record.worker == NOBODY:
        tally[case.home.cell, ALLOCATED] += case.home.children
    move_to(case, CLOSED, tally)
    record.closed = case.week
    record.in_need_since = NEVER
    record.worker = NOBODY
    record.transfer = 0
    drop_tasks(case, tally)
    record.dose = 0.0
    record.interim = 0
