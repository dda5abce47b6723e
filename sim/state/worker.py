"""Case holders: one row for each post, so that a vacancy keeps its number."""

VACANT, EMPLOYED, AGENCY = 0, 1, 2


class Worker:
    """One row for each post that may be open, sorted by authority and team."""

    authority: int
    team: int
    assesses: int  # whether it takes assessments, or the longer work that follows
    number: int  # permanent number of the post
    occupant: int  # how many have held it
    open: int  # whether the post is funded
    extra: int  # whether only agency staff may fill it
    filled: int  # VACANT, EMPLOYED or AGENCY
    newly_qualified: int  # whether its holder came newly qualified
    started: int  # week in which its holder came
    experience: float  # years in the profession
    age: float  # years
    talent: float  # skill against others of equal experience
    own_criterion: float  # SD
    strain: float  # SD
    training: float  # training of the last year or so, 1 at the usual hours
    sick_until: int
    leaves: int  # week in which notice ends, NEVER if none given
    leaves_for: int  # 1 profession, 2 another authority, 3 agency, 4 promotion, 5 end of assignment
    supply: float  # hours this week
    demand: float  # hours that its cases ask for
    held: float  # children held
    load: float  # demand over supply, smoothed over weeks
    time: float  # time given to each task, against the full time
    visits: float  # share of due visits made
    discrimination: float  # what this worker adds to d′ this week, against a skilled one
    shift: float  # movement of this worker's criterion, SD
