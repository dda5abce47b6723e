"""Organisations and the people who lead them: teams, councils, agencies, the nation."""

from enum import IntEnum

TEAM_MANAGER, SERVICE_MANAGER = 0, 1
NO_RUNG, ADVISER, NOTICE, DIRECTION, COMMISSIONER, TRUST = 0, 1, 2, 3, 4, 5
NONE, STORY, JUDGEMENT = 0, 1, 2  # what failure waits for an answer
INADEQUATE, REQUIRES_IMPROVEMENT, GOOD, OUTSTANDING = 0, 1, 2, 3
FULL, MONITORING, FOCUSED, JOINT, NO_VISIT = 0, 1, 2, 3, -1


class Area(IntEnum):
    """What inspectors judge; the overall grade sums the others up."""

    PROTECTION, CARE, LEADERS, OVERALL = 0, 1, 2, 3


class Team:
    """One row for each team."""

    authority: int
    manager: int  # row of its manager
    span: float  # workers to a manager when the team was made
    supervision: float  # quality of supervision, 0 to 1
    supervised: float  # hours a year of it that each worker is given
    safety: float  # psychological safety, 0 to 1
    last_exit: int  # week in which a colleague last left
    problems: float  # share of audited files with a problem


class Council:
    """One row for each local authority."""

    region: int  # labour-market area: authorities of one region, as the place names them
    real_families: float
    first_family: int  # of those whose slot began here
    end_family: int  # one past its last family
    first_worker: int
    end_worker: int
    first_team: int
    end_team: int
    deprivation: float  # mean shift of its families
    economic: float  # log pressure that the economy adds
    seats: int  # case-holding posts of the base year, counted
    posts: float  # the same, FTE
    other_posts: float  # posts without cases, FTE
    all_posts: float  # all of these and managers', FTE
    criterion_effect: float  # lasting effect on criteria, SD
    door_custom: float  # what this year's custom adds to the criterion of the front door, SD
    enquiry_custom: float  # the same of enquiries, SD
    exit_effect: float  # lasting effect on log exit
    year_effect: float  # this year's effect on log exit
    entered: int  # how many have come to agencies here from elsewhere
    shift: float  # mean movement of criteria, SD
    load: float  # mean load of case holders
    newcomers: float  # share of case holders with less than two years in the profession
    recording: float  # time of every task, against its time at the usual rules and fear
    other_cases: float  # disabled and unaccompanied children for each case holder
    other_hours: float  # hours a week that they ask of each
    early_help_places: float  # children's places
    early_help_used: float
    host_hours: float  # hours a week that each worker gives to an inspection
    attention: float  # of press and public to the authority
    told_everywhere: float  # what its own stories are of the nation's attention
    remembered: float  # what the authority still feels of what was written of it
    blame: float  # blame felt
    fear: float  # SD
    norm: float  # drift of criteria, SD
    rules: float  # rules and recording, 0 to 1
    learning: float  # how far what went wrong is learned from, 0 to 1
    unsettled: float  # disruption after a change of director, 0 to 1
    grade: int  # what others act on, INADEQUATE to OUTSTANDING: overall, or help and protection
    worst_area: int  # grade of the worst area, on which the department acts
    failing: int  # which area that is
    judged: int  # week of that judgement
    visit: int  # FULL to JOINT, or NO_VISIT: what has been announced
    visit_ends: int  # week in which it is over
    short: int  # whether it is a short one
    last_full: int  # week in which the last full one was announced
    last_visit: int  # the same of any but joint ones
    joint_due: int  # week in which a joint one was drawn that has not been announced, or NEVER
    cycle_luck: float  # how late the next full one is, from -1 to 1 of the spread
    style: float  # of the last full inspection, from verdict to insight
    monitored: int  # grade that the last visit of any kind found in that area
    failed: int  # what waits for the chief executive's answer: NONE, STORY or JUDGEMENT
    rung: int  # NO_RUNG to TRUST
    rung_since: int  # week in which that rung was reached
    found_wanting: int  # reviews in a row that found nothing better
    rung_due: int  # week of the next review of the intervention, NEVER without one
    stepped_out: int  # week in which the last intervention ended, NEVER if there was none
    reputation: float  # log
    severity: float  # that blame adds to inspectors' judgement now, level
    trainees: float  # further trainees on placement here
    qualified: float  # of those, qualified and without a post yet
    placement_hours: float  # hours a week that each case holder gives to trainees
    budget: float  # pounds a week, real size
    base_spend: float  # pounds a week in the base year
    usual_care: float  # children looked after in the base year
    early_help_budget: float  # pounds a week
    overspend: float  # pounds spent beyond budgets, and carried
    growth: float  # of the budget since the start, as a ratio
    protected_help: float  # pounds a week of early help, were all of it ring-fenced
    spent: float  # pounds this financial year
    granted: float  # pounds of budget for its weeks so far
    weeks_spent: int  # how many they are
    controls: float  # spending controls, 0 to 1: how far posts are held vacant
    indicators: float  # what indicators say of quality
    reports: float  # what managers' reports say of quality, as the director hears them
    told: float  # the same, as the director tells the chief executive
    timely: float  # share of assessments in time, over the last months
    visited: float  # share of visits done, over the last months
    pace: float  # of screening this week, against the full time
    right: float  # observer's: share of known files rightly placed
    quality: float  # observer's: practice quality
    first_failed: int  # observer's: week of the inadequate judgement that is followed, or NEVER
    better_judgement: int  # observer's: week of the first better full judgement after it
    better_practice: int  # observer's: week after it that ends a first year of better practice
    weeks_well: int  # observer's: weeks running of better practice since it
    incident_alarm: float  # memory of publicised incidents


class Agency:
    """One row for each partner agency of each authority, in the order of AGENCIES."""

    authority: int
    kind: int
    coverage: float  # share of families it sees this week
    criterion: float  # strength of a sign that it passes on, SD
    discrimination: float  # d′
    screened: float  # contacts screened this week
    accepted: float  # of those, accepted
    response: float  # share of its contacts accepted, remembered
    caution: float  # threshold lowered by blame, SD


class Manager:
    """One row for each manager: team managers, then service managers."""

    authority: int
    team: int  # row of the team, NOBODY above
    seat: int  # row of its post among the workers
    grade: int  # TEAM_MANAGER or SERVICE_MANAGER
    occupant: int
    started: int
    skill: float  # of whoever answers for the post; 1 is usual
    own_skill: float  # of whoever holds it


class Director:
    """One row for each director of children's services; the person travels with `number`."""

    authority: int
    number: int  # the person's own, by which it draws
    came: int  # how many have come to this post
    started: int  # week in which whoever holds it came
    interim: int  # whether somebody stands in until one is appointed
    first: int  # whether it is the person's first directorship
    skill: float  # of whoever answers for the post now; 1 is usual
    own_skill: float  # of the person, once at home in the work
    belief: float  # about practice quality, 0 to 1


class Chief:
    """One row for each chief executive."""

    authority: int
    occupant: int
    background: int  # whether from children's services
    blames: int  # whether failure is answered with blame
    appetite: float  # how far attention becomes action; 1 is usual
    attention: float  # 0 to 1
    belief: float  # about practice quality, 0 to 1


class Inspector:
    """One row for each inspector of the pool."""

    severity: float  # own severity, level
    visits: int  # visits so far
    place: int  # authority of the latest visit that is not over, or NOBODY
    earlier: int  # of the one before it, if that is not over either
    starts: int  # week in which the latest visit begins
    free: float  # moment from which its days are not taken, in weeks


class National:
    """One row: what all share."""

    attention: float
