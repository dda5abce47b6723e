"""A worker's week: the hours there are, the hours cases ask for, and what gives way."""

from math import exp, floor

from sim.casefile.status import ASSESSMENT, CHILD_IN_NEED, CHILD_PROTECTION, PROCEEDINGS
from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.compiled import arithmetic, compiled
from sim.measures.counters import index
from sim.parameters.casework import Casework
from sim.parameters.decisions import Decisions
from sim.parameters.loops import Loops
from sim.parameters.media import Media
from sim.parameters.workforce import Workforce
from sim.rules.criterion import worker_shift
from sim.rules.family_help import hours_kept
from sim.state.columns import NEVER
from sim.state.household import Household
from sim.state.organisation import Council
from sim.state.record import Record
from sim.state.tables import Tally
from sim.state.worker import AGENCY, VACANT, Worker

DEMANDED, AVAILABLE = index("hours_demanded"), index("hours_available")
OVERTIME, DIRECT, CONTRACTED = (
    index("hours_overtime"),
    index("hours_direct"),
    index("hours_contracted"),
)


@compiled
def visiting(weeks: float, usual: float, c: Casework) -> float:
    """Hours a week that visits ask for beyond those of the usual rhythm and kind, a child."""
    each = max(1.0, floor(weeks))
    joint = c.joint_visit_share * c.joint_visit_hours
    return c.visit_hours * (1.0 / each - 1.0 / usual) + joint / each


@compiled
def case_hours(home: Household, record: Record, c: Casework, d: Decisions) -> float:
    """Hours a week that a case asks for, before recording."""
    hours = 0.0
    second = c.second_opinion_share * c.second_opinion_hours
    beside = c.expert_visit_share * c.expert_visit_hours
    beside += c.joint_visit_share * c.joint_visit_hours
    if record.status == ASSESSMENT and record.assessment_left >= 0.0:
        whole = c.assessment_hours + c.structured_tools * c.structured_tools_hours + beside
        hours = 2.0 * whole / (c.assessment_shortest + c.assessment_longest)
    elif record.status == CHILD_IN_NEED:
        hours = c.in_need_hours + visiting(c.visit_weeks_in_need, c.visit_usual_in_need, c)
        hours *= hours_kept(c)
    elif record.status == CHILD_PROTECTION:
        hours = c.plan_hours + visiting(c.visit_weeks_plan, c.visit_usual_plan, c)
        hours += second / d.plan_review_weeks + c.intensive_share * c.intensive_hours
    elif record.status == PROCEEDINGS:
        hours = c.care_hours + c.court_hours / d.proceedings_weeks
    elif record.status > PROCEEDINGS:
        hours = c.care_hours + visiting(c.visit_weeks_care, c.visit_usual_care, c)
    together = c.multi_agency_share * c.multi_agency_hours
    if record.enquiry_left >= 0.0:
        hours += (c.enquiry_hours + second + together + beside) / c.enquiry_weeks
    if record.conference_left >= 0.0:
        hours += (c.conference_hours + together) / c.conference_longest
    return hours * home.children


@compiled
def recording(council: Council, c: Casework, m: Media, loops: Loops) -> float:
    """Time that every task takes, against its time at the usual rules."""
    return (
        1.0 + c.recording_of_rules * (council.rules - m.rules_usual) * loops.prescription_crowds_out
    )


@compiled
def supply_hours(worker: Worker, council: Council, c: Casework, w: Workforce, week: int) -> float:
    """Hours that a worker has for cases this week."""
    if worker.filled == VACANT or week < worker.sick_until:
        return 0.0
    yearly = (c.supervision_hours + c.training_hours + c.team_hours) / WEEKS_IN_YEAR
    hours = (
        c.contract_hours * (1.0 - c.leave_share) * (1.0 - c.other_share)
        - yearly
        - council.host_hours
        - c.reorganising * c.reorganising_hours
    )
    if worker.leaves > NEVER:
        hours *= w.notice_output
    if worker.filled == AGENCY:
        hours *= c.agency_skill
    return max(0.0, hours)


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
    worker: Worker, council: Council, c: Casework, w: Workforce, d: Decisions, week: int
) -> None:
    """Set what a worker can do this week, from hours, skill, training and tools."""
    worker.supply = supply_hours(worker, council, c, w, week)
    squeeze(worker, c)
    skill = skill_of(worker.experience, c.skill_start, c.skill_years, worker.talent, c.skill_least)
    trained = 1.0 + c.training_gain * (worker.training - 1.0)
    tools = 1.0 + c.structured_tools * c.structured_tools_gain
    worker.discrimination = skill * trained * tools * worker.time
    worker.shift = worker_shift(worker.own_criterion, worker.experience, worker.load, d)


@compiled
def tally_week(worker: Worker, c: Casework, tally: Tally, organisation: int) -> None:
    """Count a worker's hours of the week."""
    if worker.filled == VACANT:
        return
    worked = min(worker.demand, worker.supply * (1.0 + c.overtime_share))
    tally[organisation, DEMANDED] += worker.demand
    tally[organisation, AVAILABLE] += worker.supply
    tally[organisation, OVERTIME] += max(0.0, worked - worker.supply)
    tally[organisation, DIRECT] += c.direct_share * worked
    tally[organisation, CONTRACTED] += c.contract_hours
