"""Social workers: one row for each post and whoever holds it, so that a vacancy keeps its number.

A person has a permanent number of its own, and takes it along from post to post. Those who are
between posts, looking for one or on an agency's books, stand in rows of the same kind.
"""

VACANT, EMPLOYED, AGENCY, LOOKING, ON_BOOKS = 0, 1, 2, 3, 4
WITH_CASES, WITHOUT_CASES, TEAM_MANAGER, SERVICE_MANAGER = 0, 1, 2, 3
POST_NUMBERS = 100_000  # for each authority
BOOKS = POST_NUMBERS - 1  # the last: for those who come to agencies and never held a post before


class Worker:
    """One row for each post that may be open, sorted by authority and kind; or for a person.

    What belongs to the person goes along to the next post: see `rules.people.take_along`.
    """

    # The post
    authority: int  # between posts: the last one
    team: int
    kind: int  # WITH_CASES, WITHOUT_CASES, TEAM_MANAGER or SERVICE_MANAGER
    assesses: int  # whether it takes assessments, or the longer work that follows
    number: int  # permanent number of the post; 0 between posts
    occupant: int  # how many have held it
    fte: float  # of a full week
    open: int  # whether the post is funded
    extra: int  # whether only agency staff may fill it
    filled: int  # VACANT, EMPLOYED or AGENCY; between posts LOOKING or ON_BOOKS
    seated: int  # week in which its holder came to this post

    # The person
    first_post: int  # with `first_turn` its permanent number: the first post it held,
    first_turn: int  # and how many had held that by then
    came_from: int  # first post, another authority, return or agency: see rules.people
    newly_qualified: int  # whether it came to this authority newly qualified
    senior: int  # whether a senior practitioner
    started: int  # week in which it came to this authority
    experience: float  # years in the profession
    age: float  # years
    talent: float  # skill against others of equal experience
    own_criterion: float  # SD
    strain: float  # SD
    stressed: int  # whether strain has passed the bar
    fear: float  # own fear beyond that of the authority, SD
    shaken: int  # week of the last serious incident in a family whose case it held
    training: float  # training of the last year or so, 1 at the usual hours
    sick_until: int
    suspended_until: int  # NEVER if not
    leaves: int  # week in which notice ends, NEVER if none given
    leaves_for: int  # destination: see rules.exits

    # The week
    supply: float  # hours for cases
    demand: float  # hours that its cases ask for
    to_assess: float  # of that, for assessments
    to_enquire: float  # for enquiries and conferences
    to_protect: float  # for children on a plan
    to_support: float  # for children in need
    to_care: float  # for children in proceedings and in care
    held: float  # children held
    load: float  # demand over supply, smoothed over weeks
    time: float  # time given to each task, against the full time
    visits: float  # share of due visits made
    discrimination: float  # what this worker adds to d′ this week, against a skilled one
    shift: float  # movement of this worker's criterion, SD
