"""The observer's count of children at the end of a week. No rule that decides reads it."""

import numpy as np

from sim.casefile.status import ASSESSMENT, CHILD_PROTECTION, PROCEEDINGS
from sim.casefile.timescales import TWO_YEARS, YEAR
from sim.kernel.compiled import compiled
from sim.measures.counters import index
from sim.rules.decision_tally import looked_after
from sim.rules.family import ADOLESCENT, ADULT, age_of
from sim.state.columns import NOBODY, Rows
from sim.state.household import Household
from sim.state.record import Record
from sim.state.tables import Lists, Tally
from sim.state.truth import Truth

UNDER_11, FROM_11 = index("under_11"), index("from_11")
HARMED_UNDER_11, HARMED_FROM_11 = index("under_11_harmed"), index("from_11_harmed")
CHILDREN, SEVERITY = index("children"), index("harm_severity")
HARMED, PROTECTED = index("harmed"), index("harmed_protected")
OPEN, UNSEEN = index("harmed_open"), index("harmed_unseen")
IN_NEED, IN_NEED_2Y = index("in_need"), index("in_need_2y")
DISABLED, CARE_LEAVERS = index("disabled"), index("care_leavers")
UNACCOMPANIED = index("unaccompanied")
PLANS, LOOKED_AFTER = index("plans"), index("looked_after")
PLANS_UNDER_1, PLANS_1_TO_4 = index("plans_under_1"), index("plans_1_to_4")
PLANS_5_TO_9, PLANS_10_TO_15 = index("plans_5_to_9"), index("plans_10_to_15")
ASSESSED, ENQUIRED = index("being_assessed"), index("under_enquiry")
AWAITED, IN_COURT = index("conferences_awaited"), index("in_proceedings")
ALL_YEAR, ONE_WORKER = index("open_all_year"), index("open_all_year_one_worker")
THREE_WORKERS = index("open_all_year_three_workers")
MANY_WORKERS = 3
FIVE, TEN, SIXTEEN = 5.0, 10.0, 16.0
"""Ages at which the census tells children on a plan apart."""

UNALLOCATED, HELPED, WAITING = index("unallocated"), index("early_help"), index("contacts_waiting")


@compiled
def count_children(
    homes: Rows[Household], helped: Lists, queue: Lists, population: np.ndarray, tally: Tally
) -> None:
    """Count all children, those in early help, and those about whom a contact waits."""
    for cell in range(len(population)):
        tally[cell, CHILDREN] += population[cell]
    for k in range(helped.count[0]):
        home = homes[int(helped.families[k])]
        tally[home.cell, HELPED] += home.children
    for k in range(queue.count[0]):
        home = homes[int(queue.families[k])]
        tally[home.cell, WAITING] += home.children


@compiled
def harmed_since(truth: Truth, week: int) -> bool:
    """Whether, for the observer, a family has harmed in a week or since."""
    return truth.harm > 0 or truth.relapse_from >= week


@compiled
def count_past_year(homes: Rows[Household], truth: Rows[Truth], week: int, tally: Tally) -> None:
    """Count children by age, and those of them who were harmed in the past year."""
    for i in range(len(homes)):
        home = homes[i]
        harmed = 1.0 if harmed_since(truth[i], week - YEAR) else 0.0
        for child in range(home.born):
            age = age_of(home, child, week)
            if 0.0 <= age < ADOLESCENT:
                tally[home.cell, UNDER_11] += 1.0
                tally[home.cell, HARMED_UNDER_11] += harmed
            elif ADOLESCENT <= age < ADULT:
                tally[home.cell, FROM_11] += 1.0
                tally[home.cell, HARMED_FROM_11] += harmed


@compiled
def count_workers_met(
    homes: Rows[Household], record: Rows[Record], known: Lists, began: int, tally: Tally
) -> None:
    """Count, as a year ends, children whose case was open all of it, by the workers they met.

    began : last week of the year before, which began the count as this week begins the next
    """
    for k in range(known.count[0]):
        i = int(known.families[k])
        home, file = homes[i], record[i]
        if file.status >= ASSESSMENT and file.opened <= began:
            tally[home.cell, ALL_YEAR] += home.children
            if file.workers_met == 1:
                tally[home.cell, ONE_WORKER] += home.children
            elif file.workers_met >= MANY_WORKERS:
                tally[home.cell, THREE_WORKERS] += home.children
        file.workers_met = 0 if file.worker == NOBODY else 1


@compiled
def count_harmed(home: Household, truth: Truth, record: Record, tally: Tally) -> None:
    """Count children being harmed, by what services have of them."""
    tally[home.cell, HARMED] += home.children
    tally[home.cell, SEVERITY] += home.children * truth.severity
    if record.status >= CHILD_PROTECTION:
        tally[home.cell, PROTECTED] += home.children
    if record.status >= ASSESSMENT:
        tally[home.cell, OPEN] += home.children
    else:
        tally[home.cell, UNSEEN] += home.children


@compiled
def count_tasks(home: Household, record: Record, tally: Tally) -> None:
    """Count children by what is under way: assessment, enquiry, conference, proceedings."""
    if record.status == ASSESSMENT:
        tally[home.cell, ASSESSED] += home.children
    if record.enquiry_left >= 0.0:
        tally[home.cell, ENQUIRED] += home.children
    if record.conference_left >= 0.0:
        tally[home.cell, AWAITED] += home.children
    if record.status == PROCEEDINGS:
        tally[home.cell, IN_COURT] += home.children


@compiled
def count_planned(home: Household, week: int, tally: Tally) -> None:
    """Count a family's children on a child protection plan, by age."""
    tally[home.cell, PLANS] += home.children
    for child in range(home.born):
        age = age_of(home, child, week)
        if age < 0.0 or age >= SIXTEEN:
            continue
        if age < 1.0:
            tally[home.cell, PLANS_UNDER_1] += 1.0
        elif age < FIVE:
            tally[home.cell, PLANS_1_TO_4] += 1.0
        elif age < TEN:
            tally[home.cell, PLANS_5_TO_9] += 1.0
        else:
            tally[home.cell, PLANS_10_TO_15] += 1.0


@compiled
def count_known(
    home: Household, truth: Truth, record: Record, week: int, right: np.ndarray, tally: Tally
) -> None:
    """Count children with an open case by its status, and whether it is the right one.

    right : (authorities, 2) open cases rightly placed, and all
    """
    if record.status < ASSESSMENT:
        return
    protected, harmed = record.status >= CHILD_PROTECTION, truth.harm > 0 or truth.removed_for > 0
    right[home.authority, 0] += 1.0 if harmed == protected else 0.0
    right[home.authority, 1] += 1.0
    if record.worker == NOBODY:
        tally[home.cell, UNALLOCATED] += home.children
    count_tasks(home, record, tally)
    tally[home.cell, IN_NEED] += home.children  # the census counts those awaiting assessment too
    if week - record.opened >= TWO_YEARS:
        tally[home.cell, IN_NEED_2Y] += home.children
    if record.status == CHILD_PROTECTION:
        count_planned(home, week, tally)
    if looked_after(record):
        tally[home.cell, LOOKED_AFTER] += home.children
