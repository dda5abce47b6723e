"""Work on one case in one week: visits, and whatever task comes to its end."""

from math import floor
from typing import NamedTuple

import numpy as np

from sim.casefile.events import ASSESSED, CONFERENCE_HELD, COURT_HEARD, ENQUIRED, NOTHING, REVIEWED
from sim.casefile.status import (
    ASSESSMENT,
    CHILD_IN_NEED,
    CHILD_PROTECTION,
    EVER_IN_NEED,
    EVER_ON_PLAN,
    IN_CARE,
    PROCEEDINGS,
)
from sim.casefile.timescales import ASSESSMENT_45_DAYS
from sim.kernel.chance import normal_quantile, uniform
from sim.kernel.compiled import compiled
from sim.measures.counters import index
from sim.parameters.casework import Casework
from sim.parameters.families import Families
from sim.parameters.loops import Loops
from sim.rules.family_help import seen_by_holder
from sim.rules.observe import observe_concealed, observe_harm, observe_need
from sim.state.columns import NOBODY, Rows
from sim.state.household import Household
from sim.state.record import Record
from sim.state.tables import Tally
from sim.state.trace import Trace
from sim.state.truth import Truth
from sim.state.worker import Worker

DUE, DONE = index("visits_due"), index("visits_done")
ASSESSMENTS, IN_45 = index("assessments"), index("assessments_45")


class CaseworkLuck(NamedTuple):
    """What is drawn in a week's work on a case."""

    visit: np.uint64
    seen: np.uint64
    evidence: np.uint64
    need: np.uint64
    second: np.uint64


@compiled
def pace_of(record: Record, workers: Rows[Worker], week: int) -> float:
    """Progress that a week makes on a case: 1 with a worker who has time, 0 with none."""
    if record.worker == NOBODY or week < record.stalled_until:
        return 0.0
    worker = workers[record.worker]
    return worker.time * worker.visits


@compiled
def skill_on(record: Record, workers: Rows[Worker], c: Casework) -> float:
    """Discrimination on a case: the worker's, less what is not yet known of the family."""
    known = c.knowledge_floor + (1.0 - c.knowledge_floor) * record.knowledge
    if record.worker == NOBODY:
        return c.duty_skill * known
    return workers[record.worker].discrimination * known * seen_by_holder(record, c)


@compiled
def visit_weeks(record: Record, c: Casework) -> float:
    """Time between visits at a case's status, in whole weeks."""
    if record.status in (ASSESSMENT, CHILD_PROTECTION):
        weeks = c.visit_weeks_plan
    else:
        weeks = c.visit_weeks_in_need if record.status == CHILD_IN_NEED else c.visit_weeks_care
    return max(1.0, floor(weeks))


@compiled
def joined(c: Casework) -> float:
    """Give what visits made with another agency add to discrimination, as a factor."""
    return 1.0 + c.joint_visit_share * c.joint_visit_gain


@compiled
def visit(
    truth: Truth, record: Record, i: int, skill: float, f: Families, c: Casework, loops: Loops,
    luck: CaseworkLuck,
) -> None:  # fmt: skip
    """Make a visit: a little evidence, a little help, a little trust."""
    noise = normal_quantile(uniform(luck.seen, i))
    depth = c.discrimination * c.visit_share * skill * joined(c)
    seen = observe_harm(truth, depth, 0.0, noise, f, c, loops.distrust_conceals)
    record.belief = (1.0 - c.visit_weight) * record.belief + c.visit_weight * seen
    record.knowledge += (1.0 - record.knowledge) * min(
        1.0, visit_weeks(record, c) / c.knowledge_weeks
    )
    help_given = min(1.0, skill)
    if record.status == CHILD_PROTECTION:
        help_given *= 1.0 + c.intensive_share * c.intensive_gain
    record.dose += (help_given - record.dose) * min(1.0, visit_weeks(record, c) / c.dose_weeks)
    truth.trust += f.trust_of_visit * help_given * (1.0 - truth.trust)


@compiled
def keep_visiting(
    home: Household, truth: Truth, record: Record, i: int, week: int, skill: float,
    workers: Rows[Worker], f: Families, c: Casework, loops: Loops, luck: CaseworkLuck, tally: Tally,
    organisation: int,
) -> None:  # fmt: skip
    """Make the visit that is due, if the worker has time; a missed one brings no help."""
    if week < record.visit_due:
        return
    record.visit_due = week + int(visit_weeks(record, c))
    tally[organisation, DUE] += 1.0
    made = record.worker != NOBODY and uniform(luck.visit, i) < workers[record.worker].visits
    if made:
        tally[organisation, DONE] += 1.0
        visit(truth, record, i, skill, f, c, loops, luck)
    else:
        record.dose -= record.dose * min(1.0, visit_weeks(record, c) / c.dose_weeks)


@compiled
def less(left: float, done: float) -> float:
    """Give the weeks left of a task after a week's work; a task that is not on stays so."""
    return max(0.0, left - done) if left >= 0.0 else left


@compiled
def finished_task(record: Record, pace: float, week: int, c: Casework) -> int:
    """Move tasks on and give the event of the one that ends, the most pressing first.

    Enquiries and conferences go first for whoever holds the case, and on duty at less of a pace.
    """
    first = 1.0 if pace > 0.0 else c.duty_pace
    record.conference_left = less(record.conference_left, first)
    record.enquiry_left = less(record.enquiry_left, first)
    record.assessment_left = less(record.assessment_left, pace)
    if record.status == PROCEEDINGS and week >= record.court_due:
        return COURT_HEARD
    if record.conference_left == 0.0:
        return CONFERENCE_HELD
    if record.enquiry_left == 0.0:
        return ENQUIRED
    if record.assessment_left == 0.0:
        return ASSESSED
    settled = record.status in (CHILD_IN_NEED, CHILD_PROTECTION, IN_CARE)
    busy = record.conference_left >= 0.0 or record.enquiry_left >= 0.0
    if settled and not busy and pace > 0.0 and week >= record.review_due:
        return REVIEWED
    return NOTHING


@compiled
def depth_of(event: int, c: Casework) -> float:
    """Discrimination that a task allows, against an enquiry."""
    if event == ASSESSED:
        return c.assessment_share
    if event == CONFERENCE_HELD:
        return c.conference_share
    return 1.0


@compiled
def gather(
    truth: Truth, record: Record, trace: Trace, i: int, week: int, event: int, skill: float,
    f: Families, c: Casework, loops: Loops, luck: CaseworkLuck,
) -> None:  # fmt: skip
    """Gather the evidence that a finished task puts before a decision."""
    opinion = 1.0
    if event != ASSESSED and uniform(luck.second, i) < c.second_opinion_share:
        opinion += c.second_opinion_gain
    if event in (ENQUIRED, CONFERENCE_HELD):
        opinion *= 1.0 + c.multi_agency_share * c.multi_agency_gain
    if event in (ASSESSED, ENQUIRED):
        opinion *= 1.0 + c.expert_visit_share * c.expert_visit_gain
        opinion *= joined(c)
    depth = c.discrimination * depth_of(event, c) * skill * opinion
    record.evidence = observe_harm(
        truth, depth, 0.0, normal_quantile(uniform(luck.evidence, i)), f, c, loops.distrust_conceals
    )
    here = week >= record.file_comes
    if record.ever & EVER_ON_PLAN and event in (ASSESSED, ENQUIRED, CONFERENCE_HELD) and here:
        record.evidence += c.plan_on_file * loops.the_file_speaks
    noise = normal_quantile(uniform(luck.need, i))
    record.need_evidence = observe_need(truth, depth, noise, f, c, loops.distrust_conceals)
    if record.ever & EVER_IN_NEED and here:
        record.need_evidence += c.need_on_file * loops.the_file_speaks
    trace.concealed = observe_concealed(truth, depth, f, c, loops.distrust_conceals)


@compiled
def work(
    home: Household, truth: Truth, record: Record, trace: Trace, i: int, week: int,
    workers: Rows[Worker], f: Families, c: Casework, loops: Loops, luck: CaseworkLuck, tally: Tally,
    organisation: int,
) -> None:  # fmt: skip
    """Work on a case for a week."""
    skill = skill_on(record, workers, c)
    keep_visiting(
        home, truth, record, i, week, skill, workers, f, c, loops, luck, tally, organisation
    )
    event = finished_task(record, pace_of(record, workers, week), week, c)
    if event == NOTHING:
        return
    gather(truth, record, trace, i, week, event, skill, f, c, loops, luck)
    record.event = event
    if event == ENQUIRED:
        truth.trust *= 1.0 - f.distrust_of_enquiry
    if event == ASSESSED:
        tally[home.cell, ASSESSMENTS] += home.children
        if week - record.opened <= ASSESSMENT_45_DAYS:
            tally[home.cell, IN_45] += home.children
