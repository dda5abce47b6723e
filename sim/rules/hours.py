"""A worker's week: the hours there are, the hours cases ask for, and what gives way."""

from math import exp, floor
from typing import NamedTuple

from sim.casefile.status import ASSESSMENT, CHILD_IN_NEED, CHILD_PROTECTION, PROCEEDINGS
from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.compiled import arithmetic, compiled
from sim.measures.counters import index
from sim.parameters.casework import Casework
from sim.parameters.decisions import Decisions
from sim.parameters.loops import Loops
from sim.parameters.management import Management
from sim.parameters.media import Media
from sim.parameters.workforce import Workforce
from sim.rules.criterion import worker_shift
from sim.rules.culture import fear_beyond
from sim.rules.exits import output_in_notice
from sim.rules.family_help import hours_kept
from sim.rules.people import share_of_supervision
from sim.state.household import Household
from sim.state.organisation import Council, Team
from sim.state.record import Record
from sim.state.tables import Tally
from sim.state.worker import AGENCY, VACANT, WITH_CASES, Worker

DEMANDED, AVAILABLE = index("hours_demanded"), index("hours_available")
OVERTIME, SPARE, CONTRACTED = (
    index("hours_overtime"),
    index("hours_spare"),
    index("hours_contracted"),
)
DIRECT, TRAVEL = index("hours_direct"), index("hours_travel")
RECORDING, OTHER = index("hours_recording"), index("hours_meetings_on_cases")
NOT_ON_CASES = (
    index("hours_leave"), index("hours_sick"), index("hours_supervision"), index("hours_training"),
    index("hours_meetings"), index("hours_lost"),
)  # fmt: skip
ASSESSING, ENQUIRING = index("hours_assessing"), index("hours_enquiring")
PROTECTING, SUPPORTING = index("hours_protecting"), index("hours_supporting")
CARING, FOR_OTHERS = index("hours_caring"), index("hours_for_others")


@compiled
def visiting(weeks: float, usual: float, c: Casework) -> float:
    """Hours a week that visits ask for beyond those of the usual rhythm and kind, a child."""
    each = max(1.0, floor(weeks))
    joint = c.joint_visit_share * c.joint_visit_hours
    return c.visit_hours * (1.0 / each - 1.0 / usual) + joint / each


@compiled
def standing_hours(record: Record, c: Casework, d: Decisions) -> float:
    """Hours a week that a child's status asks for, before recording beyond the usual."""
    beside = c.expert_visit_share * c.expert_visit_hours
    beside += c.joint_visit_share * c.joint_visit_hours
    if record.status == ASSESSMENT and record.assessment_left >= 0.0:
        whole = c.assessment_hours + c.structured_tools * c.structured_tools_hours + beside
        return 2.0 * whole / (c.assessment_shortest + c.assessment_longest)
    if record.status == CHILD_IN_NEED:
        hours = c.in_need_hours + visiting(c.visit_weeks_in_need, c.visit_usual_in_need, c)
        return hours * hours_kept(c)
    if record.status == CHILD_PROTECTION:
        hours = c.plan_hours + visiting(c.visit_weeks_plan, c.visit_usual_plan, c)
        hours += c.second_opinion_share * c.second_opinion_hours / d.plan_review_weeks
        return hours + c.intensive_share * c.intensive_hours
    if record.status == PROCEEDINGS:
        return c.care_hours + c.court_hours / d.proceedings_weeks
    if record.status > PROCEEDINGS:
        return c.care_hours + visiting(c.visit_weeks_care, c.visit_usual_care, c)
    return 0.0


@compiled
def enquiry_hours(record: Record, c: Casework) -> float:
    """Hours a week that a child's enquiry and conference ask for beside that."""
    hours = 0.0
    second = c.second_opinion_share * c.second_opinion_hours
    beside = c.expert_visit_share * c.expert_visit_hours
    beside += c.joint_visit_share * c.joint_visit_hours
    together = c.multi_agency_share * c.multi_agency_hours
    if record.enquiry_left >= 0.0:
        hours += (c.enquiry_hours + second + together + beside) / c.enquiry_weeks
    if record.conference_left >= 0.0:
        hours += (c.conference_hours + together) / c.conference_longest
    return hours


@compiled
def case_hours(
    council: Council, home: Household, record: Record, c: Casework, d: Decisions
) -> float:
    """Hours a week that a case asks for, recording among them."""
    each = council.recording * home.children
    return each * (standing_hours(record, c, d) + enquiry_hours(record, c))


@compiled
def ask_for(
    worker: Worker, council: Council, home: Household, record: Record, c: Casework, d: Decisions
) -> None:
    """Ask a worker for the hours of a case this week, purpose by purpose."""
    each = council.recording * home.children
    standing, enquiring = each * standing_hours(record, c, d), each * enquiry_hours(record, c)
    worker.demand += standing + enquiring
    worker.to_enquire += enquiring
    if record.status == ASSESSMENT:
        worker.to_assess += standing
    elif record.status == CHILD_IN_NEED:
        worker.to_support += standing
    elif record.status == CHILD_PROTECTION:
        worker.to_protect += standing
    else:
        worker.to_care += standing


@compiled
def recording(council: Council, c: Casework, m: Media, loops: Loops) -> float:
    """Time that every task takes, against its time at the usual rules and fear."""
    more = c.recording_of_rules * (council.rules - m.rules_usual) * loops.prescription_crowds_out
    fear = c.recording_of_fear * fear_beyond(council, m) * loops.prescription_crowds_out
    return max(1.0 - c.recording_share, 1.0 + more + fear)  # nothing written down at the least


class WeekOfHours(NamedTuple):
    """Where a worker's contracted hours of a week go; together they are all of them."""

    leave: float
    sick: float
    supervision: float
    training: float
    meetings: float  # of the team, for inspections and reorganisations, with trainees; and others
    lost: float  # to the slower pace of notice and of agency workers, and to suspension
    cases: float


@compiled
def week_of_hours(
    worker: Worker, team: Team, council: Council, c: Casework, w: Workforce, m: Management,
    week: int,
) -> WeekOfHours:  # fmt: skip
    """Share out the contracted hours of whoever holds a case-holding post."""
    contracted = c.contract_hours * worker.fte
    leave = contracted * c.leave_share
    left = contracted - leave
    if week < worker.sick_until:
        return WeekOfHours(leave, left, 0.0, 0.0, 0.0, 0.0, 0.0)
    if week < worker.suspended_until:
        return WeekOfHours(leave, 0.0, 0.0, 0.0, 0.0, left, 0.0)
    supervision = share_of_supervision(worker, m) * team.supervised / WEEKS_IN_YEAR
    training = worker.fte * c.training_hours / WEEKS_IN_YEAR
    meetings = left * c.other_share + worker.fte * (
        c.team_hours / WEEKS_IN_YEAR
        + council.host_hours
        + council.placement_hours
        + c.reorganising * c.reorganising_hours
    )
    meetings = min(meetings, max(0.0, left - supervision - training))
    rest = max(0.0, left - supervision - training - meetings)
    pace = output_in_notice(worker, w, week) * (c.agency_skill if worker.filled == AGENCY else 1.0)
    return WeekOfHours(
        leave, 0.0, supervision, training, left - supervision - training - rest,
        rest * (1.0 - pace), rest * pace,
    )  # fmt: skip


@arithmetic
def overtime_of(load: float, most: float) -> float:
    """Overtime worked at a load, as a share of supply."""
    return max(0.0, min(load - 1.0, most))


@arithmetic
def skill_of(experience: float, start: float, years: float, talent: float, least: float) -> float:
    """Skill by experience and talent; 1 is an experienced worker of usual talent."""
    return max(least, (1.0 - (1.0 - start) * exp(-experience / years)) * (1.0 + talent))


@compiled
def squeeze(worker: Worker, c: Casework) -> None:
    """Fit the week's demand into the hours: overtime, then shorter tasks, then missed visits."""
    if worker.supply <= 0.0:
        worker.time = c.shortest_visit
        worker.visits = c.duty_cover
        return
    load = worker.demand / worker.supply
    worker.load += (load - worker.load) / c.load_weeks
    room = 1.0 + overtime_of(load, c.overtime_share)
    fit = min(1.0, room / load) if load > 0.0 else 1.0
    worker.time = max(c.shortest_visit, fit)
    worker.visits = min(1.0, fit / worker.time)


@compiled
def plan_week(
    worker: Worker, team: Team, council: Council, c: Casework, w: Workforce, d: Decisions,
    m: Management, media: Media, loops: Loops, week: int, tally: Tally, organisation: int,
) -> None:  # fmt: skip
    """Set what a worker can do this week, from hours, skill, training and tools."""
    if worker.filled == VACANT or worker.kind != WITH_CASES:
        worker.supply = 0.0
        squeeze(worker, c)
        return
    hours = week_of_hours(worker, team, council, c, w, m, week)
    worker.supply = hours.cases
    squeeze(worker, c)
    skill = skill_of(worker.experience, c.skill_start, c.skill_years, worker.talent, c.skill_least)
    trained = 1.0 + c.training_gain * (worker.training - 1.0)
    tools = 1.0 + c.structured_tools * c.structured_tools_gain
    worker.discrimination = skill * trained * tools * worker.time
    worker.shift = worker_shift(worker, team, council, d, m, media, loops)
    tally_week(worker, hours, council.recording, c, tally, organisation)


@compiled
def tally_week(
    worker: Worker, hours: WeekOfHours, recorded: float, c: Casework, tally: Tally,
    organisation: int,
) -> None:  # fmt: skip
    """Count where a worker's hours of the week go, by purpose and by nature of the work.

    recorded : time that every task takes, against its time at the usual rules
    """
    worked = min(worker.demand, worker.supply * (1.0 + c.overtime_share))
    tally[organisation, DEMANDED] += worker.demand
    tally[organisation, AVAILABLE] += worker.supply
    tally[organisation, OVERTIME] += max(0.0, worked - worker.supply)
    tally[organisation, SPARE] += max(0.0, worker.supply - worked)
    tally[organisation, CONTRACTED] += c.contract_hours * worker.fte
    for place in range(len(NOT_ON_CASES)):
        tally[organisation, NOT_ON_CASES[place]] += hours[place]
    tally[organisation, DIRECT] += worked * c.direct_share / recorded
    tally[organisation, TRAVEL] += worked * c.travel_share / recorded
    tally[organisation, RECORDING] += worked * (c.recording_share + recorded - 1.0) / recorded
    other = 1.0 - c.direct_share - c.travel_share - c.recording_share
    tally[organisation, OTHER] += worked * other / recorded
    done = worked / worker.demand if worker.demand > 0.0 else 0.0
    tally[organisation, ASSESSING] += done * worker.to_assess
    tally[organisation, ENQUIRING] += done * worker.to_enquire
    tally[organisation, PROTECTING] += done * worker.to_protect
    tally[organisation, SUPPORTING] += done * worker.to_support
    tally[organisation, CARING] += done * worker.to_care
    named = worker.to_assess + worker.to_enquire + worker.to_protect + worker.to_support
    tally[organisation, FOR_OTHERS] += done * (worker.demand - named - worker.to_care)
