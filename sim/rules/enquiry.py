"""Enquiries under section 47: whether one begins, and whether it goes to a conference."""

from sim.casefile.decisions import CONFERENCE, SECTION_47
from sim.casefile.status import CHILD_IN_NEED
from sim.kernel.chance import uniform
from sim.kernel.compiled import compiled
from sim.parameters.casework import Casework
from sim.rules.criterion import Moved, of_enquiries
from sim.rules.decision_tally import count_consideration, count_finding
from sim.rules.weighing import DecisionLuck, Sections, note_weighing, weigh
from sim.state.case import Case
from sim.state.columns import NOBODY
from sim.state.tables import Tally


@compiled
def was_concealed(case: Case, bar: float, c: Casework) -> bool:
    """Whether, for the observer, concealment alone kept the belief from the bar."""
    return case.record.belief + (1.0 - c.old_belief) * case.trace.concealed > bar


@compiled
def consider_enquiry(case: Case, why: Moved, s: Sections, tally: Tally) -> None:
    """Hold a strategy discussion: whether the belief on file calls for an enquiry."""
    record = case.record
    open_already = record.enquiry_left >= 0.0 or record.conference_left >= 0.0
    recent = case.week - record.last_enquiry < s.decisions.enquiry_gap_weeks
    if open_already or recent or record.status > CHILD_IN_NEED:
        return
    here = of_enquiries(why)
    bar = s.decisions.section_47 + here.shift
    begun = record.belief > bar
    note_weighing(case, SECTION_47, record.belief, s.decisions.section_47, begun, here, s)
    count_consideration(case, begun, was_concealed(case, bar, s.casework), tally)
    if begun:
        record.enquiry_left = s.casework.enquiry_weeks
        record.enquiry_began = case.week
        record.last_enquiry = case.week


@compiled
def after_enquiry(case: Case, why: Moved, s: Sections, luck: DecisionLuck, tally: Tally) -> None:
    """Decide after an enquiry: a conference, or not."""
    record = case.record
    weigh(record, s.casework)
    record.enquiry_left = NOBODY
    bar = s.decisions.conference + why.shift
    onward = record.belief > bar
    note_weighing(case, CONFERENCE, record.belief, s.decisions.conference, onward, why, s)
    count_finding(case, onward, was_concealed(case, bar, s.casework), tally)
    if onward:
        span = s.casework.conference_longest - s.casework.conference_shortest
        wait = s.casework.conference_shortest + span * uniform(luck.wait, case.number)
        record.conference_left = wait
