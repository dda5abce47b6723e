"""What the observer counts of decisions, and of each against the truth."""

import numpy as np

from sim.casefile.events import (
    CASE_CLOSED,
    CONCEALED,
    EMOTIONAL,
    NEGLECT,
    NOT_RECOGNISED,
    PHYSICAL,
    SEXUAL,
)
from sim.casefile.status import ASSESSMENT, CHILD_PROTECTION, IN_CARE, PROCEEDINGS
from sim.casefile.timescales import SIX_MONTHS, THREE_MONTHS, TWO_YEARS, YEAR
from sim.kernel.compiled import compiled
from sim.measures.counters import index
from sim.state.case import Case
from sim.state.columns import NEVER
from sim.state.household import Household
from sim.state.record import Record
from sim.state.tables import Tally

CONSIDERED_HARMED, CONSIDERED_UNHARMED = index("strategy_harmed"), index("strategy_unharmed")
ENQUIRIES, ENQUIRIES_HARMED = index("enquiries"), index("enquiries_harmed")
ENQUIRIES_UNHARMED = index("enquiries_unharmed")
FINDINGS_HARMED, FINDINGS_UNHARMED = index("findings_harmed"), index("findings_unharmed")
CONFERENCES_CALLED = index("conferences_called")
ENQUIRIES_DROPPED, CONFERENCES_DROPPED = index("enquiries_dropped"), index("conferences_dropped")
OVERTAKEN = index("assessments_overtaken")
PLANS, REPEAT = index("plans_started"), index("repeat_plans")
PLANS_HARMED, PLANS_UNHARMED = index("plans_harmed"), index("plans_unharmed")
FOR_NEGLECT, FOR_EMOTIONAL = index("plans_neglect"), index("plans_emotional")
FOR_PHYSICAL, FOR_SEXUAL = index("plans_physical"), index("plans_sexual")
PLANS_ENDED = index("plans_ended")
NEEDS_ENDED = index("needs_ended")
LENGTHS = ("3m", "6m", "1y", "2y")
PLANS_BY_LENGTH = np.array([index(f"plans_ended_{length}") for length in LENGTHS])
NEEDS_BY_LENGTH = np.array([index(f"needs_ended_{length}") for length in LENGTHS])
"""Counters of what lasted up to 3, 6 and 12 months, and two years or more."""

CARE_STARTED, CARE_ENDED = index("care_started"), index("care_ended")
REMOVALS_UNHARMED = index("removals_unharmed")
PROCEEDINGS_ENDED, PROCEEDINGS_WEEKS = index("proceedings_ended"), index("proceedings_weeks")
CLOSED_ALL, CLOSED_HARMED = index("closed"), index("closed_harmed")


@compiled
def looked_after(record: Record) -> bool:
    """Whether the children are looked after."""
    return record.status == IN_CARE or (record.status == PROCEEDINGS and record.interim == 1)


@compiled
def lately_harmed(case: Case) -> bool:
    """Whether children are harmed, or were within the three months a decision looks back on."""
    return case.truth.harm > 0 or case.week - case.trace.ended <= THREE_MONTHS


@compiled
def count_consideration(case: Case, begun: bool, concealed: bool, tally: Tally) -> None:
    """Count an enquiry considered, and begun or not."""
    if lately_harmed(case):
        tally[case.home.cell, CONSIDERED_HARMED] += case.home.children
        if case.truth.harm and not begun:
            case.trace.reached = max(case.trace.reached, CONCEALED if concealed else NOT_RECOGNISED)
    else:
        tally[case.home.cell, CONSIDERED_UNHARMED] += case.home.children
    if begun:
        tally[case.home.cell, ENQUIRIES] += case.home.children
        kind = ENQUIRIES_HARMED if lately_harmed(case) else ENQUIRIES_UNHARMED
        tally[case.home.cell, kind] += case.home.children


@compiled
def count_finding(case: Case, onward: bool, concealed: bool, tally: Tally) -> None:
    """Count the end of an enquiry."""
    kind = FINDINGS_HARMED if lately_harmed(case) else FINDINGS_UNHARMED
    tally[case.home.cell, kind] += case.home.children
    if onward:
        tally[case.home.cell, CONFERENCES_CALLED] += case.home.children
    if case.truth.harm and not onward:
        case.trace.reached = max(case.trace.reached, CONCEALED if concealed else NOT_RECOGNISED)


@compiled
def count_plan(case: Case, tally: Tally) -> None:
    """Count a plan that starts."""
    tally[case.home.cell, PLANS] += case.home.children
    if case.record.status == ASSESSMENT:
        tally[case.home.cell, OVERTAKEN] += case.home.children
    if case.record.plans > 0:
        tally[case.home.cell, REPEAT] += case.home.children
    kind = PLANS_HARMED if lately_harmed(case) else PLANS_UNHARMED
    tally[case.home.cell, kind] += case.home.children
    if case.record.category == NEGLECT:
        tally[case.home.cell, FOR_NEGLECT] += case.home.children
    elif case.record.category == EMOTIONAL:
        tally[case.home.cell, FOR_EMOTIONAL] += case.home.children
    elif case.record.category == PHYSICAL:
        tally[case.home.cell, FOR_PHYSICAL] += case.home.children
    elif case.record.category == SEXUAL:
        tally[case.home.cell, FOR_SEXUAL] += case.home.children


@compiled
def count_length(home: Household, weeks: int, columns: np.ndarray, tally: Tally) -> None:
    """Count a plan or an episode of need that ended by how long it lasted.

    columns : (4,) of the tally: up to 3, 6 and 12 months, and two years or more
    """
    if weeks <= THREE_MONTHS:
        tally[home.cell, columns[0]] += home.children
    elif weeks <= SIX_MONTHS:
        tally[home.cell, columns[1]] += home.children
    elif weeks <= YEAR:
        tally[home.cell, columns[2]] += home.children
    elif weeks >= TWO_YEARS:
        tally[home.cell, columns[3]] += home.children


@compiled
def count_leaving_status(case: Case, tally: Tally) -> None:
    """Count the end of a plan, of proceedings or of care, whichever the case is in."""
    weeks = case.week - case.record.status_since
    if case.record.status == CHILD_PROTECTION:
        tally[case.home.cell, PLANS_ENDED] += case.home.children
        count_length(case.home, weeks, PLANS_BY_LENGTH, tally)
    if case.record.status == PROCEEDINGS:
        tally[case.home.cell, PROCEEDINGS_ENDED] += case.home.children
        tally[case.home.cell, PROCEEDINGS_WEEKS] += weeks * case.home.children


@compiled
def count_dropped(case: Case, tally: Tally) -> None:
    """Count the enquiry or conference that is dropped."""
    if case.record.enquiry_left >= 0.0:
        tally[case.home.cell, ENQUIRIES_DROPPED] += case.home.children
    if case.record.conference_left >= 0.0:
        tally[case.home.cell, CONFERENCES_DROPPED] += case.home.children


@compiled
def count_care(case: Case, tally: Tally) -> None:
    """Count children who start to be looked after."""
    tally[case.home.cell, CARE_STARTED] += case.home.children
    if not lately_harmed(case):
        tally[case.home.cell, REMOVALS_UNHARMED] += case.home.children


@compiled
def count_closure(case: Case, tally: Tally) -> None:
    """Count a case that closes."""
    tally[case.home.cell, CLOSED_ALL] += case.home.children
    if case.record.in_need_since > NEVER:
        tally[case.home.cell, NEEDS_ENDED] += case.home.children
        count_length(case.home, case.week - case.record.in_need_since, NEEDS_BY_LENGTH, tally)
    if case.truth.harm:
        tally[case.home.cell, CLOSED_HARMED] += case.home.children
        if case.trace.recognised == NEVER:
            case.trace.reached = CASE_CLOSED
