"""What is written on a family's file: all that a professional may read."""


class Record:
    """One row for each family slot; weeks are of the run, NEVER if it has not happened."""

    status: int  # CaseStatus
    status_since: int  # week in which it took that status
    opened: int  # week of the referral that opened the episode
    in_need_since: int  # week of that referral once found in need, NEVER otherwise
    ever: int  # marks that stay: referred, in need, on a plan
    plans: int  # plans so far
    last_referral: int
    last_enquiry: int
    closed: int  # week in which a case last closed with no referral since, NEVER otherwise
    file_comes: int  # week from which what was on file before a move can be read
    contact_waits: int  # week of the contact that waits to be screened, NEVER if none
    incident: int  # whether a serious incident is to be told with the next contact
    source: int  # agency of the latest contact
    worker: int  # post that holds the case, NOBODY if none
    allocated: int  # week in which that worker took it
    workers_met: int  # workers who have held the case since 1 April
    transfer: int  # 1 when the case is to go to a longer-term team
    stalled_until: int  # week up to which a change of worker stalls the work
    belief: float  # recorded belief in significant harm, SD
    need: float  # recorded belief in need, SD
    evidence: float  # new evidence of harm, SD
    need_evidence: float  # new evidence of need, SD
    event: int  # what reaches the decisions stage this week
    assessment_left: float  # weeks of work left, NOBODY if none
    enquiry_left: float
    conference_left: float
    enquiry_began: int
    review_due: int
    reviews: int  # reviews held under the present status
    court_due: int
    visit_due: int
    knowledge: float  # how well the worker knows the case, 0 to 1
    dose: float  # help that reaches the family, 0 to 1
    category: int  # kind of harm recorded at the latest plan
    interim: int  # whether the children are in care while proceedings last
    placed: int  # whether the children have left home for good
