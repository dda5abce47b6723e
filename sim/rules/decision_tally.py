"""What the observer counts of decisions, and of each against the truth."""

from sim.casefile.events import CASE_CLOSED, CONCEALED, EMOTIONAL, NEGLECT, NOT_RECOGNISED, PHYSICAL, SEXUAL
from sim.casefile.status import CHILD_PROTECTION, IN_CARE, PROCEEDINGS
from sim.casefile.timescales import THREE_MONTHS, TWO_YEARS
from sim.kernel.compiled import compiled
from sim.measures.counters import index
from sim.state.columns import NEVER, NOBODY
from sim.state.household import Household
from sim.state.record import Record
from sim.state.trace import Trace
from sim.state.truth import Truth

CONSIDERED_HARMED, CONSIDERED_UNHARMED = index("strategy_harmed"), index("strategy_unharmed")
ENQUIRIES, ENQUIRIES_HARMED = index("enquiries"), index("enquiries_harmed")
ENQUIRIES_UNHARMED = index("enquiries_unharmed")
FINDINGS_HARMED, FINDINGS_UNHARMED = index("findings_harmed"), index("findings_unharmed")
PLANS, REPEAT = index("plans_started"), index("repeat_plans")
PLANS_HARMED, PLANS_UNHARMED = index("plans_harmed"), index("plans_unharmed")
FOR_NEGLECT, FOR_EMOTIONAL = index("plans_neglect"), index("plans_emotional")
FOR_PHYSICAL, FOR_SEXUAL = index("plans_physical"), index("plans_sexual")
PLANS_ENDED, ENDED_3M, ENDED_2Y = index("plans_ended"), index("plans_ended_3m"), index("plans_ended_2y")
NEEDS_ENDED, NEEDS_ENDED_3M = index("needs_ended"), index("needs_ended_3m")
CARE_STARTED, CARE_ENDED = index("care_started"), index("care_ended")
REMOVALS_UNHARMED = index("removals_unharmed")
PROCEEDINGS_ENDED, PROCEEDINGS_WEEKS = index("proceedings_ended"), index("proceedings_weeks")
CLOSED_ALL, CLOSED_HARMED = index("closed"), index("closed_harmed")


@compiled
def looked_after(record: Record) -> bool:
    """Whether the children are looked after."""
    return record.status == IN_CARE or (record.status == PROCEEDINGS and record.interim == 1)


@compiled
def lately_harmed(truth: Truth, trace: Trace, week: int) -> bool:
    """Whether children are being harmed, or were within the three months a decision looks back on."""
    return truth.harm > 0 or week - trace.ended <= THREE_MONTHS


@compiled
def count_consideration(
    home: Household, truth: Truth, trace: Trace, week: int, begun: bool, concealed: bool, tally: object
) -> None:
    """Count an enquiry considered, and begun or not."""
    if lately_harmed(truth, trace, week):
        tally[home.cell, CONSIDERED_HARMED] += home.children  # type: ignore[index]
        if truth.harm and not begun:
            trace.reached = max(trace.reached, CONCEALED if concealed else NOT_RECOGNISED)
    else:
        tally[home.cell, CONSIDERED_UNHARMED] += home.children  # type: ignore[index]
    if begun:
        tally[home.cell, ENQUIRIES] += home.children  # type: ignore[index]
        kind = ENQUIRIES_HARMED if lately_harmed(truth, trace, week) else ENQUIRIES_UNHARMED
        tally[home.cell, kind] += home.children  # type: ignore[index]


@compiled
def count_finding(
    home: Household, truth: Truth, trace: Trace, week: int, onward: bool, concealed: bool, tally: object
) -> None:
    """Count the end of an enquiry."""
    kind = FINDINGS_HARMED if lately_harmed(truth, trace, week) else FINDINGS_UNHARMED
    tally[home.cell, kind] += home.children  # type: ignore[index]
    if truth.harm and not onward:
        trace.reached = max(trace.reached, CONCEALED if concealed else NOT_RECOGNISED)


@compiled
def count_plan(
    home: Household, truth: Truth, record: Record, trace: Trace, week: int, tally: object
) -> None:
    """Count a plan that starts."""
    tally[home.cell, PLANS] += home.children  # type: ignore[index]
    if record.plans > 0:
        tally[home.cell, REPEAT] += home.children  # type: ignore[index]
    kind = PLANS_HARMED if lately_harmed(truth, trace, week) else PLANS_UNHARMED
    tally[home.cell, kind] += home.children  # type: ignore[index]
    if record.category == NEGLECT:
        tally[home.cell, FOR_NEGLECT] += home.children  # type: ignore[index]
    elif record.category == EMOTIONAL:
        tally[home.cell, FOR_EMOTIONAL] += home.children  # type: ignore[index]
    elif record.category == PHYSICAL:
        tally[home.cell, FOR_PHYSICAL] += home.children  # type: ignore[index]
    elif record.category == SEXUAL:
        tally[home.cell, FOR_SEXUAL] += home.children  # type: ignore[index]


@compiled
def count_leaving_status(home: Household, record: Record, week: int, tally: object) -> None:
    """Count the end of a plan, of proceedings or of care, whichever the case is in."""
    weeks = week - record.status_since
    if record.status == CHILD_PROTECTION:
        tally[home.cell, PLANS_ENDED] += home.children  # type: ignore[index]
        if weeks <= THREE_MONTHS:
            tally[home.cell, ENDED_3M] += home.children  # type: ignore[index]
        if weeks >= TWO_YEARS:
            tally[home.cell, ENDED_2Y] += home.children  # type: ignore[index]
    if record.status == PROCEEDINGS:
        tally[home.cell, PROCEEDINGS_ENDED] += home.children  # type: ignore[index]
        tally[home.cell, PROCEEDINGS_WEEKS] += weeks * home.children  # type: ignore[index]


@compiled
def count_care(home: Household, truth: Truth, trace: Trace, week: int, tally: object) -> None:
    """Count children who start to be looked after."""
    tally[home.cell, CARE_STARTED] += home.children  # type: ignore[index]
    if not lately_harmed(truth, trace, week):
        tally[home.cell, REMOVALS_UNHARMED] += home.children  # type: ignore[index]


@compiled
def count_closure(home: Household, truth: Truth, record: Record, trace: Trace, week: int, tally: object) -> None:
    """Count a case that closes."""
    tally[home.cell, CLOSED_ALL] += home.children  # type: ignore[index]
    if record.in_need_since > NEVER:
        tally[home.cell, NEEDS_ENDED] += home.children  # type: ignore[index]
        if week - record.in_need_since <= THREE_MONTHS:
            tally[home.cell, NEEDS_ENDED_3M] += home.children  # type: ignore[index]
    if truth.harm:
        tally[home.cell, CLOSED_HARMED] += home.children  # type: ignore[index]
        if trace.recognised == NOBODY:
            trace.reached = CASE_CLOSED
