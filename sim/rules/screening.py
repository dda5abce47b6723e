"""The front door: a contact is looked at, held against the file, and decided."""

from math import exp
from typing import NamedTuple

import numpy as np

from sim.casefile.decisions import SCREENING
from sim.casefile.events import HEALTH, HEARD_AGAIN, POLICE, PUBLIC, REFERRED, SCHOOL, SCREENED_OUT
from sim.casefile.status import ASSESSMENT, CLOSED, EARLY_HELP, EVER_REFERRED
from sim.casefile.timescales import SIX_YEARS, YEAR
from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.chance import normal_quantile, uniform
from sim.kernel.compiled import compiled
from sim.measures.counters import index
from sim.parameters.casework import Casework
from sim.parameters.families import Families
from sim.parameters.front_door import FrontDoor
from sim.parameters.loops import Loops
from sim.rules.criterion import Moved
from sim.rules.lists import add
from sim.rules.observe import observe_harm
from sim.rules.weighing import note_decision
from sim.state.columns import NEVER, NOBODY
from sim.state.decided import Decided
from sim.state.household import Household
from sim.state.organisation import Agency, Council
from sim.state.record import Record
from sim.state.tables import Lists, Tally
from sim.state.trace import Trace
from sim.state.truth import Truth

SCREENED = index("contacts_screened")
HARMED, HARMED_ACCEPTED = index("contacts_harmed"), index("contacts_harmed_accepted")
UNHARMED, UNHARMED_ACCEPTED = index("contacts_unharmed"), index("contacts_unharmed_accepted")
REFERRALS, RE_REFERRALS = index("referrals"), index("re_referrals")
REFERRALS_HARMED = index("referrals_harmed")
REFERRED_AGAIN_1Y, REFERRED_AGAIN_6Y = (
    index("referred_again_1y"),
    index("referred_again_6y"),
)
FROM_POLICE, FROM_SCHOOL, FROM_HEALTH = (
    index("referrals_police"),
    index("referrals_school"),
    index("referrals_health"),
)
NO_ACTION, UNALLOCATED = index("referrals_no_action"), index("unallocated_began")
EARLY_HELP_STARTED, EARLY_HELP_ENDED = index("early_help_started"), index("early_help_ended")


class ScreeningLuck(NamedTuple):
    """What is drawn when a contact is screened."""

    evidence: np.uint64
    length: np.uint64


@compiled
def contact_hours(p: FrontDoor) -> float:
    """Hours that a contact takes with time to do it, for each child."""
    return p.hours_per_contact + p.shared_triage * p.shared_triage_hours


@compiled
def pace_of_screening(asked: float, hours: float, p: FrontDoor) -> float:
    """Time given to each contact against the full time, when so many hours are asked for."""
    return max(p.fastest_screening, min(1.0, hours / asked)) if asked > 0.0 else 1.0


@compiled
def word_of_file(record: Record, week: int, p: FrontDoor, loops: Loops) -> float:
    """Evidence that a recent referral on file adds; with the loop off, its baseline mean."""
    years = (week - record.last_referral) / WEEKS_IN_YEAR
    fresh = p.file_bonus * exp(-years / p.file_years) if week >= record.file_comes else 0.0
    return loops.the_file_speaks * fresh + (1.0 - loops.the_file_speaks) * p.file_bonus_usual


@compiled
def word_of_contact(record: Record, p: FrontDoor) -> float:
    """Evidence that who reports adds, and above all a serious incident."""
    word = p.incident_evidence if record.incident else 0.0
    return word + (p.relatives_weight if record.source == PUBLIC else 0.0)


@compiled
def door(why: Moved, council: Council, p: FrontDoor, loops: Loops) -> Moved:
    """Give how far the front door's criterion is moved in an authority: by custom and load, too."""
    brake = p.load_brake * (council.load - p.usual_load) * loops.capacity_brake
    custom = council.door_custom
    return Moved(
        why.shift + custom + brake, why.authority + custom, why.policy, why.worker, why.experience,
        brake, why.fear, why.norm, 0.0,
    )  # fmt: skip


@compiled
def assessment_length(u: float, c: Casework) -> float:
    """Weeks that an assessment takes with time to do it."""
    return c.assessment_shortest + (c.assessment_longest - c.assessment_shortest) * u


@compiled
def refer(home: Household, record: Record, week: int, tally: Tally) -> None:
    """Put a referral on file."""
    tally[home.cell, REFERRALS] += home.children
    if week - record.last_referral <= YEAR:
        tally[home.cell, RE_REFERRALS] += home.children
    if record.source == POLICE:
        tally[home.cell, FROM_POLICE] += home.children
    elif record.source == SCHOOL:
        tally[home.cell, FROM_SCHOOL] += home.children
    elif record.source == HEALTH:
        tally[home.cell, FROM_HEALTH] += home.children
    if record.closed > NEVER:
        since = week - record.closed
        tally[home.cell, REFERRED_AGAIN_1Y] += home.children if since <= YEAR else 0.0
        tally[home.cell, REFERRED_AGAIN_6Y] += home.children if since <= SIX_YEARS else 0.0
    record.closed = NEVER
    record.last_referral = week
    record.ever |= EVER_REFERRED


@compiled
def open_case(record: Record, week: int, evidence: float, length: float) -> None:
    """Open a case for assessment."""
    record.status = ASSESSMENT
    record.status_since = week
    record.opened = week
    record.belief = evidence
    record.evidence = evidence
    record.need = 0.0
    record.event = REFERRED
    record.worker = NOBODY
    record.transfer = 0
    record.knowledge = 0.0
    record.dose = 0.0
    record.reviews = 0
    record.assessment_left = length
    record.enquiry_left = NOBODY
    record.conference_left = NOBODY
    record.visit_due = week


@compiled
def hear_again(record: Record, evidence: float, c: Casework) -> None:
    """Let a contact about an open case join its file."""
    record.belief = c.old_belief * record.belief + (1.0 - c.old_belief) * evidence
    if record.event == 0:
        record.event = HEARD_AGAIN


@compiled
def tally_screening(
    home: Household, truth: Truth, trace: Trace, seen: float, base: float, accepted: bool,
    why: Moved, week: int, decided: Decided, tally: Tally,
) -> None:  # fmt: skip
    """Hold the decision against the truth, for the observer."""
    note_decision(home, truth, trace, week, SCREENING, seen, base, accepted, why, decided)
    if truth.harm:
        tally[home.cell, HARMED] += home.children
        if accepted:
            tally[home.cell, HARMED_ACCEPTED] += home.children
            tally[home.cell, REFERRALS_HARMED] += home.children
            if trace.referred == NEVER:
                trace.referred = week
        trace.reached = max(trace.reached, SCREENED_OUT)
    else:
        tally[home.cell, UNHARMED] += home.children
        if accepted:
            tally[home.cell, UNHARMED_ACCEPTED] += home.children


@compiled
def screen(
    home: Household, truth: Truth, record: Record, trace: Trace, i: int, week: int, pace: float,
    why: Moved, council: Council, agency: Agency, p: FrontDoor, f: Families, c: Casework,
    loops: Loops, luck: ScreeningLuck, known: Lists, helped: Lists, decided: Decided, tally: Tally,
) -> None:  # fmt: skip
    """Screen one contact: refer, offer early help, or close; if a case is open, add it to it."""
    record.contact_waits = NEVER
    tally[home.cell, SCREENED] += home.children
    skill = (p.discrimination + p.shared_triage * p.shared_triage_gain) * pace
    noise = normal_quantile(uniform(luck.evidence, i))
    told = observe_harm(truth, skill, p.pressure_loading, noise, f, c, loops.distrust_conceals)
    seen = told + word_of_file(record, week, p, loops) + word_of_contact(record, p)
    record.incident = 0
    if trace.changed == NEVER:
        trace.changed = week
    if record.status >= ASSESSMENT:
        hear_again(record, seen, c)
        return
    bar = p.criterion + why.shift
    accepted = seen > bar
    agency.screened += 1.0
    tally_screening(home, truth, trace, seen, p.criterion, accepted, why, week, decided, tally)
    if accepted:
        agency.accepted += 1.0
        refer(home, record, week, tally)
        if takes_on(home, record, week, seen, bar, uniform(luck.length, i), p, c, tally):
            add(known, i)
    elif offers_early_help(home, record, council, seen, bar, p):
        begin_early_help(home, record, week, council, tally)
        add(helped, i)


@compiled
def takes_on(
    home: Household, record: Record, week: int, seen: float, bar: float, u: float, p: FrontDoor,
    c: Casework, tally: Tally,
) -> bool:  # fmt: skip
    """Open a case for a referral, or end it with no further action; say whether one is open."""
    if record.status == EARLY_HELP:
        tally[home.cell, EARLY_HELP_ENDED] += home.children
    if seen > bar + p.no_action_margin:
        open_case(record, week, seen, assessment_length(u, c))
        tally[home.cell, UNALLOCATED] += home.children
        return True
    tally[home.cell, NO_ACTION] += home.children
    record.status = CLOSED
    return False


@compiled
def begin_early_help(
    home: Household, record: Record, week: int, council: Council, tally: Tally
) -> None:
    """Take a place in early help."""
    council.early_help_used += home.children
    record.status = EARLY_HELP
    record.status_since = week
    tally[home.cell, EARLY_HELP_STARTED] += home.children


@compiled
def offers_early_help(
    home: Household, record: Record, council: Council, seen: float, bar: float, p: FrontDoor
) -> bool:
    """Whether a contact is near enough the bar for early help, and there is a place."""
    room = council.early_help_used + home.children <= council.early_help_places
    return record.status == CLOSED and seen > bar - p.early_help_margin and room
